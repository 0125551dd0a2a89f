// Many processes at once: launched, observed, ended in order, within what an observer may cost. IPCLAB_MANY sets how
// many; its figures are printed.
#include <sys/resource.h>

#include <cstdlib>

#include "observe/process_reader.h"
#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using test::RunTest;

Experiment pairs(unsigned processes) {
    Experiment experiment;
    experiment.id = "many";
    experiment.sampleHz = 10;
    experiment.durationNs = 4 * kNsPerSecond;
    for (unsigned i = 0; i < processes / 2; ++i) {
        const std::string number = std::to_string(i + 1);
        ProcessSpec& producer = experiment.processes.emplace_back();
        producer.name = "p" + number;
        producer.program = "producer";
        producer.settings.ratePerSecond = 1;
        ProcessSpec& consumer = experiment.processes.emplace_back();
        consumer.name = "c" + number;
        consumer.program = "consumer";
        LinkSpec& link = experiment.links.emplace_back();
        link.name = "l" + number;
        link.mechanism = "pipe";
        link.senders.emplace_back().process = "p" + number;
        link.receivers.emplace_back().process = "c" + number;
    }
    return experiment;
}

std::uint64_t privateBytes(pid_t pid) {
    const auto memory = ProcessReader(pid).smapsRollup();
    return memory ? memory->privateBytes() : 0;
}

class ManyProcesses : public RunTest, public ::testing::WithParamInterface<bool> {};

TEST_P(ManyProcesses, AreLaunchedObservedAndEndedInOrder) {
    const bool exact = GetParam();
    const char* wanted = std::getenv("IPCLAB_MANY");
    const auto count = static_cast<unsigned>(wanted != nullptr ? std::atoi(wanted) : 200);
    Experiment experiment = pairs(count);
    experiment.safety.processes = 4 * std::max(count, 500U);
    experiment.observe = exact ? ObserveLevel::Exact : ObserveLevel::Sampled;
    const Nanoseconds before = monotonicNow();
    ipclab::Run& run = start(std::move(experiment));
    ASSERT_TRUE(untilRunningFor(3));
    const RunData& data = run.data();
    const pid_t launcher = data.processes[0].ppid;
    const std::uint64_t launcherBytes = privateBytes(launcher), ownBytes = privateBytes(::getpid());
    std::uint64_t childBytes = 0;
    for (const ProcessData& process : data.processes) {
        ASSERT_NE(process.pid, 0) << process.name << ": " << process.failure;
        childBytes += privateBytes(process.pid);
    }
    ASSERT_TRUE(untilEnded());
    ASSERT_EQ(run.state(), ipclab::Run::State::Finished) << run.failure().toStdString();
    Nanoseconds stoppedNs = 0;
    for (const RunEvent& event : data.events) {
        if (event.kind == EventKind::Stopping && stoppedNs == 0) stoppedNs = event.atNs;
    }
    const double observedS = toSeconds(data.endNs - before);
    for (const LinkData& link : data.links) {
        EXPECT_GT(link.received, 0U) << link.name;
        EXPECT_EQ(link.sent, link.received) << link.name;
    }
    for (const ProcessData& process : data.processes) {
        ASSERT_TRUE(process.exit) << process.name;
        EXPECT_EQ(process.exit->code, 0) << process.name;
        EXPECT_GT(process.residentBytes.endIndex(), 0U) << process.name;
    }
    EXPECT_EQ(data.observer.lostEvents, 0U);
#ifndef IPCLAB_SANITIZED
    EXPECT_LE(data.observer.samplerCpuS, 0.30 * observedS) << "of one core";
#endif
    std::printf(
        "%u processes, %s: all running after %.2f s, ended in %.2f s; observer %.1f %% of a core; private memory: "
        "launcher %.1f MiB, this process %.1f MiB, a child %.0f KiB\n",
        count, exact ? "exact" : "sampled", toSeconds(data.startNs - before), toSeconds(data.endNs - stoppedNs),
        100 * data.observer.samplerCpuS / observedS, static_cast<double>(launcherBytes) / (1 << 20),
        static_cast<double>(ownBytes) / (1 << 20), static_cast<double>(childBytes) / count / 1024);
}

INSTANTIATE_TEST_SUITE_P(Run, ManyProcesses, ::testing::Bool(),
                         [](const auto& param) { return param.param ? "exact" : "sampled"; });

// Children have the usual limit of open files whatever the launcher needs for itself.
TEST_F(RunTest, ChildrenKeepTheUsualLimitOfOpenFiles) {
    rlimit limit{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    const rlimit before = limit;
    if (limit.rlim_max < 600) GTEST_SKIP() << "the hard limit of open files is " << limit.rlim_max;
    limit.rlim_cur = 512;
    ASSERT_EQ(::setrlimit(RLIMIT_NOFILE, &limit), 0);
    ipclab::Run& run = start(test::preset("p12-five-launch-methods", {"duration_s=20"}));
    ASSERT_TRUE(untilRunningFor(0.1));
    for (const ProcessData& process : run.data().processes) {
        rlimit of{};
        ASSERT_EQ(::prlimit(process.pid, RLIMIT_NOFILE, nullptr, &of), 0);
        EXPECT_EQ(of.rlim_max, before.rlim_max);
        EXPECT_LT(of.rlim_cur, before.rlim_max) << process.name;
    }
    run.stop();
    EXPECT_TRUE(untilEnded());
    ::setrlimit(RLIMIT_NOFILE, &before);
}

}  // namespace
}  // namespace ipclab

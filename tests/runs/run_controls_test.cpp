// What is changed while a run goes on: rates, sizes, nice values, processors, pauses.
#include "runs/run.h"

#include <gmock/gmock.h>
#include <linux/capability.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <QThread>
#include <algorithm>
#include <fstream>
#include <latch>
#include <memory>

#include "links/registry.h"
#include "observe/process_reader.h"
#include "runs/run_fixture.h"

namespace ipclab {
namespace {

using test::experiment;
using test::preset;
using test::RunTest;
using testing::Contains;
using testing::HasSubstr;

TEST_F(RunTest, ARateChangedWhileItRunsTakesEffectAndLeavesAnEvent) {
    ipclab::Run& run = start(preset("first", {"duration_s=20", "producer.rate_per_s=10"}));
    ASSERT_TRUE(untilRunningFor(0.3));
    EXPECT_LT(run.data().links[0].sent, 100U);
    run.setRate(0, 50'000);
    EXPECT_TRUE(until([&] { return run.data().links[0].depthMax >= 30; })) << "the queue never filled";
    EXPECT_TRUE(until([&] { return hasEvent(run.data(), "control"); }));
    EXPECT_EQ(run.data().processes[0].settings.ratePerSecond, 50'000);
    run.stop();
    ASSERT_TRUE(untilEnded());
    EXPECT_EQ(run.data().links[0].sent, run.data().links[0].received);
}

std::vector<const RunEvent*> eventsOf(const RunData& data, const std::string& what, const std::string& setting) {
    std::vector<const RunEvent*> found;
    for (const RunEvent& event : data.events) {
        const bool isOfIt =
            std::ranges::any_of(event.values, [&](const auto& it) { return spelled(it.data) == setting; });
        if (event.id() == what && isOfIt) found.push_back(&event);
    }
    return found;
}

std::vector<unsigned> cpusNow(pid_t pid) {
    cpu_set_t set;
    CPU_ZERO(&set);
    EXPECT_EQ(::sched_getaffinity(pid, sizeof set, &set), 0);
    std::vector<unsigned> cpus;
    for (unsigned cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (CPU_ISSET(cpu, &set)) cpus.push_back(cpu);
    }
    return cpus;
}

using Details = std::vector<std::pair<std::string, std::string>>;

TEST_F(RunTest, NiceAndProcessorsChangedWhileItRunsTakeEffectAndLeaveEvents) {
    ipclab::Run& run = start(experiment(R"({"schema":"ipclab.experiment/1","duration_s":20,"processes":[
        {"name":"worker","program":"cpu-bound"},{"name":"of-window","program":"cpu-bound","launch":"qprocess"},
        {"name":"command","program":"command","command":["sleep","60"]}]})"));
    ASSERT_TRUE(untilRunningFor(0.05));
    const unsigned cpu = cpusNow(::getpid()).front();
    for (std::uint32_t i = 0; i < run.data().processes.size(); ++i) {
        const ProcessData& process = run.data().processes[i];
        const SchedulingNow& now = process.scheduling;
        SCOPED_TRACE(process.name);
        run.setNice(i, 7);
        EXPECT_EQ(now.niceAsked, 7);
        run.setCpus(i, {cpu});
        ASSERT_TRUE(until([&] { return !now.niceAsked && !now.cpusAsked; }));
        EXPECT_EQ(::getpriority(PRIO_PROCESS, static_cast<id_t>(process.pid)), 7);
        EXPECT_EQ(cpusNow(process.pid), std::vector<unsigned>{cpu});
        EXPECT_EQ(now.nice, 7);
        EXPECT_EQ(now.cpus, std::vector<unsigned>{cpu});
    }
    EXPECT_TRUE(until([&] { return eventsOf(run.data(), "control", "cpus").size() == 3; }));
    const auto nice = eventsOf(run.data(), "control", "nice"), cpus = eventsOf(run.data(), "control", "cpus");
    ASSERT_EQ(nice.size(), 3U);
    ASSERT_EQ(cpus.size(), 3U);
    EXPECT_EQ(spelledValues(*nice[0]), (Details{{"what", "nice"}, {"value", "7"}}));
    EXPECT_EQ(spelledValues(*cpus[2]), (Details{{"what", "cpus"}, {"value", std::to_string(cpu)}}));
    EXPECT_EQ(cpus[2]->process, 2U);
    run.stop();
    ASSERT_TRUE(untilEnded());
}

TEST_F(RunTest, ProcessorsThatAreRefusedAreAnEventWithTheReasonUntilTheNextAreGiven) {
    ipclab::Run& run = start(preset("first", {"duration_s=20", "producer.cpus=[0]"}));
    const SchedulingNow& now = run.data().processes[0].scheduling;
    ASSERT_TRUE(untilRunningFor(0.1));
    run.setCpus(0, {1023});
    ASSERT_TRUE(until([&] { return now.cpusRefused.has_value(); }));
    const RunEvent& refused = *now.cpusRefused;
    EXPECT_EQ(refused.kind, EventKind::Refused);
    EXPECT_EQ(refused.process, 0U);
    EXPECT_EQ(spelledValues(refused),
              (Details{{"what", "cpus"}, {"value", "1023"}, {"errno", "EINVAL"}, {"error", "Invalid argument"}}));
    EXPECT_EQ(now.cpus, std::vector<unsigned>{0});
    EXPECT_FALSE(now.cpusAsked);
    run.setCpus(0, {});
    ASSERT_TRUE(until([&] { return !now.cpusRefused; }));
    EXPECT_TRUE(now.cpus.empty());
    EXPECT_EQ(cpusNow(run.data().processes[0].pid), cpusNow(::getpid()));
    run.stop();
    ASSERT_TRUE(untilEnded());
}

TEST_F(RunTest, StepsSetNiceAndProcessors) {
    Experiment wanted = preset("first", {"duration_s=0.6"});
    wanted.steps = {{.atNs = kNsPerSecond / 10, .process = "consumer", .nice = 3, .cpus = std::vector<unsigned>{0}}};
    const RunData& data = finish(std::move(wanted));
    EXPECT_EQ(data.processes[1].scheduling.nice, 3);
    EXPECT_EQ(data.processes[1].scheduling.cpus, std::vector<unsigned>{0});
    const auto steps = eventsOf(data, "step", "set");
    ASSERT_EQ(steps.size(), 1U);
    EXPECT_EQ(spelledValues(*steps[0]), (Details{{"do", "set"}, {"nice", "3"}, {"cpus", "0"}}));
    EXPECT_FALSE(hasEvent(data, "control"));
    EXPECT_FALSE(hasEvent(data, "refused"));
}

// The right to lower nice values is taken from a thread and from what it starts.
TEST_F(RunTest, ANiceValueIsRaisedByAnybodyAndLoweredByWhoMay) {
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_NICE, &before), 0);
    const rlimit low{0, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_NICE, &low), 0);
    std::latch done(1);  // what QThread::wait does is unseen by the thread sanitizer
    const std::unique_ptr<QThread> ordinary(QThread::create([this, &done] {
        EXPECT_TRUE(::geteuid() != 0 || ::prctl(PR_CAPBSET_DROP, CAP_SYS_NICE) == 0);
        Experiment wanted = preset("first", {"duration_s=20"});
        wanted.steps = {{.atNs = kNsPerSecond / 100, .process = "consumer", .nice = 10},
                        {.atNs = kNsPerSecond / 50, .process = "consumer", .nice = 0}};
        ipclab::Run& run = start(std::move(wanted));
        const SchedulingNow& producer = run.data().processes[0].scheduling;
        const SchedulingNow& consumer = run.data().processes[1].scheduling;
        EXPECT_TRUE(until([&] { return consumer.niceRefused.has_value(); }));
        EXPECT_EQ(consumer.nice, 10);
        run.setNice(0, 10);
        EXPECT_TRUE(until([&] { return producer.nice == 10; }));
        run.setNice(0, 9);
        EXPECT_TRUE(until([&] { return producer.niceRefused.has_value(); }));
        EXPECT_EQ(producer.nice, 10);
        EXPECT_FALSE(producer.niceAsked);
        EXPECT_EQ(::getpriority(PRIO_PROCESS, static_cast<id_t>(run.data().processes[0].pid)), 10);
        EXPECT_EQ(spelledValues(*producer.niceRefused),
                  (Details{{"what", "nice"}, {"value", "9"}, {"errno", "EACCES"}, {"error", "Permission denied"}}));
        EXPECT_THAT(run.data().warnings, Contains(HasSubstr("\"consumer\": nice 0 was refused")));
        run.stop();
        EXPECT_TRUE(untilEnded());
        m_run.reset();
        done.count_down();
    }));
    ordinary->start();
    done.wait();
    ordinary->wait();
    ::setrlimit(RLIMIT_NICE, &before);
}

std::string autogroupOf(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/autogroup");
    return {std::istreambuf_iterator<char>(file), {}};
}

// Beside a group of the same weight the window's threads came late by up to a second.
TEST_F(RunTest, ProcessesOfARunAreASchedulingGroupThatGivesWayToTheWindow) {
    const std::string own = autogroupOf(::getpid());
    if (own.empty()) GTEST_SKIP() << "this kernel does not group processes by session";
    ipclab::Run& run = start(preset("first", {"duration_s=20"}));
    ASSERT_TRUE(untilRunningFor(0.1));
    const pid_t launcher = run.data().launcherPid, consumer = run.data().processes[1].pid;
    EXPECT_TRUE(until([&] { return autogroupOf(launcher).ends_with(" nice 5\n"); })) << autogroupOf(launcher);
    EXPECT_EQ(autogroupOf(consumer), autogroupOf(launcher));
    EXPECT_NE(autogroupOf(launcher), own);
    EXPECT_EQ(autogroupOf(::getpid()), own);
    EXPECT_EQ(::getpriority(PRIO_PROCESS, static_cast<id_t>(consumer)), ::getpriority(PRIO_PROCESS, 0));
    run.stop();
    ASSERT_TRUE(untilEnded());
}

// The consumer computes, the producer does little else than wait and call the system.
TEST_F(RunTest, CpuTimesAndSwitchesAreKnownWhileAProcessLives) {
    for (const char* observe : {"exact", "sampled"}) {
        ipclab::Run& run = start(
            preset("slow-consumer", {"duration_s=20", std::string("observe=") + observe, "consumer.work_us=1000"}));
        const ProcessData& consumer = run.data().processes[1];
        EXPECT_FALSE(consumer.cpuTimesKnown);
        ASSERT_TRUE(until([&] { return consumer.userS > 0.2; })) << observe;
        EXPECT_TRUE(consumer.cpuTimesKnown);
        EXPECT_EQ(consumer.endedNs, 0);
        const double soFar = consumer.userS + consumer.systemS;
        EXPECT_LE(soFar, toSeconds(run.data().sampledNs - consumer.bornNs) + 0.05);
        const bool exact = run.data().observer.level == ObserveLevel::Exact;
        EXPECT_EQ(consumer.switchesKnown, exact);
        const std::uint64_t switches = consumer.voluntarySwitches + consumer.involuntarySwitches;
        EXPECT_EQ(switches > 0, exact);
        run.stop();
        ASSERT_TRUE(untilEnded());
        EXPECT_TRUE(consumer.switchesKnown);
        EXPECT_GE(consumer.userS + consumer.systemS, soFar - 0.02);  // two ticks
        EXPECT_GE(consumer.voluntarySwitches + consumer.involuntarySwitches, switches);
    }
}

TEST_F(RunTest, APausedProducerSendsNothingUntilItIsResumed) {
    ipclab::Run& run = start(preset("first", {"duration_s=20", "consumer.work_us=0"}));
    ASSERT_TRUE(untilRunningFor(0.2));
    run.pause(0);
    ASSERT_TRUE(until([&] { return run.data().processes[0].waiting.reason == WaitReason::Paused; }));
    const std::uint64_t sent = run.data().links[0].sent;
    ASSERT_TRUE(until([&, since = run.data().durationS()] { return run.data().durationS() > since + 0.3; }));
    EXPECT_EQ(run.data().links[0].sent, sent);
    run.resume(0);
    EXPECT_TRUE(until([&] { return run.data().links[0].sent > sent + 50; }));
    run.stop();
    ASSERT_TRUE(untilEnded());
}

TEST_F(RunTest, AMessageSizeMayBeRaisedOnAByteStream) {
    ipclab::Run& run = start(preset("first", {"duration_s=20", "consumer.work_us=0"}));
    ASSERT_TRUE(untilRunningFor(0.1));
    run.setMessageBytes(0, 20'000);
    ASSERT_TRUE(until([&] { return run.data().links[0].bytes > 2'000'000; }));
    run.stop();
    ASSERT_TRUE(untilEnded());
    EXPECT_EQ(run.data().links[0].corrupted, 0U);
    EXPECT_EQ(run.data().links[0].sent, run.data().links[0].received);
}

}  // namespace
}  // namespace ipclab

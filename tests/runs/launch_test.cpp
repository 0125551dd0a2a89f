// Every way to make a process: the same experiment has the same outcome, what cannot be executed is said, every ending
// is decoded, and nobody is left.
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "observe/process_reader.h"
#include "observe/sampled_states.h"
#include "runs/run_fixture.h"
#include "results/words.h"
#include "temp_dir.h"

namespace ipclab {
namespace {

using test::experiment;
using test::preset;
using test::RunTest;

constexpr LaunchMethod kMethods[] = {LaunchMethod::Fork, LaunchMethod::Exec, LaunchMethod::Spawn, LaunchMethod::VFork,
                                     LaunchMethod::QProcess};

Experiment madeBy(LaunchMethod method, Experiment experiment) {
    for (ProcessSpec& process : experiment.processes) process.launch = method;
    return experiment;
}

class EveryLaunch : public RunTest, public ::testing::WithParamInterface<LaunchMethod> {
protected:
    void expectSentIsReceived(const std::string& id, const std::vector<std::string>& settings = {}) {
        SCOPED_TRACE(id);
        const RunData& data = finish(madeBy(GetParam(), preset(id, settings)));
        ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
        for (const LinkData& link : data.links) {
            if (!link.counted) continue;
            EXPECT_GT(link.received, 0U) << link.name;
            EXPECT_EQ(link.sent, link.received) << link.name;
        }
        for (const ProcessData& process : data.processes) {
            ASSERT_TRUE(process.exit) << process.name;
            EXPECT_EQ(process.exit->code, 0) << process.name;
            EXPECT_EQ(process.launch, GetParam());
        }
    }

    std::string script(const std::string& name, const std::string& text) {
        const std::string file = m_folder.path() / name;
        std::ofstream(file) << text;
        ::chmod(file.c_str(), 0755);
        return file;
    }
    // A command that is fed by a producer of ours and ends as its text says.
    Experiment commandDoing(const std::string& file) {
        return madeBy(GetParam(), experiment(R"({"schema":"ipclab.experiment/1","processes":[
            {"name":"p","program":"producer","count":1},
            {"name":"c","program":"command","command":[")" +
                                             file + R"("]}],
            "links":[{"name":"l","mechanism":"pipe","from":"p","to":"c"}],"duration_s":20})"));
    }

    test::TempDir m_folder;
};

TEST_P(EveryLaunch, CarriesOutPresets) {
    expectSentIsReceived("three-producers", {"duration_s=1.5"});
    expectSentIsReceived("m14-half-duplex", {"duration_s=1.5"});
    expectSentIsReceived("relay-pipeline-shm", {"duration_s=1.5"});
}

// What is packed is the test's own: how much a machine has in /usr/include, and how fast its disk is, differs.
TEST_P(EveryLaunch, CarriesOutCommands) {
    for (int i = 0; i < 40; ++i) {
        std::ofstream(m_folder.path() / std::to_string(i)) << std::string(20'000, static_cast<char>('a' + i % 26));
    }
    Experiment wanted = madeBy(GetParam(), preset("tar-gzip-wc"));
    wanted.processes[0].command = {"tar", "c", "-C", m_folder.path(), "."};
    const RunData& data = finish(std::move(wanted));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    for (const ProcessData& process : data.processes) {
        EXPECT_EQ(process.exit.value_or(ExitStatus{}).code, 0) << process.name;
    }
    const auto output =
        std::ranges::find_if(data.events, [](const auto& event) { return event.kind == EventKind::Output; });
    ASSERT_NE(output, data.events.end());
    const int packed = std::stoi(output->text("text"));
    EXPECT_GT(packed, 1000);
    EXPECT_LT(packed, 100'000) << "it went round gzip";
}

TEST_P(EveryLaunch, DecodesAnExitCode) {
    const RunData& data = finish(commandDoing(script("seven", "#!/bin/sh\nread line\nexit 7\n")));
    EXPECT_EQ(data.processes[1].exit.value_or(ExitStatus{}).code, 7);
    EXPECT_FALSE(data.processes[1].exit.value_or(ExitStatus{}).signal);
}

TEST_P(EveryLaunch, DecodesADeathBySignal) {
    const RunData& data = finish(commandDoing(script("killed", "#!/bin/sh\nread line\nkill -TERM $$\n")));
    EXPECT_EQ(data.processes[1].exit.value_or(ExitStatus{}).signal, SIGTERM);
    EXPECT_FALSE(data.processes[1].exit.value_or(ExitStatus{}).code);
}

TEST_P(EveryLaunch, ACommandThatCannotBeExecutedIsAnErrorOfItsProcess) {
    const RunData& data = finish(commandDoing(script("odd", "#!/nonexistent/interpreter\n")));
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Failed);
    EXPECT_NE(data.processes[1].failure.find("No such file or directory"), std::string::npos)
        << data.processes[1].failure;
    EXPECT_TRUE(data.processes[0].failure.empty());
}

TEST_P(EveryLaunch, AMissingWorkerIsAnErrorOfItsProcess) {
    if (GetParam() == LaunchMethod::Fork) GTEST_SKIP() << "a fork'd worker executes nothing";
#if defined(__SANITIZE_THREAD__)
    if (GetParam() == LaunchMethod::VFork)
        GTEST_SKIP() << "under the thread sanitizer vfork is fork, and what the new process writes stays its own";
#endif
    const std::filesystem::path launcher = m_folder.path() / "ipclab-launcher";  // and no ipclab-worker beside it
    std::filesystem::copy_file(IPCLAB_LAUNCHER_PATH, launcher);
    RunOptions options;
    options.experiment = madeBy(GetParam(), preset("first", {"duration_s=1"}));
    options.launcherPath = QString::fromStdString(launcher);
    m_run = std::make_unique<ipclab::Run>(std::move(options));
    m_run->start();
    ASSERT_TRUE(untilEnded());
    EXPECT_EQ(m_run->state(), ipclab::Run::State::Failed);
    for (const ProcessData& process : m_run->data().processes) {
        EXPECT_NE(process.failure.find("No such file or directory"), std::string::npos) << process.failure;
    }
}

TEST_P(EveryLaunch, TheParentIsWhoMadeIt) {
    ipclab::Run& run = start(madeBy(GetParam(), preset("first", {"duration_s=20"})));
    ASSERT_TRUE(untilRunningFor(0.3));
    for (const ProcessData& process : run.data().processes) {
        const auto stat = ProcessReader(process.pid).stat();
        ASSERT_TRUE(stat);
        EXPECT_EQ(stat->parent, process.ppid);
        EXPECT_EQ(stat->parent == ::getpid(), GetParam() == LaunchMethod::QProcess);
        const bool isWorker = stat->name == "ipclab-worker";
        EXPECT_EQ(isWorker, GetParam() != LaunchMethod::Fork) << stat->name;
    }
    run.stop();
    ASSERT_TRUE(untilEnded());
    EXPECT_EQ(run.data().links[0].sent, run.data().links[0].received);
}

// The whole of a child that is no descendant of the launcher is followed as well, from the moment it begins.
TEST_P(EveryLaunch, StatesAreExactWhereTheMachineAllowsIt) {
    const RunData& data = finish(madeBy(GetParam(), preset("slow-consumer", {"duration_s=1"})));
    if (data.observer.level != ObserveLevel::Exact) GTEST_SKIP() << data.observer.reason;
    for (const ProcessData& process : data.processes) {
        EXPECT_EQ(process.stateSource, StateSource::Accounting) << process.name;
        EXPECT_EQ(process.intervalSource, StateSource::SwitchRecords) << process.name;
        EXPECT_GT(process.runningS, 0) << process.name;
        const double lifetimeS = toSeconds(process.endedNs - process.bornNs);
        const double sumS = process.runningS + process.readyS + process.waitingS + process.interruptedS;
        // A child of the window is under observation from when it is handed over.
        EXPECT_NEAR(sumS, lifetimeS, GetParam() == LaunchMethod::QProcess ? lifetimeS * 0.3 : lifetimeS * 0.01);
        // Of a process that is not the launcher's the kernel tells it in ticks of a hundredth of a second.
        if (GetParam() != LaunchMethod::QProcess) {
            EXPECT_GT(process.userS + process.systemS, 0) << process.name;
        }
        EXPECT_GT(process.voluntarySwitches, 0U) << process.name;
    }
}

TEST_P(EveryLaunch, AKilledProcessIsMissedByNobody) {
    ipclab::Run& run = start(madeBy(GetParam(), preset("c-pipe", {"duration_s=20"})));
    ASSERT_TRUE(untilRunningFor(0.2));
    run.sendSignal(1, SIGKILL);
    ASSERT_TRUE(untilEnded()) << "the survivor hangs";
    EXPECT_EQ(run.data().processes[1].exit.value_or(ExitStatus{}).signal, SIGKILL);
    EXPECT_TRUE(hasEvent(run.data(), "signal"));
    EXPECT_TRUE(hasEvent(run.data(), "peer-closed"));
}

TEST_P(EveryLaunch, DestroyedInTheMiddleNobodyIsLeft) {
    ipclab::Run& run = start(madeBy(GetParam(), preset("relay-pipeline")));
    ASSERT_TRUE(untilRunningFor(0.1));
    std::vector<pid_t> pids;
    for (const ProcessData& process : run.data().processes) pids.push_back(process.pid);
    m_run.reset();
    for (const pid_t pid : pids) EXPECT_NE(::kill(pid, 0), 0);
}

TEST_P(EveryLaunch, TheLaunchersDeathTakesThemAlong) {
    ipclab::Run& run = start(madeBy(GetParam(), preset("relay-pipeline")));
    ASSERT_TRUE(untilRunningFor(0.1));
    std::vector<pid_t> pids;
    for (const ProcessData& process : run.data().processes) pids.push_back(process.pid);
    const auto own = ProcessReader(::getpid()).children();
    ASSERT_TRUE(own);
    const Nanoseconds killedNs = monotonicNow();
    for (const pid_t pid : *own) {
        const auto stat = ProcessReader(pid).stat();
        if (stat && stat->name == "ipclab-launcher" && std::ranges::find(pids, pid) == pids.end()) ::kill(pid, SIGKILL);
    }
    ASSERT_TRUE(untilEnded());
    EXPECT_EQ(run.state(), ipclab::Run::State::Failed);
    // One whose number is used again is gone as well.
    const auto isGone = [&](pid_t pid) {
        const auto stat = ProcessReader(pid).stat();
        return !stat || !isAlive(*stat) || birthOf(*stat, monotonicNow()) > killedNs;
    };
    EXPECT_TRUE(until([&] { return std::ranges::all_of(pids, isGone); }));
}

INSTANTIATE_TEST_SUITE_P(Run, EveryLaunch, ::testing::ValuesIn(kMethods),
                         [](const auto& param) { return std::string(id(param.param)); });

TEST_F(RunTest, AllMethodsMeetInOneExperiment) {
    const RunData& data = finish(preset("p12-five-launch-methods", {"duration_s=1"}));
    ASSERT_EQ(m_run->state(), ipclab::Run::State::Finished) << m_run->failure().toStdString();
    EXPECT_EQ(data.links[0].sent, data.links[0].received);
    for (const PortData& port : data.links[0].ports) EXPECT_GT(port.messages, 0U);
}

}  // namespace
}  // namespace ipclab

// Children of the processes of a document, as the kernel's own records and /proc tell of them.
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstring>
#include <limits>
#include <map>

#include "export/data_export.h"
#include "export/result_json.h"
#include "runs/run_fixture.h"

namespace ipclab::test {
namespace {

using Family = RunTest;

Experiment shell(const std::string& script, const std::string& observe = "exact") {
    return experiment(R"({"schema": "ipclab.experiment/1", "id": "family", "name": "Family", "observe": ")" + observe +
                      R"(", "processes": [{"name": "sh", "program": "command", "command": ["sh", "-c", ")" + script +
                      R"("]}], "links": [], "duration_s": 20})");
}

const TaskData* named(const RunData& data, const std::string& name) {
    const auto found = std::ranges::find(data.tasks, name, &TaskData::name);
    return found == data.tasks.end() ? nullptr : &*found;
}

TEST_F(Family, AChildIsInTheTreeWithItsParentAndItsProgram) {
    const RunData& data = finish(shell("sleep 0.3; true"));
    if (data.observer.level != ObserveLevel::Exact) GTEST_SKIP() << data.observer.reason;
    const TaskData* sleeper = named(data, "sleep");
    ASSERT_NE(sleeper, nullptr);
    EXPECT_EQ(sleeper->bornOf, data.processes[0].pid);
    ASSERT_EQ(sleeper->execs.size(), 1U);
    EXPECT_TRUE(sleeper->birthSeen);
    EXPECT_GT(sleeper->endedNs, sleeper->bornNs);
    const StateTimes times = sleeper->lane.totals(sleeper->bornNs, sleeper->endedNs);
    Nanoseconds sum = 0;
    for (const Nanoseconds time : times) sum += time;
    const auto lived = static_cast<double>(sleeper->endedNs - sleeper->bornNs);
    EXPECT_NEAR(static_cast<double>(sum), lived, lived * 0.01);
    EXPECT_GT(times[static_cast<std::size_t>(ProcessState::Waiting)], sum / 2);
    EXPECT_TRUE(hasEvent(data, "forked") && hasEvent(data, "executed") && hasEvent(data, "task-ended"));
    EXPECT_FALSE(data.cpus.empty());
    const auto json = resultJson(data);
    EXPECT_EQ(json["tasks"].size(), data.tasks.size());
    EXPECT_FALSE(json["queues"]["waiting"].is_null());
}

// The shell waits for its child, and says nothing: the kernel's wait channel does.
TEST_F(Family, WhatACommandWaitsForIsKnownFromTheKernel) {
    start(shell("sleep 5; true"));
    ASSERT_TRUE(untilRunningFor(0));
    if (m_run->data().observer.level != ObserveLevel::Exact) GTEST_SKIP() << m_run->data().observer.reason;
    const bool told = until([&] {
        const auto& open = m_run->data().processes[0].lane.open();
        return open && open->state == ProcessState::Waiting &&
               static_cast<WaitReason>(open->reason) == WaitReason::Child;
    });
    m_run->stop();
    EXPECT_TRUE(untilEnded());
    EXPECT_TRUE(told) << "the shell is in wait4(2)";
}

double waited(const WaitTotals& waits, WaitReason reason) {
    return toSeconds(waits.ns[static_cast<std::size_t>(reason)]);
}

// Whoever looks at waits while they last misses them when it gets no processor itself: a run in which it got one
// proves what is shown, and one in which it did not disproves nothing.
bool inOneOfSomeRuns(const std::function<bool()>& shows) {
    constexpr int kRuns = 5;
    for (int run = 0; run < kRuns; ++run) {
        if (shows()) return true;
    }
    return false;
}

// Its history, not only the moment: long waits are looked at while they last, so that nearly all of them have a reason.
TEST_F(Family, LongWaitsKeepTheirReasonInHistory) {
    for (const char* observe : {"exact", "sampled"}) {
        EXPECT_TRUE(inOneOfSomeRuns([&] {
            const RunData& data = finish(experiment(std::string(R"({"schema": "ipclab.experiment/1", "id": "waits",
                "name": "Waits", "observe": ")") + observe +
                                                    R"(", "processes": [
                {"name": "talker", "program": "producer", "rate_per_s": 5},
                {"name": "listener", "program": "consumer"}],
                "links": [{"name": "l", "mechanism": "pipe", "from": ["talker"], "to": ["listener"]}],
                "duration_s": 2})"));
            const ProcessData &talker = data.processes[0], &listener = data.processes[1];
            EXPECT_NEAR(resultJson(data)["processes"][1]["waits"]["empty"]["s"].get<double>(),
                        waited(listener.waits, WaitReason::Empty), 1e-6)
                << observe;
            EXPECT_NE(statesCsv(data).find(",empty,"), std::string::npos) << observe;
            // Of nearly all of what they waited, which on a busy machine is less than the two seconds.
            return waited(talker.waits, WaitReason::Sleep) > 0.6 * talker.waitingS &&
                   waited(listener.waits, WaitReason::Empty) > 0.6 * listener.waitingS &&
                   listener.waits.share(static_cast<std::size_t>(WaitReason::Empty)) > 0.5;
        })) << observe;
    }
}

// Nothing but the end of the run ends it.
TEST_F(Family, AWaitThatNeverEndsHasItsReason) {
    Experiment silent = shell("");
    silent.processes[0].command = {"sleep", "1000"};
    silent.durationNs = 2 * kNsPerSecond;
    const RunData& data = finish(std::move(silent));
    EXPECT_GT(waited(data.processes[0].waits, WaitReason::Sleep), 1.5);
}

// To the kernel all of them sleep in a futex: they say what for.
TEST_F(Family, ChildrenOfAForkTreeSleepOrWaitForTheirChildrenAndForNoLock) {
    for (const char* observe : {"exact", "sampled"}) {
        EXPECT_TRUE(inOneOfSomeRuns([&] {
            const RunData& data = finish(experiment(std::string(R"({"schema": "ipclab.experiment/1", "id": "tree",
                "name": "Tree", "observe": ")") + observe +
                                                    R"(", "processes": [
                {"name": "t", "program": "fork-tree", "forks": 3, "hold_s": 1.2}], "links": [], "duration_s": 20})"));
            unsigned members = 0, sleeping = 0;
            for (const TaskData& task : data.tasks) {
                if (task.isThread() || task.process || task.pid == data.launcherPid) continue;
                ++members;
                sleeping += waited(task.waits, WaitReason::Sleep) > 0.6 ? 1 : 0;
                EXPECT_EQ(waited(task.waits, WaitReason::Lock), 0) << observe << ' ' << task.pid;
                EXPECT_EQ(waited(task.waits, WaitReason::Futex), 0) << observe << ' ' << task.pid;
            }
            EXPECT_EQ(members, 7U) << observe;
            return sleeping == members;
        })) << observe;
    }
}

// Of programs that know nothing of the laboratory the kernel tells.
TEST_F(Family, AShellAndItsPipelineWaitForWhatTheyReallyWaitFor) {
    for (const char* observe : {"exact", "sampled"}) {
        EXPECT_TRUE(inOneOfSomeRuns([&] {
            const RunData& data = finish(shell("sleep 1.5 | cat; true", observe));
            bool told = waited(data.processes[0].waits, WaitReason::Child) > 0.8;
            for (const TaskData& task : data.tasks) {
                const bool sleeps = task.name == "sleep", reads = task.name == "cat";
                told = told && (!sleeps || waited(task.waits, WaitReason::Sleep) > 0.8);
                told = told && (!reads || waited(task.waits, WaitReason::Empty) > 0.8);
                EXPECT_EQ(waited(task.waits, WaitReason::Lock), 0) << observe << ' ' << task.name;
            }
            return told;
        })) << observe;
    }
}

TEST_F(Family, ThreadsHaveTheirOwnReasons) {
    bool exact = true;
    const bool told = inOneOfSomeRuns([&] {
        const RunData& data = finish(experiment(R"({"schema": "ipclab.experiment/1", "id": "threads",
            "name": "Threads", "processes": [
            {"name": "t", "program": "threads", "threads": 2, "hold_s": 1.5, "work_us": 300000}], "links": [],
            "duration_s": 10})"));
        exact = data.observer.level == ObserveLevel::Exact;
        unsigned sleeping = 0;
        for (const TaskData& task : data.tasks) {
            const bool ofItsOwn = task.isThread() && task.tid != task.pid;
            if (ofItsOwn && waited(task.waits, WaitReason::Sleep) > 0.25) ++sleeping;
        }
        const WaitTotals& waits = data.processes[0].waits;
        const bool joined = waited(waits, WaitReason::Thread) > 0 && waited(waits, WaitReason::Child) == 0;
        return (sleeping == 2 && joined) || !exact;
    });
    if (!exact) GTEST_SKIP() << m_run->data().observer.reason;
    EXPECT_TRUE(told) << "each sleeps for 0.3 s again and again, and then it waits for both";
}

// Three processes in a row, each the child of the one before.
TEST_F(Family, EventsOfGrandchildrenAreOfTheProcessTheyDescendFrom) {
    Experiment nested = shell("");
    nested.processes[0].command = {"sh", "-c", "sh -c 'sh -c \"sleep 0.1; true\"; true'; true"};
    const RunData& data = finish(std::move(nested));
    if (data.observer.level != ObserveLevel::Exact) GTEST_SKIP() << data.observer.reason;
    unsigned told = 0;
    for (const RunEvent& event : data.events) {
        const bool ofTask =
            event.kind == EventKind::Forked || event.kind == EventKind::Executed || event.kind == EventKind::TaskEnded;
        if (!ofTask) continue;
        EXPECT_EQ(event.process, 0U) << event.id();
        ++told;
    }
    EXPECT_GE(told, 9U);
}

TEST_F(Family, OneRowAProcessHoweverShortItLives) {
    for (int round = 0; round < 8; ++round) {
        const RunData& data = finish(shell("true & true & wait"));
        if (data.observer.level != ObserveLevel::Exact) GTEST_SKIP() << data.observer.reason;
        std::map<std::int32_t, unsigned> rows;
        for (const TaskData& task : data.tasks) rows[task.pid] += task.isThread() ? 0 : 1;
        for (const auto& [pid, count] : rows) EXPECT_EQ(count, 1U) << pid;
        EXPECT_EQ(rows.size(), 1U + 1 + 2) << "the launcher, the shell and its two children";
    }
}

// SIGCONT lets it go on with its sleep: it sleeps again before /proc is looked at.
TEST_F(Family, OneThatIsContinuedAndSleepsOnIsWaitingNotReady) {
    start(shell("exec sleep 60"));
    ASSERT_TRUE(untilRunningFor(0.2));
    if (m_run->data().observer.level != ObserveLevel::Exact) GTEST_SKIP() << m_run->data().observer.reason;
    const ProcessData& process = m_run->data().processes[0];
    m_run->sendSignal(0, SIGSTOP);
    EXPECT_TRUE(until([&] { return process.state == ProcessState::Stopped; }));
    m_run->sendSignal(0, SIGCONT);
    EXPECT_TRUE(until([&] { return process.state == ProcessState::Waiting; }));
    EXPECT_TRUE(until([&] { return m_run->data().durationS() > 2; }));
    EXPECT_EQ(process.state, ProcessState::Waiting);
    m_run->stop();
    EXPECT_TRUE(untilEnded());
    const Nanoseconds first = process.lane.firstTime(), last = process.lane.lastTime();
    EXPECT_LT(toSeconds(process.lane.totals(first, last)[static_cast<std::size_t>(ProcessState::Ready)]), 0.2);
}

// What a slot said last is of the time before the signal.
TEST_F(Family, AStoppedReaderWaitsForNothing) {
    start(experiment(R"({"schema": "ipclab.experiment/1", "id": "stopped", "name": "Stopped", "processes": [
        {"name": "talker", "program": "producer", "rate_per_s": 2}, {"name": "listener", "program": "consumer"}],
        "links": [{"name": "l", "mechanism": "pipe", "from": ["talker"], "to": ["listener"]}], "duration_s": 30})"));
    ASSERT_TRUE(untilRunningFor(0.3));
    const ProcessData& listener = m_run->data().processes[1];
    EXPECT_TRUE(until([&] { return listener.waiting.reason == WaitReason::Empty; }));
    m_run->sendSignal(1, SIGSTOP);
    EXPECT_TRUE(until([&] { return listener.state == ProcessState::Stopped; }));
    EXPECT_TRUE(until([&] { return m_run->data().waits.all(1).empty(); }))
        << "it waits for nothing while it is stopped";
    EXPECT_EQ(listener.waiting.reason, WaitReason::None);
    m_run->sendSignal(1, SIGCONT);
    EXPECT_TRUE(until([&] { return listener.waiting.reason == WaitReason::Empty; }));
    m_run->stop();
    EXPECT_TRUE(untilEnded());
}

// Neither has a switch record of its own.
TEST_F(Family, AChildThatIsStoppedIsNoWaitingOne) {
    start(shell("sleep 30 & kill -STOP $!; wait"));
    ASSERT_TRUE(untilRunningFor(0));
    if (m_run->data().observer.level != ObserveLevel::Exact) GTEST_SKIP() << m_run->data().observer.reason;
    EXPECT_TRUE(until([&] {
        return std::ranges::any_of(m_run->data().tasks, [](const TaskData& task) {
            return !task.process && task.state == ProcessState::Stopped && task.reason == WaitReason::None;
        });
    }));
    m_run->stop();
    EXPECT_TRUE(untilEnded());
}

TEST_F(Family, WhoIsHeldByATracerIsStoppedByIt) {
    start(shell("while :; do :; done"));
    ASSERT_TRUE(untilRunningFor(0));
    if (m_run->data().observer.level != ObserveLevel::Exact) GTEST_SKIP() << m_run->data().observer.reason;
    const pid_t pid = m_run->data().processes[0].pid;
    const auto& lane = m_run->data().processes[0].lane;
    if (::ptrace(PTRACE_SEIZE, pid, nullptr, nullptr) != 0) {
        const int error = errno;
        m_run->stop();
        EXPECT_TRUE(untilEnded());
        GTEST_SKIP() << "tracing is not permitted here: " << std::strerror(error);
    }
    EXPECT_EQ(::ptrace(PTRACE_INTERRUPT, pid, nullptr, nullptr), 0);
    EXPECT_EQ(::waitpid(pid, nullptr, __WALL), pid);
    EXPECT_TRUE(until([&] {
        return lane.open() && lane.open()->state == ProcessState::Stopped &&
               static_cast<WaitReason>(lane.open()->reason) == WaitReason::Traced;
    }));
    EXPECT_EQ(::ptrace(PTRACE_DETACH, pid, nullptr, nullptr), 0);
    EXPECT_TRUE(until([&] { return lane.open() && lane.open()->state != ProcessState::Stopped; }));
    m_run->stop();
    EXPECT_TRUE(untilEnded());
}

TEST_F(Family, AnOrphanGoesToTheLauncherWhichTellsHowItEnded) {
    const RunData& data = finish(shell("(sleep 0.6; exit 7) & exit 0"));
    if (data.observer.level != ObserveLevel::Exact) GTEST_SKIP() << data.observer.reason;
    const auto orphan = std::ranges::find_if(
        data.tasks, [&](const TaskData& t) { return !t.isThread() && t.bornOf == data.processes[0].pid; });
    ASSERT_NE(orphan, data.tasks.end());
    // The launcher is the nearest subreaper; at the end of the run it kills whom a command left behind.
    EXPECT_TRUE(orphan->parent == data.launcherPid || orphan->endedNs != 0);
}

TEST_F(Family, ChildrenAreFoundBySamplingToo) {
    const RunData& data = finish(shell("sleep 1; true", "sampled"));
    EXPECT_EQ(data.observer.level, ObserveLevel::Sampled);
    const TaskData* sleeper = named(data, "sleep");
    if (sleeper == nullptr) sleeper = named(data, "");
    ASSERT_NE(sleeper, nullptr);
    EXPECT_EQ(sleeper->bornOf, data.processes[0].pid);
    EXPECT_FALSE(sleeper->birthSeen) << "when it was born was not seen";
    EXPECT_TRUE(data.cpus.empty()) << "sampling cannot tell who ran on a CPU";
    EXPECT_FALSE(data.queues.runnable.empty() && data.queues.waiting.empty());
}

Experiment sixteenBusy() {
    Experiment busy;
    busy.id = "busy";
    busy.durationNs = 2 * kNsPerSecond;
    for (int i = 0; i < 16; ++i) {
        ProcessSpec& process = busy.processes.emplace_back();
        process.name = "busy-" + std::to_string(i);
        process.program = "cpu-bound";
    }
    return busy;
}

Nanoseconds onCores(const StateSeries& lane) {
    return lane.totals(lane.firstTime(), lane.lastTime())[static_cast<std::size_t>(ProcessState::Running)];
}

// Run time of all by switch records beside what wait4(2) tells, the scheduler's own sum: 1 = all that may differ (2 %).
// What interrupts and the hypervisor took while a process was on its core is in the records and not in the kernel's
// sum, and /proc/stat knows it to a tick (10 ms) at best: on a shared machine a single process or run tells nothing,
// and a run that agrees proves the records right.
double differenceOf(const RunData& data) {
    double recordsS = 0, kernelS = 0;
    for (const ProcessData& process : data.processes) {
        recordsS += toSeconds(onCores(process.lane));
        kernelS += process.userS + process.systemS;
    }
    return std::abs(recordsS - kernelS) / (kernelS * 0.02);
}

TEST_F(Family, SixteenBusyProcessesLoseNoRecordAndAgreeWithTheKernelsOwnTotals) {
    constexpr int kTries = 6;
    double best = std::numeric_limits<double>::infinity();
    for (int tried = 0; tried < kTries && best > 1; ++tried) {
        const RunData& data = finish(sixteenBusy());
        if (data.observer.level != ObserveLevel::Exact) GTEST_SKIP() << data.observer.reason;
        EXPECT_EQ(data.observer.lostEvents, 0U);
        Nanoseconds onCpus = 0, ofProcesses = 0;
        for (const auto& [number, cpu] : data.cpus) onCpus += onCores(cpu.lane) + cpu.switchingNs;
        for (const ProcessData& process : data.processes) {
            ASSERT_EQ(process.intervalSource, StateSource::SwitchRecords) << process.name;
            const double livedS = toSeconds(process.endedNs - process.bornNs);
            EXPECT_NEAR(process.runningS + process.readyS + process.waitingS + process.interruptedS, livedS,
                        std::max(livedS * 0.01, 0.002));
            ofProcesses += onCores(process.lane);
        }
        EXPECT_GE(onCpus, ofProcesses) << "the launcher ran as well";
        best = std::min(best, differenceOf(data));
    }
    EXPECT_LE(best, 1) << "in none of " << kTries << " runs did the records agree with the kernel's sums";
}

}  // namespace
}  // namespace ipclab::test

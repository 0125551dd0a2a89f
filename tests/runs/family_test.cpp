// Children of the processes of a document, as the kernel's own records and /proc tell of them.
#include "observe/host_facts.h"
#include "runs/result_json.h"
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

// What interrupts and the hypervisor took of all CPUs so far: a process is on its core meanwhile, and the kernel does
// not count it as run time.
Nanoseconds takenFromProcesses() {
    const auto times = readCpuTimes();
    if (!times || times->empty()) return 0;
    return times->front().irq + times->front().softIrq + times->front().steal;
}

TEST_F(Family, SixteenBusyProcessesLoseNoRecordAndAgreeWithTheKernelsOwnTotals) {
    Experiment busy;
    busy.id = "busy";
    busy.durationNs = 2 * kNsPerSecond;
    for (int i = 0; i < 16; ++i) {
        ProcessSpec& process = busy.processes.emplace_back();
        process.name = "busy-" + std::to_string(i);
        process.program = "cpu-bound";
    }
    const Nanoseconds taken = takenFromProcesses();
    const RunData& data = finish(busy);
    if (data.observer.level != ObserveLevel::Exact) GTEST_SKIP() << data.observer.reason;
    EXPECT_EQ(data.observer.lostEvents, 0U);
    const double takenS = toSeconds(takenFromProcesses() - taken);
    for (const ProcessData& process : data.processes) {
        ASSERT_EQ(process.stateSource, StateSource::SwitchRecords) << process.name;
        // What wait4(2) tells is the scheduler's own sum of run time, split into user and system.
        const double kernelS = process.userS + process.systemS;
        EXPECT_NEAR(process.runningS, kernelS, std::max(kernelS * 0.02, 0.002) + takenS) << process.name;
        const double livedS = toSeconds(process.endedNs - process.bornNs);
        EXPECT_NEAR(process.runningS + process.readyS + process.waitingS, livedS, std::max(livedS * 0.01, 0.002));
    }
    Nanoseconds onCpus = 0, ofProcesses = 0;
    for (const auto& [number, cpu] : data.cpus)
        onCpus +=
            cpu.lane.totals(cpu.lane.firstTime(), cpu.lane.lastTime())[static_cast<std::size_t>(ProcessState::Running)];
    for (const ProcessData& process : data.processes)
        ofProcesses += process.lane.totals(process.lane.firstTime(),
                                           process.lane.lastTime())[static_cast<std::size_t>(ProcessState::Running)];
    EXPECT_GE(onCpus, ofProcesses) << "the launcher ran as well";
}

}  // namespace
}  // namespace ipclab::test

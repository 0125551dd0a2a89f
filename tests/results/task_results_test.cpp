// Processes that are in no document, threads, CPUs and queues: from samples alone.
#include "results/task_results.h"

#include <gtest/gtest.h>

namespace ipclab::task_results_test {
namespace {

using Kind = TaskChange::Kind;
using enum ProcessState;

constexpr pid_t kLauncher = 90, kWorker = 100, kChild = 101;

class TaskResultsTest : public ::testing::Test {
protected:
    TaskResultsTest() {
        data.launcherPid = kLauncher;
        data.startNs = 1'000;
        ProcessData& worker = data.processes.emplace_back();
        worker.name = "worker";
        worker.pid = kWorker;
        change(Kind::Born, 1'100, kWorker, kWorker, kLauncher);
        take();
        tasks.launched({0, kWorker, kLauncher, 1'100});
    }
    void change(Kind kind, Nanoseconds at, pid_t pid, pid_t tid, pid_t parent = 0, std::string name = {}) {
        batch.history.changes.push_back({kind, at, pid, tid, parent, std::move(name)});
    }
    void take() {
        tasks.apply(batch);
        batch = {};
    }
    const TaskData* find(pid_t pid, pid_t tid = 0) {
        const auto found =
            std::ranges::find_if(data.tasks, [&](const TaskData& t) { return t.pid == pid && t.tid == tid; });
        return found == data.tasks.end() ? nullptr : &*found;
    }
    std::string events() {
        std::string text;
        for (const RunEvent& event : data.events)
            text += std::string(event.id()) + " " + spelled(event.values.at(0).data) + "; ";
        return text;
    }

    RunData data;
    TaskResults tasks{data};
    SampleBatch batch;
};

TEST_F(TaskResultsTest, AProcessOfTheDocumentIsOneTaskAndTellsNothing) {
    ASSERT_EQ(data.tasks.size(), 1U);
    EXPECT_EQ(data.tasks[0].process, 0U);
    EXPECT_EQ(data.tasks[0].parent, kLauncher);
    EXPECT_TRUE(data.tasks[0].birthSeen);
    EXPECT_TRUE(data.events.empty());
}

TEST_F(TaskResultsTest, AProcessTheLauncherToldOfFirstIsTheOneTheRecordsTellOfThen) {
    data.processes.emplace_back().name = "late";
    tasks.launched({1, 200, kLauncher, 1'500});
    ASSERT_NE(find(200), nullptr);
    EXPECT_FALSE(find(200)->birthSeen);
    change(Kind::Born, 1'490, 200, 200, kLauncher);
    take();
    EXPECT_EQ(data.tasks.size(), 2U);
    EXPECT_TRUE(find(200)->birthSeen);
    EXPECT_EQ(find(200)->bornNs, 1'490);
    EXPECT_EQ(find(200)->process, 1U);
}

TEST_F(TaskResultsTest, APartOfTheDocumentLivesFromItsForkToItsExitHoweverLateTheLauncherTells) {
    ProcessData& late = data.processes.emplace_back();
    late.bornNs = 1'500;
    tasks.launched({1, 200, kLauncher, 1'500});
    change(Kind::Born, 1'490, 200, 200, kLauncher);
    take();
    EXPECT_EQ(late.bornNs, 1'490) << "told before its record";
    EXPECT_EQ(data.processes[0].bornNs, 1'100) << "told after it";
    change(Kind::Ended, 1'900, 200, 200);
    take();
    EXPECT_EQ(late.endedNs, 0) << "how it ended is not known yet";
    late.endedNs = 1'950;
    ProcessExited exited;
    exited.process = 1;
    exited.pid = 200;
    exited.atNs = 1'950;
    tasks.exited(exited);
    EXPECT_EQ(late.endedNs, 1'900);
}

// A command that lives for a millisecond: the launcher tells of its birth and its end before its records are released.
TEST_F(TaskResultsTest, OneThatTheLauncherToldOfToItsEndIsTheOneTheRecordsTellOfThen) {
    data.processes.emplace_back().bornNs = 1'500;
    tasks.launched({1, 200, kLauncher, 1'500});
    ProcessExited exited;
    exited.process = 1;
    exited.pid = 200;
    exited.atNs = 1'950;
    data.processes[1].endedNs = 1'950;
    tasks.exited(exited);
    change(Kind::Born, 1'490, 200, 200, kLauncher);
    change(Kind::Ended, 1'900, 200, 200);
    take();
    ASSERT_EQ(data.tasks.size(), 2U);
    EXPECT_EQ(data.tasks[1].bornNs, 1'490);
    EXPECT_EQ(data.tasks[1].endedNs, 1'900);
    EXPECT_EQ(data.processes[1].endedNs, 1'900);
    change(Kind::Born, 5'000, 200, 200, kWorker);
    take();
    EXPECT_EQ(data.tasks.size(), 3U) << "another one with its number, born after its end";
}

TEST_F(TaskResultsTest, WhatIsToldOfADescendantIsOfTheProcessItDescendsFrom) {
    change(Kind::Born, 2'000, kChild, kChild, kWorker);
    change(Kind::Born, 2'100, kChild + 1, kChild + 1, kChild);
    change(Kind::Ended, 2'200, kChild + 1, kChild + 1);
    take();
    ASSERT_EQ(data.events.size(), 3U);
    for (const RunEvent& event : data.events) EXPECT_EQ(event.process, 0U) << event.id();
}

TEST_F(TaskResultsTest, ADescendantThatIsThereBeforeItsAncestorWasToldOfIsItsDescendantToo) {
    data.processes.emplace_back().name = "late";
    change(Kind::Born, 2'000, 200, 200, kLauncher);
    change(Kind::Born, 2'100, 201, 201, 200);
    change(Kind::Born, 2'200, 202, 202, 201);
    take();
    ASSERT_EQ(data.events.size(), 2U);
    EXPECT_FALSE(data.events[1].process);
    tasks.launched({1, 200, kLauncher, 1'990});
    EXPECT_EQ(data.events[0].process, 1U);
    EXPECT_EQ(data.events[1].process, 1U);
    EXPECT_EQ(find(202)->descendsFrom, 1U);
}

TEST_F(TaskResultsTest, AChildIsFollowedFromForkByExecToZombieAndItsEnd) {
    change(Kind::Born, 2'000, kChild, kChild, kWorker);
    batch.history.tasks.push_back({kChild, 0, 2'000, 2'500, Running, 1});
    change(Kind::Executed, 2'200, kChild, kChild, 0, "sleep");
    take();
    const TaskData* child = find(kChild);
    ASSERT_NE(child, nullptr);
    EXPECT_EQ(child->name, "sleep");
    ASSERT_EQ(child->execs.size(), 1U);
    EXPECT_EQ(child->bornOf, kWorker);
    EXPECT_FALSE(child->process);
    EXPECT_EQ(child->lane.totals(0, 10'000)[static_cast<std::size_t>(Running)], 500);

    batch.history.readings.push_back({.pid = kChild, .atNs = 2'600, .parent = kLauncher});
    take();
    EXPECT_EQ(child->parent, kLauncher);
    EXPECT_EQ(child->bornOf, kWorker) << "who made it does not change";

    change(Kind::Ended, 3'000, kChild, kChild);
    batch.history.readings.push_back({.pid = kChild, .atNs = 3'100, .zombie = true});
    take();
    EXPECT_EQ(child->state, Zombie);
    ASSERT_TRUE(child->lane.open());
    EXPECT_EQ(child->lane.open()->start, 3'000);

    batch.history.readings.push_back({.pid = kChild, .atNs = 4'000, .reaped = true});
    take();
    tasks.exited(OrphanExited{.pid = kChild, .atNs = 4'000, .code = 3});
    EXPECT_EQ(child->state, Terminated);
    EXPECT_EQ(child->reapedNs, 4'000);
    EXPECT_EQ(child->exit->code, 3);
    EXPECT_EQ(child->lane.totals(0, 10'000)[static_cast<std::size_t>(Zombie)], 1'000);
    EXPECT_EQ(events(), "forked 101; executed 101; adopted 101; task-ended 101; zombie 101; reaped 101; ");
}

TEST_F(TaskResultsTest, OneThatIsReapedAtOnceWasNoZombie) {
    change(Kind::Born, 2'000, kChild, kChild, kWorker);
    change(Kind::Ended, 3'000, kChild, kChild);
    batch.history.readings.push_back({.pid = kChild, .atNs = 3'100, .reaped = true});
    take();
    EXPECT_EQ(find(kChild)->lane.totals(0, 10'000)[static_cast<std::size_t>(Zombie)], 0);
    EXPECT_EQ(find(kChild)->state, Terminated);
}

TEST_F(TaskResultsTest, AThreadGivesTheFirstOneALaneWithWhatItDidAlone) {
    data.processes[0].lane.append(1'100, 1'900, Running, 0);
    change(Kind::Born, 2'000, kWorker, 150, kWorker);
    batch.history.tasks.push_back({kWorker, kWorker, 1'900, 2'300, Waiting, -1});
    batch.history.tasks.push_back({kWorker, 150, 2'000, 2'300, Running, 1});
    change(Kind::Named, 2'100, kWorker, 150, 0, "counter");
    take();
    ASSERT_NE(find(kWorker, kWorker), nullptr);
    ASSERT_NE(find(kWorker, 150), nullptr);
    EXPECT_EQ(find(kWorker, 150)->name, "counter");
    const StateTimes first = find(kWorker, kWorker)->lane.totals(0, 10'000);
    EXPECT_EQ(first[static_cast<std::size_t>(Running)], 800);
    EXPECT_EQ(first[static_cast<std::size_t>(Waiting)], 400);
    change(Kind::Ended, 2'500, kWorker, 150);
    take();
    EXPECT_FALSE(find(kWorker, 150)->isAlive());
    EXPECT_TRUE(find(kWorker, kWorker)->isAlive());
}

TEST_F(TaskResultsTest, CpusKnowWhoRanOnThem) {
    batch.history.cpus.push_back({1, kWorker, kWorker, 2'000, 2'100});
    batch.history.cpus.push_back({0, kChild, kChild, 2'000, 2'050});
    batch.history.cpus.push_back({1, kChild, kChild, 2'100, 2'300});
    take();
    ASSERT_EQ(data.cpus.size(), 2U);
    const StateSeries& lane = data.cpus.at(1).lane;
    ASSERT_EQ(lane.endIndex(), 2U);
    EXPECT_EQ(data.runners.at(static_cast<std::size_t>(lane.interval(0).cpu)), (TaskId{kWorker, kWorker}));
    EXPECT_EQ(data.runners.at(static_cast<std::size_t>(lane.interval(1).cpu)), (TaskId{kChild, kChild}));
}

TEST_F(TaskResultsTest, QueueLengthsAreMeansAndTheLauncherIsInNone) {
    constexpr Nanoseconds kTenth = kNsPerSecond / 10;
    change(Kind::Found, 1'000, kLauncher, kLauncher);
    change(Kind::Born, 1'000, kChild, kChild, kWorker);
    batch.history.tasks.push_back({kLauncher, 0, 1'000, 1'000 + kTenth, Running, 0});
    batch.history.tasks.push_back({kChild, 0, 1'000, 1'000 + kTenth, Ready, 0});
    data.processes[0].lane.append(1'000, 1'000 + kTenth / 2, Running, 0);
    data.processes[0].lane.append(1'000 + kTenth / 2, 1'000 + kTenth, Waiting);
    batch.knownUntilNs = 1'000 + kTenth;
    batch.processes.resize(1);
    batch.processes[0].waiting = {WaitReason::Sleep, kNoIndex};
    data.processes[0].state = Waiting;
    tasks.apply(batch);
    tasks.measureQueues(batch);
    ASSERT_EQ(data.queues.running.endIndex(), 1U);
    EXPECT_DOUBLE_EQ(data.queues.running.sample(0).value, 0.5);
    EXPECT_DOUBLE_EQ(data.queues.ready.sample(0).value, 1);
    EXPECT_DOUBLE_EQ(data.queues.waiting.sample(0).value, 0.5);
    const auto& asleep = data.queues.waitingFor[static_cast<std::size_t>(WaitReason::Sleep)];
    ASSERT_TRUE(asleep);
    EXPECT_DOUBLE_EQ(asleep->sample(0).value, 0.5) << "no more than what waits";
}

TEST_F(TaskResultsTest, AForkBombIsCountedNotListed) {
    for (int i = 0; i < static_cast<int>(RunData::kMostTasks) + 10; ++i)
        change(Kind::Born, 2'000, 1'000 + i, 1'000 + i, kWorker);
    take();
    EXPECT_EQ(data.tasks.size(), RunData::kMostTasks);
    EXPECT_EQ(data.tasksNotKept, 11U);
    EXPECT_LT(data.events.size(), 600U);
    EXPECT_EQ(data.events.back().kind, EventKind::TasksUntold);
}

}  // namespace
}  // namespace ipclab::task_results_test

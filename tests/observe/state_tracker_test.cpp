#include "observe/state_tracker.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

namespace ipclab::state_tracker_test {
namespace {

using enum ProcessState;

SwitchRecord make(SwitchKind kind, Nanoseconds time, pid_t pid, int cpu = 0, pid_t tid = 0) {
    SwitchRecord record;
    record.kind = kind;
    record.time = time;
    record.pid = pid;
    record.tid = tid == 0 ? pid : tid;
    record.cpu = cpu;
    return record;
}
SwitchRecord in(Nanoseconds time, pid_t pid, int cpu = 0, pid_t tid = 0) {
    return make(SwitchKind::SwitchIn, time, pid, cpu, tid);
}
SwitchRecord out(Nanoseconds time, pid_t pid, int cpu = 0, pid_t tid = 0) {
    return make(SwitchKind::SwitchOut, time, pid, cpu, tid);
}
SwitchRecord preempted(Nanoseconds time, pid_t pid, int cpu = 0, pid_t tid = 0) {
    return make(SwitchKind::Preempted, time, pid, cpu, tid);
}
SwitchRecord fork(Nanoseconds time, pid_t pid, pid_t parent, pid_t tid = 0) {
    SwitchRecord record = make(SwitchKind::Fork, time, pid, 0, tid);
    record.parentPid = record.parentTid = parent;
    return record;
}
SwitchRecord gone(Nanoseconds time, pid_t pid, pid_t tid = 0) { return make(SwitchKind::Exit, time, pid, 0, tid); }
SwitchRecord lost(Nanoseconds begin, Nanoseconds end, int cpu, std::uint64_t count) {
    SwitchRecord record = make(SwitchKind::Lost, end, 0, cpu);
    record.gapBegin = begin;
    record.lost = count;
    return record;
}

void feed(StateTracker& tracker, const std::vector<SwitchRecord>& records) { tracker.consume(records); }

std::string lane(const std::vector<ObservedInterval>& intervals, pid_t pid) {
    std::string text;
    for (const ObservedInterval& each : intervals)
        if (each.pid == pid)
            text += (each.state ? stateLetter(*each.state) : '?') + std::to_string(each.begin) + "-" +
                    std::to_string(each.end) + " ";
    return text;
}

TEST(StateTracker, FollowsALife) {
    StateTracker tracker;
    feed(tracker, {fork(10, 5, 1), in(12, 5), preempted(20, 5), in(25, 5, 1), out(40, 5, 1), in(70, 5), gone(75, 5)});
    EXPECT_EQ(lane(tracker.closed().processes, 5), "N10-12 X12-20 R20-25 X25-40 W40-70 X70-75 ");
    EXPECT_EQ(lane(tracker.closed().threads, 5), lane(tracker.closed().processes, 5));
    ASSERT_EQ(tracker.finished().size(), 1U);
    const ProcessSummary& summary = tracker.finished().front();
    EXPECT_EQ(summary.birth, 10);
    EXPECT_EQ(summary.exit, 75);
    EXPECT_EQ(summary.parent, 1);
    EXPECT_EQ(summary.state, Terminated);
    EXPECT_EQ(summary.voluntary, 1U);
    EXPECT_EQ(summary.involuntary, 1U);
    EXPECT_EQ(summary.states[Running], 28);
    EXPECT_EQ(summary.states[Ready], 5);
    EXPECT_EQ(summary.states[Waiting], 30);
    EXPECT_EQ(summary.states[New], 2);
    EXPECT_EQ(summary.states.sum(), 65);
    EXPECT_EQ(summary.threadRunning, 28);
    ASSERT_EQ(tracker.closed().cpus.size(), 3U);
    EXPECT_EQ(tracker.closed().cpus[1].cpu, 1);
    EXPECT_EQ(tracker.contradictions(), 0U);
    EXPECT_EQ(tracker.find(5), nullptr);
}

TEST(StateTracker, ASwitchBelongsToWhoComesAndIsToldApart) {
    constexpr Nanoseconds kFar = StateTracker::kLongestSwitch + 1;
    StateTracker tracker;
    feed(tracker, {fork(0, 5, 1), fork(0, 6, 1), in(100, 5), out(1'000, 5), in(1'800, 6), preempted(3'000, 6),
                   in(3'900, 5), out(10'000, 5), in(10'000 + kFar, 6), out(20'000, 6), in(20'900, 6)});
    EXPECT_EQ(lane(tracker.closed().processes, 5), "N0-100 X100-1000 W1000-3000 X3000-10000 ");
    EXPECT_EQ(lane(tracker.closed().processes, 6), "N0-1000 X1000-3000 R3000-15001 X15001-20000 W20000-20900 ");
    std::string cpu;
    for (const CpuInterval& each : tracker.closed().cpus)
        cpu += (each.switching ? "S" : "X") + std::to_string(each.pid) + ":" + std::to_string(each.begin) + "-" +
               std::to_string(each.end) + " ";
    EXPECT_EQ(cpu, "X5:100-1000 S6:1000-1800 X6:1800-3000 S5:3000-3900 X5:3900-10000 X6:15001-20000 ");
    EXPECT_EQ(tracker.find(5)->switching, 900);
    EXPECT_EQ(tracker.find(6)->switching, 800);
    EXPECT_EQ(tracker.find(6)->switches, 1U) << "not from an idle CPU, and not from itself";
}

// It was idle until then.
TEST(StateTracker, AThreadWokenSinceTheLastOneLeftWasNotSwitchedToDirectly) {
    StateTracker tracker;
    SwitchRecord woken = make(SwitchKind::Waking, 2'000, 0, 1, 6);
    feed(tracker,
         {fork(0, 5, 1), fork(0, 6, 1), in(100, 6), out(200, 6), in(300, 5), out(1'000, 5), woken, in(2'500, 6)});
    EXPECT_EQ(lane(tracker.closed().processes, 6), "N0-100 X100-200 W200-2000 R2000-2500 ");
    EXPECT_EQ(tracker.find(6)->switches, 0U);
}

// Of a sleeper nobody may say how long it was ready before it has run: what is found then is about a time gone by.
TEST(StateTracker, AWakeUpThatIsFoundLateEndsTheWaitWhereItDid) {
    StateTracker tracker;
    feed(tracker, {fork(0, 6, 1), in(100, 6), out(200, 6)});
    tracker.advanceTo(3'000);
    feed(tracker, {make(SwitchKind::Waking, 2'000, 0, 1, 6), in(8'000, 6)});
    EXPECT_EQ(lane(tracker.closed().processes, 6), "N0-100 X100-200 W200-2000 R2000-8000 ");
}

TEST(StateTracker, NothingIsInventedForAProcessThatWasThereBefore) {
    StateTracker tracker;
    feed(tracker, {out(50, 9), in(60, 9)});
    EXPECT_EQ(lane(tracker.closed().processes, 9), "W50-60 ");
    const ProcessSummary* summary = tracker.find(9);
    ASSERT_NE(summary, nullptr);
    EXPECT_FALSE(summary->birth);
    EXPECT_EQ(summary->firstSeen, 50);
    EXPECT_EQ(summary->state, Running);
    EXPECT_EQ(summary->statesUntil(100)[Running], 40);
    EXPECT_EQ(tracker.contradictions(), 0U);
}

TEST(StateTracker, AProcessRunsWhileAnyOfItsThreadsDoes) {
    StateTracker tracker;
    feed(tracker, {fork(0, 5, 1), in(10, 5), fork(20, 5, 5, 6), in(30, 5, 1, 6), out(40, 5), out(60, 5, 1, 6),
                   in(80, 5, 1, 6), gone(90, 5, 6), in(95, 5), gone(100, 5)});
    std::map<ObservedState, Nanoseconds> sums;
    for (const ObservedInterval& each : tracker.closed().processes) sums[each.state] += each.duration();
    EXPECT_EQ(sums[Running], 50 + 10 + 5);
    EXPECT_EQ(sums[Waiting], 20 + 5);
    ASSERT_EQ(tracker.finished().size(), 1U);
    EXPECT_EQ(tracker.finished()[0].states.sum(), 100);
    EXPECT_EQ(tracker.finished()[0].threadRunning, 30 + 5 + 30 + 10);
    EXPECT_EQ(tracker.finished()[0].threadsEver, 2U);
}

TEST(StateTracker, ExecLeavesOneThread) {
    StateTracker tracker;
    feed(tracker, {fork(0, 5, 1), in(1, 5), fork(2, 5, 5, 6), in(3, 5, 1, 6)});
    SwitchRecord exec = make(SwitchKind::Exec, 10, 5, 1);
    exec.comm = {'s', 'o', 'r', 't'};
    feed(tracker, {gone(9, 5, 5), exec, out(12, 5, 1)});
    ASSERT_NE(tracker.find(5), nullptr);
    EXPECT_EQ(tracker.find(5)->threads, 1U);
    EXPECT_EQ(tracker.find(5)->name, "sort");
    EXPECT_EQ(tracker.find(5)->state, Waiting);
    feed(tracker, {gone(20, 5)});
    EXPECT_EQ(tracker.living().size(), 0U);
    const auto& changes = tracker.closed().changes;
    const auto came = [](const TaskChange& change) {
        return change.isProcess() && (change.kind == TaskChange::Kind::Born || change.kind == TaskChange::Kind::Found);
    };
    EXPECT_EQ(std::ranges::count_if(changes, came), 1) << "the thread that executed took the number of the first";
}

TEST(StateTracker, OneThatLivesOnAfterItsRecordsEndDoesNotEnd) {
    StateTracker tracker;
    tracker.askBeforeEnds([](pid_t pid, Nanoseconds) { return pid == 5; });
    feed(tracker, {fork(0, 5, 1), in(1, 5), fork(2, 6, 1), in(3, 6, 1), gone(10, 5), gone(12, 6)});
    EXPECT_EQ(tracker.find(5), nullptr) << "nothing more is known of it here";
    ASSERT_EQ(tracker.finished().size(), 1U);
    EXPECT_EQ(tracker.finished()[0].pid, 6);
    EXPECT_EQ(lane(tracker.closed().processes, 5), "N0-1 X1-10 ");
    const auto& changes = tracker.closed().changes;
    EXPECT_EQ(changes[changes.size() - 2].kind, TaskChange::Kind::Unfollowed);
    EXPECT_EQ(changes.back().kind, TaskChange::Kind::Ended);
}

TEST(StateTracker, AProcessIsFoundWithTheFirstRecordOfAnyOfItsThreads) {
    StateTracker tracker;
    feed(tracker, {out(10, 5, 0, 6), in(20, 5, 0, 5), in(30, 5, 1, 6)});
    std::string found;
    for (const TaskChange& change : tracker.closed().changes)
        found += std::to_string(change.pid) + '/' + std::to_string(change.tid) + ' ';
    EXPECT_EQ(found, "5/5 5/6 ");
}

TEST(StateTracker, NewsOfAContinueThatComeLateChangeNothingOfWhatWasRecordedSince) {
    StateTracker tracker;
    feed(tracker, {fork(0, 5, 1), in(1, 5), out(10, 5)});
    tracker.markStopped(5, 20);
    feed(tracker, {in(50, 5), out(55, 5)});  // continued, ran, and sleeps again
    tracker.markContinued(5, 90);
    tracker.advanceTo(100);
    EXPECT_EQ(tracker.find(5)->state, Waiting);
    EXPECT_EQ(lane(tracker.closed().processes, 5), "N0-1 X1-10 W10-20 T20-50 X50-55 ");
}

TEST(StateTracker, OneThatIsContinuedIsReadyFromItsWakeUpOrTheNewsOfIt) {
    StateTracker tracker;
    feed(tracker, {fork(0, 5, 1), in(1, 5), out(10, 5)});
    tracker.markStopped(5, 20);
    feed(tracker, {make(SwitchKind::Waking, 40, 0, 1, 5), in(45, 5), out(50, 5)});
    tracker.markContinued(5, 60);
    tracker.markStopped(5, 70);
    tracker.markContinued(5, 90);
    feed(tracker, {in(95, 5)});
    EXPECT_EQ(lane(tracker.closed().processes, 5), "N0-1 X1-10 W10-20 T20-40 R40-45 X45-50 W50-70 T70-90 R90-95 ");
}

TEST(StateTracker, AProcessEndsWithItsLastThreadWhicheverThatIs) {
    StateTracker tracker;
    feed(tracker, {fork(0, 5, 1), in(10, 5), fork(12, 5, 5, 6), gone(20, 5), in(30, 5, 0, 6), gone(50, 5, 6)});
    ASSERT_EQ(tracker.finished().size(), 1U);
    EXPECT_EQ(tracker.finished()[0].exit, 50);
    std::string ends;
    for (const TaskChange& change : tracker.closed().changes)
        if (change.kind == TaskChange::Kind::Ended)
            ends += std::to_string(change.tid) + "@" + std::to_string(change.time) + " ";
    EXPECT_EQ(ends, "6@50 5@50 ");
}

TEST(StateTracker, AGapIsUnknownForAllButThoseRunningElsewhere) {
    StateTracker tracker;
    feed(tracker,
         {fork(0, 5, 1), fork(0, 6, 1), in(10, 5, 0), in(10, 6, 1), fork(11, 7, 1), in(12, 7, 2), out(15, 7, 2)});
    feed(tracker, {lost(20, 50, 0, 9), in(60, 5, 0), out(70, 6, 1), in(80, 7, 2)});
    EXPECT_EQ(lane(tracker.closed().threads, 5), "N0-10 X10-20 ?20-60 ");
    EXPECT_EQ(lane(tracker.closed().threads, 6), "N0-10 X10-70 ");
    EXPECT_EQ(lane(tracker.closed().threads, 7), "N11-12 X12-15 W15-20 ?20-80 ");
    EXPECT_EQ(lane(tracker.closed().processes, 7), lane(tracker.closed().threads, 7));
    EXPECT_EQ(tracker.gaps(), 1U);
    EXPECT_EQ(tracker.lostRecords(), 9U);
    EXPECT_EQ(tracker.find(7)->states.unknown(), 60);
}

TEST(StateTracker, ContradictionsMakeAnIntervalUnknown) {
    StateTracker tracker;
    feed(tracker, {in(0, 5), in(10, 6), out(20, 5), out(30, 6)});  // two on CPU 0: 5's leaving was lost
    EXPECT_EQ(lane(tracker.closed().threads, 5), "?0-10 ?10-20 ");
    EXPECT_EQ(lane(tracker.closed().threads, 6), "X10-30 ");
    EXPECT_GT(tracker.contradictions(), 0U);
    for (std::size_t i = 1; i < tracker.closed().cpus.size(); ++i)
        EXPECT_GE(tracker.closed().cpus[i].begin, tracker.closed().cpus[i - 1].end);
}

TEST(StateTracker, StoppedBetweenTheMarks) {
    StateTracker tracker;
    feed(tracker, {fork(0, 5, 1), in(10, 5)});
    tracker.markStopped(5, 20);
    tracker.markContinued(5, 90);
    feed(tracker, {out(21, 5), in(92, 5), out(95, 5), in(99, 5)});
    EXPECT_EQ(lane(tracker.closed().processes, 5), "N0-10 X10-21 T21-90 R90-92 X92-95 W95-99 ");
}

TEST(StateTracker, AMarkThatComesLateStillCounts) {
    StateTracker tracker;
    feed(tracker, {fork(0, 5, 1), in(10, 5), out(30, 5), in(31, 6)});
    tracker.markStopped(5, 29);
    EXPECT_EQ(tracker.find(5)->state, Stopped);
    tracker.markContinued(5, 200);
    EXPECT_EQ(tracker.find(5)->state, Stopped);
    tracker.advanceTo(200);
    EXPECT_EQ(tracker.find(5)->state, Ready);
    tracker.markExited(5, 300);
    tracker.advanceTo(400);
    EXPECT_EQ(tracker.find(5), nullptr);
    EXPECT_EQ(tracker.finished().at(0).exit, 300);
}

TEST(StateTracker, ANumberUsedAgainIsANewProcess) {
    StateTracker tracker;
    feed(tracker, {fork(0, 5, 1), in(10, 5), fork(50, 5, 2), in(60, 5)});
    ASSERT_EQ(tracker.finished().size(), 1U);
    EXPECT_EQ(tracker.find(5)->parent, 2);
    EXPECT_EQ(tracker.find(5)->birth, 50);
    EXPECT_EQ(tracker.takeFinished().size(), 1U);
    EXPECT_TRUE(tracker.finished().empty());
}

TEST(StateTracker, OpenIntervalsReachUntilNow) {
    StateTracker tracker;
    feed(tracker, {fork(0, 5, 1), in(10, 5, 3)});
    StateTracker::Closed open;
    tracker.openIntervals(25, open);
    ASSERT_EQ(open.processes.size(), 1U);
    EXPECT_EQ(open.processes[0].state, Running);
    EXPECT_EQ(open.processes[0].cpu, 3);
    EXPECT_EQ(open.processes[0].duration(), 15);
}

// Whatever comes, in whatever order: lanes tile without overlap, no CPU runs two at once, sums equal lifetimes.
TEST(StateTracker, KeepsItsInvariantsOnNonsense) {
    for (unsigned seed = 1; seed <= 200; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
        StateTracker tracker;
        Nanoseconds time = 0;
        for (int i = 0; i < 600; ++i) {
            time += pick(20);
            const pid_t tid = 1 + pick(8);
            SwitchRecord record =
                make(static_cast<SwitchKind>(pick(8)), time - pick(5), 1 + (tid - 1) / 2, pick(3), tid);
            record.gapBegin = record.time - pick(50);
            record.parentPid = 1 + pick(4);
            record.lost = 1;
            tracker.consume({&record, 1});
            if (pick(10) == 0) tracker.markStopped(1 + pick(4), time - pick(30));
            if (pick(10) == 0) tracker.markContinued(1 + pick(4), time + pick(30));
        }
        StateTracker::Closed all = tracker.closed();
        std::map<int, Nanoseconds> cpuEnd;
        std::sort(all.cpus.begin(), all.cpus.end(), [](auto& a, auto& b) { return a.begin < b.begin; });
        for (const CpuInterval& each : all.cpus) {
            EXPECT_LE(cpuEnd[each.cpu], each.begin);
            cpuEnd[each.cpu] = each.end;
        }
        std::map<pid_t, Nanoseconds> end;
        for (const ObservedInterval& each : all.processes) {
            EXPECT_LT(each.begin, each.end);
            EXPECT_LE(end[each.pid], each.begin);
            end[each.pid] = each.end;
        }
        for (const ProcessSummary& summary : tracker.finished())
            EXPECT_EQ(summary.states.sum(), *summary.exit - summary.firstSeen);
        for (const ProcessSummary* summary : tracker.living())
            EXPECT_EQ(summary->states.sum(), summary->since - summary->firstSeen);
    }
}

}  // namespace
}  // namespace ipclab::state_tracker_test

#include "observe/wake_finder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "observe/state_tracker.h"

namespace ipclab::wake_finder_test {
namespace {

constexpr Nanoseconds kUs = 1'000;

SwitchRecord make(SwitchKind kind, Nanoseconds us, pid_t tid, int cpu = 0) {
    SwitchRecord record;
    record.kind = kind;
    record.time = us * kUs;
    record.pid = record.tid = tid;
    record.parentPid = 1;
    record.cpu = cpu;
    return record;
}
SwitchRecord born(Nanoseconds us, pid_t tid) { return make(SwitchKind::Fork, us, tid); }
SwitchRecord in(Nanoseconds us, pid_t tid, int cpu = 0) { return make(SwitchKind::SwitchIn, us, tid, cpu); }
SwitchRecord out(Nanoseconds us, pid_t tid, int cpu = 0) { return make(SwitchKind::SwitchOut, us, tid, cpu); }
SwitchRecord preempted(Nanoseconds us, pid_t tid) { return make(SwitchKind::Preempted, us, tid); }

SchedStat seen(std::uint64_t slices, Nanoseconds delayUs) {
    return {.running = 0, .runDelay = delayUs * kUs, .slices = slices};
}

// "W10-40 R40-50 …" in µs: what the tracker makes of it.
std::string laneOf(WakeFinder& finder, pid_t pid, Nanoseconds untilUs) {
    StateTracker tracker;
    tracker.consume(finder.release(untilUs * kUs));
    std::string text;
    for (const ObservedInterval& each : tracker.closed().processes) {
        if (each.pid != pid) continue;
        text +=
            stateLetter(*each.state) + std::to_string(each.begin / kUs) + "-" + std::to_string(each.end / kUs) + " ";
    }
    return text;
}

TEST(WakeFinder, TheEndOfASingleWaitIsKnownExactly) {
    WakeFinder finder;
    finder.add(std::vector{born(0, 5), in(10, 5), out(100, 5)});
    finder.look(5, seen(1, 10), 150 * kUs);
    finder.add(std::vector{in(1'000, 5), out(1'100, 5)});
    finder.look(5, seen(2, 10 + 250), 1'200 * kUs);
    EXPECT_EQ(laneOf(finder, 5, 2'000), "N0-10 X10-100 W100-750 R750-1000 X1000-1100 ");
}

TEST(WakeFinder, OfSeveralWaitsTheSumIsKnownAndItsSpreadIsMarked) {
    WakeFinder finder;
    finder.add(std::vector{born(0, 5), in(10, 5), out(100, 5), in(200, 5), out(300, 5), in(400, 5), out(500, 5)});
    finder.look(5, seen(3, 10 + 40), 550 * kUs);
    EXPECT_EQ(laneOf(finder, 5, 1'000), "N0-10 X10-100 W100-180 e180-200 X200-300 W300-380 e380-400 X400-500 ");
}

TEST(WakeFinder, AWaitIsNeverReadyForLongerThanItTook) {
    WakeFinder finder;
    finder.add(std::vector{born(0, 5), in(0, 5), out(100, 5), in(110, 5), out(200, 5), in(400, 5), out(500, 5)});
    finder.look(5, seen(3, 100), 550 * kUs);
    EXPECT_EQ(laneOf(finder, 5, 1'000), "X0-100 e100-110 X110-200 W200-310 e310-400 X400-500 ");
}

TEST(WakeFinder, WhatWasReadyAfterAPreemptionIsInTheRecordsAlready) {
    WakeFinder finder;
    finder.add(std::vector{born(0, 5), in(0, 5), preempted(100, 5), in(150, 5), out(200, 5), in(400, 5), out(500, 5)});
    finder.look(5, seen(3, 50 + 30), 550 * kUs);
    EXPECT_EQ(laneOf(finder, 5, 1'000), "X0-100 R100-150 X150-200 W200-370 R370-400 X400-500 ");
}

// A look counts an arrival that is not in the records yet: nothing is settled before it is.
TEST(WakeFinder, ALookIsSettledOnceItsArrivalsAreThere) {
    WakeFinder finder;
    finder.add(std::vector{born(0, 5), in(0, 5), out(100, 5)});
    finder.look(5, seen(2, 60), 420 * kUs);
    EXPECT_EQ(laneOf(finder, 5, 300), "X0-100 ");
    WakeFinder later;
    later.add(std::vector{born(0, 5), in(0, 5), out(100, 5)});
    later.look(5, seen(2, 60), 420 * kUs);
    later.add(std::vector{in(400, 5), out(500, 5)});
    EXPECT_EQ(laneOf(later, 5, 1'000), "X0-100 W100-340 R340-400 X400-500 ");
}

SwitchRecord ended(Nanoseconds us, pid_t tid) { return make(SwitchKind::Exit, us, tid); }

// Its records are held until whoever reaped it has told; what it has told settles them like a look.
TEST(WakeFinder, TheLastWaitOfAProcessIsKnownFromWhoReapedIt) {
    WakeFinder finder;
    finder.add(std::vector{born(0, 5), in(10, 5), out(100, 5)});
    finder.look(5, seen(1, 10), 150 * kUs);
    finder.add(std::vector{in(1'000, 5), ended(1'100, 5)});
    EXPECT_EQ(laneOf(finder, 5, 2'000), "N0-10 X10-100 ");
    ASSERT_EQ(finder.ended(), std::vector<pid_t>{5});
    WakeFinder told;
    told.add(std::vector{born(0, 5), in(10, 5), out(100, 5)});
    told.look(5, seen(1, 10), 150 * kUs);
    told.add(std::vector{in(1'000, 5), ended(1'100, 5)});
    told.lastLook(5, seen(2, 10 + 250));
    EXPECT_TRUE(told.ended().empty());
    EXPECT_EQ(laneOf(told, 5, 2'000), "N0-10 X10-100 W100-750 R750-1000 X1000-1100 ");
}

// It slept at the last look: from then on it may have been ready all the time, or none of it.
TEST(WakeFinder, WhereNobodyTellsAllOfTheWaitSinceTheLastLookIsMarked) {
    for (const bool late : {false, true}) {
        WakeFinder finder;
        finder.add(std::vector{born(0, 5), in(10, 5), out(100, 5)});
        finder.look(5, seen(1, 10), 150 * kUs);
        finder.look(5, seen(1, 10), 400 * kUs);
        finder.add(std::vector{in(1'000, 5), ended(1'100, 5)});
        if (!late) finder.lastLook(5, {});
        const Nanoseconds untilUs = 2'000 + (late ? WakeFinder::kLongestHold / kUs : 0);
        EXPECT_EQ(laneOf(finder, 5, untilUs), "N0-10 X10-100 W100-400 e400-1000 X1000-1100 ") << late;
    }
}

// A look that its arrivals do not come to holds the stream back, but not for ever.
TEST(WakeFinder, WhatIsNotSettledIsHeldBackForATime) {
    WakeFinder finder;
    finder.add(std::vector{born(0, 5), in(10, 5), out(100, 5), in(200, 5), out(300, 5)});
    finder.look(5, seen(3, 60), 350 * kUs);  // it has counted one that is not in the records
    EXPECT_EQ(laneOf(finder, 5, 1'000), "N0-10 X10-100 ");
    EXPECT_EQ(finder.releasedUntil(), 100 * kUs + 1);
    finder.add(std::vector{in(400, 5), out(500, 5)});
    EXPECT_TRUE(std::ranges::any_of(finder.release(1'000 * kUs),
                                    [](const auto& it) { return it.kind == SwitchKind::WakingEstimated; }));
    finder.look(5, seen(9, 90), 1'100 * kUs);
    finder.add(std::vector{in(1'200, 5), out(1'300, 5)});
    EXPECT_LT(finder.release(2'000 * kUs).size(), 3U);
    const auto rest = finder.release(3'000 * kUs + WakeFinder::kLongestHold);
    EXPECT_TRUE(std::ranges::any_of(rest, [](const auto& it) { return it.kind == SwitchKind::WakingEstimated; }));
    EXPECT_EQ(std::ranges::count(rest, SwitchKind::SwitchIn, &SwitchRecord::kind), 1);
}

TEST(WakeFinder, NothingIsExactAfterALoss) {
    WakeFinder finder;
    SwitchRecord lost = make(SwitchKind::Lost, 150, 0, 1);
    lost.gapBegin = 120 * kUs;
    lost.lost = 3;
    finder.add(std::vector{born(0, 5), in(0, 5), out(100, 5), lost});
    finder.look(5, seen(4, 100), 160 * kUs);
    finder.add(std::vector{in(400, 5), out(500, 5), in(600, 5), out(700, 5)});
    finder.look(5, seen(5, 130), 550 * kUs);
    finder.add(std::vector{in(900, 5), out(1'000, 5)});
    const auto records = finder.release(2'000 * kUs);
    EXPECT_TRUE(std::ranges::none_of(records, [](const auto& it) { return it.kind == SwitchKind::Waking; }));
}

// The kernel's delay may be too long (observe/process_account.h): nobody was ready while it was seen asleep.
TEST(WakeFinder, AWaitIsNotReadyBeforeItWasLastSeenAsleep) {
    WakeFinder finder;
    finder.add(std::vector{born(0, 5), in(10, 5), out(100, 5)});
    finder.look(5, seen(1, 10), 150 * kUs);
    finder.sleeps(5, 900 * kUs);
    finder.add(std::vector{in(1'000, 5), out(1'100, 5)});
    finder.look(5, seen(2, 10 + 850), 1'200 * kUs);
    EXPECT_EQ(laneOf(finder, 5, 2'000), "N0-10 X10-100 W100-900 R900-1000 X1000-1100 ");
    EXPECT_EQ(finder.overcounted(5), (850 - 100 - 20) * kUs) << "but for what a switch may take";
}

// A wake out of a wait that is over says nothing of the one that goes on.
TEST(WakeFinder, AWakeThatIsFoundTooLateEndsNoOtherWait) {
    StateTracker tracker;
    tracker.consume(std::vector{born(0, 5), in(10, 5), out(100, 5), in(200, 5), out(300, 5)});
    tracker.consume(std::vector{make(SwitchKind::WakingEstimated, 150, 5)});
    tracker.consume(std::vector{in(900, 5), out(950, 5)});
    for (const ObservedInterval& each : tracker.closed().processes)
        EXPECT_NE(each.state, ObservedState(ProcessState::ReadyEstimated));
}

TEST(WakeFinder, AThreadThatCouldRunAtALookIsReady) {
    StateTracker tracker;
    tracker.consume(std::vector{born(0, 5), in(10, 5), out(100, 5)});
    tracker.markReady(5, 90 * kUs, 95 * kUs, 0);  // it was on its core
    tracker.markReady(5, 400 * kUs, 410 * kUs, 300 * kUs);
    tracker.consume(std::vector{in(900, 5), out(950, 5)});
    std::string text;
    for (const ObservedInterval& each : tracker.closed().processes)
        text +=
            stateLetter(*each.state) + std::to_string(each.begin / kUs) + "-" + std::to_string(each.end / kUs) + " ";
    EXPECT_EQ(text, "N0-10 X10-100 W100-300 e300-410 R410-900 X900-950 ");
}

// Stopped at the last look, continued since: from then on it may have been ready.
TEST(WakeFinder, AStoppedThreadThatCouldRunAtALookHasBeenContinued) {
    StateTracker tracker;
    tracker.consume(std::vector{born(0, 5), in(10, 5)});
    tracker.markStopped(5, 50 * kUs);
    tracker.consume(std::vector{out(100, 5)});
    tracker.markReady(5, 400 * kUs, 410 * kUs, 300 * kUs);
    tracker.consume(std::vector{in(900, 5), out(950, 5)});
    tracker.consume(std::vector{in(1'000, 5)});
    std::string text;
    for (const ObservedInterval& each : tracker.closed().processes)
        text +=
            stateLetter(*each.state) + std::to_string(each.begin / kUs) + "-" + std::to_string(each.end / kUs) + " ";
    EXPECT_EQ(text, "N0-10 X10-100 T100-300 e300-410 R410-900 X900-950 W950-1000 ");
}

}  // namespace
}  // namespace ipclab::wake_finder_test

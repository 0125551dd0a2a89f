// Every shape of waiting, made by hand.
#include "results/wait_graph.h"

#include <gmock/gmock.h>

#include "results/deadlock_watch.h"

namespace ipclab {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Names = std::vector<std::uint32_t>;

// Process by process what it waits for; links by their ends.
struct Scene {
    WaitSnapshot snapshot;
    std::vector<std::uint64_t> messages;

    explicit Scene(std::size_t processes) { snapshot.processes.resize(processes); }
    Scene& link(const Names& senders, const Names& receivers) {
        const auto index = static_cast<std::uint32_t>(snapshot.underWay.size());
        snapshot.underWay.push_back(false);
        for (const std::uint32_t p : senders) snapshot.ports.push_back({p, index, PortRole::Sender});
        for (const std::uint32_t p : receivers) snapshot.ports.push_back({p, index, PortRole::Receiver});
        messages.resize(snapshot.ports.size());
        return *this;
    }
    Scene& waits(std::uint32_t process, WaitReason reason, std::uint32_t on = kNoIndex) {
        snapshot.processes[process].waiting = {reason, on};
        snapshot.processes[process].anyOf.clear();
        return *this;
    }
    Scene& waitsForAny(std::uint32_t process, const std::vector<Waiting>& any) {
        snapshot.processes[process].waiting = any.front();
        snapshot.processes[process].anyOf = any;
        return *this;
    }
    Scene& close(std::uint32_t process, std::uint32_t link) {
        for (WaitPort& port : snapshot.ports) port.closed |= port.process == process && port.link == link;
        return *this;
    }
    [[nodiscard]] std::vector<Deadlock> deadlocks() const { return findDeadlocks(snapshot); }
};

// a → b over link 0, b → a over link 1.
Scene bothWays() { return std::move(Scene(2).link({0}, {1}).link({1}, {0})); }

TEST(WaitGraph, WhoeverWaitsForAFullLinkWaitsForItsReceivers) {
    const Scene scene = std::move(Scene(3).link({0}, {1, 2}).waits(0, WaitReason::Full, 0));
    EXPECT_THAT(waitEdges(scene.snapshot),
                ElementsAre(WaitEdge{0, 1, WaitReason::Full, 0}, WaitEdge{0, 2, WaitReason::Full, 0}));
}

TEST(WaitGraph, ClosedEndsAndTheDeadAreWaitedForByNobody) {
    Scene scene = std::move(Scene(4).link({0, 1, 2}, {3}).waits(3, WaitReason::Empty, 0).close(1, 0));
    scene.snapshot.processes[2].alive = false;
    EXPECT_THAT(waitEdges(scene.snapshot), ElementsAre(WaitEdge{3, 0, WaitReason::Empty, 0}));
}

TEST(WaitGraph, SleepersWaitForNoProcess) {
    const Scene scene = std::move(bothWays().waits(0, WaitReason::Sleep).waits(1, WaitReason::Paused));
    EXPECT_THAT(waitEdges(scene.snapshot), IsEmpty());
    EXPECT_THAT(scene.deadlocks(), IsEmpty());
}

TEST(Deadlocks, AConsumerWaitingForARunningProducerIsNone) {
    const Scene scene = std::move(Scene(2).link({0}, {1}).waits(1, WaitReason::Empty, 0));
    EXPECT_THAT(scene.deadlocks(), IsEmpty());
}

TEST(Deadlocks, TwoThatWriteBeforeTheyReadAreOne) {
    const auto found = bothWays().waits(0, WaitReason::Full, 0).waits(1, WaitReason::Full, 1).deadlocks();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].members, ElementsAre(0, 1));
    EXPECT_THAT(found[0].behind, IsEmpty());
    EXPECT_THAT(found[0].cycle, ElementsAre(WaitEdge{0, 1, WaitReason::Full, 0}, WaitEdge{1, 0, WaitReason::Full, 1}));
}

TEST(Deadlocks, TwoThatReadBeforeTheyWriteAreOneUnlessAMessageIsOnItsWay) {
    Scene scene = std::move(bothWays().waits(0, WaitReason::Empty, 1).waits(1, WaitReason::Empty, 0));
    EXPECT_THAT(scene.deadlocks(), SizeIs(1));
    scene.snapshot.underWay[0] = true;
    EXPECT_THAT(scene.deadlocks(), IsEmpty());
}

TEST(Deadlocks, ARingOfThreeIsWalkedInItsOrder) {
    Scene ring(3);
    ring.link({2}, {1}).link({1}, {0}).link({0}, {2});
    const auto found =
        ring.waits(0, WaitReason::Full, 2).waits(1, WaitReason::Full, 1).waits(2, WaitReason::Full, 0).deadlocks();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].members, ElementsAre(0, 1, 2));
    EXPECT_THAT(found[0].cycle, ElementsAre(WaitEdge{0, 2, WaitReason::Full, 2}, WaitEdge{2, 1, WaitReason::Full, 0},
                                            WaitEdge{1, 0, WaitReason::Full, 1}));
}

// 0 waits for room that 1 or 2 can make; 1 waits for 0. As long as 2 runs, a cycle is no deadlock; when 2 waits for 0
// as well, all three are a knot.
TEST(Deadlocks, ACycleWithAWayOutIsNoneAndAKnotIsOne) {
    Scene scene(3);
    scene.link({0}, {1, 2}).link({0}, {1}).link({0}, {2});
    scene.waits(0, WaitReason::Full, 0).waits(1, WaitReason::Empty, 1);
    EXPECT_THAT(scene.deadlocks(), IsEmpty());
    scene.waits(2, WaitReason::Empty, 2);
    ASSERT_THAT(scene.deadlocks(), SizeIs(1));
    EXPECT_THAT(scene.deadlocks()[0].members, ElementsAre(0, 1, 2));
    EXPECT_THAT(scene.deadlocks()[0].cycle, SizeIs(4));
    scene.waits(2, WaitReason::Sleep);
    EXPECT_THAT(scene.deadlocks(), IsEmpty());
}

TEST(Deadlocks, ThoseStuckBehindAreToldApartFromTheMembers) {
    Scene scene(4);
    scene.link({0}, {1}).link({1}, {0}).link({1}, {2}).link({2}, {3});
    scene.waits(0, WaitReason::Full, 0).waits(1, WaitReason::Full, 1);
    scene.waits(2, WaitReason::Empty, 2).waits(3, WaitReason::Empty, 3);
    ASSERT_THAT(scene.deadlocks(), SizeIs(1));
    EXPECT_THAT(scene.deadlocks()[0].members, ElementsAre(0, 1));
    EXPECT_THAT(scene.deadlocks()[0].behind, ElementsAre(2, 3));
}

TEST(Deadlocks, TwoSeparateOnesAreTwo) {
    Scene scene(4);
    scene.link({0}, {1}).link({1}, {0}).link({2}, {3}).link({3}, {2});
    scene.waits(0, WaitReason::Full, 0).waits(1, WaitReason::Full, 1);
    scene.waits(2, WaitReason::Empty, 3).waits(3, WaitReason::Empty, 2);
    EXPECT_THAT(scene.deadlocks(), SizeIs(2));
}

TEST(Deadlocks, LocksTakenCrosswiseAreOne) {
    Scene scene(2);
    scene.snapshot.lockHolders = {0, 1};
    scene.waits(0, WaitReason::Lock, 1);
    EXPECT_THAT(scene.deadlocks(), IsEmpty());
    scene.waits(1, WaitReason::Lock, 0);
    ASSERT_THAT(scene.deadlocks(), SizeIs(1));
    EXPECT_THAT(scene.deadlocks()[0].cycle,
                ElementsAre(WaitEdge{0, 1, WaitReason::Lock, 1}, WaitEdge{1, 0, WaitReason::Lock, 0}));
    scene.snapshot.lockHolders[0] = kNoIndex;
    EXPECT_THAT(scene.deadlocks(), IsEmpty()) << "a lock nobody holds can be had";
}

TEST(Deadlocks, ALockAndALinkCanCloseTheCircleTogether) {
    Scene scene(2);
    scene.link({0}, {1});
    scene.snapshot.lockHolders = {0};
    scene.waits(0, WaitReason::Full, 0).waits(1, WaitReason::Lock, 0);
    EXPECT_THAT(scene.deadlocks(), SizeIs(1));
}

TEST(Deadlocks, WhoeverWillBeToldThatTheOthersHaveGoneIsInNone) {
    Scene scene = std::move(bothWays().waits(0, WaitReason::Full, 0).waits(1, WaitReason::Full, 1));
    scene.close(1, 0);
    EXPECT_THAT(scene.deadlocks(), IsEmpty());
    Scene dead = std::move(bothWays().waits(0, WaitReason::Empty, 1));
    dead.snapshot.processes[1].alive = false;
    EXPECT_THAT(dead.deadlocks(), IsEmpty());
}

TEST(Deadlocks, WhoIsHeldFromOutsideIsInNone) {
    Scene scene = std::move(bothWays().waits(0, WaitReason::Full, 0).waits(1, WaitReason::Full, 1));
    scene.snapshot.processes[1].held = true;
    EXPECT_THAT(scene.deadlocks(), IsEmpty());
}

TEST(Deadlocks, OneWhoFillsAPipeToItselfIsAlone) {
    const Scene scene = std::move(Scene(1).link({0}, {0}).waits(0, WaitReason::Full, 0));
    ASSERT_THAT(scene.deadlocks(), SizeIs(1));
    EXPECT_THAT(scene.deadlocks()[0].members, ElementsAre(0));
}

TEST(Deadlocks, SenderAndReceiverOfOneLinkMeet) {
    const Scene scene = std::move(Scene(2).link({0}, {1}).waits(0, WaitReason::Full, 0).waits(1, WaitReason::Empty, 0));
    EXPECT_THAT(scene.deadlocks(), IsEmpty()) << "one look caught both between two messages";
}

TEST(Deadlocks, AHundredRoundAMailboxAreOneWithAsManyWaitsAsCanBeRead) {
    constexpr std::uint32_t kHalf = 50;
    Scene scene(2 * kHalf);
    Names producers, consumers;
    for (std::uint32_t i = 0; i < kHalf; ++i) producers.push_back(i), consumers.push_back(kHalf + i);
    scene.link(producers, consumers).link(consumers, producers);
    for (const std::uint32_t p : producers) scene.waits(p, WaitReason::Full, 0);
    for (const std::uint32_t c : consumers) scene.waits(c, WaitReason::Full, 1);
    ASSERT_THAT(scene.deadlocks(), SizeIs(1));
    EXPECT_THAT(scene.deadlocks()[0].members, SizeIs(2 * kHalf));
    EXPECT_THAT(scene.deadlocks()[0].cycle, SizeIs(Deadlock::kMostEdges));
}

// --- waits for any of several (poll(2)) --------------------------------------------------------------------------

constexpr Waiting full(std::uint32_t link) { return {WaitReason::Full, link}; }
constexpr Waiting empty(std::uint32_t link) { return {WaitReason::Empty, link}; }

TEST(WaitGraph, WhoWaitsForAnyOfSeveralWaitsForAllWhoAreThere) {
    Scene scene(3);
    scene.link({0}, {1}).link({2}, {0});
    scene.waitsForAny(0, {full(0), empty(1), {WaitReason::Sleep}});
    EXPECT_THAT(waitEdges(scene.snapshot),
                ElementsAre(WaitEdge{0, 1, WaitReason::Full, 0}, WaitEdge{0, 2, WaitReason::Empty, 1}));
}

// 0 waits for 1 or 2; both must be stuck because of it before it is.
TEST(Deadlocks, ACircleWithOneWayOutIsNoneAndWithoutAnyItIsOne) {
    Scene scene(3);
    scene.link({1}, {0}).link({2}, {0}).link({0}, {1}).link({0}, {2});
    scene.waitsForAny(0, {empty(0), empty(1)}).waits(1, WaitReason::Empty, 2);
    EXPECT_THAT(scene.deadlocks(), IsEmpty()) << "2 may still send to 0";
    scene.waits(2, WaitReason::Empty, 3);
    ASSERT_THAT(scene.deadlocks(), SizeIs(1));
    EXPECT_THAT(scene.deadlocks()[0].members, ElementsAre(0, 1, 2));
    EXPECT_THAT(
        scene.deadlocks()[0].cycle,
        testing::UnorderedElementsAre(WaitEdge{0, 1, WaitReason::Empty, 0}, WaitEdge{0, 2, WaitReason::Empty, 1},
                                      WaitEdge{1, 0, WaitReason::Empty, 2}, WaitEdge{2, 0, WaitReason::Empty, 3}));
}

TEST(Deadlocks, AMomentOfTimeIsAWayOut) {
    Scene scene = bothWays();
    scene.waitsForAny(0, {empty(1), {WaitReason::Sleep}}).waits(1, WaitReason::Empty, 0);
    EXPECT_THAT(scene.deadlocks(), IsEmpty());
    scene.waits(0, WaitReason::Empty, 1);
    EXPECT_THAT(scene.deadlocks(), SizeIs(1));
}

TEST(Deadlocks, AnythingThatIsOnItsWayOrWasClosedIsAWayOut) {
    Scene scene(3);
    scene.link({1}, {0}).link({2}, {0}).link({0}, {1}).link({0}, {2});
    scene.waitsForAny(0, {empty(0), empty(1)}).waits(1, WaitReason::Empty, 2).waits(2, WaitReason::Empty, 3);
    ASSERT_THAT(scene.deadlocks(), SizeIs(1));
    scene.snapshot.underWay[1] = true;
    EXPECT_THAT(scene.deadlocks(), IsEmpty());
    scene.snapshot.underWay[1] = false;
    scene.close(2, 1);
    EXPECT_THAT(scene.deadlocks(), IsEmpty()) << "the end of that link is told";
}

TEST(Deadlocks, WhoWaitsForMoreThanItCanNameIsInNone) {
    Scene scene = bothWays();
    scene.waitsForAny(0, {full(0), empty(1)}).waits(1, WaitReason::Full, 1);
    EXPECT_THAT(scene.deadlocks(), IsEmpty()) << "1 fills what 0 empties: they meet";
    scene.waits(1, WaitReason::Empty, 0);
    EXPECT_THAT(scene.deadlocks(), IsEmpty());
    Scene stuck(2);
    stuck.link({0}, {1}).link({0}, {1}).link({1}, {0});
    stuck.waitsForAny(0, {full(0), full(1)}).waits(1, WaitReason::Full, 2);
    ASSERT_THAT(stuck.deadlocks(), SizeIs(1));
    stuck.snapshot.processes[0].more = true;
    EXPECT_THAT(stuck.deadlocks(), IsEmpty());
}

TEST(Deadlocks, OneWhoseEveryWayIsStuckIsBehind) {
    Scene scene(3);
    scene.link({1}, {2}).link({2}, {1}).link({1}, {0}).link({2}, {0});
    scene.waits(1, WaitReason::Empty, 1).waits(2, WaitReason::Empty, 0).waitsForAny(0, {empty(2), empty(3)});
    ASSERT_THAT(scene.deadlocks(), SizeIs(1));
    EXPECT_THAT(scene.deadlocks()[0].members, ElementsAre(1, 2));
    EXPECT_THAT(scene.deadlocks()[0].behind, ElementsAre(0));
}

constexpr Nanoseconds kStep = 50'000'000;

std::size_t toldIn(DeadlockWatch& watch, const Scene& scene, int from, int to) {
    std::size_t told = 0;
    for (int i = from; i < to; ++i) told += watch.see(i * kStep, scene.snapshot, scene.messages).size();
    return told;
}

TEST(DeadlockWatch, TellsOnceWhatLasts) {
    DeadlockWatch watch;
    const Scene scene = std::move(bothWays().waits(0, WaitReason::Full, 0).waits(1, WaitReason::Full, 1));
    EXPECT_EQ(toldIn(watch, scene, 0, 6), 0U) << "below 300 ms";
    EXPECT_EQ(toldIn(watch, scene, 6, 100), 1U);
    EXPECT_EQ(watch.lasting().size(), 1U);
    EXPECT_EQ(watch.lasting()[0].sinceNs, 0);
}

TEST(DeadlockWatch, AMessageInBetweenBeginsAnew) {
    DeadlockWatch watch;
    Scene scene = std::move(bothWays().waits(0, WaitReason::Full, 0).waits(1, WaitReason::Full, 1));
    for (int i = 0; i < 100; ++i) {
        if (i % 5 == 0) ++scene.messages[0];
        EXPECT_THAT(watch.see(i * kStep, scene.snapshot, scene.messages), IsEmpty());
    }
    EXPECT_THAT(watch.lasting(), IsEmpty());
}

TEST(DeadlockWatch, APollingEndThatIsCaughtBetweenTwoCallsStillWaits) {
    DeadlockWatch watch;
    Scene scene = bothWays();
    std::size_t told = 0;
    for (int i = 0; i < 40; ++i) {
        scene.waits(0, i % 2 == 0 ? WaitReason::Full : WaitReason::None, i % 2 == 0 ? 0 : kNoIndex);
        scene.waits(1, i % 3 == 0 ? WaitReason::Full : WaitReason::None, i % 3 == 0 ? 1 : kNoIndex);
        told += watch.see(i * kStep, scene.snapshot, scene.messages).size();
    }
    EXPECT_EQ(told, 1U);
}

TEST(DeadlockWatch, APollingEndThatIsCaughtBetweenTwoCallsStillWaitsForAllOfIt) {
    DeadlockWatch watch;
    Scene scene = bothWays();
    scene.waits(1, WaitReason::Empty, 0);
    std::size_t told = 0;
    for (int i = 0; i < 40; ++i) {
        if (i % 2 == 0) {
            scene.waitsForAny(0, {empty(1), {WaitReason::Sleep}});
        } else {
            scene.waits(0, WaitReason::None);
        }
        told += watch.see(i * kStep, scene.snapshot, scene.messages).size();
    }
    EXPECT_EQ(told, 0U) << "its time comes";
}

TEST(DeadlockWatch, WhoComputesAfterAMessageWaitsNoMore) {
    DeadlockWatch watch;
    Scene scene = std::move(bothWays().waits(0, WaitReason::Full, 0).waits(1, WaitReason::Full, 1));
    (void)watch.see(0, scene.snapshot, scene.messages);
    ++scene.messages[0];
    scene.waits(0, WaitReason::None);
    EXPECT_EQ(toldIn(watch, scene, 1, 40), 0U);
}

}  // namespace
}  // namespace ipclab

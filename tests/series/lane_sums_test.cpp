// Sums of a lane are what its own counters tell, from its beginning and between two moments.
#include "series/lane_sums.h"

#include <gtest/gtest.h>

#include <random>

#include "series/lane_book.h"

namespace ipclab {
namespace {

using enum ProcessState;

// A life of some thousand turns, some of them with a gap before.
std::vector<StateInterval> life(unsigned seed) {
    std::mt19937 random(seed);
    std::vector<StateInterval> all{{.start = 100, .end = 200, .state = New}};
    constexpr std::array kStates{Ready, Running, Waiting, Running, Stopped};
    for (int i = 0; i < 3'000; ++i) {
        const Nanoseconds start = all.back().end + (random() % 50 == 0 ? 7 : 0);
        const auto length = static_cast<Nanoseconds>(random() % 3'000'000 + 1);
        all.push_back({.start = start, .end = start + length, .state = kStates[random() % kStates.size()]});
    }
    return all;
}

StretchSums until(const std::vector<StateInterval>& all, Nanoseconds atNs) {
    LaneSums sums;
    std::optional<StateInterval> goesOn;
    for (const StateInterval& it : all) {
        if (it.end <= atNs) sums.add(it);
        if (it.start <= atNs && it.end > atNs) goesOn = it;
    }
    return sums.at(atNs, goesOn, false);
}

TEST(LaneSums, AreWhatTheLaneTells) {
    const auto all = life(7);
    StateSeries lane;
    for (const StateInterval& it : all) lane.append(it.start, it.end, it.state);
    TransitionCounter counter;
    counter.follow(lane);
    SliceHistogram slices;
    slices.follow(lane);
    const StretchSums sums = until(all, all.back().end);
    EXPECT_EQ(sums.transitions, counter.counts(lane, false));
    EXPECT_EQ(sums.slices.bins(), slices.bins());
    EXPECT_EQ(sums.slices.longest(), slices.longest());
    EXPECT_EQ(sums.times, lane.totals(0, all.back().end));
}

TEST(LaneSums, BetweenTwoMomentsAreTheirDifference) {
    const auto all = life(11);
    StateSeries lane;
    for (const StateInterval& it : all) lane.append(it.start, it.end, it.state);
    const Nanoseconds a = all[700].start + 10, b = all[2'100].end - 3;
    StretchSums sums = until(all, b);
    Nanoseconds longest = 0;
    std::uint64_t ran = 0;
    for (std::size_t i = 700; i < 2'100; ++i) {
        if (all[i].state != Running) continue;
        ++ran;
        longest = std::max(longest, all[i].end - all[i].start);
    }
    sums.takeAway(until(all, a), longest);
    EXPECT_EQ(sums.times, lane.totals(a, b));
    EXPECT_EQ(sums.slices.count(), ran);
    EXPECT_EQ(sums.slices.longest(), longest);
    TransitionCounts arcs;
    for (std::size_t i = 701; i <= 2'100; ++i) {
        const bool touch = all[i - 1].end >= all[i].start;
        arcs.add(touch ? std::optional(all[i - 1].state) : std::nullopt, all[i].state);
    }
    ASSERT_TRUE(sums.transitions);
    for (std::size_t i = 0; i < kTransitionCount; ++i) {
        const auto arc = static_cast<Transition>(i);
        if (arc == Transition::Wait) continue;  // a late stop takes one back, whenever that was
        EXPECT_EQ((*sums.transitions)[arc], arcs[arc]) << kTransitionArcs[i].id;
    }
    EXPECT_EQ(sums.transitions->notSeen(), arcs.notSeen());
}

TEST(LaneSums, GoOnFromWhatWasWrittenDown) {
    const auto all = life(13);
    LaneSums whole, first;
    for (std::size_t i = 0; i < all.size(); ++i) {
        whole.add(all[i]);
        if (i < 1'000) first.add(all[i]);
    }
    const StateInterval last{.end = first.end(), .state = first.transitions().last()->state};
    LaneSums second(TransitionCounter(first.transitions().soFar(), last, false),
                    SliceHistogram(first.slices().bins(), first.slices().longest()), first.times(), first.intervals());
    for (std::size_t i = 1'000; i < all.size(); ++i) second.add(all[i]);
    const StretchSums a = whole.at(all.back().end, {}, true), b = second.at(all.back().end, {}, true);
    EXPECT_EQ(a.transitions, b.transitions);
    EXPECT_EQ(a.slices.bins(), b.slices.bins());
    EXPECT_EQ(a.slices.count(), b.slices.count());
    EXPECT_EQ(a.times, b.times);
    EXPECT_EQ(whole.intervals(), second.intervals());
}

TEST(LaneBook, TellsAnyStretchOfALaneThatGrows) {
    std::vector<StateInterval> all = life(17);
    for (const StateInterval& it : life(19)) {
        const Nanoseconds by = 20'000'000'000;
        all.push_back({.start = it.start + by, .end = it.end + by, .state = it.state});
    }
    StateSeries lane;
    LaneBook book;
    for (std::size_t i = 0; i < all.size(); ++i) {
        lane.append(all[i].start, all[i].end, all[i].state);
        if (i % 777 == 0) book.follow(lane);
    }
    book.follow(lane);
    std::mt19937 random(23);
    for (int round = 0; round < 60; ++round) {
        const std::size_t first = random() % all.size(), last = first + random() % (all.size() - first);
        const Nanoseconds a = all[first].start + 1, b = all[last].end - 1;
        StretchSums expected = until(all, b);
        Nanoseconds longest = 0;
        for (std::size_t i = first; i < last; ++i) {
            if (all[i].state == Running) longest = std::max(longest, all[i].end - all[i].start);
        }
        expected.takeAway(until(all, a), longest);
        const StretchSums told = book.between(lane, a, b, 0);
        EXPECT_EQ(told.times, expected.times) << first << ' ' << last;
        EXPECT_EQ(told.transitions, expected.transitions) << first << ' ' << last;
        EXPECT_EQ(told.slices.bins(), expected.slices.bins()) << first << ' ' << last;
        EXPECT_EQ(told.slices.longest(), longest) << first << ' ' << last;
    }
    const auto alive = book.until(lane, all.back().end, 0).transitions,
               gone = book.until(lane, all.back().end, 1).transitions;
    EXPECT_EQ((*gone)[Transition::Exit], (*alive)[Transition::Exit] + 1);
}

TEST(LaneBook, CountsWhatTheLaneHasForgotten) {
    StateSeries lane(64);
    for (Nanoseconds t = 0; t < 20'000'000; t += 1'000) lane.append(t, t + 1'000, t % 2'000 == 0 ? Running : Waiting);
    LaneBook book;
    book.follow(lane);
    const StretchSums all = book.until(lane, 20'000'000, 0);
    EXPECT_GT(all.slices.missing(), 0U);
    EXPECT_EQ(all.slices.missing(), lane.firstIndex());
    EXPECT_EQ(all.transitions->notSeen(), lane.firstIndex() + 1);
}

TEST(LaneSums, OfASampledLaneCountNoArcs) {
    LaneSums sums;
    sums.add({.start = 0, .end = 10, .state = Runnable});
    sums.add({.start = 10, .end = 20, .state = Waiting});
    EXPECT_FALSE(sums.at(20, {}, false).transitions);
    EXPECT_EQ(sums.at(20, {}, false).times[static_cast<std::size_t>(Waiting)], 10);
}

}  // namespace
}  // namespace ipclab

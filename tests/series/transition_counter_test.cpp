#include "series/transition_counter.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace ipclab {
namespace {

using enum ProcessState;
using Arcs = std::map<std::string, std::uint64_t>;

Arcs arcs(const std::optional<TransitionCounts>& counts) {
    Arcs taken;
    if (!counts) return {{"unknown", 1}};
    for (std::size_t i = 0; i < kTransitionCount; ++i) {
        const std::uint64_t count = (*counts)[static_cast<Transition>(i)];
        if (count > 0) taken[std::string(kTransitionArcs[i].id)] = count;
    }
    if (counts->notSeen() > 0) taken["not_seen"] = counts->notSeen();
    return taken;
}

// States one after the other, ten nanoseconds each.
StateSeries lane(const std::vector<ProcessState>& states) {
    StateSeries series;
    Nanoseconds at = 0;
    for (const ProcessState state : states) {
        series.append(at, at + 10, state);
        at += 10;
    }
    return series;
}

std::optional<TransitionCounts> counted(const StateSeries& lane, bool ended = true) {
    TransitionCounter counter;
    counter.follow(lane);
    return counter.counts(lane, ended);
}

TEST(TransitionCounter, CountsTheArcsOfALife) {
    const auto counts = counted(lane({New, Running, Ready, Running, Waiting, Ready, Running}));
    EXPECT_EQ(arcs(counts),
              (Arcs{{"admitted", 1}, {"dispatch", 3}, {"interrupt", 1}, {"wait", 1}, {"wake_up", 1}, {"exit", 1}}));
    for (const ProcessState state : {Ready, Running, Waiting, Stopped})
        EXPECT_EQ(counts->into(state), counts->outOf(state)) << stateId(state);
    EXPECT_EQ(counts->outOf(New), 1U);
    EXPECT_EQ(counts->into(Terminated), 1U);
}

TEST(TransitionCounter, CountsAWakeUpWhetherOrNotItsMomentIsKnown) {
    EXPECT_EQ(counted(lane({New, Running, Waiting, Ready, Running})), counted(lane({New, Running, Waiting, Running})));
}

TEST(TransitionCounter, WhereItIsNowIsOneMoreInThanOut) {
    StateSeries series = lane({New, Running, Waiting, Running});
    series.setOpen(Waiting, 40);
    const auto counts = counted(series, false);
    EXPECT_EQ(arcs(counts), (Arcs{{"admitted", 1}, {"dispatch", 2}, {"wait", 2}, {"wake_up", 1}}));
    EXPECT_EQ(counts->into(Waiting), counts->outOf(Waiting) + 1);
    EXPECT_EQ(counts->into(Running), counts->outOf(Running));
}

// /proc tells of a stop after the switch that it caused.
TEST(TransitionCounter, AStopThatIsToldLateIsNoWait) {
    EXPECT_EQ(arcs(counted(lane({New, Running, Waiting, Stopped, Ready, Running}))),
              (Arcs{{"admitted", 1}, {"dispatch", 2}, {"stop", 1}, {"continue", 1}, {"exit", 1}}));
}

TEST(TransitionCounter, WhatIsMissingIsCountedAsNotSeen) {
    StateSeries series;
    series.append(0, 10, New);
    series.append(10, 20, Running);
    series.append(30, 40, Running);  // records were lost in between
    EXPECT_EQ(arcs(counted(series)), (Arcs{{"admitted", 1}, {"dispatch", 1}, {"exit", 1}, {"not_seen", 1}}));
    EXPECT_EQ(arcs(counted(lane({Running, Waiting}), false)), (Arcs{{"wait", 1}, {"not_seen", 1}}))
        << "it was there before";
    StateSeries small(32);
    for (Nanoseconds at = 0; at < 4000; at += 10) small.append(at, at + 10, at % 20 == 0 ? Running : Ready);
    EXPECT_GT(counted(small)->notSeen(), 0U) << "folded together before it was counted";
}

TEST(TransitionCounter, FollowsALaneThatGrows) {
    TransitionCounter counter;
    StateSeries series;
    const std::vector<ProcessState> states{New, Running, Ready, Running, Waiting, Ready, Running};
    for (std::size_t i = 0; i < states.size(); ++i) {
        const auto at = static_cast<Nanoseconds>(10 * i);
        series.append(at, at + 10, states[i]);
        counter.follow(series);
        counter.follow(series);
    }
    EXPECT_EQ(counter.counts(series, true), counted(lane(states)));
}

TEST(TransitionCounter, OfASampledLaneNothingIsCounted) {
    EXPECT_EQ(counted(lane({New, Runnable, Waiting, Runnable})), std::nullopt);
    EXPECT_EQ(counted(StateSeries()), std::nullopt);
}

}  // namespace
}  // namespace ipclab

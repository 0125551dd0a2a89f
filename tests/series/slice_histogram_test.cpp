#include "series/slice_histogram.h"

#include <gtest/gtest.h>

namespace ipclab {
namespace {

TEST(SliceHistogram, EdgesRiseAndEveryLengthIsBetweenThoseOfItsBin) {
    for (std::size_t bin = 1; bin < SliceHistogram::kBins; ++bin)
        ASSERT_GT(SliceHistogram::lowerEdge(bin), SliceHistogram::lowerEdge(bin - 1));
    for (const Nanoseconds length : {Nanoseconds{0}, Nanoseconds{1}, Nanoseconds{999}, Nanoseconds{1'000},
                                     Nanoseconds{4'000'000}, kNsPerSecond, 3'600 * kNsPerSecond}) {
        const std::size_t bin = SliceHistogram::binOf(length);
        EXPECT_GE(length, SliceHistogram::lowerEdge(bin));
        if (bin + 1 < SliceHistogram::kBins) {
            EXPECT_LT(length, SliceHistogram::lowerEdge(bin + 1));
        }
    }
}

TEST(SliceHistogram, CountsRunningIntervalsOnceAsTheLaneGrows) {
    StateSeries lane;
    SliceHistogram slices;
    Nanoseconds t = 1'000;
    const auto run = [&](Nanoseconds length) {
        lane.append(t, t + length, ProcessState::Running, 0);
        lane.append(t + length, t + length + 500, ProcessState::Ready);
        t += length + 500;
    };
    for (int i = 0; i < 9; ++i) run(4'000'000);
    slices.follow(lane);
    slices.follow(lane);
    EXPECT_EQ(slices.count(), 9U);
    run(100'000'000);
    slices.follow(lane);
    EXPECT_EQ(slices.count(), 10U);
    EXPECT_EQ(slices.longest(), 100'000'000);
    EXPECT_GE(slices.quantile(0.5), 4'000'000);
    EXPECT_LE(slices.quantile(0.5), 6'000'000);
    EXPECT_EQ(slices.quantile(1), 100'000'000);
    EXPECT_EQ(slices.bins()[SliceHistogram::binOf(4'000'000)], 9U);
    EXPECT_EQ(slices.missing(), 0U);
}

TEST(SliceHistogram, WhatTheLaneHasForgottenIsCountedAsMissing) {
    StateSeries lane(64);
    for (Nanoseconds t = 0; t < 20'000'000; t += 1'000) lane.append(t, t + 900, ProcessState::Running, 0);
    SliceHistogram slices;
    slices.follow(lane);
    EXPECT_GT(slices.missing(), 0U);
    EXPECT_EQ(slices.missing() + slices.count(), 20'000U);
    EXPECT_EQ(SliceHistogram().quantile(0.5), 0);
}

}  // namespace
}  // namespace ipclab

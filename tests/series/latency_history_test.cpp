#include "series/latency_history.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "seed.h"

namespace ipclab::test {
namespace {

constexpr Nanoseconds kTenth = kNsPerSecond / 10;

LatencyHistory::Interval intervalAt(int number, std::vector<LatencyHistory::Count> counts) {
    return {number * kTenth, (number + 1) * kTenth, std::move(counts)};
}

void append(LatencyHistory& history, const LatencyHistory::Interval& it) {
    history.append(it.begin, it.end, it.counts);
}

TEST(LatencyBins, MeetTheDecadesAndHoldWhatTheirEdgesSay) {
    EXPECT_EQ(latency_bins::binOf(0), 0U);
    EXPECT_EQ(latency_bins::binOf(-5), 0U);
    EXPECT_EQ(latency_bins::binOf(1), 0U);
    for (int decade = 1; decade <= 12; ++decade) {
        const auto value = static_cast<Nanoseconds>(std::pow(10, decade));
        EXPECT_EQ(latency_bins::binOf(value), static_cast<std::size_t>(decade) * latency_bins::kPerDecade);
        if (decade > 9) continue;  // where 1 ns is as good as nothing
        EXPECT_EQ(latency_bins::binOf(value - 1), static_cast<std::size_t>(decade) * latency_bins::kPerDecade - 1);
    }
    EXPECT_LT(latency_bins::binOf(3600 * kNsPerSecond), latency_bins::kCount);
    EXPECT_EQ(latency_bins::binOf(100'000 * kNsPerSecond), latency_bins::kCount - 1);
    for (Nanoseconds value = 2; value < 4'000'000'000; value += 1 + value / 7) {
        const std::size_t bin = latency_bins::binOf(value);
        EXPECT_LE(latency_bins::lowerEdgeNs(bin), static_cast<double>(value) * (1 + 1e-9));
        EXPECT_GT(latency_bins::upperEdgeNs(bin), static_cast<double>(value) * (1 - 1e-9));
    }
}

TEST(LatencyBins, AQuantileLiesInTheBinOfItsValue) {
    LatencyCounts counts{};
    counts[latency_bins::binOf(1'000)] = 98;
    counts[latency_bins::binOf(1'000'000)] = 2;
    EXPECT_EQ(countOf(counts), 100U);
    EXPECT_EQ(latency_bins::binOf(std::llround(quantileNs(counts, 0.5))), latency_bins::binOf(1'000));
    EXPECT_EQ(latency_bins::binOf(std::llround(quantileNs(counts, 0.99))), latency_bins::binOf(1'000'000));
    EXPECT_EQ(quantileNs(LatencyCounts{}, 0.5), 0);
}

TEST(LatencyHistory, KeepsEachIntervalAndFindsThoseOfAStretch) {
    LatencyHistory history;
    EXPECT_TRUE(history.empty());
    append(history, intervalAt(0, {{40, 3}}));
    append(history, intervalAt(1, {}));  // nothing came
    append(history, intervalAt(2, {{41, 1}, {90, 7}}));
    EXPECT_EQ(history.endIndex(), 2U);
    EXPECT_EQ(history.firstTime(), 0);
    EXPECT_EQ(history.lastTime(), 3 * kTenth);
    EXPECT_EQ(countOf(history.all()), 11U);
    EXPECT_EQ(countOf(history.between(0, kTenth)), 3U);
    EXPECT_EQ(countOf(history.between(kTenth, 3 * kTenth)), 8U);
    EXPECT_EQ(history.between(kTenth, 3 * kTenth)[90], 7U);
    ASSERT_NE(history.at(kTenth / 2), nullptr);
    EXPECT_EQ(*history.at(kTenth / 2), intervalAt(0, {{40, 3}}));
    EXPECT_EQ(history.at(kTenth + 1), nullptr);
    EXPECT_EQ(history.at(5 * kTenth), nullptr);
}

TEST(LatencyHistory, IsCutWhereAnIntervalBeginsBeforeTheLastOneEnded) {
    LatencyHistory history;
    history.append(0, 2 * kTenth, {{1, 1}});
    history.append(kTenth, 3 * kTenth, {{1, 1}});
    ASSERT_NE(history.at(2 * kTenth), nullptr);
    EXPECT_EQ(history.at(2 * kTenth)->begin, 2 * kTenth);
    EXPECT_EQ(countOf(history.all()), 2U);
}

// Whatever becomes one: no message is forgotten, and what is kept grows with the logarithm of the time.
TEST(LatencyHistory, BecomesCoarserWithAgeAndForgetsNothing) {
    SCOPED_TRACE(testing::Message() << "seed " << seedOfThisRun());
    std::mt19937_64 random(seedOfThisRun());
    const auto upTo = [&](std::uint32_t most) { return static_cast<std::uint32_t>(random() % most); };
    LatencyHistory history;
    LatencyCounts expected{};
    constexpr int kIntervals = 20'000;
    for (int i = 0; i < kIntervals; ++i) {
        std::vector<LatencyHistory::Count> counts;
        for (std::uint32_t bin = 80 + upTo(4); bin < 100; bin += 1 + upTo(5)) {
            counts.push_back({bin, 1 + upTo(50)});
            expected[bin] += counts.back().count;
        }
        append(history, intervalAt(i, std::move(counts)));
    }
    EXPECT_EQ(history.all(), expected);
    std::size_t kept = 0;
    Nanoseconds before = 0, longest = 0;
    history.forEach(0, kIntervals * kTenth, [&](const LatencyHistory::Interval& it) {
        EXPECT_EQ(it.begin, before);
        before = it.end;
        longest = std::max(longest, it.end - it.begin);
        EXPECT_TRUE(std::ranges::is_sorted(it.counts, std::ranges::less_equal{}, &LatencyHistory::Count::bin));
        ++kept;
    });
    EXPECT_EQ(before, kIntervals * kTenth);
    EXPECT_LE(kept, 6 * LatencyHistory::kIntervalsALevel);
    EXPECT_GE(longest, 16 * kTenth);
    EXPECT_LT(history.memoryBytes(), 6 * LatencyHistory::kIntervalsALevel * 300);
    ASSERT_NE(history.at(kIntervals * kTenth - 1), nullptr);
    EXPECT_EQ(history.at(kIntervals * kTenth - 1)->begin, (kIntervals - 1) * kTenth);
}

}  // namespace
}  // namespace ipclab::test

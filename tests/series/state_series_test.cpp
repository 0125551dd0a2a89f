#include "series/state_series.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "seed.h"

namespace ipclab {
namespace {

using enum ProcessState;

StateTimes naiveTotals(const std::vector<StateInterval>& intervals, Nanoseconds t0, Nanoseconds t1) {
    StateTimes times{};
    for (const StateInterval& it : intervals) {
        times[static_cast<std::size_t>(it.state)] +=
            std::max<Nanoseconds>(std::min(it.end, t1) - std::max(it.start, t0), 0);
    }
    return times;
}

struct Lane {
    std::vector<StateInterval> intervals;
    Nanoseconds end = 0;
};

Lane randomLane(std::mt19937_64& random, StateSeries& series, std::size_t count, bool gaps = true) {
    Lane lane;
    for (std::size_t i = 0; i < count; ++i) {
        if (gaps && random() % 30 == 0) lane.end += static_cast<Nanoseconds>(random() % 2000);
        const Nanoseconds length = 1 + static_cast<Nanoseconds>(random() % (random() % 40 == 0 ? 20'000 : 200));
        const StateInterval it{lane.end, lane.end + length, static_cast<ProcessState>(random() % kProcessStateCount),
                               static_cast<std::int16_t>(random() % 4), static_cast<std::uint8_t>(random() % 9)};
        series.append(it.start, it.end, it.state, it.cpu, it.reason);
        lane.intervals.push_back(it);
        lane.end = it.end;
    }
    return lane;
}

TEST(StateSeries, EmptySeriesAnswersEverything) {
    const StateSeries series;
    std::vector<StateColumn> columns;
    series.reduce({0, 10, 5}, columns);
    EXPECT_EQ(columns.size(), 5u);
    EXPECT_EQ(columns[0].interval, StateColumn::kNone);
    EXPECT_FALSE(series.at(0));
    EXPECT_EQ(series.totals(0, 100), StateTimes{});
}

TEST(StateSeries, OverlapIsCutAndNothingIsCountedTwice) {
    StateSeries series;
    series.append(0, 100, Running);
    series.append(50, 150, Waiting);
    series.append(60, 120, Ready);
    EXPECT_EQ(series.endIndex(), 2u);
    EXPECT_EQ(series.interval(1).start, 100);
    EXPECT_EQ(series.totals(0, 1000)[static_cast<std::size_t>(Waiting)], 50);
}

TEST(StateSeries, TheOpenIntervalReachesToWhereTheCallerAsks) {
    StateSeries series;
    series.append(0, 100, Ready);
    series.setOpen(Running, 100, 1, 7);
    EXPECT_EQ(series.totals(0, 400)[static_cast<std::size_t>(Running)], 300);
    ASSERT_TRUE(series.at(5000));
    EXPECT_TRUE(series.at(5000)->isOpen());
    EXPECT_EQ(series.at(5000)->reason, 7);
    EXPECT_EQ(series.indexAt(5000), series.endIndex());
    std::vector<StateColumn> columns;
    series.reduce({0, 50, 6}, columns);
    EXPECT_EQ(columns[1].interval, 0u);
    EXPECT_EQ(columns[2].interval, 1u);
    EXPECT_EQ(columns[5].share[static_cast<std::size_t>(Running)], 1.0f);
    series.append(100, 180, Running, 1, 7);
    EXPECT_FALSE(series.open());
    EXPECT_FALSE(series.at(5000));
}

class StateSeriesAgainstNaive : public testing::TestWithParam<int> {};

TEST_P(StateSeriesAgainstNaive, SharesTotalsAndIntervalsAgree) {
    const std::uint64_t seed = test::seedOfThisRun() + static_cast<std::uint64_t>(GetParam());
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    StateSeries series;
    const Lane lane = randomLane(random, series, random() % 3000);
    std::vector<StateColumn> columns;
    for (int query = 0; query < 10; ++query) {
        const Nanoseconds step = 1 + static_cast<Nanoseconds>(random() % 20'000);
        const ColumnGrid grid{static_cast<Nanoseconds>(random() % 20) * step, step, 40};
        series.reduce(grid, columns);
        for (std::size_t i = 0; i < grid.columns; ++i) {
            const StateTimes want = naiveTotals(lane.intervals, grid.edge(i), grid.edge(i + 1));
            ASSERT_EQ(series.totals(grid.edge(i), grid.edge(i + 1)), want);
            for (std::size_t s = 0; s < want.size(); ++s) {
                ASSERT_NEAR(columns[i].share[s], static_cast<double>(want[s]) / static_cast<double>(step), 1e-6);
            }
            if (columns[i].interval == StateColumn::kNone) continue;
            EXPECT_LE(series.interval(columns[i].interval).start, grid.edge(i));
            EXPECT_GE(series.interval(columns[i].interval).end, grid.edge(i + 1));
        }
        const auto t = static_cast<Nanoseconds>(random() % 100'000);
        const auto want = std::find_if(lane.intervals.begin(), lane.intervals.end(),
                                       [&](const StateInterval& it) { return it.start <= t && t < it.end; });
        ASSERT_EQ(series.at(t).has_value(), want != lane.intervals.end());
        if (want != lane.intervals.end()) {
            EXPECT_EQ(series.at(t)->start, want->start);
        }
        std::size_t visited = 0;
        series.forEach(grid.start, grid.end(), [&](const StateInterval&) { ++visited; });
        EXPECT_EQ(visited, std::count_if(lane.intervals.begin(), lane.intervals.end(), [&](const StateInterval& it) {
                      return it.end > grid.start && it.start < grid.end();
                  }));
    }
}
INSTANTIATE_TEST_SUITE_P(Seeds, StateSeriesAgainstNaive, testing::Range(0, 25));

TEST(StateSeries, FoldedHistoryKeepsTheTotals) {
    const std::uint64_t seed = test::seedOfThisRun();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    StateSeries series(1);
    Lane lane;
    Nanoseconds t = 12'345;
    for (int i = 0; i < 60'000; ++i) {
        const Nanoseconds length = 1 + static_cast<Nanoseconds>(random() % 100'000);
        const auto state = static_cast<ProcessState>(random() % 3);
        series.append(t, t + length, state);
        lane.intervals.push_back({t, t + length, state, -1, 0});
        t += length + (random() % 10 == 0 ? 1000 : 0);
    }
    EXPECT_GT(series.firstIndex(), 40'000u);
    EXPECT_EQ(series.totals(0, t), naiveTotals(lane.intervals, 0, t));
    const Nanoseconds bucket = Nanoseconds{1} << 22;
    for (Nanoseconds edge = bucket; edge + 100 * bucket < series.detailSince(); edge += 37 * bucket) {
        ASSERT_EQ(series.totals(edge, edge + 10 * bucket), naiveTotals(lane.intervals, edge, edge + 10 * bucket));
    }
    std::vector<StateColumn> columns;
    series.reduce(ColumnGrid::covering(12'345, t, 500), columns);
    for (std::size_t i = 1; i + 2 < columns.size(); ++i) {
        EXPECT_NEAR(std::accumulate(columns[i].share.begin(), columns[i].share.end(), 0.0f), 1, 0.05);
    }
}

TEST(StateSeries, MemoryStaysBoundedHoweverLongItRuns) {
    StateSeries series(1);
    Nanoseconds t = 7;
    for (int i = 0; i < 200'000; ++i) {
        series.append(t, t + 10'000'000, i % 2 ? Running : Waiting);
        t += 10'000'000;
    }
    EXPECT_LT(series.memoryBytes(), 9u << 20);
    const StateTimes times = series.totals(0, t);
    EXPECT_EQ(times[static_cast<std::size_t>(Running)], 1'000'000'000'000);
    EXPECT_EQ(times[static_cast<std::size_t>(Waiting)], 1'000'000'000'000);
}

}  // namespace
}  // namespace ipclab

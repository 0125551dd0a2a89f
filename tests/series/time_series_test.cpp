#include "series/time_series.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "seed.h"
#include "series/not_a_number.h"

namespace ipclab {
namespace {

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

Column naiveColumn(const std::vector<Sample>& samples, Nanoseconds t0, Nanoseconds t1) {
    Column column{kNaN, kNaN, kNaN, kNaN, 0, false};
    bool any = false;
    for (const Sample& s : samples) {
        if (s.t < t0 || s.t >= t1) continue;
        if (!any) column.first = s.value;
        any = true;
        column.last = s.value;
        if (std::isnan(s.value)) {
            column.gap = true;
            continue;
        }
        column.min = column.count ? std::min(column.min, s.value) : s.value;
        column.max = column.count ? std::max(column.max, s.value) : s.value;
        ++column.count;
    }
    return column;
}

void expectSame(const Column& got, const Column& want) {
    EXPECT_TRUE(same(got.min, want.min)) << got.min << " " << want.min;
    EXPECT_TRUE(same(got.max, want.max)) << got.max << " " << want.max;
    EXPECT_TRUE(same(got.first, want.first)) << got.first << " " << want.first;
    EXPECT_TRUE(same(got.last, want.last)) << got.last << " " << want.last;
    EXPECT_EQ(got.count, want.count);
    EXPECT_EQ(got.gap, want.gap);
}

TEST(PartitionNear, FindsTheEdgeFromAnyHint) {
    for (std::size_t size = 0; size < 40; ++size) {
        for (std::size_t edge = 0; edge <= size; ++edge) {
            for (std::size_t hint = 0; hint < size + 3; ++hint) {
                EXPECT_EQ(partitionNear(0, size, hint, [&](std::size_t i) { return i < edge; }), edge);
            }
        }
    }
}

TEST(ColumnGrid, EdgesAreMultiplesOfTheStep) {
    const ColumnGrid grid = ColumnGrid::covering(1'234'567, 9'876'543, 100);
    EXPECT_EQ(grid.start % grid.step, 0);
    EXPECT_LE(grid.start, 1'234'567);
    EXPECT_GE(grid.end(), 9'876'543);
    EXPECT_LE(grid.columns, 101u);
    EXPECT_EQ(ColumnGrid::columnOf(-1, 10), -1);
    EXPECT_EQ(ColumnGrid::columnOf(-10, 10), -1);
    EXPECT_EQ(ColumnGrid::columnOf(-11, 10), -2);
}

TEST(TimeSeries, EmptySeriesAnswersEverything) {
    const TimeSeries series;
    std::vector<Column> columns;
    series.reduce({0, 10, 5}, columns);
    ASSERT_EQ(columns.size(), 5u);
    EXPECT_EQ(columns[0].count, 0u);
    EXPECT_FALSE(series.at(5));
    EXPECT_EQ(series.statistics(0, 100).count, 0u);
    EXPECT_EQ(series.lowerBound(5), 0u);
}

TEST(TimeSeries, ATimeGoingBackIsHeldAtTheLastOne) {
    TimeSeries series;
    series.append(100, 1);
    series.append(90, 2);
    EXPECT_EQ(series.sample(1).t, 100);
    EXPECT_EQ(series.lastTime(), 100);
}

TEST(TimeSeries, AtGivesTheNewestSampleAtOrBefore) {
    TimeSeries series;
    for (int i = 0; i < 1000; ++i) series.append(i * 10, i);
    EXPECT_FALSE(series.at(-1));
    EXPECT_EQ(series.at(0)->value, 0);
    EXPECT_EQ(series.at(95)->value, 9);
    EXPECT_EQ(series.at(100)->value, 10);
    EXPECT_EQ(series.at(1'000'000)->value, 999);
}

class TimeSeriesAgainstNaive : public testing::TestWithParam<int> {};

TEST_P(TimeSeriesAgainstNaive, ColumnsAndStatisticsAgree) {
    const std::uint64_t seed = test::seedOfThisRun() + static_cast<std::uint64_t>(GetParam());
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    TimeSeries series;
    std::vector<Sample> samples;
    Nanoseconds t = static_cast<Nanoseconds>(random() % 1000);
    const std::size_t count = random() % 5000;
    for (std::size_t i = 0; i < count; ++i) {
        t += random() % 50 == 0 ? static_cast<Nanoseconds>(random() % 5000) : static_cast<Nanoseconds>(random() % 8);
        const double value = random() % 20 == 0 ? kNaN : static_cast<double>(random() % 1000);
        series.append(t, value);
        samples.push_back({t, value});
    }
    std::vector<Column> columns;
    for (int query = 0; query < 10; ++query) {
        const Nanoseconds step = 1 + static_cast<Nanoseconds>(random() % 900);
        const Nanoseconds start = static_cast<Nanoseconds>(random() % 20) * step;
        series.reduce({start, step, 30}, columns);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            SCOPED_TRACE(i);
            const Nanoseconds from = start + static_cast<Nanoseconds>(i) * step;
            expectSame(columns[i], naiveColumn(samples, from, from + step));
        }
        const SeriesStatistics statistics = series.statistics(start, start + 20 * step);
        const Column all = naiveColumn(samples, start, start + 20 * step);
        ASSERT_EQ(statistics.count, all.count);
        if (all.count == 0) continue;
        EXPECT_EQ(statistics.min, all.min);
        EXPECT_EQ(statistics.max, all.max);
        std::size_t visited = 0;
        series.forEach(start, start + 20 * step, [&](const Sample& s) { visited += std::isnan(s.value) ? 0 : 1; });
        EXPECT_EQ(visited, all.count);
    }
}
INSTANTIATE_TEST_SUITE_P(Seeds, TimeSeriesAgainstNaive, testing::Range(0, 25));

TEST(TimeSeries, WideColumnsLoseNothingAndMoveASampleByLessThanAThirtySecond) {
    const std::uint64_t seed = test::seedOfThisRun();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    TimeSeries series;
    std::vector<Sample> samples;
    for (int i = 0; i < 400'000; ++i) {
        const double value = static_cast<double>(random() % 100'000);
        series.append(i * 100, value);
        samples.push_back({i * 100, value});
    }
    const Nanoseconds step = 4'000'037;
    std::vector<Column> columns;
    series.reduce({0, step, 11}, columns);
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Nanoseconds from = static_cast<Nanoseconds>(i) * step;
        const Column narrow = naiveColumn(samples, from + step / 32, from + step - step / 32);
        const Column wide = naiveColumn(samples, from - step / 32, from + step + step / 32);
        total += columns[i].count;
        if (narrow.count == 0) continue;
        EXPECT_GE(columns[i].max, narrow.max);
        EXPECT_LE(columns[i].max, wide.max);
        EXPECT_LE(columns[i].min, narrow.min);
        EXPECT_GE(columns[i].min, wide.min);
    }
    EXPECT_EQ(total, samples.size());
}

TEST(TimeSeries, AColumnStaysTheSameWhileTheWindowScrolls) {
    TimeSeries series;
    for (int i = 0; i < 10'000; ++i) series.append(i * 7, std::sin(i * 0.01));
    std::vector<Column> before, after;
    series.reduce({1000, 100, 50}, before);
    series.reduce({1300, 100, 50}, after);
    for (std::size_t i = 3; i < before.size(); ++i) expectSame(after[i - 3], before[i]);
}

TEST(TimeSeries, OldSamplesGoAndTheirExtremesStay) {
    TimeSeries series(1);  // the smallest budget: 65,536 samples
    const int count = 2'000'000;
    for (int i = 0; i < count; ++i) series.append(i, i == 5000 ? 1e6 : i % 100);
    EXPECT_GT(series.firstIndex(), 1'900'000u);
    EXPECT_LT(series.memoryBytes(), 5u << 20);
    std::vector<Column> columns;
    series.reduce({0, count / 10, 10}, columns);
    EXPECT_EQ(columns[0].max, 1e6);
    std::uint64_t total = 0;
    for (const Column& column : columns) total += column.count;
    EXPECT_EQ(total, static_cast<std::uint64_t>(count));
    EXPECT_EQ(series.statistics(0, count).max, 1e6);
    EXPECT_FALSE(series.statistics(0, count).exactQuantiles);
    ASSERT_TRUE(series.at(17));
    EXPECT_LE(series.at(17)->t, 17);
}

TEST(TimeSeries, QuantilesOfAKnownRamp) {
    TimeSeries series;
    for (int i = 0; i <= 1000; ++i) series.append(i, i);
    const SeriesStatistics statistics = series.statistics(0, 1001);
    EXPECT_EQ(statistics.count, 1001u);
    EXPECT_DOUBLE_EQ(statistics.mean, 500);
    EXPECT_DOUBLE_EQ(statistics.p50, 500);
    EXPECT_DOUBLE_EQ(statistics.p90, 900);
    EXPECT_DOUBLE_EQ(statistics.p99, 990);
    EXPECT_TRUE(statistics.exactQuantiles);
}

}  // namespace
}  // namespace ipclab

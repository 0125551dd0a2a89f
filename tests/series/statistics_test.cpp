#include "series/statistics.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <vector>

namespace ipclab {
namespace {

std::vector<double> oneTo(int n) {
    std::vector<double> values(static_cast<std::size_t>(n));
    std::iota(values.rbegin(), values.rend(), 1.0);  // descending: the functions must sort themselves
    return values;
}

TEST(Statistics, NothingGivesNaN) {
    EXPECT_TRUE(std::isnan(mean({})));
    EXPECT_TRUE(std::isnan(median({})));
    EXPECT_TRUE(std::isnan(standardDeviation({})));
    EXPECT_EQ(medianInterval({}).coverage, 0);
}

TEST(Statistics, MeanAndDeviationOfAKnownSample) {
    const std::vector<double> values{2, 4, 4, 4, 5, 5, 7, 9};
    EXPECT_DOUBLE_EQ(mean(values), 5);
    EXPECT_NEAR(standardDeviation(values), 2.13809, 1e-5);
    EXPECT_EQ(standardDeviation(std::vector<double>{3}), 0);
}

TEST(Statistics, MedianOfOddAndEvenCounts) {
    EXPECT_DOUBLE_EQ(median(std::vector<double>{3, 1, 2}), 2);
    EXPECT_DOUBLE_EQ(median(std::vector<double>{4, 1, 3, 2}), 2.5);
}

TEST(Statistics, QuantilesAsNumPyGivesThem) {
    const std::vector<double> values{15, 20, 35, 40, 50};
    EXPECT_DOUBLE_EQ(quantile(values, 0.4), 29);
    EXPECT_DOUBLE_EQ(quantile(values, 0), 15);
    EXPECT_DOUBLE_EQ(quantile(values, 1), 50);
    EXPECT_DOUBLE_EQ(quantile(values, 0.95), 48);
}

// Tables of order-statistic intervals: n = 6 (1, 6) 96.9 %, n = 10 (2, 9) 97.9 %, n = 20 (6, 15) 95.9 %,
// n = 100 (40, 61) 96.5 %.
TEST(Statistics, MedianIntervalsAsInTheTables) {
    struct Row {
        int n;
        double low, high, coverage;
    };
    for (const Row& row :
         {Row{6, 1, 6, 0.96875}, Row{10, 2, 9, 0.97852}, Row{20, 6, 15, 0.95861}, Row{100, 40, 61, 0.96480}}) {
        SCOPED_TRACE(row.n);
        const MedianInterval interval = medianInterval(oneTo(row.n));
        EXPECT_DOUBLE_EQ(interval.low, row.low);
        EXPECT_DOUBLE_EQ(interval.high, row.high);
        EXPECT_NEAR(interval.coverage, row.coverage, 1e-4);
    }
}

TEST(Statistics, FewValuesGiveTheirRangeAndSayWhatItIsWorth) {
    const MedianInterval interval = medianInterval(oneTo(5));
    EXPECT_DOUBLE_EQ(interval.low, 1);
    EXPECT_DOUBLE_EQ(interval.high, 5);
    EXPECT_NEAR(interval.coverage, 0.9375, 1e-9);
    EXPECT_EQ(medianInterval(oneTo(1)).coverage, 0);
}

}  // namespace
}  // namespace ipclab

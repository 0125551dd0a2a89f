#include "series/comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace ipclab {
namespace {

using Values = std::vector<double>;

// The permeability example of R's wilcox.test: W = 35, p = 0.1272 one-sided.
TEST(Comparison, RankTestAsOtherProgramsGiveIt) {
    const Values a{0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46}, b{1.15, 0.88, 0.90, 0.74, 1.21};
    const RankTest test = mannWhitney(a, b);
    EXPECT_DOUBLE_EQ(test.u, 35);
    EXPECT_TRUE(test.exact);
    EXPECT_NEAR(test.p, 0.2544, 5e-5);
    const RankTest turned = mannWhitney(b, a);
    EXPECT_DOUBLE_EQ(turned.u, 15);
    EXPECT_DOUBLE_EQ(turned.p, test.p);
}

// Two of C(10, 5) arrangements are as far apart as that.
TEST(Comparison, SetsApartAreAsUnlikelyAsCountingSays) {
    const RankTest test = mannWhitney(Values{1, 2, 3, 4, 5}, Values{6, 7, 8, 9, 10});
    EXPECT_DOUBLE_EQ(test.u, 0);
    EXPECT_NEAR(test.p, 2.0 / 252, 1e-12);
    EXPECT_DOUBLE_EQ(test.leastP, test.p);
}

TEST(Comparison, ThreeAgainstThreeCanDecideNothing) {
    EXPECT_NEAR(mannWhitney(Values{1, 2, 3}, Values{4, 5, 6}).leastP, 0.1, 1e-12);
}

TEST(Comparison, EqualValuesAreNoDifference) {
    const RankTest test = mannWhitney(Values{2, 2, 2, 2}, Values{2, 2, 2, 2});
    EXPECT_FALSE(test.exact);
    EXPECT_DOUBLE_EQ(test.p, 1);
    EXPECT_TRUE(std::isnan(mannWhitney(Values{}, Values{1}).p));
}

// Of sets of one origin, one in twenty may look different at 0.05, whichever way is reckoned.
TEST(Comparison, OneInTwentyOfTheSameOriginLooksDifferent) {
    for (const std::size_t size : {std::size_t{8}, std::size_t{40}}) {
        SCOPED_TRACE(size);
        std::mt19937_64 random(7);
        int different = 0;
        for (int round = 0; round < 1000; ++round) {
            Values a(size), b(size);
            for (double& value : a) value = std::exp(static_cast<double>(random() % 100'000) * 1e-4);
            for (double& value : b) value = std::exp(static_cast<double>(random() % 100'000) * 1e-4);
            different += mannWhitney(a, b).p < 0.05 ? 1 : 0;
        }
        EXPECT_THAT(different, testing::AllOf(testing::Ge(20), testing::Le(80)));
    }
}

TEST(Comparison, TheIntervalOfAMedianLiesWithinTheValuesAndHoldsIt) {
    const Values values{10, 11, 12, 13, 14, 15, 16, 17, 18, 100};
    const Estimate interval = bootstrapMedian(values);
    EXPECT_GE(interval.low, 10);
    EXPECT_LE(interval.low, 14.5);
    EXPECT_GE(interval.high, 14.5);
    EXPECT_LT(interval.high, 100);
    EXPECT_EQ(bootstrapMedian(values).low, interval.low);
    EXPECT_DOUBLE_EQ(interval.median, 14.5);
    EXPECT_EQ(bootstrapMedian(Values{5}).high, 5);
    EXPECT_TRUE(std::isnan(bootstrapMedian(Values{}).low));
}

// The median of a uniform distribution is known: 95 intervals of a hundred hold it, about.
TEST(Comparison, IntervalsHoldTheTrueMedianAsOftenAsTheySay) {
    std::mt19937_64 random(11);
    int held = 0;
    for (int round = 0; round < 200; ++round) {
        Values values(15);
        for (double& value : values) value = static_cast<double>(random() % 1'000'001) * 1e-6;
        const Estimate interval = bootstrapMedian(values);
        held += interval.low <= 0.5 && 0.5 <= interval.high ? 1 : 0;
    }
    EXPECT_GE(held, 178);
}

TEST(Comparison, ARatioHasItsInterval) {
    Values slow, fast;
    for (int i = 0; i < 12; ++i) {
        slow.push_back(100 + i);
        fast.push_back(200 + 2 * i);
    }
    const Estimate interval = bootstrapRatio(fast, slow);
    EXPECT_LT(interval.low, 2);
    EXPECT_GT(interval.high, 2);
    EXPECT_GT(interval.low, 1.85);
    EXPECT_LT(interval.high, 2.15);
    EXPECT_TRUE(std::isnan(bootstrapRatio(fast, Values{0, 0}).low));
}

}  // namespace
}  // namespace ipclab

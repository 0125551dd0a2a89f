// How a verdict comes of numbers: constants in, verdict out.
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>

#include "runs/claims/claim_result.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;

const std::vector<double> kAroundTen{9.8, 10.1, 10, 9.9, 10.2, 10, 9.7};
const std::vector<double> kAroundTwenty{19.8, 20.1, 20, 19.9, 20.4, 20, 19.5};
const std::vector<double> kScattered{2, 40, 9, 3, 30, 10, 25};

TEST(Bootstrap, HoldsTheMedianAndStaysWithinTheSamples) {
    const ClaimInterval interval = bootstrapMedian(kAroundTen);
    EXPECT_EQ(interval.median, 10);
    EXPECT_LE(interval.low, interval.median);
    EXPECT_GE(interval.high, interval.median);
    EXPECT_GE(interval.low, std::ranges::min(kAroundTen));
    EXPECT_LE(interval.high, std::ranges::max(kAroundTen));
    EXPECT_LT(interval.low, interval.high);
}

TEST(Bootstrap, GivesTheSameIntervalForTheSameNumbers) {
    EXPECT_EQ(bootstrapMedian(kScattered).low, bootstrapMedian(kScattered).low);
    EXPECT_EQ(bootstrapRatio(kScattered, kAroundTen).high, bootstrapRatio(kScattered, kAroundTen).high);
}

TEST(Bootstrap, OfOneSampleIsThatSample) {
    const ClaimInterval interval = bootstrapMedian(std::vector<double>{7});
    EXPECT_EQ(interval.low, 7);
    EXPECT_EQ(interval.high, 7);
}

TEST(Bootstrap, OfARatioHoldsTheRatio) {
    const ClaimInterval ratio = bootstrapRatio(kAroundTwenty, kAroundTen);
    EXPECT_NEAR(ratio.median, 2, 0.01);
    EXPECT_GT(ratio.low, 1.8);
    EXPECT_LT(ratio.high, 2.2);
    EXPECT_GT(bootstrapRatio(kScattered, kAroundTen).high - bootstrapRatio(kScattered, kAroundTen).low, 1);
}

TEST(Judge, DecidesOnlyWhereTheWholeIntervalIsOnOneSide) {
    const ClaimInterval narrow{10, 9, 11};
    EXPECT_EQ(above(narrow, 8), ClaimVerdict::Confirmed);
    EXPECT_EQ(above(narrow, 12), ClaimVerdict::Refuted);
    EXPECT_EQ(above(narrow, 10), ClaimVerdict::CannotTell);
    EXPECT_EQ(below(narrow, 12), ClaimVerdict::Confirmed);
    EXPECT_EQ(below(narrow, 8), ClaimVerdict::Refuted);
    EXPECT_EQ(below(narrow, 10), ClaimVerdict::CannotTell);
    EXPECT_EQ(within(narrow, 8, 12), ClaimVerdict::Confirmed);
    EXPECT_EQ(within(narrow, 12, 14), ClaimVerdict::Refuted);
    EXPECT_EQ(within(narrow, 8, 10), ClaimVerdict::CannotTell);
}

TEST(Judge, AllMustHold) {
    using enum ClaimVerdict;
    EXPECT_EQ(allOf(std::vector{Confirmed, Confirmed}), Confirmed);
    EXPECT_EQ(allOf(std::vector{Confirmed, Refuted, CannotTell}), Refuted);
    EXPECT_EQ(allOf(std::vector{Confirmed, CannotTell}), CannotTell);
}

class Concluded : public testing::Test {
protected:
    // "unix-network": both must be within a quarter of one another.
    static ClaimResult measured(const std::vector<double>& unixRate, const std::vector<double>& tcpRate) {
        ClaimResult result{.claim = findClaim("unix-network"), .measurements = 28};
        result.samples = {{"unix_per_s", unixRate},
                          {"tcp_per_s", tcpRate},
                          {"unix_trip_ns", kAroundTen},
                          {"tcp_trip_ns", kAroundTen}};
        conclude(result);
        return result;
    }
};

TEST_F(Concluded, AlikeIsConfirmedAndTwiceIsRefuted) {
    EXPECT_EQ(measured(kAroundTen, kAroundTen).verdict, ClaimVerdict::Confirmed);
    EXPECT_EQ(measured(kAroundTwenty, kAroundTen).verdict, ClaimVerdict::Refuted);
    EXPECT_TRUE(measured(kAroundTwenty, kAroundTen).doubt.empty());
}

TEST_F(Concluded, RepeatsThatDisagreeCannotTell) {
    const ClaimResult result = measured(kScattered, kAroundTen);
    EXPECT_EQ(result.verdict, ClaimVerdict::CannotTell);
    EXPECT_THAT(result.doubt, HasSubstr("repeats disagree"));
}

TEST_F(Concluded, ADisturbedMachineCannotTellOfTimes) {
    ClaimResult result = measured(kAroundTwenty, kAroundTen);
    result.disturbances.assign(15, "others used 40 %");
    conclude(result);
    EXPECT_EQ(result.verdict, ClaimVerdict::CannotTell);
    EXPECT_THAT(result.doubt, HasSubstr("15 of 28"));
    result.disturbances.resize(14);
    conclude(result);
    EXPECT_EQ(result.verdict, ClaimVerdict::Refuted);
}

TEST_F(Concluded, ADisturbedMachineTellsOfWhatIsNoTime) {
    ClaimResult result{.claim = findClaim("fifo-two-way"), .measurements = 1};
    result.samples = {{"own_back_bytes", {8}}, {"for_the_other_bytes", {0}}};
    result.disturbances = {"others used 90 %"};
    conclude(result);
    EXPECT_EQ(result.verdict, ClaimVerdict::Refuted);
}

TEST_F(Concluded, WhatWasNotMeasuredIsNotJudged) {
    ClaimResult missing = measured(kAroundTen, kAroundTen);
    missing.samples.erase("tcp_per_s");
    conclude(missing);
    EXPECT_EQ(missing.verdict, ClaimVerdict::CannotTell);
    EXPECT_THAT(missing.doubt, HasSubstr("tcp_per_s"));
    EXPECT_FALSE(missing.lacks);
    missing.notHere = "no TCP here";
    conclude(missing);
    EXPECT_TRUE(missing.lacks);
    EXPECT_EQ(missing.doubt, "no TCP here");
    ClaimResult broken = measured(kAroundTen, kAroundTen);
    broken.problem = "the launcher was killed";
    conclude(broken);
    EXPECT_EQ(broken.verdict, ClaimVerdict::CannotTell);
    EXPECT_EQ(broken.doubt, "the launcher was killed");
}

TEST_F(Concluded, WhatIsNotHereDoesNoHarmWhereNoVerdictDependsOnIt) {
    ClaimResult result = measured(kAroundTen, kAroundTen);
    result.notHere = "no message queues here";
    conclude(result);
    EXPECT_EQ(result.verdict, ClaimVerdict::Confirmed);
    EXPECT_FALSE(result.lacks);
}

TEST_F(Concluded, JsonIsAsTheContractSays) {
    const auto json = claimsJson({measured(kAroundTwenty, kAroundTen)}, 7, {});
    EXPECT_EQ(json["schema"], "ipclab.claims/1");
    EXPECT_TRUE(json.contains("host"));
    ASSERT_EQ(json["claims"].size(), 1U);
    const auto& claim = json["claims"][0];
    EXPECT_EQ(claim["id"], "unix-network");
    EXPECT_EQ(claim["verdict"], "refuted");
    EXPECT_TRUE(claim["doubt"].is_null());
    for (const char* key : {"statement", "why", "method", "measurements", "disturbed", "seconds", "lacks"})
        EXPECT_TRUE(claim.contains(key)) << key;
    ASSERT_EQ(claim["figures"].size(), 4U);
    for (const auto& figure : claim["figures"]) {
        for (const char* key : {"id", "name", "unit", "median", "low", "high", "samples"})
            EXPECT_TRUE(figure.contains(key)) << key;
        EXPECT_LE(figure["low"], figure["median"]);
        EXPECT_GE(figure["high"], figure["median"]);
    }
}

}  // namespace
}  // namespace ipclab::test

#include "results/rate_window.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace ipclab {
namespace {

constexpr Nanoseconds kBegin = 7 * kNsPerSecond;
constexpr Nanoseconds kMs = 1'000'000;

// A receiver whose messages come at these times, sampled at a steady pace; every n-th is timed.
class Flow {
public:
    explicit Flow(double samplesPerSecond, std::uint64_t timedEvery = 1)
        : m_period(static_cast<Nanoseconds>(1e9 / samplesPerSecond)), m_timedEvery(timedEvery) {
        m_window.begin(kBegin);
    }

    void add(Nanoseconds fromNs, Nanoseconds untilNs, double perSecond) {
        for (std::uint64_t i = 0;; ++i) {
            const auto t = fromNs + static_cast<Nanoseconds>(std::llround(static_cast<double>(i) * 1e9 / perSecond));
            if (t >= untilNs) return;
            m_times.push_back(t);
        }
    }

    // Rates at the samples in (fromNs, untilNs].
    std::vector<RateNow> run(Nanoseconds fromNs, Nanoseconds untilNs) {
        std::vector<RateNow> rates;
        for (; m_at <= untilNs; m_at += m_period) {
            const auto come = static_cast<std::size_t>(std::ranges::upper_bound(m_times, m_at) - m_times.begin());
            Moments moments;
            if (come > 0) {
                const std::size_t timed = (come - 1) / m_timedEvery * m_timedEvery;
                moments = {m_times.front(), m_times[timed], timed + 1, 64 * (timed + 1)};
            }
            const RateNow rate = m_window.see(m_at, come, 64 * come, moments);
            if (m_at > fromNs) rates.push_back(rate);
        }
        return rates;
    }

private:
    Nanoseconds m_period;
    std::uint64_t m_timedEvery;
    std::vector<Nanoseconds> m_times;
    Nanoseconds m_at = kBegin;
    RateWindow m_window;
};

void expectAll(const std::vector<RateNow>& rates, double perSecond, double share) {
    ASSERT_FALSE(rates.empty());
    for (const RateNow& rate : rates) {
        ASSERT_NEAR(rate.messagesPerSecond, perSecond, share * perSecond);
        ASSERT_NEAR(rate.bytesPerSecond, 64 * perSecond, share * 64 * perSecond);
    }
}

TEST(RateWindow, TwentyMessagesASecondAreTwentyAtFiftySamplesASecond) {
    Flow flow(50);
    flow.add(kBegin + 3 * kMs, kBegin + 10 * kNsPerSecond, 20);
    const auto rates = flow.run(kBegin + 500 * kMs, kBegin + 9 * kNsPerSecond);
    expectAll(rates, 20, 1e-6);
    EXPECT_NEAR(rates.back().windowS, 1, 0.051);
}

TEST(RateWindow, ASteadyFlowHasNoSpikesHoweverOftenItIsSampled) {
    for (const double perSecond : {1.0, 3.0, 200.0, 997.0, 5000.0}) {
        for (const double hz : {50.0, 200.0, 1000.0}) {
            Flow flow(hz);
            flow.add(kBegin + kMs, kBegin + 30 * kNsPerSecond, perSecond);
            expectAll(flow.run(kBegin + 6 * kNsPerSecond, kBegin + 25 * kNsPerSecond), perSecond, 1e-6);
        }
    }
}

TEST(RateWindow, FewStampsAreEnoughWhereMessagesAreMany) {
    Flow flow(50, 256);
    flow.add(kBegin + kMs, kBegin + 5 * kNsPerSecond, 100'000);
    expectAll(flow.run(kBegin + kNsPerSecond, kBegin + 4 * kNsPerSecond), 100'000, 0.02);
}

TEST(RateWindow, AFastFlowThatEndsIsZeroAtTheNextSample) {
    Flow flow(50);
    flow.add(kBegin + kMs, kBegin + kNsPerSecond, 100'000);
    (void)flow.run(kBegin, kBegin + kNsPerSecond);
    for (const RateNow& rate : flow.run(kBegin + 1020 * kMs, kBegin + 3 * kNsPerSecond)) {
        EXPECT_EQ(rate.messagesPerSecond, 0);
    }
}

// A thousand messages within five milliseconds, between two samples: what the rates add up to is what came.
TEST(RateWindow, ABurstBetweenTwoSamplesIsSeen) {
    Flow flow(10);
    flow.add(kBegin + 130 * kMs, kBegin + 135 * kMs, 200'000);
    double messages = 0, bytes = 0;
    const auto rates = flow.run(kBegin, kBegin + kNsPerSecond);
    for (const RateNow& rate : rates) {
        messages += rate.messagesPerSecond * 0.1;
        bytes += rate.bytesPerSecond * 0.1;
    }
    EXPECT_NEAR(messages, 1000, 1e-6);
    EXPECT_NEAR(bytes, 64'000, 1e-4);
    EXPECT_EQ(rates.back().messagesPerSecond, 0);
}

TEST(RateWindow, ASlowFlowThatEndsFallsAndThenIsZero) {
    Flow flow(50);
    flow.add(kBegin, kBegin + 3 * kNsPerSecond, 20);
    (void)flow.run(kBegin, kBegin + 3 * kNsPerSecond);
    const auto after = flow.run(kBegin + 3 * kNsPerSecond, kBegin + 6 * kNsPerSecond);
    EXPECT_TRUE(std::ranges::is_sorted(after, std::greater<>(), &RateNow::messagesPerSecond));
    EXPECT_LT(after.front().messagesPerSecond, 20.001);
    EXPECT_EQ(after.back().messagesPerSecond, 0);
}

TEST(RateWindow, WhatWasBeforeAPauseDoesNotCountAfterIt) {
    Flow flow(50);
    flow.add(kBegin, kBegin + 2 * kNsPerSecond, 20);
    flow.add(kBegin + 6 * kNsPerSecond, kBegin + 10 * kNsPerSecond, 100);
    (void)flow.run(kBegin, kBegin + 6 * kNsPerSecond + 100 * kMs);
    expectAll(flow.run(0, kBegin + 9 * kNsPerSecond), 100, 1e-6);
}

TEST(RateWindow, NothingIsNothing) {
    Flow flow(50);
    for (const RateNow& rate : flow.run(kBegin, kBegin + kNsPerSecond)) EXPECT_EQ(rate.messagesPerSecond, 0);
}

}  // namespace
}  // namespace ipclab

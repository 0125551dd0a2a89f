// The shape of what waiting costs, by counting and not by time: what an event costs among few idle connections and
// among many.
#include <gtest/gtest.h>

#include <set>
#include <string_view>

#include "helpers/leak_guard.h"
#include "serving_lab.h"

namespace ipclab::test {

namespace {

// Per request of one connection, while so many others are idle.
struct Cost {
    double looked = 0, waitCalls = 0, ioCalls = 0, wakeUps = 0;
    std::uint64_t overflows = 0;
};

Cost costAmong(const Strategy& strategy, std::size_t idle) {
    Lab lab(strategy, Family::UnixStream);
    lab.start();
    std::vector<UniqueFd> clients;
    for (std::size_t i = 0; i <= idle; ++i) {
        clients.push_back(lab.connect());
        EXPECT_TRUE(isEchoed(clients.back().get(), frameOf(8, 1)));
    }
    constexpr unsigned kRequests = 200;  // more than are read, twice in a row, before the server waits (kMostReads)
    const ServingTotals before = lab.totals();
    for (unsigned i = 0; i < kRequests; ++i) EXPECT_TRUE(isEchoed(clients.front().get(), frameOf(8, i)));
    const ServingTotals after = lab.totals();
    const auto each = [](std::uint64_t from, std::uint64_t to) { return static_cast<double>(to - from) / kRequests; };
    return {each(before.looked, after.looked), each(before.waitCalls, after.waitCalls),
            each(before.ioCalls, after.ioCalls), each(before.wakeUps, after.wakeUps),
            after.overflows - before.overflows};
}

class ServingCost : public ::testing::TestWithParam<const Strategy*> {
protected:
    void SetUp() override {
        const Availability there = GetParam()->availability();
        if (!there.available) GTEST_SKIP() << there.reason;
    }

    LeakGuard m_guard;
};

bool looksAtAll(const Strategy& strategy) {
    static const std::set<std::string_view> all{"busy-poll", "select", "pselect", "poll"};
    return all.contains(strategy.info().id);
}

TEST_P(ServingCost, AnEventCostsALookAtEveryDescriptorOrAtNone) {
    constexpr std::size_t kFew = 10, kMany = 200;
    const Cost few = costAmong(*GetParam(), kFew);
    const Cost many = costAmong(*GetParam(), kMany);
    if (looksAtAll(*GetParam())) {
        EXPECT_GE(few.looked, kFew);
        EXPECT_GE(many.looked, kMany);
    } else if (few.overflows + many.overflows == 0) {  // of the queue of signals, which others of this user fill too
        EXPECT_LT(few.looked, 1);  // at most at its listener, whenever a slice of a wait has run out
        EXPECT_LT(many.looked, 1);
    }
    if (GetParam()->info().spins) {
        EXPECT_EQ(few.wakeUps + many.wakeUps, 0);
        EXPECT_GE(many.ioCalls, kMany);  // each look is a call
        return;
    }
    // As many calls and wake-ups among many as among few, but for the slices of waits that ran out, and for answers
    // that are followed by the next request before the server waits again.
    EXPECT_GT(few.wakeUps, 0);
    EXPECT_LE(many.wakeUps, few.wakeUps + 2);
    EXPECT_LE(many.waitCalls, few.waitCalls + 2);
    EXPECT_LE(many.ioCalls, few.ioCalls + 2);
}

INSTANTIATE_TEST_SUITE_P(Every, ServingCost, ::testing::ValuesIn(allStrategies().begin(), allStrategies().end()),
                         strategyName);

// The kernel receives and sends by itself: not a call of the server's own an event.
TEST(IoUring, CompletionsNeedNoCallsToReceiveAndSend) {
    LeakGuard guard;
    const Strategy& strategy = *findStrategy("io-uring");
    if (const Availability there = strategy.availability(); !there.available) GTEST_SKIP() << there.reason;
    EXPECT_EQ(costAmong(strategy, 5).ioCalls, 0);
}

TEST(Strategies, AreToldApartAndDescribed) {
    std::set<std::string_view> ids;
    for (const Strategy* strategy : allStrategies()) {
        const StrategyInfo& info = strategy->info();
        EXPECT_TRUE(ids.insert(info.id).second) << info.id;
        EXPECT_FALSE(info.name.empty() || info.note.empty() || info.source.empty()) << info.id;
        EXPECT_EQ(findStrategy(info.id), strategy);
        EXPECT_EQ(strategy->availability().available, strategy->availability().reason.empty()) << info.id;
    }
    EXPECT_EQ(findStrategy("telepathy"), nullptr);
}

TEST(Strategies, ModelsSayWhoseTheyAre) {
    for (const char* id : {"kqueue", "iocp"}) EXPECT_FALSE(findStrategy(id)->info().models.empty()) << id;
}

}  // namespace

}  // namespace ipclab::test

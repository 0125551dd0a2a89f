// Calls: who issued, who executed, how often.
#include "core/call_slot.h"

#include <gmock/gmock.h>

#include <memory>
#include <thread>
#include <vector>

namespace ipclab {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

std::unique_ptr<CallerSlot> caller() { return std::make_unique<CallerSlot>(); }

TEST(Calls, EachHasItsTimesAndItsExecutions) {
    const auto slot = caller();
    slot->issue(0);
    slot->noteIssued(0, 100);
    slot->execute(0, 200);
    slot->execute(0, 250);
    slot->answer(0, 300);
    slot->issue(1);
    EXPECT_THAT(readCalls(*slot), ElementsAre(CallReading{0, 100, 200, 300, 2}, CallReading{1, 0, 0, 0, 0}));
    EXPECT_EQ(readTotals(*slot), (CallTotals{.issued = 2, .answered = 1, .executed = 2, .byExecutions = {1, 0, 1, 0}}));
}

TEST(Calls, WhatWasNeverSentWasNoCall) {
    const auto slot = caller();
    slot->issue(0);
    slot->withdraw(0);
    EXPECT_THAT(readCalls(*slot), SizeIs(0));
    EXPECT_EQ(readTotals(*slot), CallTotals{});
    slot->issue(1);
    slot->execute(1, 0);
    slot->withdraw(1);
    EXPECT_EQ(readTotals(*slot).issued, 1U) << "it was executed: it was sent";
}

TEST(Calls, OlderOnesAreStillCounted) {
    const auto slot = caller();
    const std::uint64_t many = kCallsKept * 3;
    for (std::uint64_t id = 0; id < many; ++id) {
        slot->issue(id);
        for (std::uint64_t times = 0; times < id % 5; ++times) slot->execute(id, 1);
        slot->answer(id, 2);
    }
    EXPECT_THAT(readCalls(*slot), SizeIs(kCallsKept));
    EXPECT_EQ(readCalls(*slot).front().id, many - kCallsKept);
    const CallTotals totals = readTotals(*slot);
    EXPECT_EQ(totals.issued, many);
    EXPECT_EQ(totals.answered, many);
    std::uint64_t all = 0, executions = 0;
    std::array<std::uint64_t, kExecutionClasses> expected{};
    for (std::uint64_t id = 0; id < many; ++id) {
        ++expected[std::min<std::size_t>(id % 5, kExecutionClasses - 1)];
        executions += id % 5;
    }
    for (const std::uint64_t count : totals.byExecutions) all += count;
    EXPECT_EQ(all, many);
    EXPECT_EQ(totals.byExecutions, expected);
    EXPECT_EQ(totals.executed, executions);
}

TEST(Calls, AnExecutionLongAfterIsLate) {
    const auto slot = caller();
    slot->issue(0);
    for (std::uint64_t id = 1; id <= kCallsKept; ++id) slot->issue(id);
    slot->execute(0, 5);
    EXPECT_EQ(slot->late.load(), 1U);
    EXPECT_EQ(readTotals(*slot).executed, 1U);
    EXPECT_EQ(readCalls(*slot).back().executions, 0U) << "it is not taken for the one that has its record now";
}

TEST(Calls, SeveralServersCountEveryExecution) {
    const auto slot = caller();
    constexpr std::uint64_t kEach = 5000;
    slot->issue(7);
    std::vector<std::jthread> servers;
    for (int i = 0; i < 3; ++i) {
        servers.emplace_back([&] {
            for (std::uint64_t n = 0; n < kEach; ++n) slot->execute(7, 1);
        });
    }
    servers.clear();
    EXPECT_EQ(readCalls(*slot).front().executions, 3 * kEach);
    EXPECT_EQ(readTotals(*slot).executed, 3 * kEach);
    EXPECT_THAT(readTotals(*slot).byExecutions, ElementsAre(0, 0, 0, 1));
}

}  // namespace
}  // namespace ipclab

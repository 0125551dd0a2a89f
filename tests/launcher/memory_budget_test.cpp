#include "launcher/memory_budget.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace ipclab {
namespace {

using enum Importance;

TEST(MemoryBudget, TheLeastImportantGoesFirstAndAmongEqualsTheLargest) {
    EXPECT_EQ(MemoryBudget::leastImportant({Foreground, Empty, Service}, {900, 1, 500}), 1U);
    EXPECT_EQ(MemoryBudget::leastImportant({Foreground, Empty, Service}, {900, 0, 500}), 2U);
    EXPECT_EQ(MemoryBudget::leastImportant({Background, Background, Visible}, {10, 20, 90}), 1U);
    EXPECT_EQ(MemoryBudget::leastImportant({Foreground, Foreground}, {5, 4}), 0U);
    EXPECT_FALSE(MemoryBudget::leastImportant({Empty, Empty}, {0, 0}));
}

Experiment two() {
    Experiment experiment;
    experiment.processes.resize(2);
    experiment.processes[1].importance = Background;
    return experiment;
}

TEST(MemoryBudget, NothingHappensWithinIt) {
    MemoryBudget budget(two(), std::uint64_t{1} << 40);
    EXPECT_FALSE(budget.check({::getpid(), 0}, 1));
}

TEST(MemoryBudget, WhoHasEndedIsNotChosenAndOneAtATimeIs) {
    MemoryBudget budget(two(), 1);
    const auto over = budget.check({::getpid(), 0}, 1);
    ASSERT_TRUE(over);
    EXPECT_EQ(over->process, 0U) << "the other is not there";
    EXPECT_GT(over->processBytes, 0U);
    EXPECT_EQ(over->usedBytes, over->processBytes);
    EXPECT_FALSE(budget.check({::getpid(), 0}, 10 * kNsPerSecond)) << "the first is still on its way out";
}

TEST(MemoryBudget, UseOfAProcessThatIsNotThereIsNothing) {
    EXPECT_GT(usedMemoryBytes(::getpid()), 0U);
    EXPECT_EQ(usedMemoryBytes(0x7fffffff), 0U);
}

}  // namespace
}  // namespace ipclab

#include "programs/sequence_window.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace ipclab {
namespace {

using Verdict = SequenceWindow::Verdict;

TEST(SequenceWindow, RisingNumbersAreInOrderWhateverIsSkipped) {
    SequenceWindow window;
    for (const std::uint64_t sequence : {0, 1, 2, 7, 8, 5000, 100000})
        EXPECT_EQ(window.see(sequence), Verdict::InOrder);
}

TEST(SequenceWindow, TheSameNumberAgainIsDuplicated) {
    SequenceWindow window;
    EXPECT_EQ(window.see(3), Verdict::InOrder);
    EXPECT_EQ(window.see(3), Verdict::Duplicated);
    EXPECT_EQ(window.see(4), Verdict::InOrder);
    EXPECT_EQ(window.see(3), Verdict::Duplicated);
}

TEST(SequenceWindow, ALateNumberIsReorderedOnceThenDuplicated) {
    SequenceWindow window;
    EXPECT_EQ(window.see(5), Verdict::InOrder);
    EXPECT_EQ(window.see(2), Verdict::Reordered);
    EXPECT_EQ(window.see(2), Verdict::Duplicated);
}

TEST(SequenceWindow, OlderThanTheWindowIsLateNotRepeated) {
    SequenceWindow window;
    EXPECT_EQ(window.see(0), Verdict::InOrder);
    EXPECT_EQ(window.see(10'000), Verdict::InOrder);
    EXPECT_EQ(window.see(0), Verdict::Reordered);
}

TEST(SequenceWindow, AgreesWithASetOnShuffledStreams) {
    for (unsigned seed = 1; seed <= 50; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        std::mt19937_64 random(seed);
        SequenceWindow window;
        std::set<std::uint64_t> seen;
        std::uint64_t highest = 0;
        for (int i = 0; i < 2000; ++i) {
            const std::uint64_t base = static_cast<std::uint64_t>(i) * 2;
            const std::uint64_t sequence = base - std::min<std::uint64_t>(base, random() % 1000);
            const bool isNew = seen.insert(sequence).second;
            const bool rises = seen.size() == 1 || sequence > highest;
            const Verdict expected = !isNew ? Verdict::Duplicated : rises ? Verdict::InOrder : Verdict::Reordered;
            ASSERT_EQ(window.see(sequence), expected) << "sequence " << sequence;
            highest = std::max(highest, sequence);
        }
    }
}

}  // namespace
}  // namespace ipclab

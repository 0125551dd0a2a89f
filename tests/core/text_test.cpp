// Text from outside, on a terminal.
#include <gtest/gtest.h>

#include "core/utf8.h"

namespace ipclab::test {
namespace {

TEST(Printable, LeavesNothingThatSteersATerminal) {
    EXPECT_EQ(printable("plain, 가나 → ✓"), "plain, 가나 → ✓");
    EXPECT_EQ(printable("a\x1b[31mb\x07"), "a?[31mb?");
    EXPECT_EQ(printable("two\nlines\tand a tab"), "two lines and a tab");
    EXPECT_EQ(printable("c1 \xC2\x9B end"), "c1 ? end");
    EXPECT_EQ(printable("turned \xE2\x80\xAE back \xE2\x81\xA6 \xE2\x80\xA8"), "turned ? back ? ?");
    EXPECT_EQ(printable("broken \xFF\xC3"), "broken ??");
    EXPECT_EQ(printable(std::string_view("nul\0", 4)), "nul?");
}

TEST(Printable, ExcerptsEndAtACharacter) {
    EXPECT_EQ(excerpt("short", 5), "short");
    EXPECT_EQ(excerpt("longer", 3), "lon…");
    EXPECT_EQ(excerpt("가나다", 4), "가…");
}

}  // namespace
}  // namespace ipclab::test

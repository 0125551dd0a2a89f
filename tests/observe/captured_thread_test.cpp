#include "observe/captured_thread.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ipclab {
namespace {

TEST(CapturedThread, HexadecimalGoesThereAndBack) {
    const std::vector<std::uint8_t> bytes{0x00, 0x7f, 0xff, 0xa5};
    EXPECT_EQ(toHex(bytes), "007fffa5");
    EXPECT_EQ(fromHex("007fffa5"), bytes);
    EXPECT_EQ(fromHex(""), std::vector<std::uint8_t>{});
    for (const char* text : {"0", "0g", "-1", " 1", "0x12", "+1"}) EXPECT_FALSE(fromHex(text)) << text;
}

TEST(CapturedThread, StackPiecesMustFollowOneAnother) {
    CapturedThread thread;
    EXPECT_FALSE(thread.stackWord(0x1000));
    thread.addStack(0x1000, "0100000000000000");
    thread.addStack(0x1010, "ffffffffffffffff");  // leaves a hole: is left out
    thread.addStack(0x1008, "02000000000000");    // seven bytes
    thread.addStack(0x100f, "zz");
    EXPECT_EQ(thread.stackWord(0x1000), 1U);
    EXPECT_FALSE(thread.stackWord(0x1008)) << "of a word that is not whole nothing is told";
    EXPECT_FALSE(thread.stackWord(0xfff));
    EXPECT_FALSE(thread.stackWord(~0ULL));
}

TEST(CapturedThread, RegistersOfAnotherSizeAreNone) {
    CapturedThread thread;
    for (const char* text : {"", "00", "nothing", "0000000000000000"}) {
        thread.setRegisters(text);
        EXPECT_TRUE(thread.registers().empty());
        EXPECT_EQ(thread.programCounter(), 0U);
    }
#if defined(__x86_64__)
    std::string text(27 * 16, '0');
    text.replace(16 * 16, 2, "2a");  // rip
    thread.setRegisters(text);
    ASSERT_EQ(thread.registers().size(), 27U);
    EXPECT_EQ(thread.programCounter(), 0x2aU);
    EXPECT_EQ(thread.stackPointer(), 0U);
#endif
}

}  // namespace
}  // namespace ipclab

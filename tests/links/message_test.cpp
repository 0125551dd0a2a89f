#include "links/message.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace ipclab {
namespace {

TEST(Lateness, IsKeptWithinATwentiethOfAPerCent) {
    for (Nanoseconds late = 0; late < 4096; ++late) EXPECT_EQ(latenessOf(latenessCode(late)), late);
    for (double late = 4096; late < 3600e9; late *= 1.013) {
        const auto exact = static_cast<Nanoseconds>(late);
        EXPECT_NEAR(static_cast<double>(latenessOf(latenessCode(exact))), late, late * 0.0005);
    }
}

TEST(Lateness, OfAMessageThatWasDueIsNeverNone) {
    EXPECT_NE(latenessCode(0), 0);
    EXPECT_NE(latenessCode(-5), 0);
    EXPECT_EQ(latenessOf(0), 0);
    EXPECT_EQ(latenessCode(3600 * kNsPerSecond), latenessCode(7200 * kNsPerSecond)) << "no more than an hour";
    EXPECT_GT(latenessCode(3600 * kNsPerSecond), latenessCode(3500 * kNsPerSecond));
}

TEST(Message, CarriesWhenItWasSentAndHowLate) {
    std::array<std::byte, 64> message{};
    prepareMessage(message);
    stampMessage(message, 9, 4095, {123'456, latenessCode(1000)});
    ASSERT_TRUE(isIntact(message));
    const MessageHeader header = readHeader(message);
    EXPECT_EQ(header.sendTimeNs, 123'456);
    EXPECT_EQ(latenessOf(header.lateness), 1000);
    EXPECT_EQ(header.producer, 4095);
    message[30] ^= std::byte{1};
    EXPECT_FALSE(isHeader(message));
}

TEST(Message, IsDamagedWhereItsLatenessIs) {
    std::array<std::byte, 32> message{};
    stampMessage(message, 0, 0, {1, 1});
    message[offsetof(MessageHeader, lateness)] ^= std::byte{4};
    EXPECT_FALSE(isIntact(message));
}

}  // namespace
}  // namespace ipclab

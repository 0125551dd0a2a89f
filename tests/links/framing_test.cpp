#include "links/framing.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <optional>
#include <random>

#include "core/error.h"
#include "helpers/ends_by_hand.h"

namespace ipclab {

namespace {

using test::stamped;

std::vector<std::byte> garbage(std::size_t sizeBytes, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::vector<std::byte> bytes(sizeBytes);
    for (std::byte& byte : bytes) byte = static_cast<std::byte>(random());
    if (sizeBytes > 8) std::memcpy(bytes.data() + sizeBytes / 2, "IPCL", 4);  // nearly a header
    return bytes;
}

// A pipe with a reader of frames at one end and raw bytes put in at the other.
class FrameReaderTest : public ::testing::TestWithParam<bool> {
protected:
    void SetUp() override {
        std::array<int, 2> fds{};
        check(::pipe2(fds.data(), O_CLOEXEC | O_NONBLOCK), "pipe2");
        check(::fcntl(fds[1], F_SETPIPE_SZ, 1 << 20), "F_SETPIPE_SZ");
        m_write.reset(fds[1]);
        m_reader.emplace(ByteStream(UniqueFd(fds[0]), ByteStream::Kind::File, ByteStream::Waiting::Nowait),
                         FrameReaderOptions{.exact = GetParam(), .verify = true});
    }
    void put(std::span<const std::byte> bytes) {
        ASSERT_EQ(::write(m_write.get(), bytes.data(), bytes.size()), static_cast<ssize_t>(bytes.size()));
    }
    ReceiveStatus receive() {
        const ReceiveResult result = m_reader->receive(m_buffer);
        m_sizeBytes = result.sizeBytes;
        return result.status;
    }
    void expectMessage(std::uint64_t sequence) {
        ASSERT_EQ(receive(), ReceiveStatus::Received) << sequence;
        const auto message = std::span(m_buffer).first(m_sizeBytes);
        EXPECT_TRUE(isIntact(message));
        EXPECT_EQ(readHeader(message).sequence, sequence);
    }

    UniqueFd m_write;
    std::optional<FrameReader> m_reader;
    std::vector<std::byte> m_buffer = std::vector<std::byte>(70000);
    std::size_t m_sizeBytes = 0;
};

TEST_P(FrameReaderTest, CutsAStreamIntoMessagesOfAllSizes) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int round = 0; round < 50; ++round) {
        for (std::uint64_t i = 0; i < 10; ++i) put(stamped(static_cast<std::uint32_t>(32 + random() % 8000), i));
        for (std::uint64_t i = 0; i < 10; ++i) expectMessage(i);
        EXPECT_EQ(receive(), ReceiveStatus::WouldBlock);
    }
}

TEST_P(FrameReaderTest, ReportsGarbageOnceAndFindsTheNextMessage) {
    const std::uint64_t seed = std::random_device{}();
    for (const std::size_t size : {1U, 3U, 31U, 32U, 33U, 64U, 1000U, 40000U}) {
        SCOPED_TRACE("garbage of " + std::to_string(size) + " bytes, seed " + std::to_string(seed));
        put(stamped(100, 1));
        put(garbage(size, seed));
        put(stamped(200, 2));
        put(stamped(64, 3));
        expectMessage(1);
        EXPECT_EQ(receive(), ReceiveStatus::Corrupt);
        expectMessage(2);
        expectMessage(3);
        EXPECT_EQ(receive(), ReceiveStatus::WouldBlock);
    }
}

TEST_P(FrameReaderTest, FindsTheMessageBehindOneCutAnywhere) {
    const auto cut = stamped(300, 7);
    for (std::size_t at = 1; at < cut.size(); ++at) {
        SCOPED_TRACE("cut after " + std::to_string(at));
        put(std::span(cut).first(at));
        put(stamped(500, 8));
        put(stamped(40, 9));
        EXPECT_EQ(receive(), ReceiveStatus::Corrupt);
        expectMessage(8);
        expectMessage(9);
    }
}

TEST_P(FrameReaderTest, AMessageCutByTheEndIsCorruptAndThenTheEnd) {
    put(stamped(100, 1));
    const auto cut = stamped(100, 2);
    put(std::span(cut).first(70));
    m_write.reset();
    expectMessage(1);
    EXPECT_EQ(receive(), ReceiveStatus::Corrupt);
    EXPECT_EQ(receive(), ReceiveStatus::PeerClosed);
    EXPECT_EQ(receive(), ReceiveStatus::PeerClosed);
}

TEST_P(FrameReaderTest, ABufferTooSmallGetsTheBeginningAndTheRestIsDropped) {
    put(stamped(10000, 1));
    put(stamped(100, 2));
    put(stamped(100, 3));
    EXPECT_EQ(m_reader->receive(std::span(m_buffer).first(64)).status, ReceiveStatus::Truncated);
    EXPECT_EQ(m_reader->receive(std::span(m_buffer).first(8)).status, ReceiveStatus::Truncated);
    expectMessage(3);
}

INSTANTIATE_TEST_SUITE_P(Readers, FrameReaderTest, ::testing::Bool(),
                         [](const auto& param) { return param.param ? "Shared" : "Alone"; });

class AloneReader : public FrameReaderTest {};

TEST_P(AloneReader, KeepsPartOfAMessageUntilTheRestComes) {
    const auto message = stamped(5000, 4);
    for (std::size_t at = 0; at < message.size(); at += 500) {
        EXPECT_EQ(receive(), ReceiveStatus::WouldBlock);
        put(std::span(message).subspan(at, 500));
    }
    expectMessage(4);
}

TEST_P(AloneReader, ReadsOnceForAMessageLikeTheLast) {
    put(stamped(256, 0));
    expectMessage(0);
    const std::uint64_t before = m_reader->stream().systemCalls;
    for (std::uint64_t i = 1; i <= 50; ++i) {
        put(stamped(256, i));
        expectMessage(i);
    }
    EXPECT_EQ(m_reader->stream().systemCalls - before, 50U);
}

TEST_P(AloneReader, DoesNotReadAheadOfWhatItDelivers) {
    put(stamped(256, 0));
    expectMessage(0);
    put(stamped(256, 1));
    put(stamped(256, 2));
    expectMessage(1);
    EXPECT_FALSE(m_reader->holdsFrame());
}

INSTANTIATE_TEST_SUITE_P(Readers, AloneReader, ::testing::Values(false), [](const auto&) { return "Alone"; });

TEST(Message, EveryTornLineAndEveryChangedHeaderIsNoticed) {
    const auto good = stamped(1024, 5);
    EXPECT_TRUE(isIntact(good));
    for (std::size_t at = 0; at < good.size(); at += 8) {
        const bool covered = at < sizeof(MessageHeader) || (at >= 64 && at % 64 == 0) || at == 1016;
        auto bad = good;
        bad[at] ^= std::byte{1};
        EXPECT_EQ(isIntact(bad), !covered) << at;
    }
    const auto other = stamped(1024, 6);
    for (std::size_t line = 64; line < good.size(); line += 64) {
        auto torn = good;
        std::memcpy(torn.data() + line, other.data() + line, 64);
        EXPECT_FALSE(isIntact(torn)) << line;
    }
}

TEST(Message, ItsLastBytesAreCheckedWhateverTheSize) {
    for (std::uint32_t size = kMinMessageBytes; size < 300; ++size) {
        const auto good = stamped(size, size);
        ASSERT_TRUE(isIntact(good)) << size;
        auto bad = good;
        bad.back() ^= std::byte{1};
        ASSERT_FALSE(isIntact(bad)) << size;
    }
}

TEST(Message, SizesOutOfBoundsAreNoHeader) {
    auto message = stamped(64, 1);
    EXPECT_TRUE(isHeader(message));
    EXPECT_FALSE(isHeader(std::span(message).first(31)));
    EXPECT_FALSE(isIntact(std::span(message).first(63)));
}

}  // namespace

}  // namespace ipclab

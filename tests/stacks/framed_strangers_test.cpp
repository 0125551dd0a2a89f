// What strangers get from the stacks whose messages have their length in front, and from gRPC: those without the token,
// with garbage, with a message that is announced as 4 GB, with nothing to say, a thousand at once.
#include <arpa/inet.h>
#include <sys/socket.h>

#include <array>
#include <fstream>
#include <numeric>

#include "helpers/other_user.h"
#include "served.h"
#include "stacks/framed/framed_socket.h"

namespace ipclab::test {

namespace {

std::vector<std::string> framedStacks() {
    std::vector<std::string> ids = builtStacks();
    std::erase_if(ids, [](const std::string& id) {
        return id != "onc-rpc" && id != "thrift" && id != "thrift-compact" && id != "grpc";
    });
    return ids;
}

std::uint64_t residentNow() {
    std::ifstream in("/proc/self/statm");
    std::uint64_t all = 0, resident = 0;
    in >> all >> resident;
    return resident * 4096;
}

class FramedStrangers : public ::testing::TestWithParam<std::string> {
protected:
    void SetUp() override { served.serve(); }
    void TearDown() override {
        const auto client = served.stack.connect(served.place);
        ASSERT_NE(client, nullptr);
        EXPECT_TRUE(served.deliver(*client, stampedMessage(5000, 7))) << "its own client is not served any more";
        ASSERT_EQ(served.received.size(), 1U) << "a stranger's message was taken";
        EXPECT_TRUE(isIntact(served.received[0]));
    }

    UniqueFd connected() {
        UniqueFd socket = connectToPort(served.place.address);
        EXPECT_TRUE(socket);
        return socket;
    }
    // Sends it and serves until it is hung up on.
    void say(std::string_view bytes) {
        const UniqueFd socket = connected();
        static_cast<void>(::send(socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT));
        EXPECT_TRUE(served.serveUntil([&] { return isHungUpOn(socket.get()); })) << "is not hung up on";
    }
    static bool isHungUpOn(int fd) {
        std::array<char, 4096> part{};
        const ssize_t got = ::recv(fd, part.data(), part.size(), MSG_DONTWAIT);
        return got == 0 || (got < 0 && errno != EAGAIN);
    }

    Served served{GetParam(), 2};
};

TEST_P(FramedStrangers, WithAnotherTokenAreRefused) {
    StackPlace other = served.place;
    other.token = "0123456789abcdef0123456789abcdef";
    const auto client = served.stack.connect(other);
    ASSERT_NE(client, nullptr);
    const auto message = stampedMessage(100, 1);
    bool begun = false, gone = false;
    EXPECT_TRUE(served.serveUntil([&] {
        const StackStep call = begun ? StackStep::Done : client->call(message);
        begun = begun || call == StackStep::Done;
        std::span<const std::byte> reply;
        gone =
            gone || call == StackStep::Gone || (begun && client->answer(reply, StackPatience::None) == StackStep::Gone);
        return gone && served.server->refused() > 0;
    }));
}

TEST_P(FramedStrangers, OfAnotherUserAreRefused) {
    if (const std::string problem = otherUserProblem(); !problem.empty()) GTEST_SKIP() << problem;
    EXPECT_TRUE(asOtherUser([&] {
        const UniqueFd socket = connectToPort(served.place.address);
        const std::string text(2000, 'x');
        return ::send(socket.get(), text.data(), text.size(), MSG_NOSIGNAL) > 0;
    }));
    EXPECT_TRUE(served.serveUntil([&] { return served.server->refused() > 0; }));
}

TEST_P(FramedStrangers, WithGarbageAreHungUpOn) {
    std::string garbage(20'000, '\0');
    std::iota(garbage.begin(), garbage.end(), '\x21');
    say(garbage);
    say(std::string(20'000, '\xff'));
    say(std::string("\0\0\0\x08", 4) + "garbage!");
    EXPECT_EQ(served.server->refused(), 3U);
}

TEST_P(FramedStrangers, AnnouncingFourGigabytesTakeNoMemory) {
    const std::uint64_t before = residentNow();
    for (const std::uint32_t length : {0xffff'ffffU, 0x7fff'ffffU, 0x8100'0000U}) {
        const std::uint32_t header = htonl(length);
        const std::string begin(reinterpret_cast<const char*>(&header), sizeof header);
        say(begin + std::string(5000, 'x'));
    }
    EXPECT_LT(residentNow(), before + (16U << 20));
}

TEST_P(FramedStrangers, ThatSayNothingHoldNobodyUpNorTakeMemory) {
    const std::uint64_t before = residentNow();
    std::vector<UniqueFd> silent;
    for (int i = 0; i < 1000; ++i) {
        silent.push_back(connected());
        if (i % 2 == 0) static_cast<void>(::send(silent.back().get(), "\0", 1, MSG_NOSIGNAL));
        std::span<const std::byte> request;
        ASSERT_NE(served.server->next(request, StackPatience::None), StackStep::Done);
    }
    EXPECT_TRUE(served.serveUntil([&] { return served.server->refused() >= 900; })) << "the eldest go";
    EXPECT_LT(residentNow(), before + (32U << 20));
}

INSTANTIATE_TEST_SUITE_P(AtPorts, FramedStrangers, ::testing::ValuesIn(framedStacks()), testName);

}  // namespace

}  // namespace ipclab::test

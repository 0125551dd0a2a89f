// What strangers get: those without the token, with bytes that are no protocol, with half a message, with one that is
// announced as 4 GB, with nothing to say, a thousand at once. The server goes on, and its own client is served.
#include <poll.h>
#include <sys/socket.h>

#include <fstream>

#include "helpers/other_user.h"
#include "served.h"
#include "stacks/beast/wire.h"

namespace ipclab::test {

namespace {

// Those that begin with HTTP at a port, where anybody may come.
std::vector<std::string> stacksAtPorts() {
    std::vector<std::string> ids = builtStacks();
    std::erase_if(ids, [](const std::string& id) {
        return id != "http" && id != "https" && id != "websocket" && id != "json-rpc";
    });
    return ids;
}

std::uint64_t residentBytes() {
    std::ifstream in("/proc/self/statm");
    std::uint64_t all = 0, resident = 0;
    in >> all >> resident;
    return resident * 4096;
}

class Strangers : public ::testing::TestWithParam<std::string> {
protected:
    void TearDown() override {
        const auto client = served.stack.connect(served.place);
        ASSERT_NE(client, nullptr);
        EXPECT_TRUE(served.deliver(*client, stampedMessage(5000, 7))) << "its own client is not served any more";
        ASSERT_EQ(served.received.size(), 1U) << "a stranger's message was taken";
        EXPECT_TRUE(isIntact(served.received[0]));
    }

    // Connects, says it and waits until it is hung up on. What came back.
    std::string say(std::string_view bytes) {
        const UniqueFd socket = connectToLoopback(served.place.address);
        EXPECT_EQ(::send(socket.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL), static_cast<ssize_t>(bytes.size()));
        std::string answer;
        bool ended = false;
        EXPECT_TRUE(served.serveUntil([&] {
            std::array<char, 4096> part{};
            const ssize_t got = ::recv(socket.get(), part.data(), part.size(), MSG_DONTWAIT);
            if (got > 0) answer.append(part.data(), static_cast<std::size_t>(got));
            ended = got == 0 || (got < 0 && errno == ECONNRESET);
            return ended;
        })) << "is not hung up on";
        return answer;
    }

    Served served{GetParam(), 2};
};

TEST_P(Strangers, WithAnotherTokenAreRefusedWithAReason) {
    served.serve();
    StackPlace other = served.place;
    other.token = "0123456789abcdef0123456789abcdef";
    const auto client = served.stack.connect(other);
    std::string why;
    EXPECT_TRUE(served.serveUntil([&] {
        try {
            std::span<const std::byte> reply;
            static_cast<void>(client->call(stampedMessage(100, 1)));
            static_cast<void>(client->answer(reply, StackPatience::None));
        } catch (const std::system_error& error) {
            why = error.what();
        }
        return !why.empty();
    }));
    EXPECT_THAT(why, ::testing::AnyOf(::testing::HasSubstr("401"), ::testing::HasSubstr("certificate")));
    EXPECT_TRUE(served.serveUntil([&] { return served.server->refused() > 0; }));
}

TEST_P(Strangers, OfAnotherUserAreRefusedToo) {
    if (const std::string problem = otherUserProblem(); !problem.empty()) GTEST_SKIP() << problem;
    served.serve();
    EXPECT_TRUE(asOtherUser([&] {
        const UniqueFd socket = connectToLoopback(served.place.address);
        const std::string_view text = "POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n";
        return ::send(socket.get(), text.data(), text.size(), MSG_NOSIGNAL) > 0;
    }));
    EXPECT_TRUE(served.serveUntil([&] { return served.server->refused() > 0; }));
}

TEST_P(Strangers, WithGarbageAreHungUpOn) {
    served.serve();
    std::string garbage;
    for (int i = 0; i < 20'000; ++i) garbage += static_cast<char>(i * 7919 >> 3);
    say(garbage);
    say(std::string(20'000, '\xff'));
    say("GET / HTTP/1.1\r\n" + std::string(20'000, 'x'));
    EXPECT_EQ(served.server->refused(), 3U);
}

TEST_P(Strangers, ThatSayNothingHoldNobodyUpNorTakeMemory) {
    served.serve();
    const std::uint64_t before = residentBytes();
    std::vector<UniqueFd> silent;
    for (int i = 0; i < 1000; ++i) {
        silent.push_back(connectToLoopback(served.place.address));
        ASSERT_TRUE(silent.back());
        if (i % 2 == 0) ::send(silent.back().get(), "POST / HT", 9, MSG_NOSIGNAL);  // half of them half a message
        std::span<const std::byte> request;
        ASSERT_NE(served.server->next(request, StackPatience::None), StackStep::Done);
    }
    EXPECT_GE(served.server->refused(), 900U) << "the eldest go";
    EXPECT_LT(residentBytes() - std::min(before, residentBytes()), 64U << 20);
}

TEST_P(Strangers, AreHungUpOnOnceAllWhoBelongHereHaveCome) {
    Served own(GetParam());
    own.serve();
    const UniqueFd stranger = connectToLoopback(own.place.address);
    const auto client = own.stack.connect(own.place);
    EXPECT_TRUE(own.deliver(*client, stampedMessage(100, 1)));
    char byte = 0;
    EXPECT_TRUE(own.serveUntil([&] { return ::recv(stranger.get(), &byte, 1, MSG_DONTWAIT) == 0; }));
    EXPECT_EQ(own.server->refused(), 1U);
    served.serve();
}

INSTANTIATE_TEST_SUITE_P(AtPorts, Strangers, ::testing::ValuesIn(stacksAtPorts()), testName);

TEST(Strangers, AnnouncingFourGigabytesTakeNoMemory) {
    for (const char* id : {"http", "json-rpc"}) {
        if (findStack(id) == nullptr) continue;
        Served served(id);
        served.serve();
        const std::uint64_t before = residentBytes();
        const UniqueFd socket = connectToLoopback(served.place.address);
        const std::string head = "POST /messages HTTP/1.1\r\nAuthorization: Bearer " + served.place.token +
                                 "\r\nContent-Length: 4294967296\r\n\r\n";
        ::send(socket.get(), head.data(), head.size(), MSG_NOSIGNAL);
        EXPECT_TRUE(served.serveUntil([&] { return served.server->refused() == 1; })) << id;
        std::array<char, 64> answer{};
        EXPECT_GT(::recv(socket.get(), answer.data(), answer.size() - 1, MSG_DONTWAIT), 0);
        EXPECT_THAT(answer.data(), ::testing::StartsWith("HTTP/1.1 413"));
        EXPECT_LT(residentBytes() - std::min(before, residentBytes()), 16U << 20);
    }
}

TEST(Strangers, OfAnotherUserDoNotReachAnAddressInTheFolderOfTheRun) {
    if (const std::string problem = otherUserProblem(); !problem.empty()) GTEST_SKIP() << problem;
    if (findStack("zeromq") == nullptr) GTEST_SKIP() << "not built in";
    const Served served("zeromq");
    EXPECT_TRUE(asOtherUser([&] { return ::access(served.place.address.c_str(), F_OK) != 0 && errno == EACCES; }));
}

}  // namespace

}  // namespace ipclab::test

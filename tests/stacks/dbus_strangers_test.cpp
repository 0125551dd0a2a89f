// What strangers get from the bus of a run: those without the token, with garbage, as another user, with a message that
// is announced as 128 MiB or more, with nothing to say. The bus refuses what is no D-Bus, the server who shows no
// token.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <array>
#include <cstring>

#include "helpers/other_user.h"
#include "served.h"

namespace ipclab::test {

namespace {

class BusStrangers : public ::testing::Test {
protected:
    void SetUp() override { served.serve(); }
    void TearDown() override {
        const auto client = served.stack.connect(served.place);
        ASSERT_NE(client, nullptr);
        EXPECT_TRUE(served.deliver(*client, stampedMessage(5000, 7))) << "its own client is not served any more";
        ASSERT_EQ(served.received.size(), 1U) << "a stranger's message was taken";
        EXPECT_TRUE(isIntact(served.received[0]));
    }

    // To the socket of the bus, without any library.
    [[nodiscard]] UniqueFd connected() const {
        const std::string& path = served.place.address;
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        path.copy(address.sun_path, sizeof address.sun_path - 1);
        UniqueFd socket(check(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
        check(::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), "connect");
        return socket;
    }
    static void send(int socket, std::string_view bytes) {
        static_cast<void>(::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT));
    }
    // What comes until it ends with that, or the connection does.
    std::string answerUntil(int socket, std::string_view end) {
        std::string answer;
        EXPECT_TRUE(served.serveUntil([&] {
            std::array<char, 4096> part{};
            const ssize_t got = ::recv(socket, part.data(), part.size(), MSG_DONTWAIT);
            if (got > 0) answer.append(part.data(), static_cast<std::size_t>(got));
            return got == 0 || (got < 0 && errno != EAGAIN) || (!end.empty() && answer.ends_with(end));
        })) << "is neither answered nor hung up on";
        return answer;
    }
    void expectHungUpOn(int socket) { answerUntil(socket, {}); }
    // As the user with that number: what the bus says to it (SASL, EXTERNAL).
    std::string introduced(int socket, uid_t user) {
        constexpr std::string_view kDigits = "0123456789abcdef";
        std::string hexadecimal;
        for (const char c : std::to_string(user)) {
            hexadecimal += kDigits[static_cast<unsigned char>(c) / 16];
            hexadecimal += kDigits[static_cast<unsigned char>(c) % 16];
        }
        send(socket, std::string("\0AUTH EXTERNAL ", 15) + hexadecimal + "\r\n");
        return answerUntil(socket, "\r\n");
    }

    Served served{"dbus", 2};
};

TEST_F(BusStrangers, WithAnotherTokenAreRefused) {
    StackPlace other = served.place;
    other.token = "0123456789abcdef0123456789abcdef";
    const auto client = served.stack.connect(other);
    ASSERT_NE(client, nullptr);
    const auto message = stampedMessage(100, 1);
    EXPECT_TRUE(served.serveUntil([&] { return client->call(message) == StackStep::Gone; }));
    EXPECT_EQ(served.server->refused(), 1U);
}

TEST_F(BusStrangers, WithGarbageAreHungUpOn) {
    std::string garbage;
    for (int i = 0; i < 20'000; ++i) garbage += static_cast<char>(i * 7919 >> 3);
    for (const std::string& said : {garbage, std::string(20'000, '\xff'), std::string("GET / HTTP/1.1\r\n\r\n")}) {
        const UniqueFd socket = connected();
        send(socket.get(), said);
        expectHungUpOn(socket.get());
    }
}

TEST_F(BusStrangers, WithGarbageAfterTheyHaveIntroducedThemselvesAreHungUpOn) {
    const UniqueFd socket = connected();
    ASSERT_THAT(introduced(socket.get(), ::geteuid()), ::testing::StartsWith("OK "));
    send(socket.get(), "BEGIN\r\n" + std::string(200, 'x'));
    expectHungUpOn(socket.get());
}

// The header is that of a method call; its body is announced longer than the limit of the link.
TEST_F(BusStrangers, AnnouncingTooMuchAreHungUpOn) {
    for (const std::uint32_t length : {0xffff'ffffU, 0x7fff'ffffU, 128U << 20}) {
        const UniqueFd socket = connected();
        ASSERT_THAT(introduced(socket.get(), ::geteuid()), ::testing::StartsWith("OK "));
        std::array<char, 16> header{'B', 1, 0, 1};
        const std::array<std::uint32_t, 3> words{htonl(length), htonl(1), htonl(0)};
        std::memcpy(header.data() + 4, words.data(), sizeof words);
        send(socket.get(), "BEGIN\r\n" + std::string(header.data(), header.size()));
        expectHungUpOn(socket.get());
    }
}

// Those who are not whom they say they are, and those who are.
TEST_F(BusStrangers, OfAnotherUserAreRefused) {
    const UniqueFd socket = connected();
    EXPECT_THAT(introduced(socket.get(), ::geteuid() + 1), ::testing::StartsWith("REJECTED"));
    if (const std::string problem = otherUserProblem(); !problem.empty()) GTEST_SKIP() << problem;
    const std::string& path = served.place.address;
    EXPECT_TRUE(asOtherUser([&] { return ::access(path.c_str(), F_OK) != 0 && errno == EACCES; }));
}

TEST_F(BusStrangers, ThatSayNothingHoldNobodyUp) {
    std::vector<UniqueFd> silent;
    for (int i = 0; i < 200; ++i) {
        silent.push_back(connected());
        if (i % 2 == 0) send(silent.back().get(), std::string_view("\0AUTH EXT", 9));
    }
    const auto client = served.stack.connect(served.place);
    ASSERT_NE(client, nullptr);
    EXPECT_TRUE(served.deliver(*client, stampedMessage(5000, 6)));
    served.received.clear();
}

}  // namespace

}  // namespace ipclab::test

// What every strategy promises, over whatever the registry holds: a new one is covered without editing a test.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <thread>

#include "helpers/leak_guard.h"
#include "serving_lab.h"

namespace ipclab::test {

namespace {

class ServingContract : public ::testing::TestWithParam<const Strategy*> {
protected:
    void SetUp() override {
        const Availability there = strategy().availability();
        if (!there.available) GTEST_SKIP() << there.reason;
    }

    static const Strategy& strategy() { return *GetParam(); }
    // A fork takes a hundred times as long with the shadow memory of a sanitizer.
    static std::size_t many() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        if (strategy().info().concurrency == Concurrency::ProcessAClient) return 20;
#endif
        return 200;
    }
    static bool isAnswering(Lab& lab) { return isEchoed(lab.connect().get(), frameOf(20, 99)); }

    LeakGuard m_guard;
};

// All are open at once; each asks several times, also more than a socket's buffers hold.
void expectEchoes(const Strategy& strategy, Family family, std::size_t clients) {
    Lab lab(strategy, family);
    lab.start();
    std::vector<UniqueFd> connections;
    for (std::size_t i = 0; i < clients; ++i) connections.push_back(lab.connect());
    constexpr unsigned kRounds = 3;
    for (unsigned round = 0; round < kRounds; ++round) {
        for (std::size_t i = 0; i < clients; ++i) {
            const std::string frame = frameOf(1 + (i * 37) % 500, static_cast<unsigned>(i) + round);
            ASSERT_TRUE(isEchoed(connections[i].get(), frame)) << static_cast<int>(family) << " client " << i;
        }
    }
    connections.clear();
    EXPECT_TRUE(eventually([&] { return lab.counts().endings(Ending::Finished) == clients; }));
    lab.stop();
    EXPECT_EQ(lab.counts().requests, clients * kRounds);
    EXPECT_EQ(lab.counts().opened, clients);
    EXPECT_EQ(lab.totals().accepts, clients);
    EXPECT_EQ(lab.totals().turnedAway, 0U);
}

TEST_P(ServingContract, ServesOneThreeAndTwoHundredConnections) {
    for (const Family family : {Family::Tcp, Family::UnixStream, Family::UnixPacket}) {
        for (const std::size_t clients : {std::size_t{1}, std::size_t{3}, many()})
            expectEchoes(strategy(), family, clients);
    }
}

TEST_P(ServingContract, ALongRequestInPiecesIsAnsweredWhole) {
    Lab lab(strategy(), Family::Tcp);
    lab.start();
    const UniqueFd client = lab.connect();
    const std::string frame = frameOf(kLongestFrame, 5);
    for (std::size_t done = 0; done < frame.size(); done += 60'000) sendAll(client.get(), frame.substr(done, 60'000));
    EXPECT_EQ(receiveExactly(client.get(), frame.size()), frame);
}

TEST_P(ServingContract, WhoSendsNoMoreIsStillAnswered) {
    Lab lab(strategy(), Family::Tcp);
    lab.start();
    const UniqueFd client = lab.connect();
    const std::string both = frameOf(100, 1) + frameOf(300, 2);
    sendAll(client.get(), both);
    ASSERT_EQ(::shutdown(client.get(), SHUT_WR), 0);
    EXPECT_EQ(receiveExactly(client.get(), both.size()), both);
    EXPECT_TRUE(sawEnd(client.get()));
    EXPECT_TRUE(eventually([&] { return lab.counts().endings(Ending::Finished) == 1; }));
}

TEST_P(ServingContract, AResetEndsThatConnectionAlone) {
    Lab lab(strategy(), Family::Tcp);
    lab.start();
    const UniqueFd other = lab.connect();
    ASSERT_TRUE(isEchoed(other.get(), frameOf(10, 1)));
    {
        const UniqueFd client = lab.connect();
        ASSERT_TRUE(isEchoed(client.get(), frameOf(10, 2)));
        const linger none{1, 0};
        ASSERT_EQ(::setsockopt(client.get(), SOL_SOCKET, SO_LINGER, &none, sizeof none), 0);
    }
    EXPECT_TRUE(eventually([&] { return lab.counts().endings(Ending::Failed) == 1; }));
    EXPECT_EQ(lab.counts().lastError, ECONNRESET);
    EXPECT_TRUE(isEchoed(other.get(), frameOf(10, 3)));
}

TEST_P(ServingContract, GarbageIsRefusedAndTheServerStaysUp) {
    Lab lab(strategy(), Family::Tcp);
    lab.start();
    const UniqueFd client = lab.connect();
    sendAll(client.get(), "\xff\xff\xff\xffthis is no request");
    EXPECT_TRUE(sawEnd(client.get()));
    EXPECT_TRUE(eventually([&] { return lab.counts().endings(Ending::Closed) == 1; }));
    EXPECT_TRUE(isAnswering(lab));
}

TEST_P(ServingContract, WhoIsSilentForTooLongIsClosed) {
    Lab lab(strategy(), Family::Tcp, {.idleNs = kNsPerSecond / 10});
    lab.start();
    std::vector<UniqueFd> silent;
    for (int i = 0; i < 5; ++i) silent.push_back(lab.connect());
    sendAll(silent.back().get(), frameOf(100, 1).substr(0, 50));  // half a request
    for (const UniqueFd& client : silent) EXPECT_TRUE(sawEnd(client.get()));
    EXPECT_TRUE(eventually([&] { return lab.counts().endings(Ending::Idle) == 5; }))
        << "opened " << lab.counts().opened << ", ended " << lab.counts().endedInAll() << ", last error "
        << lab.counts().lastError;
    EXPECT_TRUE(isAnswering(lab));
}

// Who does not read his answers is not read either: the server keeps one of them, and the others do not wait.
TEST_P(ServingContract, WhoDoesNotReadHoldsUpNobody) {
    Lab lab(strategy(), Family::Tcp);
    lab.start();
    const UniqueFd slow = lab.connect();
    const std::string frame = frameOf(100'000, 3);
    std::size_t sent = 0;
    for (ssize_t put = 0; put >= 0; sent += static_cast<std::size_t>(put)) {
        const std::size_t place = sent % frame.size();
        put = ::send(slow.get(), frame.data() + place, frame.size() - place, MSG_DONTWAIT | MSG_NOSIGNAL);
        if (put < 0 && sent < 40 * frame.size()) {  // it may be on its way; the buffers hold less than that
            std::uint64_t before = lab.counts().requests;
            if (eventually([&] { return lab.counts().requests == before; })) break;
        }
    }
    EXPECT_TRUE(isAnswering(lab));
    const std::size_t whole = sent / frame.size();
    for (std::size_t i = 0; i < whole; ++i) ASSERT_EQ(receiveExactly(slow.get(), frame.size()), frame) << i;
}

// The server rests after so many reads of one connection, which ends meanwhile, before another comes or after that.
// What is still reported of the first harms neither, also where the other has its number by then.
void expectBothServed(const Strategy& strategy, bool endsFirst) {
    Lab lab(strategy, Family::UnixPacket);
    lab.start();
    const UniqueFd first = lab.connect();
    const std::string frame = frameOf(8, 1);
    ASSERT_TRUE(isEchoed(first.get(), frame));
    lab.setPaused(true);
    constexpr unsigned kAtOnce = 64, kRequests = kAtOnce + 2;
    lab.counts().pauseAt = 1 + kAtOnce;
    for (unsigned i = 0; i < kRequests; ++i) sendAll(first.get(), frame);
    lab.setPaused(false);
    ASSERT_TRUE(eventually([&] { return lab.counts().requests >= 1 + kAtOnce; }));
    UniqueFd second;
    if (!endsFirst) second = lab.connect();
    ASSERT_EQ(::shutdown(first.get(), SHUT_WR), 0);
    if (endsFirst) second = lab.connect();
    lab.setPaused(false);
    for (unsigned i = 0; i < kRequests; ++i) ASSERT_EQ(receiveExactly(first.get(), frame.size()), frame) << i;
    EXPECT_TRUE(sawEnd(first.get()));
    for (unsigned i = 0; i < 10; ++i) EXPECT_TRUE(isEchoed(second.get(), frameOf(8, i)));
    EXPECT_TRUE(isEchoed(lab.connect().get(), frame));
}

TEST_P(ServingContract, EventsOfAConnectionThatIsClosedAreNobodys) {
    for (const bool endsFirst : {true, false}) expectBothServed(strategy(), endsFirst);
}

// Its listener says EINVAL from then on (accept(2)), which is no matter of one connection.
TEST_P(ServingContract, AListenerThatDoesNotListenIsAnErrorOfTheServer) {
    Lab lab(strategy(), Family::Tcp);
    lab.start();
    ASSERT_TRUE(isAnswering(lab));
    ASSERT_TRUE(eventually([&] { return lab.counts().endedInAll() == 1; }));
    ASSERT_EQ(::shutdown(lab.listener(), SHUT_RDWR), 0);
    const bool byChildren = strategy().info().concurrency == Concurrency::Processes;
    EXPECT_THAT(lab.failure(), ::testing::HasSubstr(byChildren ? "a serving process has failed" : "accept4"));
}

TEST_P(ServingContract, StopsWhileIdle) {
    Lab lab(strategy(), Family::UnixStream);
    lab.start();
    std::vector<UniqueFd> clients;
    for (unsigned i = 0; i < 3; ++i) {
        clients.push_back(lab.connect());
        ASSERT_TRUE(isEchoed(clients.back().get(), frameOf(10, i)));
    }
    lab.stop();
    for (const UniqueFd& client : clients) EXPECT_TRUE(sawEnd(client.get()));
    EXPECT_EQ(lab.counts().endings(Ending::Stopped), 3U);
}

TEST_P(ServingContract, StopsWithoutAnyConnection) {
    Lab lab(strategy(), Family::Tcp);
    lab.start();
    EXPECT_TRUE(eventually([&] { return lab.counts().looks > 0; }));
}

// What was answered is whole; the last request of each may be lost.
TEST_P(ServingContract, StopsWhileBusy) {
    Lab lab(strategy(), Family::Tcp);
    lab.start();
    std::vector<std::jthread> clients;
    std::atomic<unsigned> wrong{0};
    for (unsigned i = 0; i < 4; ++i) {
        clients.emplace_back([&, i] {
            const UniqueFd client = lab.connect();
            const std::string frame = frameOf(1000, i);
            for (std::string got = frame; !got.empty();) {
                sendAll(client.get(), frame);
                got = receiveExactly(client.get(), frame.size());
                if (!got.empty() && got != frame) ++wrong;
            }
        });
    }
    EXPECT_TRUE(eventually([&] { return lab.counts().requests > 200; }));
    lab.stop();
    clients.clear();
    EXPECT_EQ(wrong, 0U);
}

TEST_P(ServingContract, DatagramsOfSeveralSendersAreAnswered) {
    for (const Family family : {Family::Udp, Family::UnixDatagram}) {
        Lab lab(strategy(), family);
        lab.start();
        std::vector<UniqueFd> clients;
        for (int i = 0; i < 3; ++i) clients.push_back(lab.connect());
        for (unsigned i = 0; i < 30; ++i)
            ASSERT_TRUE(isEchoed(clients[i % 3].get(), frameOf(i * 40, i))) << static_cast<int>(family) << ' ' << i;
        lab.stop();
        EXPECT_EQ(lab.counts().requests, 30U);
    }
}

INSTANTIATE_TEST_SUITE_P(Every, ServingContract, ::testing::ValuesIn(allStrategies().begin(), allStrategies().end()),
                         strategyName);

}  // namespace

}  // namespace ipclab::test

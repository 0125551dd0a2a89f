// What servers meet at the limits of the system: they stay up, and say whom they turned away.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/select.h>
#include <sys/socket.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "helpers/leak_guard.h"
#include "serving_lab.h"

namespace ipclab::test {

namespace {

class ServingLimits : public ::testing::TestWithParam<const Strategy*> {
protected:
    void SetUp() override {
        const Availability there = GetParam()->availability();
        if (!there.available) GTEST_SKIP() << there.reason;
    }

    LeakGuard m_guard;
};

void allowDescriptors(rlim_t most) {
    const rlimit limit{most, most};
    if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) ::_exit(3);
}

// Those for whom there is a descriptor are served, the others are closed at once; nobody waits for ever.
TEST_P(ServingLimits, WithoutDescriptorsConnectionsAreTurnedAway) {
#if defined(__SANITIZE_ADDRESS__)
    GTEST_SKIP() << "the sanitizer itself needs descriptors, to look whether an object is what it is said to be (vptr)";
#endif
    Lab lab(*GetParam(), Family::UnixStream);
    constexpr std::size_t kClients = 120;
    lab.start([] { allowDescriptors(30); });
    std::vector<UniqueFd> clients;
    for (std::size_t i = 0; i < kClients; ++i) clients.push_back(lab.connect());
    std::size_t served = 0;
    for (std::size_t i = 0; i < kClients; ++i) {
        const std::string frame = frameOf(10, static_cast<unsigned>(i));
        sendAll(clients[i].get(), frame);
        served += receiveExactly(clients[i].get(), frame.size()) == frame ? 1 : 0;
    }
    const bool needsNone = GetParam()->info().concurrency == Concurrency::ProcessAClient;
    EXPECT_GT(served, 0U);
    EXPECT_EQ(served + lab.counts().away(TurnAway::NoDescriptor), kClients);
    EXPECT_EQ(lab.counts().awayWhileOpen, kClients - served) << "the kernel could tell who they were";
    EXPECT_EQ(lab.totals().turnedAway, kClients - served);
    if (needsNone) {
        EXPECT_EQ(served, kClients);
    } else {
        EXPECT_LT(served, kClients);
        EXPECT_EQ(lab.counts().lastValue, EMFILE);
    }
    EXPECT_LT(lab.totals().wakeUps, 20 * kClients);  // it does not wake up over and over for those it cannot take
    clients.clear();
    EXPECT_TRUE(eventually([&] { return lab.totals().watched == 0; }));
    EXPECT_TRUE(isEchoed(lab.connect().get(), frameOf(10, 1)));
}

// Descriptors of the server above what select(2) can hold; the others do not mind.
TEST_P(ServingLimits, ADescriptorBeyondTheCallIsTurnedAway) {
    rlimit limit{};
    ASSERT_EQ(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    constexpr rlim_t kWanted = FD_SETSIZE + 200;
    if (limit.rlim_max < kWanted) GTEST_SKIP() << "RLIMIT_NOFILE is " << limit.rlim_max << ", this needs " << kWanted;
    Lab lab(*GetParam(), Family::UnixStream);
    lab.start([] {
        allowDescriptors(kWanted);
        while (::open("/dev/null", O_RDONLY | O_CLOEXEC) < FD_SETSIZE + 20) {
        }
    });
    const bool meetsLimit = GetParam()->info().descriptorLimit != 0;
    for (unsigned i = 0; i < 3; ++i) {
        const UniqueFd client = lab.connect();
        EXPECT_EQ(isEchoed(client.get(), frameOf(10, i)), !meetsLimit);
    }
    EXPECT_EQ(lab.counts().away(TurnAway::AboveLimit), meetsLimit ? 3U : 0U);
    EXPECT_EQ(lab.counts().lastValue >= FD_SETSIZE, meetsLimit);
}

INSTANTIATE_TEST_SUITE_P(Every, ServingLimits, ::testing::ValuesIn(allStrategies().begin(), allStrategies().end()),
                         strategyName);

// While it pauses more signals come than the queue may hold; what was lost is found by looking at everything.
TEST(Sigio, AnOverflowOfTheQueueLosesNoRequest) {
    LeakGuard guard;
    Lab lab(*findStrategy("sigio"), Family::UnixStream);
    lab.start([] {
        const rlimit few{4, 4};
        if (::setrlimit(RLIMIT_SIGPENDING, &few) != 0) ::_exit(3);
    });
    std::vector<UniqueFd> clients;
    for (unsigned i = 0; i < 50; ++i) {
        clients.push_back(lab.connect());
        ASSERT_TRUE(isEchoed(clients.back().get(), frameOf(10, i)));
    }
    lab.setPaused(true);
    for (unsigned i = 0; i < clients.size(); ++i) sendAll(clients[i].get(), frameOf(20, i));
    lab.setPaused(false);
    for (unsigned i = 0; i < clients.size(); ++i)
        EXPECT_EQ(receiveExactly(clients[i].get(), frameOf(20, i).size()), frameOf(20, i));
    EXPECT_GT(lab.totals().overflows, 0U);
}

// What came and that nothing more comes are two signals; the first look finds both.
TEST(Sigio, ASignalOfAConnectionThatIsClosedIsAWakeUpInVain) {
    LeakGuard guard;
    Lab lab(*findStrategy("sigio"), Family::UnixStream);
    lab.start();
    UniqueFd client = lab.connect();
    ASSERT_TRUE(isEchoed(client.get(), frameOf(10, 1)));
    lab.setPaused(true);
    const std::uint64_t before = lab.totals().spurious;
    sendAll(client.get(), frameOf(20, 2));
    client.reset();
    lab.setPaused(false);
    EXPECT_TRUE(eventually([&] { return lab.totals().spurious > before; }));
    EXPECT_EQ(lab.counts().endedInAll(), 1U);
    EXPECT_TRUE(isEchoed(lab.connect().get(), frameOf(10, 3)));
}

// In the state LISTEN, at this port of the loopback interface (proc(5), net/tcp).
int listenersAt(std::uint16_t port) {
    std::array<char, 16> address{};
    std::snprintf(address.data(), address.size(), "%08X:%04X", htonl(INADDR_LOOPBACK), port);
    std::ifstream table("/proc/net/tcp");
    int count = 0;
    for (std::string line; std::getline(table, line);) {
        std::istringstream words(line);
        std::string number, local, remote, state;
        words >> number >> local >> remote >> state;
        if (local == address.data() && state == "0A") ++count;
    }
    return count;
}

TEST(Preforked, OverTcpEachProcessListensAtASocketOfItsOwn) {
    Lab lab(*findStrategy("preforked"), Family::Tcp, {.waiters = 3});
    sockaddr_in address{};
    socklen_t size = sizeof address;
    ASSERT_EQ(::getsockname(lab.listener(), reinterpret_cast<sockaddr*>(&address), &size), 0);
    const std::uint16_t port = ntohs(address.sin_port);
    EXPECT_EQ(listenersAt(port), 1);
    lab.start();
    EXPECT_TRUE(eventually([&] { return listenersAt(port) == 3; })) << listenersAt(port);
    std::vector<UniqueFd> clients;
    for (int i = 0; i < 32; ++i) clients.push_back(lab.connect());
    for (const UniqueFd& client : clients) EXPECT_TRUE(isEchoed(client.get(), frameOf(100, 1)));
    lab.stop();
}

}  // namespace

}  // namespace ipclab::test

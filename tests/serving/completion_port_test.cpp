// The model of a completion port: completions reach those who wait, and no more of them run at once than it allows.
#include "serving/completion_port.h"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <array>
#include <thread>

#include "core/error.h"
#include "helpers/leak_guard.h"
#include "serving_lab.h"

namespace ipclab::test {

namespace {

constexpr Nanoseconds kSliceNs = kNsPerSecond / 100;

// Each holds what it took until all the others have had their chance.
TEST(CompletionPort, NoMoreThreadsRunThanTheBound) {
    LeakGuard guard;
    constexpr unsigned kBound = 2, kThreads = 6, kCompletions = 200;
    CompletionPort port(kBound);
    ServingCounts counts{};
    std::atomic<unsigned> running{0}, most{0}, taken{0};
    std::vector<std::jthread> threads;
    for (unsigned i = 0; i < kThreads; ++i) {
        threads.emplace_back([&] {
            CompletionPort::Runner runner(port);
            while (taken < kCompletions) {
                if (!runner.next(kSliceNs, counts)) continue;
                const unsigned now = ++running;
                for (unsigned seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
                }
                ++taken;
                // Not alone while there is more to do: somebody else could run.
                EXPECT_TRUE(eventually([&] { return most == kBound || taken >= kCompletions / 2; }));
                std::this_thread::yield();
                --running;
            }
        });
    }
    for (unsigned i = 0; i < kCompletions; ++i) port.post({&port, static_cast<ssize_t>(i)});
    threads.clear();
    EXPECT_EQ(taken, kCompletions);
    EXPECT_EQ(most, kBound);
    EXPECT_EQ(port.mostRunning(), kBound);
}

TEST(CompletionPort, ACallIsMadeWhenItCanBeAndItsResultComes) {
    LeakGuard guard;
    std::array<int, 2> ends{};
    check(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), "socketpair");
    const UniqueFd here(ends[0]), there(ends[1]);
    CompletionPort port(1);
    ServingCounts counts{};
    CompletionPort::Runner runner(port);
    std::array<char, 16> buffer{};
    port.begin(
        here.get(), EPOLLIN, &buffer,
        [&](ServingCounts&) -> ssize_t {
            const ssize_t got = ::recv(here.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
            return got < 0 ? -errno : got;
        },
        counts);
    EXPECT_FALSE(runner.next(0, counts));
    ASSERT_EQ(::send(there.get(), "hello", 5, 0), 5);
    const auto completion = runner.next(30 * kNsPerSecond, counts);
    ASSERT_TRUE(completion);
    EXPECT_EQ(completion->key, &buffer);
    EXPECT_EQ(completion->result, 5);
    EXPECT_EQ(std::string(buffer.data(), 5), "hello");
    ASSERT_EQ(::send(there.get(), "!", 1, 0), 1);
    EXPECT_FALSE(runner.next(0, counts));  // nothing is begun
}

TEST(CompletionPort, AServerKeepsTheBoundToo) {
    LeakGuard guard;
    Lab lab(*findStrategy("iocp"), Family::UnixStream, {.waiters = 6});
    lab.start();
    std::vector<std::jthread> clients;
    for (unsigned i = 0; i < 6; ++i) {
        clients.emplace_back([&lab, i] {
            const UniqueFd client = lab.connect();
            for (unsigned round = 0; round < 100; ++round)
                ASSERT_TRUE(isEchoed(client.get(), frameOf(2000, i + round)));
        });
    }
    clients.clear();
    lab.stop();
    EXPECT_GE(lab.totals().mostRunning, 1U);
    EXPECT_LE(lab.totals().mostRunning, std::max(1U, std::thread::hardware_concurrency()));
}

}  // namespace

}  // namespace ipclab::test

#include "observe/process_account.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <thread>

#include "child.h"

namespace ipclab {
namespace {

TEST(ProcessAccount, TheCpuTimeIsTheWholeProcesssWithTheThreadsThatHaveEnded) {
    Child child([] {
        std::thread([] { compute(30'000'000); }).join();
        compute(20'000'000);
        for (;;) ::pause();
        return 0;
    });
    ProcessReader reader(child.pid());
    AccountReader accounts;
    std::optional<ProcessAccount> account;
    EXPECT_TRUE(eventually([&] {
        const Nanoseconds now = monotonicNow();
        const auto stat = reader.stat();
        account = stat ? accounts.read(reader, *stat, now) : std::nullopt;
        return !account || account->running >= 50'000'000;
    }));
    if (!account) GTEST_SKIP() << "this kernel has no /proc/PID/schedstat";
    EXPECT_TRUE(account->several);
    const auto first = reader.schedStat();
    ASSERT_TRUE(first);
    EXPECT_LT(first->running, account->running) << "the first thread alone";
}

// As the kernel does with a sleeper that it has moved to another core (since Linux 6.12).
TEST(ProcessAccount, WhatItCannotHaveBeenReadyIsTakenOff) {
    constexpr Nanoseconds kMs = 1'000'000;
    ProcessAccount account;
    account.grow(5 * kMs, 100 * kMs);
    EXPECT_EQ(account.runDelay(), 5 * kMs) << "never seen asleep: nothing is known against it";
    account.asleepNs = 100 * kMs;
    account.grow(25 * kMs, 120 * kMs);
    EXPECT_EQ(account.runDelay(), 25 * kMs) << "just possible";
    account.asleepNs = 120 * kMs;
    account.grow(525 * kMs, 130 * kMs);
    EXPECT_EQ(account.runDelay(), 35 * kMs);
    EXPECT_EQ(account.overcounted, 490 * kMs);
    account.grow(520 * kMs, 140 * kMs);
    EXPECT_EQ(account.runDelay(), 35 * kMs) << "an older reading takes nothing back";
}

TEST(ProcessAccount, AZombieStillHasIt) {
    const pid_t pid = ::fork();
    if (pid == 0) {
        compute(10'000'000);
        ::_exit(0);
    }
    siginfo_t info{};
    ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(pid), &info, WEXITED | WNOWAIT), 0);
    const auto running = lastCpuTime(pid);
    const auto first = ProcessReader(pid).schedStat();
    rusage usage{};
    ASSERT_EQ(::wait4(pid, nullptr, 0, &usage), pid);
    ASSERT_TRUE(running);
    EXPECT_GE(*running, 10'000'000);
    if (first) {
        EXPECT_EQ(first->running, *running) << "it had one thread";
    }
    EXPECT_FALSE(processCpuTime(pid)) << "it is gone";
    // The scheduler's own sum, which wait4 gives in microseconds.
    const auto micro = [](const timeval& time) { return static_cast<double>(time.tv_sec * 1'000'000 + time.tv_usec); };
    const double microseconds = static_cast<double>(*running) / 1000;
    EXPECT_NEAR(micro(usage.ru_utime) + micro(usage.ru_stime), microseconds, microseconds * 0.02);
}

}  // namespace
}  // namespace ipclab

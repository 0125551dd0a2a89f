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
        const auto stat = reader.stat();
        account = accounts.read(reader, stat ? stat->threads : 1);
        return !account || account->running >= 50'000'000;
    }));
    if (!account) GTEST_SKIP() << "this kernel has no /proc/PID/schedstat";
    EXPECT_TRUE(account->several);
    const auto first = reader.schedStat();
    ASSERT_TRUE(first);
    EXPECT_LT(first->running, account->running) << "the first thread alone";
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

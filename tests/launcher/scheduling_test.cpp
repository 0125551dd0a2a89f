// Nice value and processors of a process that runs: every thread of it, and errno where the system refuses.
#include "launcher/scheduling.h"

#include <gtest/gtest.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "helpers/other_user.h"
#include "observe/process_reader.h"

namespace ipclab {
namespace {

constexpr std::size_t kThreads = 4;

void* sleepForEver(void*) {
    for (;;) ::pause();
}

// A process with a few threads that do nothing.
class Threaded {
public:
    Threaded() : m_pid(::fork()) {
        if (m_pid != 0) return;
        for (std::size_t i = 1; i < kThreads; ++i) {
            pthread_t thread{};
            if (::pthread_create(&thread, nullptr, sleepForEver, nullptr) != 0) ::_exit(1);
        }
        sleepForEver(nullptr);
    }
    ~Threaded() { end(); }
    Threaded(const Threaded&) = delete;
    Threaded& operator=(const Threaded&) = delete;

    void end() {
        if (m_pid <= 0) return;
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
        m_pid = 0;
    }
    [[nodiscard]] pid_t pid() const { return m_pid; }
    // Once all are there.
    [[nodiscard]] std::vector<pid_t> threads() const {
        for (;;) {
            const auto threads = ProcessReader(m_pid).threads();
            if (!threads || threads->size() >= kThreads) return threads.value_or(std::vector<pid_t>());
            ::sched_yield();
        }
    }

private:
    pid_t m_pid;
};

TEST(Scheduling, EveryThreadGetsTheNiceValueAndTheProcessors) {
    const Threaded process;
    const std::vector<pid_t> threads = process.threads();
    ASSERT_EQ(threads.size(), kThreads);
    const unsigned cpu = cpusOf(::getpid()).front();
    ASSERT_EQ(setNiceOf(process.pid(), 11), 0);
    ASSERT_EQ(setCpusOf(process.pid(), {cpu}), 0);
    for (const pid_t thread : threads) {
        EXPECT_EQ(niceOf(thread), 11);
        EXPECT_EQ(cpusOf(thread), std::vector<unsigned>{cpu});
    }
    ASSERT_EQ(setCpusOf(process.pid(), {}), 0);
    for (const pid_t thread : threads) EXPECT_EQ(cpusOf(thread), cpusOf(::getpid()));
}

TEST(Scheduling, ProcessorsThatAreNotThereAreRefusedAndNothingChanges) {
    const Threaded process;
    EXPECT_EQ(setCpusOf(process.pid(), {1023}), EINVAL);
    EXPECT_EQ(cpusOf(process.pid()), cpusOf(::getpid()));
}

TEST(Scheduling, AProcessThatHasEndedIsSaidToHave) {
    Threaded process;
    const pid_t pid = process.pid();
    process.end();
    EXPECT_EQ(setNiceOf(pid, 5), ESRCH);
    EXPECT_EQ(setCpusOf(pid, {0}), ESRCH);
    EXPECT_EQ(niceOf(pid), std::nullopt);
}

TEST(Scheduling, LoweringANiceValueWithoutTheRightIsRefused) {
    if (const std::string problem = test::otherUserProblem(); !problem.empty()) GTEST_SKIP() << problem;
    EXPECT_TRUE(test::asOtherUser([] {
        const rlimit none{0, 0};
        if (::setrlimit(RLIMIT_NICE, &none) != 0 || setNiceOf(::getpid(), 10) != 0) return false;
        return setNiceOf(::getpid(), 0) == EACCES && niceOf(::getpid()) == 10;
    }));
}

}  // namespace
}  // namespace ipclab

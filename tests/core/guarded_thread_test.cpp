// No exception of a thread ends the program, that of its start included.
#include "core/guarded_thread.h"

#include <gtest/gtest.h>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <stdexcept>

namespace ipclab {
namespace {

TEST(GuardedThread, AnExceptionBecomesASentence) {
    std::string why;
    startThread([](const std::stop_token&) { throw std::runtime_error("the disk is gone"); },
                [&](const std::string& text) { why = text; })
        .join();
    EXPECT_EQ(why, "the disk is gone");
}

TEST(GuardedThread, SoDoesWhatIsNoException) {
    std::string why;
    startThread([](const std::stop_token&) { throw 7; }, [&](const std::string& text) { why = text; }).join();
    EXPECT_FALSE(why.empty());
}

TEST(GuardedThread, StopsWhenItIsAskedTo) {
    std::atomic<bool> stopped{false};
    {
        const std::jthread thread = startThread(
            [&](const std::stop_token& stop) {
                while (!stop.stop_requested()) std::this_thread::yield();
                stopped = true;
            },
            [](const std::string& text) { FAIL() << text; });
    }
    EXPECT_TRUE(stopped);
}

// A machine that refuses threads: its address space leaves no room for the stack of one.
TEST(GuardedThread, AStartThatIsRefusedIsASentenceToo) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "a sanitizer needs the address space that is taken away here";
#endif
    const pid_t child = ::fork();
    if (child == 0) {
        pthread_attr_t large;  // no stack of an earlier thread, kept for the next one, is as large
        ::pthread_attr_init(&large);
        ::pthread_attr_setstacksize(&large, 256U << 20);
        ::pthread_setattr_default_np(&large);
        const rlimit none{1U << 20, 1U << 20};
        ::setrlimit(RLIMIT_AS, &none);
        bool told = false;
        const std::jthread thread =
            startThread([](const std::stop_token&) {}, [&](const std::string&) { told = true; });
        ::_exit(told && !thread.joinable() ? 0 : 1);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
}

}  // namespace
}  // namespace ipclab

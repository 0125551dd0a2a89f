// A look at a thread, without a launcher around it: the difficult moments, made on purpose.
#include "launcher/thread_capture.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <atomic>
#include <thread>
#include <vector>

#include "child.h"
#include "observe/captured_thread.h"
#include "observe/process_reader.h"
#include "traced.h"

namespace ipclab {
namespace {

class Capture : public testing::Test {
protected:
    void SetUp() override {
        if (!knowsRegisters()) GTEST_SKIP() << "the registers of this architecture are not known";
    }
    bool untilAnswered() {
        return eventually([this] {
            m_capture.turn(monotonicNow());
            return !m_answers.empty();
        });
    }
    bool untilLetGo() {
        return eventually([this] {
            m_capture.turn(monotonicNow());
            return !m_capture.isBusy();
        });
    }

    std::vector<ThreadInspected> m_answers;
    std::vector<StackRead> m_stack;
    ThreadCapture m_capture{[this](const Message& message) {
        if (const auto* answer = std::get_if<ThreadInspected>(&message)) m_answers.push_back(*answer);
        if (const auto* piece = std::get_if<StackRead>(&message)) m_stack.push_back(*piece);
    }};
};

bool isState(pid_t pid, char letter) {
    const auto stat = ProcessReader(pid).stat();
    return stat && stat->state == letter;
}

TEST_F(Capture, OneThatComputesIsSeenAndComputesOn) {
    Child child([] {
        compute(60 * kNsPerSecond);
        return 0;
    });
    m_capture.ask(3, child.pid(), 0);
    ASSERT_TRUE(untilAnswered());
    EXPECT_EQ(m_answers[0].problem, "");
    EXPECT_EQ(m_answers[0].process, 3U);
    EXPECT_EQ(m_answers[0].thread, child.pid());
    EXPECT_FALSE(m_answers[0].registers.empty());
    ASSERT_FALSE(m_stack.empty());
    for (const StackRead& piece : m_stack) EXPECT_LE(piece.bytes.size(), 2 * kMostStackPieceBytes);
    EXPECT_FALSE(m_capture.isBusy());
    EXPECT_FALSE(test::isTraced(child.pid()));
    EXPECT_TRUE(eventually([&] { return isState(child.pid(), 'R'); }));
}

// The parent of a vfork sleeps until its child has ended or begun another program, and nothing but death wakes it.
TEST_F(Capture, OneThatCannotStopIsToldAsSuchAndLetGoLater) {
#if defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "under the thread sanitizer vfork is fork, and nobody waits";
#endif
    Child child([] {
        const pid_t parent = ::getpid(), grandchild = ::vfork();
        if (grandchild == 0) {
            ::prctl(PR_SET_PDEATHSIG, SIGKILL);
            if (::getppid() != parent) ::_exit(0);
            for (;;) ::pause();
        }
        for (;;) ::pause();
        return 0;
    });
    std::vector<pid_t> grandchildren;
    ASSERT_TRUE(eventually([&] {
        grandchildren = ProcessReader(child.pid()).children().value_or(std::vector<pid_t>());
        return !grandchildren.empty() && isState(child.pid(), 'D');
    }));
    m_capture.ask(0, child.pid(), 0);
    ASSERT_TRUE(untilAnswered());
    EXPECT_TRUE(m_answers[0].problem.starts_with("the thread does not stop")) << m_answers[0].problem;
    EXPECT_TRUE(m_capture.isBusy());
    ::kill(grandchildren[0], SIGKILL);
    ASSERT_TRUE(untilLetGo());
    EXPECT_FALSE(test::isTraced(child.pid()));
    EXPECT_TRUE(eventually([&] { return isState(child.pid(), 'S'); })) << "it goes on with its own life";
    EXPECT_EQ(m_answers.size(), 1U);
}

TEST_F(Capture, ASignalInThatVeryMomentIsNotLost) {
    for (int round = 0; round < 30; ++round) {
        Child child([] {
            sigset_t set;
            ::sigemptyset(&set);
            ::sigaddset(&set, SIGUSR1);
            ::sigprocmask(SIG_BLOCK, &set, nullptr);
            ::signal(SIGUSR1, [](int) { ::_exit(7); });
            ::sigprocmask(SIG_UNBLOCK, &set, nullptr);
            ::prctl(PR_SET_NAME, "armed");
            compute(60 * kNsPerSecond);
            return 0;
        });
        ASSERT_TRUE(eventually([&] {
            const auto stat = ProcessReader(child.pid()).stat();
            return stat && stat->name == "armed";
        }));
        m_answers.clear();
        if (round % 2 == 0) child.signal(SIGUSR1);
        m_capture.ask(0, child.pid(), 0);
        if (round % 2 != 0) child.signal(SIGUSR1);
        ASSERT_TRUE(untilLetGo());
        EXPECT_EQ(child.wait(), 7);
    }
}

TEST_F(Capture, AnotherThreadIsSeenAndItsEndInThatMomentLeavesNothing) {
    Child child([] {
        std::thread([] {
            ::prctl(PR_SET_NAME, "second");
            compute(60 * kNsPerSecond);
        }).detach();
        for (;;) ::pause();
        return 0;
    });
    // By its name: a sanitizer has threads of its own.
    pid_t second = 0;
    ASSERT_TRUE(eventually([&] {
        for (const pid_t tid : ProcessReader(child.pid()).threads().value_or(std::vector<pid_t>())) {
            const auto stat = ProcessReader(child.pid(), tid).stat();
            if (stat && stat->name == "second") second = tid;
        }
        return second != 0;
    }));
    m_capture.ask(0, child.pid(), second);
    ASSERT_TRUE(untilAnswered());
    EXPECT_EQ(m_answers[0].problem, "");
    EXPECT_EQ(m_answers[0].thread, second);
    m_capture.ask(0, child.pid(), second);
    child.signal(SIGKILL);
    ASSERT_TRUE(untilLetGo());
    EXPECT_EQ(child.wait(), -SIGKILL);
}

TEST_F(Capture, WhatIsNotThereIsRefused) {
    m_capture.ask(1, 0, 0);
    ASSERT_EQ(m_answers.size(), 1U);
    EXPECT_EQ(m_answers[0].problem, "the process has ended");
    Child child([] { return 0; });
    ASSERT_TRUE(eventually([&] { return isState(child.pid(), 'Z'); }));
    m_capture.ask(1, child.pid(), 0);
    ASSERT_TRUE(untilLetGo());
    ASSERT_EQ(m_answers.size(), 2U);
    EXPECT_FALSE(m_answers[1].problem.empty());
    EXPECT_EQ(child.wait(), 0);
}

}  // namespace
}  // namespace ipclab

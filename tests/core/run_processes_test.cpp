// A run's processes are found and ended, each counted once; a control group ends all in it at once.
#include "core/run_processes.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "core/control_group.h"
#include "core/run_directory.h"
#include "helpers/leak_guard.h"

namespace ipclab {
namespace {

[[noreturn]] void waitForTheEnd() {
    for (;;) ::pause();
}

void reapAll() {
    while (::waitpid(-1, nullptr, 0) > 0 || errno == EINTR) {
    }
}

TEST(RunProcesses, KnowsACommandByWhatFollowsItsLastParenthesis) {
    const auto self = readProcessEntry(::getpid());
    ASSERT_TRUE(self);
    EXPECT_EQ(self->parent, ::getppid());
    EXPECT_EQ(self->group, ::getpgrp());
    EXPECT_EQ(self->session, ::getsid(0));
    EXPECT_GE(self->threads, 1U);
    EXPECT_GT(self->start, 0U);
    EXPECT_FALSE(readProcessEntry(-1));
}

// Two children, one stopped and one deaf in a group of its own, with a child of its own.
TEST(RunProcesses, AllDescendantsAreKilledAndCountedOnce) {
    const test::LeakGuard guard;
    const pid_t stopped = ::fork();
    if (stopped == 0) {
        ::raise(SIGSTOP);
        waitForTheEnd();
    }
    const pid_t deaf = ::fork();
    if (deaf == 0) {
        ::setsid();
        ::signal(SIGTERM, SIG_IGN);
        if (::fork() == 0) waitForTheEnd();
        waitForTheEnd();
    }
    RunProcesses processes({.others = {stopped, deaf}});
    while (processes.all(false).size() < 3) ::poll(nullptr, 0, 1);
    const auto ended = processes.endAll(monotonicNow() + 20 * kNsPerSecond, {});
    EXPECT_EQ(ended.killed, 3U);
    EXPECT_EQ(ended.left, 0U);
    reapAll();
    EXPECT_TRUE(processes.all(false).empty());
}

TEST(ControlGroup, EndsAllInItAtOnceAndGoesWithItsRun) {
    const test::LeakGuard guard;
    const GroupPlace place = findGroupPlace();
    if (place.parent.empty()) GTEST_SKIP() << place.problem;
    const std::string token = makeRunToken();
    std::string path;
    {
        RunDirectory run(token);
        const ControlGroup group(place, token, [&](const std::string& made) {
            path = made;
            run.noteGroup(made);
        });
        if (!group) GTEST_SKIP() << "no group can be made in " << place.parent;
        const pid_t child = ::fork();
        if (child == 0) waitForTheEnd();
        ASSERT_TRUE(group.add(child));
        ASSERT_TRUE(group.killAll());
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
        const pid_t left = ::fork();
        if (left == 0) waitForTheEnd();
        ASSERT_TRUE(group.add(left));
    }
    EXPECT_FALSE(std::filesystem::exists(path));
    reapAll();
}

TEST(ControlGroup, OnlyOneOfARunIsRemoved) {
    EXPECT_FALSE(removeGroup("/sys/fs/cgroup"));
    EXPECT_FALSE(removeGroup("/tmp/ipclab-x"));
    EXPECT_FALSE(removeGroup("ipclab-x"));
}

}  // namespace
}  // namespace ipclab

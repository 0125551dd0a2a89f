// The model of kqueue, filter by filter.
#include "serving/kqueue.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

#include "core/error.h"
#include "helpers/leak_guard.h"

namespace ipclab::test {

namespace {

class KqueueTest : public ::testing::Test {
protected:
    void SetUp() override {
        std::array<int, 2> ends{};
        check(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), "socketpair");
        m_here.reset(ends[0]);
        m_there.reset(ends[1]);
    }

    int change(const Kevent& one) { return m_queue.kevent({&one, 1}, {}, 0); }
    int changeSocket(Filter filter, std::uint16_t flags) {
        return change({static_cast<std::uint64_t>(m_here.get()), filter, flags, 0, 0, this});
    }
    // What is there within that time.
    std::vector<Kevent> events(Nanoseconds timeoutNs = 0) {
        std::vector<Kevent> found(8);
        const int count = m_queue.kevent({}, found, timeoutNs);
        found.resize(static_cast<std::size_t>(std::max(count, 0)));
        return found;
    }
    void sendThere(std::string_view bytes) {
        ASSERT_EQ(::send(m_there.get(), bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
    }
    void receiveHere(std::size_t bytes) {
        std::string got(bytes, '\0');
        ASSERT_EQ(::recv(m_here.get(), got.data(), bytes, 0), static_cast<ssize_t>(bytes));
    }

    LeakGuard m_guard;
    Kqueue m_queue;
    UniqueFd m_here, m_there;
};

constexpr Nanoseconds kLongNs = 30 * kNsPerSecond;

TEST_F(KqueueTest, ReadSaysHowManyBytesWaitUntilTheyAreRead) {
    ASSERT_EQ(changeSocket(Filter::Read, kEvAdd), 0);
    EXPECT_TRUE(events().empty());
    sendThere("hello");
    for (int look = 0; look < 2; ++look) {
        const auto found = events();
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(found[0].ident, static_cast<std::uint64_t>(m_here.get()));
        EXPECT_EQ(found[0].filter, Filter::Read);
        EXPECT_EQ(found[0].data, 5);
        EXPECT_EQ(found[0].udata, this);
        EXPECT_EQ(found[0].flags & kEvEof, 0);
    }
    receiveHere(5);
    EXPECT_TRUE(events().empty());
}

TEST_F(KqueueTest, ClearTellsOfAnArrivalOnce) {
    ASSERT_EQ(changeSocket(Filter::Read, kEvAdd | kEvClear), 0);
    sendThere("hello");
    EXPECT_EQ(events().size(), 1U);
    EXPECT_TRUE(events().empty());
    sendThere("!");
    const auto found = events();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].data, 6);
}

TEST_F(KqueueTest, OneshotIsGoneAndDispatchIsSwitchedOffAfterAnEvent) {
    sendThere("x");
    ASSERT_EQ(changeSocket(Filter::Read, kEvAdd | kEvOneshot), 0);
    EXPECT_EQ(events().size(), 1U);
    EXPECT_EQ(changeSocket(Filter::Read, kEvEnable), -1);
    EXPECT_EQ(errno, ENOENT);
    ASSERT_EQ(changeSocket(Filter::Read, kEvAdd | kEvDispatch), 0);
    EXPECT_EQ(events().size(), 1U);
    EXPECT_TRUE(events().empty());
    ASSERT_EQ(changeSocket(Filter::Read, kEvEnable), 0);
    EXPECT_EQ(events().size(), 1U);
}

TEST_F(KqueueTest, TheEndOfTheStreamIsAFlag) {
    ASSERT_EQ(changeSocket(Filter::Read, kEvAdd), 0);
    m_there.reset();
    const auto found = events();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NE(found[0].flags & kEvEof, 0);
    EXPECT_EQ(found[0].data, 0);
}

TEST_F(KqueueTest, WriteIsForAsLongAsThereIsRoomAndBothDirectionsAreTwoEvents) {
    ASSERT_EQ(changeSocket(Filter::Write, kEvAdd), 0);
    ASSERT_EQ(events().size(), 1U);
    EXPECT_EQ(events()[0].filter, Filter::Write);
    sendThere("x");
    ASSERT_EQ(changeSocket(Filter::Read, kEvAdd), 0);
    EXPECT_EQ(events().size(), 2U);
    const std::string much(100'000, 'x');
    while (::send(m_here.get(), much.data(), much.size(), MSG_DONTWAIT) > 0) {
    }
    const auto found = events();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].filter, Filter::Read);
    ASSERT_EQ(changeSocket(Filter::Read, kEvDisable), 0);
    EXPECT_TRUE(events().empty());
    ASSERT_EQ(changeSocket(Filter::Read, kEvDelete), 0);
    ASSERT_EQ(changeSocket(Filter::Write, kEvDelete), 0);
    EXPECT_EQ(changeSocket(Filter::Write, kEvDelete), -1);
}

TEST_F(KqueueTest, TimersCountHowOftenTheyRanOut) {
    const Kevent timer{7, Filter::Timer, kEvAdd, 0, 2, nullptr};
    ASSERT_EQ(change(timer), 0);
    std::int64_t periods = 0;
    while (periods < 3) {
        const auto found = events(kLongNs);
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(found[0].ident, 7U);
        ASSERT_GE(found[0].data, 1);
        periods += found[0].data;
    }
    ASSERT_EQ(change({7, Filter::Timer, kEvDelete, 0, 0, nullptr}), 0);
    ASSERT_EQ(change({8, Filter::Timer, kEvAdd | kEvOneshot, 0, 1, nullptr}), 0);
    const auto once = events(kLongNs);
    ASSERT_EQ(once.size(), 1U);
    EXPECT_EQ(once[0].data, 1);
    EXPECT_EQ(change({8, Filter::Timer, kEvDelete, 0, 0, nullptr}), -1);
    EXPECT_EQ(change({9, Filter::Timer, kEvAdd, 0, 0, nullptr}), -1);
    EXPECT_EQ(errno, EINVAL);
}

TEST_F(KqueueTest, SignalsAreTakenByTheQueueAndLetThroughAgain) {
    sigset_t before, now;
    ASSERT_EQ(::pthread_sigmask(SIG_SETMASK, nullptr, &before), 0);
    ASSERT_EQ(::sigismember(&before, SIGUSR2), 0);
    ASSERT_EQ(change({SIGUSR2, Filter::Signal, kEvAdd, 0, 0, nullptr}), 0);
    EXPECT_TRUE(events().empty());
    ASSERT_EQ(::raise(SIGUSR2), 0);
    const auto found = events(kLongNs);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].ident, static_cast<std::uint64_t>(SIGUSR2));
    EXPECT_EQ(found[0].data, 1);
    EXPECT_TRUE(events().empty());
    ASSERT_EQ(change({SIGUSR2, Filter::Signal, kEvDelete, 0, 0, nullptr}), 0);
    ASSERT_EQ(::pthread_sigmask(SIG_SETMASK, nullptr, &now), 0);
    EXPECT_EQ(::sigismember(&now, SIGUSR2), 0);
    EXPECT_EQ(change({12345, Filter::Signal, kEvAdd, 0, 0, nullptr}), -1);
}

TEST_F(KqueueTest, TheEndOfAChildIsToldOnceWithItsStatus) {
    const pid_t child = check(::fork(), "fork");
    if (child == 0) {
        char byte = 0;
        ::_exit(::recv(m_there.get(), &byte, 1, 0) == 1 ? 7 : 8);
    }
    ASSERT_EQ(change({static_cast<std::uint64_t>(child), Filter::Proc, kEvAdd, kNoteExit, 0, nullptr}), 0);
    EXPECT_TRUE(events().empty());
    ASSERT_EQ(::send(m_here.get(), "x", 1, 0), 1);
    const auto found = events(kLongNs);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].fflags, kNoteExit);
    EXPECT_NE(found[0].flags & kEvEof, 0);
    EXPECT_TRUE(WIFEXITED(static_cast<int>(found[0].data)));
    EXPECT_EQ(WEXITSTATUS(static_cast<int>(found[0].data)), 7);
    EXPECT_TRUE(events().empty());
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, found[0].data);
    EXPECT_EQ(change({static_cast<std::uint64_t>(child), Filter::Proc, kEvAdd, kNoteExit, 0, nullptr}), -1);
    EXPECT_EQ(errno, ESRCH);
}

TEST_F(KqueueTest, AnEventOfTheProgramStaysUnlessItIsCleared) {
    ASSERT_EQ(change({1, Filter::User, kEvAdd, 0, 0, this}), 0);
    ASSERT_EQ(change({2, Filter::User, kEvAdd | kEvClear, 0, 0, nullptr}), 0);
    EXPECT_TRUE(events().empty());
    ASSERT_EQ(change({1, Filter::User, 0, kNoteTrigger, 0, nullptr}), 0);
    ASSERT_EQ(change({2, Filter::User, 0, kNoteTrigger, 0, nullptr}), 0);
    EXPECT_EQ(events().size(), 2U);
    const auto found = events();
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].ident, 1U);
    EXPECT_EQ(found[0].udata, this);
}

TEST_F(KqueueTest, AChangeThatFailsIsAnEventWhereThereIsRoom) {
    const Kevent bad{9999, Filter::Read, kEvAdd, 0, 0, nullptr};
    std::array<Kevent, 2> found{};
    ASSERT_EQ(m_queue.kevent({&bad, 1}, found, 0), 1);
    EXPECT_EQ(found[0].flags, kEvError);
    EXPECT_EQ(found[0].data, EBADF);
    EXPECT_EQ(change(bad), -1);
    EXPECT_EQ(errno, EBADF);
}

TEST_F(KqueueTest, BothDirectionsOfADescriptorAreClearedOrNeither) {
    ASSERT_EQ(changeSocket(Filter::Read, kEvAdd), 0);
    EXPECT_EQ(changeSocket(Filter::Write, kEvAdd | kEvClear), -1);
    EXPECT_EQ(errno, EINVAL);
    sendThere("x");
    EXPECT_EQ(events().size(), 1U);
}

}  // namespace

}  // namespace ipclab::test

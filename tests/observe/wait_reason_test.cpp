#include <gtest/gtest.h>
#include <linux/futex.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/sem.h>
#include <sys/syscall.h>
#include <sys/un.h>

#include "child.h"
#include "core/pipe.h"
#include "observe/process_reader.h"
#include "observe/wait_channel.h"

namespace ipclab {
namespace {

using Why = WaitReason;

// What is told of a real process that waits so, by the kernel's function and by the call alone; None for the test to
// skip where this machine hides both.
struct Told {
    WaitReason reason = Why::None, byCall = Why::None;
    std::string channel;
    bool hidden = false;
};

Told toldOf(pid_t pid, WaitReason wanted) {
    ProcessReader reader(pid);
    Told told;
    eventually([&] { return (told.reason = waitReasonOf(reader)) == wanted; }, std::chrono::seconds(5));
    told.channel = reader.waitChannel().value_or("");
    const auto call = reader.currentCall();
    if (call) told.byCall = waitReasonOf(*call, [&](int descriptor) { return reader.descriptorTarget(descriptor); });
    told.hidden = told.channel.empty() && !call;
    return told;
}

class WaitReasons : public ::testing::Test {
protected:
    void expectOf(const std::function<int()>& waits, WaitReason wanted) {
        const Child child(waits);
        const Told told = toldOf(child.pid(), wanted);
        if (told.hidden) GTEST_SKIP() << "this machine hides where a process sleeps";
        EXPECT_EQ(told.reason, wanted) << told.channel;
        EXPECT_EQ(told.byCall, wanted) << told.channel;
    }
};

TEST_F(WaitReasons, ASleepIsASleepWhicheverCallMakesIt) {
    expectOf([] { return sleepFor(60 * kNsPerSecond), 0; }, Why::Sleep);
    expectOf([] { return ::poll(nullptr, 0, 60'000); }, Why::Sleep);
}

TEST_F(WaitReasons, ADescriptorIsWaitedForInPollAndEpoll) {
    const Pipe pipe = makePipe();
    expectOf(
        [&] {
            pollfd entry{pipe.read.get(), POLLIN, 0};
            return ::poll(&entry, 1, 60'000);
        },
        Why::Events);
    expectOf(
        [&] {
            const int epoll = ::epoll_create1(0);
            epoll_event event{};
            return ::epoll_wait(epoll, &event, 1, 60'000);
        },
        Why::Events);
}

TEST_F(WaitReasons, APipeIsEmptyOrFull) {
    const Pipe pipe = makePipe();
    expectOf(
        [&] {
            char byte = 0;
            return static_cast<int>(::read(pipe.read.get(), &byte, 1));
        },
        Why::Empty);
    expectOf(
        [&] {
            const std::string much(1 << 20, 'x');
            return static_cast<int>(::write(pipe.write.get(), much.data(), much.size()));
        },
        Why::Full);
}

TEST_F(WaitReasons, AParentWaitsForItsChild) {
    expectOf(
        [] {
            const pid_t parent = ::getpid(), child = ::fork();
            if (child == 0) {
                ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // or it would outlive the test
                if (::getppid() != parent) ::_exit(0);
                sleepFor(60 * kNsPerSecond);
                ::_exit(0);
            }
            return ::waitpid(child, nullptr, 0);
        },
        Why::Child);
}

TEST_F(WaitReasons, AFutexIsNeitherCalledALockNorACondition) {
    expectOf(
        [] {
            static std::uint32_t word = 0;
            return static_cast<int>(::syscall(SYS_futex, &word, FUTEX_WAIT, 0, nullptr, nullptr, 0));
        },
        Why::Futex);
}

TEST_F(WaitReasons, ASemaphoreOfSystemVAndTheLockOfAFile) {
    const int semaphore = check(::semget(IPC_PRIVATE, 1, 0600), "semget");
    expectOf(
        [&] {
            sembuf take{0, -1, 0};
            return ::semop(semaphore, &take, 1);
        },
        Why::Semaphore);
    check(::semctl(semaphore, 0, IPC_RMID), "semctl");
    const UniqueFd file(check(::memfd_create("locked", 0), "memfd_create"));
    check(::flock(file.get(), LOCK_EX), "flock");
    const std::string again = "/proc/" + std::to_string(::getpid()) + "/fd/" + std::to_string(file.get());
    expectOf([&] { return ::flock(::open(again.c_str(), O_RDWR), LOCK_EX); }, Why::FileLock);
}

TEST_F(WaitReasons, ASignalAndAConnection) {
    expectOf([] { return ::pause(); }, Why::Signal);
    expectOf(
        [] {
            const int listener = ::socket(AF_UNIX, SOCK_STREAM, 0);
            sockaddr_un own{AF_UNIX, {}};
            ::bind(listener, reinterpret_cast<const sockaddr*>(&own), sizeof own.sun_family);  // a name of its own
            ::listen(listener, 1);
            return ::accept(listener, nullptr, nullptr);
        },
        Why::Connect);
}

CurrentCall callOf(long number, std::uint64_t first = 0, std::uint64_t second = 0) {
    CurrentCall call;
    call.number = number;
    call.arguments[0] = first;
    call.arguments[1] = second;
    return call;
}

TEST(WaitCall, IsNoReasonWhereItCouldBeAnything) {
    const auto file = [](int) { return std::string("/tmp/data"); };
    const auto hidden = [](int) { return std::string(); };
    EXPECT_EQ(waitReasonOf(callOf(SYS_read, 3), file), Why::None);
    EXPECT_EQ(waitReasonOf(callOf(SYS_read, 3), hidden), Why::None);
    EXPECT_EQ(waitReasonOf(callOf(SYS_read, 3), [](int) { return std::string("socket:[12]"); }), Why::Empty);
    EXPECT_EQ(waitReasonOf(callOf(SYS_ioctl, 3), hidden), Why::None);
    CurrentCall running;
    running.running = true;
    EXPECT_EQ(waitReasonOf(running, hidden), Why::None);
    EXPECT_EQ(waitReasonOf(CurrentCall{}, hidden), Why::None) << "in no call: a page fault, or stopped";
    EXPECT_EQ(waitReasonOf(callOf(SYS_pselect6, 0), hidden), Why::Sleep);
    EXPECT_EQ(waitReasonOf(callOf(SYS_pselect6, 4), hidden), Why::Events);
}

}  // namespace
}  // namespace ipclab

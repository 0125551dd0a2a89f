#include "observe/switch_reader.h"

#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>

#include <algorithm>
#include <cstring>
#include <set>

#include "child.h"
#include "observe/switch_events.h"

namespace ipclab {
namespace {

#define SKIP_WITHOUT_EVENTS(events) \
    if (!(events)) GTEST_SKIP() << (events).problem

using Records = std::vector<SwitchRecord>;

void append(Records& to, std::span<const SwitchRecord> from) { to.insert(to.end(), from.begin(), from.end()); }

bool has(const Records& records, SwitchKind kind, pid_t pid) {
    return std::any_of(records.begin(), records.end(),
                       [&](const SwitchRecord& r) { return r.kind == kind && r.pid == pid; });
}

TEST(SwitchReader, SeesAChildFromForkToExit) {
    auto events = openSwitchEvents();
    SKIP_WITHOUT_EVENTS(events);
    SwitchReader reader(std::move(events.perCpu));
    const Nanoseconds before = monotonicNow();
    Child child([] {
        sleepFor(1'000'000);
        return 0;
    });
    const pid_t pid = child.pid();
    EXPECT_EQ(child.wait(), 0);
    Records records;
    append(records, reader.flush());
    for (const SwitchKind kind : {SwitchKind::Fork, SwitchKind::SwitchIn, SwitchKind::SwitchOut, SwitchKind::Exit})
        EXPECT_TRUE(has(records, kind, pid)) << static_cast<int>(kind);
    for (const SwitchRecord& record : records) {
        EXPECT_GE(record.time, before - SwitchReader::kMargin);
        EXPECT_LE(record.time, reader.releasedUntil());
        if (record.kind == SwitchKind::Fork && record.pid == pid && record.tid == pid) {
            EXPECT_EQ(record.parentPid, ::getpid());
        }
    }
    EXPECT_TRUE(std::is_sorted(records.begin(), records.end(),
                               [](const SwitchRecord& a, const SwitchRecord& b) { return a.time < b.time; }));
    EXPECT_EQ(reader.lost(), 0U);
    EXPECT_EQ(reader.corruptBytes(), 0U);
}

TEST(SwitchReader, NamesTheProgramThatWasExecuted) {
    auto events = openSwitchEvents();
    SKIP_WITHOUT_EVENTS(events);
    SwitchReader reader(std::move(events.perCpu));
    Child child([] {
        ::execl("/bin/true", "true", nullptr);
        return 1;
    });
    const pid_t pid = child.pid();
    EXPECT_EQ(child.wait(), 0);
    const auto records = reader.flush();
    const auto exec =
        std::find_if(records.begin(), records.end(), [](const SwitchRecord& r) { return r.kind == SwitchKind::Exec; });
    ASSERT_NE(exec, records.end());
    EXPECT_EQ(exec->pid, pid);
    EXPECT_EQ(exec->name(), "true");
}

TEST(SwitchReader, PollsInOrderAndHoldsBackWhatIsTooYoung) {
    auto events = openSwitchEvents();
    SKIP_WITHOUT_EVENTS(events);
    SwitchReader reader(std::move(events.perCpu));
    std::vector<Child> children;
    for (int i = 0; i < 4; ++i)
        children.emplace_back([] {
            for (int k = 0; k < 300; ++k) sleepFor(10'000);
            return 0;
        });
    std::set<pid_t> exited;
    Nanoseconds last = 0;
    std::uint64_t misordered = 0;
    const auto take = [&](std::span<const SwitchRecord> records) {
        for (const SwitchRecord& record : records) {
            misordered += record.time < last ? 1 : 0;
            last = std::max(last, record.time);
            if (record.kind == SwitchKind::Exit) exited.insert(record.pid);
        }
    };
    EXPECT_TRUE(eventually([&] {
        const auto records = reader.poll();
        take(records);
        for (const SwitchRecord& record : records) EXPECT_LT(record.time, reader.releasedUntil());
        return exited.size() == children.size();
    }));
    EXPECT_LE(misordered, reader.late());
    for (Child& child : children) EXPECT_EQ(child.wait(), 0);
}

TEST(SwitchReader, ATinyRingLosesAndCounts) {
    auto events = openSwitchEvents();
    SKIP_WITHOUT_EVENTS(events);
    SwitchReader reader(std::move(events.perCpu), 1);
    EXPECT_EQ(reader.pages(), 1U);
    const auto burst = [] {
        Child child([] {
            pinTo(0);
            for (int k = 0; k < 500; ++k) sleepFor(1'000);
            return 0;
        });
        EXPECT_EQ(child.wait(), 0);
    };
    burst();  // 1,000 records of 32 bytes into 4,096
    Records records;
    append(records, reader.poll());
    burst();  // the kernel reports a loss with the next record that fits
    append(records, reader.flush());
    EXPECT_GT(reader.lost(), 0U);
    std::uint64_t byCpu = 0;
    for (const auto& [cpu, lost] : reader.lostByCpu()) byCpu += lost;
    EXPECT_EQ(byCpu, reader.lost());
    const auto gap =
        std::find_if(records.begin(), records.end(), [](const SwitchRecord& r) { return r.kind == SwitchKind::Lost; });
    ASSERT_NE(gap, records.end());
    EXPECT_LT(gap->gapBegin, gap->time);
}

// Without CAP_IPC_LOCK, what may be locked is bounded: perf_event_mlock_kb for each CPU, then RLIMIT_MEMLOCK.
TEST(SwitchReader, FallsBackToSmallerRingsWhereLockingIsBounded) {
    auto events = openSwitchEvents();
    SKIP_WITHOUT_EVENTS(events);
    Child unprivileged([&] {
        const rlimit none{0, 0};
        ::setrlimit(RLIMIT_MEMLOCK, &none);
        if (::geteuid() == 0 && ::setuid(60123) != 0) return 10;
        try {
            SwitchReader reader(std::move(events.perCpu), 4096);
            return reader.pages() > 0 && reader.pages() < 4096 ? 0 : 11;
        } catch (const std::system_error& error) {
            return error.code().value();
        }
    });
    EXPECT_EQ(unprivileged.wait(), 0);
}

void sendAll(int socket, const std::vector<UniqueFd>& fds) {
    std::vector<char> control(CMSG_SPACE(sizeof(int) * fds.size()));
    char byte = 0;
    iovec data{&byte, 1};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr* head = CMSG_FIRSTHDR(&message);
    head->cmsg_level = SOL_SOCKET;
    head->cmsg_type = SCM_RIGHTS;
    head->cmsg_len = CMSG_LEN(sizeof(int) * fds.size());
    for (std::size_t i = 0; i < fds.size(); ++i) {
        const int fd = fds[i].get();
        std::memcpy(CMSG_DATA(head) + i * sizeof fd, &fd, sizeof fd);
    }
    check(::sendmsg(socket, &message, 0), "sendmsg");
}

std::vector<UniqueFd> receiveAll(int socket) {
    std::vector<char> control(CMSG_SPACE(sizeof(int) * 250));
    char byte = 0;
    iovec data{&byte, 1};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    check(::recvmsg(socket, &message, MSG_CMSG_CLOEXEC), "recvmsg");
    std::vector<UniqueFd> fds;
    const cmsghdr* head = CMSG_FIRSTHDR(&message);
    if (head == nullptr) return fds;
    for (std::size_t i = 0; i < (head->cmsg_len - CMSG_LEN(0)) / sizeof(int); ++i) {
        int fd = -1;
        std::memcpy(&fd, CMSG_DATA(head) + i * sizeof fd, sizeof fd);
        fds.emplace_back(fd);
    }
    return fds;
}

// As in the program: the launcher opens, the window (its parent, not observed) maps and reads.
TEST(SwitchReader, ReadsDescriptorsAnotherProcessOpened) {
    int pair[2];
    check(::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair), "socketpair");
    const UniqueFd here(pair[0]);
    const UniqueFd there(pair[1]);
    const auto probe = openSwitchEvents();
    SKIP_WITHOUT_EVENTS(probe);
    Child launcher([&] {
        const auto events = openSwitchEvents();
        sendAll(there.get(), events.perCpu);
        char go = 0;
        if (::recv(there.get(), &go, 1, 0) != 1) return 1;
        Child worker([] {
            compute(2'000'000);
            return 3;
        });
        const pid_t pid = worker.pid();
        const int exit = worker.wait();
        return ::send(there.get(), &pid, sizeof pid, 0) == sizeof pid ? exit : 1;
    });
    SwitchReader reader(receiveAll(here.get()));
    EXPECT_GT(reader.pages(), 0U);
    ASSERT_EQ(::send(here.get(), "g", 1, 0), 1);
    pid_t worker = 0;
    ASSERT_EQ(::recv(here.get(), &worker, sizeof worker, 0), static_cast<ssize_t>(sizeof worker));
    const pid_t launcherPid = launcher.pid();
    EXPECT_EQ(launcher.wait(), 3);
    Records records;
    append(records, reader.flush());
    EXPECT_TRUE(has(records, SwitchKind::Fork, worker));
    EXPECT_TRUE(has(records, SwitchKind::Exit, worker));
    EXPECT_TRUE(has(records, SwitchKind::Exit, launcherPid));
    EXPECT_FALSE(has(records, SwitchKind::SwitchIn, ::getpid())) << "the reader itself is not observed";
}

TEST(SwitchEvents, ARefusalSaysWhatToDo) {
    const std::string strict = explainSwitchRefusal(EACCES, "3");
    EXPECT_NE(strict.find("sysctl kernel.perf_event_paranoid=2"), std::string::npos) << strict;
    EXPECT_NE(strict.find("cap_perfmon"), std::string::npos) << strict;
    const std::string container = explainSwitchRefusal(EPERM, "2");
    EXPECT_NE(container.find("seccomp"), std::string::npos) << container;
    EXPECT_NE(explainSwitchRefusal(EPERM, "").find("not readable"), std::string::npos);
}

}  // namespace
}  // namespace ipclab

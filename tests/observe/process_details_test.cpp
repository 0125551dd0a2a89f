// Everything of a process, read from real children: what they really have is what is told.
#include "observe/process_details.h"

#include <gtest/gtest.h>
#include <mqueue.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <thread>

#include "child.h"

namespace ipclab {
namespace {

constexpr std::size_t kMiB = 1U << 20;

// A byte from the child: it has done what it was to do.
class Signpost {
public:
    Signpost() { check(::pipe2(m_ends.data(), O_CLOEXEC), "pipe2"); }
    ~Signpost() {
        for (const int end : m_ends) ::close(end);
    }
    void tell() const { [[maybe_unused]] const ssize_t told = ::write(m_ends[1], "x", 1); }
    void await() const {
        char byte = 0;
        check(::read(m_ends[0], &byte, 1), "read");
    }
    [[nodiscard]] int readEnd() const { return m_ends[0]; }

private:
    std::array<int, 2> m_ends{};
};

int sleepForEver() {
    for (;;) ::pause();
}

const Descriptor* descriptor(const ProcessDetails& details, int number) {
    const auto found = std::ranges::find(*details.descriptors, number, &Descriptor::number);
    return found == details.descriptors->end() ? nullptr : &*found;
}

TEST(ProcessDetails, TheControlBlockIsWhatTheChildSetItselfTo) {
    const Signpost ready;
    Child child([&] {
        ::prctl(PR_SET_NAME, "a) R (b");
        ::setpriority(PRIO_PROCESS, 0, 7);
        const rlimit files{77, 78};
        ::setrlimit(RLIMIT_NOFILE, &files);
        ::signal(SIGUSR2, SIG_IGN);
        ::signal(SIGUSR1, [](int) {});
        sigset_t blocked;
        ::sigemptyset(&blocked);
        ::sigaddset(&blocked, SIGHUP);
        ::sigprocmask(SIG_BLOCK, &blocked, nullptr);
        ::raise(SIGHUP);
        ready.tell();
        return sleepForEver();
    });
    ready.await();
    ASSERT_TRUE(eventually([&] {
        const ProcessDetails now = readDetails(child.pid());
        return now.stat && now.stat->state == 'S';
    }));
    const ProcessDetails details = readDetails(child.pid());
    EXPECT_FALSE(details.gone);
    EXPECT_EQ(details.stat->name, "a) R (b");
    EXPECT_EQ(details.stat->parent, ::getpid());
    EXPECT_EQ(details.stat->nice, 7);
    EXPECT_EQ(details.stat->policy, static_cast<unsigned>(SCHED_OTHER));
    ASSERT_TRUE(details.scheduling) << details.scheduling.reason;
    EXPECT_EQ(details.scheduling->nice, 7);
    ASSERT_TRUE(details.status) << details.status.reason;
    EXPECT_EQ(details.status->userIds[0], ::getuid());
    EXPECT_TRUE(details.userNames.contains(::getuid()));
    EXPECT_EQ(*details.status->ignored >> (SIGUSR2 - 1) & 1, 1U);
    EXPECT_EQ(*details.status->caught >> (SIGUSR1 - 1) & 1, 1U);
    EXPECT_EQ(*details.status->blocked, 1ULL << (SIGHUP - 1));
    EXPECT_EQ(*details.status->pendingOfThread | *details.status->pendingOfProcess, 1ULL << (SIGHUP - 1));
    EXPECT_GT(details.status->resident.value_or(0), 0U);
    ASSERT_TRUE(details.limits) << details.limits.reason;
    const auto files = std::ranges::find(*details.limits, "Max open files", &ResourceLimit::name);
    ASSERT_NE(files, details.limits->end());
    EXPECT_EQ(files->soft, 77U);
    EXPECT_EQ(files->hard, 78U);
    EXPECT_TRUE(details.executable->find("ipclab_test") != std::string::npos) << *details.executable;
    ASSERT_TRUE(details.namespaces) << details.namespaces.reason;
    EXPECT_EQ(details.namespaces->front().name, "cgroup");
    EXPECT_NE(details.namespaces->front().inode, 0U);
    EXPECT_TRUE(details.oomScore) << details.oomScore.reason;
    EXPECT_GT(details.bootSeconds.value.value_or(0), 1'000'000'000U);
    if (details.call) {
        EXPECT_TRUE(details.call->text().starts_with("pause(") || details.call->text().starts_with("ppoll("))
            << details.call->text();
    } else {
        EXPECT_FALSE(details.call.reason.empty());
    }
}

TEST(ProcessDetails, TheAddressSpaceHoldsWhatTheChildMappedAndTouched) {
    const Signpost ready;
    const int memfd = check(::memfd_create("ring", MFD_CLOEXEC), "memfd_create");
    check(::ftruncate(memfd, 3 * kMiB), "ftruncate");
    const int segment = check(::shmget(IPC_PRIVATE, kMiB, IPC_CREAT | 0600), "shmget");
    Child child([&] {
        void* ring = ::mmap(nullptr, 3 * kMiB, PROT_READ | PROT_WRITE, MAP_SHARED, memfd, 0);
        auto* big = static_cast<char*>(
            ::mmap(nullptr, 64 * kMiB, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0));
        void* attached = ::shmat(segment, nullptr, 0);
        if (ring == MAP_FAILED || big == MAP_FAILED || attached == MAP_FAILED) return 1;
        for (std::size_t at = 0; at < 5 * kMiB; at += 4096) big[at] = 1;
        ready.tell();
        return sleepForEver();
    });
    ready.await();
    const ProcessDetails details = readDetails(child.pid());
    ::shmctl(segment, IPC_RMID, nullptr);
    ::close(memfd);
    ASSERT_TRUE(details.memory) << details.memory.reason;
    const AddressSpace& space = *details.memory;
    EXPECT_EQ(space.of(Section::Stack).mappings, 1U);
    EXPECT_GE(space.of(Section::Text).mappings, 1U);
    EXPECT_GE(space.of(Section::Data).mappings, 1U);
    EXPECT_GE(space.of(Section::Shared).size, 4 * kMiB);
    EXPECT_GE(space.of(Section::Anonymous).size, 64 * kMiB);
    EXPECT_GE(space.of(Section::Anonymous).resident, 5 * kMiB);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // they have memory of their own
    EXPECT_LT(space.of(Section::Anonymous).resident, 60 * kMiB) << "what was not touched is not in memory";
#endif
    const auto named = [&](const std::string& name) {
        return std::ranges::any_of(space.ranges, [&](const AddressRange& range) {
            return shortName(range.mapping).starts_with(name) && range.section == Section::Shared;
        });
    };
    EXPECT_TRUE(named("memfd ring"));
    EXPECT_TRUE(named("System V segment " + std::to_string(segment)));
    EXPECT_EQ(space.whole.mappings, space.ranges.size());
    EXPECT_FALSE(space.truncated);
}

TEST(ProcessDetails, ThreadsAreToldApartWithTheirStacks) {
    const Signpost ready;
    Child child([&] {
        const auto body = [](void* to) -> void* {
            ::pthread_setname_np(::pthread_self(), "second");
            static_cast<const Signpost*>(to)->tell();
            sleepForEver();
            return nullptr;
        };
        pthread_t thread{};
        if (::pthread_create(&thread, nullptr, body, const_cast<Signpost*>(&ready)) != 0) return 1;
        return sleepForEver();
    });
    ready.await();
    // By its name: a sanitizer has threads of its own.
    const auto secondOf = [](const ProcessDetails& details) -> const ThreadDetails* {
        const auto named = [](const ThreadDetails& thread) { return thread.stat && thread.stat->name == "second"; };
        if (!details.threads) return nullptr;
        const auto found = std::ranges::find_if(*details.threads, named);
        return found == details.threads->end() ? nullptr : &*found;
    };
    ASSERT_TRUE(eventually([&] {
        const ProcessDetails now = readDetails(child.pid());
        const ThreadDetails* thread = secondOf(now);
        return thread != nullptr && thread->stat->state == 'S' && now.memory->of(Section::ThreadStack).mappings > 0;
    }));
    const ProcessDetails details = readDetails(child.pid());
    EXPECT_EQ(details.threadCount, details.threads->size());
    EXPECT_GE(details.threads->size(), 2U);
    EXPECT_EQ(details.threads->front().tid, child.pid());
    ASSERT_NE(secondOf(details), nullptr);
    const ThreadDetails& second = *secondOf(details);
    EXPECT_TRUE(second.sched) << second.sched.reason;
    const auto stack = std::ranges::find(details.memory->ranges, Section::ThreadStack, &AddressRange::section);
    ASSERT_NE(stack, details.memory->ranges.end());
    if (details.call) {
        EXPECT_EQ(stack->thread, second.tid);
    }
}

TEST(ProcessDetails, DescriptorsLeadToWhatTheChildOpened) {
    const Signpost ready;
    constexpr int kPipe = 100, kEvent = 101, kMemfd = 102, kListener = 103, kFile = 104, kQueue = 105;
    Child child([&] {
        ::dup2(ready.readEnd(), kPipe);
        ::dup2(::eventfd(5, EFD_NONBLOCK), kEvent);
        ::dup2(::memfd_create("box", 0), kMemfd);
        const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
        ::listen(listener, 1);
        ::dup2(listener, kListener);
        ::dup2(::open("/proc/self/exe", O_RDONLY), kFile);
        ::lseek(kFile, 123, SEEK_SET);
        const std::string name = "/ipclab-test-" + std::to_string(::getpid());
        const mqd_t queue = ::mq_open(name.c_str(), O_CREAT | O_RDWR, 0600, nullptr);
        if (queue >= 0) ::dup2(queue, kQueue);
        ::mq_unlink(name.c_str());
        ready.tell();
        return sleepForEver();
    });
    ready.await();
    const ProcessDetails details = readDetails(child.pid());
    ASSERT_TRUE(details.descriptors) << details.descriptors.reason;
    EXPECT_EQ(descriptor(details, kPipe)->kind, DescriptorKind::Pipe);
    EXPECT_FALSE(descriptor(details, kPipe)->info->writes());
    EXPECT_EQ(descriptor(details, kEvent)->kind, DescriptorKind::EventFd);
    EXPECT_TRUE(descriptor(details, kEvent)->detail.starts_with("eventfd-count:"))
        << descriptor(details, kEvent)->detail;
    EXPECT_EQ(descriptor(details, kMemfd)->kind, DescriptorKind::Memfd);
    EXPECT_EQ(descriptor(details, kListener)->kind, DescriptorKind::Socket);
    EXPECT_TRUE(descriptor(details, kListener)->detail.starts_with("TCP 0.0.0.0:"))
        << descriptor(details, kListener)->detail;
    EXPECT_EQ(descriptor(details, kFile)->info->position, 123U);
    EXPECT_EQ(descriptor(details, kFile)->kind, DescriptorKind::File);
    const Descriptor* queue = descriptor(details, kQueue);
    EXPECT_TRUE(queue == nullptr || queue->kind == DescriptorKind::MessageQueue) << queue->target;
}

TEST(ProcessDetails, AProcessThatEndsGivesReasonsAndNoException) {
    Child child([] { return 0; });
    ASSERT_TRUE(eventually([&] {
        const ProcessDetails now = readDetails(child.pid());
        return now.stat && now.stat->state == 'Z';
    }));
    const ProcessDetails zombie = readDetails(child.pid());
    EXPECT_FALSE(zombie.gone) << "a zombie still has a control block";
    EXPECT_FALSE(zombie.memory);
    EXPECT_FALSE(zombie.memory.reason.empty());
    const pid_t pid = child.pid();
    child.wait();
    const ProcessDetails details = readDetails(pid);
    EXPECT_TRUE(details.gone);
    EXPECT_EQ(details.stat.reason, "the process has ended");
    EXPECT_EQ(details.memory.reason, "the process has ended");
    EXPECT_EQ(details.descriptors.reason, "the process has ended");
}

TEST(ProcessDetails, ReadingWhileChildrenComeAndGoNeverFails) {
    for (int round = 0; round < 40; ++round) {
        Child child([&] {
            sleepFor(round * 20'000);
            return 0;
        });
        for (int i = 0; i < 4; ++i) static_cast<void>(readDetails(child.pid()));
    }
}

TEST(ProcessDetails, AnothersProcessTellsWhatIsMissingAndWhy) {
    if (::getuid() != 0) GTEST_SKIP() << "only root can give a child another user id";
    const pid_t target = ::getpid();
    Child child([&] {
        if (::setresgid(65534, 65534, 65534) != 0 || ::setresuid(65534, 65534, 65534) != 0) return 1;
        const ProcessDetails seen = readDetails(target);
        const bool told = seen.stat && !seen.memory && seen.memory.reason.find("ptrace") != std::string::npos &&
                          !seen.descriptors && !seen.descriptors.reason.empty();
        return told ? 0 : 2;
    });
    EXPECT_EQ(child.wait(), 0);
}

}  // namespace
}  // namespace ipclab

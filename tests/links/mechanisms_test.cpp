// What single mechanisms promise beyond the contract.
#include <arpa/inet.h>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <mqueue.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/error.h"
#include "helpers/leak_guard.h"
#include "links/message.h"
#include "links/registry.h"
#include "links/system_limits.h"

namespace ipclab {

namespace {

struct NoPeers final : Peers {
    bool sendersGone() const override { return false; }
    bool receiversGone() const override { return false; }
};

const NoPeers kNoPeers;

LinkSpec specOf(std::uint32_t maxMessageBytes) {
    LinkSpec spec;
    spec.name = "a→b";
    spec.maxMessageBytes = maxMessageBytes;
    return spec;
}

EndWiring duplicated(EndWiring wiring) {
    for (int& fd : wiring.descriptors) fd = check(::fcntl(fd, F_DUPFD_CLOEXEC, 3), "F_DUPFD_CLOEXEC");
    return wiring;
}

std::vector<std::byte> stamped(std::uint32_t sizeBytes, std::uint64_t sequence) {
    std::vector<std::byte> message(sizeBytes);
    stampMessage(message, sequence, 0, 0);
    return message;
}

// A refusal as a process without privileges reads it: the limits of the system hold for it.
std::string refusalWithoutPrivileges(const Mechanism& mechanism, const LinkSpec& spec) {
    int fds[2];
    check(::pipe2(fds, O_CLOEXEC), "pipe2");
    const UniqueFd read(fds[0]), write(fds[1]);
    const pid_t child = check(::fork(), "fork");
    if (child == 0) {
        if (::getuid() == 0 && ::setresuid(65534, 65534, 65534) != 0) ::_exit(1);
        const std::string text = mechanism.refusal(spec);
        ::_exit(::write(write.get(), text.data(), text.size()) < 0);
    }
    ::waitpid(child, nullptr, 0);
    char text[1024];
    ::fcntl(read.get(), F_SETFL, O_NONBLOCK);
    const ssize_t got = ::read(read.get(), text, sizeof text);
    return {text, static_cast<std::size_t>(std::max<ssize_t>(got, 0))};
}

TEST(PosixMq, RefusalNamesTheLimitAndTheWayOut) {
    const Mechanism& mechanism = *findMechanism("posix-mq");
    const auto limit = readLimit("/proc/sys/fs/mqueue/msg_max");
    if (!limit) GTEST_SKIP() << "no POSIX message queues here";
    LinkSpec spec = specOf(64);
    spec.capacityMessages = *limit + 1;
    const std::string wanted = std::to_string(*limit + 1);
    EXPECT_EQ(refusalWithoutPrivileges(mechanism, spec),
              "link \"a→b\": capacity " + wanted + " messages is above this system's fs.mqueue.msg_max (" +
                  std::to_string(*limit) + "). Lower it, or raise the limit: sysctl fs.mqueue.msg_max=" + wanted);
    spec.capacityMessages = *limit;
    EXPECT_EQ(refusalWithoutPrivileges(mechanism, spec), "");
}

TEST(PosixMq, RefusalNamesTheProcessLimitForAllItsBytes) {
    const Mechanism& mechanism = *findMechanism("posix-mq");
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_MSGQUEUE, &before), 0);
    const rlimit low{1000, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_MSGQUEUE, &low), 0);
    const Refusal text = mechanism.refusal(specOf(512));
    ASSERT_EQ(::setrlimit(RLIMIT_MSGQUEUE, &before), 0);
    EXPECT_TRUE(text.ofMachine);
    EXPECT_THAT(text, ::testing::HasSubstr("RLIMIT_MSGQUEUE, 1000"));
    EXPECT_THAT(text, ::testing::HasSubstr("ulimit -q"));
}

// In a child of a user who has no other queues, with that limit: does refusal() let it pass, does the kernel?
struct Verdicts {
    bool refused = false, failed = false;
};

Verdicts tryQueue(const Mechanism& mechanism, const LinkSpec& spec, rlim_t limitBytes) {
    const pid_t child = check(::fork(), "fork");
    if (child == 0) {
        const uid_t nobodyElse = 54321;
        const rlimit limit{limitBytes, limitBytes};
        if (::setresuid(nobodyElse, nobodyElse, nobodyElse) != 0 || ::setrlimit(RLIMIT_MSGQUEUE, &limit) != 0)
            ::_exit(4);
        mq_attr attributes{};
        attributes.mq_maxmsg = static_cast<long>(spec.capacityMessages.value_or(0));
        attributes.mq_msgsize = static_cast<long>(spec.maxMessageBytes);
        const std::string name = "/ipclab-test-" + std::to_string(::getpid());
        const bool failed = ::mq_open(name.c_str(), O_CREAT | O_EXCL | O_RDWR, 0600, &attributes) < 0;
        ::mq_unlink(name.c_str());
        ::_exit((mechanism.refusal(spec).empty() ? 0 : 1) + (failed ? 2 : 0));
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return {(WEXITSTATUS(status) & 1) != 0, (WEXITSTATUS(status) & 2) != 0};
}

// What refusal() says fits is what mq_open accepts, to the byte: the kernel's arithmetic is ours.
TEST(PosixMq, TheProcessLimitIsCountedAsTheKernelCountsIt) {
    const Mechanism& mechanism = *findMechanism("posix-mq");
    if (::getuid() != 0) GTEST_SKIP() << "needs a user who has no queues";
    if (!mechanism.availability().available) GTEST_SKIP() << mechanism.availability().reason;
    LinkSpec spec = specOf(500);
    spec.capacityMessages = 4;
    const rlim_t needed = 4 * (500 + 48 + 48);
    const Verdicts fits = tryQueue(mechanism, spec, needed), doesNot = tryQueue(mechanism, spec, needed - 1);
    EXPECT_FALSE(fits.refused || fits.failed);
    EXPECT_TRUE(doesNot.refused && doesNot.failed);
}

std::uint64_t receivedBy(Receiver& receiver) {
    std::vector<std::byte> buffer(64);
    EXPECT_EQ(receiver.receive(buffer).status, ReceiveStatus::Received);
    return readHeader(buffer).sequence;
}

TEST(PosixMq, TheHighestPriorityIsReceivedFirstAndOfOneTheOldest) {
    test::LeakGuard guard;
    RunDirectory run(makeRunToken());
    const Mechanism& mechanism = *findMechanism("posix-mq");
    if (!mechanism.availability().available) GTEST_SKIP() << mechanism.availability().reason;
    const auto link = mechanism.create(specOf(64), run);
    const EndWiring wiring = link->senderWiring(0);
    const auto routine = mechanism.openSender(wiring, {.maxMessageBytes = 64}, kNoPeers);
    const auto urgent = mechanism.openSender(wiring, {.maxMessageBytes = 64, .priority = 31}, kNoPeers);
    const auto receiver = mechanism.openReceiver(wiring, {.maxMessageBytes = 64}, kNoPeers);
    for (const std::uint64_t i : {1U, 2U}) ASSERT_EQ(routine->send(stamped(64, i)), SendStatus::Sent);
    for (const std::uint64_t i : {3U, 4U}) ASSERT_EQ(urgent->send(stamped(64, i)), SendStatus::Sent);
    for (const std::uint64_t expected : {3U, 4U, 1U, 2U}) EXPECT_EQ(receivedBy(*receiver), expected);
    guard.remember(run);
}

class SysvMqTypes : public ::testing::Test {
protected:
    void SetUp() override {
        const Availability there = m_mechanism.availability();
        if (!there.available) GTEST_SKIP() << there.reason;
        m_link = m_mechanism.create(specOf(64), m_run);
        for (const std::int64_t type : {7, 3, 5, 3}) {
            const EndOptions options{.maxMessageBytes = 64, .type = type};
            const auto sender = m_mechanism.openSender(m_link->senderWiring(0), options, kNoPeers);
            ASSERT_EQ(sender->send(stamped(64, m_sequence++)), SendStatus::Sent);
        }
    }
    void TearDown() override { m_guard.remember(m_run); }

    std::unique_ptr<Receiver> taking(std::int64_t type) {
        const EndOptions options{.mode = Blocking::NonBlocking, .maxMessageBytes = 64, .type = type};
        return m_mechanism.openReceiver(m_link->receiverWiring(0), options, kNoPeers);
    }
    static ReceiveStatus statusOf(Receiver& receiver) {
        std::vector<std::byte> buffer(64);
        return receiver.receive(buffer).status;
    }

    test::LeakGuard m_guard;
    RunDirectory m_run{makeRunToken()};
    const Mechanism& m_mechanism = *findMechanism("sysv-mq");
    std::unique_ptr<Link> m_link;
    std::uint64_t m_sequence = 0;
};

TEST_F(SysvMqTypes, ZeroTakesTheOldest) {
    const auto receiver = taking(0);
    for (const std::uint64_t expected : {0U, 1U, 2U, 3U}) EXPECT_EQ(receivedBy(*receiver), expected);
}

TEST_F(SysvMqTypes, ATypeTakesTheOldestOfItAlone) {
    const auto receiver = taking(3);
    EXPECT_EQ(receivedBy(*receiver), 1U);
    EXPECT_EQ(receivedBy(*receiver), 3U);
    EXPECT_EQ(statusOf(*receiver), ReceiveStatus::WouldBlock);
}

TEST_F(SysvMqTypes, BelowZeroTakesTheLowestTypeUpToIt) {
    const auto receiver = taking(-5);
    for (const std::uint64_t expected : {1U, 3U, 2U}) EXPECT_EQ(receivedBy(*receiver), expected);
    EXPECT_EQ(statusOf(*receiver), ReceiveStatus::WouldBlock) << "7 is above 5";
}

TEST_F(SysvMqTypes, ARemovedQueueIsAClosedPeer) {
    const auto receiver = taking(0);
    m_link.reset();
    EXPECT_EQ(statusOf(*receiver), ReceiveStatus::PeerClosed);
}

TEST(SysvMq, RefusalNamesTheLimitAndTheWayOut) {
    const Mechanism& mechanism = *findMechanism("sysv-mq");
    const auto longest = readLimit("/proc/sys/kernel/msgmax"), most = readLimit("/proc/sys/kernel/msgmnb");
    if (!longest || !most || *longest >= kMaxMessageBytes) GTEST_SKIP() << "no such limits here";
    LinkSpec spec = specOf(static_cast<std::uint32_t>(*longest) + 1);
    EXPECT_THAT(refusalWithoutPrivileges(mechanism, spec),
                ::testing::HasSubstr("kernel.msgmax (" + std::to_string(*longest) + "). Lower it, or raise"));
    spec = specOf(64);
    spec.capacityBytes = *most + 1;
    EXPECT_THAT(refusalWithoutPrivileges(mechanism, spec),
                ::testing::HasSubstr("kernel.msgmnb (" + std::to_string(*most) + "). Lower it, or raise"));
    spec.capacityBytes = 63;
    EXPECT_THAT(mechanism.refusal(spec), ::testing::HasSubstr("holds no message of 64 bytes. Raise it"));
}

// Marked for removal as soon as it is made: whoever is killed, it goes with the last process that has it.
TEST(SysvShm, TheSegmentGoesWithTheLastProcessThatHasIt) {
    test::LeakGuard guard;
    RunDirectory run(makeRunToken());
    const Mechanism& mechanism = *findMechanism("sysv-shm");
    if (!mechanism.availability().available) GTEST_SKIP() << mechanism.availability().reason;
    auto link = mechanism.create(specOf(64), run);
    const int id = static_cast<int>(link->senderWiring(0).numbers.back());
    struct shmid_ds info {};
    ASSERT_EQ(::shmctl(id, IPC_STAT, &info), 0);
    EXPECT_NE(info.shm_perm.mode & SHM_DEST, 0);
    EXPECT_EQ(info.shm_nattch, 1U);
    link.reset();
    EXPECT_NE(::shmctl(id, IPC_STAT, &info), 0);
    guard.remember(run);
}

// The queue of signals is one for all programs of a user: others may be using it.
TEST(Signals, TheLimitOfQueuedSignalsIsMet) {
    test::LeakGuard guard;
    RunDirectory run(makeRunToken());
    const Mechanism& mechanism = *findMechanism("signal");
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_SIGPENDING, &before), 0);
    const rlimit low{400, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_SIGPENDING, &low), 0);
    {
        const auto link = mechanism.create(specOf(64), run);
        const EndOptions options{.mode = Blocking::NonBlocking, .maxMessageBytes = 64};
        const auto receiver = mechanism.openReceiver(duplicated(link->receiverWiring(0)), options, kNoPeers);
        const auto sender = mechanism.openSender(duplicated(link->senderWiring(0)), options, kNoPeers);
        std::uint64_t sent = 0;
        while (sender->send(stamped(64, sent)) == SendStatus::Sent) ASSERT_LE(++sent, 400U / 8 + 1);
        EXPECT_EQ(sender->send(stamped(64, sent)), SendStatus::WouldBlock);
        for (std::uint64_t expected = 0; expected + 1 < sent; ++expected) EXPECT_EQ(receivedBy(*receiver), expected);
    }
    ASSERT_EQ(::setrlimit(RLIMIT_SIGPENDING, &before), 0);
    guard.remember(run);
}

TEST(Signals, ACapacityIsForOneSenderAndWithinTheLimit) {
    const Mechanism& mechanism = *findMechanism("signal");
    LinkSpec spec = specOf(64);
    spec.capacityMessages = 10;
    EXPECT_EQ(mechanism.refusal(spec), "");
    spec.senders = 2;
    EXPECT_THAT(mechanism.refusal(spec), ::testing::HasSubstr("name one sender"));
    EXPECT_THAT(mechanism.refusal(specOf(2049)), ::testing::HasSubstr("would be 257 signals of 8 bytes"));
}

TEST(Eventfd, TheSystemKnowsTheDepth) {
    test::LeakGuard guard;
    RunDirectory run(makeRunToken());
    const Mechanism& mechanism = *findMechanism("eventfd");
    if (!mechanism.availability().available) GTEST_SKIP() << mechanism.availability().reason;
    LinkSpec spec = specOf(64);
    spec.capacityMessages = 20;
    const auto link = mechanism.create(spec, run);
    const EndOptions options{.mode = Blocking::NonBlocking, .maxMessageBytes = 64};
    const auto sender = mechanism.openSender(duplicated(link->senderWiring(0)), options, kNoPeers);
    for (std::uint64_t i = 0; i < 17; ++i) ASSERT_EQ(sender->send(stamped(64, i)), SendStatus::Sent);
    EXPECT_EQ(link->depth()->queued, 17U);  // in fdinfo it is hexadecimal
    guard.remember(run);
}

TEST(ProcessVm, WhatAKilledSenderHadNotHandedOverIsLost) {
    test::LeakGuard guard;
    RunDirectory run(makeRunToken());
    const Mechanism& mechanism = *findMechanism("process-vm");
    if (!mechanism.availability().available) GTEST_SKIP() << mechanism.availability().reason;
    const auto link = mechanism.create(specOf(64), run);
    const EndOptions options{.mode = Blocking::NonBlocking, .maxMessageBytes = 64};
    const auto receiver = mechanism.openReceiver(duplicated(link->receiverWiring(0)), options, kNoPeers);
    const pid_t child = check(::fork(), "fork");
    if (child == 0) {
        const auto sender = mechanism.openSender(link->senderWiring(0), options, kNoPeers);
        if (sender->send(stamped(64, 0)) != SendStatus::Sent) ::_exit(1);
        ::raise(SIGKILL);
    }
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
    EXPECT_EQ(link->depth()->queued, 1U);
    std::vector<std::byte> buffer(64);
    EXPECT_EQ(receiver->receive(buffer).status, ReceiveStatus::WouldBlock);
    EXPECT_EQ(link->depth()->queued, 0U);
    guard.remember(run);
}

TEST(Pipe, RefusalNamesTheLimitAndTheWayOut) {
    const auto limit = readLimit("/proc/sys/fs/pipe-max-size");
    ASSERT_TRUE(limit);
    LinkSpec spec = specOf(64);
    spec.capacityBytes = *limit * 2;
    const std::string text = refusalWithoutPrivileges(*findMechanism("pipe"), spec);
    EXPECT_THAT(text, ::testing::HasSubstr("fs.pipe-max-size (" + std::to_string(*limit) + ")"));
    EXPECT_THAT(text, ::testing::HasSubstr("sysctl fs.pipe-max-size=" + std::to_string(*limit * 2)));
}

TEST(Pipe, CapacityIsRoundedUpByTheKernelAndReported) {
    for (const char* id : {"pipe", "fifo"}) {
        test::LeakGuard guard;
        RunDirectory run(makeRunToken());
        LinkSpec spec = specOf(64);
        spec.capacityBytes = 20000;
        EXPECT_EQ(findMechanism(id)->create(spec, run)->effective().capacityBytes, 32768U) << id;
        guard.remember(run);
    }
}

TEST(Sockets, TheKernelDoublesABufferAndThatIsReported) {
    test::LeakGuard guard;
    RunDirectory run(makeRunToken());
    LinkSpec spec = specOf(64);
    spec.capacityBytes = 40000;
    EXPECT_EQ(findMechanism("unix-stream")->create(spec, run)->effective().sendBufferBytes, 80000U);
    EXPECT_EQ(findMechanism("tcp")->create(spec, run)->effective().receiveBufferBytes, 40000U);
    guard.remember(run);
}

UniqueFd connectTo(const std::string& address) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    to.sin_port = htons(static_cast<std::uint16_t>(std::stoi(address.substr(address.find(':') + 1))));
    UniqueFd fd(check(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
    check(::connect(fd.get(), reinterpret_cast<sockaddr*>(&to), sizeof to), "connect");
    return fd;
}

TEST(Tcp, StrangersAreNotListenedTo) {
    test::LeakGuard guard;
    RunDirectory run(makeRunToken());
    const Mechanism& mechanism = *findMechanism("tcp");
    const auto link = mechanism.create(specOf(64), run);
    const EndWiring wiring = link->senderWiring(0);
    const UniqueFd silent = connectTo(wiring.names.front()), loud = connectTo(wiring.names.front());
    std::vector<std::byte> forged(16 + 64);
    stampMessage(std::span(forged).subspan(16), 666, 0, 0);
    ASSERT_EQ(::send(loud.get(), forged.data(), forged.size(), MSG_NOSIGNAL), static_cast<ssize_t>(forged.size()));
    const auto sender = mechanism.openSender(wiring, {.maxMessageBytes = 64}, kNoPeers);
    const auto receiver =
        mechanism.openReceiver(duplicated(link->receiverWiring(0)), {.maxMessageBytes = 64}, kNoPeers);
    ASSERT_TRUE(sender && receiver);
    ASSERT_EQ(sender->send(stamped(64, 5)), SendStatus::Sent);
    std::vector<std::byte> buffer(64);
    ASSERT_EQ(receiver->receive(buffer).status, ReceiveStatus::Received);
    EXPECT_EQ(readHeader(buffer).sequence, 5U);
    guard.remember(run);
}

TEST(Tcp, OpeningATimedReceiverWithoutSenderReturnsAndCanBeRepeated) {
    test::LeakGuard guard;
    RunDirectory run(makeRunToken());
    for (const char* id : {"tcp", "unix-stream", "fifo"}) {
        const Mechanism& mechanism = *findMechanism(id);
        const auto link = mechanism.create(specOf(64), run);
        const EndOptions options{.timeoutNs = 2'000'000, .maxMessageBytes = 64};
        const EndWiring wiring = duplicated(link->receiverWiring(0));
        EXPECT_EQ(mechanism.openReceiver(wiring, options, kNoPeers), nullptr) << id;
        const auto sender = mechanism.openSender(duplicated(link->senderWiring(0)), options, kNoPeers);
        EXPECT_NE(sender, nullptr) << id;
        EXPECT_NE(mechanism.openReceiver(wiring, options, kNoPeers), nullptr) << id;
    }
    guard.remember(run);
}

TEST(PosixShm, RefusalNamesTheSpace) {
    LinkSpec spec = specOf(1 << 20);
    spec.capacityMessages = 1ULL << 30;
    EXPECT_THAT(findMechanism("posix-shm")->refusal(spec), ::testing::HasSubstr("/dev/shm"));
    spec.capacityMessages = ~0ULL;
    EXPECT_NE(findMechanism("posix-shm")->refusal(spec), "");
    spec.capacityMessages = 0;
    EXPECT_NE(findMechanism("posix-shm")->refusal(spec), "");
}

TEST(Registry, IdsAreUniqueAndUnknownOnesAreNotFound) {
    std::vector<std::string_view> ids;
    for (const Mechanism* mechanism : allMechanisms()) ids.push_back(mechanism->info().id);
    std::ranges::sort(ids);
    EXPECT_EQ(std::ranges::adjacent_find(ids), ids.end());
    EXPECT_EQ(findMechanism("carrier-pigeon"), nullptr);
}

}  // namespace

}  // namespace ipclab

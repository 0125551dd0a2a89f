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

#include "mechanism_lab.h"

namespace ipclab::test {

namespace {

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
    LinkRequest spec = specOf(64);
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
    LinkRequest spec = specOf(64);
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
    LinkRequest spec = specOf(64);
    spec.capacityBytes = *limit * 2;
    const std::string text = refusalWithoutPrivileges(*findMechanism("pipe"), spec);
    EXPECT_THAT(text, ::testing::HasSubstr("fs.pipe-max-size (" + std::to_string(*limit) + ")"));
    EXPECT_THAT(text, ::testing::HasSubstr("sysctl fs.pipe-max-size=" + std::to_string(*limit * 2)));
}

TEST(Pipe, CapacityIsRoundedUpByTheKernelAndReported) {
    for (const char* id : {"pipe", "fifo"}) {
        test::LeakGuard guard;
        RunDirectory run(makeRunToken());
        LinkRequest spec = specOf(64);
        spec.capacityBytes = 20000;
        EXPECT_EQ(findMechanism(id)->create(spec, run)->effective().capacityBytes, 32768U) << id;
        guard.remember(run);
    }
}

TEST(Sockets, TheKernelDoublesABufferAndThatIsReported) {
    test::LeakGuard guard;
    RunDirectory run(makeRunToken());
    LinkRequest spec = specOf(64);
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
    LinkRequest spec = specOf(1 << 20);
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

}  // namespace ipclab::test

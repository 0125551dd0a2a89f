// What message queues promise beyond the contract.
#include <mqueue.h>
#include <signal.h>
#include <sys/resource.h>

#include "mechanism_lab.h"

namespace ipclab::test {

namespace {

TEST(PosixMq, RefusalNamesTheLimitAndTheWayOut) {
    const Mechanism& mechanism = *findMechanism("posix-mq");
    const auto limit = readLimit("/proc/sys/fs/mqueue/msg_max");
    if (!limit) GTEST_SKIP() << "no POSIX message queues here";
    LinkRequest spec = specOf(64);
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

Verdicts tryQueue(const Mechanism& mechanism, const LinkRequest& spec, rlim_t limitBytes) {
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
    LinkRequest spec = specOf(500);
    spec.capacityMessages = 4;
    const rlim_t needed = 4 * (500 + 48 + 48);
    const Verdicts fits = tryQueue(mechanism, spec, needed), doesNot = tryQueue(mechanism, spec, needed - 1);
    EXPECT_FALSE(fits.refused || fits.failed);
    EXPECT_TRUE(doesNot.refused && doesNot.failed);
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
    LinkRequest spec = specOf(static_cast<std::uint32_t>(*longest) + 1);
    EXPECT_THAT(refusalWithoutPrivileges(mechanism, spec),
                ::testing::HasSubstr("kernel.msgmax (" + std::to_string(*longest) + "). Lower it, or raise"));
    spec = specOf(64);
    spec.capacityBytes = *most + 1;
    EXPECT_THAT(refusalWithoutPrivileges(mechanism, spec),
                ::testing::HasSubstr("kernel.msgmnb (" + std::to_string(*most) + "). Lower it, or raise"));
    spec.capacityBytes = 63;
    EXPECT_THAT(mechanism.refusal(spec), ::testing::HasSubstr("holds no message of 64 bytes. Raise it"));
}

}  // namespace

}  // namespace ipclab::test

// A shared-memory link with "sync": the textbook's bounded buffer by every primitive, between fork'd and exec'd ends.
#include <signal.h>

#include <random>

#include "contract/contract_params.h"
#include "helpers/any_moment.h"
#include "links/sync_ring.h"
#include "sync/registry.h"

namespace ipclab::test {

namespace {

const Mechanism& sharedMemory() { return *findMechanism("posix-shm"); }

LinkRequest specWith(const PrimitiveInfo& primitive, unsigned senders, unsigned receivers, std::uint64_t capacity) {
    LinkRequest spec = specOf(senders, receivers);
    spec.sync = primitive.id;
    spec.capacityMessages = capacity;
    return spec;
}

void expectAll(LinkLab& lab, unsigned senders, unsigned receivers, std::uint64_t each) {
    ASSERT_TRUE(lab.waitForEnd());
    for (unsigned i = 0; i < senders; ++i) {
        EXPECT_EQ(lab.senderRow(i).done, each) << lab.report();
        EXPECT_EQ(lab.board().seenOf(i), each) << lab.report();
    }
    for (unsigned i = 0; i < receivers; ++i) {
        const EndRow& row = lab.receiverRow(i);
        EXPECT_EQ(row.notIntact + row.repeated + row.corrupt + row.truncated + row.wrongSize, 0U) << lab.report();
        EXPECT_EQ(row.peerClosed, 1U) << lab.report();
    }
}

class SyncLink : public ::testing::TestWithParam<std::tuple<const Primitive*, Launch>> {
protected:
    void SetUp() override { SKIP_IF_UNAVAILABLE(sharedMemory()); }
    [[nodiscard]] const PrimitiveInfo& info() const { return std::get<0>(GetParam())->info(); }
    [[nodiscard]] Launch launch() const { return std::get<1>(GetParam()); }
    [[nodiscard]] LinkRequest spec(unsigned senders, unsigned receivers, std::uint64_t capacity = 16) const {
        return specWith(info(), senders, receivers, capacity);
    }
};

TEST_P(SyncLink, OneSenderToOneReceiverLosesNothing) {
    LinkLab lab(sharedMemory(), spec(1, 1), launch());
    lab.sender(0).count = 2000;
    lab.start();
    expectAll(lab, 1, 1, 2000);
}

TEST_P(SyncLink, ThreeSendersToTwoReceiversLoseNothingUnlessNothingProtectsThem) {
    // A busy machine may let them run one after the other, and then nothing is lost: once is enough.
    for (int round = 0; round < 30; ++round) {
        LinkLab lab(sharedMemory(), spec(3, 2), launch());
        for (unsigned i = 0; i < 3; ++i) lab.sender(i).count = 2000;
        lab.start();
        if (info().excludes()) return expectAll(lab, 3, 2, 2000);
        ASSERT_TRUE(lab.waitForEnd());
        std::uint64_t seen = 0;
        for (unsigned i = 0; i < 3; ++i) seen += lab.board().seenOf(i);
        if (seen < 6000) return;
    }
    FAIL() << "nothing was lost in thirty rounds";
}

TEST_P(SyncLink, NeverHoldsMoreThanItsCapacity) {
    LinkLab lab(sharedMemory(), spec(1, 1, 4), launch());
    lab.hold(1);
    lab.sender(0).count = 50;
    lab.start();
    ASSERT_TRUE(lab.waitUntil("it is full", [&] { return lab.link().depth()->queued == 4; }));
    EXPECT_EQ(lab.senderRow(0).done, 4U);
    lab.release(1);
    expectAll(lab, 1, 1, 50);
}

TEST_P(SyncLink, NonBlockingAndTimedEndsLoseNothing) {
    if (!info().excludes()) GTEST_SKIP() << "it loses messages on purpose";
    LinkLab lab(sharedMemory(), spec(2, 2), launch());
    lab.job(0).options.mode = Blocking::NonBlocking;
    lab.job(2).options.mode = Blocking::NonBlocking;
    lab.job(1).options.timeoutNs = 1'000'000;
    lab.job(3).options.timeoutNs = 1'000'000;
    lab.sender(0).count = lab.sender(1).count = 300;
    lab.start();
    expectAll(lab, 2, 2, 300);
}

// The others come to their end by themselves once nobody is left to wait for.
TEST_P(SyncLink, PeersKilledAtRandomMomentsHangNobody) {
    std::mt19937 random(7);
    for (int round = 0; round < 8; ++round) {
        SCOPED_TRACE("round " + std::to_string(round));
        LinkLab lab(sharedMemory(), spec(2, 2, 1 + round % 3), launch());
        lab.sender(0).count = lab.sender(1).count = 20000;
        lab.start();
        ASSERT_TRUE(lab.waitUntil("messages flow", [&] { return lab.received() > 5; }));
        spinFor(static_cast<Nanoseconds>(random() % 1'000'000));
        lab.kill(random() % 4);
        spinFor(static_cast<Nanoseconds>(random() % 200'000));
        lab.kill(0);
        lab.kill(1);
        ASSERT_TRUE(lab.waitForEnd());
    }
}

INSTANTIATE_TEST_SUITE_P(Contract, SyncLink,
                         ::testing::Combine(::testing::ValuesIn(allPrimitives().begin(), allPrimitives().end()),
                                            ::testing::Values(Launch::Fork, Launch::Exec)),
                         [](const auto& param) {
                             std::string name(std::get<0>(param.param)->info().id);
                             std::ranges::replace(name, '-', '_');
                             return name + (std::get<1>(param.param) == Launch::Fork ? "_fork" : "_exec");
                         });

// The other memories lay the same ring on pages of their own: whether its lock and its counters hold there, too.
class SyncMemoryLink : public ::testing::TestWithParam<std::tuple<const char*, const Primitive*>> {
protected:
    void SetUp() override { SKIP_IF_UNAVAILABLE(memory()); }
    [[nodiscard]] static const Mechanism& memory() { return *findMechanism(std::get<0>(GetParam())); }
    [[nodiscard]] static const PrimitiveInfo& info() { return std::get<1>(GetParam())->info(); }
};

TEST_P(SyncMemoryLink, LosesNothingUnlessNothingProtectsIt) {
    const unsigned senders = info().excludes() ? 2 : 1, receivers = senders;
    LinkLab lab(memory(), specWith(info(), senders, receivers, 8), Launch::Exec);
    for (unsigned i = 0; i < senders; ++i) lab.sender(i).count = 500;
    lab.start();
    expectAll(lab, senders, receivers, 500);
}

TEST_P(SyncMemoryLink, AKilledPeerHangsNobody) {
    LinkLab lab(memory(), specWith(info(), 2, 2, 3), Launch::Exec);
    lab.sender(0).count = lab.sender(1).count = 20000;
    lab.start();
    ASSERT_TRUE(lab.waitUntil("messages flow", [&] { return lab.received() > 5; }));
    lab.kill(2);
    lab.kill(0);
    lab.kill(1);
    ASSERT_TRUE(lab.waitForEnd());
}

INSTANTIATE_TEST_SUITE_P(Contract, SyncMemoryLink,
                         ::testing::Combine(::testing::Values("sysv-shm", "memfd", "mmap-file"),
                                            ::testing::ValuesIn(allPrimitives().begin(), allPrimitives().end())),
                         [](const auto& param) {
                             std::string name = std::get<0>(param.param) + std::string("_") +
                                                std::string(std::get<1>(param.param)->info().id);
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

TEST(SyncRefusal, NamesWhatCannotBe) {
    LinkRequest spec = specOf(1, 1);
    spec.sync = "futexes";
    EXPECT_NE(sharedMemory().refusal(spec).find("no primitive of synchronisation \"futexes\""), std::string::npos);
    spec.sync = "sysv-sem";
    spec.capacityMessages = 40000;
    EXPECT_NE(sharedMemory().refusal(spec).find("32767"), std::string::npos);
}

}  // namespace

}  // namespace ipclab::test

// What every mechanism promises between real processes, fork'd and exec'd; the gist of it also between such as were
// made by posix_spawn and vfork.
#include <signal.h>
#include <sys/wait.h>

#include <random>

#include "contract/link_contract.h"

namespace ipclab::test {

namespace {

TEST_P(LinkContract, CarriesMessagesOfEverySize) {
    const std::uint32_t largest = largestMessage(mechanism());
    for (const std::uint32_t size : {kMinMessageBytes, kMinMessageBytes + 1, 4095U, 4096U, 4097U, 65536U}) {
        if (size <= largest) expectTransferOfSize(size);
    }
}

TEST_P(LinkContract, CarriesItsLargestMessage) {
    const std::uint32_t largest = largestMessage(mechanism());
    expectTransfer(specOf(1, 1, largest), 3, largest, largest);
}

TEST_P(LinkContract, KeepsOrderAndContentsOverTenThousandMessages) {
    const std::uint32_t size = std::min(largestMessage(mechanism()), 3000U);
    expectTransfer(specOf(1, 1, size), 10000, kMinMessageBytes, size);
}

TEST_P(LinkContract, ThreeSendersToOneReceiver) {
    if (!mechanism().info().traits.manySenders) GTEST_SKIP() << "one sender only";
    expectTransfer(specOf(3, 1), 3000, kMinMessageBytes, kOrdinaryBytes);
}

TEST_P(LinkContract, OneSenderToThreeReceivers) {
    if (!mechanism().info().traits.manyReceivers) GTEST_SKIP() << "one receiver only";
    expectTransfer(specOf(1, 3), 3000, kMinMessageBytes, kOrdinaryBytes);
}

TEST_P(LinkContract, ThreeSendersToThreeReceivers) {
    if (!traits().manySenders || !traits().manyReceivers) GTEST_SKIP() << "one end only";
    expectTransfer(specOf(3, 3), 3000, kMinMessageBytes, kOrdinaryBytes);
}

TEST_P(LinkContract, LongMessagesOfSeveralSendersAreNotTorn) {
    if (!traits().manySenders) GTEST_SKIP() << "one sender only";
    const std::uint32_t size = std::min(largestMessage(mechanism()), 40000U);
    expectTransfer(specOf(3, 1, size), 300, kMinMessageBytes, size);
    if (traits().manyReceivers) expectTransfer(specOf(3, 3, size), 300, kMinMessageBytes, size);
}

TEST_P(LinkContract, NonBlockingEndsLoseNothing) {
    const LinkRequest spec = fittingSpec(mechanism(), 2, 2);
    LinkLab lab(mechanism(), spec, launch());
    for (unsigned i = 0; i < spec.senders + spec.receivers; ++i) {
        lab.job(i).options.mode = Blocking::NonBlocking;
        if (i < spec.senders) lab.job(i).count = 300;
    }
    lab.start();
    ASSERT_TRUE(lab.waitForEnd());
    expectAllReceived(lab, spec.senders, spec.receivers, 300, lab.board());
}

TEST_P(LinkContract, TimeoutsLoseNothing) {
    const LinkRequest spec = fittingSpec(mechanism(), 2, 2);
    LinkLab lab(mechanism(), spec, launch());
    for (unsigned i = 0; i < spec.senders + spec.receivers; ++i) {
        lab.job(i).options.timeoutNs = 1'000'000;
        if (i < spec.senders) lab.job(i).count = 1000;
    }
    lab.start();
    ASSERT_TRUE(lab.waitForEnd());
    expectAllReceived(lab, spec.senders, spec.receivers, 1000, lab.board());
}

TEST_P(LinkContract, BlockingSenderWaitsWhileFullAndGoesOn) {
    if (!traits().reliable) GTEST_SKIP() << "a sender never waits: what does not fit is dropped";
    LinkLab lab(mechanism(), specOf(1, 1), launch());
    lab.hold(1);
    lab.sender(0).count = 20000;
    lab.start();
    ASSERT_TRUE(lab.waitForSleepInCall(0));
    EXPECT_LT(lab.senderRow(0).done, 20000U);
    EXPECT_EQ(lab.received(), 0U);
    lab.release(1);
    ASSERT_TRUE(lab.waitForEnd());
    expectAllReceived(lab, 1, 1, 20000, lab.board());
}

TEST_P(LinkContract, BlockingReceiverWaitsWhileEmptyAndGoesOn) {
    LinkLab lab(mechanism(), specOf(1, 1), launch());
    lab.hold(0);
    lab.sender(0).count = 10;
    lab.start();
    ASSERT_TRUE(lab.waitForSleepInCall(1));
    lab.release(0);
    ASSERT_TRUE(lab.waitForEnd());
    expectAllReceived(lab, 1, 1, 10, lab.board());
}

TEST_P(LinkContract, SignalInterruptsAWaitingSender) {
    if (!traits().reliable) GTEST_SKIP() << "a sender never waits: what does not fit is dropped";
    LinkLab lab(mechanism(), specOf(1, 1), launch());
    lab.hold(1);
    lab.sender(0).count = 20000;
    lab.start();
    ASSERT_TRUE(lab.waitForSleepInCall(0));
    ASSERT_TRUE(lab.waitUntil("the sender was interrupted", [&] {
        lab.interrupt(0);
        return lab.senderRow(0).interrupted > 0;
    }));
    lab.release(1);
    ASSERT_TRUE(lab.waitForEnd());
    expectAllReceived(lab, 1, 1, 20000, lab.board());
}

TEST_P(LinkContract, SignalInterruptsAWaitingReceiver) {
    LinkLab lab(mechanism(), specOf(1, 1), launch());
    lab.hold(0);
    lab.sender(0).count = 10;
    lab.start();
    ASSERT_TRUE(lab.waitForSleepInCall(1));
    ASSERT_TRUE(lab.waitUntil("the receiver was interrupted", [&] {
        lab.interrupt(1);
        return lab.receiverRow(0).interrupted > 0;
    }));
    lab.release(0);
    ASSERT_TRUE(lab.waitForEnd());
    expectAllReceived(lab, 1, 1, 10, lab.board());
}

// Also those that wait for one another's lock, not only for the object.
TEST_P(LinkContract, SignalInterruptsEveryWaitingReceiver) {
    if (!mechanism().info().traits.manyReceivers) GTEST_SKIP() << "one receiver only";
    LinkLab lab(mechanism(), specOf(1, 3), launch());
    lab.hold(0);
    lab.sender(0).count = 30;
    lab.start();
    for (unsigned i = 1; i <= 3; ++i) ASSERT_TRUE(lab.waitForSleepInCall(i));
    for (unsigned i = 0; i < 3; ++i) {
        ASSERT_TRUE(lab.waitUntil("receiver " + std::to_string(i) + " was interrupted", [&] {
            lab.interrupt(1 + i);
            return lab.receiverRow(i).interrupted > 0;
        }));
    }
    lab.release(0);
    ASSERT_TRUE(lab.waitForEnd());
    expectAllReceived(lab, 1, 3, 30, lab.board());
}

TEST_P(LinkContract, ReceiverSeesTheEndWhenASenderLeavesEarly) {
    if (!traits().manySenders) GTEST_SKIP() << "one sender only";
    LinkLab lab(mechanism(), specOf(2, 1), launch());
    lab.sender(0).count = 5;
    lab.sender(1).count = 500;
    lab.start();
    ASSERT_TRUE(lab.waitForEnd());
    expectCount(lab, 505);
    EXPECT_EQ(lab.receiverRow(0).peerClosed, 1U) << lab.report();
}

TEST_P(LinkContract, ReceiverSeesTheEndOfASenderThatSendsNothing) {
    LinkLab lab(mechanism(), specOf(1, 1), launch());
    lab.sender(0).count = 0;
    lab.start();
    ASSERT_TRUE(lab.waitForEnd());
    EXPECT_EQ(lab.received(), 0U);
    EXPECT_EQ(lab.receiverRow(0).peerClosed, 1U) << lab.report();
}

TEST_P(LinkContract, SenderMeetsPeerClosedWhenTheReceiverLeaves) {
    LinkLab lab(mechanism(), specOf(1, 1), launch());
    lab.sender(0).count = endless();
    lab.receiver(0).count = 10;
    lab.start();
    ASSERT_TRUE(lab.waitForEnd());
    EXPECT_EQ(lab.received(), 10U) << lab.report();
    EXPECT_EQ(lab.senderRow(0).peerClosed, 1U) << lab.report();
}

TEST_P(LinkContract, ReceiverKilledBeforeItOpenedHoldsNobodyUp) {
    LinkLab lab(mechanism(), specOf(1, 1), launch());
    lab.sender(0).count = endless();
    lab.start();
    lab.kill(1);
    ASSERT_TRUE(lab.waitForEnd());
    EXPECT_EQ(lab.senderRow(0).peerClosed, 1U) << lab.report();
}

TEST_P(LinkContract, SenderKilledBeforeItOpenedHoldsNobodyUp) {
    LinkLab lab(mechanism(), specOf(1, 1), launch());
    lab.sender(0).count = endless();
    lab.start();
    lab.kill(0);
    ASSERT_TRUE(lab.waitForEnd());
    EXPECT_EQ(lab.receiverRow(0).peerClosed, 1U) << lab.report();
}

class KilledPeer : public LinkContract {
protected:
    static constexpr unsigned kRounds = 20;

    // Kills one end at some moment of the transfer and expects every other to come to an end by itself.
    void killOneOf(const LinkRequest& spec, unsigned victim, std::uint64_t seed, std::uint32_t least) {
        std::mt19937_64 random(seed);
        LinkLab lab(mechanism(), spec, launch());
        for (unsigned i = 0; i < spec.senders; ++i) {
            lab.sender(i).count = spec.senders == 1 ? endless() : traits().reliable ? 600 : 3000;
            lab.sender(i).sizeBytes = least;
            lab.sender(i).sizeUpToBytes = spec.maxMessageBytes;
        }
        m_capacity = lab.link().effective().capacityMessages.value_or(0);
        lab.start();
        const std::uint64_t after = random() % 400;
        ASSERT_TRUE(lab.waitUntil("messages flow",
                                  [&] { return lab.received() >= after || (!traits().reliable && !lab.running(0)); }));
        lab.kill(victim);
        ASSERT_TRUE(lab.waitForEnd());
        m_report = lab.report();
        for (unsigned i = 0; i < spec.senders + spec.receivers; ++i) {
            if (i != victim) {
                EXPECT_EQ(lab.status(i), 0) << m_report;
            }
        }
        for (unsigned i = 0; i < spec.receivers; ++i) {
            EXPECT_EQ(lab.receiverRow(i).repeated, 0U) << m_report;
            EXPECT_EQ(lab.receiverRow(i).notIntact, 0U) << m_report;
            if (spec.senders + i != victim) {
                EXPECT_EQ(lab.receiverRow(i).peerClosed, 1U) << m_report;
            }
        }
        // Who had sent and received everything before the blow came shows nothing of what its death does to others.
        const bool struck = WIFSIGNALED(lab.status(victim));
        if (struck && spec.senders == 1 && spec.receivers == 1) expectSurvivor(lab, victim);
    }

    void expectSurvivor(const LinkLab& lab, unsigned victim) const {
        if (victim == 1) {
            EXPECT_EQ(lab.senderRow(0).peerClosed, 1U) << m_report;
        } else {
            // All that was sent arrived; a frame cut in the middle is seen as such. What the victim was just doing
            // when it died it may have done without counting it.
            const std::uint64_t mayBeLost = traits().outlivesSender ? 0 : m_capacity;
            const bool queueIsKnown = traits().outlivesSender || m_capacity > 0;  // a library's own is not
            if (traits().reliable && queueIsKnown) {
                EXPECT_GE(lab.receiverRow(0).done + mayBeLost, lab.senderRow(0).done) << m_report;
            }
            EXPECT_LE(lab.receiverRow(0).done, lab.senderRow(0).done + 1) << m_report;
            EXPECT_LE(lab.receiverRow(0).corrupt, 1U) << m_report;
        }
    }

    // A quarter of the rounds with each shape; every process in turn is the victim.
    void rounds(const LinkRequest& spec, std::uint32_t least) {
        static const std::uint64_t start = std::random_device{}();
        for (unsigned round = 0; round < kRounds && !HasFailure(); ++round) {
            SCOPED_TRACE("seed " + std::to_string(start + round));
            killOneOf(spec, round % (spec.senders + spec.receivers), start + round, least);
        }
    }

    std::string m_report;
    std::uint64_t m_capacity = 0;  // messages
};

TEST_P(KilledPeer, HoldsNobodyUp) { rounds(specOf(1, 1, 2000), kMinMessageBytes); }

TEST_P(KilledPeer, HoldsNobodyUpInTheMiddleOfLongMessages) {
    const std::uint32_t size = std::min(largestMessage(mechanism()), 200'000U);
    rounds(specOf(1, 1, size), size / 2);
}

TEST_P(KilledPeer, AmongSeveralSendersAndReceiversHoldsNobodyUp) {
    rounds(fittingSpec(mechanism(), 2, 2, 1000), kMinMessageBytes);
}

TEST_P(KilledPeer, AmongSeveralWithLongMessagesHoldsNobodyUp) {
    const std::uint32_t size = std::min(largestMessage(mechanism()), 50'000U);
    rounds(fittingSpec(mechanism(), 3, 2, size), size / 2);
}

TEST_P(LinkContract, TwoLinksAtOnceDoNotMeet) {
    LinkLab first(mechanism(), specOf(1, 1), launch());
    LinkLab second(mechanism(), specOf(1, 1), launch());
    first.sender(0).count = 500;
    second.sender(0).count = 700;
    first.start();
    second.start();
    ASSERT_TRUE(first.waitForEnd());
    ASSERT_TRUE(second.waitForEnd());
    expectAllReceived(first, 1, 1, 500, first.board());
    expectAllReceived(second, 1, 1, 700, second.board());
}

// What an end sees of how its process was made is which descriptors it has and how its signals stand: posix_spawn and
// vfork need to show no more than that these are right.
class LaunchContract : public KilledPeer {};

TEST_P(LaunchContract, SeveralSendersAndReceiversLoseNothing) {
    expectTransfer(fittingSpec(mechanism(), 3, 2), 1000, kMinMessageBytes, kOrdinaryBytes);
}

TEST_P(LaunchContract, ASignalInterruptsAWaitingReceiverAndItGoesOn) {
    LinkLab lab(mechanism(), specOf(1, 1), launch());
    lab.hold(0);
    lab.sender(0).count = 10;
    lab.start();
    ASSERT_TRUE(lab.waitForSleepInCall(1));
    ASSERT_TRUE(lab.waitUntil("the receiver was interrupted", [&] {
        lab.interrupt(1);
        return lab.receiverRow(0).interrupted > 0;
    }));
    lab.release(0);
    ASSERT_TRUE(lab.waitForEnd());
    expectAllReceived(lab, 1, 1, 10, lab.board());
}

TEST_P(LaunchContract, TheSurvivorOfAKilledPeerEnds) {
    for (unsigned victim = 0; victim < 2; ++victim)
        killOneOf(specOf(1, 1, 2000), victim, 11 + victim, kMinMessageBytes);
}

std::string paramName(const ::testing::TestParamInfo<Param>& info) {
    constexpr std::array kNames{"_fork", "_exec", "_spawn", "_vfork"};
    return testName(*std::get<0>(info.param)) + kNames[static_cast<std::size_t>(std::get<1>(info.param))];
}

// Every mechanism by every launch it can be had with.
std::vector<Param> launched(std::initializer_list<Launch> launches) {
    std::vector<Param> params;
    for (const Launch launch : launches) {
        const EndsIn where = launch == Launch::Fork ? EndsIn::ThisProgram : EndsIn::AnyProgram;
        for (const Mechanism* mechanism : mechanismsUnderTest(where)) params.emplace_back(mechanism, launch);
    }
    return params;
}

const auto kForkedAndExeced = ::testing::ValuesIn(launched({Launch::Fork, Launch::Exec}));
const auto kSpawned = ::testing::ValuesIn(launched({Launch::Spawn, Launch::VFork}));

INSTANTIATE_TEST_SUITE_P(Links, LinkContract, kForkedAndExeced, paramName);
INSTANTIATE_TEST_SUITE_P(Links, KilledPeer, kForkedAndExeced, paramName);
INSTANTIATE_TEST_SUITE_P(Links, LaunchContract, kSpawned, paramName);

}  // namespace

}  // namespace ipclab::test

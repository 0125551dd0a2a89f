// What every mechanism promises of one end alone: full, empty, times out, refuses, says what it really gave. Both
// ends live in this process, so every state is reached on purpose.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/stat.h>

#include <thread>

#include "contract/end_contract.h"

namespace ipclab::test {

namespace {

TEST_P(EndContract, NonBlockingSenderWouldBlockWhenFullAndGoesOnWhenThereIsRoom) {
    SKIP_IF_NEVER_FULL();
    OpenLink link(mechanism(), specOf(1, 1));
    link.open(nonBlocking(), nonBlocking());
    const std::uint64_t sent = fill(link);
    EXPECT_EQ(link.send(sent), SendStatus::WouldBlock);
    EXPECT_GT(sent, 0U);
    std::uint64_t received = 0;
    while (link.receive().status == ReceiveStatus::Received) EXPECT_EQ(link.receivedSequence(), received++);
    EXPECT_EQ(received, sent);
    EXPECT_EQ(link.send(sent), SendStatus::Sent);
    EXPECT_EQ(link.receive().status, ReceiveStatus::Received);
    EXPECT_EQ(link.receivedSequence(), sent);
}

TEST_P(EndContract, NonBlockingReceiverWouldBlockWhenEmpty) {
    OpenLink link(mechanism(), specOf(1, 1));
    link.open(nonBlocking(), nonBlocking());
    EXPECT_EQ(link.receive().status, ReceiveStatus::WouldBlock);
    EXPECT_EQ(link.send(7), SendStatus::Sent);
    EXPECT_EQ(link.receive().status, ReceiveStatus::Received);
    EXPECT_EQ(link.receive().status, ReceiveStatus::WouldBlock);
}

TEST_P(EndContract, TimesOutWhenFullAndWhenEmpty) {
    OpenLink link(mechanism(), specOf(1, 1));
    link.open(timingOut(), timingOut());
    EXPECT_EQ(link.receive().status, ReceiveStatus::TimedOut);
    std::uint64_t sent = fill(link);
    if (reliable()) {
        Nanoseconds before = 0;
        SendStatus status = SendStatus::Sent;
        while (status == SendStatus::Sent) {  // a terminal makes room by itself a little later
            before = monotonicNow();
            status = link.send(sent);
            if (status == SendStatus::Sent) ++sent;
        }
        EXPECT_EQ(status, SendStatus::TimedOut);
        EXPECT_GE(monotonicNow() - before, timingOut().timeoutNs);
    }
    for (std::uint64_t i = 0; i < sent; ++i) ASSERT_EQ(link.receive().status, ReceiveStatus::Received) << i;
    EXPECT_EQ(link.receive().status, ReceiveStatus::TimedOut);
}

// Messages far larger than any buffer of the system: a frame is begun and cannot be finished yet. Its rest goes out
// with the next calls.
TEST_P(EndContract, NonBlockingSenderComesBackThoughAMessageIsHalfWritten) {
    SKIP_IF_NEVER_FULL();
    const std::uint32_t size = std::min(largestMessage(mechanism()), 4U << 20);
    OpenLink link(mechanism(), specOf(1, 1, size));
    link.open(nonBlocking(), nonBlocking());
    std::uint64_t sent = fill(link), received = 0;
    for (const std::uint64_t goal = sent + 3; received < goal;) {
        if (link.send(sent) == SendStatus::Sent) ++sent;
        if (link.receive().status != ReceiveStatus::Received) continue;
        EXPECT_TRUE(isIntact(std::span(link.buffer).first(size)));
        EXPECT_EQ(link.receivedSequence(), received++);
    }
}

TEST_P(EndContract, WhatWasSentArrivesThoughTheSenderGoesAtOnce) {
    const std::uint32_t size = std::min(largestMessage(mechanism()), 4U << 20);
    OpenLink link(mechanism(), specOf(1, 1, size));
    link.open(nonBlocking(), nonBlocking());
    const std::uint64_t sent = fill(link);
    std::jthread closing([&link] { link.senders.clear(); });
    std::uint64_t received = 0;
    for (ReceiveStatus status{}; status != ReceiveStatus::PeerClosed && received < sent;) {
        status = link.receive().status;
        if (status != ReceiveStatus::Received) continue;
        EXPECT_EQ(link.receivedSequence(), received++);
    }
    EXPECT_EQ(received, sent);
}

TEST_P(EndContract, SpinsBeforeItWaitsAndTakesWhatArrivesMeanwhile) {
    const EndOptions spinning{.timeoutNs = 200'000'000, .spinNs = 50'000'000};
    OpenLink link(mechanism(), specOf(1, 1));
    link.open({}, spinning);
    std::jthread sending([&link] {
        const timespec pause{0, 5'000'000};
        ::nanosleep(&pause, nullptr);
        EXPECT_EQ(link.send(3), SendStatus::Sent);
    });
    EXPECT_EQ(link.receive().status, ReceiveStatus::Received);
    EXPECT_EQ(link.receivedSequence(), 3U);
    sending.join();
    const Nanoseconds before = monotonicNow();
    EXPECT_EQ(link.receive().status, ReceiveStatus::TimedOut);
    EXPECT_GE(monotonicNow() - before, spinning.timeoutNs);
}

TEST_P(EndContract, SeveralReceiversTimeOutToo) {
    if (!mechanism().info().traits.manyReceivers) GTEST_SKIP() << "one receiver only";
    OpenLink link(mechanism(), fittingSpec(mechanism(), 2, 2));
    link.open(timingOut(), timingOut());
    EXPECT_EQ(link.receive().status, ReceiveStatus::TimedOut);
    link.buffer.resize(kOrdinaryBytes);
    EXPECT_EQ(link.receivers[1]->receive(link.buffer).status, ReceiveStatus::TimedOut);
    if (!reliable() || link.senders.size() < 2) return;
    std::uint64_t sent = fill(link);
    SendStatus status = SendStatus::Sent;  // a second sender may have a buffer of its own
    for (sent = 0; status == SendStatus::Sent; ++sent) {
        ASSERT_LT(sent, 1'000'000U) << "never full";
        status = link.senders[1]->send(stamped(kOrdinaryBytes, sent));
    }
    EXPECT_EQ(status, SendStatus::TimedOut);
}

TEST_P(EndContract, ReceiverDrainsWhatASenderLeftAndThenSeesTheEnd) {
    OpenLink link(mechanism(), specOf(1, 1));
    link.open(nonBlocking(), nonBlocking());
    ASSERT_EQ(link.send(0), SendStatus::Sent);
    ASSERT_EQ(link.send(1), SendStatus::Sent);
    link.senders.clear();
    link.peers.sendersAreGone = true;
    EXPECT_EQ(link.receive().status, ReceiveStatus::Received);
    EXPECT_EQ(link.receive().status, ReceiveStatus::Received);
    EXPECT_EQ(link.receivedSequence(), 1U);
    EXPECT_EQ(link.receive().status, ReceiveStatus::PeerClosed);
    EXPECT_EQ(link.receive().status, ReceiveStatus::PeerClosed);
}

TEST_P(EndContract, SenderWithoutReceiverMeetsPeerClosed) {
    OpenLink link(mechanism(), specOf(1, 1));
    link.open({}, {});
    link.receivers.clear();
    link.peers.receiversAreGone = true;
    SendStatus status = SendStatus::Sent;
    for (std::uint64_t i = 0; status == SendStatus::Sent; ++i) {
        status = link.send(i);
        ASSERT_LT(i, 1'000'000U) << "never told";
    }
    EXPECT_EQ(status, SendStatus::PeerClosed);
}

TEST_P(EndContract, RefusesAMessageLongerThanTheLinkCarries) {
    const std::uint32_t largest = largestMessage(mechanism());
    const LinkRequest tooLong = specOf(1, 1, largest + 1);
    const std::string refusal = mechanism().refusal(tooLong);
    EXPECT_THAT(refusal, ::testing::HasSubstr(std::to_string(largest + 1)));
    EXPECT_THAT(refusal, ::testing::HasSubstr("link \"a→b\""));
    OpenLink link(mechanism(), specOf(1, 1));
    link.open(nonBlocking(), nonBlocking());
    EXPECT_EQ(link.senders.front()->send(stamped(kOrdinaryBytes + 1, 0)), SendStatus::TooLong);
    EXPECT_EQ(link.receive().status, ReceiveStatus::WouldBlock);
}

TEST_P(EndContract, AMessageOfAnySizeIsReadAsItWasWritten) {
    if (mechanism().info().traits.boundaries != Boundaries::Messages) GTEST_SKIP() << "keeps no boundaries";
    const std::uint32_t largest = largestMessage(mechanism());
    for (const std::uint32_t size : {kMinMessageBytes, kMinMessageBytes + 1, 4095U, 4096U, 4097U, 65507U, largest}) {
        if (size > largest) continue;
        OpenLink link(mechanism(), specOf(1, 1, size));
        link.open(nonBlocking(), nonBlocking());
        ASSERT_EQ(link.send(size), SendStatus::Sent) << size;
        const ReceiveResult result = link.receive();
        EXPECT_EQ(result.status, ReceiveStatus::Received) << size;
        EXPECT_EQ(result.sizeBytes, size);
        EXPECT_TRUE(isIntact(link.buffer)) << size;
    }
}

// As many as the link holds, each made in the end's own buffer before the one before it was received.
TEST_P(EndContract, WhatIsMadeInItsBufferArrivesAndNothingElse) {
    OpenLink link(mechanism(), specOf(1, 1));
    link.open(nonBlocking(), nonBlocking());
    Sender& sender = *link.senders.front();
    if (sender.buffer().empty()) GTEST_SKIP() << "any memory is as good";
    for (int round = 0; round < 3; ++round) {
        std::uint64_t sent = 0, received = 0;
        for (SendStatus status = SendStatus::Sent; status == SendStatus::Sent; sent += status == SendStatus::Sent) {
            const std::span<std::byte> message = sender.buffer();
            ASSERT_GE(message.size(), link.spec.maxMessageBytes);
            stampMessage(message.first(link.spec.maxMessageBytes), sent, 0, 0);
            status = sent % 5 == 4 ? link.send(sent) : sender.send(message.first(link.spec.maxMessageBytes));
        }
        while (link.receive().status == ReceiveStatus::Received) {
            EXPECT_EQ(link.receivedSequence(), received++);
            EXPECT_TRUE(isIntact(link.buffer));
        }
        EXPECT_EQ(received, sent);
        EXPECT_GT(sent, 0U);
    }
}

TEST_P(EndContract, AnUnreliableLinkDropsWhatDoesNotFitAndKeepsTheRestWholeAndInOrder) {
    if (reliable()) GTEST_SKIP() << "loses nothing";
    OpenLink link(mechanism(), specOf(1, 1));
    link.open(nonBlocking(), nonBlocking());
    constexpr std::uint64_t kSent = 20000;
    for (std::uint64_t i = 0; i < kSent; ++i) ASSERT_EQ(link.send(i), SendStatus::Sent) << i;
    std::uint64_t received = 0, next = 0;
    while (link.receive().status == ReceiveStatus::Received) {
        ++received;
        EXPECT_TRUE(isIntact(link.buffer));
        EXPECT_GE(link.receivedSequence(), next);
        next = link.receivedSequence() + 1;
    }
    EXPECT_GT(received, 0U);
    EXPECT_LT(received, kSent);
    ASSERT_EQ(link.send(kSent), SendStatus::Sent);
    EXPECT_EQ(link.receive().status, ReceiveStatus::Received);
    EXPECT_EQ(link.receivedSequence(), kSent);
}

TEST_P(EndContract, EveryReceiverGetsEveryMessage) {
    if (!mechanism().info().traits.everyReceiver) GTEST_SKIP() << "a message goes to one receiver";
    OpenLink link(mechanism(), specOf(2, 3));
    link.open(nonBlocking(), nonBlocking());
    for (std::uint64_t i = 0; i < 5; ++i) {
        ASSERT_EQ(link.senders[0]->send(stamped(kOrdinaryBytes, 2 * i)), SendStatus::Sent);
        ASSERT_EQ(link.senders[1]->send(stamped(kOrdinaryBytes, 2 * i + 1)), SendStatus::Sent);
    }
    link.buffer.resize(kOrdinaryBytes);
    for (const auto& receiver : link.receivers) {
        for (std::uint64_t i = 0; i < 10; ++i) {
            ASSERT_EQ(receiver->receive(link.buffer).status, ReceiveStatus::Received) << i;
            EXPECT_EQ(link.receivedSequence(), i);
        }
        EXPECT_EQ(receiver->receive(link.buffer).status, ReceiveStatus::WouldBlock);
    }
}

TEST_P(EndContract, TruncatesToTheBufferAndGoesOnWithTheNextMessage) {
    OpenLink link(mechanism(), specOf(1, 1));
    link.open(nonBlocking(), nonBlocking());
    for (std::uint64_t i = 0; i < 3; ++i) ASSERT_EQ(link.send(i), SendStatus::Sent);
    std::vector<std::byte> small(100);
    const ReceiveResult cut = link.receivers.front()->receive(small);
    EXPECT_EQ(cut.status, ReceiveStatus::Truncated);
    EXPECT_EQ(cut.sizeBytes, small.size());
    EXPECT_EQ(link.receivers.front()->receive(std::span(small).first(10)).status, ReceiveStatus::Truncated);
    EXPECT_EQ(link.receive().status, ReceiveStatus::Received);
    EXPECT_EQ(link.receivedSequence(), 2U);
}

INSTANTIATE_TEST_SUITE_P(Links, EndContract, ::testing::ValuesIn(mechanismsUnderTest()),
                         [](const auto& param) { return testName(*param.param); });

}  // namespace

}  // namespace ipclab::test

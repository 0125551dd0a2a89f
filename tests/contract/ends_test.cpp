// What every mechanism promises of one end alone: full, empty, times out, refuses, says what it really gave. Both
// ends live in this process, so every state is reached on purpose.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/stat.h>

#include <thread>

#include "contract/contract_params.h"
#include "core/error.h"

namespace ipclab::test {

namespace {

struct SwitchedPeers final : Peers {
    bool sendersAreGone = false, receiversAreGone = false;
    bool sendersGone() const override { return sendersAreGone; }
    bool receiversGone() const override { return receiversAreGone; }
};

EndWiring duplicated(EndWiring wiring) {
    for (int& fd : wiring.descriptors) fd = check(::fcntl(fd, F_DUPFD_CLOEXEC, 3), "F_DUPFD_CLOEXEC");
    return wiring;
}

std::vector<std::byte> stamped(std::uint32_t sizeBytes, std::uint64_t sequence) {
    std::vector<std::byte> message(sizeBytes);
    prepareMessage(message);
    stampMessage(message, sequence, 0, 0);
    return message;
}

EndOptions nonBlocking() { return {.mode = Blocking::NonBlocking}; }
EndOptions timingOut() { return {.timeoutNs = 2'000'000}; }

// A link whose ends are opened by hand.
struct OpenLink {
    OpenLink(const Mechanism& of, const LinkSpec& linkSpec)
        : mechanism(of), spec(linkSpec), run(makeRunToken()), link(of.create(linkSpec, run)) {}
    ~OpenLink() { guard.remember(run); }

    void open(const EndOptions& sending, const EndOptions& receiving) {
        openSenders(sending);
        openReceivers(receiving);
        link->releaseEnds();
    }
    void openSenders(EndOptions options) {
        options.maxMessageBytes = spec.maxMessageBytes;
        for (unsigned i = 0; i < spec.senders; ++i) {
            senders.push_back(mechanism.openSender(duplicated(link->senderWiring(i)), options, peers));
        }
    }
    void openReceivers(EndOptions options) {
        options.maxMessageBytes = spec.maxMessageBytes;
        for (unsigned i = 0; i < spec.receivers; ++i) {
            receivers.push_back(mechanism.openReceiver(duplicated(link->receiverWiring(i)), options, peers));
        }
    }

    [[nodiscard]] SendStatus send(std::uint64_t sequence) const {
        return senders.front()->send(stamped(spec.maxMessageBytes, sequence));
    }
    [[nodiscard]] ReceiveResult receive() {
        buffer.resize(spec.maxMessageBytes);
        return receivers.front()->receive(buffer);
    }
    [[nodiscard]] std::uint64_t receivedSequence() const { return readHeader(buffer).sequence; }

    const Mechanism& mechanism;
    LinkSpec spec;
    LeakGuard guard;
    RunDirectory run;
    std::unique_ptr<Link> link;
    SwitchedPeers peers;
    std::vector<std::unique_ptr<Sender>> senders;
    std::vector<std::unique_ptr<Receiver>> receivers;
    std::vector<std::byte> buffer;
};

class EndContract : public ::testing::TestWithParam<const Mechanism*> {
protected:
    void SetUp() override {
        ::signal(SIGPIPE, SIG_IGN);  // as workers do
        SKIP_IF_UNAVAILABLE(mechanism());
    }
    [[nodiscard]] const Mechanism& mechanism() const { return *GetParam(); }
    [[nodiscard]] bool reliable() const { return mechanism().info().traits.reliable; }

    // Sends until the link is full; where none ever is, because it drops instead, one message. Returns how many.
    [[nodiscard]] std::uint64_t fill(const OpenLink& link) const {
        std::uint64_t sent = 0;
        for (; link.send(sent) == SendStatus::Sent; ++sent) {
            if (!reliable()) return 1;
            if (sent > 1'000'000) ADD_FAILURE() << "never full";
            if (sent > 1'000'000) break;
        }
        return sent;
    }
};

#define SKIP_IF_NEVER_FULL() \
    if (!reliable()) GTEST_SKIP() << "a sender never waits: what does not fit is dropped"

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
    const LinkSpec tooLong = specOf(1, 1, largest + 1);
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

TEST_P(EndContract, MakesNoMoreSystemCallsAMessageThanItSays) {
    const unsigned calls = mechanism().info().traits.calls;
    if (calls == 0) GTEST_SKIP() << "the longer the message, the more";
    OpenLink link(mechanism(), specOf(1, 1));
    link.open({}, {});
    for (std::uint64_t i = 0; i < 20; ++i) {
        ASSERT_EQ(link.send(i), SendStatus::Sent);
        ASSERT_EQ(link.receive().status, ReceiveStatus::Received);
    }
    EXPECT_LE(link.senders.front()->systemCalls(), 20U * calls);
    EXPECT_LE(link.receivers.front()->systemCalls(), 20U * calls + 1);  // a first message may show its size first
}

TEST_P(EndContract, ReportsWhatItGaveForWhatWasAsked) {
    LinkSpec spec = specOf(1, 1);
    if (mechanism().info().traits.capacity == CapacityKind::None) GTEST_SKIP() << "its capacity cannot be chosen";
    const bool countsBytes = mechanism().info().traits.capacity == CapacityKind::Bytes;
    std::uint64_t asked = countsBytes ? 20000 : 8;
    (countsBytes ? spec.capacityBytes : spec.capacityMessages) = asked;
    // A message queue that counts bytes may be given fewer than a pipe has, where nobody raised its limit.
    if (countsBytes && !mechanism().refusal(spec).empty()) spec.capacityBytes = asked = 10000;
    ASSERT_EQ(mechanism().refusal(spec), "");
    OpenLink link(mechanism(), spec);
    const LinkProperties given = link.link->effective();
    EXPECT_GE(given.maxMessageBytes.value_or(0), kOrdinaryBytes);
    if (countsBytes) {
        EXPECT_GE(given.capacityBytes.value_or(0), asked);
    } else {
        EXPECT_EQ(given.capacityMessages, 8U);
        link.open(nonBlocking(), nonBlocking());
        std::uint64_t sent = 0;
        while (link.send(sent) == SendStatus::Sent) ++sent;
        EXPECT_EQ(sent, 8U);
    }
}

TEST_P(EndContract, KnowsHowMuchIsQueued) {
    OpenLink link(mechanism(), specOf(1, 1));
    link.open(nonBlocking(), nonBlocking());
    for (std::uint64_t i = 0; i < 3; ++i) ASSERT_EQ(link.send(i), SendStatus::Sent);
    if (const auto depth = link.link->depth()) {
        EXPECT_EQ(depth->queued, depth->unit == DepthUnit::Messages ? 3U : 3 * kOrdinaryBytes);
        EXPECT_GE(depth->capacity.value_or(3), 3U);
        ASSERT_EQ(link.receive().status, ReceiveStatus::Received);
        EXPECT_LT(link.link->depth()->queued, depth->queued);
    } else {
        EXPECT_GE(link.receivers.front()->descriptor(), 0) << "nothing to ask how much is queued";
    }
}

TEST_P(EndContract, RefusesACapacityInUnitsItDoesNotCount) {
    LinkSpec spec = specOf(1, 1);
    const CapacityKind kind = mechanism().info().traits.capacity;
    if (kind == CapacityKind::Bytes) spec.capacityMessages = 10;
    if (kind == CapacityKind::Messages) spec.capacityBytes = 65536;
    if (kind == CapacityKind::None) spec.capacityBytes = 65536;
    EXPECT_EQ(mechanism().refusal(spec).empty(), kind == CapacityKind::Cell);
}

TEST_P(EndContract, RefusesACapacityBeyondAllLimitsAndSaysWhatToDo) {
    LinkSpec spec = specOf(1, 1);
    const CapacityKind kind = mechanism().info().traits.capacity;
    if (kind == CapacityKind::Messages) spec.capacityMessages = 1ULL << 40;
    if (kind == CapacityKind::Bytes && mechanism().info().family == Family::Pipe) spec.capacityBytes = 1ULL << 40;
    if (!spec.capacityBytes && !spec.capacityMessages) GTEST_SKIP() << "has no such limit";
    EXPECT_THAT(mechanism().refusal(spec), ::testing::HasSubstr("Lower"));
}

TEST_P(EndContract, EveryDescriptorClosesAtExec) {
    const auto before = openDescriptors();
    OpenLink link(mechanism(), fittingSpec(mechanism(), 2, 2, std::min(largestMessage(mechanism()), 8000U)));
    const auto expectClosing = [&before] {
        for (const std::string& text : openDescriptors()) {
            if (before.contains(text)) continue;
            EXPECT_NE(::fcntl(std::stoi(text), F_GETFD) & FD_CLOEXEC, 0) << text;
        }
    };
    expectClosing();
    link.open(nonBlocking(), nonBlocking());
    expectClosing();
}

TEST_P(EndContract, ReleasingTheEndsTwiceAndDestroyingDoesNoHarm) {
    OpenLink link(mechanism(), fittingSpec(mechanism(), 2, 2, std::min(largestMessage(mechanism()), 8000U)));
    link.link->releaseEnds();
    link.link->releaseEnds();
    link.link->wakeAll();
    link.link.reset();
    const UniqueFd next(check(::open("/dev/null", O_RDONLY | O_CLOEXEC), "open"));
    struct stat info {};
    EXPECT_EQ(::fstat(next.get(), &info), 0) << "a descriptor was closed twice";
}

TEST_P(EndContract, OpeningAReceiverReturnsWhenNobodyWillCome) {
    OpenLink link(mechanism(), specOf(1, 1));
    link.peers.sendersAreGone = true;
    const EndWiring wiring = duplicated(link.link->receiverWiring(0));
    auto receiver = mechanism().openReceiver(wiring, {}, link.peers);
    if (receiver == nullptr) {
        for (const int fd : wiring.descriptors) EXPECT_EQ(::close(fd), 0) << "not given back";
    } else {
        link.link->releaseEnds();
        link.buffer.resize(kOrdinaryBytes);
        EXPECT_EQ(receiver->receive(link.buffer).status, ReceiveStatus::PeerClosed);
    }
}

TEST_P(EndContract, InformationIsComplete) {
    const MechanismInfo& info = mechanism().info();
    EXPECT_FALSE(info.id.empty() || info.name.empty());
    EXPECT_THAT(std::string(info.source), ::testing::HasSubstr("("));
    EXPECT_EQ(findMechanism(info.id), &mechanism());
    EXPECT_EQ(mechanism().refusal(specOf(1, 1)), "");
}

INSTANTIATE_TEST_SUITE_P(Links, EndContract, ::testing::ValuesIn(mechanismsUnderTest()),
                         [](const auto& param) { return testName(*param.param); });

}  // namespace

}  // namespace ipclab::test

// One object used both ways, and the taking of turns.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>

#include "core/error.h"
#include "helpers/ends_by_hand.h"
#include "helpers/leak_guard.h"
#include "links/message.h"
#include "links/registry.h"
#include "links/turns.h"

namespace ipclab {

namespace {

using test::duplicated;
using test::stamped;

struct SwitchedPeers final : Peers {
    bool gone = false;
    bool sendersGone() const override { return gone; }
    bool receiversGone() const override { return gone; }
};

// Both sides of an object used both ways, in this process.
struct TwoWay {
    TwoWay(const Mechanism& of, const EndOptions& options, TurnTaking* turns = nullptr)
        : mechanism(of), run(makeRunToken()) {
        LinkRequest spec;
        spec.name = "a→b";
        spec.maxMessageBytes = 512;
        spec.duplex = true;
        link = of.create(spec, run);
        Link* back = link->reverse();
        if (back == nullptr) return;
        EndOptions with = options;
        with.maxMessageBytes = 512;
        EndWiring wirings[4] = {link->senderWiring(0), back->senderWiring(0), link->receiverWiring(0),
                                back->receiverWiring(0)};
        for (unsigned side = 0; turns != nullptr && side < 2; ++side) {
            wirings[side] = turns->wiredSender(wirings[side], side);
            wirings[2 + side] = turns->wiredReceiver(wirings[2 + side], side);
        }
        for (unsigned side = 0; side < 2; ++side) {
            senders[side] = openSenderInTurn(of, duplicated(wirings[side]), with, peers);
            receivers[side] = openReceiverInTurn(of, duplicated(wirings[2 + side]), with, peers);
        }
        link->releaseEnds();
        if (turns != nullptr) turns->releaseEnds();
    }
    ~TwoWay() { guard.remember(run); }

    [[nodiscard]] SendStatus send(unsigned side, std::uint64_t sequence) const {
        return senders[side]->send(stamped(512, sequence));
    }
    // What that side has sent.
    [[nodiscard]] ReceiveStatus receive(unsigned side) {
        buffer.resize(512);
        return receivers[side]->receive(buffer).status;
    }
    [[nodiscard]] std::uint64_t sequence() const { return readHeader(buffer).sequence; }

    const Mechanism& mechanism;
    test::LeakGuard guard;
    RunDirectory run;
    SwitchedPeers peers;
    std::unique_ptr<Link> link;
    std::unique_ptr<Sender> senders[2];
    std::unique_ptr<Receiver> receivers[2];
    std::vector<std::byte> buffer;
};

std::vector<const Mechanism*> twoWayMechanisms() {
    std::vector<const Mechanism*> found;
    for (const Mechanism* mechanism : allMechanisms()) {
        const Traits& traits = mechanism->info().traits;
        if (traits.direction == Direction::FullDuplex && !traits.execOnly) found.push_back(mechanism);
    }
    return found;
}

class Duplex : public ::testing::TestWithParam<const Mechanism*> {
protected:
    void SetUp() override {
        ::signal(SIGPIPE, SIG_IGN);
        const Availability there = GetParam()->availability();
        if (!there.available) GTEST_SKIP() << there.reason;
    }
    static constexpr EndOptions kNonBlocking{.mode = Blocking::NonBlocking};
};

TEST_P(Duplex, CarriesBothWaysAtOnceWithoutMixing) {
    TwoWay both(*GetParam(), kNonBlocking);
    ASSERT_NE(both.link->reverse(), nullptr) << "says it is full duplex, and has no other way";
    for (std::uint64_t i = 0; i < 20; ++i) {
        ASSERT_EQ(both.send(0, i), SendStatus::Sent);
        ASSERT_EQ(both.send(1, 1000 + i), SendStatus::Sent);
    }
    for (std::uint64_t i = 0; i < 20; ++i) {
        ASSERT_EQ(both.receive(0), ReceiveStatus::Received);
        EXPECT_EQ(both.sequence(), i);
        ASSERT_EQ(both.receive(1), ReceiveStatus::Received);
        EXPECT_EQ(both.sequence(), 1000 + i);
    }
    EXPECT_EQ(both.receive(0), ReceiveStatus::WouldBlock);
}

TEST_P(Duplex, OneDirectionEndsWhileTheOtherGoesOn) {
    TwoWay both(*GetParam(), kNonBlocking);
    ASSERT_EQ(both.send(0, 1), SendStatus::Sent);
    both.senders[0].reset();
    both.peers.gone = true;
    EXPECT_EQ(both.receive(0), ReceiveStatus::Received);
    EXPECT_EQ(both.receive(0), ReceiveStatus::PeerClosed);
    both.peers.gone = false;
    ASSERT_EQ(both.send(1, 2), SendStatus::Sent);
    EXPECT_EQ(both.receive(1), ReceiveStatus::Received);
    EXPECT_EQ(both.sequence(), 2U);
}

TEST_P(Duplex, AFullDirectionDoesNotFillTheOther) {
    TwoWay both(*GetParam(), kNonBlocking);
    std::uint64_t sent = 0;
    while (both.send(0, sent) == SendStatus::Sent) ASSERT_LT(++sent, 1'000'000U);
    EXPECT_EQ(both.send(1, 7), SendStatus::Sent);
    EXPECT_EQ(both.receive(1), ReceiveStatus::Received);
    for (std::uint64_t i = 0; i < sent; ++i) {
        ASSERT_EQ(both.receive(0), ReceiveStatus::Received);
        EXPECT_EQ(both.sequence(), i);
    }
}

TEST_P(Duplex, SenderMeetsPeerClosedThoughTheOtherWayIsOpen) {
    TwoWay both(*GetParam(), kNonBlocking);
    both.receivers[0].reset();
    both.peers.gone = true;
    SendStatus status = SendStatus::Sent;
    for (std::uint64_t i = 0; status == SendStatus::Sent; ++i) {
        status = both.send(0, i);
        ASSERT_LT(i, 1'000'000U) << "never told";
    }
    EXPECT_EQ(status, SendStatus::PeerClosed);
}

TEST_P(Duplex, InTurnNeverBothDirectionsAtOnce) {
    TurnTaking turns;
    TwoWay both(*GetParam(), kNonBlocking, &turns);
    ASSERT_EQ(both.send(0, 0), SendStatus::Sent);
    EXPECT_EQ(both.send(1, 0), SendStatus::WouldBlock) << "a message of the other side is still on its way";
    ASSERT_EQ(both.receive(0), ReceiveStatus::Received);
    ASSERT_EQ(both.send(1, 0), SendStatus::Sent);
    EXPECT_EQ(both.send(0, 1), SendStatus::WouldBlock);
    ASSERT_EQ(both.receive(1), ReceiveStatus::Received);
    ASSERT_EQ(both.send(0, 1), SendStatus::Sent);
    EXPECT_EQ(turns.state().passes.load(), 2U);
}

TEST_P(Duplex, AWaitingSideGetsItsTurnFromOneThatNeverStops) {
    TurnTaking turns;
    TwoWay both(*GetParam(), kNonBlocking, &turns);
    ASSERT_EQ(both.send(0, 0), SendStatus::Sent);
    EXPECT_EQ(both.send(1, 0), SendStatus::WouldBlock);
    std::uint64_t sent = 1;
    while (both.send(0, sent) == SendStatus::Sent) {
        ASSERT_EQ(both.receive(0), ReceiveStatus::Received);
        ASSERT_LE(++sent, kTurnMessages) << "went on though the other side waits";
    }
    ASSERT_EQ(both.receive(0), ReceiveStatus::Received);
    EXPECT_EQ(both.send(1, 0), SendStatus::Sent);
}

TEST_P(Duplex, InTurnASenderWithoutPeerIsToldSo) {
    TurnTaking turns;
    TwoWay both(*GetParam(), kNonBlocking, &turns);
    ASSERT_EQ(both.send(0, 0), SendStatus::Sent);
    both.peers.gone = true;
    EXPECT_EQ(both.send(1, 0), SendStatus::PeerClosed);
}

INSTANTIATE_TEST_SUITE_P(Links, Duplex, ::testing::ValuesIn(twoWayMechanisms()), [](const auto& param) {
    std::string name(param.param->info().id);
    std::ranges::replace(name, '-', '_');
    return name;
});

}  // namespace

}  // namespace ipclab

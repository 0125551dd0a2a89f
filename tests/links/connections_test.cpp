// What ends of connected sockets record of their connections.
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <unistd.h>
#include <thread>

#include <cstring>
#include <set>

#include "core/error.h"
#include "helpers/ends_by_hand.h"
#include "helpers/leak_guard.h"
#include "links/message.h"
#include "links/registry.h"
#include "links/wiring.h"

namespace ipclab {

namespace {

using test::duplicated;
using test::stamped;

constexpr std::uint32_t kBytes = 512;

// An endpoint's slots, as a segment has them, and what its end asks of the run.
struct Endpoint final : Peers {
    explicit Endpoint(std::size_t count = 8) : slots(count) {}

    bool sendersGone() const override { return gone; }
    bool receiversGone() const override { return gone; }
    ConnectionPool connections() const override { return {slots, counts}; }

    [[nodiscard]] std::vector<ConnectionReading> read() const {
        std::vector<ConnectionReading> all;
        for (const ConnectionSlot& slot : slots) {
            if (const auto reading = readConnection(slot)) all.push_back(*reading);
        }
        return all;
    }
    [[nodiscard]] std::size_t inState(ConnectionState state) const {
        const auto all = read();
        return static_cast<std::size_t>(std::ranges::count(all, state, &ConnectionReading::state));
    }
    [[nodiscard]] ConnectionTotals totals() const { return readTotals(counts); }

    bool gone = false;
    mutable std::vector<ConnectionSlot> slots;
    mutable ConnectionCounts counts{};
};

// One link in this process, its senders opened before its receiver.
struct Opened {
    Opened(const Mechanism& of, unsigned several) : mechanism(of), run(makeRunToken()), from(several) {
        LinkRequest spec;
        spec.name = "a→b";
        spec.senders = several;
        spec.maxMessageBytes = kBytes;
        link = mechanism.create(spec, run);
        for (unsigned i = 0; i < several; ++i) openSender(i);
        receiver = mechanism.openReceiver(duplicated(link->receiverWiring(0)), options(), to);
    }
    ~Opened() { guard.remember(run); }

    static EndOptions options() { return {.mode = Blocking::NonBlocking, .maxMessageBytes = kBytes}; }
    void openSender(unsigned index) {
        senders.push_back(mechanism.openSender(duplicated(link->senderWiring(index)), options(), from.at(index)));
    }
    // Until something else than "not yet" comes of it.
    ReceiveStatus receive() {
        std::vector<std::byte> buffer(kBytes);
        ReceiveStatus status = ReceiveStatus::WouldBlock;
        for (int i = 0; i < 1'000'000 && status == ReceiveStatus::WouldBlock; ++i) {
            status = receiver->receive(buffer).status;
            if (status == ReceiveStatus::WouldBlock) std::this_thread::yield();
        }
        return status;
    }

    const Mechanism& mechanism;
    test::LeakGuard guard;
    RunDirectory run;
    std::vector<Endpoint> from;
    Endpoint to;
    std::unique_ptr<Link> link;
    std::vector<std::unique_ptr<Sender>> senders;
    std::unique_ptr<Receiver> receiver;
};

std::vector<std::string> connected() {
    std::vector<std::string> ids;
    for (const Mechanism* mechanism : allMechanisms()) {
        const Traits& traits = mechanism->info().traits;
        if (traits.connections && !traits.execOnly) ids.emplace_back(mechanism->info().id);
    }
    return ids;
}

class Connected : public ::testing::TestWithParam<std::string> {
protected:
    [[nodiscard]] static const Mechanism& mechanism() { return *findMechanism(GetParam()); }
    [[nodiscard]] static bool accepts() { return GetParam() != "socketpair"; }
};

TEST_P(Connected, BothEndsRecordTheConnectionAsTheKernelReportsIt) {
    Opened link(mechanism(), 1);
    ASSERT_NE(link.receiver, nullptr);
    const auto here = link.from[0].read(), there = link.to.read();
    ASSERT_EQ(here.size(), 1U);
    ASSERT_EQ(there.size(), 1U);
    EXPECT_EQ(here[0].state, ConnectionState::Open);
    EXPECT_EQ(there[0].state, ConnectionState::Open);
    EXPECT_EQ(here[0].local.family, there[0].local.family);
    EXPECT_EQ(here[0].peer, there[0].local) << "each sees the other's address";
    EXPECT_EQ(here[0].local, there[0].peer);
    if (here[0].local.family == AF_UNIX) {
        EXPECT_EQ(here[0].peerPid, ::getpid());
        EXPECT_EQ(there[0].peerPid, ::getpid());
    } else {
        EXPECT_NE(here[0].local.port, 0);
        EXPECT_NE(there[0].local.port, here[0].local.port);
    }
    if (accepts()) {
        const std::string address = link.link->senderWiring(0).names.front();
        const std::string text = there[0].local.text();
        EXPECT_TRUE(text == address || (text.starts_with("…") && address.ends_with(text.substr(std::strlen("…")))))
            << text << " is not where it listens, " << address;
    }
}

TEST_P(Connected, OfSeveralSendersEachMessageIsSaidToComeOverItsOwn) {
    if (!accepts()) GTEST_SKIP() << "the senders of a pair share one socket";
    Opened link(mechanism(), 3);
    ASSERT_NE(link.receiver, nullptr);
    std::set<const ConnectionSlot*> over;
    for (const auto& sender : link.senders) {
        ASSERT_EQ(sender->send(stamped(kBytes, 0)), SendStatus::Sent);
        EXPECT_NE(sender->connection(), nullptr);
        ASSERT_EQ(link.receive(), ReceiveStatus::Received);
        over.insert(link.receiver->connection());
    }
    EXPECT_EQ(over.size(), 3U);
    EXPECT_FALSE(over.contains(nullptr));
    EXPECT_EQ(link.to.inState(ConnectionState::Open), 3U);
    EXPECT_EQ(link.to.totals(), (ConnectionTotals{.begun = 3, .opened = 3}));
}

TEST_P(Connected, WhoGoesEndsItAndTheOtherSideSeesTheEndOfTheStream) {
    const unsigned several = accepts() ? 2 : 1;
    Opened link(mechanism(), several);
    ASSERT_NE(link.receiver, nullptr);
    for (const auto& sender : link.senders) ASSERT_EQ(sender->send(stamped(kBytes, 0)), SendStatus::Sent);
    for (unsigned i = 0; i < several; ++i) ASSERT_EQ(link.receive(), ReceiveStatus::Received);
    link.link->releaseEnds();
    link.senders.clear();
    for (const Endpoint& from : link.from) {
        EXPECT_EQ(from.inState(ConnectionState::Closed), 1U);
        EXPECT_EQ(from.totals().now(), 0U);
    }
    EXPECT_EQ(link.receive(), ReceiveStatus::PeerClosed);
    // One that has several closes each as it ends; a single one stays half closed until its end goes.
    const bool single = several == 1;
    EXPECT_EQ(link.to.inState(ConnectionState::HalfClosed), single ? 1U : 0U);
    link.receiver.reset();
    EXPECT_EQ(link.to.inState(ConnectionState::Closed), several);
    EXPECT_EQ(link.to.totals().now(), 0U);
}

TEST_P(Connected, WhereNobodyListensAnyMoreItIsRefused) {
    if (!accepts()) GTEST_SKIP() << "a pair is connected from birth";
    Opened link(mechanism(), 1);
    ASSERT_NE(link.receiver, nullptr);
    link.receiver.reset();
    link.link->releaseEnds();
    link.from[0].gone = true;
    link.openSender(0);
    EXPECT_EQ(link.senders.back(), nullptr);
    const ConnectionTotals totals = link.from[0].totals();
    EXPECT_EQ(totals.begun, 2U);
    EXPECT_EQ(totals.refused, 1U);
    EXPECT_EQ(link.from[0].inState(ConnectionState::Refused), 1U);
}

TEST_P(Connected, MoreThanThereAreSlotsForAreCountedAndWork) {
    if (!accepts()) GTEST_SKIP() << "a pair has one connection";
    Opened link(mechanism(), 1);
    link.receiver.reset();
    Endpoint small(1);
    LinkRequest spec;
    spec.name = "a→b";
    spec.senders = 3;
    spec.maxMessageBytes = kBytes;
    const auto object = mechanism().create(spec, link.run);
    std::vector<std::unique_ptr<Sender>> senders;
    for (unsigned i = 0; i < 3; ++i) {
        senders.push_back(mechanism().openSender(duplicated(object->senderWiring(i)), Opened::options(), link.from[0]));
        ASSERT_EQ(senders.back()->send(stamped(kBytes, i)), SendStatus::Sent);
    }
    link.receiver = mechanism().openReceiver(duplicated(object->receiverWiring(0)), Opened::options(), small);
    std::size_t unrecorded = 0;
    for (int i = 0; i < 3; ++i) {
        ASSERT_EQ(link.receive(), ReceiveStatus::Received);
        if (link.receiver->connection() == nullptr) ++unrecorded;
    }
    EXPECT_EQ(unrecorded, 2U);
    EXPECT_EQ(small.totals(), (ConnectionTotals{.begun = 3, .opened = 3, .unrecorded = 2}));
    link.receiver.reset();
    EXPECT_EQ(small.totals().now(), 0U);
}

INSTANTIATE_TEST_SUITE_P(Mechanisms, Connected, ::testing::ValuesIn(connected()), [](const auto& tested) {
    std::string name = tested.param;
    std::ranges::replace(name, '-', '_');
    return name;
});

TEST(ConnectedTcp, AStrangerIsTurnedAwayAndSeenAsRefused) {
    const Mechanism& tcp = *findMechanism("tcp");
    Opened other(tcp, 1);  // whose nonce is another one
    Opened link(tcp, 2);
    LinkRequest spec;
    spec.name = "a→b";
    spec.senders = 2;
    spec.maxMessageBytes = kBytes;
    const auto object = tcp.create(spec, link.run);
    EndWiring wrong = other.link->senderWiring(0);
    wrong.names = object->senderWiring(0).names;
    Endpoint stranger, server;
    const auto sender = tcp.openSender(wrong, Opened::options(), stranger);
    ASSERT_NE(sender, nullptr);
    const auto receiver = tcp.openReceiver(duplicated(object->receiverWiring(0)), Opened::options(), server);
    std::vector<std::byte> buffer(kBytes);
    for (int i = 0; i < 1'000'000 && server.totals().refused == 0; ++i) {
        EXPECT_EQ(receiver->receive(buffer).status, ReceiveStatus::WouldBlock);
        std::this_thread::yield();
    }
    EXPECT_EQ(server.totals(), (ConnectionTotals{.begun = 1, .ended = 1, .refused = 1}));
    EXPECT_EQ(server.inState(ConnectionState::Refused), 1U);
}

TEST(ConnectedTcp, AConnectionClosedWithUnreadDataIsReset) {
    Opened link(*findMechanism("tcp"), 1);
    ASSERT_NE(link.receiver, nullptr);
    ASSERT_EQ(link.senders[0]->send(stamped(kBytes, 0)), SendStatus::Sent);
    link.receiver.reset();
    SendStatus status = SendStatus::Sent;
    for (int i = 0; i < 1000 && status == SendStatus::Sent; ++i) status = link.senders[0]->send(stamped(kBytes, 1));
    EXPECT_EQ(status, SendStatus::PeerClosed);
    EXPECT_EQ(link.from[0].inState(ConnectionState::Reset), 1U);
    link.senders.clear();
    EXPECT_EQ(link.from[0].totals(), (ConnectionTotals{.begun = 1, .opened = 1, .ended = 1, .reset = 1}));
}

}  // namespace

}  // namespace ipclab

// Slots of connections: taken, ended, taken again; by one process and by several.
#include "core/connection_slot.h"

#include <gmock/gmock.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <set>
#include <thread>
#include <vector>

#include "core/error.h"
#include "core/segment.h"
#include "core/unique_fd.h"

namespace ipclab {
namespace {

using testing::EndsWith;
using testing::StartsWith;

// As in a segment: zero-filled.
struct Slots {
    explicit Slots(std::size_t count) : slots(count) {}
    [[nodiscard]] ConnectionPool pool() { return {slots, counts}; }
    [[nodiscard]] std::size_t inState(ConnectionState state) const {
        std::size_t found = 0;
        for (const ConnectionSlot& slot : slots) {
            const auto reading = readConnection(slot);
            if (reading && reading->state == state) ++found;
        }
        return found;
    }

    std::vector<ConnectionSlot> slots;
    ConnectionCounts counts{};
};

TEST(Connections, AnUnusedSlotIsNone) {
    const Slots some(2);
    EXPECT_FALSE(readConnection(some.slots[0]));
}

TEST(Connections, OneIsSeenFromItsBeginningToItsEnd) {
    Slots some(2);
    ConnectionSlot* slot = some.pool().begin();
    ASSERT_NE(slot, nullptr);
    EXPECT_EQ(readConnection(*slot).value().state, ConnectionState::Connecting);
    some.pool().open(slot);
    slot->traffic.messagesReceived = 3;
    setHalfClosed(*slot);
    EXPECT_EQ(readConnection(*slot).value().state, ConnectionState::HalfClosed);
    some.pool().end(slot, ConnectionState::Closed);
    const ConnectionReading last = readConnection(*slot).value();
    EXPECT_EQ(last.state, ConnectionState::Closed);
    EXPECT_EQ(last.generation, 1U);
    EXPECT_EQ(last.messagesReceived, 3U) << "what it did stays to be read until the slot is taken again";
    EXPECT_GT(last.openedNs, 0);
    EXPECT_GE(last.endedNs, last.openedNs);
    EXPECT_EQ(readTotals(some.counts), (ConnectionTotals{.begun = 1, .opened = 1, .ended = 1}));
}

TEST(Connections, ASlotTakenAgainIsAnotherGenerationAndHasNothingOfTheOldOne) {
    Slots one(1);
    ConnectionSlot* slot = one.pool().begin();
    one.pool().open(slot);
    slot->traffic.bytesSent = 100;
    slot->peerPid = 7;
    slot->waitingBytes = 5;
    one.pool().end(slot, ConnectionState::Reset);
    ASSERT_EQ(one.pool().begin(), slot);
    const ConnectionReading now = readConnection(*slot).value();
    EXPECT_EQ(now.generation, 2U);
    EXPECT_EQ(now.state, ConnectionState::Connecting);
    EXPECT_EQ(now.bytesSent, 0U);
    EXPECT_EQ(now.peerPid, 0);
    EXPECT_EQ(now.openedNs, 0);
    EXPECT_EQ(now.endedNs, 0);
    EXPECT_FALSE(now.waitingBytes);
    EXPECT_EQ(readTotals(one.counts).reset, 1U);
}

TEST(Connections, WhatFindsNoSlotIsCountedAllTheSame) {
    Slots one(1);
    ASSERT_NE(one.pool().begin(), nullptr);
    ConnectionSlot* none = one.pool().begin();
    EXPECT_EQ(none, nullptr);
    one.pool().open(none);
    one.pool().end(none, ConnectionState::Refused);
    EXPECT_EQ(readTotals(one.counts),
              (ConnectionTotals{.begun = 2, .opened = 1, .ended = 1, .refused = 1, .unrecorded = 1}));
    EXPECT_EQ(readTotals(one.counts).now(), 1U);
}

TEST(Connections, WithoutAnEndpointNothingIsRecorded) {
    const ConnectionPool nobody;
    EXPECT_EQ(nobody.begin(), nullptr);
    nobody.open(nullptr);
    nobody.end(nullptr, ConnectionState::Closed);
}

TEST(Connections, OfOneThatDiedAllAreEnded) {
    Slots some(3);
    some.pool().open(some.pool().begin());
    some.pool().begin();
    some.pool().endAll();
    EXPECT_EQ(some.inState(ConnectionState::Closed), 2U);
    EXPECT_EQ(readTotals(some.counts).now(), 0U);
}

// Threads stand for the threads and processes of one server.
TEST(Connections, SeveralAtOnceNeverTakeTheSameSlot) {
    constexpr std::size_t kSlots = 32, kThreads = 4, kRounds = 2000, kHeld = kSlots / kThreads;
    Slots some(kSlots);
    std::vector<std::jthread> threads;
    for (std::size_t t = 0; t < kThreads; ++t) {
        threads.emplace_back([&] {
            const ConnectionPool pool = some.pool();
            for (std::size_t round = 0; round < kRounds; ++round) {
                std::vector<ConnectionSlot*> held;
                for (std::size_t i = 0; i < kHeld; ++i) {
                    ConnectionSlot* slot = pool.begin();
                    pool.open(slot);
                    if (slot == nullptr) continue;  // passed over while others came and went
                    held.push_back(slot);
                    // Whoever else had it would count as well.
                    slot->traffic.messagesSent.store(slot->traffic.messagesSent.load() + 1);
                }
                for (ConnectionSlot* slot : held) {
                    EXPECT_EQ(slot->traffic.messagesSent.load(), 1U);
                    pool.end(slot, ConnectionState::Closed);
                }
                for (std::size_t i = held.size(); i < kHeld; ++i) pool.end(nullptr, ConnectionState::Closed);
            }
        });
    }
    threads.clear();
    const ConnectionTotals totals = readTotals(some.counts);
    EXPECT_EQ(totals.begun, kThreads * kRounds * kHeld);
    EXPECT_EQ(totals.opened, totals.begun);
    EXPECT_EQ(totals.now(), 0U);
}

TEST(Connections, AReaderNeverMixesTwoGenerations) {
    Slots one(1);
    std::jthread owner([&](const std::stop_token& stop) {
        for (std::uint64_t i = 1; !stop.stop_requested(); ++i) {
            ConnectionSlot* slot = one.pool().begin();
            slot->peerPid.store(static_cast<std::int32_t>(i), std::memory_order_relaxed);
            slot->traffic.bytesSent.store(i, std::memory_order_relaxed);
            one.pool().open(slot);
            one.pool().end(slot, ConnectionState::Closed);
        }
    });
    for (std::size_t read = 0; read < 20'000;) {
        const auto reading = readConnection(one.slots[0]);
        if (!reading || reading->state == ConnectionState::Connecting) {
            std::this_thread::yield();
            continue;
        }
        ++read;
        ASSERT_EQ(static_cast<std::uint64_t>(reading->peerPid), reading->bytesSent);
        ASSERT_EQ(reading->generation, reading->bytesSent);
    }
}

TEST(Segment, TenThousandConnectionsCostTwoAndAHalfMegabytesAndAllFindASlot) {
    constexpr std::uint32_t kMany = 10'000;
    const Segment without = Segment::create({.processes = 2, .links = 1, .endpoints = 2, .latencies = 1});
    const Segment segment =
        Segment::create({.processes = 2, .links = 1, .endpoints = 2, .latencies = 1, .connections = kMany});
    EXPECT_LE(segment.header().sizeBytes - without.header().sizeBytes, 2'600'000U);
    EndpointSlot& server = segment.endpoints()[1];
    server.connections = kMany;
    std::set<const ConnectionSlot*> taken;
    for (std::uint32_t i = 0; i < kMany; ++i) taken.insert(segment.connectionPool(server).begin());
    EXPECT_EQ(taken.size(), kMany);
    EXPECT_FALSE(taken.contains(nullptr));
    EXPECT_EQ(readTotals(server.connected).unrecorded, 0U);
}

TEST(SocketName, IsWhatTheKernelReports) {
    const UniqueFd socket(check(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
    EXPECT_EQ(SocketName::ofSocket(socket.get()).text(), "") << "it has no name yet";
    EXPECT_EQ(SocketName::ofPeer(socket.get()).family, AF_UNSPEC) << "it is not connected";
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string name = "ipclab-test-" + std::to_string(::getpid()) + std::string(60, 'x');
    std::memcpy(address.sun_path + 1, name.data(), name.size());  // abstract: no file
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
    check(::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), size), "bind");
    const SocketName bound = SocketName::ofSocket(socket.get());
    EXPECT_EQ(bound.cut, 1U) << "longer than a slot holds";
    EXPECT_THAT(bound.text(), StartsWith("…"));
    EXPECT_THAT(bound.text(), EndsWith("xxx"));
    EXPECT_EQ(SocketName::ofSocket(-1), SocketName{});
}

TEST(SocketName, OfTheInternetHasAddressAndPort) {
    SocketName name;
    name.family = AF_INET;
    name.port = 4711;
    name.length = 4;
    name.bytes = {127, 0, 0, 1};
    EXPECT_EQ(name.text(), "127.0.0.1:4711");
    SocketName six;
    six.family = AF_INET6;
    six.port = 80;
    six.length = 16;
    six.bytes[15] = 1;
    EXPECT_EQ(six.text(), "[::1]:80");
    SharedName shared{};
    shared.store(six);
    EXPECT_EQ(shared.load(), six);
}

}  // namespace
}  // namespace ipclab

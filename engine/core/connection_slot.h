// One connection of an endpoint (socket(7)), as the process that holds it records it in the shared segment. An endpoint
// has a fixed number of slots; connections come and go, and a slot is taken again once its connection has ended. Which
// use of a slot one reads is told by its generation.
#pragma once

#include <sys/socket.h>

#include <array>
#include <atomic>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/cache_line.h"
#include "core/clock.h"

namespace ipclab {

// Connecting: connect(2) is under way, or whoever was accepted has not yet shown that he belongs here. HalfClosed: the
// other side will send no more. Reset: it has ended with ECONNRESET. Refused: nobody accepted it, or it was
// dropped before it was open.
enum class ConnectionState : std::uint32_t { Free, Connecting, Open, HalfClosed, Closed, Reset, Refused };
inline constexpr std::size_t kConnectionStateCount = 7;

[[nodiscard]] constexpr bool hasEnded(ConnectionState state) { return state >= ConnectionState::Closed; }

// A socket's address as the kernel reports it (getsockname(2), getpeername(2)), in the form slots hold.
struct SocketName {
    std::uint16_t family = 0;  // AF_UNSPEC: not known, AF_UNIX, AF_INET, AF_INET6
    std::uint16_t port = 0;    // of Internet addresses, in the host's order
    std::uint16_t length = 0;  // of the bytes
    std::uint16_t cut = 0;     // 1: they are the end of a longer path
    std::array<char, 56>
        bytes{};  // 4 or 16 of an Internet address, or a path; of an abstract one from the zero byte on

    // Nothing that getsockname could not read: not known.
    static SocketName ofSocket(int fd);
    static SocketName ofPeer(int fd);
    // Of an address that a call has told, as recvfrom(2).
    static SocketName of(const sockaddr_storage& address, socklen_t sizeBytes);
    // "127.0.0.1:4711", "[::1]:80", "/run/…/pipe", "@name"; empty: not known, or it has none.
    [[nodiscard]] std::string text() const;

    bool operator==(const SocketName&) const = default;
};
static_assert(sizeof(SocketName) == kCacheLine);

struct alignas(kCacheLine) SharedName {
    std::array<std::atomic<std::uint64_t>, kCacheLine / sizeof(std::uint64_t)> words;

    void store(const SocketName& name);
    [[nodiscard]] SocketName load() const;
};

// The messages of the slot's connection.
struct alignas(kCacheLine) ConnectionTraffic {
    std::atomic<std::uint64_t> messagesSent, bytesSent;
    std::atomic<std::uint64_t> messagesReceived, bytesReceived;
};

struct alignas(kCacheLine) ConnectionSlot {
    std::atomic<std::uint64_t> life;       // generation and state; whoever changes the generation owns the rest
    std::atomic<std::int32_t> peerPid;     // 0: the kernel does not tell (SO_PEERCRED: UNIX sockets alone)
    std::atomic<std::int32_t> descriptor;  // in that process, + 1; 0: none
    std::atomic<Nanoseconds> openedNs;     // 0: never
    std::atomic<Nanoseconds> endedNs;      // 0: not yet
    // By the launcher: bytes that wait in the kernel to be received here, + 1; 0: not known.
    std::atomic<std::uint64_t> waitingBytes;

    ConnectionTraffic traffic;
    SharedName local, peer;
};
static_assert(sizeof(ConnectionSlot) <= 256);

// Of an endpoint: how many there have ever been, whether they found a slot or not.
struct ConnectionCounts {
    std::atomic<std::uint32_t> cursor;      // where to look for a free slot next
    std::atomic<std::uint32_t> unrecorded;  // found no slot: all were in use
    std::atomic<std::uint64_t> begun, opened, ended;
    std::atomic<std::uint64_t> refused, reset;  // of those that have ended
};

struct ConnectionTotals {
    std::uint64_t begun = 0, opened = 0, ended = 0, refused = 0, reset = 0, unrecorded = 0;

    [[nodiscard]] std::uint64_t now() const { return begun - ended; }
    bool operator==(const ConnectionTotals&) const = default;
};
ConnectionTotals readTotals(const ConnectionCounts& counts);

// The slots of one endpoint, and its counts. Lock-free: threads and processes that share the endpoint may take slots at
// once. Without an endpoint nothing is recorded.
class ConnectionPool {
public:
    ConnectionPool() = default;
    ConnectionPool(std::span<ConnectionSlot> slots, ConnectionCounts& counts) : m_slots(slots), m_counts(&counts) {}

    [[nodiscard]] bool records() const { return m_counts != nullptr; }
    // A slot whose connection is Connecting; nullptr: all of them are in use. Counts it in any case.
    ConnectionSlot* begin() const;
    // Of a connection that begin() counted; slot: where it stands, or nullptr.
    void open(ConnectionSlot* slot) const;
    void end(ConnectionSlot* slot, ConnectionState how) const;
    // The process of the endpoint has died: the kernel has closed what it had.
    void endAll() const;

private:
    std::span<ConnectionSlot> m_slots;
    ConnectionCounts* m_counts = nullptr;
};

// Open and not yet ended, HalfClosed and back never.
void setHalfClosed(ConnectionSlot& slot);

// One connection as it was read in one moment.
struct ConnectionReading {
    std::uint32_t slot = 0;        // of its endpoint's
    std::uint32_t generation = 0;  // from 1
    ConnectionState state = ConnectionState::Free;
    std::int32_t peerPid = 0;
    Nanoseconds openedNs = 0, endedNs = 0;
    std::uint64_t messagesSent = 0, bytesSent = 0, messagesReceived = 0, bytesReceived = 0;
    std::optional<std::uint64_t> waitingBytes;
    SocketName local, peer;

    bool operator==(const ConnectionReading&) const = default;
};

// Nothing: the slot is free, or was taken anew while it was read.
std::optional<ConnectionReading> readConnection(const ConnectionSlot& slot);

}  // namespace ipclab

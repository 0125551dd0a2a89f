// One connection whose messages have their length in front of them. Length: Thrift's framed transport, four bytes in
// network order. Record: ONC RPC over a stream (RFC 5531, 11), where a message is one or more fragments and the highest
// bit of the length marks the last of them.
//
// It never waits unless it is told that it may, and takes memory only for bytes that have arrived: a length that
// somebody only claims costs nothing, and one above the limit ends the connection.
#pragma once

#include <poll.h>

#include <vector>

#include "core/call_trace.h"
#include "core/unique_fd.h"
#include "stacks/stack.h"

namespace ipclab {

enum class Framing : std::uint8_t { Length, Record };

class FramedSocket {
public:
    static constexpr std::size_t kHeaderBytes = 4;

    // Connected, blocking. limit: of a frame, in bytes.
    FramedSocket(UniqueFd fd, Framing framing, std::uint64_t limit);

    [[nodiscard]] int descriptor() const { return m_fd.get(); }
    [[nodiscard]] Framing framing() const { return m_framing; }
    void setLimit(std::uint64_t limit) { m_limit = limit; }
    // Of a frame before it went: what has no room in the socket is kept, and goes with flush().
    [[nodiscard]] bool isSent() const { return m_out.empty(); }
    // Only where isSent(); the bytes are copied. Done, even where some of it is kept; Gone.
    [[nodiscard]] StackStep send(std::span<const std::byte> frame);
    [[nodiscard]] StackStep flush();
    // Valid until the next call. Corrupt: a length above the limit, the connection is of no use any more.
    [[nodiscard]] StackStep receive(std::span<const std::byte>& frame, StackPatience patience);
    // Has a whole frame arrived that receive() would give without asking the system?
    [[nodiscard]] bool hasFrame();
    // Readable, or, where something is kept, writable.
    [[nodiscard]] WaitResult wait(StackWait what, Nanoseconds atMostNs);
    [[nodiscard]] std::uint64_t systemCalls() const { return m_systemCalls; }

private:
    enum class Parsed : std::uint8_t { Whole, Part, TooLong };

    [[nodiscard]] Parsed parse(std::span<const std::byte>& frame);
    [[nodiscard]] StackStep read(StackPatience patience);
    void makeRoom();
    void consume();

    UniqueFd m_fd;
    Framing m_framing;
    std::uint64_t m_limit;
    std::vector<std::byte> m_in;  // bytes that arrived stand from m_begin to m_end
    std::size_t m_begin = 0, m_end = 0;
    std::size_t m_frameBytes = 0;     // of the frame that was given, headers included; consumed by the next call
    std::vector<std::byte> m_joined;  // fragments of one record
    std::vector<std::byte> m_out;     // what had no room in the socket, of which
    std::size_t m_outSent = 0;        // so much has gone since
    std::uint64_t m_systemCalls = 0;
};

// What stands in front of a frame.
std::uint32_t frameHeader(Framing framing, std::size_t sizeBytes);

// Sends, and notes that as a step of a call with the bytes as they go out (core/call_trace.h).
StackStep sendNoted(FramedSocket& socket, std::span<const std::byte> frame, CallStep step, bool noted = true);

// Connected to "127.0.0.1:port", TCP_NODELAY. An empty one: nobody listens there. Throws std::system_error.
UniqueFd connectToPort(const std::string& address);

// One poll(2).
WaitResult pollDescriptors(std::span<pollfd> entries, Nanoseconds atMostNs);

}  // namespace ipclab

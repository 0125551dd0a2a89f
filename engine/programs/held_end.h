// An end whose program opens and holds its connections itself, as a server and those who load it do
// (ProgramInfo::holdsConnections): what they have instead of a port (programs/ports.h), and the counting that ports do.
// Threads and forked processes may count at once.
#pragma once

#include "core/segment.h"
#include "links/stream_sockets.h"
#include "programs/ports.h"
#include "programs/worker_plan.h"

namespace ipclab {

class HeldEnd {
public:
    // Throws std::system_error where no server can listen on such a link.
    HeldEnd(const Segment& segment, const PortPlan& plan);

    void open() { setState(EndpointState::Open); }
    void close();

    [[nodiscard]] const PortPlan& plan() const { return m_plan; }
    [[nodiscard]] std::uint32_t link() const { return m_plan.link; }
    [[nodiscard]] EndpointSlot& slot() const { return m_slot; }
    [[nodiscard]] const SocketFamily& family() const { return m_family; }
    [[nodiscard]] bool keepsBoundaries() const { return m_family.keepsBoundaries(); }
    // No connections: all share the server's socket, and every datagram begins with the nonce.
    [[nodiscard]] bool datagrams() const { return m_family.datagrams(); }
    [[nodiscard]] SocketNonce nonce() const { return nonceOf(m_plan.wiring); }
    [[nodiscard]] TcpChoices tcp() const { return tcpChoicesOf(m_plan.wiring); }
    [[nodiscard]] std::uint64_t sendBufferBytes() const { return sendBufferOf(m_plan.wiring); }
    [[nodiscard]] std::uint32_t maxMessageBytes() const { return m_plan.options.maxMessageBytes; }
    [[nodiscard]] const SegmentPeers& peers() const { return m_peers; }
    [[nodiscard]] ConnectionPool connections() const { return m_peers.connections(); }

    // A message that went out here or came in, over the connection recorded there (nullptr: none is).
    void countSent(ConnectionSlot* connection, std::uint32_t sizeBytes, Nanoseconds now) const;
    void countReceived(ConnectionSlot* connection, std::uint32_t sizeBytes, Nanoseconds now) const;
    // An answer: part of what goes over the connection, no message of the link.
    static void countAnswer(ConnectionSlot* connection, PortRole role, std::uint32_t sizeBytes);

private:
    void setState(EndpointState state) const {
        m_slot.state.store(static_cast<std::uint32_t>(state), std::memory_order_release);
    }
    void count(std::uint32_t sizeBytes, Nanoseconds now) const;

    PortPlan m_plan;
    EndpointSlot& m_slot;
    SegmentPeers m_peers;
    const SocketFamily& m_family;
};

}  // namespace ipclab

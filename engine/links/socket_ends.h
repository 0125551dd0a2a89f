// The ends of a link of connected sockets where there is more than one connection; a single one is a stream end
// (links/stream_ends.h).
#pragma once

#include <vector>

#include "links/framing.h"
#include "links/socket_acceptor.h"
#include "links/stream_sockets.h"

namespace ipclab {

// Hands messages round: each to the next receiver in turn that has room.
class FanOutSender final : public Sender {
public:
    // The streams are Nowait.
    FanOutSender(std::vector<ByteStream> receivers, const EndOptions& options, std::uint64_t maxMessageBytes)
        : m_options(options), m_maxBytes(maxMessageBytes) {
        for (ByteStream& receiver : receivers) m_receivers.emplace_back(std::move(receiver), false, options.writes);
    }

    SendStatus send(std::span<const std::byte> message) override;
    WaitResult pollReady(Nanoseconds timeoutNs) override { return waitForRoom(Deadline(timeoutNs)); }

private:
    SendStatus sendToAny(std::span<const std::byte> message);
    WaitResult waitForRoom(const Deadline& deadline);

    std::vector<FrameWriter> m_receivers;
    EndOptions m_options;
    std::uint64_t m_maxBytes;
    std::size_t m_next = 0;
};

// Takes one message from each connection in turn that has any. Senders may still be on their way.
class FanInReceiver final : public Receiver {
public:
    FanInReceiver(SocketAcceptor acceptor, const SocketFamily& family, const EndOptions& options, const Peers& peers)
        : m_acceptor(std::move(acceptor)), m_family(family), m_options(options), m_peers(peers) {}

    ReceiveResult receive(std::span<std::byte> buffer) override;
    WaitResult pollReady(Nanoseconds timeoutNs) override { return waitForSome(timeoutNs); }

private:
    struct Connection {
        std::unique_ptr<Receiver> receiver;  // non-blocking
        bool ready = true;                   // until it would block
    };

    ReceiveResult receiveFromReady(std::span<std::byte> buffer);
    [[nodiscard]] bool ended() const;
    WaitResult waitForSome(Nanoseconds atMostNs);
    void admit();

    SocketAcceptor m_acceptor;
    const SocketFamily& m_family;
    EndOptions m_options;
    const Peers& m_peers;
    std::vector<Connection> m_connections;
    std::vector<pollfd> m_entries;
    std::size_t m_next = 0;
};

}  // namespace ipclab

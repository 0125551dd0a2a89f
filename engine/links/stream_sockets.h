// Links over connected sockets, for UNIX and Internet addresses, for streams and packets alike. The launcher makes one
// listening socket per receiver, which that receiver inherits; every sender connects to every receiver. So no byte
// stream is ever shared, whatever the number of ends, and end of file on all connections is the end of the stream.
//
// connect(2) succeeds as soon as the connection is queued at the listener: opening a sender never waits, opening the
// receiver of a single sender waits for it. Open senders before receivers and no circle of processes can deadlock.
//
// A link that shall carry both ways (LinkRequest::duplex) is connected by the launcher already, because both directions
// of a process use the one connection: its ends inherit it (links/connected_pair.h).
#pragma once

#include <sys/socket.h>

#include <optional>
#include <string>
#include <vector>

#include "links/connection.h"
#include "links/mechanism.h"
#include "links/socket_acceptor.h"

namespace ipclab {

// A socket address, and its text as it travels in the wiring: a path, or "127.0.0.1:port".
struct SocketAddress {
    sockaddr_storage storage{};
    socklen_t sizeBytes = 0;

    [[nodiscard]] const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
};

// What a kind of socket adds to the common code.
class SocketFamily {
public:
    virtual ~SocketFamily() = default;
    [[nodiscard]] virtual int domain() const = 0;
    [[nodiscard]] virtual int type() const { return SOCK_STREAM; }
    // Throws std::invalid_argument where the text is no such address.
    [[nodiscard]] virtual SocketAddress parse(const std::string& text) const = 0;
    // Where a receiver of a new link shall listen.
    [[nodiscard]] virtual std::string newAddress(RunDirectory& names) const = 0;
    // As bound, once the system has chosen what was left open.
    [[nodiscard]] virtual std::string boundAddress(int fd, const std::string& asked) const = 0;
    // Can somebody who is not of this run reach the address? Then a sender shows 16 random bytes first.
    [[nodiscard]] virtual bool strangersMayConnect() const = 0;
    [[nodiscard]] virtual bool hasReceiveBuffer() const = 0;
    // What to ask for as send buffer so that the messages of the link fit; 0: the system's. Of packets.
    [[nodiscard]] virtual std::uint64_t sendBufferFor(const LinkRequest& spec) const;
    // Is a message accounted to its sender alone, and must it fit into his send buffer (SOCK_SEQPACKET)?
    [[nodiscard]] bool keepsBoundaries() const { return type() != SOCK_STREAM; }
    // No connections: a server has one socket for all, and every datagram shows the nonce (links/served_datagrams.h).
    [[nodiscard]] bool datagrams() const { return type() == SOCK_DGRAM; }
    // The address is that of a group: whoever sends there is answered from other addresses, and is not connected.
    [[nodiscard]] virtual bool isGroup() const { return false; }
    // As connect(2) does, of a socket that does not block.
    [[nodiscard]] virtual int connect(int fd, const SocketAddress& to) const {
        return ::connect(fd, to.get(), to.sizeBytes);
    }
    // The ends of one connection. The family outlives them.
    [[nodiscard]] virtual std::unique_ptr<Sender> openSender(ConnectedSocket socket, const EndOptions& options,
                                                             const Peers& peers, std::uint64_t maxMessageBytes) const;
    [[nodiscard]] virtual std::unique_ptr<Receiver> openReceiver(ConnectedSocket socket,
                                                                 const EndOptions& options) const;
    // Before it is connected or listens.
    virtual void tune(int fd, const TcpChoices& choices) const = 0;
    // What the socket says of them; nothing: it has none.
    [[nodiscard]] virtual std::optional<TcpChoices> chosen(int, const TcpChoices&) const { return std::nullopt; }
    virtual void removeAddress(const std::string& address) const = 0;
};

// Drawn for one link. Throws std::system_error.
SocketNonce makeNonce();
// What the ends of a link know of it, as numbers of their wiring. sendBufferBytes: 0, the system's.
std::vector<std::uint64_t> socketNumbers(const LinkRequest& spec, std::uint64_t maxMessageBytes,
                                         std::uint64_t sendBufferBytes, const SocketNonce& nonce);

// What whoever connects over this wiring shows first, and whoever listens expects; all zero: nothing.
SocketNonce nonceOf(const EndWiring& wiring);
// What its senders set as SO_SNDBUF; 0: the system's.
std::uint64_t sendBufferOf(const EndWiring& wiring);
// What its connections ask of TCP.
TcpChoices tcpChoicesOf(const EndWiring& wiring);

std::unique_ptr<Link> createSocketLink(const SocketFamily& family, const LinkRequest& spec, RunDirectory& names);
std::unique_ptr<Sender> openSocketSender(const SocketFamily& family, const EndWiring& wiring, const EndOptions& options,
                                         const Peers& peers);
std::unique_ptr<Receiver> openSocketReceiver(const SocketFamily& family, const EndWiring& wiring,
                                             const EndOptions& options, const Peers& peers);

}  // namespace ipclab

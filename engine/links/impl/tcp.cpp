// TCP over the loopback interface, tcp(7) and ip(7): the connection that also reaches other machines. Any process of
// this machine can connect to the port, of whatever user, so a sender first shows the nonce of the link.
// Unless the link asks for Nagle's algorithm, which would hold small ones back, a message is sent when it is written
// (TCP_NODELAY).
#include <arpa/inet.h>
#include <netinet/in.h>

#include <charconv>
#include <cstring>
#include <stdexcept>

#include "core/error.h"
#include "links/socket_buffers.h"
#include "links/stream_ends.h"
#include "links/stream_sockets.h"
#include "links/two_hosts.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "tcp",
    .name = TEXT("mechanism", "TCP socket on loopback"),
    .family = Family::Socket,
    .traits = {.direction = Direction::FullDuplex,
               .reach = Reach::Network,
               .resizing = Resizing::Buffers,
               .connections = true,
               .wire = true,
               .tcp = true},
    .source = "tcp(7)",
};

constexpr std::string_view kLoopback = "127.0.0.1:";

class TcpFamily final : public SocketFamily {
public:
    int domain() const override { return AF_INET; }

    SocketAddress parse(const std::string& text) const override {
        std::uint16_t port = 0;
        const char* end = text.data() + text.size();
        const bool loopback = text.starts_with(kLoopback);
        if (!loopback || std::from_chars(text.data() + kLoopback.size(), end, port).ptr != end) {
            throw std::invalid_argument("\"" + text + "\" is not a port of the loopback interface");
        }
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        SocketAddress result;
        std::memcpy(&result.storage, &address, sizeof address);
        result.sizeBytes = sizeof address;
        return result;
    }

    std::string newAddress(RunDirectory&) const override { return std::string(kLoopback) + "0"; }

    std::string boundAddress(int fd, const std::string&) const override {
        sockaddr_in address{};
        socklen_t size = sizeof address;
        check(::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size), "getsockname");
        return std::string(kLoopback) + std::to_string(ntohs(address.sin_port));
    }

    bool strangersMayConnect() const override { return true; }
    bool hasReceiveBuffer() const override { return true; }
    void tune(int fd, const TcpChoices& choices) const override { applyTcpChoices(fd, choices); }
    std::optional<TcpChoices> chosen(int fd, const TcpChoices& asked) const override {
        return readTcpChoices(fd, asked);
    }
    void removeAddress(const std::string&) const override {}
};

const TcpFamily kFamily;

class TcpMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }
    const SocketFamily* servedBy() const override { return &kFamily; }
    Refusal refusal(const LinkRequest& spec) const override {
        const std::string ofStream = streamRefusal(spec);
        return ofStream.empty() ? wireRefusal(spec) : Refusal(ofStream);
    }
    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory& names) const override {
        if (spec.wire) {
            ConnectedPair pair = connectTwoHosts(HostSocket::Stream, *spec.wire, spec.capacityBytes.value_or(0));
            for (const UniqueFd* end : {&pair.first, &pair.second}) {
                applyTcpChoices(end->get(), spec.tcp);
                setSocketBuffer(end->get(), SO_SNDBUF, spec.tcp.sendBufferBytes.value_or(0));
                setSocketBuffer(end->get(), SO_RCVBUF, spec.tcp.receiveBufferBytes.value_or(0));
            }
            return createPairLink(std::move(pair), ByteStream::Kind::Socket, spec, streamMessageLimit(spec));
        }
        return createSocketLink(kFamily, spec, names);
    }
    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        return openSocketSender(kFamily, wiring, options, peers);
    }
    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        return openSocketReceiver(kFamily, wiring, options, peers);
    }
};

}  // namespace

const Mechanism& tcpMechanism() {
    static const TcpMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab

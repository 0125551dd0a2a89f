#include "links/stream_sockets.h"

#include <poll.h>
#include <sys/random.h>

#include "core/error.h"
#include "links/connected_pair.h"
#include "links/socket_buffers.h"
#include "links/socket_ends.h"
#include "links/stream_ends.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kDecisionNs = kNsPerSecond;  // how long an interrupted opening waits for a nonce on its way

constexpr std::uint32_t kMostWaiting = 65'535;  // to be accepted by a server

// numbers: message limit, SO_SNDBUF to set (0: the system's), senders, nonce, and from Choices on those of TCP.
struct SocketNumber {
    enum : std::size_t { Limit, SendBuffer, Senders, NonceHigh, NonceLow, Choices };
};

UniqueFd makeSocket(const SocketFamily& family) {
    return UniqueFd(check(::socket(family.domain(), family.type() | SOCK_CLOEXEC, 0), "socket"));
}

ByteStream::Kind kindOf(const SocketFamily& family) {
    return family.keepsBoundaries() ? ByteStream::Kind::Packets : ByteStream::Kind::Socket;
}

std::uint64_t messageLimit(const SocketFamily& family, const LinkRequest& spec) {
    return family.keepsBoundaries() ? packetMessageLimit(spec) : streamMessageLimit(spec);
}

class SocketLink final : public Link {
public:
    SocketLink(const SocketFamily& family, const LinkRequest& spec, RunDirectory& names)
        : m_family(family), m_spec(spec), m_maxBytes(messageLimit(family, spec)) {
        if (family.strangersMayConnect() || spec.served) m_nonce = makeNonce();
        divideCapacity();
        for (unsigned i = 0; i < spec.receivers; ++i) listen(names);
        const UniqueFd probe = makeSocket(family);
        setSocketBuffer(probe.get(), SO_SNDBUF, m_sendBufferBytes);
        family.tune(probe.get(), spec.tcp);
        m_effective.tcp = family.chosen(probe.get(), spec.tcp);
        m_effective.maxMessageBytes = m_maxBytes;
        m_effective.sendBufferBytes = socketBuffer(probe.get(), SO_SNDBUF);
        m_effective.receiveBufferBytes = socketBuffer(m_listeners.front().get(), SO_RCVBUF);
        reportCapacity();
    }
    ~SocketLink() override {
        for (const std::string& address : m_addresses) m_family.removeAddress(address);
    }

    EndWiring senderWiring(unsigned) const override { return {.names = m_addresses, .numbers = numbers()}; }
    EndWiring receiverWiring(unsigned index) const override {
        return {.descriptors = {m_listeners.at(index).get()}, .numbers = numbers()};
    }
    LinkProperties effective() const override { return m_effective; }
    void releaseEnds() override { m_listeners.clear(); }

private:
    // Asked for in all; the bytes of a UNIX stream are all accounted to the sender (unix(7)).
    void divideCapacity() {
        const std::uint64_t wanted = m_spec.capacityBytes.value_or(0);
        m_receiveBufferBytes = m_family.hasReceiveBuffer() ? wanted / 2 : 0;
        m_sendBufferBytes = m_spec.tcp.sendBufferBytes.value_or(wanted - m_receiveBufferBytes);
        m_receiveBufferBytes = m_spec.tcp.receiveBufferBytes.value_or(m_receiveBufferBytes);
        if (m_family.keepsBoundaries()) m_sendBufferBytes = m_family.sendBufferFor(m_spec);
    }

    // What the system sizes by itself while data flow has no capacity to report.
    void reportCapacity() {
        if (!m_family.hasReceiveBuffer()) {
            m_effective.capacityBytes = m_effective.sendBufferBytes;
        } else if (m_spec.capacityBytes) {
            m_effective.capacityBytes = *m_effective.sendBufferBytes + *m_effective.receiveBufferBytes;
        }
    }

    // The receive buffer is set before listen(2): accepted sockets inherit it, and TCP announces its window by it.
    void listen(RunDirectory& names) {
        const std::string asked = m_family.newAddress(names);
        UniqueFd socket = makeSocket(m_family);
        setSocketBuffer(socket.get(), SO_RCVBUF, m_receiveBufferBytes);
        m_family.tune(socket.get(), m_spec.tcp);
        if (m_spec.served && m_family.domain() == AF_INET) letPortBeShared(socket.get());
        const SocketAddress address = m_family.parse(asked);
        check(::bind(socket.get(), address.get(), address.sizeBytes), "bind " + asked);
        check(::listen(socket.get(), backlog()), "listen on " + asked);
        m_addresses.push_back(m_family.boundAddress(socket.get(), asked));
        m_listeners.push_back(std::move(socket));
    }

    // With other sockets of a server's processes, of the same user (socket(7)). Before anybody connects: a connection
    // that does not share its port would keep them from it.
    static void letPortBeShared(int fd) {
        const int on = 1;
        check(::setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &on, sizeof on), "setsockopt SO_REUSEPORT");
    }

    // The system lowers it to what it allows (net.core.somaxconn).
    [[nodiscard]] int backlog() const {
        if (!m_spec.served) return static_cast<int>(m_spec.senders) + 8;
        return static_cast<int>(m_spec.backlog.value_or(kMostWaiting));
    }

    [[nodiscard]] std::vector<std::uint64_t> numbers() const {
        return socketNumbers(m_spec, m_maxBytes, m_sendBufferBytes, m_nonce);
    }

    const SocketFamily& m_family;
    LinkRequest m_spec;
    std::uint64_t m_maxBytes;
    std::uint64_t m_sendBufferBytes = 0;
    std::uint64_t m_receiveBufferBytes = 0;
    SocketNonce m_nonce{};
    std::vector<UniqueFd> m_listeners;
    std::vector<std::string> m_addresses;
    LinkProperties m_effective;
};

EndOptions withChoices(EndOptions options, const EndWiring& wiring) {
    const TcpChoices choices = tcpChoicesOf(wiring);
    options.writes = choices.writes;
    options.quickAck = !choices.delayedAck;
    return options;
}

// Nothing when that receiver is gone already.
ConnectedSocket connectTo(const SocketFamily& family, const std::string& text, const EndWiring& wiring,
                          const ConnectionPool& pool) {
    ConnectedSocket socket{makeSocket(family), Connection(pool)};
    setSocketBuffer(socket.fd.get(), SO_SNDBUF, wiredNumber(wiring, SocketNumber::SendBuffer));
    family.tune(socket.fd.get(), tcpChoicesOf(wiring));
    const SocketAddress address = family.parse(text);
    while (::connect(socket.fd.get(), address.get(), address.sizeBytes) != 0 && errno != EISCONN) {
        if (errno == ECONNREFUSED || errno == ENOENT || errno == ECONNRESET) return {};
        if (errno != EINTR && errno != EALREADY) throwErrno(errno, "connect to " + text);
    }
    socket.connection.open(socket.fd.get());
    const SocketNonce nonce = nonceOf(wiring);
    if (nonce == SocketNonce{}) return socket;
    const ssize_t sent = ::send(socket.fd.get(), nonce.data(), sizeof nonce, MSG_NOSIGNAL);
    if (sent != static_cast<ssize_t>(sizeof nonce)) return {};
    return socket;
}

// True when a sender is there; false when opening is to be tried again later, or never.
bool waitForSender(SocketAcceptor& acceptor, std::vector<ConnectedSocket>& arrived, const EndOptions& options,
                   const Peers& peers) {
    const Deadline deadline(options.timeoutNs);
    std::optional<Deadline> decision;
    for (std::uint64_t calls = 0;;) {
        std::vector<pollfd> entries;
        acceptor.watch(entries);
        const bool gone = peers.sendersGone();
        const int rc = ::poll(entries.data(), entries.size(), gone ? 0 : toPollMs(deadline.sliceNs()));
        const bool stop = rc < 0 || deadline.expired();
        acceptor.accept(arrived, calls);
        if (!arrived.empty()) return true;
        if (gone && rc == 0) return false;
        if (!stop && !decision) continue;
        if (!decision) decision.emplace(kDecisionNs);
        if (!acceptor.undecided() || decision->expired()) return false;
    }
}

// Connected here and now; the listening socket is closed again. Whoever else connects meanwhile is hung up on.
ConnectedPair connectHere(const SocketFamily& family, const LinkRequest& spec, RunDirectory& names) {
    LinkRequest oneWay = spec;
    oneWay.duplex = false;
    const SocketLink listening(family, oneWay, names);
    const EndWiring wiring = listening.senderWiring(0);
    ConnectedPair pair;
    pair.first = connectTo(family, wiring.names.front(), wiring, {}).fd;
    if (!pair.first) throwErrno(ECONNREFUSED, "connect to " + wiring.names.front());
    SocketAcceptor acceptor(duplicate(listening.receiverWiring(0).descriptors.front()), 1, nonceOf(wiring), {});
    std::vector<ConnectedSocket> arrived;
    while (arrived.empty()) {
        std::vector<pollfd> entries;
        acceptor.watch(entries);
        ::poll(entries.data(), entries.size(), -1);
        std::uint64_t calls = 0;
        acceptor.accept(arrived, calls);
    }
    pair.second = std::move(arrived.front().fd);
    setSocketBuffer(pair.second.get(), SO_SNDBUF, wiredNumber(wiring, SocketNumber::SendBuffer));
    family.tune(pair.second.get(), spec.tcp);
    return pair;
}

}  // namespace

SocketNonce makeNonce() {
    SocketNonce nonce{};
    check(::getrandom(nonce.data(), sizeof nonce, 0), "getrandom");
    return nonce;
}

std::vector<std::uint64_t> socketNumbers(const LinkRequest& spec, std::uint64_t maxMessageBytes,
                                         std::uint64_t sendBufferBytes, const SocketNonce& nonce) {
    std::vector<std::uint64_t> numbers{maxMessageBytes, sendBufferBytes, spec.senders, nonce[0], nonce[1]};
    const auto choices = tcpNumbers(spec.tcp);
    numbers.insert(numbers.end(), choices.begin(), choices.end());
    return numbers;
}

SocketNonce nonceOf(const EndWiring& wiring) {
    return {wiredNumber(wiring, SocketNumber::NonceHigh), wiredNumber(wiring, SocketNumber::NonceLow)};
}

std::uint64_t sendBufferOf(const EndWiring& wiring) { return wiredNumber(wiring, SocketNumber::SendBuffer); }

TcpChoices tcpChoicesOf(const EndWiring& wiring) { return tcpChoices(wiring.numbers, SocketNumber::Choices); }

std::uint64_t SocketFamily::sendBufferFor(const LinkRequest& spec) const { return packetSendBuffer(spec); }

std::unique_ptr<Sender> SocketFamily::openSender(ConnectedSocket socket, const EndOptions& options, const Peers&,
                                                 std::uint64_t maxMessageBytes) const {
    ByteStream stream(std::move(socket.fd), kindOf(*this), waitingOf(options), std::move(socket.connection));
    return std::make_unique<StreamSender>(std::move(stream), SharedLock(), options, maxMessageBytes);
}

std::unique_ptr<Receiver> SocketFamily::openReceiver(ConnectedSocket socket, const EndOptions& options) const {
    ByteStream stream(std::move(socket.fd), kindOf(*this), waitingOf(options), std::move(socket.connection));
    if (options.quickAck) stream.acknowledgeAtOnce();
    return std::make_unique<StreamReceiver>(std::move(stream), SharedLock(), options, false);
}

std::unique_ptr<Link> createSocketLink(const SocketFamily& family, const LinkRequest& spec, RunDirectory& names) {
    if (!spec.duplex) return std::make_unique<SocketLink>(family, spec, names);
    return createPairLink(connectHere(family, spec, names), kindOf(family), spec, messageLimit(family, spec));
}

std::unique_ptr<Sender> openSocketSender(const SocketFamily& family, const EndWiring& wiring, const EndOptions& asked,
                                         const Peers& peers) {
    if (isPairWiring(wiring)) return openPairSender(wiring, asked, peers);
    const EndOptions options = withChoices(asked, wiring);
    std::vector<ConnectedSocket> sockets;
    for (const std::string& address : wiring.names) {
        ConnectedSocket socket = connectTo(family, address, wiring, peers.connections());
        if (socket.fd) sockets.push_back(std::move(socket));
    }
    if (sockets.empty()) {
        if (!peers.receiversGone()) ::poll(nullptr, 0, 10);  // the launcher has not heard of it yet
        return nullptr;
    }
    const std::uint64_t limit = wiredNumber(wiring, SocketNumber::Limit);
    if (wiring.names.size() == 1) return family.openSender(std::move(sockets.front()), options, peers, limit);
    std::vector<ByteStream> streams;
    for (ConnectedSocket& socket : sockets)
        streams.emplace_back(std::move(socket.fd), kindOf(family), ByteStream::Waiting::Nowait,
                             std::move(socket.connection));
    return std::make_unique<FanOutSender>(std::move(streams), options, limit);
}

std::unique_ptr<Receiver> openSocketReceiver(const SocketFamily& family, const EndWiring& wiring,
                                             const EndOptions& asked, const Peers& peers) {
    if (isPairWiring(wiring)) return openPairReceiver(wiring, asked, peers);
    const EndOptions options = withChoices(asked, wiring);
    SocketAcceptor acceptor(adoptDescriptor(wiredDescriptor(wiring, 0)), wiredNumber(wiring, SocketNumber::Senders),
                            nonceOf(wiring), peers.connections());
    if (wiredNumber(wiring, SocketNumber::Senders) != 1) {
        return std::make_unique<FanInReceiver>(std::move(acceptor), family, options, peers);
    }
    std::vector<ConnectedSocket> arrived;
    if (!waitForSender(acceptor, arrived, options, peers)) {
        acceptor.giveBack();
        return nullptr;
    }
    return family.openReceiver(std::move(arrived.front()), options);
}

}  // namespace ipclab

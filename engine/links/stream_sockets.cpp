#include "links/stream_sockets.h"

#include <sys/random.h>

#include "core/error.h"
#include "links/socket_ends.h"
#include "links/stream_ends.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kDecisionNs = kNsPerSecond;  // how long an interrupted opening waits for a nonce on its way

// numbers: message limit, SO_SNDBUF to set (0: the system's), senders, nonce.
enum Number : std::size_t { Limit, SendBuffer, Senders, NonceHigh, NonceLow };

SocketNonce nonceOf(const EndWiring& wiring) { return {wiredNumber(wiring, NonceHigh), wiredNumber(wiring, NonceLow)}; }

SocketNonce makeNonce() {
    SocketNonce nonce{};
    check(::getrandom(nonce.data(), sizeof nonce, 0), "getrandom");
    return nonce;
}

UniqueFd makeSocket(const SocketFamily& family) {
    return UniqueFd(check(::socket(family.domain(), SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
}

void setBuffer(int fd, int option, std::uint64_t sizeBytes) {
    if (sizeBytes == 0) return;
    const int value = static_cast<int>(std::min<std::uint64_t>(sizeBytes, 1U << 30));
    check(::setsockopt(fd, SOL_SOCKET, option, &value, sizeof value), "setsockopt SO_SNDBUF or SO_RCVBUF");
}

std::uint64_t bufferOf(int fd, int option) {
    int value = 0;
    socklen_t size = sizeof value;
    check(::getsockopt(fd, SOL_SOCKET, option, &value, &size), "getsockopt SO_SNDBUF or SO_RCVBUF");
    return static_cast<std::uint64_t>(value);
}

class SocketLink final : public Link {
public:
    SocketLink(const SocketFamily& family, const LinkSpec& spec, RunDirectory& names)
        : m_family(family), m_spec(spec), m_maxBytes(streamMessageLimit(spec)) {
        if (family.strangersMayConnect()) m_nonce = makeNonce();
        divideCapacity();
        for (unsigned i = 0; i < spec.receivers; ++i) listen(names);
        const UniqueFd probe = makeSocket(family);
        setBuffer(probe.get(), SO_SNDBUF, m_sendBufferBytes);
        m_effective.maxMessageBytes = m_maxBytes;
        m_effective.sendBufferBytes = bufferOf(probe.get(), SO_SNDBUF);
        m_effective.receiveBufferBytes = bufferOf(m_listeners.front().get(), SO_RCVBUF);
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
        m_sendBufferBytes = wanted - m_receiveBufferBytes;
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
        setBuffer(socket.get(), SO_RCVBUF, m_receiveBufferBytes);
        m_family.tune(socket.get());
        const SocketAddress address = m_family.parse(asked);
        check(::bind(socket.get(), address.get(), address.sizeBytes), "bind " + asked);
        check(::listen(socket.get(), static_cast<int>(m_spec.senders) + 8), "listen on " + asked);
        m_addresses.push_back(m_family.boundAddress(socket.get(), asked));
        m_listeners.push_back(std::move(socket));
    }

    [[nodiscard]] std::vector<std::uint64_t> numbers() const {
        return {m_maxBytes, m_sendBufferBytes, m_spec.senders, m_nonce[0], m_nonce[1]};
    }

    const SocketFamily& m_family;
    LinkSpec m_spec;
    std::uint64_t m_maxBytes;
    std::uint64_t m_sendBufferBytes = 0;
    std::uint64_t m_receiveBufferBytes = 0;
    SocketNonce m_nonce{};
    std::vector<UniqueFd> m_listeners;
    std::vector<std::string> m_addresses;
    LinkProperties m_effective;
};

// Nothing when that receiver is gone already.
UniqueFd connectTo(const SocketFamily& family, const std::string& text, const EndWiring& wiring) {
    UniqueFd socket = makeSocket(family);
    setBuffer(socket.get(), SO_SNDBUF, wiredNumber(wiring, SendBuffer));
    family.tune(socket.get());
    const SocketAddress address = family.parse(text);
    while (::connect(socket.get(), address.get(), address.sizeBytes) != 0 && errno != EISCONN) {
        if (errno == ECONNREFUSED || errno == ENOENT || errno == ECONNRESET) return {};
        if (errno != EINTR && errno != EALREADY) throwErrno(errno, "connect to " + text);
    }
    const SocketNonce nonce = nonceOf(wiring);
    if (nonce == SocketNonce{}) return socket;
    const ssize_t sent = ::send(socket.get(), nonce.data(), sizeof nonce, MSG_NOSIGNAL);
    return sent == static_cast<ssize_t>(sizeof nonce) ? std::move(socket) : UniqueFd();
}

// True when a sender is there; false when opening is to be tried again later, or never.
bool waitForSender(SocketAcceptor& acceptor, std::vector<UniqueFd>& arrived, const EndOptions& options,
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

}  // namespace

std::unique_ptr<Link> createSocketLink(const SocketFamily& family, const LinkSpec& spec, RunDirectory& names) {
    return std::make_unique<SocketLink>(family, spec, names);
}

std::unique_ptr<Sender> openSocketSender(const SocketFamily& family, const EndWiring& wiring, const EndOptions& options,
                                         const Peers& peers) {
    const bool alone = wiring.names.size() == 1;
    const auto waiting = alone ? waitingOf(options) : ByteStream::Waiting::Nowait;
    std::vector<ByteStream> streams;
    for (const std::string& address : wiring.names) {
        UniqueFd socket = connectTo(family, address, wiring);
        if (socket) streams.emplace_back(std::move(socket), ByteStream::Kind::Socket, waiting);
    }
    if (streams.empty()) {
        if (!peers.receiversGone()) ::poll(nullptr, 0, 10);  // the launcher has not heard of it yet
        return nullptr;
    }
    if (!alone) return std::make_unique<FanOutSender>(std::move(streams), options, wiredNumber(wiring, Limit));
    return std::make_unique<StreamSender>(std::move(streams.front()), SharedLock(), options,
                                          wiredNumber(wiring, Limit));
}

std::unique_ptr<Receiver> openSocketReceiver(const SocketFamily&, const EndWiring& wiring, const EndOptions& options,
                                             const Peers& peers) {
    SocketAcceptor acceptor(adoptDescriptor(wiredDescriptor(wiring, 0)), wiredNumber(wiring, Senders), nonceOf(wiring));
    if (wiredNumber(wiring, Senders) != 1) {
        return std::make_unique<FanInReceiver>(std::move(acceptor), options, peers);
    }
    std::vector<UniqueFd> arrived;
    if (!waitForSender(acceptor, arrived, options, peers)) {
        acceptor.giveBack();
        return nullptr;
    }
    ByteStream stream(std::move(arrived.front()), ByteStream::Kind::Socket, waitingOf(options));
    return std::make_unique<StreamReceiver>(std::move(stream), SharedLock(), options, false);
}

}  // namespace ipclab

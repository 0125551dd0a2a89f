#include "links/connected_pair.h"

#include <fcntl.h>
#include <poll.h>

#include "core/error.h"
#include "links/socket_buffers.h"
#include "links/spin.h"
#include "links/stream_ends.h"

namespace ipclab {

namespace {

// numbers: a mark, the kind of stream, message limit, whether the link carries both ways, whether several senders
// share the stream, how many writes a message takes, whether receipts are acknowledged at once. descriptors: the end,
// and the lock if there is one.
struct PairNumber {
    enum : std::size_t { Mark, Kind, Limit, Duplex, Shared, Writes, QuickAck };
};
constexpr std::uint64_t kPairMark = 0x72696170;  // "pair"

// What one direction of the pair hands out.
class Way final : public Link {
public:
    Way(ConnectedPair pair, std::vector<std::uint64_t> numbers, LinkProperties effective, const LinkRequest& spec)
        : m_pair(std::move(pair)), m_numbers(std::move(numbers)), m_effective(effective), m_spec(spec) {
        if (m_numbers[PairNumber::Kind] != static_cast<std::uint64_t>(ByteStream::Kind::Packets)) makeLocks();
    }

    void setReverse(std::unique_ptr<Link> reverse) { m_reverse = std::move(reverse); }
    void keepOpen(UniqueFd fd) { m_kept = std::move(fd); }
    Link* reverse() override { return m_reverse.get(); }

    EndWiring senderWiring(unsigned) const override { return wiring(m_pair.first, m_sendLock); }
    EndWiring receiverWiring(unsigned) const override { return wiring(m_pair.second, m_receiveLock); }
    LinkProperties effective() const override { return m_effective; }

    void releaseEnds() override {
        m_pair = {};
        m_sendLock.closeDescriptor();
        m_receiveLock.closeDescriptor();
        if (m_reverse) m_reverse->releaseEnds();
    }

    void wakeAll() override {
        if (m_sendLock) m_sendLock.get()->wakeAll();
        if (m_receiveLock) m_receiveLock.get()->wakeAll();
    }

private:
    // A packet is whole in one call. A stream's write is cut where the buffer is full, whatever its length.
    void makeLocks() {
        if (m_spec.senders > 1) m_sendLock = SharedLock::create();
        if (m_spec.receivers > 1) m_receiveLock = SharedLock::create();
    }

    EndWiring wiring(const UniqueFd& end, const SharedLock& lock) const {
        EndWiring wiring{.descriptors = {end.get()}, .numbers = m_numbers};
        if (lock) wiring.descriptors.push_back(lock.fd());
        return wiring;
    }

    ConnectedPair m_pair;
    std::vector<std::uint64_t> m_numbers;
    LinkProperties m_effective;
    LinkRequest m_spec;
    SharedLock m_sendLock, m_receiveLock;
    std::unique_ptr<Link> m_reverse;
    UniqueFd m_kept;  // for the whole run
};

LinkProperties propertiesOf(const ConnectedPair& pair, ByteStream::Kind kind, const LinkRequest& spec,
                            std::uint64_t maxMessageBytes) {
    LinkProperties properties{.maxMessageBytes = maxMessageBytes};
    if (kind == ByteStream::Kind::Terminal) return properties;
    properties.sendBufferBytes = socketBuffer(pair.first.get(), SO_SNDBUF);
    properties.receiveBufferBytes = socketBuffer(pair.second.get(), SO_RCVBUF);
    int domain = 0;
    socklen_t size = sizeof domain;
    check(::getsockopt(pair.first.get(), SOL_SOCKET, SO_DOMAIN, &domain, &size), "getsockopt SO_DOMAIN");
    if (domain == AF_UNIX) {
        properties.capacityBytes = properties.sendBufferBytes;  // all is accounted to the sender (unix(7))
        return properties;
    }
    properties.tcp = readTcpChoices(pair.first.get(), spec.tcp);
    if (spec.capacityBytes) {
        properties.capacityBytes = *properties.sendBufferBytes + *properties.receiveBufferBytes;
    }
    return properties;
}

// Tells the other side that this direction has ended, once the end itself is gone.
class ShutDown {
public:
    ShutDown(int fd, int how, bool wanted) : m_how(how) {
        if (wanted) m_fd = duplicate(fd);
    }
    ShutDown(const ShutDown&) = delete;
    ShutDown& operator=(const ShutDown&) = delete;
    ~ShutDown() {
        if (m_fd) ::shutdown(m_fd.get(), m_how);
    }

private:
    UniqueFd m_fd;
    int m_how;
};

ByteStream::Kind kindOf(const EndWiring& wiring) {
    const std::uint64_t kind = wiredNumber(wiring, PairNumber::Kind);
    if (kind > static_cast<std::uint64_t>(ByteStream::Kind::Terminal)) throwErrno(EINVAL, "a kind of stream");
    return static_cast<ByteStream::Kind>(kind);
}

// Both ends of a side have one open file description; of a terminal also its O_NONBLOCK, which is therefore set.
ByteStream streamOf(const EndWiring& wiring, ByteStream::Waiting waiting, const Peers& peers) {
    UniqueFd fd = adoptDescriptor(wiredDescriptor(wiring, 0));
    const ByteStream::Kind kind = kindOf(wiring);
    if (kind == ByteStream::Kind::Terminal) check(::fcntl(fd.get(), F_SETFL, O_NONBLOCK), "fcntl of a terminal");
    if (kind == ByteStream::Kind::Terminal) return {std::move(fd), kind, waiting};
    Connection connection(peers.connections(), fd.get());
    ByteStream stream(std::move(fd), kind, waiting, std::move(connection));
    if (wiredNumber(wiring, PairNumber::QuickAck) != 0) stream.acknowledgeAtOnce();
    return stream;
}

SharedLock adoptLock(const EndWiring& wiring) {
    return wiring.descriptors.size() > 1 ? SharedLock::adopt(wiring.descriptors[1]) : SharedLock();
}

// Does the system say nothing of a peer that went while its process lives on (tcp, terminals)? Then Peers are asked.
bool asksPeers(const EndWiring& wiring) {
    const ByteStream::Kind kind = kindOf(wiring);
    return kind == ByteStream::Kind::Terminal ||
           (kind == ByteStream::Kind::Socket && wiredNumber(wiring, PairNumber::Duplex) != 0);
}

// As the link's stream is used: never waiting in a call where Peers are asked, a message in so many writes.
EndOptions streamOptions(const EndWiring& wiring, EndOptions options) {
    if (asksPeers(wiring)) options.mode = Blocking::NonBlocking;
    options.writes = static_cast<std::uint32_t>(wiredNumber(wiring, PairNumber::Writes));
    return options;
}

class PairSender final : public Sender {
public:
    PairSender(const EndWiring& wiring, const EndOptions& options, const Peers& peers)
        : m_shutDown(wiredDescriptor(wiring, 0), SHUT_WR, wiredNumber(wiring, PairNumber::Duplex) != 0),
          m_asks(asksPeers(wiring)),
          m_stream(streamOf(wiring, m_asks ? ByteStream::Waiting::Nowait : waitingOf(options), peers),
                   adoptLock(wiring), streamOptions(wiring, options), wiredNumber(wiring, PairNumber::Limit)),
          m_options(options),
          m_peers(peers) {
        m_connection = m_stream.connection();
    }

    SendStatus send(std::span<const std::byte> message) override {
        SendStatus status = m_stream.send(message);
        if (status == SendStatus::WouldBlock && m_asks) status = sendSlowly(message);
        m_systemCalls = m_stream.systemCalls() + m_waits;
        return status;
    }
    int descriptor() const override { return m_stream.descriptor(); }

private:
    SendStatus sendSlowly(std::span<const std::byte> message) {
        if (m_options.mode == Blocking::NonBlocking)
            return m_peers.receiversGone() ? SendStatus::PeerClosed : SendStatus::WouldBlock;
        const Deadline deadline(m_options.timeoutNs);
        if (const auto spun = spinFirst(m_options, [&] { return m_stream.send(message); })) return *spun;
        for (;;) {
            const SendStatus status = m_stream.send(message);
            if (status != SendStatus::WouldBlock) return status;
            if (m_peers.receiversGone()) return SendStatus::PeerClosed;
            const WaitResult waited = waitForDescriptor(descriptor(), POLLOUT, deadline, m_waits);
            if (waited == WaitResult::TimedOut) return SendStatus::TimedOut;
            if (waited == WaitResult::Interrupted) return SendStatus::Interrupted;
        }
    }

    ShutDown m_shutDown;
    bool m_asks;
    StreamSender m_stream;
    EndOptions m_options;
    const Peers& m_peers;
    std::uint64_t m_waits = 0;
};

class PairReceiver final : public Receiver {
public:
    PairReceiver(const EndWiring& wiring, const EndOptions& options, const Peers& peers)
        : m_shutDown(wiredDescriptor(wiring, 0), SHUT_RD, wiredNumber(wiring, PairNumber::Duplex) != 0),
          m_asks(asksPeers(wiring)),
          m_stream(streamOf(wiring, m_asks ? ByteStream::Waiting::Nowait : waitingOf(options), peers),
                   adoptLock(wiring), streamOptions(wiring, options), wiredNumber(wiring, PairNumber::Shared) != 0),
          m_options(options),
          m_peers(peers) {
        m_connection = m_stream.connection();
    }

    ReceiveResult receive(std::span<std::byte> buffer) override {
        ReceiveResult result = m_stream.receive(buffer);
        if (result.status == ReceiveStatus::WouldBlock && m_asks) result = receiveSlowly(buffer);
        m_systemCalls = m_stream.systemCalls() + m_waits;
        return result;
    }
    int descriptor() const override { return m_stream.descriptor(); }

private:
    ReceiveResult receiveSlowly(std::span<std::byte> buffer) {
        const bool nonBlocking = m_options.mode == Blocking::NonBlocking;
        const Deadline deadline(nonBlocking ? 0 : m_options.timeoutNs);
        if (const auto spun = spinFirst(m_options, [&] { return m_stream.receive(buffer); })) return *spun;
        for (;;) {
            const bool gone = m_peers.sendersGone();  // before looking once more: what they sent last is there by now
            const ReceiveResult result = m_stream.receive(buffer);
            if (result.status != ReceiveStatus::WouldBlock) return result;
            if (gone) return {ReceiveStatus::PeerClosed};
            if (nonBlocking) return {ReceiveStatus::WouldBlock};
            const WaitResult waited = waitForDescriptor(descriptor(), POLLIN, deadline, m_waits);
            if (waited == WaitResult::TimedOut) return {ReceiveStatus::TimedOut};
            if (waited == WaitResult::Interrupted) return {ReceiveStatus::Interrupted};
        }
    }

    ShutDown m_shutDown;
    bool m_asks;
    StreamReceiver m_stream;
    EndOptions m_options;
    const Peers& m_peers;
    std::uint64_t m_waits = 0;
};

}  // namespace

std::unique_ptr<Link> createPairLink(ConnectedPair pair, ByteStream::Kind kind, const LinkRequest& spec,
                                     std::uint64_t maxMessageBytes) {
    const LinkProperties effective = propertiesOf(pair, kind, spec, maxMessageBytes);
    const std::vector<std::uint64_t> numbers{kPairMark,           static_cast<std::uint64_t>(kind),
                                             maxMessageBytes,     spec.duplex,
                                             spec.senders > 1,    spec.tcp.writes,
                                             !spec.tcp.delayedAck};
    ConnectedPair back;
    if (spec.duplex) back = {duplicate(pair.second.get()), duplicate(pair.first.get())};
    auto link = std::make_unique<Way>(std::move(pair), numbers, effective, spec);
    if (!spec.duplex) return link;
    // A terminal whose master goes loses what its slave has not read; both ends ask Peers anyway.
    if (kind == ByteStream::Kind::Terminal) link->keepOpen(duplicate(back.first.get()));
    link->setReverse(std::make_unique<Way>(std::move(back), numbers, effective, spec));
    return link;
}

bool isPairWiring(const EndWiring& wiring) { return !wiring.numbers.empty() && wiring.numbers.front() == kPairMark; }

std::unique_ptr<Sender> openPairSender(const EndWiring& wiring, const EndOptions& options, const Peers& peers) {
    return std::make_unique<PairSender>(wiring, options, peers);
}

std::unique_ptr<Receiver> openPairReceiver(const EndWiring& wiring, const EndOptions& options, const Peers& peers) {
    return std::make_unique<PairReceiver>(wiring, options, peers);
}

}  // namespace ipclab

// UNIX domain datagram socket, unix(7): messages to a name, without a connection, and none is lost: a sender waits
// while the receiver's queue holds net.unix.max_dgram_qlen messages, or his own buffer (SO_SNDBUF) is used up. All
// receivers share one socket; every sender has his own.
#include <poll.h>
#include <unistd.h>

#include "core/error.h"
#include "links/datagram_ends.h"
#include "links/socket_buffers.h"
#include "links/system_limits.h"
#include "links/unix_family.h"
#include "links/wiring.h"

namespace ipclab {

namespace {

constexpr MechanismInfo kInfo{
    .id = "unix-datagram",
    .name = TEXT("mechanism", "UNIX datagram socket"),
    .family = Family::Socket,
    .traits = {.boundaries = Boundaries::Messages,
               .endOfStream = EndOfStream::User,
               .resizing = Resizing::Buffers,
               .descriptors = false},
    .source = "unix(7)",
    .note =
        TEXT("mechanism",
             "No connection and no end of file, yet reliable: a full queue makes the sender wait. The queue ends at "
             "net.unix.max_dgram_qlen messages, whatever their size."),
};

// numbers: message limit, SO_SNDBUF to set (0: the system's). names: where the receivers listen.
enum Number : std::size_t { Limit, SendBuffer };

UniqueFd makeSocket() {
    UniqueFd socket(check(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0), "socket"));
    setPatience(socket.get());
    return socket;
}

class DatagramLink final : public Link {
public:
    DatagramLink(const LinkRequest& spec, RunDirectory& names)
        : m_maxBytes(packetMessageLimit(spec)),
          m_sendBufferBytes(packetSendBuffer(spec)),
          m_path(names.newName(ObjectKind::File)),
          m_socket(makeSocket()) {
        const SocketAddress address = unixAddress(m_path);
        check(::bind(m_socket.get(), address.get(), address.sizeBytes), "bind " + m_path);
        const UniqueFd probe = makeSocket();
        setSocketBuffer(probe.get(), SO_SNDBUF, m_sendBufferBytes);
        m_effective.maxMessageBytes = m_maxBytes;
        m_effective.sendBufferBytes = socketBuffer(probe.get(), SO_SNDBUF);
        m_effective.capacityBytes = m_effective.sendBufferBytes;
        // The kernel stops a sender when there are more than so many (unix_recvq_full): one above the setting.
        if (const auto most = readLimit("/proc/sys/net/unix/max_dgram_qlen")) m_effective.capacityMessages = *most + 1;
    }
    ~DatagramLink() override { ::unlink(m_path.c_str()); }

    EndWiring senderWiring(unsigned) const override {
        return {.names = {m_path}, .numbers = {m_maxBytes, m_sendBufferBytes}};
    }
    EndWiring receiverWiring(unsigned) const override { return {.descriptors = {m_socket.get()}}; }
    LinkProperties effective() const override { return m_effective; }
    void releaseEnds() override { m_socket.reset(); }

private:
    std::uint64_t m_maxBytes;
    std::uint64_t m_sendBufferBytes;
    std::string m_path;
    UniqueFd m_socket;
    LinkProperties m_effective;
};

class UnixDatagramMechanism final : public Mechanism {
public:
    const MechanismInfo& info() const override { return kInfo; }
    Refusal refusal(const LinkRequest& spec) const override { return packetRefusal(spec); }

    std::unique_ptr<Link> create(const LinkRequest& spec, RunDirectory& names) const override {
        return std::make_unique<DatagramLink>(spec, names);
    }

    std::unique_ptr<Sender> openSender(const EndWiring& wiring, const EndOptions& options,
                                       const Peers& peers) const override {
        UniqueFd socket = makeSocket();
        setSocketBuffer(socket.get(), SO_SNDBUF, wiredNumber(wiring, SendBuffer));
        const SocketAddress address = unixAddress(wiredName(wiring, 0));
        if (::connect(socket.get(), address.get(), address.sizeBytes) != 0) {
            if (errno != ECONNREFUSED && errno != ENOENT) throwErrno(errno, "connect to " + wiredName(wiring, 0));
            if (!peers.receiversGone()) ::poll(nullptr, 0, 10);  // the launcher has not heard of it yet
            return nullptr;
        }
        return std::make_unique<DatagramSender>(std::move(socket), options, peers, wiredNumber(wiring, Limit), false);
    }

    std::unique_ptr<Receiver> openReceiver(const EndWiring& wiring, const EndOptions& options,
                                           const Peers& peers) const override {
        return std::make_unique<DatagramReceiver>(adoptDescriptor(wiredDescriptor(wiring, 0)), options, peers,
                                                  std::vector<std::uint64_t>());
    }
};

}  // namespace

const Mechanism& unixDatagramMechanism() {
    static const UnixDatagramMechanism mechanism;
    return mechanism;
}

}  // namespace ipclab

#include "links/udp_link.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/random.h>

#include <cstring>

#include "core/error.h"
#include "links/byte_stream.h"
#include "links/datagram_ends.h"
#include "links/refusals.h"
#include "links/socket_buffers.h"
#include "links/two_hosts.h"
#include "links/wiring.h"

namespace ipclab {

namespace {

// numbers of a sender: message limit, whether every receiver gets every message. Of a receiver: the senders' ports.
struct UdpNumber {
    enum : std::size_t { Limit, EveryReceiver };
};

sockaddr_in addressOf(in_addr_t host, std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = host;
    return address;
}

in_addr_t loopback() { return htonl(INADDR_LOOPBACK); }

const sockaddr* generic(const sockaddr_in& address) { return reinterpret_cast<const sockaddr*>(&address); }

std::string textOf(const sockaddr_in& address) {
    return std::string(::inet_ntoa(address.sin_addr)) + ":" + std::to_string(ntohs(address.sin_port));
}

UniqueFd makeSocket() {
    UniqueFd socket(check(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), "socket"));
    setPatience(socket.get());
    return socket;
}

void bindTo(int fd, const sockaddr_in& address) {
    check(::bind(fd, generic(address), sizeof address), "bind " + textOf(address));
}

void connectTo(int fd, const sockaddr_in& address) {
    check(::connect(fd, generic(address), sizeof address), "connect " + textOf(address));
}

sockaddr_in boundTo(int fd) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    check(::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size), "getsockname");
    return address;
}

template <typename Value>
void setIpOption(int fd, int option, const Value& value, const char* name) {
    check(::setsockopt(fd, IPPROTO_IP, option, &value, sizeof value), name);
}

UniqueFd makeReceiver(const sockaddr_in& at, const LinkRequest& spec) {
    UniqueFd socket = makeSocket();
    setSocketBuffer(socket.get(), SO_RCVBUF, spec.capacityBytes.value_or(0));
    bindTo(socket.get(), at);
    return socket;
}

UniqueFd makeSender(const sockaddr_in& to) {
    UniqueFd socket = makeSocket();
    bindTo(socket.get(), addressOf(loopback(), 0));
    connectTo(socket.get(), to);
    return socket;
}

// A group of the range for private use (RFC 2365), drawn anew for every link.
in_addr_t newGroup() {
    std::uint32_t low = 0;
    check(::getrandom(&low, sizeof low, 0), "getrandom");
    return htonl(0xefc00000U | (low & 0x3ffffU));  // 239.192.0.0/14
}

UniqueFd makeMember(const sockaddr_in& group, const LinkRequest& spec) {
    UniqueFd socket = makeSocket();
    const int on = 1, off = 0;
    check(::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on), "setsockopt SO_REUSEADDR");
    setSocketBuffer(socket.get(), SO_RCVBUF, spec.capacityBytes.value_or(0));
    bindTo(socket.get(), group);
    ip_mreqn membership{};
    membership.imr_multiaddr = group.sin_addr;
    membership.imr_address.s_addr = loopback();
    setIpOption(socket.get(), IP_ADD_MEMBERSHIP, membership, "setsockopt IP_ADD_MEMBERSHIP on the loopback interface");
    setIpOption(socket.get(), IP_MULTICAST_ALL, off, "setsockopt IP_MULTICAST_ALL");
    return socket;
}

// A time to live of 0: no datagram of a group leaves this machine.
UniqueFd makeGroupSender(const sockaddr_in& group) {
    UniqueFd socket = makeSocket();
    ip_mreqn interface {};
    interface.imr_address.s_addr = loopback();
    setIpOption(socket.get(), IP_MULTICAST_IF, interface, "setsockopt IP_MULTICAST_IF to the loopback interface");
    const int on = 1, stay = 0;
    setIpOption(socket.get(), IP_MULTICAST_LOOP, on, "setsockopt IP_MULTICAST_LOOP");
    setIpOption(socket.get(), IP_MULTICAST_TTL, stay, "setsockopt IP_MULTICAST_TTL");
    bindTo(socket.get(), addressOf(loopback(), 0));
    connectTo(socket.get(), group);
    return socket;
}

class UdpLink final : public Link {
public:
    UdpLink(const LinkRequest& spec, bool everyReceiver)
        : m_maxBytes(spec.maxMessageBytes > 0 ? spec.maxMessageBytes : kLargestUdpBytes),
          m_everyReceiver(everyReceiver) {
        everyReceiver ? makeGroup(spec) : makeQueue(spec);
        if (everyReceiver || spec.senders > 1) rememberPorts();
        m_effective.maxMessageBytes = m_maxBytes;
        m_effective.sendBufferBytes = socketBuffer(m_senders.front().get(), SO_SNDBUF);
        m_effective.receiveBufferBytes = socketBuffer(m_receivers.front().get(), SO_RCVBUF);
        m_effective.capacityBytes = m_effective.receiveBufferBytes;
    }

    EndWiring senderWiring(unsigned index) const override {
        return {.descriptors = {m_senders.at(index).get()}, .numbers = {m_maxBytes, m_everyReceiver}};
    }
    EndWiring receiverWiring(unsigned index) const override {
        return {.descriptors = {m_receivers.at(m_everyReceiver ? index : 0).get()}, .numbers = m_ports};
    }
    LinkProperties effective() const override { return m_effective; }
    void releaseEnds() override {
        m_senders.clear();
        m_receivers.clear();
    }

private:
    // A single sender is the only one the kernel lets through; its port needs no looking at.
    void makeQueue(const LinkRequest& spec) {
        if (spec.wire)
            return takePair(connectTwoHosts(HostSocket::Datagram, *spec.wire, spec.capacityBytes.value_or(0)));
        m_receivers.push_back(makeReceiver(addressOf(loopback(), 0), spec));
        const sockaddr_in at = boundTo(m_receivers.front().get());
        for (unsigned i = 0; i < spec.senders; ++i) m_senders.push_back(makeSender(at));
        if (spec.senders == 1) connectTo(m_receivers.front().get(), boundTo(m_senders.front().get()));
    }

    void takePair(ConnectedPair pair) {
        for (const UniqueFd* end : {&pair.first, &pair.second}) setPatience(end->get());
        m_senders.push_back(std::move(pair.first));
        m_receivers.push_back(std::move(pair.second));
    }

    void rememberPorts() {
        for (const UniqueFd& sender : m_senders) m_ports.push_back(ntohs(boundTo(sender.get()).sin_port));
    }

    void makeGroup(const LinkRequest& spec) {
        const in_addr_t group = newGroup();
        m_receivers.push_back(makeMember(addressOf(group, 0), spec));
        const sockaddr_in at = boundTo(m_receivers.front().get());
        for (unsigned i = 1; i < spec.receivers; ++i) m_receivers.push_back(makeMember(at, spec));
        for (unsigned i = 0; i < spec.senders; ++i) m_senders.push_back(makeGroupSender(at));
    }

    std::uint64_t m_maxBytes;
    bool m_everyReceiver;
    std::vector<UniqueFd> m_senders, m_receivers;
    std::vector<std::uint64_t> m_ports;
    LinkProperties m_effective;
};

}  // namespace

std::unique_ptr<Link> createUdpLink(const LinkRequest& spec) { return std::make_unique<UdpLink>(spec, false); }

std::unique_ptr<Link> createMulticastLink(const LinkRequest& spec) { return std::make_unique<UdpLink>(spec, true); }

Refusal udpRefusal(const LinkRequest& spec) {
    const std::string counts = capacityInMessagesRefusal(spec, Sentence::SocketCountsBytes);
    if (!counts.empty()) return counts;
    if (spec.maxMessageBytes <= kLargestUdpBytes) return wireRefusal(spec);
    return refusedLink(spec,
                       say(Sentence::DatagramTooLarge, {{"bytes", spec.maxMessageBytes}, {"most", kLargestUdpBytes}}));
}

std::unique_ptr<Sender> openUdpSender(const EndWiring& wiring, const EndOptions& options, const Peers& peers) {
    return std::make_unique<DatagramSender>(adoptDescriptor(wiredDescriptor(wiring, 0)), options, peers,
                                            wiredNumber(wiring, UdpNumber::Limit),
                                            wiredNumber(wiring, UdpNumber::EveryReceiver) != 0);
}

std::unique_ptr<Receiver> openUdpReceiver(const EndWiring& wiring, const EndOptions& options, const Peers& peers) {
    return std::make_unique<DatagramReceiver>(adoptDescriptor(wiredDescriptor(wiring, 0)), options, peers,
                                              wiring.numbers);
}

std::string multicastObstacle() {
    try {
        const UniqueFd member = makeMember(addressOf(newGroup(), 0), {});
        const UniqueFd sender = makeGroupSender(boundTo(member.get()));
        check(::send(sender.get(), "?", 1, MSG_NOSIGNAL), "send to a multicast group");
        pollfd entry{member.get(), POLLIN, 0};
        if (::poll(&entry, 1, 200) == 1) return {};
    } catch (const std::system_error& error) {
        return say(Sentence::MulticastRemedy, {{"why", error.what()}});
    }
    return say(Sentence::MulticastRemedy, {{"why", say(Sentence::MulticastLost)}});
}

}  // namespace ipclab

#include "links/udp_link.h"

#include <netinet/in.h>
#include <poll.h>

#include "core/error.h"
#include "links/byte_stream.h"
#include "links/datagram_ends.h"
#include "links/refusals.h"
#include "links/socket_acceptor.h"
#include "links/socket_buffers.h"
#include "links/two_hosts.h"
#include "links/udp_sockets.h"
#include "links/wiring.h"

namespace ipclab {

namespace {

// numbers of a sender: message limit, whether every receiver gets every message. Of a receiver: the senders' ports.
struct UdpNumber {
    enum : std::size_t { Limit, EveryReceiver };
};

class UdpLink final : public Link {
public:
    UdpLink(const LinkRequest& spec, bool everyReceiver)
        : m_maxBytes(spec.maxMessageBytes > 0 ? spec.maxMessageBytes : udp::kLargestBytes),
          m_everyReceiver(everyReceiver) {
        everyReceiver ? makeGroup(spec) : makeQueue(spec);
        for (const UniqueFd& socket : m_senders) setPatience(socket.get());
        for (const UniqueFd& socket : m_receivers) setPatience(socket.get());
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
        const std::uint64_t bufferBytes = spec.capacityBytes.value_or(0);
        if (spec.wire) return takePair(connectTwoHosts(HostSocket::Datagram, *spec.wire, bufferBytes));
        m_receivers.push_back(udp::makeReceiver(udp::addressOf(udp::loopback(), 0), bufferBytes));
        const sockaddr_in at = udp::boundTo(m_receivers.front().get());
        for (unsigned i = 0; i < spec.senders; ++i) m_senders.push_back(udp::makeSender(at));
        if (spec.senders == 1) udp::connectTo(m_receivers.front().get(), udp::boundTo(m_senders.front().get()));
    }

    void takePair(ConnectedPair pair) {
        m_senders.push_back(std::move(pair.first));
        m_receivers.push_back(std::move(pair.second));
    }

    void rememberPorts() {
        for (const UniqueFd& sender : m_senders) m_ports.push_back(ntohs(udp::boundTo(sender.get()).sin_port));
    }

    void makeGroup(const LinkRequest& spec) {
        const std::uint64_t bufferBytes = spec.capacityBytes.value_or(0);
        m_receivers.push_back(udp::makeMember(udp::addressOf(udp::newGroup(), 0), bufferBytes));
        const sockaddr_in at = udp::boundTo(m_receivers.front().get());
        for (unsigned i = 1; i < spec.receivers; ++i) m_receivers.push_back(udp::makeMember(at, bufferBytes));
        for (unsigned i = 0; i < spec.senders; ++i) m_senders.push_back(udp::makeGroupSender(at));
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
    const std::uint64_t most = udp::kLargestBytes - (spec.served ? sizeof(SocketNonce) : 0);
    if (spec.maxMessageBytes <= most) return wireRefusal(spec);
    return refusedLink(spec, say(Sentence::DatagramTooLarge, {{"bytes", spec.maxMessageBytes}, {"most", most}}));
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
        const UniqueFd member = udp::makeMember(udp::addressOf(udp::newGroup(), 0), 0);
        const UniqueFd sender = udp::makeGroupSender(udp::boundTo(member.get()));
        check(::send(sender.get(), "?", 1, MSG_NOSIGNAL), "send to a multicast group");
        pollfd entry{member.get(), POLLIN, 0};
        if (::poll(&entry, 1, 200) == 1) return {};
    } catch (const std::system_error& error) {
        return say(Sentence::MulticastRemedy, {{"why", error.what()}});
    }
    return say(Sentence::MulticastRemedy, {{"why", say(Sentence::MulticastLost)}});
}

}  // namespace ipclab

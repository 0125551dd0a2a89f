#include "links/served_datagrams.h"

#include <arpa/inet.h>

#include <charconv>
#include <cstring>
#include <stdexcept>

#include "core/error.h"
#include "links/socket_buffers.h"
#include "links/udp_sockets.h"

namespace ipclab {

namespace {

// "127.0.0.1:4711", "239.192.1.2:4711".
class DatagramFamily : public SocketFamily {
public:
    int domain() const override { return AF_INET; }
    int type() const override { return SOCK_DGRAM; }

    SocketAddress parse(const std::string& text) const override {
        const std::size_t colon = text.find(':');
        in_addr host{};
        std::uint16_t port = 0;
        const char* end = text.data() + text.size();
        const bool hasPort =
            colon != std::string::npos && std::from_chars(text.data() + colon + 1, end, port).ptr == end;
        if (!hasPort || ::inet_pton(AF_INET, text.substr(0, colon).c_str(), &host) != 1 || isGroup() != isInGroup(host))
            throw std::invalid_argument("\"" + text + "\" is no address of this kind of link");
        const sockaddr_in address = udp::addressOf(host.s_addr, port);
        SocketAddress result;
        std::memcpy(&result.storage, &address, sizeof address);
        result.sizeBytes = sizeof address;
        return result;
    }

    std::string boundAddress(int fd, const std::string&) const override { return udp::textOf(udp::boundTo(fd)); }
    bool strangersMayConnect() const override { return true; }
    bool hasReceiveBuffer() const override { return true; }
    void tune(int, const TcpChoices&) const override {}
    void removeAddress(const std::string&) const override {}

private:
    static bool isInGroup(const in_addr& host) { return IN_MULTICAST(ntohl(host.s_addr)); }
};

class UdpFamily final : public DatagramFamily {
    std::string newAddress(RunDirectory&) const override { return udp::textOf(udp::addressOf(udp::loopback(), 0)); }
};

class MulticastFamily final : public DatagramFamily {
    bool isGroup() const override { return true; }
    int connect(int fd, const SocketAddress&) const override {
        udp::prepareGroupSender(fd);
        return 0;
    }
    std::string newAddress(RunDirectory&) const override { return udp::textOf(udp::addressOf(udp::newGroup(), 0)); }
};

class ServedDatagramLink final : public Link {
public:
    ServedDatagramLink(const SocketFamily& family, const LinkRequest& spec, RunDirectory& names)
        : m_spec(spec),
          m_maxBytes(spec.maxMessageBytes > 0 ? spec.maxMessageBytes : udp::kLargestBytes - sizeof(SocketNonce)) {
        makeSockets(family, family.newAddress(names));
        m_address = family.boundAddress(m_sockets.front().get(), {});
        const UniqueFd client(check(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), "socket"));
        m_effective.maxMessageBytes = m_maxBytes;
        m_effective.sendBufferBytes = socketBuffer(client.get(), SO_SNDBUF);
        m_effective.receiveBufferBytes = socketBuffer(m_sockets.front().get(), SO_RCVBUF);
        m_effective.capacityBytes = m_effective.receiveBufferBytes;
    }

    EndWiring senderWiring(unsigned) const override { return {.names = {m_address}, .numbers = numbers()}; }
    EndWiring receiverWiring(unsigned index) const override {
        return {.descriptors = {m_sockets.at(index).get()}, .numbers = numbers()};
    }
    LinkProperties effective() const override { return m_effective; }
    void releaseEnds() override { m_sockets.clear(); }

private:
    void makeSockets(const SocketFamily& family, const std::string& asked) {
        const std::uint64_t bufferBytes = m_spec.capacityBytes.value_or(0);
        sockaddr_in at{};
        std::memcpy(&at, family.parse(asked).get(), sizeof at);
        for (unsigned i = 0; i < (family.isGroup() ? m_spec.receivers : 1); ++i) {
            m_sockets.push_back(family.isGroup() ? udp::makeMember(at, bufferBytes)
                                                 : udp::makeReceiver(at, bufferBytes));
            at = udp::boundTo(m_sockets.back().get());
        }
    }

    [[nodiscard]] std::vector<std::uint64_t> numbers() const { return socketNumbers(m_spec, m_maxBytes, 0, m_nonce); }

    LinkRequest m_spec;
    std::uint64_t m_maxBytes;
    SocketNonce m_nonce = makeNonce();
    std::vector<UniqueFd> m_sockets;
    std::string m_address;
    LinkProperties m_effective;
};

}  // namespace

const SocketFamily& udpFamily() {
    static const UdpFamily family;
    return family;
}

const SocketFamily& multicastFamily() {
    static const MulticastFamily family;
    return family;
}

std::unique_ptr<Link> createServedDatagrams(const SocketFamily& family, const LinkRequest& spec, RunDirectory& names) {
    return std::make_unique<ServedDatagramLink>(family, spec, names);
}

}  // namespace ipclab

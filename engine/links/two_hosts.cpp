#include "links/two_hosts.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/if_link.h>
#include <linux/pkt_sched.h>
#include <linux/veth.h>
#include <net/if.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <system_error>

#include "core/error.h"
#include "core/sentences.h"
#include "links/refusals.h"
#include "links/route_request.h"
#include "links/socket_buffers.h"

namespace ipclab {

namespace {

constexpr std::string_view kNetemAsked = "qdisc netem";
constexpr char kDevice[] = "wire";
// A block for documentation (RFC 5737): nobody's, and on no other wire than this.
constexpr std::uint32_t kNearAddress = 0xc0000201, kFarAddress = 0xc0000202;  // 192.0.2.1, 192.0.2.2
constexpr std::uint8_t kPrefix = 30;
constexpr std::uint32_t kPackets = 1000;  // that wait at most on a wire with netem

// What the child has come to, for its parent: 0 and two sockets, or an error and what failed.
struct HostOutcome {
    int error = 0;
    char what[60] = {};
};

// The first failure; every further step is skipped then. In the child: nothing is allocated or thrown.
class HostMaker {
public:
    explicit HostMaker(const HostWire& wire) : m_wire(wire) {}

    void make() {
        // Without the right to make user namespaces root may still make network namespaces.
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) doing("unshare CLONE_NEWNET", ::unshare(CLONE_NEWNET));
        m_near = doing("open /proc/self/ns/net", ::open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC));
        doing("unshare CLONE_NEWNET", ::unshare(CLONE_NEWNET));
        m_far = doing("open /proc/self/ns/net", ::open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC));
        makeWire();
        setAddress(kFarAddress);
        enter(m_near);
        setAddress(kNearAddress);
    }

    // The near and the far end; the wire is a good one as long as they are being connected.
    void connect(HostSocket kind, std::uint64_t receiveBufferBytes, std::array<int, 2>& ends) {
        const int type = (kind == HostSocket::Stream ? SOCK_STREAM : SOCK_DGRAM) | SOCK_CLOEXEC;
        enter(m_far);
        const int there = bound(type, kFarAddress);
        if (there >= 0 && receiveBufferBytes > 0) setReceiveBuffer(there, receiveBufferBytes);
        if (kind == HostSocket::Stream) doing("listen", ::listen(there, 1));
        enter(m_near);
        ends[0] = bound(type, kNearAddress);
        connectTo(ends[0], there);
        ends[1] =
            kind == HostSocket::Stream ? doing("accept", ::accept4(there, nullptr, nullptr, SOCK_CLOEXEC)) : there;
        if (kind == HostSocket::Datagram) connectTo(there, ends[0]);
        if (kind == HostSocket::Stream) {
            for (const int end : ends) withoutNagle(end);
        }
        for (const int host : {m_near, m_far}) {
            enter(host);
            setDiscipline();
        }
    }

    [[nodiscard]] const HostOutcome& outcome() const { return m_outcome; }

private:
    int doing(const char* what, int result) {
        if (result < 0) failed(what, errno);
        return result;
    }
    void failed(const char* what, int error) {
        if (m_outcome.error != 0 || error == 0) return;
        m_outcome.error = error;
        std::strncpy(m_outcome.what, what, sizeof m_outcome.what - 1);
    }
    [[nodiscard]] bool hasFailed() const { return m_outcome.error != 0; }

    void enter(int host) {
        if (!hasFailed()) doing("setns", ::setns(host, CLONE_NEWNET));
    }

    void ask(RouteRequest& request, const char* what) {
        if (hasFailed()) return;
        const int socket = doing("socket AF_NETLINK", ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE));
        if (socket < 0) return;
        failed(what, request.send(socket));
        ::close(socket);
    }

    void makeWire() {
        RouteRequest request(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL);
        request.part(ifinfomsg{});
        request.text(IFLA_IFNAME, kDevice);
        const std::size_t info = request.begin(IFLA_LINKINFO);
        request.text(IFLA_INFO_KIND, "veth");
        const std::size_t data = request.begin(IFLA_INFO_DATA);
        const std::size_t peer = request.begin(VETH_INFO_PEER);
        request.part(ifinfomsg{});
        request.text(IFLA_IFNAME, kDevice);
        request.attribute(IFLA_NET_NS_FD, m_near);
        for (const std::size_t begun : {peer, data, info}) request.end(begun);
        ask(request, "making a pair of veth devices");
    }

    // Of the host one is in.
    void setAddress(std::uint32_t address) {
        const in_addr_t inOrder = htonl(address);
        RouteRequest give(RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL);
        ifaddrmsg place{};
        place.ifa_family = AF_INET;
        place.ifa_prefixlen = kPrefix;
        place.ifa_index = device();
        give.part(place);
        give.attribute(IFA_LOCAL, inOrder);
        give.attribute(IFA_ADDRESS, inOrder);
        ask(give, "giving a veth device its address");
        RouteRequest up(RTM_NEWLINK, 0);
        ifinfomsg link{};
        link.ifi_index = static_cast<int>(device());
        link.ifi_flags = link.ifi_change = IFF_UP;
        up.part(link);
        ask(up, "setting a veth device up");
    }

    unsigned device() {
        if (hasFailed()) return 0;
        const unsigned index = ::if_nametoindex(kDevice);
        if (index == 0) failed("if_nametoindex", errno);
        return index;
    }

    int bound(int type, std::uint32_t address) {
        if (hasFailed()) return -1;
        const int socket = doing("socket", ::socket(AF_INET, type, 0));
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(address);
        doing("bind", ::bind(socket, reinterpret_cast<const sockaddr*>(&at), sizeof at));
        return socket;
    }

    void connectTo(int socket, int other) {
        if (hasFailed()) return;
        sockaddr_in to{};
        socklen_t size = sizeof to;
        doing("getsockname", ::getsockname(other, reinterpret_cast<sockaddr*>(&to), &size));
        doing("connect", ::connect(socket, reinterpret_cast<const sockaddr*>(&to), size));
    }

    void withoutNagle(int socket) {
        const int on = 1;
        if (!hasFailed()) doing("TCP_NODELAY", ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on));
    }

    void setReceiveBuffer(int socket, std::uint64_t bytes) {
        const int value = static_cast<int>(std::min<std::uint64_t>(bytes, 1U << 30));
        doing("SO_RCVBUF", ::setsockopt(socket, SOL_SOCKET, SO_RCVBUF, &value, sizeof value));
    }

    // Of what leaves the host one is in.
    void setDiscipline() {
        if (m_wire.needsNetem()) {
            setNetem();
        } else if (m_wire.bytesPerSecond) {
            setRate();
        }
    }

    [[nodiscard]] tcmsg place() {
        tcmsg at{};
        at.tcm_family = AF_UNSPEC;
        at.tcm_ifindex = static_cast<int>(device());
        at.tcm_parent = TC_H_ROOT;
        return at;
    }

    void setNetem() {
        RouteRequest request(RTM_NEWQDISC, NLM_F_CREATE | NLM_F_EXCL);
        request.part(place());
        request.text(TCA_KIND, "netem");
        const std::size_t options = request.begin(TCA_OPTIONS);
        tc_netem_qopt usual{};
        usual.limit = kPackets;
        usual.loss = static_cast<std::uint32_t>(std::llround(m_wire.loss * 0xffffffffU));
        request.part(usual);
        request.attribute(TCA_NETEM_LATENCY64, std::int64_t{m_wire.delayNs});
        request.attribute(TCA_NETEM_JITTER64, std::int64_t{m_wire.jitterNs});
        if (m_wire.bytesPerSecond) {
            tc_netem_rate rate{};
            rate.rate = static_cast<std::uint32_t>(std::min<std::uint64_t>(*m_wire.bytesPerSecond, 0xffffffffU));
            request.attribute(TCA_NETEM_RATE, rate);
        }
        request.end(options);
        ask(request, kNetemAsked.data());
    }

    // What comes faster waits, at most 50 ms of it and at least ten packets; what finds no room is dropped.
    void setRate() {
        const std::uint64_t rate = *m_wire.bytesPerSecond;
        RouteRequest request(RTM_NEWQDISC, NLM_F_CREATE | NLM_F_EXCL);
        request.part(place());
        request.text(TCA_KIND, "tbf");
        const std::size_t options = request.begin(TCA_OPTIONS);
        tc_tbf_qopt bucket{};
        bucket.rate.rate = static_cast<std::uint32_t>(std::min<std::uint64_t>(rate, 0xffffffffU));
        bucket.rate.linklayer = TC_LINKLAYER_ETHERNET;
        bucket.limit = static_cast<std::uint32_t>(std::clamp<std::uint64_t>(rate / 20, 15'000, 1U << 30));
        request.attribute(TCA_TBF_PARMS, bucket);
        request.attribute(TCA_TBF_BURST, std::uint32_t{3'000});
        request.end(options);
        ask(request, "qdisc tbf");
    }

    const HostWire& m_wire;
    int m_near = -1, m_far = -1;
    HostOutcome m_outcome;
};

void handOver(int channel, const HostOutcome& outcome, const std::array<int, 2>& ends) {
    HostOutcome copy = outcome;
    iovec bytes{&copy, sizeof copy};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof ends)> rights{};
    msghdr message{};
    message.msg_iov = &bytes;
    message.msg_iovlen = 1;
    if (outcome.error == 0) {
        message.msg_control = rights.data();
        message.msg_controllen = rights.size();
        cmsghdr* header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof ends);
        std::memcpy(CMSG_DATA(header), ends.data(), sizeof ends);
    }
    ::sendmsg(channel, &message, MSG_NOSIGNAL);
}

HostOutcome takeOver(int channel, ConnectedPair& pair) {
    HostOutcome outcome{ECHILD, "making two hosts"};
    iovec bytes{&outcome, sizeof outcome};
    std::array<int, 2> ends{-1, -1};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof ends)> rights{};
    msghdr message{};
    message.msg_iov = &bytes;
    message.msg_iovlen = 1;
    message.msg_control = rights.data();
    message.msg_controllen = rights.size();
    ssize_t got = -1;
    do {
        got = ::recvmsg(channel, &message, MSG_CMSG_CLOEXEC);
    } while (got < 0 && errno == EINTR);
    const cmsghdr* header = got > 0 ? CMSG_FIRSTHDR(&message) : nullptr;
    if (header != nullptr && header->cmsg_type == SCM_RIGHTS && header->cmsg_len == CMSG_LEN(sizeof ends)) {
        std::memcpy(ends.data(), CMSG_DATA(header), sizeof ends);
        pair = {UniqueFd(ends[0]), UniqueFd(ends[1])};
    }
    return outcome;
}

HostOutcome tryConnect(HostSocket kind, const HostWire& wire, std::uint64_t receiveBufferBytes, ConnectedPair& pair) {
    std::array<int, 2> ends{};
    check(::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()), "socketpair");
    const UniqueFd own(ends[0]);
    UniqueFd childs(ends[1]);
    const pid_t child = check(::fork(), "fork");
    if (child == 0) {
        HostMaker hosts(wire);
        std::array<int, 2> sockets{-1, -1};
        hosts.make();
        hosts.connect(kind, receiveBufferBytes, sockets);
        handOver(childs.get(), hosts.outcome(), sockets);
        ::_exit(0);
    }
    childs.reset();
    const HostOutcome outcome = takeOver(own.get(), pair);
    while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
    return outcome;
}

}  // namespace

ConnectedPair connectTwoHosts(HostSocket kind, const HostWire& wire, std::uint64_t receiveBufferBytes) {
    ConnectedPair pair;
    const HostOutcome outcome = tryConnect(kind, wire, receiveBufferBytes, pair);
    if (outcome.error != 0) throwErrno(outcome.error, outcome.what);
    return pair;
}

namespace {

std::string obstacleOf(const HostWire& wire) {
    try {
        ConnectedPair pair;
        const HostOutcome outcome = tryConnect(HostSocket::Datagram, wire, 0, pair);
        if (outcome.error == 0) return {};
        const std::string why = std::string(outcome.what) + ": " + errorText(outcome.error);
        return say(outcome.what == kNetemAsked ? Sentence::NoNetem : Sentence::NoHosts, {{"why", why}});
    } catch (const std::system_error& error) {
        return say(Sentence::NoHosts, {{"why", error.what()}});
    }
}

}  // namespace

std::string twoHostsObstacle(const HostWire& wire) {
    if (wire.needsNetem()) {
        static const std::string obstacle = obstacleOf({.delayNs = kNsPerSecond / 1000, .bytesPerSecond = {}});
        return obstacle;
    }
    static const std::string obstacle = obstacleOf({.bytesPerSecond = 1'000'000});
    return obstacle;
}

Refusal wireRefusal(const LinkRequest& spec) {
    if (!spec.wire) return {};
    if (spec.senders > 1 || spec.receivers > 1) return refusedLink(spec, say(Sentence::WireJoinsTwo));
    const std::string obstacle = twoHostsObstacle(*spec.wire);
    return obstacle.empty() ? Refusal() : refusalOfMachine(refusedLink(spec, obstacle));
}

}  // namespace ipclab

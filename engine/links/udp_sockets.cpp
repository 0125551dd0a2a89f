#include "links/udp_sockets.h"

#include <arpa/inet.h>
#include <sys/random.h>

#include "core/error.h"
#include "links/socket_buffers.h"

namespace ipclab::udp {

namespace {

UniqueFd makeDatagramSocket() { return UniqueFd(check(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), "socket")); }

void bindTo(int fd, const sockaddr_in& address) {
    check(::bind(fd, generic(address), sizeof address), "bind " + textOf(address));
}

template <typename Value>
void setIpOption(int fd, int option, const Value& value, const char* name) {
    check(::setsockopt(fd, IPPROTO_IP, option, &value, sizeof value), name);
}

}  // namespace

sockaddr_in addressOf(in_addr_t host, std::uint16_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = host;
    return address;
}

std::string textOf(const sockaddr_in& address) {
    return std::string(::inet_ntoa(address.sin_addr)) + ":" + std::to_string(ntohs(address.sin_port));
}

sockaddr_in boundTo(int fd) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    check(::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size), "getsockname");
    return address;
}

void connectTo(int fd, const sockaddr_in& address) {
    check(::connect(fd, generic(address), sizeof address), "connect " + textOf(address));
}

UniqueFd makeReceiver(const sockaddr_in& at, std::uint64_t bufferBytes) {
    UniqueFd socket = makeDatagramSocket();
    setSocketBuffer(socket.get(), SO_RCVBUF, bufferBytes);
    bindTo(socket.get(), at);
    return socket;
}

UniqueFd makeSender(const sockaddr_in& to) {
    UniqueFd socket = makeDatagramSocket();
    bindTo(socket.get(), addressOf(loopback(), 0));
    connectTo(socket.get(), to);
    return socket;
}

in_addr_t newGroup() {
    std::uint32_t low = 0;
    check(::getrandom(&low, sizeof low, 0), "getrandom");
    return htonl(0xefc00000U | (low & 0x3ffffU));  // 239.192.0.0/14
}

UniqueFd makeMember(const sockaddr_in& group, std::uint64_t bufferBytes) {
    UniqueFd socket = makeDatagramSocket();
    const int on = 1, off = 0;
    check(::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on), "setsockopt SO_REUSEADDR");
    setSocketBuffer(socket.get(), SO_RCVBUF, bufferBytes);
    bindTo(socket.get(), group);
    ip_mreqn membership{};
    membership.imr_multiaddr = group.sin_addr;
    membership.imr_address.s_addr = loopback();
    setIpOption(socket.get(), IP_ADD_MEMBERSHIP, membership, "setsockopt IP_ADD_MEMBERSHIP on the loopback interface");
    setIpOption(socket.get(), IP_MULTICAST_ALL, off, "setsockopt IP_MULTICAST_ALL");
    return socket;
}

// A time to live of 0: no datagram of a group leaves this machine.
void prepareGroupSender(int fd) {
    ip_mreqn interface {};
    interface.imr_address.s_addr = loopback();
    setIpOption(fd, IP_MULTICAST_IF, interface, "setsockopt IP_MULTICAST_IF to the loopback interface");
    const int on = 1, stay = 0;
    setIpOption(fd, IP_MULTICAST_LOOP, on, "setsockopt IP_MULTICAST_LOOP");
    setIpOption(fd, IP_MULTICAST_TTL, stay, "setsockopt IP_MULTICAST_TTL");
    bindTo(fd, addressOf(loopback(), 0));
}

UniqueFd makeGroupSender(const sockaddr_in& group) {
    UniqueFd socket = makeDatagramSocket();
    prepareGroupSender(socket.get());
    connectTo(socket.get(), group);
    return socket;
}

}  // namespace ipclab::udp

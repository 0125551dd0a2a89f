#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/random.h>
#include <sys/socket.h>

#include "bare_loops.h"
#include "core/error.h"
#include "core/unique_fd.h"

namespace ipclab::bench {

namespace {

UniqueFd udpSocket() { return UniqueFd(check(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0), "socket")); }

sockaddr_in addressOf(in_addr_t host, in_port_t port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = port;
    address.sin_addr.s_addr = host;
    return address;
}

void bindTo(const UniqueFd& socket, const sockaddr_in& address) {
    check(::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), "bind");
}

void connectTo(const UniqueFd& socket, const sockaddr_in& address) {
    check(::connect(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address), "connect");
}

sockaddr_in boundTo(const UniqueFd& socket) {
    sockaddr_in address{};
    socklen_t size = sizeof address;
    check(::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&address), &size), "getsockname");
    return address;
}

template <typename Value>
void setOption(const UniqueFd& socket, int level, int option, const Value& value) {
    check(::setsockopt(socket.get(), level, option, &value, sizeof value), "setsockopt");
}

double bareLossy(const Work& work, Result& result, const UniqueFd& sender,
                 const std::function<ssize_t(std::span<std::byte>)>& receiveOne) {
    const auto send = [&] {
        sendWithLoss(work, result, [&](std::span<const std::byte> message) {
            return ::send(sender.get(), message.data(), message.size(), 0) >= 0;
        });
    };
    const auto receive = [&] {
        std::vector<std::byte> buffer(work.sizeBytes);
        timeReceivingWithLoss(result, buffer, [&] {
            if (receiveOne(buffer) < 0) ::_exit(1);
        });
    };
    return inTwoProcesses(work, result, send, receive);
}

}  // namespace

double bareUdp(const Work& work, Result& result) {
    const UniqueFd receiver = udpSocket(), sender = udpSocket();
    bindTo(receiver, addressOf(htonl(INADDR_LOOPBACK), 0));
    bindTo(sender, addressOf(htonl(INADDR_LOOPBACK), 0));
    connectTo(sender, boundTo(receiver));
    connectTo(receiver, boundTo(sender));
    return bareLossy(work, result, sender, [&](std::span<std::byte> buffer) {
        return ::recv(receiver.get(), buffer.data(), buffer.size(), 0);
    });
}

// Anybody may send to a group: the receiver asks who it was.
double bareMulticast(const Work& work, Result& result) {
    std::uint32_t low = 0;
    check(::getrandom(&low, sizeof low, 0), "getrandom");
    const in_addr_t group = htonl(0xefc00000U | (low & 0x3ffffU));
    const UniqueFd receiver = udpSocket(), sender = udpSocket();
    bindTo(receiver, addressOf(group, 0));
    ip_mreqn loopback{};
    loopback.imr_address.s_addr = htonl(INADDR_LOOPBACK);
    setOption(sender, IPPROTO_IP, IP_MULTICAST_IF, loopback);
    setOption(sender, IPPROTO_IP, IP_MULTICAST_TTL, 0);
    loopback.imr_multiaddr.s_addr = group;
    setOption(receiver, IPPROTO_IP, IP_ADD_MEMBERSHIP, loopback);
    bindTo(sender, addressOf(htonl(INADDR_LOOPBACK), 0));
    connectTo(sender, boundTo(receiver));
    return bareLossy(work, result, sender, [&](std::span<std::byte> buffer) {
        sockaddr_in from{};
        socklen_t size = sizeof from;
        return ::recvfrom(receiver.get(), buffer.data(), buffer.size(), 0, reinterpret_cast<sockaddr*>(&from), &size);
    });
}

}  // namespace ipclab::bench

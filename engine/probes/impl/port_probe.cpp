// Ports of the loopback interface: the numbers there are.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>

#include "core/error.h"
#include "core/unique_fd.h"
#include "probes/probe.h"

namespace ipclab {

namespace {

struct Bound {
    int error = 0;
    std::uint16_t port = 0;
};

// TCP, on 127.0.0.1, for as long as this lasts.
Bound bindTo(std::uint32_t asked) {
    const UniqueFd socket(check(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(asked));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::bind(socket.get(), reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) return {errno, 0};
    socklen_t size = sizeof address;
    check(::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&address), &size), "getsockname");
    return {0, ntohs(address.sin_port)};
}

}  // namespace

void probePorts(unsigned, const TellFigure& tell) {
    constexpr std::uint32_t kLast = 65535;
    Bound highest;
    std::uint32_t asked = kLast;
    do highest = bindTo(asked--);
    while (highest.error == EADDRINUSE && asked > kLast - 100);
    tell("highest_port", highest.port);
    tell("asked_65536_port", bindTo(kLast + 1).port);
    tell("asked_0_port", bindTo(0).port);
    const Bound first = bindTo(1);
    tell("asked_1_port", first.port);
    tell("asked_1_errno", first.error);
}

}  // namespace ipclab

// What TCP decides for itself and lets a socket choose, tcp(7): whether small segments wait for one another (Nagle,
// RFC 896), when receipts are acknowledged, how a silent connection is probed, what a loss means for the pace, and how
// large the buffers are. A property of the link: chosen in the document, set on every socket, read back for the result.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

// 0: the system's (net.ipv4.tcp_keepalive_…).
struct KeepAlive {
    std::uint32_t idleS = 0;      // without traffic, until the first probe: TCP_KEEPIDLE
    std::uint32_t intervalS = 0;  // between probes: TCP_KEEPINTVL
    std::uint32_t probes = 0;     // unanswered ones, until the connection is given up: TCP_KEEPCNT

    bool operator==(const KeepAlive&) const = default;
};

struct TcpChoices {
    bool nagle = false;
    // false: each receive is followed by TCP_QUICKACK. The option does not last: the kernel goes back to delaying
    // whenever it thinks the exchange interactive.
    bool delayedAck = true;
    std::optional<KeepAlive> keepAlive{};
    std::string congestion{};  // an algorithm of the kernel; empty: the system's
    std::optional<std::uint64_t> sendBufferBytes{};
    std::optional<std::uint64_t> receiveBufferBytes{};
    std::uint32_t writes = 1;  // calls that hand one message to the system, a part each

    bool operator==(const TcpChoices&) const = default;
};

// On a socket that is not connected yet; one that is accepted inherits them. Throws std::system_error.
void applyTcpChoices(int fd, const TcpChoices& choices);

// What getsockopt says of the socket now, the buffers apart (links/socket_buffers.h). How often receipts are hurried
// and messages parted is what the ends do, as asked.
TcpChoices readTcpChoices(int fd, const TcpChoices& asked);

// As they travel in the wiring of a link.
std::vector<std::uint64_t> tcpNumbers(const TcpChoices& choices);
// Throws std::invalid_argument where they are no such numbers.
TcpChoices tcpChoices(const std::vector<std::uint64_t>& numbers, std::size_t from);

// The same as one text, for whoever reads it out of the launcher: "0 1 1 60 10 5 1 …".
std::string tcpText(const TcpChoices& choices);
// Nothing where it is no such text.
std::optional<TcpChoices> tcpOfText(const std::string& text);

// Names of /proc/sys/net/ipv4/tcp_available_congestion_control; for who may not administer the network, those of
// tcp_allowed_congestion_control.
std::vector<std::string> congestionControls();
bool mayChooseAnyCongestionControl();

}  // namespace ipclab

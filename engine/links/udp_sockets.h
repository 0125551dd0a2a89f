// UDP sockets of the loopback interface, bound and set up as links need them, udp(7) and ip(7). All functions throw
// std::system_error.
#pragma once

#include <netinet/in.h>

#include <string>

#include "core/unique_fd.h"

namespace ipclab::udp {

inline constexpr std::uint64_t kLargestBytes = 65507;  // of a datagram: 65,535 less the headers of IP and UDP

sockaddr_in addressOf(in_addr_t host, std::uint16_t port);
inline in_addr_t loopback() { return htonl(INADDR_LOOPBACK); }
inline const sockaddr* generic(const sockaddr_in& address) { return reinterpret_cast<const sockaddr*>(&address); }
std::string textOf(const sockaddr_in& address);
// What the system has bound it to.
sockaddr_in boundTo(int fd);

void connectTo(int fd, const sockaddr_in& address);
// With a receive buffer of so many bytes; 0: the system's.
UniqueFd makeReceiver(const sockaddr_in& at, std::uint64_t bufferBytes);
// Bound to a port of its own, and connected.
UniqueFd makeSender(const sockaddr_in& to);

// A group of the range for private use (RFC 2365), drawn anew each time.
in_addr_t newGroup();
// A member of the group; port 0: of one that the system chooses.
UniqueFd makeMember(const sockaddr_in& group, std::uint64_t bufferBytes);
// Bound to a port of its own; what it sends to a group stays on this machine.
void prepareGroupSender(int fd);
// The same, connected to the group.
UniqueFd makeGroupSender(const sockaddr_in& group);

}  // namespace ipclab::udp

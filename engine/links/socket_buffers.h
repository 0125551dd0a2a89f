// The buffers of a socket as the system gives them, socket(7): twice of what is asked for, never above the limit of
// net.core.wmem_max or rmem_max, counted with the kernel's own overhead.
#pragma once

#include <sys/socket.h>

#include <cstdint>
#include <string>

#include "links/mechanism.h"

namespace ipclab {

// SO_SNDBUF or SO_RCVBUF; 0 leaves the system's. Throws std::system_error.
void setSocketBuffer(int fd, int option, std::uint64_t sizeBytes);
std::uint64_t socketBuffer(int fd, int option);

// A packet or datagram of a UNIX socket is whole and accounted to its sender: it must fit into his send buffer but
// for 32 bytes, else EMSGSIZE (unix(7)). What to ask for so that the messages of the link fit; 0: the system's will do.
std::uint64_t packetSendBuffer(const LinkRequest& spec);
// The largest message that fits then.
std::uint64_t packetMessageLimit(const LinkRequest& spec);
// What such a socket cannot do; empty: nothing of it was asked.
Refusal packetRefusal(const LinkRequest& spec);

}  // namespace ipclab

// What the kernel tells of sockets by sock_diag(7), without having their descriptors, and its counters of connections
// that found no room (/proc/net/netstat, "TcpExt").
#pragma once

#include <cstdint>
#include <optional>

#include "core/unique_fd.h"

namespace ipclab {

// Of a listening socket: connections that are complete and wait for accept(2). The queue is full where there are more
// than the limit, which is the backlog of listen(2) as the system has cut it.
struct AcceptQueue {
    std::uint64_t waiting = 0;
    std::uint64_t limit = 0;
};

class SocketDiag {
public:
    // Asked where it cannot be opened, it knows nothing.
    SocketDiag();

    // Of the UNIX socket with that inode.
    [[nodiscard]] std::optional<AcceptQueue> unixQueue(std::uint64_t inode) const;
    // TCP connections (IPv4) in the state TIME_WAIT of which one side is that port.
    [[nodiscard]] std::optional<std::uint64_t> timeWait(std::uint16_t port) const;

private:
    UniqueFd m_socket;
};

// Of the whole system, since it was started.
struct ListenCounters {
    std::uint64_t overflows = 0;  // connections that found the accept queue full (ListenOverflows)
    std::uint64_t drops = 0;      // those, and others that were dropped at a listening socket (ListenDrops)
};
std::optional<ListenCounters> readListenCounters();

}  // namespace ipclab

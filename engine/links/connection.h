// A connected socket's record in the run's shared segment (core/connection_slot.h): it lives as long as the end that
// holds the socket, and says what the kernel reports of it. Without an endpoint (ConnectionPool) it records nothing.
#pragma once

#include "core/connection_slot.h"
#include "core/unique_fd.h"

namespace ipclab {

class Connection {
public:
    Connection() = default;
    // Connecting from here on.
    explicit Connection(const ConnectionPool& pool) : m_pool(pool), m_slot(pool.begin()), m_alive(pool.records()) {}
    // Already connected.
    Connection(const ConnectionPool& pool, int fd) : Connection(pool) { open(fd); }
    Connection(Connection&& other) noexcept { *this = std::move(other); }
    Connection& operator=(Connection&& other) noexcept;
    // Closed; where it has never been open, refused.
    ~Connection() { end(m_open ? ConnectionState::Closed : ConnectionState::Refused); }

    // Asks the kernel for both addresses and, of a UNIX socket, for the process at the other side.
    void open(int fd) { open(fd, SocketName::ofPeer(fd)); }
    // Of a socket that is not connected: to whom it sends.
    void open(int fd, const SocketName& peer);
    // A read or write found the other side gone: 0 the end of its stream, else the errno.
    void noteEnd(int error);

    // Where its messages are counted; nullptr: nowhere.
    [[nodiscard]] ConnectionSlot* slot() const { return m_slot; }

private:
    void end(ConnectionState how);

    ConnectionPool m_pool;
    ConnectionSlot* m_slot = nullptr;
    bool m_alive = false;  // counted, and not ended yet
    bool m_open = false;
};

struct ConnectedSocket {
    UniqueFd fd;
    Connection connection;
};

}  // namespace ipclab

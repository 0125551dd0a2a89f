#include "links/connection.h"

#include <sys/socket.h>

#include <cerrno>
#include <utility>

namespace ipclab {

using std::memory_order_relaxed;

namespace {

// SO_PEERCRED: who called connect(2), listen(2) or socketpair(2) at the other side.
pid_t peerPidOf(int fd) {
    ucred credentials{};
    socklen_t size = sizeof credentials;
    return ::getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &credentials, &size) == 0 ? credentials.pid : 0;
}

}  // namespace

Connection& Connection::operator=(Connection&& other) noexcept {
    if (this == &other) return *this;
    end(m_open ? ConnectionState::Closed : ConnectionState::Refused);
    m_pool = other.m_pool;
    m_slot = std::exchange(other.m_slot, nullptr);
    m_alive = std::exchange(other.m_alive, false);
    m_open = std::exchange(other.m_open, false);
    return *this;
}

void Connection::open(int fd, const SocketName& peer) {
    if (!m_alive) return;
    m_open = true;
    if (m_slot != nullptr) {
        const SocketName local = SocketName::ofSocket(fd);
        m_slot->local.store(local);
        m_slot->peer.store(peer);
        m_slot->peerPid.store(local.family == AF_UNIX ? peerPidOf(fd) : 0, memory_order_relaxed);
        m_slot->descriptor.store(fd + 1, memory_order_relaxed);
    }
    m_pool.open(m_slot);
}

void Connection::noteEnd(int error) {
    if (!m_alive) return;
    if (error == 0 && m_slot != nullptr) setHalfClosed(*m_slot);
    if (error == ECONNRESET) end(ConnectionState::Reset);
}

void Connection::end(ConnectionState how) {
    if (std::exchange(m_alive, false)) m_pool.end(m_slot, how);
}

}  // namespace ipclab

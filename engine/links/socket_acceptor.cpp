#include "links/socket_acceptor.h"

#include <fcntl.h>
#include <sys/socket.h>

#include <cerrno>

#include "core/error.h"

namespace ipclab {

namespace {

constexpr std::size_t kMostUndecided = 32;  // strangers who connect and say nothing push one another out

}  // namespace

SocketAcceptor::SocketAcceptor(UniqueFd listener, std::uint64_t expected, SocketNonce nonce, const ConnectionPool& pool)
    : m_listener(std::move(listener)), m_missing(expected), m_nonce(nonce), m_pool(pool) {
    check(::fcntl(m_listener.get(), F_SETFL, O_NONBLOCK), "fcntl of a listening socket");
}

void SocketAcceptor::watch(std::vector<pollfd>& entries) const {
    if (m_missing == 0) return;
    entries.push_back({m_listener.get(), POLLIN, 0});
    for (const ConnectedSocket& socket : m_undecided) entries.push_back({socket.fd.get(), POLLIN, 0});
}

void SocketAcceptor::accept(std::vector<ConnectedSocket>& arrived, std::uint64_t& systemCalls) {
    if (m_missing > 0) acceptWaiting(arrived, systemCalls);
    if (m_missing > 0) decide(arrived, systemCalls);
    if (m_missing > 0) return;
    m_listener.reset();
    m_undecided.clear();
}

void SocketAcceptor::acceptWaiting(std::vector<ConnectedSocket>& arrived, std::uint64_t& systemCalls) {
    while (m_missing > 0) {
        ++systemCalls;
        UniqueFd accepted(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
        if (!accepted && (errno == ECONNABORTED || errno == EINTR)) continue;
        if (!accepted && errno == EAGAIN) return;
        if (!accepted) throwErrno(errno, "accept4");
        ConnectedSocket socket{std::move(accepted), Connection(m_pool)};
        if (m_nonce == SocketNonce{}) {
            take(std::move(socket), arrived);
        } else {
            if (m_undecided.size() == kMostUndecided) m_undecided.erase(m_undecided.begin());
            m_undecided.push_back(std::move(socket));
        }
    }
}

void SocketAcceptor::decide(std::vector<ConnectedSocket>& arrived, std::uint64_t& systemCalls) {
    std::vector<ConnectedSocket> still;
    for (ConnectedSocket& socket : m_undecided) {
        SocketNonce shown{};
        ++systemCalls;
        const ssize_t got = ::recv(socket.fd.get(), shown.data(), sizeof shown, MSG_DONTWAIT);
        if (got < 0 && errno == EAGAIN) {
            still.push_back(std::move(socket));
        } else if (got == sizeof shown && shown == m_nonce && m_missing > 0) {
            take(std::move(socket), arrived);
        }
    }
    m_undecided = std::move(still);
}

void SocketAcceptor::take(ConnectedSocket socket, std::vector<ConnectedSocket>& arrived) {
    socket.connection.open(socket.fd.get());
    arrived.push_back(std::move(socket));
    --m_missing;
}

}  // namespace ipclab

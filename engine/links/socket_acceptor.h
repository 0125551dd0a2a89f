// A listening socket until every sender of the link has connected. Whoever must show the nonce of the run is held
// aside until he has; whoever shows anything else is dropped.
#pragma once

#include <poll.h>

#include <array>
#include <cstdint>
#include <vector>

#include "links/connection.h"

namespace ipclab {

using SocketNonce = std::array<std::uint64_t, 2>;  // all zero: none is asked for

class SocketAcceptor {
public:
    // The descriptor listens already; it is made O_NONBLOCK.
    SocketAcceptor(UniqueFd listener, std::uint64_t expected, SocketNonce nonce, const ConnectionPool& pool);

    [[nodiscard]] std::uint64_t missing() const { return m_missing; }
    [[nodiscard]] bool undecided() const { return !m_undecided.empty(); }
    // Adds what to wait for. Nothing once all have come.
    void watch(std::vector<pollfd>& entries) const;
    // Takes in what has arrived, without waiting: appends sockets of senders. Adds its system calls.
    void accept(std::vector<ConnectedSocket>& arrived, std::uint64_t& systemCalls);
    // Gives the listener back unclosed: the end could not be opened yet.
    void giveBack() { static_cast<void>(m_listener.release()); }

private:
    void acceptWaiting(std::vector<ConnectedSocket>& arrived, std::uint64_t& systemCalls);
    void decide(std::vector<ConnectedSocket>& arrived, std::uint64_t& systemCalls);
    void take(ConnectedSocket socket, std::vector<ConnectedSocket>& arrived);

    UniqueFd m_listener;
    std::uint64_t m_missing;
    SocketNonce m_nonce;
    ConnectionPool m_pool;
    std::vector<ConnectedSocket> m_undecided;
};

}  // namespace ipclab

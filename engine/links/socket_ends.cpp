#include "links/socket_ends.h"

#include <poll.h>

#include <cerrno>

#include "links/spin.h"

namespace ipclab {

SendStatus FanOutSender::send(std::span<const std::byte> message) {
    if (message.size() > m_maxBytes) return SendStatus::TooLong;
    SendStatus status = sendToAny(message);
    if (status != SendStatus::WouldBlock || m_options.mode == Blocking::NonBlocking) return status;
    const Deadline deadline(m_options.timeoutNs);
    if (const auto spun = spinFirst(m_options, [&] { return sendToAny(message); })) return *spun;
    while (status == SendStatus::WouldBlock) {
        const WaitResult waited = waitForRoom(deadline);
        if (waited == WaitResult::TimedOut) return SendStatus::TimedOut;
        if (waited == WaitResult::Interrupted) return SendStatus::Interrupted;
        status = sendToAny(message);
    }
    return status;
}

// A receiver that went away has not received what was begun: the whole message goes to another one.
SendStatus FanOutSender::sendToAny(std::span<const std::byte> message) {
    std::size_t full = 0;
    while (full < m_receivers.size()) {
        if (m_next >= m_receivers.size()) m_next = 0;
        FrameWriter& receiver = m_receivers[m_next];
        const SendStatus status = receiver.write(message);
        m_systemCalls += std::exchange(receiver.stream().systemCalls, 0);
        if (status == SendStatus::PeerClosed) {
            m_receivers.erase(m_receivers.begin() + static_cast<std::ptrdiff_t>(m_next));
            full = 0;
            continue;
        }
        ++m_next;
        if (status == SendStatus::Sent) m_connection = receiver.stream().connection().slot();
        if (status != SendStatus::WouldBlock) return status;
        ++full;
    }
    return m_receivers.empty() ? SendStatus::PeerClosed : SendStatus::WouldBlock;
}

WaitResult FanOutSender::waitForRoom(const Deadline& deadline) {
    if (deadline.expired()) return WaitResult::TimedOut;
    std::vector<pollfd> entries;
    for (const FrameWriter& receiver : m_receivers) entries.push_back({receiver.stream().fd(), POLLOUT, 0});
    ++m_systemCalls;
    const int rc = ::poll(entries.data(), entries.size(), toPollMs(deadline.sliceNs()));
    return rc < 0 && errno == EINTR ? WaitResult::Interrupted : WaitResult::Ready;
}

ReceiveResult FanInReceiver::receive(std::span<std::byte> buffer) {
    ReceiveResult result = receiveFromReady(buffer);
    if (result.status != ReceiveStatus::WouldBlock) return result;
    const bool nonBlocking = m_options.mode == Blocking::NonBlocking;
    const Deadline deadline(nonBlocking ? 0 : m_options.timeoutNs);
    const auto lookAgain = [&]() -> ReceiveResult {
        if (waitForSome(0) == WaitResult::Interrupted) return {ReceiveStatus::Interrupted};
        return receiveFromReady(buffer);
    };
    if (const auto spun = spinFirst(m_options, lookAgain)) return *spun;
    for (;;) {
        const bool last = deadline.expired();
        if (waitForSome(last ? 0 : deadline.sliceNs()) == WaitResult::Interrupted) return {ReceiveStatus::Interrupted};
        result = receiveFromReady(buffer);
        if (result.status != ReceiveStatus::WouldBlock) return result;
        if (last) return {nonBlocking ? ReceiveStatus::WouldBlock : ReceiveStatus::TimedOut};
    }
}

ReceiveResult FanInReceiver::receiveFromReady(std::span<std::byte> buffer) {
    for (std::size_t looked = 0; looked < m_connections.size();) {
        if (m_next >= m_connections.size()) m_next = 0;
        Connection& connection = m_connections[m_next];
        ++looked;
        ++m_next;
        if (!connection.ready) continue;
        const std::uint64_t callsBefore = connection.receiver->systemCalls();
        const ReceiveResult result = connection.receiver->receive(buffer);
        m_systemCalls += connection.receiver->systemCalls() - callsBefore;
        if (result.status == ReceiveStatus::PeerClosed) {
            m_connections.erase(m_connections.begin() + static_cast<std::ptrdiff_t>(--m_next));
            looked = 0;
        } else if (result.status == ReceiveStatus::WouldBlock || result.status == ReceiveStatus::Interrupted) {
            connection.ready = false;
        } else {
            m_connection = connection.receiver->connection();
            return result;
        }
    }
    return {ended() ? ReceiveStatus::PeerClosed : ReceiveStatus::WouldBlock};
}

// Peers are asked only while somebody is missing who may never come; who did connect, even if he is dead, waits in
// the listener's queue and is let in first.
bool FanInReceiver::ended() const {
    if (!m_connections.empty()) return false;
    if (m_acceptor.missing() == 0) return true;
    if (!m_peers.sendersGone()) return false;
    std::vector<pollfd> entries;
    m_acceptor.watch(entries);
    return ::poll(entries.data(), entries.size(), 0) == 0;
}

WaitResult FanInReceiver::waitForSome(Nanoseconds atMostNs) {
    m_entries.clear();
    for (const Connection& connection : m_connections)
        m_entries.push_back({connection.receiver->descriptor(), POLLIN, 0});
    m_acceptor.watch(m_entries);
    ++m_systemCalls;
    const int rc = ::poll(m_entries.data(), m_entries.size(), toPollMs(atMostNs));
    if (rc < 0 && errno == EINTR) return WaitResult::Interrupted;
    if (rc <= 0) return WaitResult::Ready;
    bool newcomers = false;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].revents == 0) continue;
        if (i < m_connections.size()) m_connections[i].ready = true;
        newcomers = newcomers || i >= m_connections.size();
    }
    if (newcomers) admit();
    return WaitResult::Ready;
}

void FanInReceiver::admit() {
    std::vector<ConnectedSocket> arrived;
    m_acceptor.accept(arrived, m_systemCalls);
    EndOptions options = m_options;
    options.mode = Blocking::NonBlocking;
    for (ConnectedSocket& socket : arrived)
        m_connections.push_back({m_family.openReceiver(std::move(socket), options), true});
}

}  // namespace ipclab

#include "links/datagram_ends.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <algorithm>
#include <cerrno>

#include "core/error.h"
#include "links/byte_stream.h"
#include "links/framing.h"
#include "links/spin.h"
#include "links/stream_ends.h"

namespace ipclab {

namespace {

constexpr std::uint32_t kSendsPerLook = 256;

int flagsFor(const EndOptions& options) {
    return MSG_NOSIGNAL | (waitingOf(options) == ByteStream::Waiting::Nowait ? MSG_DONTWAIT : 0);
}

bool sleepsInCall(int flags) { return (flags & MSG_DONTWAIT) == 0; }

}  // namespace

void setPatience(int fd) {
    const timeval patience{1, 0};
    check(::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience), "setsockopt SO_RCVTIMEO");
    check(::setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience), "setsockopt SO_SNDTIMEO");
}

DatagramSender::DatagramSender(UniqueFd socket, const EndOptions& options, const Peers& peers,
                               std::uint64_t maxMessageBytes, bool everyReceiver)
    : m_socket(std::move(socket)),
      m_options(options),
      m_peers(peers),
      m_maxBytes(maxMessageBytes),
      m_everyReceiver(everyReceiver),
      m_flags(flagsFor(options)) {}

SendStatus DatagramSender::send(std::span<const std::byte> message) {
    if (message.size() > m_maxBytes) return SendStatus::TooLong;
    if (m_everyReceiver && m_untilLook-- == 0) {
        m_untilLook = kSendsPerLook - 1;
        if (m_peers.receiversGone()) return SendStatus::PeerClosed;
    }
    const SendStatus status = sendOnce(message);
    return status == SendStatus::Sent ? status : sendSlowly(message, status);
}

// A peer that refused once has no socket any more; the kernel says so a single time.
SendStatus DatagramSender::sendOnce(std::span<const std::byte> message) {
    if (m_closed) return SendStatus::PeerClosed;
    ++m_systemCalls;
    if (::send(m_socket.get(), message.data(), message.size(), m_flags) >= 0) return SendStatus::Sent;
    switch (errno) {
        case EAGAIN:
        case ENOBUFS:
            return SendStatus::WouldBlock;
        case EINTR:
            return SendStatus::Interrupted;
        case ECONNREFUSED:
        case ECONNRESET:
        case ENOTCONN:
        case EPIPE:
            m_closed = true;
            return SendStatus::PeerClosed;
        default:
            throwErrno(errno, "send of a message of " + std::to_string(message.size()) + " bytes");
    }
}

SendStatus DatagramSender::sendSlowly(std::span<const std::byte> message, SendStatus status) {
    const Deadline deadline(m_options.timeoutNs);
    if (status == SendStatus::WouldBlock) {
        if (const auto spun = spinFirst(m_options, [&] { return sendOnce(message); })) return *spun;
    }
    for (;;) {
        if (status != SendStatus::WouldBlock && status != SendStatus::Interrupted) return status;
        if (m_peers.receiversGone()) return SendStatus::PeerClosed;
        if (status == SendStatus::Interrupted || m_options.mode == Blocking::NonBlocking) return status;
        if (!sleepsInCall(m_flags)) {
            const WaitResult waited = waitForDescriptor(m_socket.get(), POLLOUT, deadline, m_systemCalls);
            if (waited == WaitResult::TimedOut) return SendStatus::TimedOut;
            if (waited == WaitResult::Interrupted) return SendStatus::Interrupted;
        }
        status = sendOnce(message);
    }
}

DatagramReceiver::DatagramReceiver(UniqueFd socket, const EndOptions& options, const Peers& peers,
                                   std::vector<std::uint64_t> fromPorts)
    : m_socket(std::move(socket)),
      m_options(options),
      m_peers(peers),
      m_fromPorts(std::move(fromPorts)),
      m_flags(flagsFor(options) | MSG_TRUNC) {}

ReceiveResult DatagramReceiver::receive(std::span<std::byte> buffer) {
    const ReceiveResult result = receiveOnce(buffer, m_flags);
    const bool nothing = result.status == ReceiveStatus::WouldBlock || result.status == ReceiveStatus::Interrupted;
    return nothing ? receiveSlowly(buffer, result) : result;
}

ReceiveResult DatagramReceiver::receiveOnce(std::span<std::byte> buffer, int flags) {
    const ssize_t got = receiveKnown(buffer, flags);
    if (got >= 0) return packetResult(buffer, static_cast<std::size_t>(got));
    if (errno == EAGAIN) return {ReceiveStatus::WouldBlock};
    if (errno == EINTR) return {ReceiveStatus::Interrupted};
    throwErrno(errno, "receive of a message");
}

// What comes from anywhere but the ports of the link is dropped unseen.
ssize_t DatagramReceiver::receiveKnown(std::span<std::byte> buffer, int flags) {
    for (;;) {
        ++m_systemCalls;
        if (m_fromPorts.empty()) return ::recv(m_socket.get(), buffer.data(), buffer.size(), flags);
        sockaddr_in from{};
        socklen_t size = sizeof from;
        const ssize_t got =
            ::recvfrom(m_socket.get(), buffer.data(), buffer.size(), flags, reinterpret_cast<sockaddr*>(&from), &size);
        if (got < 0 || std::ranges::find(m_fromPorts, ntohs(from.sin_port)) != m_fromPorts.end()) return got;
    }
}

ReceiveResult DatagramReceiver::receiveSlowly(std::span<std::byte> buffer, ReceiveResult result) {
    const bool nonBlocking = m_options.mode == Blocking::NonBlocking;
    const Deadline deadline(nonBlocking ? 0 : m_options.timeoutNs);
    if (result.status == ReceiveStatus::WouldBlock) {
        if (const auto spun = spinFirst(m_options, [&] { return receiveOnce(buffer, m_flags); })) return *spun;
    }
    for (;;) {
        if (result.status != ReceiveStatus::WouldBlock && result.status != ReceiveStatus::Interrupted) return result;
        if (m_peers.sendersGone()) {  // what they sent last is there by now
            const ReceiveResult last = receiveOnce(buffer, m_flags | MSG_DONTWAIT);
            return last.status == ReceiveStatus::WouldBlock ? ReceiveResult{ReceiveStatus::PeerClosed} : last;
        }
        if (result.status == ReceiveStatus::Interrupted || nonBlocking) return result;
        if (!sleepsInCall(m_flags)) {
            const WaitResult waited = waitForDescriptor(m_socket.get(), POLLIN, deadline, m_systemCalls);
            if (waited == WaitResult::TimedOut) return {ReceiveStatus::TimedOut};
            if (waited == WaitResult::Interrupted) return {ReceiveStatus::Interrupted};
        }
        result = receiveOnce(buffer, m_flags);
    }
}

}  // namespace ipclab

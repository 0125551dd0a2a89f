#include "stacks/beast/wire.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>

#include "core/error.h"

namespace ipclab {

namespace {

constexpr std::size_t kReadBytes = 64UL << 10;
constexpr std::string_view kLoopbackPrefix = "127.0.0.1:";

std::size_t sizeOf(std::span<const iovec> pieces) {
    std::size_t size = 0;
    for (const iovec& piece : pieces) size += piece.iov_len;
    return size;
}

}  // namespace

ssize_t Wire::read(std::span<std::byte> into, StackPatience patience) {
    ++m_systemCalls;
    return ::recv(fd(), into.data(), into.size(), patience == StackPatience::MayWait ? 0 : MSG_DONTWAIT);
}

ssize_t Wire::write(std::span<const iovec> pieces) {
    ++m_systemCalls;
    msghdr message{};
    message.msg_iov = const_cast<iovec*>(pieces.data());
    message.msg_iovlen = pieces.size();
    return ::sendmsg(fd(), &message, MSG_DONTWAIT | MSG_NOSIGNAL);
}

StackStep BufferedWire::fill(StackPatience patience) {
    if (m_from == m_to) m_from = m_to = 0;
    if (m_input.size() - m_to < kReadBytes) {
        std::memmove(m_input.data(), m_input.data() + m_from, m_to - m_from);
        m_to -= std::exchange(m_from, 0);
        m_input.resize(m_to + kReadBytes);
    }
    const ssize_t got = m_wire->read(std::span(m_input).subspan(m_to), patience);
    if (got > 0) {
        m_to += static_cast<std::size_t>(got);
        return StackStep::Done;
    }
    if (got < 0 && errno == EAGAIN) return StackStep::Later;
    if (got < 0 && errno == EINTR) return StackStep::Interrupted;
    m_endError = got < 0 ? errno : 0;
    return StackStep::Gone;
}

void BufferedWire::consume(std::size_t count) { m_from += count; }

void BufferedWire::keep(std::span<const iovec> pieces, std::size_t from) {
    for (const iovec& piece : pieces) {
        const std::size_t skipped = std::min(from, piece.iov_len);
        from -= skipped;
        m_output.append(static_cast<const char*>(piece.iov_base) + skipped, piece.iov_len - skipped);
    }
}

void BufferedWire::write(std::span<const iovec> pieces) {
    if (hasRest()) return keep(pieces, 0);
    m_output.clear();
    m_written = 0;
    if (m_broken) return;
    const ssize_t written = m_wire->write(pieces);
    if (written < 0 && errno != EAGAIN && errno != EINTR) {
        m_broken = true;
    } else if (const auto done = static_cast<std::size_t>(std::max<ssize_t>(written, 0)); done < sizeOf(pieces)) {
        keep(pieces, done);
    }
}

StackStep BufferedWire::flush() {
    while (hasRest() && !m_broken) {
        const iovec rest{m_output.data() + m_written, m_output.size() - m_written};
        const ssize_t written = m_wire->write({&rest, 1});
        if (written >= 0) {
            m_written += static_cast<std::size_t>(written);
        } else if (errno == EAGAIN || errno == EINTR) {
            return StackStep::Later;
        } else {
            m_broken = true;
        }
    }
    return m_broken ? StackStep::Gone : StackStep::Done;
}

short BufferedWire::events(StackWait what) const {
    const int reads = what == StackWait::ForMessage ? POLLIN : 0;
    const int writes = !hasRest() ? 0 : m_wire->writesOnceRead() ? POLLIN : POLLOUT;
    return static_cast<short>(reads | writes);
}

WaitResult BufferedWire::wait(StackWait what, Nanoseconds atMostNs) {
    if (what == StackWait::ForMessage && holdsBytes()) return WaitResult::Ready;
    ++m_waits;
    pollfd entry{fd(), events(what), 0};
    const timespec time{atMostNs / kNsPerSecond, atMostNs % kNsPerSecond};
    const int ready = ::ppoll(&entry, 1, &time, nullptr);
    if (ready < 0) return WaitResult::Interrupted;
    return ready == 0 ? WaitResult::TimedOut : WaitResult::Ready;
}

UniqueFd connectToLoopback(const std::string& address) {
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::uint16_t port = 0;
    const char* const end = address.data() + address.size();
    const bool loopback = address.starts_with(kLoopbackPrefix);
    if (!loopback || std::from_chars(address.data() + kLoopbackPrefix.size(), end, port).ptr != end)
        throwErrno(EINVAL, "\"" + address + "\" is not a port of the loopback interface");
    to.sin_port = htons(port);
    UniqueFd socket(check(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
    sendAtOnce(socket.get());
    while (::connect(socket.get(), reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0 && errno != EISCONN) {
        if (errno == ECONNREFUSED || errno == ECONNRESET) return {};
        if (errno != EINTR && errno != EALREADY) throwErrno(errno, "connect to " + address);
    }
    return socket;
}

void sendAtOnce(int fd) {
    const int on = 1;
    check(::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on), "setsockopt TCP_NODELAY");
}

}  // namespace ipclab

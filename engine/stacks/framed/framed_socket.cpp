#include "stacks/framed/framed_socket.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <array>
#include <cassert>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <stdexcept>

#include "core/error.h"

namespace ipclab {

namespace {

constexpr std::uint32_t kLastFragment = 0x8000'0000;
constexpr std::size_t kFirstRoomBytes = 8 * 1024;
constexpr std::string_view kLoopbackPrefix = "127.0.0.1:";

std::uint32_t lengthAt(const std::byte* bytes) {
    std::uint32_t network = 0;
    std::memcpy(&network, bytes, sizeof network);
    return ntohl(network);
}

sockaddr_in loopbackAt(const std::string& address) {
    std::uint16_t port = 0;
    const char* end = address.data() + address.size();
    const bool loopback = address.starts_with(kLoopbackPrefix);
    if (!loopback || std::from_chars(address.data() + kLoopbackPrefix.size(), end, port).ptr != end) {
        throw std::invalid_argument("\"" + address + "\" is not a port of the loopback interface");
    }
    sockaddr_in result{};
    result.sin_family = AF_INET;
    result.sin_port = htons(port);
    result.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return result;
}

}  // namespace

FramedSocket::FramedSocket(UniqueFd fd, Framing framing, std::uint64_t limit)
    : m_fd(std::move(fd)), m_framing(framing), m_limit(limit), m_in(kFirstRoomBytes) {}

StackStep FramedSocket::send(std::span<const std::byte> frame) {
    assert(isSent() && frame.size() < kLastFragment);
    std::uint32_t header = frameHeader(m_framing, frame.size());
    std::array<iovec, 2> parts{iovec{&header, sizeof header},
                               iovec{const_cast<std::byte*>(frame.data()), frame.size()}};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    ++m_systemCalls;
    const ssize_t sent = ::sendmsg(m_fd.get(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && errno != EAGAIN && errno != EINTR) return StackStep::Gone;
    const std::size_t done = sent < 0 ? 0 : static_cast<std::size_t>(sent);
    if (done == sizeof header + frame.size()) return StackStep::Done;
    const auto* headerBytes = reinterpret_cast<const std::byte*>(&header);
    if (done < sizeof header) m_out.assign(headerBytes + done, headerBytes + sizeof header);
    const std::size_t ofFrame = done < sizeof header ? 0 : done - sizeof header;
    m_out.insert(m_out.end(), frame.begin() + static_cast<std::ptrdiff_t>(ofFrame), frame.end());
    return StackStep::Done;
}

StackStep FramedSocket::flush() {
    while (!m_out.empty()) {
        const std::span<const std::byte> rest = std::span(m_out).subspan(m_outSent);
        ++m_systemCalls;
        const ssize_t sent = ::send(m_fd.get(), rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) return errno == EAGAIN ? StackStep::Later : StackStep::Gone;
        m_outSent += static_cast<std::size_t>(sent);
        if (m_outSent < m_out.size()) continue;
        m_out.clear();
        m_outSent = 0;
    }
    return StackStep::Done;
}

StackStep FramedSocket::receive(std::span<const std::byte>& frame, StackPatience patience) {
    consume();
    for (;;) {
        const Parsed parsed = parse(frame);
        if (parsed == Parsed::Whole) return StackStep::Done;
        if (parsed == Parsed::TooLong) return StackStep::Corrupt;
        if (const StackStep step = read(patience); step != StackStep::Done) return step;
    }
}

bool FramedSocket::hasFrame() {
    consume();
    std::span<const std::byte> frame;
    const bool whole = parse(frame) == Parsed::Whole;
    m_frameBytes = 0;  // not given yet
    return whole;
}

void FramedSocket::consume() {
    m_begin += m_frameBytes;
    m_frameBytes = 0;
    if (m_begin == m_end) m_begin = m_end = 0;
}

FramedSocket::Parsed FramedSocket::parse(std::span<const std::byte>& frame) {
    std::size_t at = m_begin;
    std::uint64_t total = 0;
    m_joined.clear();
    while (m_end - at >= kHeaderBytes) {
        const std::uint32_t header = lengthAt(m_in.data() + at);
        const bool record = m_framing == Framing::Record;
        const std::uint64_t length = record ? header & ~kLastFragment : header;
        const bool last = !record || (header & kLastFragment) != 0;
        total += length;
        // Fragments of nothing are none of ours: they would take memory for ever.
        if (total > m_limit || (!last && length == 0)) return Parsed::TooLong;
        at += kHeaderBytes;
        if (m_end - at < length) return Parsed::Part;
        const std::span<const std::byte> fragment = std::span(m_in).subspan(at, length);
        at += length;
        if (last && m_joined.empty()) {
            frame = fragment;
        } else {
            m_joined.insert(m_joined.end(), fragment.begin(), fragment.end());
            frame = m_joined;
        }
        if (!last) continue;
        m_frameBytes = at - m_begin;
        return Parsed::Whole;
    }
    return Parsed::Part;
}

// Twice as much as has arrived at most, whatever was claimed.
void FramedSocket::makeRoom() {
    if (m_begin != 0) {
        std::memmove(m_in.data(), m_in.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_end == m_in.size()) m_in.resize(m_in.size() * 2);
}

StackStep FramedSocket::read(StackPatience patience) {
    makeRoom();
    const bool waits = patience == StackPatience::MayWait;
    for (;;) {
        ++m_systemCalls;
        const ssize_t got = ::recv(m_fd.get(), m_in.data() + m_end, m_in.size() - m_end, waits ? 0 : MSG_DONTWAIT);
        if (got > 0) {
            m_end += static_cast<std::size_t>(got);
            return StackStep::Done;
        }
        if (got < 0 && errno == EINTR && !waits) continue;
        if (got < 0 && errno == EINTR) return StackStep::Interrupted;
        return got < 0 && errno == EAGAIN ? StackStep::Later : StackStep::Gone;
    }
}

WaitResult FramedSocket::wait(StackWait what, Nanoseconds atMostNs) {
    ++m_systemCalls;
    const bool kept = !isSent();
    const auto events = static_cast<short>((what == StackWait::ForMessage ? POLLIN : 0) | (kept ? POLLOUT : 0));
    pollfd entry{.fd = m_fd.get(), .events = events, .revents = 0};
    return pollDescriptors(std::span(&entry, 1), atMostNs);
}

std::uint32_t frameHeader(Framing framing, std::size_t sizeBytes) {
    const auto size = static_cast<std::uint32_t>(sizeBytes);
    return htonl(framing == Framing::Record ? size | kLastFragment : size);
}

StackStep sendNoted(FramedSocket& socket, std::span<const std::byte> frame, CallStep step, bool noted) {
    const StepTimer sends(step, noted);
    const StackStep result = socket.send(frame);
    if (!sends.isNoted()) return result;
    const Nanoseconds endNs = monotonicNow();  // what follows is for whoever looks
    const std::uint32_t header = frameHeader(socket.framing(), frame.size());
    std::vector<std::byte> bytes(sizeof header);
    std::memcpy(bytes.data(), &header, sizeof header);
    bytes.insert(bytes.end(), frame.begin(), frame.end());
    const std::array<ByteMark, 2> marks{
        ByteMark{socket.framing() == Framing::Record ? TEXT("mark", "record mark") : TEXT("mark", "frame length"),
                 sizeof header},
        ByteMark{TEXT("mark", "what was marshalled"), frame.size()}};
    sends.done(endNs, bytes, marks);
    return result;
}

UniqueFd connectToPort(const std::string& address) {
    const sockaddr_in to = loopbackAt(address);
    UniqueFd fd(check(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), "socket"));
    const int on = 1;
    check(::setsockopt(fd.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on), "setsockopt TCP_NODELAY");
    int result = 0;
    do {
        result = ::connect(fd.get(), reinterpret_cast<const sockaddr*>(&to), sizeof to);
    } while (result != 0 && errno == EINTR);
    if (result != 0 && (errno == ECONNREFUSED || errno == ECONNRESET)) return {};
    if (errno != EISCONN) check(result, "connect " + address);
    return fd;
}

WaitResult pollDescriptors(std::span<pollfd> entries, Nanoseconds atMostNs) {
    const timespec time{.tv_sec = atMostNs / kNsPerSecond, .tv_nsec = atMostNs % kNsPerSecond};
    const int ready = ::ppoll(entries.data(), entries.size(), atMostNs < 0 ? nullptr : &time, nullptr);
    if (ready > 0) return WaitResult::Ready;
    if (ready < 0 && errno != EINTR) throwErrno(errno, "poll");
    return ready == 0 ? WaitResult::TimedOut : WaitResult::Interrupted;
}

}  // namespace ipclab

#include "links/byte_stream.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>

#include <cerrno>

namespace ipclab {

// errno stays that of the receive before it.
void ByteStream::acknowledge() {
    ++systemCalls;
    const int before = errno, on = 1;
    ::setsockopt(m_fd.get(), IPPROTO_TCP, TCP_QUICKACK, &on, sizeof on);
    errno = before;
}

ssize_t ByteStream::readTerminal(std::byte* to, std::size_t sizeBytes) {
    const ssize_t got = ::read(m_fd.get(), to, sizeBytes);
    return got < 0 && errno == EIO ? 0 : got;
}

ssize_t ByteStream::writeTerminal(const std::byte* from, std::size_t sizeBytes) {
    const ssize_t written = ::write(m_fd.get(), from, sizeBytes);
    if (written < 0 && errno == EIO) errno = EPIPE;
    return written;
}

WaitResult waitForDescriptor(int fd, short events, const Deadline& deadline, std::uint64_t& systemCalls) {
    if (deadline.expired()) return WaitResult::TimedOut;
    ++systemCalls;
    pollfd entry{fd, events, 0};
    const int rc = ::poll(&entry, 1, toPollMs(deadline.sliceNs()));
    return rc < 0 && errno == EINTR ? WaitResult::Interrupted : WaitResult::Ready;
}

WaitResult ByteStream::wait(short events, const Deadline& deadline) {
    return waitForDescriptor(m_fd.get(), events, deadline, systemCalls);
}

bool ByteStream::waitReady(short events, Nanoseconds atMostNs) {
    ++systemCalls;
    pollfd entry{m_fd.get(), events, 0};
    return ::poll(&entry, 1, toPollMs(atMostNs)) > 0;
}

void ByteStream::waitOn(short events) {
    ++systemCalls;
    pollfd entry{m_fd.get(), events, 0};
    ::poll(&entry, 1, -1);
}

}  // namespace ipclab

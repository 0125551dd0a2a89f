#include "links/byte_stream.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace ipclab {

int ByteStream::flags() const { return MSG_NOSIGNAL | (m_waiting == Waiting::Nowait ? MSG_DONTWAIT : 0); }

ssize_t ByteStream::readSome(std::byte* to, std::size_t sizeBytes) {
    ++systemCalls;
    return m_kind == Kind::Socket ? ::recv(m_fd.get(), to, sizeBytes, flags()) : ::read(m_fd.get(), to, sizeBytes);
}

ssize_t ByteStream::writeSome(const std::byte* from, std::size_t sizeBytes) {
    ++systemCalls;
    return m_kind == Kind::Socket ? ::send(m_fd.get(), from, sizeBytes, flags())
                                  : ::write(m_fd.get(), from, sizeBytes);
}

WaitResult ByteStream::wait(short events, const Deadline& deadline) {
    if (deadline.expired()) return WaitResult::TimedOut;
    ++systemCalls;
    pollfd entry{m_fd.get(), events, 0};
    const int rc = ::poll(&entry, 1, toPollMs(deadline.sliceNs()));
    return rc < 0 && errno == EINTR ? WaitResult::Interrupted : WaitResult::Ready;
}

void ByteStream::waitOn(short events) {
    ++systemCalls;
    pollfd entry{m_fd.get(), events, 0};
    ::poll(&entry, 1, -1);
}

}  // namespace ipclab

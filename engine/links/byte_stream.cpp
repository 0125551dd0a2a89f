#include "links/byte_stream.h"

#include <poll.h>

#include <cerrno>

namespace ipclab {

WaitResult ByteStream::wait(short events, const Deadline& deadline) {
    if (deadline.expired()) return WaitResult::TimedOut;
    ++systemCalls;
    pollfd entry{m_fd.get(), events, 0};
    const int rc = ::poll(&entry, 1, toPollMs(deadline.sliceNs()));
    return rc < 0 && errno == EINTR ? WaitResult::Interrupted : WaitResult::Ready;
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

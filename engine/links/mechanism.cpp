#include "links/mechanism.h"

#include <poll.h>

#include "core/error.h"
#include "links/byte_stream.h"

namespace ipclab {

namespace {

WaitResult pollDescriptor(int fd, short events, Nanoseconds timeoutNs) {
    pollfd entry{fd, events, 0};
    const int ready = ::poll(&entry, 1, toPollMs(timeoutNs));
    if (ready < 0) return WaitResult::Interrupted;
    return ready == 0 ? WaitResult::TimedOut : WaitResult::Ready;
}

}  // namespace

std::uint64_t Link::setCapacityBytes(std::uint64_t) { throwErrno(ENOTSUP, "changing the capacity of this link"); }

WaitResult Sender::pollReady(Nanoseconds timeoutNs) { return pollDescriptor(descriptor(), POLLOUT, timeoutNs); }
WaitResult Receiver::pollReady(Nanoseconds timeoutNs) { return pollDescriptor(descriptor(), POLLIN, timeoutNs); }

}  // namespace ipclab

// What POSIX message queues take of RLIMIT_MSGQUEUE (getrlimit(2)): the kernel sums it up over all queues of a user, so
// that queues each of which is within it may be too many together.
#pragma once

#include <cstdint>

#include "links/mechanism.h"

namespace ipclab {

// Of a link whose mechanism is posix-mq.
std::uint64_t queueMemoryBytes(const LinkRequest& spec);
// Of this process; the largest number there is: none.
std::uint64_t queueMemoryLimit();

}  // namespace ipclab

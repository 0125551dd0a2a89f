// One connection served by calls that block, by a thread or a process of its own.
#pragma once

#include <functional>

#include "serving/conversation.h"
#include "serving/strategy.h"

namespace ipclab {

// So that no call on it blocks for longer than a connection may be silent (SO_RCVTIMEO, SO_SNDTIMEO; socket(7)).
// Throws std::system_error.
void setPatience(int fd, Nanoseconds idleNs);

// Until the connection is over; returns how it then ended unless it knows better itself. A call that has received is
// counted as a wake-up. stops: asked after every interruption and every request; what has arrived by then is answered.
Ending serveBlocking(Conversation& conversation, ServingCounts& counts, const std::function<bool()>& stops);

}  // namespace ipclab

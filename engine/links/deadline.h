// Deadlines are core's (core/deadline.h): what waits below the links needs them too.
#pragma once

#include "core/deadline.h"

namespace ipclab {

// A lock is held for the time of a copy: even an end that does not wait may wait that long.
inline constexpr Nanoseconds kLockPatienceNs = 10'000'000;

}  // namespace ipclab

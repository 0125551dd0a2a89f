// Lets a little time pass, so that what comes next meets another process at any moment of what it does. Without giving
// the processor away: among busy ones it comes back late.
#pragma once

#include "core/clock.h"

namespace ipclab::test {

inline void spinFor(Nanoseconds time) {
    for (const Nanoseconds end = monotonicNow() + time; monotonicNow() < end;) {
    }
}

}  // namespace ipclab::test

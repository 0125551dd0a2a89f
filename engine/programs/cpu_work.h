// Burning a given amount of CPU time in user mode, without a system call: the loop is calibrated once against the
// thread's CPU clock, which does not count the time others had the core.
#pragma once

#include "core/clock.h"

namespace ipclab {

void burnCpu(Nanoseconds cpuNs);

}  // namespace ipclab

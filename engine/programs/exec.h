// The second half of the program `exec`: what the process does once its program has been replaced.
#pragma once

#include <string_view>

#include "core/clock.h"

namespace ipclab {

// The first argument of ipclab-worker that leads here: --after-exec REPORT-FD HOLD-MS.
inline constexpr std::string_view kAfterExec = "--after-exec";
// With this one ipclab-worker ends at once: a program to measure the making of processes with.
inline constexpr std::string_view kEndAtOnce = "--end-at-once";

// Tells what it is now, holds, and returns the exit code.
int runAfterExec(int reportFd, Nanoseconds holdNs);

}  // namespace ipclab

#pragma once

#include <sys/types.h>

#include <vector>

#include "results/task_data.h"

namespace ipclab {

// This process and those above it, up to process 1, the nearest first. Ends where /proc does not tell.
std::vector<Ancestor> ancestorsOf(pid_t pid);

}  // namespace ipclab

// What room this system has left: a run is bounded by it (launcher/run_guard.h).
#pragma once

#include <cstdint>

namespace ipclab {

// Processes and threads of the whole system now; 0: it does not tell.
std::uint64_t allTasks();

// How many more there may be: by its process table, by the limit of this user, and by that of this control group.
std::uint64_t freeTasks();

// MemAvailable of /proc/meminfo; 0: unknown.
std::uint64_t availableMemoryBytes();

}  // namespace ipclab

// What a run with a student's own program may take, where the author's experiment does not say it: a first attempt may
// loop for ever, fork without end or write without end, and neither the machine nor its owner is to suffer for it. Each
// is enforced by what the launcher has for every command (engine/launcher/spawn.cpp, run_guard.h) and is told as a cause.
#pragma once

#include "core/clock.h"
#include "labs/lab.h"

namespace ipclab {

inline constexpr std::uint64_t kOwnCpuSeconds = 20;
inline constexpr std::uint64_t kOwnAddressSpaceBytes = std::uint64_t{1} << 30;
inline constexpr std::uint64_t kOwnFileBytes = std::uint64_t{16} << 20;
inline constexpr std::uint64_t kOwnProcesses = 256;                        // of the whole run
inline constexpr std::uint64_t kOwnMemoryBytes = std::uint64_t{512} << 20;  // likewise
inline constexpr Nanoseconds kOwnDurationNs = 30 * kNsPerSecond;

// In the experiments of the steps that have a program. They are the author's then: a student's work that keeps them has
// changed nothing.
void limitOwnPrograms(Lab& lab);

}  // namespace ipclab

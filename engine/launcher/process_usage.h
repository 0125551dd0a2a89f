// What a process has used, and apart from it what its descendants have: rusage of wait4(2) is the sum of both, as soon
// as a process has waited for a child itself.
//
// Read while the process is alive or a zombie; any process of the same user, whoever its parent is.
#pragma once

#include <sys/resource.h>

#include <optional>

#include "core/shared_counters.h"
#include "observe/process_reader.h"
#include "protocol/messages.h"

namespace ipclab {

struct ModeTimes {
    Nanoseconds userNs = 0, systemNs = 0;
};
struct Switches {
    std::uint64_t voluntary = 0, involuntary = 0;
};

struct ProcessUsage {
    ModeTimes own{}, descendants{};
    Switches ownSwitches{};                            // of the threads that are there; of a zombie its first one
    std::optional<Switches> ofDescendants{};           // only wait4 tells them
    bool hasWaited = false;                            // for a child, so that there may be something of descendants
    std::optional<Nanoseconds> runNs{}, runDelayNs{};  // of all threads; of the first one
    std::uint64_t slices = 0;                          // of the first one
    bool severalThreads = false;                       // it has or had others
    std::optional<std::uint64_t> peakBytes{};          // VmHWM; a zombie has no memory any more
};

// Nothing when it is gone.
std::optional<ProcessUsage> readUsage(ProcessReader& reader);
// With what wait4 told of that process afterwards: finer than a tick, and with the switches.
void settle(ProcessUsage& usage, const rusage& sum);
void fill(ProcessExited& exited, const ProcessUsage& usage);
// To whoever observes, of one that has ended.
void tellLast(const ProcessUsage& usage, ProcessSlot& slot);

}  // namespace ipclab

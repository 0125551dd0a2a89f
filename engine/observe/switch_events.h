// Opens the kernel's own account of context switches for the calling process and all it will fork.
//
// Why this form (perf_event_open(2)): a dummy software event counts nothing, so the records are all it costs;
// `inherit` follows every child, and an inherited event can be mapped only when it is bound to one CPU, hence one
// descriptor for each; CLOCK_MONOTONIC makes its times comparable with every other time of a run; exclude_kernel is
// what an unprivileged process must promise at kernel.perf_event_paranoid = 2.
//
// Call from the launcher before it forks anybody. The descriptors are close-on-exec and may be sent to another process
// (SCM_RIGHTS), which maps them with SwitchReader. Exactly one process may map them.
// A set-user-ID program leaves the observation when it is executed: it appears to exit (the kernel's protection).
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "core/unique_fd.h"
#include "observe/wake_events.h"

namespace ipclab {

struct SwitchEvents {
    std::vector<UniqueFd> perCpu;  // one per online CPU; empty when not permitted
    std::vector<int> cpus;         // the CPU of each
    std::string problem;           // what was asked, what happened, what to do; empty when opened
    // Of the whole machine; whoever opens these may add them.
    WakeEvents wakes;
    std::vector<UniqueFd> followed;  // of processes that did not inherit it; their records go into the same rings

    explicit operator bool() const { return !perCpu.empty(); }
};

// When this is in the environment, and not empty, switch events count as forbidden: to see, and to test, what a run
// looks like on a system that forbids them. A value of 3 or more: by that level of kernel.perf_event_paranoid.
inline constexpr const char* kForbidVariable = "IPCLAB_FORBID_PERF";

// Never throws for what the machine forbids.
[[nodiscard]] SwitchEvents openSwitchEvents();

// Follows a process that is no descendant of the caller, and all it will fork from now on: a child of the window. It
// must belong to the same user, and the rings of `events`, where its records come, must be mapped already (else
// EINVAL). Returns the problem; empty: it is followed, or nothing is observed at all.
[[nodiscard]] std::string followProcess(SwitchEvents& events, pid_t pid);

// The text for a refusal with this errno at this level of kernel.perf_event_paranoid ("" when unreadable).
[[nodiscard]] std::string explainSwitchRefusal(int error, const std::string& paranoidLevel);

}  // namespace ipclab

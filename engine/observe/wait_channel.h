// Why a process waits, from what /proc tells of one that sleeps: for programs that do not say it themselves, and for
// waits nobody asked for, like a page that must be read in. By the kernel's function it sleeps in (/proc/PID/wchan)
// and, where that is hidden or unknown, by its system call (/proc/PID/syscall, proc(5)).
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "core/shared_counters.h"
#include "observe/current_call.h"

namespace ipclab {

class ProcessReader;

// None for a function this table does not know; never a guess.
[[nodiscard]] WaitReason waitReasonOf(std::string_view kernelFunction);

// The same of a system call that has not returned. Where it reads or writes, its descriptor decides: `target` tells
// what that is ("pipe:[7]", "socket:[8]", a path), "" where it may not be seen.
using DescriptorTarget = std::function<std::string(int descriptor)>;
[[nodiscard]] WaitReason waitReasonOf(const CurrentCall& call, const DescriptorTarget& target);

// Of one that sleeps now, by whichever of the two tells.
[[nodiscard]] WaitReason waitReasonOf(ProcessReader& reader);

}  // namespace ipclab

// Why a process waits, from the kernel function it sleeps in (/proc/PID/wchan, proc(5)): for programs that do not say
// it themselves, and for waits nobody asked for, like a page that must be read in.
#pragma once

#include <string_view>

#include "core/shared_counters.h"

namespace ipclab {

// None for a function this table does not know; never a guess.
[[nodiscard]] WaitReason waitReasonOf(std::string_view kernelFunction);

}  // namespace ipclab

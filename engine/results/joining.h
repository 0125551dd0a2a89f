// Whether a process that starts later can be started now, and whether one that lives can be asked to end while the
// others go on: what a control is told before it is used.
#pragma once

#include "results/run_data.h"

namespace ipclab {

// Why not, in people's words; empty: it can.
std::string startRefusal(const RunData& run, std::uint32_t process);
std::string retireRefusal(const RunData& run, std::uint32_t process);

}  // namespace ipclab

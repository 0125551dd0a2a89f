// A full memory fence on every processor that runs one of the processes that asked for it (membarrier(2),
// MEMBARRIER_CMD_GLOBAL_EXPEDITED, Linux 4.16). Of two sides that each store and then look what the other has stored,
// the one that does so rarely pays for both, and the other, with every message, pays nothing.
#pragma once

namespace ipclab {

// Whether this system has it and lets us.
[[nodiscard]] bool hasFarFence();
// From now on the others' fences reach this process. Throws std::system_error.
void joinFarFence();
void farFence();

}  // namespace ipclab

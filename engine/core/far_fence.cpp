#include "core/far_fence.h"

#include <linux/membarrier.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/error.h"

namespace ipclab {

namespace {

// glibc has no wrapper for it.
long membarrier(int command) { return ::syscall(SYS_membarrier, command, 0, 0); }

}  // namespace

bool hasFarFence() {
    constexpr long kNeeded = MEMBARRIER_CMD_GLOBAL_EXPEDITED | MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED;
    const long offered = membarrier(MEMBARRIER_CMD_QUERY);
    return offered > 0 && (offered & kNeeded) == kNeeded;
}

void joinFarFence() { check(membarrier(MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED), "membarrier"); }

void farFence() { check(membarrier(MEMBARRIER_CMD_GLOBAL_EXPEDITED), "membarrier"); }

}  // namespace ipclab

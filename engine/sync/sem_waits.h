// Waiting for a POSIX semaphore, named or not: the same calls on a sem_t.
#pragma once

#include <semaphore.h>

#include "sync/sync.h"

namespace ipclab {

SyncStatus tryTakeSemaphore(sem_t& semaphore);
// sem_clockwait(3) on CLOCK_MONOTONIC, which setting the wall clock does not move.
SyncStatus takeSemaphoreWithin(sem_t& semaphore, Nanoseconds sliceNs, std::uint64_t& systemCalls);

}  // namespace ipclab

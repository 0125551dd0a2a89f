#include "sync/sem_waits.h"

#include <cerrno>

namespace ipclab {

SyncStatus tryTakeSemaphore(sem_t& semaphore) {
    return ::sem_trywait(&semaphore) == 0 ? SyncStatus::Done : SyncStatus::WouldBlock;
}

SyncStatus takeSemaphoreWithin(sem_t& semaphore, Nanoseconds sliceNs, std::uint64_t& systemCalls) {
    const timespec until = toTimespec(monotonicNow() + sliceNs);
    ++systemCalls;
    if (::sem_clockwait(&semaphore, CLOCK_MONOTONIC, &until) == 0) return SyncStatus::Done;
    return errno == EINTR ? SyncStatus::Interrupted : SyncStatus::TimedOut;
}

}  // namespace ipclab

// A lock between processes whose waiters can be interrupted by a signal and time out, and which a dead owner does not
// keep: a robust process-shared mutex (pthread_mutexattr_setrobust(3)) that is only ever tried, and an event count
// to sleep on, because pthread_mutex_lock(3) goes on sleeping through signals.
#pragma once

#include <pthread.h>

#include "core/deadline.h"
#include "core/event_count.h"

namespace ipclab {

// In shared memory, on cache lines of its own. One thread of a process at a time.
class alignas(64) RobustLock {
public:
    // Once, in zero-filled memory, before anybody else can see it. Throws std::system_error.
    void initialise();

    // What a dead owner left half done is for the caller to be immune against; the lock goes on.
    [[nodiscard]] bool tryLock();
    // Ready: it is ours. Adds the system calls made.
    [[nodiscard]] WaitResult lock(const Deadline& deadline, std::uint64_t& systemCalls);
    void unlock(std::uint64_t& systemCalls);
    void wakeAll() { m_released.wakeAll(); }

private:
    pthread_mutex_t m_mutex;
    EventCount m_released;
};

// Unlocks when it goes; holds nothing when made from nullptr.
class LockHold {
public:
    LockHold(RobustLock* held, std::uint64_t& systemCalls) : m_held(held), m_systemCalls(systemCalls) {}
    LockHold(const LockHold&) = delete;
    LockHold& operator=(const LockHold&) = delete;
    ~LockHold() {
        if (m_held != nullptr) m_held->unlock(m_systemCalls);
    }

private:
    RobustLock* m_held;
    std::uint64_t& m_systemCalls;
};

}  // namespace ipclab

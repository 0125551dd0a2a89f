// One synchronisation object as one process uses it: a lock, and counters that can be waited for. Counters are what a
// semaphore is (take one, waiting while there is none; give one back): with one of them for each party a token goes
// round, a barrier is a lock and one counter for each party, a bounded buffer a lock and the counters of items and of
// free places. Which primitive it is made of is behind the virtual functions; everything that is the same for all of
// them (deadlines, interruptions, who holds the lock, a holder that is dead) is here.
//
// Nothing here waits for ever: a wait is made of slices (core/deadline.h), and a lock whose holder has died comes back
// as Abandoned where the primitive does not survive that. One thread of a process.
#pragma once

#include <cstdint>

#include "core/clock.h"
#include "core/deadline.h"
#include "core/sync_state.h"

namespace ipclab {

// What the others meet when the holder of the lock dies.
enum class HolderDeath : std::uint8_t {
    NothingHeld,  // this primitive excludes nobody
    KeepsLock,    // the lock stays taken for ever: waiters are told that it is abandoned
    Released,     // the system gives it back, and tells nobody that the work was interrupted
    Reported,     // the next one gets it and is told
};

enum class SyncStatus : std::uint8_t {
    Done,
    HolderDied,   // lock: it is ours, and whoever held it died in the middle: what it protects may be half changed
    WouldBlock,   // the attempts that do not wait
    TimedOut,     // nothing was taken
    Interrupted,  // by a signal, or because it is time to look up: call again
    Abandoned,    // lock: its holder has died, and this primitive never gives it back
};

// Who uses it: the place among the parties (below kMostSyncParties), and the index it writes down as holder.
struct SyncParty {
    std::uint32_t place = 0;
    std::uint32_t index = 0;
};

inline constexpr std::uint32_t kMostSyncParties = 64;

class Sync {
public:
    virtual ~Sync() = default;
    Sync(const Sync&) = delete;
    Sync& operator=(const Sync&) = delete;

    // Done, HolderDied or WouldBlock.
    [[nodiscard]] SyncStatus tryLock();
    [[nodiscard]] SyncStatus lock(const Deadline& deadline);
    // Only by the process that holds it.
    void unlock();

    // Done or WouldBlock.
    [[nodiscard]] SyncStatus tryWait(unsigned counter);
    // Takes one from the counter. Done, TimedOut or Interrupted.
    [[nodiscard]] SyncStatus wait(unsigned counter, const Deadline& deadline);
    void post(unsigned counter);

    // Those made here; what the C library makes inside sem_post(3) or pthread_mutex_unlock(3) is not seen.
    [[nodiscard]] std::uint64_t systemCalls() const { return m_systemCalls; }

protected:
    // The lock is cell 0, counter i is cell i + 1. A primitive that excludes nobody does not name a holder.
    Sync(SyncState& state, const SyncParty& party, HolderDeath holderDeath);

    // Done, HolderDied (a lock alone) or WouldBlock.
    virtual SyncStatus tryTake(unsigned cell) = 0;
    // Waits so long at most. Done, HolderDied, TimedOut or Interrupted.
    virtual SyncStatus takeWithin(unsigned cell, Nanoseconds sliceNs) = 0;
    virtual void give(unsigned cell) = 0;

    std::uint64_t m_systemCalls = 0;

private:
    SyncStatus taken(SyncStatus status);
    void noteTakeOver(std::uint64_t before);
    bool isAbandoned();

    SyncState& m_state;
    std::uint64_t m_self;
    HolderDeath m_holderDeath;
    bool m_waiting = false;  // an interrupted wait that will be gone on with counts once
    std::uint64_t m_seenHolder = 0, m_seenAcquisitions = 0;
    Nanoseconds m_sinceNs = 0;  // nothing has changed since
};

}  // namespace ipclab

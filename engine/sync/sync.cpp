#include "sync/sync.h"

#include <signal.h>
#include <unistd.h>

#include <cerrno>

namespace ipclab {

using std::memory_order_acquire;
using std::memory_order_relaxed;
using std::memory_order_release;

namespace {

// How long nothing must have changed before a lock counts as abandoned. A holder is known: it is dead for good. None
// is known: one of the parties died, perhaps between taking the lock and writing itself down; a living one may be just
// there too, for some instructions.
constexpr Nanoseconds kDeadHolderNs = kWaitSliceNs;
constexpr Nanoseconds kUnknownHolderNs = 5 * kWaitSliceNs;

bool isGone(std::int32_t pid) { return ::kill(pid, 0) != 0 && errno == ESRCH; }

bool isTaken(SyncStatus status) { return status == SyncStatus::Done || status == SyncStatus::HolderDied; }

}  // namespace

Sync::Sync(SyncState& state, const SyncParty& party, HolderDeath holderDeath)
    : m_state(state), m_self(LockHolder{party.index + 1, ::getpid()}.packed()), m_holderDeath(holderDeath) {}

SyncStatus Sync::taken(SyncStatus status) {
    if (!isTaken(status)) return status;
    m_waiting = false;
    if (m_holderDeath == HolderDeath::NothingHeld) return status;
    const std::uint64_t before = m_state.holder.exchange(m_self, std::memory_order_acq_rel);
    const bool mayBeDead = m_holderDeath == HolderDeath::Released && before != m_self;
    if (before != 0 && (status == SyncStatus::HolderDied || mayBeDead)) noteTakeOver(before);
    m_state.acquisitions.fetch_add(1, memory_order_relaxed);
    if (status == SyncStatus::HolderDied) m_state.survived.fetch_add(1, memory_order_relaxed);
    return status;
}

// Where nobody is told of a death, a holder that is still written down may also be one that has just given it back: it
// erases itself when it finds that (unlock).
void Sync::noteTakeOver(std::uint64_t before) {
    std::uint64_t nobody = 0;
    m_state.takenOver.compare_exchange_strong(nobody, before, std::memory_order_acq_rel);
}

SyncStatus Sync::tryLock() { return taken(tryTake(0)); }

SyncStatus Sync::lock(const Deadline& deadline) {
    if (const SyncStatus status = tryLock(); status != SyncStatus::WouldBlock) return status;
    if (!m_waiting) {
        m_waiting = true;
        m_sinceNs = 0;
        m_state.lockWaits.fetch_add(1, memory_order_relaxed);
    }
    for (;;) {
        const SyncStatus status = taken(takeWithin(0, deadline.sliceNs()));
        if (isTaken(status)) return status;
        if (isAbandoned()) {
            const SyncStatus last = tryLock();  // its holder may have given it back and died since the slice ended
            return isTaken(last) ? last : SyncStatus::Abandoned;
        }
        if (deadline.expired()) {
            m_waiting = false;
            return SyncStatus::TimedOut;
        }
        if (status == SyncStatus::Interrupted) return status;
    }
}

// The primitive says that the lock is taken. By whom, and has anybody had it since we looked last? One that the system
// gives back is never abandoned: its holder may have died between the end of the slice and this look.
bool Sync::isAbandoned() {
    if (m_holderDeath != HolderDeath::KeepsLock) return false;
    const std::uint64_t holder = m_state.holder.load(memory_order_acquire);
    const std::uint64_t acquisitions = m_state.acquisitions.load(memory_order_relaxed);
    const Nanoseconds now = monotonicNow();
    if (m_sinceNs == 0 || holder != m_seenHolder || acquisitions != m_seenAcquisitions) {
        m_seenHolder = holder;
        m_seenAcquisitions = acquisitions;
        m_sinceNs = now;
        return false;
    }
    if (holder != 0) return now - m_sinceNs >= kDeadHolderNs && isGone(LockHolder::unpack(holder).pid);
    return m_state.deaths.load(memory_order_relaxed) > 0 && now - m_sinceNs >= kUnknownHolderNs;
}

void Sync::unlock() {
    give(0);
    if (m_holderDeath == HolderDeath::NothingHeld) return;
    std::uint64_t self = m_self;
    if (m_state.holder.compare_exchange_strong(self, 0, std::memory_order_acq_rel)) return;
    self = m_self;
    m_state.takenOver.compare_exchange_strong(self, 0, std::memory_order_acq_rel);
}

SyncStatus Sync::tryWait(unsigned counter) { return tryTake(counter + 1); }

SyncStatus Sync::wait(unsigned counter, const Deadline& deadline) {
    if (tryTake(counter + 1) == SyncStatus::Done) return SyncStatus::Done;
    for (;;) {
        const SyncStatus status = takeWithin(counter + 1, deadline.sliceNs());
        if (status == SyncStatus::Done) return status;
        if (deadline.expired()) return SyncStatus::TimedOut;
        if (status == SyncStatus::Interrupted) return status;
    }
}

void Sync::post(unsigned counter) { give(counter + 1); }

}  // namespace ipclab

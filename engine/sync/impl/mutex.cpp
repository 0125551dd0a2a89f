// A robust process-shared mutex, pthread_mutexattr_setrobust(3), and for the counters a number under a mutex with a
// condition variable. The holder's death is reported to the next one who locks.
//
// A condition variable is not robust: in the C library a waiter that is killed can keep those who signal it waiting
// for ever. So at most one process waits on a condition variable; whoever else waits for the same counter waits at
// its gate, a robust mutex, and who finds that the one inside the gate has died makes the condition variable anew.
// Signals do not end these waits: after each slice (core/deadline.h) the caller looks up.
//
// A robust mutex loses a wake-up where the one that was woken is killed before it has the mutex and another one takes
// it meanwhile: that one knows of no waiters and wakes nobody, and the kernel looks for a dead owner alone
// (handle_futex_death). Who waits in slices looks again by itself; who waits for the mutex of a counter, also at the end
// of pthread_cond_timedwait, does not, and the launcher wakes one after each death (MutexObject).
#include <pthread.h>
#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

#include <cerrno>
#include <cstring>

#include "core/error.h"
#include "sync/primitive.h"

namespace ipclab {

namespace {

constexpr PrimitiveInfo kInfo{
    .id = "mutex",
    .name = TEXT("primitive", "mutex and condition variable"),
    .holderDeath = HolderDeath::Reported,
    .source = "pthread_mutexattr_setrobust(3), pthread_cond_wait(3)",
    .note = TEXT("primitive",
                 "Process-shared and robust: the next one to lock learns that the holder has died, and goes on."),
};

struct MutexCell {
    pthread_mutex_t mutex;  // cell 0: the lock; of a counter: guards `count`
    pthread_mutex_t gate;
    pthread_cond_t posted;
    std::uint32_t count;
};

void initialiseMutex(pthread_mutex_t& mutex) {
    pthread_mutexattr_t attributes;
    checkError(::pthread_mutexattr_init(&attributes), "pthread_mutexattr_init");
    checkError(::pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED), "pthread_mutexattr_setpshared");
    checkError(::pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST), "pthread_mutexattr_setrobust");
    checkError(::pthread_mutex_init(&mutex, &attributes), "pthread_mutex_init");
    ::pthread_mutexattr_destroy(&attributes);
}

void initialiseCondition(pthread_cond_t& condition) {
    std::memset(&condition, 0, sizeof condition);
    pthread_condattr_t attributes;
    checkError(::pthread_condattr_init(&attributes), "pthread_condattr_init");
    checkError(::pthread_condattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED), "pthread_condattr_setpshared");
    checkError(::pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC), "pthread_condattr_setclock");
    checkError(::pthread_cond_init(&condition, &attributes), "pthread_cond_init");
    ::pthread_condattr_destroy(&attributes);
}

// Done, HolderDied (ours all the same), or as the error says.
SyncStatus outcomeOf(int error, pthread_mutex_t& mutex) {
    if (error == EOWNERDEAD) ::pthread_mutex_consistent(&mutex);
    if (error == 0) return SyncStatus::Done;
    return error == EOWNERDEAD ? SyncStatus::HolderDied : SyncStatus::WouldBlock;
}

SyncStatus lockUntil(pthread_mutex_t& mutex, Nanoseconds untilNs) {
    const timespec until = toTimespec(untilNs);
    const int error = ::pthread_mutex_clocklock(&mutex, CLOCK_MONOTONIC, &until);
#if defined(__SANITIZE_THREAD__) && __GNUC__ < 13
    // The thread sanitizer of GCC 12 does not see this call, and takes the unlocking for a mistake.
    if (error == 0 || error == EOWNERDEAD) {
        __tsan_mutex_pre_lock(&mutex, __tsan_mutex_try_lock);
        __tsan_mutex_post_lock(&mutex, __tsan_mutex_try_lock, 0);
    }
#endif
    return outcomeOf(error, mutex);
}

// What a counter's mutex guards is one number: a holder who died left it as it was or as it was to be.
class CounterHold {
public:
    explicit CounterHold(MutexCell& cell) : m_cell(cell) {
        if (::pthread_mutex_lock(&m_cell.mutex) == EOWNERDEAD) ::pthread_mutex_consistent(&m_cell.mutex);
    }
    CounterHold(const CounterHold&) = delete;
    CounterHold& operator=(const CounterHold&) = delete;
    ~CounterHold() { ::pthread_mutex_unlock(&m_cell.mutex); }

    bool take() {
        if (m_cell.count == 0) return false;
        --m_cell.count;
        return true;
    }
    // With signalling inside the mutex: whoever holds it knows that nobody else is in the condition variable's code
    // but the one who sleeps there.
    void post() {
        ++m_cell.count;
        ::pthread_cond_signal(&m_cell.posted);
    }
    bool waitUntil(Nanoseconds untilNs) {
        const timespec until = toTimespec(untilNs);
        const int error = ::pthread_cond_timedwait(&m_cell.posted, &m_cell.mutex, &until);
        if (error == EOWNERDEAD) ::pthread_mutex_consistent(&m_cell.mutex);
        return error != ETIMEDOUT;
    }

private:
    MutexCell& m_cell;
};

class MutexSync final : public Sync {
public:
    MutexSync(const SyncMemory& memory, const SyncParty& party)
        : Sync(memory.state(), party, kInfo.holderDeath), m_memory(memory) {}

private:
    MutexCell& cellOf(unsigned cell) { return m_memory.cell<MutexCell>(cell); }

    SyncStatus tryTake(unsigned cell) override {
        MutexCell& at = cellOf(cell);
        if (cell == 0) return outcomeOf(::pthread_mutex_trylock(&at.mutex), at.mutex);
        CounterHold hold(at);
        return hold.take() ? SyncStatus::Done : SyncStatus::WouldBlock;
    }

    SyncStatus takeWithin(unsigned cell, Nanoseconds sliceNs) override {
        const Nanoseconds untilNs = monotonicNow() + sliceNs;
        MutexCell& at = cellOf(cell);
        ++m_systemCalls;
        const SyncStatus status = cell == 0 ? lockUntil(at.mutex, untilNs) : takeInside(at, untilNs);
        return status == SyncStatus::WouldBlock ? SyncStatus::Interrupted : status;
    }

    static SyncStatus takeInside(MutexCell& at, Nanoseconds untilNs) {
        const SyncStatus gate = lockUntil(at.gate, untilNs);
        if (gate == SyncStatus::WouldBlock) return gate;
        bool taken = false;
        {
            CounterHold hold(at);
            if (gate == SyncStatus::HolderDied) initialiseCondition(at.posted);
            taken = hold.take();
            while (!taken && hold.waitUntil(untilNs)) taken = hold.take();
            taken = taken || hold.take();
        }
        ::pthread_mutex_unlock(&at.gate);
        return taken ? SyncStatus::Done : SyncStatus::WouldBlock;
    }

    void give(unsigned cell) override {
        if (cell == 0) {
            ::pthread_mutex_unlock(&cellOf(0).mutex);
        } else {
            CounterHold(cellOf(cell)).post();
        }
    }

    SyncMemory m_memory;
};

class MutexObject final : public SyncObject {
public:
    MutexObject(const SyncMemory& memory, std::size_t counters) : m_memory(memory), m_counters(counters) {}

    void partyDied() override {
        for (unsigned i = 1; i <= m_counters; ++i) wakeOne(m_memory.cell<MutexCell>(i).mutex);
    }

private:
    // Whoever wakes has slept, and so takes the mutex as one that others wait for: the next is woken in its turn.
    static void wakeOne(pthread_mutex_t& mutex) {
        // To wait for it, even in vain, tells its holder that somebody does.
        const SyncStatus status = lockUntil(mutex, monotonicNow() + kPatienceNs);
        if (status == SyncStatus::WouldBlock) return;
        // What a condition variable takes back counts as waited for.
        pthread_cond_t nobody;
        initialiseCondition(nobody);
        const timespec past = toTimespec(0);
        const int error = ::pthread_cond_timedwait(&nobody, &mutex, &past);
        if (error == EOWNERDEAD) ::pthread_mutex_consistent(&mutex);
        ::pthread_mutex_unlock(&mutex);
        ::pthread_cond_destroy(&nobody);
    }

    static constexpr Nanoseconds kPatienceNs = 5'000'000;

    SyncMemory m_memory;
    std::size_t m_counters;
};

class MutexPrimitive final : public Primitive {
public:
    const PrimitiveInfo& info() const override { return kInfo; }

    std::unique_ptr<SyncObject> create(const SyncMemory& memory, const std::vector<std::uint32_t>& counts,
                                       RunDirectory&) const override {
        for (unsigned i = 0; i <= counts.size(); ++i) {
            MutexCell& cell = memory.cell<MutexCell>(i);
            initialiseMutex(cell.mutex);
            initialiseMutex(cell.gate);
            initialiseCondition(cell.posted);
            cell.count = i == 0 ? 0 : counts[i - 1];
        }
        return std::make_unique<MutexObject>(memory, counts.size());
    }

    std::unique_ptr<Sync> open(const SyncMemory& memory, const SyncWiring&, const SyncParty& party) const override {
        return std::make_unique<MutexSync>(memory, party);
    }
};

}  // namespace

const Primitive& mutexPrimitive() {
    static const MutexPrimitive primitive;
    return primitive;
}

}  // namespace ipclab

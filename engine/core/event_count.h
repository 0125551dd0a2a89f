// Sleeping and waking across processes without a lost wake-up and without a system call while nobody sleeps
// (futex(2)). Lives in zero-filled shared memory.
//
// A waiter announces itself, looks at its condition once more and only then sleeps; whoever changes the condition
// looks for an announcement afterwards. Both pairs of accesses are sequentially consistent, so at least one of the
// two sees the other (Dekker). Where the waiter's fence reaches the others (core/far_fence.h) they need none: a locked
// instruction waits until everything stored before is visible, a cache miss for every message. A waker killed between
// taking the announcement and the wake-up leaves sleepers behind: they sleep in slices (core/deadline.h), and the
// launcher calls wakeAll() after every death.
#pragma once

#include <atomic>
#include <cstdint>

#include "core/far_fence.h"
#include "core/futex.h"

namespace ipclab {

class EventCount {
public:
    // Announces a waiter; look at the condition again, then wait() with what this returned.
    std::uint32_t announce() {
        const std::uint32_t ticket = m_sequence.load(std::memory_order_acquire);
        m_waiting.exchange(1, std::memory_order_seq_cst);
        return ticket;
    }
    // As announce(), to wakers that use notifyLightly(): one system call.
    std::uint32_t announceFar() {
        const std::uint32_t ticket = m_sequence.load(std::memory_order_acquire);
        m_waiting.store(1, std::memory_order_relaxed);
        farFence();
        return ticket;
    }
    // 0 or an errno: EAGAIN (already woken), EINTR, ETIMEDOUT.
    int wait(std::uint32_t ticket, Nanoseconds timeoutNs) { return futexWait(m_sequence, ticket, timeoutNs); }

    // After a sequentially consistent store that made the condition true. Returns whether it made a system call.
    bool notifyAfterStore() { return m_waiting.load(std::memory_order_seq_cst) != 0 && notify(); }
    // After any store that made the condition true, in a process that has joined the far fence.
    bool notifyLightly() {
        std::atomic_signal_fence(std::memory_order_seq_cst);  // the compiler must not look first either
        return m_waiting.load(std::memory_order_relaxed) != 0 && notify();
    }
    // After any other change.
    bool notify() {
        if (m_waiting.exchange(0, std::memory_order_seq_cst) == 0) return false;
        wakeAll();
        return true;
    }
    void wakeAll() {
        m_sequence.fetch_add(1, std::memory_order_seq_cst);
        futexWakeAll(m_sequence);
    }

private:
    std::atomic<std::uint32_t> m_sequence;
    std::atomic<std::uint32_t> m_waiting;
};

}  // namespace ipclab

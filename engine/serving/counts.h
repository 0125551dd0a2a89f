// What a server's waiting costs, counted where it happens: plain counters that may lie in zero-filled shared memory.
// Each waiting thread or process has a set of its own where there are enough (ServingControl::counts), and adds by
// relaxed atomics, so that sharing one is slower and never wrong.
#pragma once

#include <atomic>
#include <cstdint>
#include <span>

#include "core/cache_line.h"

namespace ipclab {

using ServingCounter = std::atomic<std::uint64_t>;

inline void count(ServingCounter& counter, std::uint64_t more = 1) {
    counter.fetch_add(more, std::memory_order_relaxed);
}

struct alignas(kCacheLine) ServingCounts {
    ServingCounter wakeUps;      // waits that ended because something had come; those that timed out are none
    ServingCounter spurious;     // wake-ups that found nothing left to accept, read or send
    ServingCounter events;       // descriptors that were reported ready, or completions
    ServingCounter waitCalls;    // system calls to wait, and to say what to wait for (epoll_ctl, F_SETSIG …)
    ServingCounter looked;       // descriptors that those calls looked at one by one, whether anything had come or not
    ServingCounter ioCalls;      // system calls to accept, receive, send and close
    ServingCounter accepts;      // connections taken in
    ServingCounter turnedAway;   // connections closed at once: no descriptor, thread or process was left for them
    ServingCounter watched;      // descriptors waited for now
    ServingCounter lost;         // datagrams answered in vain: the other side had no room, or was gone
    ServingCounter overflows;    // of the queue of signals (SIGIO came instead)
    ServingCounter mostRunning;  // the most threads that were at work at once, where that is bounded
};

// As they were read, one after the other.
struct ServingTotals {
    std::uint64_t wakeUps = 0, spurious = 0, events = 0, waitCalls = 0, looked = 0, ioCalls = 0, accepts = 0,
                  turnedAway = 0, watched = 0, lost = 0, overflows = 0, mostRunning = 0;
};
ServingTotals readTotals(std::span<const ServingCounts> counts);

}  // namespace ipclab

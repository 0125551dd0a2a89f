// A counter in one word of shared memory, taken by compare-and-exchange: what spin, futex and signal have in common.
// They differ in what a process does that finds it zero.
#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

#include "sync/primitive.h"

namespace ipclab {

struct WordCell {
    std::atomic<std::uint32_t> count;
    alignas(64) std::atomic<std::uint32_t> sleepers;  // futex: how many may sleep on `count`
    std::atomic<std::uint64_t> waiters;               // signal: a bit for each party that waits
};

inline bool tryTakeWord(std::atomic<std::uint32_t>& count) {
    std::uint32_t have = count.load(std::memory_order_relaxed);
    while (have > 0) {
        if (count.compare_exchange_weak(have, have - 1, std::memory_order_seq_cst, std::memory_order_relaxed)) {
            return true;
        }
    }
    return false;
}

// The lock is free: one may take it.
inline void initialiseWords(const SyncMemory& memory, const std::vector<std::uint32_t>& counts) {
    memory.cell<WordCell>(0).count = 1;
    for (unsigned i = 0; i < counts.size(); ++i) memory.cell<WordCell>(i + 1).count = counts[i];
}

}  // namespace ipclab

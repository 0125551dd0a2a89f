// The ring of the bare loops in shared memory: who finds it empty or full says so and sleeps on a futex.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>

#include "core/futex.h"

namespace ipclab::bench {

struct BareRing {
    alignas(64) std::atomic<std::uint64_t> tail;
    alignas(64) std::atomic<std::uint64_t> head;
    alignas(64) std::atomic<std::uint32_t> filledWaiting, filledWord;
    alignas(64) std::atomic<std::uint32_t> freedWaiting, freedWord;
    alignas(64) std::byte places[];
};

inline void bareNotify(std::atomic<std::uint32_t>& waiting, std::atomic<std::uint32_t>& word) {
    std::atomic_thread_fence(std::memory_order_seq_cst);
    if (waiting.load(std::memory_order_relaxed) == 0 || waiting.exchange(0) == 0) return;
    word.fetch_add(1);
    futexWakeAll(word);
}

template <typename Ready>
void bareWait(std::atomic<std::uint32_t>& waiting, std::atomic<std::uint32_t>& word, Ready ready) {
    for (;;) {
        const std::uint32_t seen = word.load();
        waiting.store(1);
        std::atomic_thread_fence(std::memory_order_seq_cst);
        if (ready()) return;
        futexWait(word, seen);
    }
}

}  // namespace ipclab::bench

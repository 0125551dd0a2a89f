// A bounded queue from exactly one thread to exactly one other, without a lock: the sampling thread fills it, the
// window's thread drains it, and neither ever waits for the other. When it is full push() refuses, and the
// caller counts what it dropped.
#pragma once

#include <atomic>
#include <bit>
#include <cassert>
#include <cstddef>
#include <memory>
#include <utility>

namespace ipclab {

template <typename T>
class SpscQueue {
public:
    // Holds `capacity` items, a power of two.
    explicit SpscQueue(std::size_t capacity) : m_mask(capacity - 1), m_items(std::make_unique<T[]>(capacity)) {
        assert(std::has_single_bit(capacity));
    }

    bool push(T&& item) {
        const std::size_t tail = m_tail.load(std::memory_order_relaxed);
        if (tail - m_head.load(std::memory_order_acquire) > m_mask) return false;
        m_items[tail & m_mask] = std::move(item);
        m_tail.store(tail + 1, std::memory_order_release);
        return true;
    }

    bool pop(T& item) {
        const std::size_t head = m_head.load(std::memory_order_relaxed);
        if (head == m_tail.load(std::memory_order_acquire)) return false;
        item = std::move(m_items[head & m_mask]);
        m_head.store(head + 1, std::memory_order_release);
        return true;
    }

private:
    std::size_t m_mask;
    std::unique_ptr<T[]> m_items;
    alignas(64) std::atomic<std::size_t> m_head{0};
    alignas(64) std::atomic<std::size_t> m_tail{0};
};

}  // namespace ipclab

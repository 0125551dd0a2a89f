// What a network does to the messages it carries (programs/network.cpp): how it is told to in documents and by hand,
// the words of that in shared memory, and the counts of what it has done.
#pragma once

#include <atomic>
#include <cmath>
#include <cstdint>

#include "core/cache_line.h"
#include "core/clock.h"

namespace ipclab {

// Shares of all messages, 0 … 1; a message is under way for the delay and up to the jitter more.
struct NetworkConditions {
    double loss = 0;           // "loss"
    double duplicate = 0;      // "duplicate"
    double reorder = 0;        // "reorder"
    Nanoseconds delayNs = 0;   // "delay_ms"
    Nanoseconds jitterNs = 0;  // "jitter_ms"

    bool operator==(const NetworkConditions&) const = default;
};

// The same where whoever steers the run writes it; shares in millionths. Each is read by itself.
struct SharedConditions {
    std::atomic<std::uint32_t> loss, duplicate, reorder;
    std::atomic<Nanoseconds> delayNs, jitterNs;

    void store(const NetworkConditions& conditions) {
        loss.store(millionths(conditions.loss), std::memory_order_relaxed);
        duplicate.store(millionths(conditions.duplicate), std::memory_order_relaxed);
        reorder.store(millionths(conditions.reorder), std::memory_order_relaxed);
        delayNs.store(conditions.delayNs, std::memory_order_relaxed);
        jitterNs.store(conditions.jitterNs, std::memory_order_relaxed);
    }
    [[nodiscard]] NetworkConditions load() const {
        return {share(loss), share(duplicate), share(reorder), delayNs.load(std::memory_order_relaxed),
                jitterNs.load(std::memory_order_relaxed)};
    }

private:
    static std::uint32_t millionths(double share) { return static_cast<std::uint32_t>(std::lround(share * 1e6)); }
    static double share(const std::atomic<std::uint32_t>& word) {
        return static_cast<double>(word.load(std::memory_order_relaxed)) / 1e6;
    }
};

// What a network has done with messages that leave it by one end; written by its process alone.
struct alignas(kCacheLine) SharedNetworkCounts {
    std::uint32_t isNetwork;               // 1; written once, before anybody runs
    std::atomic<std::uint64_t> taken;      // to be passed on by this end
    std::atomic<std::uint64_t> dropped;    // of those, on purpose
    std::atomic<std::uint64_t> repeated;   // sent once more, on purpose
    std::atomic<std::uint64_t> delayed;    // of those taken, kept for a time before they were sent
    std::atomic<std::uint64_t> reordered;  // sent after one that was taken later
    std::atomic<std::uint64_t> heldBack;   // on a byte stream: due, and kept behind one that was not
    std::atomic<std::uint64_t> holding;    // now
};

struct NetworkCounts {
    std::uint64_t taken = 0, dropped = 0, repeated = 0, delayed = 0, reordered = 0, heldBack = 0, holding = 0;

    void add(const NetworkCounts& other);
    bool operator==(const NetworkCounts&) const = default;
};

NetworkCounts readCounts(const SharedNetworkCounts& counts);

}  // namespace ipclab

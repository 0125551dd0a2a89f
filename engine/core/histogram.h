// A log-linear histogram of durations that several processes fill at once in shared memory: 64 linear steps in
// every power of two, so that a value read back is off by at most 0.8 % from 1 ns to 1 h, in 19 KiB and without
// a lock. Recording is wait-free; a reader copies the counts into a HistogramSnapshot and asks that.
#pragma once

#include <array>
#include <atomic>
#include <cassert>
#include <cstddef>
#include <cstdint>

#include "core/clock.h"

namespace ipclab {

namespace histogram {

inline constexpr unsigned kStepBits = 6;
inline constexpr Nanoseconds kLargestNs = 3600 * kNsPerSecond;  // larger values are counted here
inline constexpr std::size_t kBuckets = (41 - kStepBits + 2) << kStepBits;

// Values below 128 ns have a bucket each; above, value >> shift lies in [64, 128).
constexpr std::size_t bucketOf(Nanoseconds valueNs) {
    const auto clamped = static_cast<std::uint64_t>(valueNs < 0 ? 0 : valueNs > kLargestNs ? kLargestNs : valueNs);
    const unsigned width = clamped == 0 ? 0U : 64U - static_cast<unsigned>(__builtin_clzll(clamped));
    const unsigned shift = width > kStepBits + 1 ? width - kStepBits - 1 : 0;
    const std::size_t bucket = (static_cast<std::size_t>(shift) << kStepBits) + (clamped >> shift);
    assert(bucket < kBuckets);
    return bucket;
}

// The middle of a bucket: what a value counted there is reported as.
Nanoseconds bucketMiddleNs(std::size_t bucket);

}  // namespace histogram

// Lives in zero-filled shared memory; never constructed there.
struct SharedHistogram {
    std::atomic<std::uint64_t> count;
    std::atomic<std::uint64_t> sumNs;
    std::atomic<Nanoseconds> maxNs;
    std::array<std::atomic<std::uint64_t>, histogram::kBuckets> buckets;

    // Any number of writers.
    void record(Nanoseconds valueNs);
    // Exactly one writer: plain stores instead of locked instructions.
    void recordAlone(Nanoseconds valueNs);
    // Likewise one writer, who also writes the other one.
    void copyAlone(const SharedHistogram& from);
};

static_assert(std::atomic<std::uint64_t>::is_always_lock_free && std::atomic<Nanoseconds>::is_always_lock_free);

class HistogramSnapshot {
public:
    HistogramSnapshot() = default;
    explicit HistogramSnapshot(const SharedHistogram& live);

    // Adds another port's counts: percentiles of a link are those of all its receivers together.
    void add(const HistogramSnapshot& other);
    // What was recorded since `earlier`, a snapshot of the same histogram. The maximum stays the overall one
    // unless a lower bucket is now the highest: then it is that bucket's middle.
    [[nodiscard]] HistogramSnapshot since(const HistogramSnapshot& earlier) const;

    [[nodiscard]] std::uint64_t count() const { return m_count; }
    [[nodiscard]] double meanNs() const;
    [[nodiscard]] Nanoseconds maxNs() const { return m_maxNs; }
    // The value at or below which the share q (0 … 1) of all values lies; 0 when nothing was recorded.
    [[nodiscard]] Nanoseconds quantileNs(double q) const;

private:
    std::uint64_t m_count = 0;
    std::uint64_t m_sumNs = 0;
    Nanoseconds m_maxNs = 0;
    std::array<std::uint64_t, histogram::kBuckets> m_buckets{};
};

}  // namespace ipclab

// How long a process ran each time it was given a processor, counted in bins of half an octave from a microsecond up:
// what a scheduler's time slice looks like. Follows a lane as it grows, so that each interval is looked at once.
//
// One thread. Throws only std::bad_alloc.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "series/state_series.h"

namespace ipclab {

class SliceHistogram {
public:
    // Bin 0 holds what is shorter than 1 µs, the last what is longer than all others.
    static constexpr std::size_t kBins = 48;
    [[nodiscard]] static Nanoseconds lowerEdge(std::size_t bin);
    [[nodiscard]] static std::size_t binOf(Nanoseconds length);

    SliceHistogram() = default;
    // One that has been written down.
    SliceHistogram(const std::array<std::uint64_t, kBins>& bins, Nanoseconds longest);

    // Takes what the lane has got since the last call. Intervals it has forgotten meanwhile are missing, and counted.
    void follow(const StateSeries& lane);
    // The next one of a lane that is elsewhere.
    void add(const StateInterval& interval);
    // So many before it nobody has seen.
    void skip(std::uint64_t intervals) { m_missing += intervals; }
    // Leaves those out that were there earlier. The longest of the others the caller knows.
    void takeAway(const SliceHistogram& earlier, Nanoseconds longest);

    [[nodiscard]] std::uint64_t count() const { return m_count; }
    [[nodiscard]] std::uint64_t missing() const { return m_missing; }
    [[nodiscard]] const std::array<std::uint64_t, kBins>& bins() const { return m_bins; }
    [[nodiscard]] Nanoseconds longest() const { return m_longest; }
    // The upper edge of the bin in which that share of the slices ends, so at most a half more than the true one; 0
    // where there are none.
    [[nodiscard]] Nanoseconds quantile(double share) const;

private:
    std::array<std::uint64_t, kBins> m_bins{};
    std::uint64_t m_next = 0;  // the first interval not yet looked at
    std::uint64_t m_count = 0, m_missing = 0;
    Nanoseconds m_longest = 0;
};

}  // namespace ipclab

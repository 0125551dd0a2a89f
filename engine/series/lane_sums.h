// What the states of a lane come to: how often each arc of the state diagram was taken, how long it ran at a time, and
// the time spent in each state. Added up interval by interval; what it was at a moment can be written down and gone on
// with, so that what happened between two moments of a long lane is the difference of two sums (recording/lane_sums).
//
// One thread at a time.
#pragma once

#include <optional>

#include "series/slice_histogram.h"
#include "series/transition_counter.h"

namespace ipclab {

// Of a stretch of time. A running interval counts where it ends, a change of state where it happens.
struct StretchSums {
    std::optional<TransitionCounts> transitions;  // nothing: the lane was sampled, at least in part, or is empty
    SliceHistogram slices{};
    StateTimes times{};

    // Leaves out what had been so earlier. longest: of the rest.
    void takeAway(const StretchSums& earlier, Nanoseconds longest);
};

class LaneSums {
public:
    LaneSums() = default;
    LaneSums(TransitionCounter transitions, SliceHistogram slices, const StateTimes& times, std::uint64_t intervals)
        : m_transitions(std::move(transitions)), m_slices(slices), m_times(times), m_intervals(intervals) {}

    // The next interval, which is over.
    void add(const StateInterval& interval);
    // So many before it nobody has seen.
    void skip(std::uint64_t intervals);

    [[nodiscard]] const TransitionCounter& transitions() const { return m_transitions; }
    [[nodiscard]] const SliceHistogram& slices() const { return m_slices; }
    [[nodiscard]] const StateTimes& times() const { return m_times; }
    [[nodiscard]] std::uint64_t intervals() const { return m_intervals; }
    [[nodiscard]] Nanoseconds end() const { return m_transitions.last() ? m_transitions.last()->end : 0; }

    // With the interval that goes on at `atNs`. ended: the process has by then.
    [[nodiscard]] StretchSums at(Nanoseconds atNs, const std::optional<StateInterval>& goesOn, bool ended) const;

private:
    TransitionCounter m_transitions;
    SliceHistogram m_slices;
    StateTimes m_times{};
    std::uint64_t m_intervals = 0;
};

}  // namespace ipclab

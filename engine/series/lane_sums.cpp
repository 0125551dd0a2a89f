#include "series/lane_sums.h"

#include <algorithm>

namespace ipclab {

void StretchSums::takeAway(const StretchSums& earlier, Nanoseconds longest) {
    if (transitions && earlier.transitions) *transitions -= *earlier.transitions;
    slices.takeAway(earlier.slices, longest);
    for (std::size_t s = 0; s < times.size(); ++s) times[s] = std::max<Nanoseconds>(times[s] - earlier.times[s], 0);
}

void LaneSums::add(const StateInterval& interval) {
    m_transitions.add(interval);
    m_slices.add(interval);
    m_times[static_cast<std::size_t>(interval.state)] += interval.end - interval.start;
    ++m_intervals;
}

void LaneSums::skip(std::uint64_t intervals) {
    m_transitions.skip(intervals);
    m_slices.skip(intervals);
}

StretchSums LaneSums::at(Nanoseconds atNs, const std::optional<StateInterval>& goesOn, bool ended) const {
    StretchSums sums{m_transitions.counts(goesOn, ended), m_slices, m_times};
    if (goesOn && goesOn->start < atNs) sums.times[static_cast<std::size_t>(goesOn->state)] += atNs - goesOn->start;
    return sums;
}

}  // namespace ipclab

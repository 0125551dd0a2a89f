// The sums of a lane that is in memory, followed as it grows: until its end at once, and between any two moments from
// what was noted on the way, every so many intervals.
//
// One thread at a time.
#pragma once

#include <vector>

#include "series/lane_sums.h"

namespace ipclab {

class LaneBook {
public:
    // Takes over what has been appended since. What the lane has forgotten meanwhile is missing, and counted.
    void follow(const StateSeries& lane);

    // From the beginning. endedNs: of its process; 0: it has not. The lane is the one that was followed.
    [[nodiscard]] StretchSums until(const StateSeries& lane, Nanoseconds atNs, Nanoseconds endedNs) const;
    [[nodiscard]] StretchSums between(const StateSeries& lane, Nanoseconds fromNs, Nanoseconds toNs,
                                      Nanoseconds endedNs) const;

private:
    struct Mark {
        LaneSums sums{};
        std::uint64_t next = 0;   // the first interval that is not in it
        Nanoseconds longest = 0;  // of those that ran since the mark before
    };
    static constexpr std::uint64_t kIntervalsAMark = 2048;
    [[nodiscard]] std::size_t marksUntil(Nanoseconds atNs) const;
    [[nodiscard]] Nanoseconds longestBetween(const StateSeries& lane, Nanoseconds fromNs, Nanoseconds toNs) const;

    std::vector<Mark> m_marks;
    Mark m_now;
};

}  // namespace ipclab

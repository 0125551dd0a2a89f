// Counts the arcs of the state diagram along a lane, as it grows. Only of a lane that comes from switch records: what
// is sampled tells where a process was, not how it came there. One thread at a time.
#pragma once

#include "series/state_series.h"
#include "series/transitions.h"

namespace ipclab {

class TransitionCounter {
public:
    // Takes over what has been appended since.
    void follow(const StateSeries& lane);

    // So far; nothing: the lane was sampled, at least in part, or is empty. `ended`: its process has.
    [[nodiscard]] std::optional<TransitionCounts> counts(const StateSeries& lane, bool ended) const;

private:
    TransitionCounts m_counts;
    std::optional<StateInterval> m_last;
    std::uint64_t m_next = 0;
    bool m_sampled = false;
};

}  // namespace ipclab

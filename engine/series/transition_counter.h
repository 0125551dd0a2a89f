// Counts the arcs of the state diagram along a lane, as it grows. Only of a lane that comes from switch records: what
// is sampled tells where a process was, not how it came there. One thread at a time.
#pragma once

#include "series/state_series.h"
#include "series/transitions.h"

namespace ipclab {

class TransitionCounter {
public:
    TransitionCounter() = default;
    // One that has been written down: what it had counted, the last interval, and whether any was sampled.
    TransitionCounter(const TransitionCounts& counts, const StateInterval& last, bool sampled)
        : m_counts(counts), m_last(last), m_sampled(sampled) {}

    // Takes over what has been appended since.
    void follow(const StateSeries& lane);
    // The next one of a lane that is elsewhere.
    void add(const StateInterval& interval);
    // So many before it nobody has seen.
    void skip(std::uint64_t intervals);

    // So far; nothing: the lane was sampled, at least in part, or is empty. `ended`: its process has.
    [[nodiscard]] std::optional<TransitionCounts> counts(const StateSeries& lane, bool ended) const {
        return counts(lane.open(), ended);
    }
    [[nodiscard]] std::optional<TransitionCounts> counts(const std::optional<StateInterval>& open, bool ended) const;

    // Without an open one.
    [[nodiscard]] const TransitionCounts& soFar() const { return m_counts; }
    [[nodiscard]] const std::optional<StateInterval>& last() const { return m_last; }

private:
    TransitionCounts m_counts;
    std::optional<StateInterval> m_last;
    std::uint64_t m_next = 0;
    bool m_sampled = false;
};

}  // namespace ipclab

#include "series/transition_counter.h"

namespace ipclab {
namespace {

// Nothing is known of the time between two intervals that do not touch.
std::optional<ProcessState> stateBefore(const std::optional<StateInterval>& last, Nanoseconds start) {
    return last && last->end >= start ? std::optional(last->state) : std::nullopt;
}

}  // namespace

void TransitionCounter::follow(const StateSeries& lane) {
    if (m_next < lane.firstIndex()) {  // folded together before they were counted
        skip(lane.firstIndex() - m_next);
        m_next = lane.firstIndex();
    }
    for (; m_next < lane.endIndex(); ++m_next) add(lane.interval(m_next));
}

void TransitionCounter::skip(std::uint64_t intervals) {
    m_counts.addNotSeen(intervals);
    m_last.reset();
}

void TransitionCounter::add(const StateInterval& interval) {
    m_sampled = m_sampled || interval.state == ProcessState::Runnable;
    // A life begins with being new, from nowhere.
    if (m_last || interval.state != ProcessState::New)
        m_counts.add(stateBefore(m_last, interval.start), interval.state);
    m_last = interval;
}

std::optional<TransitionCounts> TransitionCounter::counts(const std::optional<StateInterval>& open, bool ended) const {
    const bool sampled = m_sampled || (open && open->state == ProcessState::Runnable);
    if (sampled || (!m_last && !open)) return std::nullopt;
    TransitionCounts counts = m_counts;
    std::optional<ProcessState> now = m_last ? std::optional(m_last->state) : std::nullopt;
    if (open && !ended) {
        if (m_last || open->state != ProcessState::New) counts.add(stateBefore(m_last, open->start), open->state);
        now = open->state;
    }
    if (ended) counts.add(now, ProcessState::Terminated);
    return counts;
}

}  // namespace ipclab

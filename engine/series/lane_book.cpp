#include "series/lane_book.h"

#include <algorithm>

namespace ipclab {

namespace {

// Of those from `first` on that ended in (fromNs, toNs].
Nanoseconds longestRun(const StateSeries& lane, std::uint64_t first, Nanoseconds fromNs, Nanoseconds toNs) {
    Nanoseconds longest = 0;
    for (std::uint64_t i = std::max(first, lane.firstIndex()); i < lane.endIndex(); ++i) {
        const StateInterval it = lane.interval(i);
        if (it.end > toNs) break;
        if (it.end > fromNs && it.state == ProcessState::Running) longest = std::max(longest, it.end - it.start);
    }
    return longest;
}

}  // namespace

void LaneBook::follow(const StateSeries& lane) {
    if (m_now.next < lane.firstIndex()) {
        m_now.sums.skip(lane.firstIndex() - m_now.next);
        m_now.next = lane.firstIndex();
    }
    while (m_now.next < lane.endIndex()) {
        const StateInterval it = lane.interval(m_now.next++);
        m_now.sums.add(it);
        if (it.state == ProcessState::Running) m_now.longest = std::max(m_now.longest, it.end - it.start);
        if (m_now.sums.intervals() % kIntervalsAMark != 0) continue;
        m_marks.push_back(m_now);
        m_now.longest = 0;
    }
}

// How many of them are over by then.
std::size_t LaneBook::marksUntil(Nanoseconds atNs) const {
    const auto later = std::ranges::upper_bound(m_marks, atNs, {}, [](const Mark& mark) { return mark.sums.end(); });
    return static_cast<std::size_t>(later - m_marks.begin());
}

StretchSums LaneBook::until(const StateSeries& lane, Nanoseconds atNs, Nanoseconds endedNs) const {
    const std::size_t marks = marksUntil(atNs);
    Mark then = marks == 0 ? Mark{} : m_marks[marks - 1];
    if (m_now.next > 0 && m_now.sums.end() <= atNs) then = m_now;
    if (then.next < lane.firstIndex()) {
        then.sums.skip(lane.firstIndex() - then.next);
        then.next = lane.firstIndex();
    }
    std::optional<StateInterval> goesOn;
    for (; then.next < lane.endIndex() && !goesOn; ++then.next) {
        const StateInterval it = lane.interval(then.next);
        if (it.start > atNs) break;
        if (it.end <= atNs) {
            then.sums.add(it);
        } else {
            goesOn = it;
        }
    }
    if (lane.open() && lane.open()->start <= atNs) goesOn = lane.open();
    return then.sums.at(atNs, goesOn, endedNs != 0 && endedNs <= atNs);
}

Nanoseconds LaneBook::longestBetween(const StateSeries& lane, Nanoseconds fromNs, Nanoseconds toNs) const {
    const std::size_t first = marksUntil(fromNs), last = marksUntil(toNs);
    const auto nextOf = [&](std::size_t marks) { return marks == 0 ? 0 : m_marks[marks - 1].next; };
    if (last <= first + 1) return longestRun(lane, nextOf(first), fromNs, toNs);
    Nanoseconds longest = std::max(longestRun(lane, nextOf(first), fromNs, m_marks[first].sums.end()),
                                   longestRun(lane, nextOf(last), fromNs, toNs));
    for (std::size_t mark = first + 1; mark < last; ++mark) longest = std::max(longest, m_marks[mark].longest);
    return longest;
}

StretchSums LaneBook::between(const StateSeries& lane, Nanoseconds fromNs, Nanoseconds toNs,
                              Nanoseconds endedNs) const {
    StretchSums sums = until(lane, toNs, endedNs);
    sums.takeAway(until(lane, fromNs, endedNs), longestBetween(lane, fromNs, toNs));
    return sums;
}

}  // namespace ipclab

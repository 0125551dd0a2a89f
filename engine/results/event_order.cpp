#include "results/event_order.h"

#include <algorithm>
#include <iterator>

namespace ipclab {

void EventOrder::collect(std::vector<RunEvent>& events) {
    const auto from = events.begin() + static_cast<std::ptrdiff_t>(std::min(m_settled, events.size()));
    m_waiting.insert(m_waiting.end(), std::make_move_iterator(from), std::make_move_iterator(events.end()));
    events.erase(from, events.end());
}

void EventOrder::settle(Nanoseconds untilNs, std::vector<RunEvent>& events) {
    collect(events);
    std::ranges::stable_sort(m_waiting, {}, &RunEvent::atNs);
    const auto end = std::ranges::upper_bound(m_waiting, untilNs, {}, &RunEvent::atNs);
    events.insert(events.end(), std::make_move_iterator(m_waiting.begin()), std::make_move_iterator(end));
    m_waiting.erase(m_waiting.begin(), end);
    m_settled = events.size();
}

std::vector<const RunEvent*> inTimeOrder(const std::vector<RunEvent>& events) {
    std::vector<const RunEvent*> ordered;
    for (const RunEvent& event : events) ordered.push_back(&event);
    std::ranges::stable_sort(ordered, {}, &RunEvent::atNs);
    return ordered;
}

}  // namespace ipclab

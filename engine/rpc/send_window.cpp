#include "rpc/send_window.h"

#include <algorithm>
#include <cassert>

namespace ipclab {

void SendWindow::sent(std::uint64_t number, Nanoseconds atNs) {
    assert(number >= m_first && number <= next());
    if (number == next()) m_underWay.push_back({.firstNs = atNs});
    Sent& message = m_underWay[number - m_first];
    message.lastNs = atNs;
    ++message.attempts;
}

bool SendWindow::take(const Acknowledgement& acknowledgement) {
    bool any = false;
    for (std::uint64_t number = m_first; number < next(); ++number) {
        Sent& message = m_underWay[number - m_first];
        if (message.isAcknowledged || !acknowledgement.acknowledges(number)) continue;
        message.isAcknowledged = any = true;
    }
    for (; !m_underWay.empty() && m_underWay.front().isAcknowledged; ++m_first) m_underWay.pop_front();
    return any;
}

std::optional<Nanoseconds> SendWindow::deadlineNs(Nanoseconds timeoutNs) const {
    std::optional<Nanoseconds> first;
    for (const Sent& message : m_underWay) {
        if (message.isAcknowledged) continue;
        if (!first || message.lastNs < *first) first = message.lastNs;
        if (m_way != RepeatWay::SelectiveRepeat) break;  // one clock, of the first that is missing
    }
    return first ? std::optional(*first + timeoutNs) : std::nullopt;
}

std::vector<std::uint64_t> SendWindow::due(Nanoseconds now, Nanoseconds timeoutNs) const {
    std::vector<std::uint64_t> numbers;
    const auto deadline = deadlineNs(timeoutNs);
    if (!deadline || now < *deadline) return numbers;
    for (std::size_t i = 0; i < m_underWay.size(); ++i) {
        const Sent& message = m_underWay[i];
        const bool isDue = m_way != RepeatWay::SelectiveRepeat || now >= message.lastNs + timeoutNs;
        if (!message.isAcknowledged && isDue) numbers.push_back(m_first + i);
    }
    return numbers;
}

}  // namespace ipclab

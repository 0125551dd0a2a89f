#include "results/rate_window.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

// Without the time of a message an interval may begin or end anywhere between two of them.
constexpr std::uint64_t kUntimedMessages = 5 * RateWindow::kMessages;

}  // namespace

void RateWindow::note(Nanoseconds atNs, std::uint64_t messages, std::uint64_t bytes, const Moments& moments) {
    const bool isTimed = moments.lastNs > m_timedNs;
    m_timedNs = std::max(m_timedNs, moments.lastNs);
    const std::uint64_t lastMark = m_marks.empty() ? m_sample.messages : m_marks.back().messages;
    const bool isMany = messages - std::min(messages, lastMark) >= kUntimedMessages;
    if (!isTimed && !isMany) return;
    const Mark mark = isTimed ? Mark{moments.lastNs, moments.messages, moments.bytes} : Mark{atNs, messages, bytes};
    // Several at once, and nothing to count them from: they came after the sample before.
    if (m_marks.empty() && mark.messages > m_sample.messages + 1 && m_sample.atNs < mark.atNs) {
        m_marks.push_back(m_sample);
    }
    const bool isNewer =
        m_marks.empty() || (mark.atNs > m_marks.back().atNs && mark.messages > m_marks.back().messages);
    if (isNewer) m_marks.push_back(mark);
}

void RateWindow::forgetOlderThanNeeded() {
    const auto enough = [&](const Mark& mark) { return m_marks.back().messages - mark.messages >= kMessages; };
    const auto old = [&](const Mark& mark) { return m_marks.back().atNs - mark.atNs > kMostNs; };
    while (m_marks.size() > 2 && (enough(m_marks[1]) || old(m_marks[0]))) m_marks.pop_front();
}

// As many as an interval is to hold would have come by now, and none has.
bool RateWindow::isOver(Nanoseconds atNs) const {
    const Mark &begin = m_marks.front(), &end = m_marks.back();
    const Nanoseconds silentNs = atNs - std::max(end.atNs, m_cameNs);
    const auto count = static_cast<Nanoseconds>(end.messages - begin.messages);
    const Nanoseconds dueNs =
        count > 0 ? (end.atNs - begin.atNs) / count * static_cast<Nanoseconds>(kMessages) : kMostNs;
    return silentNs > std::min(std::max<Nanoseconds>(dueNs, 1), kMostNs);
}

// A burst that is over by the sample: what came of it is not to be lost.
RateNow RateWindow::sinceSample(const Mark& before) const {
    if (before.atNs == 0 || m_sample.messages <= before.messages || m_sample.atNs <= before.atNs) return {};
    const double windowS = toSeconds(m_sample.atNs - before.atNs);
    return {static_cast<double>(m_sample.messages - before.messages) / windowS,
            static_cast<double>(m_sample.bytes - std::min(before.bytes, m_sample.bytes)) / windowS, windowS};
}

RateNow RateWindow::see(Nanoseconds atNs, std::uint64_t messages, std::uint64_t bytes, const Moments& moments) {
    note(atNs, messages, bytes, moments);
    // Of messages that are not timed it is known between which samples they came.
    const bool isUntimed = !m_marks.empty() && messages > m_marks.back().messages;
    if (isUntimed && messages > m_sample.messages) m_cameNs = atNs;
    const Mark before = std::exchange(m_sample, {atNs, messages, bytes});
    if (m_marks.empty()) return {};
    if (isOver(atNs)) {
        m_marks.clear();
        return sinceSample(before);
    }
    forgetOlderThanNeeded();
    const Mark &begin = m_marks.front(), &end = m_marks.back();
    const auto count = static_cast<double>(end.messages - begin.messages);
    if (count <= 0 || end.atNs <= begin.atNs) return {};
    const double countedS = toSeconds(end.atNs - begin.atNs);
    const double overdueS = toSeconds(atNs - begin.atNs) * count / (count + 1);
    const double windowS = isUntimed ? countedS : std::max(countedS, overdueS);
    return {count / windowS, static_cast<double>(end.bytes - begin.bytes) / windowS, windowS};
}

}  // namespace ipclab

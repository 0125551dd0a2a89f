// How long to wait for an acknowledgement, from the round trips there were: their smoothed mean and four times their
// smoothed deviation, as RFC 6298 has it; twice as long after each timeout, until something comes again.
#pragma once

#include <algorithm>
#include <cstdlib>

#include "core/clock.h"

namespace ipclab {

class RoundTrip {
public:
    void sample(Nanoseconds tripNs) {
        if (m_smoothNs == 0) {
            m_smoothNs = tripNs;
            m_deviationNs = tripNs / 2;
        } else {
            m_deviationNs += (std::abs(m_smoothNs - tripNs) - m_deviationNs) / 4;
            m_smoothNs += (tripNs - m_smoothNs) / 8;
        }
        m_timeoutNs = std::clamp(m_smoothNs + 4 * m_deviationNs, kShortestNs, kLongestNs);
    }
    void timedOut() { m_timeoutNs = std::min(2 * m_timeoutNs, kLongestNs); }

    [[nodiscard]] Nanoseconds timeoutNs() const { return m_timeoutNs; }
    [[nodiscard]] Nanoseconds smoothNs() const { return m_smoothNs; }  // 0: there was none

private:
    static constexpr Nanoseconds kShortestNs = kNsPerSecond / 200;
    static constexpr Nanoseconds kLongestNs = kNsPerSecond / 2;

    Nanoseconds m_smoothNs = 0, m_deviationNs = 0;
    Nanoseconds m_timeoutNs = kNsPerSecond / 20;
};

}  // namespace ipclab

// When a request that is not answered is sent again, and when its caller gives up. One call.
#pragma once

#include <cstdint>

#include "core/clock.h"

namespace ipclab {

class Retry {
public:
    // attempts: how often it is sent at most; 0: until it is answered.
    Retry(Nanoseconds timeoutNs, std::uint32_t attempts) : m_timeoutNs(timeoutNs), m_attempts(attempts) {}

    void sent(Nanoseconds atNs) {
        ++m_sent;
        m_deadlineNs = atNs + m_timeoutNs;
    }
    [[nodiscard]] bool hasTimedOut(Nanoseconds now) const { return now >= m_deadlineNs; }
    [[nodiscard]] bool maySend() const { return m_attempts == 0 || m_sent < m_attempts; }
    // Until when the answer to what was sent last is waited for.
    [[nodiscard]] Nanoseconds deadlineNs() const { return m_deadlineNs; }

private:
    Nanoseconds m_timeoutNs;
    std::uint32_t m_attempts;
    std::uint32_t m_sent = 0;
    Nanoseconds m_deadlineNs = 0;
};

}  // namespace ipclab

// The times at which the messages of an open load are due: start + k / rate, whatever the sender manages, so that
// a sender that is held up sends what is overdue at once and its latency counts from when it was due (coordinated
// omission is what one gets otherwise). A new rate starts a new schedule.
#pragma once

#include <cstdint>

#include "core/clock.h"

namespace ipclab {

class Pacer {
public:
    // 0: as fast as possible.
    void setRate(double perSecond) {
        if (perSecond == m_ratePerSecond) return;
        m_ratePerSecond = perSecond;
        restart();
    }
    // The schedule begins anew with the next message: what was due during a pause is not made up for.
    void restart() { m_originNs = 0; }

    [[nodiscard]] bool isPaced() const { return m_ratePerSecond > 0; }

    // When the next message is due. Each call is one message.
    Nanoseconds next(Nanoseconds nowNs) {
        if (m_originNs == 0) {
            m_originNs = nowNs;
            m_sent = 0;
        }
        const double offset = static_cast<double>(m_sent++) / m_ratePerSecond * 1e9;
        return m_originNs + static_cast<Nanoseconds>(offset);
    }

private:
    double m_ratePerSecond = 0;
    Nanoseconds m_originNs = 0;
    std::uint64_t m_sent = 0;
};

}  // namespace ipclab

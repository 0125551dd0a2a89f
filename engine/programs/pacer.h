// The times at which the messages of an open load are due: start + k / rate, whatever the sender manages, so that
// a sender that is held up sends what is overdue at once and its latency counts from when it was due (coordinated
// omission is what one gets otherwise). A new rate starts a new schedule. Or at random, as the requests of many who
// know nothing of one another arrive: each after a time of its own, with the same mean (a Poisson process).
#pragma once

#include <cmath>
#include <cstdint>

#include "core/clock.h"
#include "programs/random.h"

namespace ipclab {

class Pacer {
public:
    // 0: as fast as possible.
    void setRate(double perSecond) {
        if (perSecond == m_ratePerSecond) return;
        m_ratePerSecond = perSecond;
        restart();
    }
    // The generator outlives this.
    void arriveAtRandom(Random& random) { m_random = &random; }
    // The schedule begins anew with the next message: what was due during a pause is not made up for.
    void restart() { m_originNs = 0; }

    [[nodiscard]] bool isPaced() const { return m_ratePerSecond > 0; }

    // When the next message is due. Each call is one message.
    Nanoseconds next(Nanoseconds nowNs) {
        if (m_originNs == 0) {
            m_originNs = nowNs;
            m_sent = 0;
            m_afterNs = 0;
        }
        if (m_random != nullptr) {
            m_afterNs -= std::log(1 - m_random->share()) / m_ratePerSecond * 1e9;
            return m_originNs + static_cast<Nanoseconds>(m_afterNs);
        }
        const double offset = static_cast<double>(m_sent++) / m_ratePerSecond * 1e9;
        return m_originNs + static_cast<Nanoseconds>(offset);
    }

private:
    double m_ratePerSecond = 0;
    Nanoseconds m_originNs = 0;
    std::uint64_t m_sent = 0;
    Random* m_random = nullptr;
    double m_afterNs = 0;  // of the newest one, behind the origin
};

}  // namespace ipclab

// The rate of a link at a moment, counted over an interval that the data choose: back to the newest message that has at
// least kMessages after it, at most kMostNs. Counted over one sample, 20 messages a second are 50 or 0 at 50 samples a
// second, and 200 are spikes of a thousand.
//
// The interval begins and ends with a message where their times are known (n messages take n − 1 intervals), else with
// a sample. While the next message is overdue the rate falls as if it came now; once kMessages would have come and none
// has, it is 0, and what comes then begins anew. Of a burst that has come and gone between two samples the rate is counted
// over the time between them.
#pragma once

#include <deque>

#include "results/moments.h"

namespace ipclab {

struct RateNow {
    double messagesPerSecond = 0, bytesPerSecond = 0;
    double windowS = 0;  // counted over so long; 0: nothing has come
};

class RateWindow {
public:
    static constexpr std::uint64_t kMessages = 20;
    static constexpr Nanoseconds kMostNs = 5 * kNsPerSecond;

    // No message had come by then.
    void begin(Nanoseconds atNs) {
        *this = {};
        m_sample.atNs = atNs;
    }
    [[nodiscard]] bool hasBegun() const { return m_sample.atNs != 0; }
    // The counts at a sample, and the newest message whose time is known. atNs grows.
    RateNow see(Nanoseconds atNs, std::uint64_t messages, std::uint64_t bytes, const Moments& moments);

private:
    struct Mark {
        Nanoseconds atNs = 0;
        std::uint64_t messages = 0, bytes = 0;
    };

    void note(Nanoseconds atNs, std::uint64_t messages, std::uint64_t bytes, const Moments& moments);
    void forgetOlderThanNeeded();
    [[nodiscard]] bool isOver(Nanoseconds atNs) const;
    [[nodiscard]] RateNow sinceSample(const Mark& before) const;

    std::deque<Mark> m_marks;   // the first is where the interval begins, the last where it ends
    Mark m_sample;              // the sample before
    Nanoseconds m_timedNs = 0;  // Moments::lastNs of it
    Nanoseconds m_cameNs = 0;   // when messages that are not timed had come last
};

}  // namespace ipclab

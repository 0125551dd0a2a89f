// How long one call of an end may still wait. Made only where a call is about to wait, so that the path of a message
// reads no clock.
#pragma once

#include <algorithm>

#include "core/clock.h"

namespace ipclab {

// Peers are asked and locks are looked at again at least this often, whatever wake-up was lost with a process
// killed between publishing and waking.
inline constexpr Nanoseconds kWaitSliceNs = 100'000'000;

class Deadline {
public:
    // Negative: never.
    explicit Deadline(Nanoseconds timeoutNs) : m_atNs(timeoutNs < 0 ? -1 : monotonicNow() + timeoutNs) {}

    [[nodiscard]] bool expired() const { return m_atNs >= 0 && monotonicNow() >= m_atNs; }
    // Of this wait, at most one slice.
    [[nodiscard]] Nanoseconds sliceNs() const {
        return m_atNs < 0 ? kWaitSliceNs : std::clamp<Nanoseconds>(m_atNs - monotonicNow(), 0, kWaitSliceNs);
    }

    // All of this wait; negative: for ever.
    [[nodiscard]] Nanoseconds wholeNs() const {
        return m_atNs < 0 ? -1 : std::max<Nanoseconds>(m_atNs - monotonicNow(), 0);
    }

private:
    Nanoseconds m_atNs;
};

enum class WaitResult { Ready, TimedOut, Interrupted };

}  // namespace ipclab

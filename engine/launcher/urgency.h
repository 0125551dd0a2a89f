// How soon the launcher gets a core. Processes that multiply, each in a session of its own, are each a scheduling group
// of its own (sched(7), autogroup): the launcher's share becomes the smaller the more there are, and it would come too
// late. So it has the lowest real-time priority where it may have one; it runs for some microseconds at a time.
#pragma once

#include <optional>

#include "core/short_slices.h"

namespace ipclab {

class Urgency {
public:
    // For good; else asks for short slices: whoever asks for shorter ones is served first when it wakes (EEVDF).
    // Children that are forked afterwards would inherit either.
    void serveFirst();

    // While processes are ended: before those that have real-time priorities of their own.
    void raise();
    void lower();

    // May this process have a real-time priority?
    static bool mayBeRealTime();

private:
    std::optional<ShortSlices> m_slices;
    bool m_realTime = false;
};

// To reap a process in, with no real-time priority unless it is raised. When the kernel lets go of a process it tries
// again and again until nobody is within the process's folder of /proc; whoever is, and had this core before, would
// never leave it: only the kernel's limit for real-time priorities (sched(7)) would end that, after 0.95 s.
class ReapingTurn {
public:
    ReapingTurn();
    ~ReapingTurn();
    ReapingTurn(const ReapingTurn&) = delete;
    ReapingTurn& operator=(const ReapingTurn&) = delete;

private:
    bool m_lowered = false;
    int m_policy = 0;
};

}  // namespace ipclab

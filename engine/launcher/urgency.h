// How soon the launcher gets a core. Always before the processes of its run, which share its session; and while those
// multiply, before everybody, where it may: at a real-time priority, or with a lower nice value.
#pragma once

#include <optional>

#include "core/short_slices.h"

namespace ipclab {

class Urgency {
public:
    // Asks for short slices: whoever asks for shorter ones is served first when it wakes (sched(7), EEVDF). Children
    // that are forked afterwards would inherit it.
    void serveFirst();

    void raise();
    void lower();

    // May this process have a real-time priority?
    static bool mayBeRealTime();

private:
    std::optional<ShortSlices> m_slices;
    bool m_raised = false;
    int m_policyBefore = 0, m_niceBefore = 0;
};

}  // namespace ipclab

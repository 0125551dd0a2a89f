// Switch records know nothing of job control and of debuggers: a stopped process looks like a waiting one. The state
// letter of /proc/PID/stat tells (proc(5)): T stopped, t held by a tracer (ptrace(2)). It is read ten times a second,
// so a stop begins up to a tenth of a second late, and a shorter one is a wait. It ends with the next record of the
// process, at the latest when /proc tells so.
#pragma once

#include <unordered_set>

#include "observe/state_tracker.h"
#include "sampling/wait_notes.h"

namespace ipclab {

class StopNotes {
public:
    void note(StateTracker& tracker, WaitNotes& waits, pid_t pid, char letter, Nanoseconds now) {
        const bool stopped = letter == 'T' || letter == 't';
        // At every look: of several threads one may run on for a moment after the process has been seen stopped.
        if (stopped) tracker.markStopped(pid, now);
        if (stopped) m_stopped.insert(pid);
        if (!stopped && m_stopped.erase(pid) > 0) tracker.markContinued(pid, now);
        if (letter == 't') waits.note(pid, now, now, WaitReason::Traced);
    }
    void forget(pid_t pid) { m_stopped.erase(pid); }

private:
    std::unordered_set<pid_t> m_stopped;
};

}  // namespace ipclab

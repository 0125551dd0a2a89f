// Remembers what a process said it waited for, until the interval in which it said so is over: a reason is that of an
// interval only when it was read while the interval lasted. Waits shorter than the pace of sampling mostly have none.
#pragma once

#include <sys/types.h>

#include <unordered_map>

#include "core/clock.h"
#include "core/shared_counters.h"

namespace ipclab {

class WaitNotes {
public:
    void note(pid_t pid, Nanoseconds since, Nanoseconds readAt, WaitReason reason) {
        if (reason != WaitReason::None) m_notes[pid] = {since, readAt, reason};
    }
    // Of the interval that began then; a wake-up that made it ready counts as its end.
    [[nodiscard]] WaitReason reasonOf(pid_t pid, Nanoseconds begin, Nanoseconds end) const {
        const auto found = m_notes.find(pid);
        if (found == m_notes.end() || found->second.since != begin || found->second.readAt > end)
            return WaitReason::None;
        return found->second.reason;
    }
    void forget(pid_t pid) { m_notes.erase(pid); }

private:
    struct Note {
        Nanoseconds since, readAt;
        WaitReason reason;
    };
    std::unordered_map<pid_t, Note> m_notes;
};

}  // namespace ipclab

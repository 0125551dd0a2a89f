// Remembers when a process or thread was seen to wait, and for what, until it is known what it did then: records come a
// little later than looks. A reason is that of an interval only when it was read while the interval lasted, the newest
// one counts. Waits shorter than the pace of the looks mostly have none.
#pragma once

#include <sys/types.h>

#include <unordered_map>
#include <vector>

#include "core/clock.h"
#include "core/process_state.h"
#include "core/shared_counters.h"

namespace ipclab {

class WaitNotes {
public:
    // Read between those two moments; `who` is a process or a thread.
    void note(pid_t who, Nanoseconds from, Nanoseconds to, WaitReason reason) {
        if (reason != WaitReason::None) m_notes[who].push_back({from, to, reason});
    }

    // None but of who waits, or is held by a tracer.
    [[nodiscard]] WaitReason reasonOf(pid_t who, ProcessState state, Nanoseconds begin, Nanoseconds end) const {
        const auto found = m_notes.find(who);
        if (found == m_notes.end()) return WaitReason::None;
        for (auto note = found->second.rbegin(); note != found->second.rend() && note->from >= begin; ++note) {
            if (note->to <= end && explains(state, note->reason)) return note->reason;
        }
        return WaitReason::None;
    }

    // Every interval that ends before is known by now: the newest note may still be of one that goes on.
    void forgetBefore(Nanoseconds time) {
        for (auto& [who, notes] : m_notes) {
            std::size_t over = 0;
            while (over + 1 < notes.size() && notes[over + 1].to <= time) ++over;
            notes.erase(notes.begin(), notes.begin() + static_cast<std::ptrdiff_t>(over));
        }
    }
    void forget(pid_t who) { m_notes.erase(who); }

private:
    struct Note {
        Nanoseconds from, to;
        WaitReason reason;
    };

    static bool explains(ProcessState state, WaitReason reason) {
        return state == (reason == WaitReason::Traced ? ProcessState::Stopped : ProcessState::Waiting);
    }

    std::unordered_map<pid_t, std::vector<Note>> m_notes;
};

}  // namespace ipclab

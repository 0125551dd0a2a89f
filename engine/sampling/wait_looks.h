// Asks the kernel what one sleeps in, for those who say nothing themselves.
#pragma once

#include "observe/process_reader.h"
#include "observe/wait_channel.h"
#include "sampling/pid_index.h"
#include "sampling/wait_notes.h"

namespace ipclab {

inline void noteWaitChannel(WaitNotes& waits, pid_t who, ProcessReader& reader) {
    const Nanoseconds from = monotonicNow();
    const WaitReason reason = waitReasonOf(reader);
    waits.note(who, from, monotonicNow(), reason);
}

// Of one of no document: what it says itself, where a worker has made it.
inline void noteWaitOfMember(WaitNotes& waits, const PidIndex& pids, pid_t pid, ProcessReader& reader) {
    const WaitReason said = pids.descendantWaitOf(pid);
    if (said == WaitReason::None) return noteWaitChannel(waits, pid, reader);
    const Nanoseconds now = monotonicNow();
    waits.note(pid, now, now, said);
}

}  // namespace ipclab

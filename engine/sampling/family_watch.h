// Follows who is born beside the processes of the document: their children and theirs, and the threads of all. Turns
// what the switch records say of them into history, and asks /proc what those do not tell: who has another parent now,
// who is a zombie and until when, why one waits that says nothing itself.
//
// The sampling thread's; a member costs a reading of /proc a tenth of a second.
#pragma once

#include <map>
#include <unordered_set>
#include <vector>

#include "observe/process_reader.h"
#include "observe/state_tracker.h"
#include "sampling/pid_index.h"
#include "results/samples.h"
#include "sampling/stop_notes.h"
#include "sampling/wait_notes.h"

namespace ipclab {

class FamilyWatch {
public:
    // What the launcher forks is of the document, even a moment before the segment knows its number.
    FamilyWatch(const PidIndex& pids, pid_t launcher, WaitNotes& waits)
        : m_pids(pids), m_launcher(launcher), m_waits(waits) {}

    // Before the tracker's closed intervals are cleared.
    void take(const StateTracker& tracker, SampleBatch& batch);
    // Of the members, when it is time.
    void readProc(StateTracker& tracker, SampleBatch& batch);
    // Whose intervals are not of the document; false as long as that is not known.
    [[nodiscard]] bool isMember(pid_t pid) const { return m_members.contains(pid) || pid == m_launcher; }

private:
    struct Member {
        explicit Member(pid_t pid) : reader(pid) {}
        ProcessReader reader;
        pid_t parent = 0;
        bool ended = false;
        bool zombieTold = false;
    };

    void follow(const TaskChange& change);
    void readMember(pid_t pid, Member& member, StateTracker& tracker, SampleBatch& batch);
    void readEnded(SampleBatch& batch);
    void readThreads(const StateTracker& tracker);
    [[nodiscard]] TaskInterval taskInterval(const ObservedInterval& interval, Nanoseconds end) const;

    const PidIndex& m_pids;
    pid_t m_launcher;
    std::map<pid_t, Member> m_members;
    std::unordered_set<pid_t> m_threaded;  // processes that have or had several threads
    std::vector<pid_t> m_ended;            // members that may be zombies still
    WaitNotes& m_waits;
    StopNotes m_stops;
    Nanoseconds m_nextNs = 0;
};

}  // namespace ipclab

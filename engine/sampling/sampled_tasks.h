// Looks at processes through /proc again and again (observe/sampled_states.h) and turns what it finds into samples and
// history: those of the document where switch records are forbidden or do not have them, and beside them processes of
// no document. Children are found by asking for them ten times a second, so that one that lives for less may be missed.
//
// The sampling thread's.
#pragma once

#include <map>
#include <string>

#include "observe/sampled_states.h"
#include "sampling/pid_index.h"
#include "results/samples.h"
#include "sampling/wait_notes.h"

namespace ipclab {

class SampledTasks {
public:
    // Both outlive this; the notes are kept as long as the caller wants.
    SampledTasks(const PidIndex& pids, WaitNotes& waits) : m_pids(pids), m_waits(waits) {}

    // One of the document.
    void watch(pid_t pid);
    void unwatch(pid_t pid);
    [[nodiscard]] bool watches(pid_t pid) const { return m_states.find(pid) != nullptr; }
    [[nodiscard]] bool isIdle() const { return m_planned.empty() && m_members.empty(); }
    // One of no document that is known already.
    void addMember(pid_t pid, pid_t parent);

    // At everybody once.
    void look(SampleBatch& batch);

private:
    struct Member {
        explicit Member(pid_t pid) : reader(pid) {}
        ProcessReader reader;
        pid_t parent = 0;
        std::string name;
        bool zombie = false;
    };

    void findChildren(SampleBatch& batch);
    void findChildrenOf(pid_t parent, ProcessReader& reader, SampleBatch& batch);
    void noteWaits(bool alsoChannels);
    void addIntervals(SampleBatch& batch);
    void fillNow(const SampledProcess& process, SampleBatch& batch);
    void follow(const SampledProcess& process, SampleBatch& batch);
    void endMember(const SampledProcess& process, SampleBatch& batch);
    [[nodiscard]] WaitReason reasonNow(const SampledProcess& process) const;

    const PidIndex& m_pids;
    WaitNotes& m_waits;
    SampledStates m_states;
    std::map<pid_t, Member> m_members;         // in no document
    std::map<pid_t, ProcessReader> m_planned;  // of the document, to ask for their children
    Nanoseconds m_nextSearchNs = 0;
};

}  // namespace ipclab

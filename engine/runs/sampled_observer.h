// States by looking at /proc again and again (observe/sampled_states.h), where switch records are forbidden. Children
// of the processes are found by asking for them, so that one that lives for less than a tenth of a second may be
// missed.
#pragma once

#include <map>
#include <set>
#include <string>

#include "observe/sampled_states.h"
#include "runs/pid_index.h"
#include "runs/state_observer.h"

namespace ipclab {

class SampledObserver : public StateObserver {
public:
    // `problem`: what the first batch tells a person.
    SampledObserver(const Segment& segment, pid_t launcher, std::string problem);

    void sample(SampleBatch& batch) override;
    void finish(SampleBatch& batch) override { sample(batch); }

private:
    struct Member {
        explicit Member(pid_t pid) : reader(pid) {}
        ProcessReader reader;
        pid_t parent = 0;
        std::string name;
        bool zombie = false;
    };

    void watchNew(SampleBatch& batch);
    void findChildren(pid_t parent, ProcessReader& reader, SampleBatch& batch);
    void addIntervals(SampleBatch& batch);
    void fillNow(SampleBatch& batch, const SampledProcess& process);
    void followMember(SampleBatch& batch, const SampledProcess& process);

    PidIndex m_pids;
    SampledStates m_states;
    pid_t m_launcher;
    std::string m_problem;
    std::map<pid_t, Member> m_members;         // in no document
    std::map<pid_t, ProcessReader> m_planned;  // of the document, to ask for their children
    Nanoseconds m_nextSearchNs = 0;
};

}  // namespace ipclab

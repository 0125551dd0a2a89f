// States by looking at /proc again and again, where switch records are forbidden (sampling/sampled_tasks.h).
#pragma once

#include <string>

#include "sampling/sampled_tasks.h"
#include "sampling/state_observer.h"

namespace ipclab {

class SampledObserver : public StateObserver {
public:
    // `problem`: what the first batch tells a person.
    SampledObserver(const Segment& segment, std::string problem);

    void sample(SampleBatch& batch) override;
    void finish(SampleBatch& batch) override { sample(batch); }

private:
    PidIndex m_pids;
    WaitNotes m_waits;
    SampledTasks m_tasks;
    std::string m_problem;
};

}  // namespace ipclab

// States from switch records (observe/state_tracker.h), and from /proc what those do not have.
#pragma once

#include <unordered_set>

#include "observe/switch_reader.h"
#include "observe/wake_looks.h"
#include "sampling/family_watch.h"
#include "sampling/proc_table.h"
#include "sampling/sampled_tasks.h"
#include "sampling/state_observer.h"
#include "sampling/stop_notes.h"

namespace ipclab {

class ExactObserver : public StateObserver {
public:
    // Throws std::system_error when the rings cannot be mapped.
    ExactObserver(const Segment& segment, ObserverSources sources);

    void sample(SampleBatch& batch) override;
    void finish(SampleBatch& batch) override;

private:
    [[nodiscard]] WakeLooks::LastWord lastWordOf(pid_t pid) const;
    void take(std::span<const SwitchRecord> records, Nanoseconds until, SampleBatch& batch);
    void addIntervals(SampleBatch& batch);
    bool add(const ObservedInterval& interval, SampleBatch& batch) const;
    void noteWaits();
    void noteSilentWait(pid_t pid, std::uint32_t process, const ProcTable::Reading& reading);
    void suspect(pid_t pid);
    void takeUnfollowed();
    void sampleOthers(SampleBatch& batch);
    void fillNow(pid_t pid, ProcessSample& sample) const;
    void addEnded(SampleBatch& batch);

    PidIndex m_pids;
    ProcTable m_proc;
    std::optional<WakeLooks> m_looks;  // where the kernel does not tell of wake-ups
    SwitchReader m_reader;
    StateTracker m_tracker;
    std::unordered_set<pid_t> m_suspects;
    WaitNotes m_waits;
    SampledTasks m_others{m_pids, m_waits};  // in no switch record, or not any more
    FamilyWatch m_family;
    std::vector<ObservedInterval> m_unmatched;
    std::vector<ProcessSummary> m_ended;  // whose sums nobody was told yet
    StopNotes m_stops;
};

}  // namespace ipclab

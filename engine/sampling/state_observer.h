// How the states of the processes are observed: from switch records, by sampling /proc, or not at all. Also reads,
// ten times a second, what /proc alone has: resident memory and CPU time.
#pragma once

#include <memory>
#include <vector>

#include "core/unique_fd.h"
#include "observe/wake_events.h"
#include "results/samples.h"

namespace ipclab {

class StateObserver {
public:
    virtual ~StateObserver() = default;
    // Fills in states and closed intervals. batch.processes has an entry a process already.
    virtual void sample(SampleBatch& batch) = 0;
    // The same once more at the end of the run, with everything there still is, and the sums.
    virtual void finish(SampleBatch& batch) = 0;
};

// Where the states come from, as the launcher opened it.
struct ObserverSources {
    pid_t launcher = 0;
    std::vector<UniqueFd> switches;  // observe/switch_events.h; empty: not permitted
    WakeEvents wakes;                // may be empty
};

// Maps the switch events at once, on the calling thread; what it then observes belongs to one thread. Problems end
// up in the batches, never as exceptions.
std::unique_ptr<StateObserver> makeStateObserver(const Segment& segment, ObserveLevel level, ObserverSources sources);

}  // namespace ipclab

// Who waits for whom at this moment, and the deadlocks among them that last.
#pragma once

#include <vector>

#include "document/ends.h"
#include "results/deadlock_watch.h"
#include "results/process_results.h"
#include "results/run_log.h"

namespace ipclab {

class DeadlockResults {
public:
    DeadlockResults(RunData& data, RunLog& log);

    // Once everything else of the batch has been taken over.
    void apply(const SampleBatch& batch, const ProcessResults& processes);
    // The run is being stopped: what hangs then is none.
    void stopLooking() { m_stopping = true; }

private:
    [[nodiscard]] WaitSnapshot waitsOf(const SampleBatch& batch, const ProcessResults& processes) const;

    RunData& m_data;
    RunLog& m_log;
    std::vector<PortPlace> m_ports;  // in the order of the segment
    DeadlockWatch m_watch;
    bool m_stopping = false;
};

}  // namespace ipclab

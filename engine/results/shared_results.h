// The results of the objects that processes share: their figures, and who died with a lock.
#pragma once

#include "core/segment.h"
#include "protocol/messages.h"
#include "results/run_log.h"
#include "results/samples.h"

namespace ipclab {

class SharedResults {
public:
    SharedResults(RunData& data, RunLog& log) : m_data(data), m_log(log) {}

    void on(const HolderDied& message);
    void apply(const SampleBatch& batch);
    void finish(const Segment& segment);

private:
    RunData& m_data;
    RunLog& m_log;
};

}  // namespace ipclab

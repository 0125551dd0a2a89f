// The results of the objects that processes share: their figures, and who died with a lock.
#pragma once

#include <vector>

#include "core/segment.h"
#include "protocol/messages.h"
#include "results/run_log.h"
#include "results/samples.h"

namespace ipclab {

class SharedResults {
public:
    SharedResults(RunData& data, RunLog& log) : m_data(data), m_log(log), m_since(data.shared.size()) {}

    void on(const HolderDied& message);
    void apply(const SampleBatch& batch);
    void finish(const Segment& segment);

private:
    // Since the last tenth of a second that was taken over.
    struct Since {
        Nanoseconds atNs = 0;
        std::uint64_t rounds = 0, lockWaits = 0;              // by then
        std::uint64_t samples = 0, waiters = 0, holders = 0;  // summed over the samples since
    };
    void measure(std::uint32_t index, const SampleBatch& batch);
    void append(SharedData& shared, const Since& since, Nanoseconds atNs);

    RunData& m_data;
    RunLog& m_log;
    std::vector<Since> m_since;  // by object
};

}  // namespace ipclab

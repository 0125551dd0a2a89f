// Reads the counters of the shared segment: of every link each time, latency percentiles of each tenth of a second.
#pragma once

#include <vector>

#include "results/samples.h"

namespace ipclab {

class SegmentSampler {
public:
    explicit SegmentSampler(const Segment& segment);
    void sample(SampleBatch& batch);

private:
    const Segment& m_segment;
    struct Earlier {
        HistogramSnapshot response, transit;
    };
    std::vector<Earlier> m_earlier;  // of each link, when percentiles were last taken
    Nanoseconds m_nextLatencyNs = 0, m_nextSoFarNs = 0;
};

}  // namespace ipclab

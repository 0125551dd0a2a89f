// Reads the counters of the shared segment: of every link each time, latency percentiles and connections of each tenth
// of a second. Histograms are copied only where they have grown.
#pragma once

#include <vector>

#include "results/samples.h"

namespace ipclab {

class SegmentSampler {
public:
    explicit SegmentSampler(const Segment& segment);
    // last: nothing comes after it, so that what is told less often is told once more.
    void sample(SampleBatch& batch, bool last = false);

private:
    const Segment& m_segment;
    // Of one link, when percentiles were last taken. What has not grown since is not copied again.
    struct Earlier {
        std::uint64_t timed = 0;
        HistogramSnapshot response, transit;
        LatencyCounts counts{};
    };
    // Whether anything has come.
    bool samplePercentiles(std::uint32_t link, LinkSample& sample, bool soFar);
    // Of what has come since that time.
    void sampleLatencies(std::uint32_t link, Nanoseconds since, SampleBatch& batch);
    void sampleConnections(SampleBatch& batch);

    std::vector<Earlier> m_earlier;                          // by link
    std::vector<std::vector<ConnectionReading>> m_readings;  // by endpoint and slot: as they were last told
    Nanoseconds m_latencyNs = 0, m_nextLatencyNs = 0, m_nextSoFarNs = 0;
};

}  // namespace ipclab

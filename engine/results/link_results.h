// The results of the links: what the system gave, what was counted and sampled of them, and their totals. Knows no
// process and no thread, so that it can be tested with messages and samples alone.
#pragma once

#include <vector>

#include "core/segment.h"
#include "protocol/messages.h"
#include "results/rate_window.h"
#include "results/run_log.h"
#include "results/samples.h"

namespace ipclab {

class LinkResults {
public:
    LinkResults(RunData& data, RunLog& log);

    void on(const LinkCreated& message);
    void on(const LinkOwnerEnded& message);
    void on(const StepTaken& message);
    void on(const LinkSet& message);
    void apply(const SampleBatch& batch);
    void finish(const Segment& segment);

    // What processes are told to send may have changed.
    void noteMessageBytes();

private:
    // What /proc/PID/io told of one link between two commands. It is read less often than the counters.
    struct Flow {
        Nanoseconds readNs = 0, shownNs = 0;
        Nanoseconds grownNs = 0;  // when more bytes had gone through than before
        std::uint64_t bytes = 0, growths = 0;
    };
    // What is known of one beside its data.
    struct Progress {
        RateWindow rate{};
        Flow flow{};
        double depthSum = 0;  // over samples
        std::uint64_t depthSamples = 0;
    };

    void warnOfDifferences(const LinkData& link);
    void applyPorts(const SampleBatch& batch);
    void applyLink(std::uint32_t index, const LinkSample& sample, Nanoseconds atNs);
    void applyCounters(std::uint32_t index, const LinkSample& sample);
    void takeFlow(std::uint32_t index, const LinkSample& sample);
    void applyDepth(std::uint32_t index, const LinkSample& sample, Nanoseconds atNs);
    [[nodiscard]] std::optional<std::uint64_t> mostInside(std::uint32_t index) const;
    void applyRates(std::uint32_t index, const LinkSample& sample, Nanoseconds atNs);
    void applyFlowRate(std::uint32_t index);
    void applyLatency(LinkData& link, const LinkSample& sample, Nanoseconds atNs);
    void finishLink(std::uint32_t index, const Segment& segment);
    void closeSystemDepth(std::uint32_t index, const Segment& segment);
    void finishPorts(std::uint32_t index, const Segment& segment);

    RunData& m_data;
    RunLog& m_log;
    std::vector<Progress> m_progress;   // by link
    std::vector<PortData*> m_ports;     // in the order of the segment: that of the links
    std::uint64_t m_smallestBytes = 0;  // of the messages anybody was told to send so far
};

}  // namespace ipclab

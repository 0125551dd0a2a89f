// Builds RunData from what the launcher says and the sampling thread measures. Knows no process and no thread, so
// that it can be tested with messages and samples alone.
#pragma once

#include <vector>

#include "core/segment.h"
#include "document/ends.h"
#include "protocol/messages.h"
#include "results/deadlock_watch.h"
#include "results/event_order.h"
#include "results/fullness_watch.h"
#include "results/rate_window.h"
#include "results/run_data.h"
#include "results/samples.h"
#include "results/state_account.h"
#include "results/task_book.h"

namespace ipclab {

class RunBuilder {
public:
    explicit RunBuilder(Experiment experiment);
    RunBuilder(const RunBuilder&) = delete;
    RunBuilder& operator=(const RunBuilder&) = delete;

    [[nodiscard]] const RunData& data() const { return m_data; }
    [[nodiscard]] RunData& data() { return m_data; }

    void apply(const Message& message, const Segment& segment);
    void apply(const SampleBatch& batch);
    // Totals from the segment, when nobody writes there any more.
    void finish(const Segment& segment, Nanoseconds now);

    void warn(const std::string& text);
    void addEvent(RunEvent event) { m_order.add(std::move(event)); }
    // Hands on the events up to then (event_order.h).
    void settleEvents(Nanoseconds untilNs) { m_order.settle(untilNs, m_data.events); }
    void noteSettings(std::uint32_t process, const Segment& segment);

private:
    // What /proc/PID/io told of one link between two commands. It is read less often than the counters.
    struct Flow {
        Nanoseconds readNs = 0, shownNs = 0;
        Nanoseconds grownNs = 0;  // when more bytes had gone through than before
        std::uint64_t bytes = 0, growths = 0;
    };

    void on(const LinkCreated& message);
    void on(const LinkFate& message);
    void on(const ProcessLaunched& message);
    void on(const LaunchFailed& message);
    void on(const StepTaken& message, const Segment& segment);
    void on(const SignalSent& message);
    void on(const SchedulingSet& message);
    void addRefusal(const SchedulingSet& message);
    void on(const ProcessExited& message, const Segment& segment);
    void on(const HolderDied& message);
    void addOutcome(const ProcessExited& message, const Segment& segment);
    void addOutcome(std::uint32_t process, std::uint32_t number, Nanoseconds metNs);
    void on(const OutputRead& message);
    void on(const FactTold& message);
    void on(const BudgetKill& message);
    void on(const SafetySet& message);
    void on(const SafetyEnd& message);
    void nameCause(std::uint32_t process, ExitStatus& exit) const;
    void warnOfDifferences(const LinkData& link);

    void begin(Nanoseconds startNs);
    [[nodiscard]] Waiting believedOf(std::uint32_t index, const ProcessSample& sample);
    void applyProcess(std::uint32_t index, const ProcessSample& sample, Nanoseconds atNs);
    void applyCounters(std::uint32_t index, const LinkSample& sample);
    void applyLink(std::uint32_t index, const LinkSample& sample, Nanoseconds atNs);
    void applyDepth(std::uint32_t index, const LinkSample& sample, Nanoseconds atNs);
    [[nodiscard]] std::optional<std::uint64_t> mostInside(std::uint32_t index) const;
    void noteMessageBytes(const ProgramSettings& settings);
    void takeFlow(std::uint32_t index, const LinkSample& sample);
    void applyRates(std::uint32_t index, const LinkSample& sample, Nanoseconds atNs);
    void applyFlowRate(std::uint32_t index);
    void applyLatency(LinkData& link, const LinkSample& sample, Nanoseconds atNs);
    void applyAccount(std::uint32_t index, const ProcessSample& sample, Nanoseconds atNs);
    void applyLastAccount(const ProcessExited& message);
    void applySums(const StateSums& sums);
    void tellStatesOf(std::uint32_t index);
    void applyPorts(const SampleBatch& batch);
    [[nodiscard]] PortData& portAt(std::uint32_t endpoint);
    void lookForDeadlocks(const SampleBatch& batch);
    [[nodiscard]] WaitSnapshot waitsOf(const SampleBatch& batch) const;
    void noteSignal(std::uint32_t process, int signal);
    void finishLink(std::uint32_t index, const Segment& segment);
    void finishShared(std::uint32_t index, const Segment& segment);
    void finishUnreported(std::uint32_t index, Nanoseconds now);
    void finishProcess(std::uint32_t index, const Segment& segment);

    RunData m_data;
    std::vector<RateWindow> m_rates;    // by link
    std::vector<Flow> m_flows;          // by link
    std::uint64_t m_smallestBytes = 0;  // of the messages anybody was told to send so far
    std::vector<double> m_depthSum;     // by link, over samples
    std::vector<std::uint64_t> m_depthSamples;
    std::vector<std::pair<Nanoseconds, Nanoseconds>> m_cpu;  // by process: time and CPU time when last read
    std::vector<StateAccount> m_accounts;                    // by process
    std::vector<FullnessWatch> m_fullness;                   // by process
    std::vector<PortPlace> m_ports;                          // in the order of the segment
    std::vector<std::uint32_t> m_portInLink;                 // likewise: which of its link's ports
    std::vector<bool> m_stopped;                             // by process: a signal stopped it
    std::vector<bool> m_seenStopped;                         // by process: in the sample before
    std::vector<std::optional<std::uint64_t>> m_overflowed;  // by process: it told so, and its stack limit
    std::vector<bool> m_budgetKilled;                        // by process
    std::vector<std::uint32_t> m_outcomeTold;                // by process: ProcessSlot::outcome
    DeadlockWatch m_deadlocks;
    TaskBook m_tasks{m_data};
    EventOrder m_order;
    bool m_stopping = false;
};

}  // namespace ipclab

// Builds RunData from what the launcher says and the sampling thread measures, by handing each to whom it is about.
// Knows no process and no thread, so that it can be tested with messages and samples alone.
#pragma once

#include "core/segment.h"
#include "protocol/messages.h"
#include "results/deadlock_results.h"
#include "results/link_results.h"
#include "results/process_results.h"
#include "results/run_log.h"
#include "results/shared_results.h"
#include "results/task_results.h"

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

    void warn(const std::string& text) { m_log.warn(text); }
    void addEvent(RunEvent event) { m_log.add(std::move(event)); }
    // Hands on the events up to then (event_order.h).
    void settleEvents(Nanoseconds untilNs) { m_log.settle(untilNs); }
    void noteSettings(std::uint32_t process, const Segment& segment);

private:
    void applyToProcess(const Message& message, const Segment& segment);
    void applyToRun(const Message& message);
    void on(const SafetySet& message);
    void on(const SafetyEnd& message);
    void begin(Nanoseconds startNs);

    RunData m_data;
    RunLog m_log{m_data};
    ProcessResults m_processes;
    LinkResults m_links;
    SharedResults m_shared;
    TaskResults m_tasks;
    DeadlockResults m_deadlocks;
};

}  // namespace ipclab

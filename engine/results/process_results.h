// The results of the processes of the document: what the launcher tells of them, what was sampled of them, and their
// totals. Knows no process and no thread, so that it can be tested with messages and samples alone.
#pragma once

#include <vector>

#include "core/segment.h"
#include "protocol/messages.h"
#include "results/fullness_watch.h"
#include "results/run_log.h"
#include "results/samples.h"
#include "results/state_account.h"

namespace ipclab {

class ProcessResults {
public:
    ProcessResults(RunData& data, RunLog& log);

    void on(const ProcessLaunched& message);
    void on(const LaunchFailed& message);
    void on(const StepTaken& message, const Segment& segment);
    void on(const SignalSent& message);
    void on(const SchedulingSet& message);
    void on(const ProcessStarted& message);
    void on(const ProcessRetired& message);
    void on(const ProcessExited& message, const Segment& segment);
    void on(const OutputRead& message);
    void on(const FactTold& message);
    void on(const BudgetKill& message);

    void apply(const SampleBatch& batch);
    // Of those that have ended, once everything else of the batch has been taken over.
    void applySums(const SampleBatch& batch);
    // What steers it was changed.
    void noteSettings(std::uint32_t process, const Segment& segment);

    // Whoever has not been reported has ended now: the launcher was killed.
    void endUnreported(Nanoseconds now);
    void finish(const Segment& segment);

    // It cannot go on: a signal stopped it.
    [[nodiscard]] bool isStopped(std::uint32_t process) const;

private:
    // What is known of one beside its data.
    struct Progress {
        Nanoseconds cpuReadNs = 0, cpuNs = 0;  // when its CPU time was read last, and how much that was
        StateAccount account{};
        FullnessWatch fullness{};
        bool stopped = false;                       // a signal stopped it
        bool seenStopped = false;                   // in the sample before
        std::optional<std::uint64_t> overflowed{};  // it told so, and its stack limit
        bool budgetKilled = false;
        std::uint32_t outcomeTold = 0;  // ProcessSlot::outcome
    };

    void noteRetired(std::uint32_t process);
    void addRefusal(const SchedulingSet& message);
    void addOutcome(const ProcessExited& message, const Segment& segment);
    void addOutcome(std::uint32_t process, std::uint32_t number, Nanoseconds metNs);
    void nameCause(std::uint32_t process, ExitStatus& exit) const;
    void noteSignal(std::uint32_t process, int signal);

    [[nodiscard]] Waiting believedOf(std::uint32_t index, const ProcessSample& sample);
    void applyProcess(std::uint32_t index, const ProcessSample& sample, Nanoseconds atNs);
    void applyCpuTime(std::uint32_t index, const ProcessAccount& account, Nanoseconds atNs);
    void applyAccount(std::uint32_t index, const ProcessSample& sample, Nanoseconds atNs);
    void applyLastAccount(const ProcessExited& message);
    void tellFullness(std::uint32_t index, const Waiting& waiting, Nanoseconds atNs);
    void tellStatesOf(std::uint32_t index);
    void finishProcess(std::uint32_t index, const Segment& segment);

    RunData& m_data;
    RunLog& m_log;
    std::vector<Progress> m_progress;  // by process
};

}  // namespace ipclab

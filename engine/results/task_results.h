// The results of tasks, CPUs and queues of the scheduler, from what the sampling thread found. Knows no process and no
// thread, so that it can be tested with samples alone.
#pragma once

#include <array>
#include <unordered_map>

#include "protocol/messages.h"
#include "results/run_data.h"
#include "results/samples.h"

namespace ipclab {

class TaskResults {
public:
    explicit TaskResults(RunData& data) : m_data(data) {}

    // Before anything else of a batch is taken over.
    void apply(const SampleBatch& batch);
    // Once everything of it has been.
    void measureQueues(const SampleBatch& batch);

    // This process of the document has got its number.
    void launched(const ProcessLaunched& message);
    void exited(const ProcessExited& message);
    void exited(const OrphanExited& message);
    // Nothing more will come: nobody is left.
    void finish(Nanoseconds endNs);

private:
    void change(const TaskChange& change);
    void begin(const TaskChange& change);
    void beginThreads(std::int32_t pid);
    void rename(const TaskChange& change);
    void execute(const TaskChange& change);
    void leaveRecords(const TaskChange& change);
    void end(const TaskChange& change);
    void addInterval(const TaskInterval& interval);
    void setOpen(const TaskInterval& interval);
    void addCpu(const CpuInterval& interval);
    void tell(const TaskReading& news);
    void tellOf(const TaskData& task, EventKind kind, Nanoseconds atNs, std::int32_t other = 0);

    TaskData* add(std::int32_t pid, std::int32_t tid);
    TaskData* find(std::int32_t pid, std::int32_t tid);
    void tellLifetime(const TaskData& task);
    void adoptDescendants();
    void setExit(std::int32_t pid, const ExitStatus& status);
    [[nodiscard]] std::optional<std::uint32_t> processOf(std::int32_t pid) const;
    [[nodiscard]] std::int16_t runnerOf(TaskId who);
    void measureCpus(Nanoseconds t0, Nanoseconds t1);
    void countWaits(const SampleBatch& batch);

    RunData& m_data;
    std::unordered_map<std::int64_t, std::size_t> m_known;  // by keyOf: the newest with that number
    std::unordered_map<std::int32_t, std::uint32_t> m_processes;
    std::unordered_map<std::int64_t, std::int16_t> m_runners;
    std::vector<std::size_t> m_members;                     // processes of no document that live, or did a moment ago
    std::array<std::uint64_t, kWaitReasonCount> m_waits{};  // summed over the samples since the last measurement
    std::unordered_map<int, std::uint64_t> m_switches;  // of each CPU, by the last measurement
    Nanoseconds m_measuredNs = 0;
    std::size_t m_events = 0;
    bool m_toldOfNobody = false;  // an event of a descendant whose ancestor in the document was not known yet
};

}  // namespace ipclab

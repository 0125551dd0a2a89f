#include "runs/state_observer.h"

#include <unistd.h>

#include <map>
#include <unordered_map>
#include <utility>

#include "observe/process_reader.h"
#include "observe/sampled_states.h"
#include "observe/state_tracker.h"
#include "observe/switch_reader.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kProcEveryNs = kNsPerSecond / 10;

// Which process of the plan a pid is; pids appear in the segment as they are born.
class PidIndex {
public:
    explicit PidIndex(const Segment& segment) : m_segment(segment) {}

    void refresh() {
        const auto slots = m_segment.processes();
        for (std::uint32_t i = 0; i < slots.size(); ++i) {
            const pid_t pid = slots[i].pid.load(std::memory_order_relaxed);
            if (pid != 0) m_index[pid] = i;
        }
    }
    [[nodiscard]] const std::uint32_t* find(pid_t pid) const {
        const auto found = m_index.find(pid);
        return found == m_index.end() ? nullptr : &found->second;
    }
    [[nodiscard]] const std::unordered_map<pid_t, std::uint32_t>& all() const { return m_index; }

private:
    const Segment& m_segment;
    std::unordered_map<pid_t, std::uint32_t> m_index;
};

bool isDone(const Segment& segment, std::uint32_t process) {
    return segment.processes()[process].phase.load(std::memory_order_acquire) ==
           static_cast<std::uint32_t>(Phase::Done);
}

std::uint64_t pageBytes() {
    static const auto bytes = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    return bytes;
}

// Resident memory, CPU time and whether it is stopped, ten times a second.
class ProcTable {
public:
    struct Reading {
        std::optional<PidStat> stat;
        std::optional<SchedStat> schedule;
    };

    // fn(pid, index, Reading) for every process that lives, when it is time.
    template <typename Fn>
    void read(const Segment& segment, const PidIndex& pids, Nanoseconds now, Fn fn) {
        if (now < m_nextNs) return;
        m_nextNs = now + kProcEveryNs;
        for (const auto& [pid, index] : pids.all()) {
            if (isDone(segment, index)) {
                m_readers.erase(pid);
                continue;
            }
            ProcessReader& reader = m_readers.try_emplace(pid, pid).first->second;
            fn(pid, index, Reading{reader.stat(), reader.schedStat()});
        }
    }

private:
    std::map<pid_t, ProcessReader> m_readers;
    Nanoseconds m_nextNs = 0;
};

void fill(ProcessSample& sample, const ProcTable::Reading& reading) {
    if (reading.stat) sample.residentBytes = reading.stat->residentPages * pageBytes();
    if (reading.schedule) sample.runNs = reading.schedule->running;
}

class NoStates : public StateObserver {
public:
    explicit NoStates(const Segment& segment) : m_segment(segment), m_pids(segment) {}
    void sample(SampleBatch& batch) override {
        m_pids.refresh();
        m_proc.read(m_segment, m_pids, batch.atNs, [&](pid_t, std::uint32_t index, const ProcTable::Reading& reading) {
            fill(batch.processes[index], reading);
        });
    }
    void finish(SampleBatch& batch) override { sample(batch); }

private:
    const Segment& m_segment;
    PidIndex m_pids;
    ProcTable m_proc;
};

class SampledObserver : public StateObserver {
public:
    SampledObserver(const Segment& segment, std::string problem)
        : m_segment(segment), m_pids(segment), m_problem(std::move(problem)) {}

    void sample(SampleBatch& batch) override {
        m_pids.refresh();
        for (const auto& [pid, index] : m_pids.all()) {
            if (m_states.find(pid) == nullptr && !isDone(m_segment, index)) m_states.watch(pid);
        }
        m_states.sample();
        for (const ObservedInterval& interval : m_states.closed()) {
            const std::uint32_t* index = m_pids.find(interval.pid);
            if (index == nullptr || !interval.state) continue;
            batch.intervals.push_back(
                {*index, interval.begin, interval.end, *interval.state, static_cast<std::int16_t>(interval.cpu)});
        }
        m_states.clearClosed();
        for (const SampledProcess* process : m_states.all()) fillNow(batch, *process);
        batch.problem = std::exchange(m_problem, {});
    }
    void finish(SampleBatch& batch) override { sample(batch); }

private:
    void fillNow(SampleBatch& batch, const SampledProcess& process) {
        const std::uint32_t* index = m_pids.find(process.pid);
        if (index == nullptr || process.gone) return;
        ProcessSample& sample = batch.processes[*index];
        sample.state = process.state;
        sample.sinceNs = process.since;
        sample.cpu = static_cast<std::int16_t>(process.cpu);
        sample.residentBytes = process.residentBytes;
        if (process.exactTotals) sample.runNs = process.running;
    }

    const Segment& m_segment;
    PidIndex m_pids;
    SampledStates m_states;
    std::string m_problem;
};

class ExactObserver : public StateObserver {
public:
    ExactObserver(const Segment& segment, std::vector<UniqueFd> switchEvents)
        : m_segment(segment), m_pids(segment), m_reader(std::move(switchEvents)) {}

    void sample(SampleBatch& batch) override { take(m_reader.poll(), batch); }

    void finish(SampleBatch& batch) override {
        take(m_reader.flush(), batch);
        for (const ProcessSummary& summary : m_tracker.finished()) addSums(summary, summary.states, batch);
        for (const ProcessSummary* summary : m_tracker.living()) {
            addSums(*summary, summary->statesUntil(batch.atNs), batch);
        }
    }

private:
    void take(std::span<const SwitchRecord> records, SampleBatch& batch) {
        m_tracker.consume(records);
        m_tracker.advanceTo(m_reader.releasedUntil());
        m_pids.refresh();
        m_proc.read(m_segment, m_pids, batch.atNs,
                    [&](pid_t pid, std::uint32_t index, const ProcTable::Reading& reading) {
                        fill(batch.processes[index], reading);
                        noteStopped(pid, reading, batch.atNs);
                    });
        // A pid may be in the records a moment before it is in the segment: such an interval is tried once more.
        std::vector<ObservedInterval> unmatched;
        for (const ObservedInterval& interval : m_unmatched) add(interval, batch);
        for (const ObservedInterval& interval : m_tracker.closed().processes) {
            if (!add(interval, batch)) unmatched.push_back(interval);
        }
        m_unmatched = std::move(unmatched);
        m_tracker.clearClosed();
        for (const auto& [pid, index] : m_pids.all()) fillNow(pid, batch.processes[index]);
        batch.lostEvents = m_reader.lost() + m_reader.late();
    }

    bool add(const ObservedInterval& interval, SampleBatch& batch) const {
        const std::uint32_t* index = m_pids.find(interval.pid);
        if (index == nullptr) return false;
        if (interval.state) {
            batch.intervals.push_back(
                {*index, interval.begin, interval.end, *interval.state, static_cast<std::int16_t>(interval.cpu)});
        }
        return true;
    }

    // Switch records know nothing of job control: a stopped process looks like a waiting one.
    void noteStopped(pid_t pid, const ProcTable::Reading& reading, Nanoseconds now) {
        if (!reading.stat) return;
        const bool stopped = reading.stat->state == 'T';
        bool& was = m_stopped[pid];
        if (stopped && !was) m_tracker.markStopped(pid, now);
        if (!stopped && was) m_tracker.markContinued(pid, now);
        was = stopped;
    }

    void fillNow(pid_t pid, ProcessSample& sample) const {
        const ProcessSummary* summary = m_tracker.find(pid);
        if (summary == nullptr) return;
        sample.state = summary->state;
        sample.sinceNs = summary->since;
        sample.cpu = static_cast<std::int16_t>(summary->cpu);
    }

    void addSums(const ProcessSummary& summary, const StateTotals& states, SampleBatch& batch) const {
        const std::uint32_t* index = m_pids.find(summary.pid);
        if (index == nullptr) return;
        using enum ProcessState;
        batch.sums.push_back({*index, states[Running], states[Ready] + states[New], states[Waiting] + states[Stopped],
                              states.unknown()});
    }

    const Segment& m_segment;
    PidIndex m_pids;
    ProcTable m_proc;
    SwitchReader m_reader;
    StateTracker m_tracker;
    std::vector<ObservedInterval> m_unmatched;
    std::unordered_map<pid_t, bool> m_stopped;
};

}  // namespace

std::unique_ptr<StateObserver> makeStateObserver(const Segment& segment, ObserveLevel level,
                                                 std::vector<UniqueFd> switchEvents) {
    if (level == ObserveLevel::Off) return std::make_unique<NoStates>(segment);
    if (level == ObserveLevel::Sampled) return std::make_unique<SampledObserver>(segment, std::string());
    try {
        return std::make_unique<ExactObserver>(segment, std::move(switchEvents));
    } catch (const std::exception& error) {
        return std::make_unique<SampledObserver>(
            segment, std::string("states are sampled, not exact: the switch records cannot be read: ") + error.what());
    }
}

}  // namespace ipclab

// Recordings: the processes and threads there were, who was on each CPU, and the queues. Private to recordings.
#pragma once

#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "recording/sqlite.h"
#include "results/run_data.h"

namespace ipclab {

class RecordingRow;

struct TaskRows {
    struct Interval {
        std::int64_t task;
        StateInterval interval;
    };
    struct OnCpu {
        int cpu;
        Nanoseconds start, end;
        ProcessState state;
        std::optional<TaskId> who;
    };
    struct Length {
        std::string queue;
        std::uint32_t place;
        Sample sample;
    };
    std::int32_t launcherPid = 0;
    std::vector<Ancestor> ancestors;
    std::uint64_t tasksNotKept = 0;
    std::vector<std::pair<std::int64_t, TaskData>> tasks;  // without their lanes
    std::vector<Interval> intervals;
    std::vector<OnCpu> cpus;
    std::vector<Length> lengths;
};

// How far a series has been taken.
class SamplesTaken {
public:
    // add(place, sample) for each that is new; place: its number among those of the same moment.
    void takeNew(const TimeSeries& series, auto add) {
        for (m_next = std::max(m_next, series.firstIndex()); m_next < series.endIndex(); ++m_next) {
            const Sample& sample = series.sample(m_next);
            m_place = sample.t == m_lastNs ? m_place + 1 : 0;
            m_lastNs = sample.t;
            add(m_place, sample);
        }
    }

private:
    std::size_t m_next = 0;
    Nanoseconds m_lastNs = -1;
    std::uint32_t m_place = 0;
};

// Remembers what has been taken.
class TaskRowsCursor {
public:
    TaskRows take(const RunData& data);

private:
    struct Taken {
        std::uint64_t nextInterval = 0;
        bool over = false;  // taken once more after its end
    };
    void takeTask(std::size_t index, const RunData& data, TaskRows& rows);
    void takeLength(const std::string& queue, const TimeSeries& series, TaskRows& rows);

    std::vector<Taken> m_tasks;
    std::map<int, std::uint64_t> m_nextOfCpu;
    std::map<std::string, SamplesTaken> m_lengths;
};

void writeTaskRows(Database& database, const TaskRows& rows);

// Reading throws std::runtime_error. The processes must be there: readTaskList() has the tasks, readTaskTimes() what
// they, the CPUs and the queues did over time.
void readTaskList(Database& database, RunData& data);
void readTaskTimes(Database& database, RunData& data);

// The lanes of CPUs, row by row.
class CpuRows {
public:
    explicit CpuRows(RunData& data) : m_data(data) {}
    // Of the row's next five columns (start, end, state, pid, tid), cut at `untilNs`.
    void add(int cpu, RecordingRow& row, Nanoseconds untilNs = std::numeric_limits<Nanoseconds>::max());

private:
    std::int16_t runnerOf(const TaskId& who);

    RunData& m_data;
    std::unordered_map<std::int64_t, std::int16_t> m_runners;
};

// By its name in the file; nothing: a newer program's.
TimeSeries* queueOf(const std::string& name, QueueLengths& queues);
std::vector<std::string> queueNames();

}  // namespace ipclab

// Recordings: the processes and threads there were, who was on each CPU, and the queues. Private to recordings.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "results/run_data.h"
#include "recording/sqlite.h"

namespace ipclab {

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
    std::map<std::string, std::size_t> m_nextLength;
};

void writeTaskRows(Database& database, const TaskRows& rows);
// Once the processes are there. Throws std::runtime_error.
void readTasks(Database& database, RunData& data);

}  // namespace ipclab

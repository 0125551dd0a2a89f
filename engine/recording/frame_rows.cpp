#include "recording/frame_rows.h"

#include <algorithm>
#include <cmath>

#include "recording/row.h"
#include "recording/rows.h"
#include "recording/tasks.h"

namespace ipclab {

namespace {

// Of one lane, in order of time: its rows from the one that ends after the beginning of the stretch.
std::uint64_t readLane(Statement& rows, std::int64_t owner, const Stretch& stretch, auto& into) {
    std::uint64_t read = 0;
    rows.reset();
    rows.bind(1, owner);
    rows.bind(2, stretch.from);
    while (rows.step()) {
        ++read;
        RecordingRow row(rows);
        const StateInterval it = intervalOf(row);
        if (it.start > stretch.to) break;
        if (it.end <= stretch.to) {
            appendInterval(into, it);
            continue;
        }
        into.lane.setOpen(it.state, it.start, it.cpu, it.reason);
        into.waits.add(it.state, stretch.to - it.start, it.reason);
        break;
    }
    return read;
}

std::uint64_t readCurve(Statement& rows, const Stretch& stretch, TimeSeries& into) {
    std::uint64_t read = 0;
    rows.bind(2, stretch.from);
    rows.bind(3, stretch.to);
    for (; rows.step(); ++read) {
        RecordingRow row(rows);
        const Nanoseconds t = row.time();
        into.append(t, row.optional([&] { return row.real(); }).value_or(std::nan("")));
    }
    rows.reset();
    return read;
}

bool livedIn(const TaskData& task, const Stretch& stretch) {
    const Nanoseconds goneNs = std::max(task.endedNs, task.reapedNs);
    return task.bornNs <= stretch.to && (task.endedNs == 0 || goneNs >= stretch.from);
}

}  // namespace

// Passes from number to number by the index: reading every row of a CPU to find the next would read the file.
std::vector<int> cpuNumbers(Database& database) {
    std::vector<int> numbers;
    Statement next(database, "SELECT min(cpu) FROM cpu_interval WHERE cpu > ?1");
    for (std::int64_t after = -1;; after = numbers.back()) {
        next.reset();
        next.bind(1, after);
        if (!next.step() || next.isNull(0)) return numbers;
        RecordingRow row(next);
        numbers.push_back(static_cast<int>(row.integer(0, INT16_MAX)));
    }
}

std::uint64_t readStretchOfSeries(Database& database, const Stretch& stretch, RunData& data) {
    std::uint64_t read = 0;
    Statement all(database, "SELECT process, link, shared, cpu, name, id FROM series");
    Statement rows(database,
                   "SELECT t_ns, value FROM sample WHERE series = ?1 AND t_ns >= coalesce((SELECT max(t_ns) FROM "
                   "sample WHERE series = ?1 AND t_ns <= ?2), ?2) AND t_ns <= ?3 ORDER BY t_ns, place");
    while (all.step()) {
        RecordingRow row(all);
        TimeSeries* const series = seriesOf(row, data);
        if (series == nullptr) continue;
        rows.bind(1, row.integer(0, INT64_MAX));
        read += readCurve(rows, stretch, *series);
    }
    return read;
}

std::uint64_t readStretchOfLatencies(Database& database, const Stretch& stretch, RunData& data) {
    std::uint64_t read = 0;
    Statement rows(database,
                   "SELECT link, start_ns, end_ns, bin, count FROM latency WHERE link = ?1 AND end_ns > ?2 AND "
                   "end_ns <= ?3 ORDER BY end_ns, bin");
    LatencyRows latencies(data);
    for (std::size_t link = 0; link < data.links.size(); ++link) {
        rows.reset();
        rows.bind(1, static_cast<std::int64_t>(link));
        rows.bind(2, stretch.from);
        rows.bind(3, stretch.to);
        for (; rows.step(); ++read) {
            RecordingRow row(rows);
            latencies.add(row);
        }
    }
    latencies.flush();
    return read;
}

std::uint64_t readStretchOfLanes(Database& database, const Stretch& stretch, RunData& data) {
    std::uint64_t read = 0;
    Statement ofProcess(database,
                        "SELECT start_ns, end_ns, state, cpu, reason FROM interval WHERE process = ?1 AND end_ns > ?2 "
                        "ORDER BY end_ns");
    for (std::size_t i = 0; i < data.processes.size(); ++i)
        read += readLane(ofProcess, static_cast<std::int64_t>(i), stretch, data.processes[i]);
    Statement ofTask(database,
                     "SELECT start_ns, end_ns, state, cpu, reason FROM task_interval WHERE task = ?1 AND end_ns > ?2 "
                     "ORDER BY end_ns");
    for (std::size_t i = 0; i < data.tasks.size(); ++i) {
        if (livedIn(data.tasks[i], stretch))
            read += readLane(ofTask, static_cast<std::int64_t>(i), stretch, data.tasks[i]);
    }
    return read;
}

std::uint64_t readStretchOfCpus(Database& database, const Stretch& stretch, RunData& data) {
    std::uint64_t read = 0;
    CpuRows lanes(data);
    Statement rows(database,
                   "SELECT start_ns, end_ns, state, pid, tid FROM cpu_interval WHERE cpu = ?1 AND end_ns > ?2 "
                   "ORDER BY end_ns");
    for (const int cpu : cpuNumbers(database)) {
        data.cpus.try_emplace(cpu);
        rows.reset();
        rows.bind(1, cpu);
        rows.bind(2, stretch.from);
        for (; rows.step() && rows.integer(0) <= stretch.to; ++read) {
            RecordingRow row(rows);
            lanes.add(cpu, row, stretch.to);
        }
    }
    return read;
}

std::uint64_t readStretchOfQueues(Database& database, const Stretch& stretch, RunData& data) {
    std::uint64_t read = 0;
    Statement rows(database,
                   "SELECT t_ns, length FROM queue WHERE queue = ?1 AND t_ns >= coalesce((SELECT max(t_ns) FROM queue "
                   "WHERE queue = ?1 AND t_ns <= ?2), ?2) AND t_ns <= ?3 ORDER BY t_ns, place");
    Statement any(database, "SELECT 1 FROM queue WHERE queue = ?1 AND t_ns <= ?2 LIMIT 1");
    for (const std::string& name : queueNames()) {
        any.reset();
        any.bind(1, name);
        any.bind(2, stretch.to);
        if (!any.step()) continue;  // asked for, it would be there
        rows.bind(1, name);
        read += readCurve(rows, stretch, *queueOf(name, data.queues));
    }
    return read;
}

Nanoseconds lastRowNs(Database& database) {
    Nanoseconds last = 0;
    for (const char* newest :
         {"SELECT max(last) FROM (SELECT (SELECT max(end_ns) FROM interval WHERE process = p.id) last FROM process p)",
          "SELECT max(last) FROM (SELECT (SELECT max(t_ns) FROM sample WHERE series = s.id) last FROM series s)"}) {
        Statement statement(database, newest);
        if (!statement.step() || statement.isNull(0)) continue;
        RecordingRow row(statement);
        last = std::max(last, row.time());
    }
    return last;
}

}  // namespace ipclab

#include "recording/tasks.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "recording/row.h"
#include "recording/rows.h"
#include "results/words.h"

namespace ipclab {

namespace {

constexpr std::string_view kWaitingFor = "waiting:";

std::string textOf(const nlohmann::json& json) {
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string ancestorsText(const std::vector<Ancestor>& ancestors) {
    nlohmann::json list = nlohmann::json::array();
    for (const Ancestor& ancestor : ancestors) list.push_back({ancestor.pid, ancestor.name});
    return textOf(list);
}

std::string execsText(const std::vector<ExecRecord>& execs) {
    nlohmann::json list = nlohmann::json::array();
    for (const ExecRecord& exec : execs) list.push_back({exec.atNs, exec.name});
    return textOf(list);
}

// [[number, name], …]
std::vector<std::pair<std::int64_t, std::string>> pairsOf(const std::string& text, const char* what) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_array()) refuse(std::string(what) + " are no JSON array");
    std::vector<std::pair<std::int64_t, std::string>> pairs;
    for (const auto& pair : json) {
        if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number_integer() || !pair[1].is_string())
            refuse(std::string(what) + " are no pairs of a number and a name");
        pairs.emplace_back(pair[0].get<std::int64_t>(), pair[1].get<std::string>());
    }
    return pairs;
}

// Of the document, and as a whole: its own lane has its states.
bool hasLaneElsewhere(const TaskData& task) { return task.process && !task.isThread(); }

TaskData withoutLane(const TaskData& task) {
    TaskData copy;
    copy.pid = task.pid;
    copy.tid = task.tid;
    copy.bornOf = task.bornOf;
    copy.parent = task.parent;
    copy.process = task.process;
    copy.name = task.name;
    copy.execs = task.execs;
    copy.bornNs = task.bornNs;
    copy.birthSeen = task.birthSeen;
    copy.endedNs = task.endedNs;
    copy.reapedNs = task.reapedNs;
    copy.exit = task.exit;
    copy.state = task.state;
    return copy;
}

template <typename Add>
void takeNew(const StateSeries& lane, std::uint64_t& next, Add add) {
    for (next = std::max(next, lane.firstIndex()); next < lane.endIndex(); ++next) add(lane.interval(next));
}

}  // namespace

void TaskRowsCursor::takeTask(std::size_t index, const RunData& data, TaskRows& rows) {
    if (index >= m_tasks.size()) m_tasks.resize(index + 1);
    Taken& taken = m_tasks[index];
    if (taken.over && data.endNs == 0) return;
    const TaskData& task = data.tasks[index];
    const auto id = static_cast<std::int64_t>(index);
    rows.tasks.emplace_back(id, withoutLane(task));
    taken.over = !task.isAlive() && task.state != ProcessState::Zombie;
    if (hasLaneElsewhere(task)) return;
    takeNew(task.lane, taken.nextInterval, [&](const StateInterval& it) { rows.intervals.push_back({id, it}); });
}

void TaskRowsCursor::takeLength(const std::string& queue, const TimeSeries& series, TaskRows& rows) {
    m_lengths[queue].takeNew(series, [&](std::uint32_t place, const Sample& sample) {
        rows.lengths.push_back({queue, place, sample});
    });
}

TaskRows TaskRowsCursor::take(const RunData& data) {
    TaskRows rows;
    rows.launcherPid = data.launcherPid;
    rows.ancestors = data.ancestors;
    rows.tasksNotKept = data.tasksNotKept;
    for (std::size_t i = 0; i < data.tasks.size(); ++i) takeTask(i, data, rows);
    for (const auto& [number, cpu] : data.cpus) {
        takeNew(cpu.lane, m_nextOfCpu[number], [&, n = number](const StateInterval& it) {
            const bool known = it.cpu >= 0 && static_cast<std::size_t>(it.cpu) < data.runners.size();
            rows.cpus.push_back({n, it.start, it.end, it.state,
                                 known ? std::optional(data.runners[static_cast<std::size_t>(it.cpu)]) : std::nullopt});
        });
    }
    takeLength("running", data.queues.running, rows);
    takeLength("ready", data.queues.ready, rows);
    takeLength("waiting", data.queues.waiting, rows);
    takeLength("runnable", data.queues.runnable, rows);
    for (std::size_t i = 0; i < data.queues.waitingFor.size(); ++i) {
        if (const auto& series = data.queues.waitingFor[i])
            takeLength(std::string(kWaitingFor) + std::string(id(static_cast<WaitReason>(i))), *series, rows);
    }
    return rows;
}

void writeTaskRows(Database& database, const TaskRows& rows) {
    database.execute("DELETE FROM family");
    Statement family(database, "INSERT INTO family VALUES (?,?,?)");
    family.run(rows.launcherPid, ancestorsText(rows.ancestors), rows.tasksNotKept);
    Statement task(database, "INSERT OR REPLACE INTO task VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    for (const auto& [id, t] : rows.tasks) {
        const ExitStatus exit = t.exit.value_or(ExitStatus{});
        task.run(id, t.pid, t.tid, t.bornOf, t.parent, t.process, t.name, execsText(t.execs), t.bornNs, t.birthSeen,
                 t.endedNs, t.reapedNs, exit.code, exit.signal, exit.coreDumped, stateId(t.state));
    }
    Statement interval(database, "INSERT OR REPLACE INTO task_interval VALUES (?,?,?,?,?,?)");
    for (const auto& [id, it] : rows.intervals) {
        interval.run(id, it.start, it.end, stateId(it.state), it.cpu < 0 ? std::nullopt : std::optional<int>(it.cpu),
                     static_cast<int>(it.reason));
    }
    Statement onCpu(database, "INSERT OR REPLACE INTO cpu_interval VALUES (?,?,?,?,?,?)");
    for (const TaskRows::OnCpu& row : rows.cpus) {
        onCpu.run(row.cpu, row.start, row.end, stateId(row.state), row.who ? std::optional(row.who->pid) : std::nullopt,
                  row.who ? std::optional(row.who->tid) : std::nullopt);
    }
    Statement length(database, "INSERT INTO queue VALUES (?,?,?,?)");
    for (const TaskRows::Length& row : rows.lengths) length.run(row.queue, row.sample.t, row.place, row.sample.value);
}

namespace {

std::int32_t readPid(RecordingRow& row) { return static_cast<std::int32_t>(row.integer(0, INT32_MAX)); }

void readFamily(Database& database, RunData& data) {
    Statement statement(database, "SELECT launcher_pid, ancestors, tasks_not_kept FROM family");
    if (!statement.step()) return;  // it was cut off before anything was known
    RecordingRow row(statement);
    data.launcherPid = readPid(row);
    for (auto& [pid, name] : pairsOf(row.text(), "the ancestors")) {
        if (pid < 0 || pid > INT32_MAX) refuse("an ancestor has no process number");
        data.ancestors.push_back({static_cast<std::int32_t>(pid), std::move(name)});
    }
    data.tasksNotKept = row.count();
}

TaskData readTask(RecordingRow& row, const RunData& data) {
    TaskData task;
    task.pid = readPid(row);
    task.tid = readPid(row);
    task.bornOf = readPid(row);
    task.parent = readPid(row);
    task.process = row.optional([&] { return row.index(data.processes.size(), "process"); });
    task.name = row.text();
    for (auto& [atNs, name] : pairsOf(row.text(), "the programs of a task"))
        task.execs.push_back({atNs, std::move(name)});
    task.bornNs = row.time();
    task.birthSeen = row.flag();
    task.endedNs = row.time();
    task.reapedNs = row.time();
    ExitStatus exit;
    exit.code = row.optional([&] { return static_cast<int>(row.integer(0, 255)); });
    exit.signal = row.optional([&] { return static_cast<int>(row.integer(1, 64)); });
    exit.coreDumped = row.flag();
    if (exit.code || exit.signal) task.exit = exit;
    task.state = row.word(processStateOf);
    return task;
}

void readTaskIntervals(Database& database, RunData& data) {
    Statement statement(database,
                        "SELECT task, start_ns, end_ns, state, cpu, reason FROM task_interval ORDER BY task, end_ns");
    while (statement.step()) {
        RecordingRow row(statement);
        TaskData& task = data.tasks[row.index(data.tasks.size(), "task")];
        appendInterval(task, intervalOf(row));
    }
}

void readCpus(Database& database, RunData& data) {
    CpuRows rows(data);
    Statement statement(database,
                        "SELECT cpu, start_ns, end_ns, state, pid, tid FROM cpu_interval ORDER BY cpu, end_ns");
    while (statement.step()) {
        RecordingRow row(statement);
        const auto cpu = static_cast<int>(row.integer(0, INT16_MAX));
        rows.add(cpu, row);
    }
}

void readQueues(Database& database, RunData& data) {
    Statement statement(database, "SELECT queue, t_ns, length FROM queue ORDER BY queue, t_ns, place");
    while (statement.step()) {
        RecordingRow row(statement);
        TimeSeries* const series = queueOf(row.text(), data.queues);
        const Nanoseconds t = row.time();
        const double length = row.optional([&] { return row.real(); }).value_or(std::nan(""));
        if (series != nullptr) series->append(t, length);
    }
}

}  // namespace

std::int16_t CpuRows::runnerOf(const TaskId& who) {
    const auto [at, added] = m_runners.try_emplace((std::int64_t{who.pid} << 32) | who.tid, -1);
    if (!added || m_data.runners.size() >= INT16_MAX) return at->second;
    m_data.runners.push_back(who);
    return at->second = static_cast<std::int16_t>(m_data.runners.size() - 1);
}

void CpuRows::add(int cpu, RecordingRow& row, Nanoseconds untilNs) {
    const Nanoseconds start = row.time();
    const Nanoseconds end = std::min(row.time(), untilNs);
    const bool switching = row.word(processStateOf) == ProcessState::Switching;
    const auto pid = row.optional([&] { return readPid(row); });
    const auto tid = row.optional([&] { return readPid(row); });
    m_data.cpus.try_emplace(cpu).first->second.add(start, end, switching,
                                                   pid && tid ? runnerOf({*pid, *tid}) : std::int16_t{-1});
}

TimeSeries* queueOf(const std::string& name, QueueLengths& queues) {
    if (name == "running") return &queues.running;
    if (name == "ready") return &queues.ready;
    if (name == "waiting") return &queues.waiting;
    if (name == "runnable") return &queues.runnable;
    for (std::size_t i = 0; i < kWaitReasonCount; ++i) {
        if (!name.starts_with(kWaitingFor) || name.substr(kWaitingFor.size()) != id(static_cast<WaitReason>(i)))
            continue;
        auto& series = queues.waitingFor[i];
        if (!series) series.emplace(QueueLengths::kMostSamples);
        return &*series;
    }
    return nullptr;
}

std::vector<std::string> queueNames() {
    std::vector<std::string> names{"running", "ready", "waiting", "runnable"};
    for (std::size_t i = 0; i < kWaitReasonCount; ++i)
        names.push_back(std::string(kWaitingFor) + std::string(id(static_cast<WaitReason>(i))));
    return names;
}

void readTaskList(Database& database, RunData& data) {
    readFamily(database, data);
    Statement statement(database,
                        "SELECT id, pid, tid, born_of, parent, process, name, execs, born_ns, birth_seen, ended_ns, "
                        "reaped_ns, exit_code, exit_signal, core_dumped, state FROM task ORDER BY id");
    while (statement.step()) {
        if (data.tasks.size() >= RunData::kMostTasks) refuse("it has more tasks than a recording keeps");
        RecordingRow row(statement);
        if (row.count() != data.tasks.size()) refuse("a task is missing");
        data.tasks.push_back(readTask(row, data));
    }
}

void readTaskTimes(Database& database, RunData& data) {
    readTaskIntervals(database, data);
    readCpus(database, data);
    readQueues(database, data);
}

}  // namespace ipclab

#include "results/task_results.h"

#include <algorithm>
#include <numeric>
#include <cstdlib>
#include <utility>

#include "core/sentences.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kMeasureEveryNs = kNsPerSecond / 10;
// A program that forks without end must not bury every other event.
constexpr std::size_t kMostEvents = 500;

std::int64_t keyOf(std::int32_t pid, std::int32_t tid) {
    return tid == 0 ? std::int64_t{pid} : std::int64_t{tid} | (std::int64_t{1} << 32);
}

}  // namespace

void CpuData::add(Nanoseconds begin, Nanoseconds end, bool switching, std::int16_t runner) {
    lane.append(begin, end, switching ? ProcessState::Switching : ProcessState::Running, runner);
    switches += switching ? 1 : 0;
    switchingNs += switching ? end - begin : 0;
}

TaskData* TaskResults::find(std::int32_t pid, std::int32_t tid) {
    const auto found = m_known.find(keyOf(pid, tid));
    return found == m_known.end() ? nullptr : &m_data.tasks[found->second];
}

std::optional<std::uint32_t> TaskResults::processOf(std::int32_t pid) const {
    const auto found = m_processes.find(pid);
    return found == m_processes.end() ? std::nullopt : std::optional(found->second);
}

TaskData* TaskResults::add(std::int32_t pid, std::int32_t tid) {
    if (m_data.tasks.size() >= RunData::kMostTasks) {
        ++m_data.tasksNotKept;
        m_known.erase(keyOf(pid, tid));
        return nullptr;
    }
    TaskData& task = m_data.tasks.emplace_back();
    task.pid = pid;
    task.tid = tid;
    task.process = processOf(pid);
    m_known[keyOf(pid, tid)] = m_data.tasks.size() - 1;
    return &task;
}

void TaskResults::apply(const SampleBatch& batch) {
    using enum TaskChange::Kind;
    m_data.observer.lostWakes = batch.lostWakes;
    // Births first: an interval of this batch may be of one who was born in it. Ends last, for the same reason.
    for (const TaskChange& it : batch.history.changes) {
        if (it.kind != Ended) change(it);
    }
    for (const TaskInterval& interval : batch.history.tasks) addInterval(interval);
    for (const CpuInterval& interval : batch.history.cpus) addCpu(interval);
    for (const TaskChange& it : batch.history.changes) {
        if (it.kind == Ended) change(it);
    }
    for (const TaskReading& reading : batch.history.readings) tell(reading);
    for (const TaskInterval& interval : batch.tasksNow) setOpen(interval);
}

void TaskResults::change(const TaskChange& change) {
    switch (change.kind) {
        case TaskChange::Kind::Born:
        case TaskChange::Kind::Found:
            return begin(change);
        case TaskChange::Kind::Named:
            return rename(change);
        case TaskChange::Kind::Executed:
            return execute(change);
        case TaskChange::Kind::Unfollowed:
            return leaveRecords(change);
        case TaskChange::Kind::Ended:
            return end(change);
    }
}

void TaskResults::begin(const TaskChange& change) {
    const bool isThread = !change.isProcess();
    if (isThread) beginThreads(change.pid);
    TaskData* task = find(change.pid, isThread ? change.tid : 0);
    // The launcher may have told of it first, and even of its end; else the number is used again.
    const bool told = task != nullptr && !isThread && task->process && !task->birthSeen &&
                      (task->isAlive() || change.time <= task->endedNs);
    if (!told) task = add(change.pid, isThread ? change.tid : 0);
    if (task == nullptr) return;
    task->bornNs = change.time;
    if (task->isAlive()) task->sinceNs = change.time;
    task->birthSeen = change.kind == TaskChange::Kind::Born;
    task->bornOf = task->parent = isThread ? change.pid : change.parent;
    tellLifetime(*task);
    // A copy of its maker, name and all, until it says otherwise.
    if (const TaskData* maker = find(task->bornOf, 0)) {
        task->name = maker->name;
        task->descendsFrom = maker->process ? maker->process : maker->descendsFrom;
    }
    if (!change.name.empty()) task->name = change.name;
    if (change.pid == m_data.launcherPid) task->name = "ipclab-launcher";
    // What the launcher makes is of the document, even before it has said so.
    const bool planned = task->process || task->bornOf == m_data.launcherPid || change.pid == m_data.launcherPid;
    if (isThread || planned) return;
    m_members.push_back(m_data.tasks.size() - 1);
    if (task->bornOf != 0) tellOf(*task, EventKind::Forked, change.time, task->bornOf);
}

// The first thread of a process gets a lane of its own when there is a second one: what the process did until then, it
// did.
void TaskResults::beginThreads(std::int32_t pid) {
    const TaskData* process = find(pid, 0);
    if (process == nullptr || find(pid, pid) != nullptr) return;
    const std::size_t at = static_cast<std::size_t>(m_known.at(keyOf(pid, 0)));
    TaskData* first = add(pid, pid);
    if (first == nullptr) return;
    process = &m_data.tasks[at];
    first->bornOf = first->parent = pid;
    first->name = process->name;
    first->bornNs = process->bornNs;
    first->birthSeen = process->birthSeen;
    const StateSeries& past = process->process ? m_data.processes[*process->process].lane : process->lane;
    past.forEach(past.firstTime(), past.lastTime(), [&](const StateInterval& it) {
        if (!it.isOpen()) appendInterval(*first, it);
    });
}

void TaskResults::rename(const TaskChange& change) {
    if (TaskData* thread = find(change.pid, change.tid)) thread->name = change.name;
    if (!change.isProcess()) return;
    if (TaskData* process = find(change.pid, 0)) process->name = change.name;
}

void TaskResults::execute(const TaskChange& change) {
    rename(change);
    TaskData* process = find(change.pid, 0);
    if (process == nullptr) return;
    process->name = change.name;
    process->execs.push_back({change.time, change.name});
    tellOf(*process, EventKind::Executed, change.time);
}

void TaskResults::leaveRecords(const TaskChange& change) {
    TaskData* task = find(change.pid, 0);
    if (task == nullptr) return;
    tellOf(*task, EventKind::Unfollowed, change.time);
    m_data.warnings.push_back(say(Sentence::GainedRights, {{"pid", task->pid}, {"name", task->name}}));
}

void TaskResults::end(const TaskChange& change) {
    TaskData* task = find(change.pid, change.isProcess() ? 0 : change.tid);
    if (task == nullptr) return;
    const auto close = [&](TaskData& it) {
        it.endedNs = change.time;
        it.sinceNs = change.time;
        it.state = ProcessState::Terminated;
        it.reason = WaitReason::None;
        it.lane.clearOpen();
    };
    close(*task);
    if (!change.isProcess()) return;
    tellLifetime(*task);
    if (TaskData* first = find(change.pid, change.pid)) close(*first);
    if (!task->process && task->bornOf != 0) tellOf(*task, EventKind::TaskEnded, change.time);
}

void TaskResults::addInterval(const TaskInterval& interval) {
    TaskData* task = find(interval.pid, interval.tid);
    if (task == nullptr) return;
    appendInterval(*task, {interval.beginNs, interval.endNs, interval.state, interval.cpu,
                           static_cast<std::uint8_t>(interval.reason)});
}

void TaskResults::setOpen(const TaskInterval& interval) {
    TaskData* task = find(interval.pid, interval.tid);
    if (task == nullptr || !task->isAlive()) return;
    task->state = interval.state;
    task->sinceNs = interval.beginNs;
    task->reason = interval.reason;
    task->lane.setOpen(interval.state, interval.beginNs, interval.cpu, static_cast<std::uint8_t>(interval.reason));
}

std::int16_t TaskResults::runnerOf(TaskId who) {
    const std::int64_t key = keyOf(who.pid, who.tid);
    const auto found = m_runners.find(key);
    if (found != m_runners.end()) return found->second;
    if (m_data.runners.size() >= INT16_MAX) return -1;
    m_data.runners.push_back(who);
    return m_runners[key] = static_cast<std::int16_t>(m_data.runners.size() - 1);
}

void TaskResults::addCpu(const CpuInterval& interval) {
    if (interval.cpu < 0) return;
    CpuData& cpu = m_data.cpus.try_emplace(interval.cpu).first->second;
    cpu.add(interval.begin, interval.end, interval.switching, runnerOf({interval.pid, interval.tid}));
}

void TaskResults::tell(const TaskReading& news) {
    TaskData* task = find(news.pid, 0);
    if (task == nullptr) return;
    if (news.parent && *news.parent != task->parent) {
        task->parent = *news.parent;
        tellOf(*task, EventKind::Adopted, news.atNs, *news.parent);
    }
    if (news.zombie) {
        task->state = ProcessState::Zombie;
        task->lane.setOpen(ProcessState::Zombie, task->endedNs != 0 ? task->endedNs : news.atNs);
        tellOf(*task, EventKind::Zombie, news.atNs, task->parent);
    }
    if (news.reaped && task->reapedNs == 0) {
        task->reapedNs = news.atNs;
        if (task->state == ProcessState::Zombie) {
            task->lane.append(task->endedNs, news.atNs, ProcessState::Zombie);
            tellOf(*task, EventKind::Reaped, news.atNs, task->parent);
        }
        task->state = ProcessState::Terminated;
        task->lane.clearOpen();
    }
}

void TaskResults::tellOf(const TaskData& task, EventKind kind, Nanoseconds atNs, std::int32_t other) {
    if (m_events >= kMostEvents) return;
    ++m_events;
    RunEvent event{.atNs = atNs, .process = task.process ? task.process : task.descendsFrom, .kind = kind};
    m_toldOfNobody = m_toldOfNobody || !event.process;
    event.values = {{"pid", task.pid}, {"name", task.name}};
    if (other != 0) event.add("parent", other);
    m_data.events.push_back(std::move(event));
    if (m_events == kMostEvents) m_data.events.push_back({.atNs = atNs, .kind = EventKind::TasksUntold});
}

// Its descendants may be there already, the youngest last; what was told of them is of this process too.
void TaskResults::adoptDescendants() {
    for (TaskData& task : m_data.tasks) {
        if (task.process || task.descendsFrom) continue;
        if (const TaskData* maker = find(task.bornOf, 0))
            task.descendsFrom = maker->process ? maker->process : maker->descendsFrom;
    }
    if (!std::exchange(m_toldOfNobody, false)) return;
    for (RunEvent& event : m_data.events) {
        const auto pid = event.integer("pid");
        if (event.process || !pid) continue;
        const TaskData* task = find(static_cast<std::int32_t>(*pid), 0);
        if (task != nullptr) event.process = task->process ? task->process : task->descendsFrom;
        m_toldOfNobody = m_toldOfNobody || !event.process;
    }
}

void TaskResults::launched(const ProcessLaunched& message) {
    m_processes[message.pid] = message.process;
    for (const std::int32_t tid : {0, message.pid}) {
        if (TaskData* task = find(message.pid, tid)) task->process = message.process;
    }
    if (const TaskData* task = find(message.pid, 0)) {
        adoptDescendants();
        return tellLifetime(*task);
    }
    if (TaskData* task = add(message.pid, 0)) {
        task->bornNs = task->sinceNs = message.atNs;
        task->bornOf = task->parent = message.ppid;
        task->name = m_data.processes[message.process].name;
    }
}

// The launcher tells of a birth and an end when it gets to run again, on a busy machine a good while later; the records
// have the moments themselves, and the states between them.
void TaskResults::tellLifetime(const TaskData& task) {
    if (!task.process || task.isThread() || !task.birthSeen) return;
    ProcessData& process = m_data.processes[*task.process];
    process.bornNs = task.bornNs;
    if (process.endedNs != 0 && task.endedNs != 0) process.endedNs = task.endedNs;
}

void TaskResults::setExit(std::int32_t pid, const ExitStatus& status) {
    if (TaskData* task = find(pid, 0)) task->exit = status;
}

void TaskResults::exited(const ProcessExited& message) {
    setExit(message.pid, {.code = message.code, .signal = message.signal, .coreDumped = message.coreDumped});
    TaskData* task = find(message.pid, 0);
    if (task == nullptr) return;
    task->reapedNs = message.atNs;
    if (task->isAlive()) task->endedNs = message.atNs;
    tellLifetime(*task);
    task->state = ProcessState::Terminated;
}

void TaskResults::exited(const OrphanExited& message) {
    setExit(message.pid, {.code = message.code, .signal = message.signal, .coreDumped = message.coreDumped});
}

void TaskResults::finish(Nanoseconds endNs) {
    for (TaskData& task : m_data.tasks) {
        if (task.isAlive()) task.endedNs = endNs;
        task.state = ProcessState::Terminated;
        task.lane.clearOpen();
    }
}

void TaskResults::countWaits(const SampleBatch& batch) {
    for (std::size_t i = 0; i < batch.processes.size(); ++i) {
        if (m_data.processes[i].state != ProcessState::Waiting || m_data.processes[i].endedNs != 0) continue;
        const ProcessSample& sample = batch.processes[i];
        const WaitReason said = sample.waiting.reason != WaitReason::None ? sample.waiting.reason : sample.reason;
        ++m_waits[static_cast<std::size_t>(said)];
    }
    for (const std::size_t index : m_members) {
        const TaskData& task = m_data.tasks[index];
        if (task.isAlive() && task.state == ProcessState::Waiting) ++m_waits[static_cast<std::size_t>(task.reason)];
    }
}

void TaskResults::measureQueues(const SampleBatch& batch) {
    if (m_data.startNs == 0 || batch.knownUntilNs <= m_data.startNs) return;
    countWaits(batch);
    if (m_measuredNs == 0) m_measuredNs = m_data.startNs;
    const Nanoseconds t0 = m_measuredNs, t1 = batch.knownUntilNs;
    if (t1 - t0 < kMeasureEveryNs) return;
    using enum ProcessState;
    StateTimes sum{};
    const auto addLane = [&](const StateSeries& lane) {
        const StateTimes times = lane.totals(t0, t1);
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += times[i];
    };
    for (const ProcessData& process : m_data.processes) {
        if (process.endedNs == 0 || process.endedNs > t0) addLane(process.lane);
    }
    std::erase_if(m_members, [&](std::size_t index) {
        const TaskData& task = m_data.tasks[index];
        return task.process || (!task.isAlive() && task.endedNs <= t0);
    });
    for (const std::size_t index : m_members) addLane(m_data.tasks[index].lane);
    const auto length = [&](Nanoseconds ns) { return static_cast<double>(ns) / static_cast<double>(t1 - t0); };
    const auto at = [&](ProcessState state) { return sum[static_cast<std::size_t>(state)]; };
    QueueLengths& queues = m_data.queues;
    queues.running.append(t1, length(at(Running)));
    queues.ready.append(t1, length(at(Ready) + at(New) + at(ReadyEstimated)));
    if (at(Runnable) > 0 || !queues.runnable.empty()) queues.runnable.append(t1, length(at(Runnable)));
    queues.waiting.append(t1, length(at(Waiting)));
    // Together they are what waits: a sample sees what for, the lanes how long.
    const double seen = std::max(1.0, static_cast<double>(std::reduce(m_waits.begin(), m_waits.end())));
    for (std::size_t i = 0; i < m_waits.size(); ++i) {
        auto& series = queues.waitingFor[i];
        if (m_waits[i] == 0 && !series) continue;
        if (!series) series.emplace(QueueLengths::kMostSamples);
        series->append(t1, length(at(Waiting)) * static_cast<double>(m_waits[i]) / seen);
    }
    m_waits = {};
    m_measuredNs = t1;
    measureCpus(t0, t1);
}

void TaskResults::measureCpus(Nanoseconds t0, Nanoseconds t1) {
    for (auto& [number, cpu] : m_data.cpus) {
        const StateTimes times = cpu.lane.totals(t0, t1);
        const Nanoseconds busy = times[static_cast<std::size_t>(ProcessState::Running)] +
                                 times[static_cast<std::size_t>(ProcessState::Switching)];
        const std::uint64_t since = cpu.switches - std::exchange(m_switches[number], cpu.switches);
        cpu.busyShare.append(t1, toSeconds(busy) / toSeconds(t1 - t0));
        cpu.switchesPerSecond.append(t1, static_cast<double>(since) / toSeconds(t1 - t0));
    }
}

}  // namespace ipclab

#include "observe/state_tracker.h"

#include <algorithm>
#include <utility>

namespace ipclab {
namespace {

constexpr std::size_t slot(ObservedState state) { return StateTotals::slot(state); }

// The state of a process from how many of its threads are in each.
ObservedState combined(const std::array<std::uint32_t, StateTotals::kSlots>& threadsIn, bool hasThreads) {
    using enum ProcessState;
    if (threadsIn[slot(Running)] > 0) return Running;
    if (threadsIn[slot({})] > 0) return {};
    if (threadsIn[slot(Ready)] > 0) return Ready;
    if (threadsIn[slot(ReadyEstimated)] > 0) return ReadyEstimated;
    if (threadsIn[slot(New)] > 0) return hasThreads ? Ready : New;
    if (threadsIn[slot(Stopped)] > 0) return Stopped;
    return Waiting;
}

bool isRunning(ObservedState state) { return state == ProcessState::Running; }

}  // namespace

StateTotals ProcessSummary::statesUntil(Nanoseconds now) const {
    StateTotals totals = states;
    if (!exit && now > since) totals.add(state, now - since);
    return totals;
}

void StateTracker::consume(std::span<const SwitchRecord> records) {
    for (const SwitchRecord& record : records) {
        applyMarksUntil(record.time);
        m_time = std::max(m_time, record.time);
        SwitchRecord ordered = record;
        // A late record (SwitchReader::late) cannot change what has been reported. A wake-up that is found late can end
        // the wait that still goes on when it was.
        const bool wake = record.kind == SwitchKind::Waking || record.kind == SwitchKind::WakingEstimated;
        if (!wake) ordered.time = m_time;
        consumeOne(ordered);
    }
}

void StateTracker::consumeOne(const SwitchRecord& record) {
    switch (record.kind) {
        case SwitchKind::SwitchIn:
            return onSwitchIn(record);
        case SwitchKind::SwitchOut:
        case SwitchKind::Preempted:
            return onSwitchOut(record);
        case SwitchKind::Fork:
            return onFork(record);
        case SwitchKind::Exit:
            return onExit(record);
        case SwitchKind::Exec:
            return onExec(record);
        case SwitchKind::Comm:
            return onName(record);
        case SwitchKind::Lost:
            return onLost(record);
        case SwitchKind::Waking:
        case SwitchKind::WakingEstimated:
            return onWaking(record);
    }
}

void StateTracker::onFork(const SwitchRecord& record) {
    // A number in use again: the exit of its last owner was lost.
    if (m_threads.contains(record.tid)) {
        ++m_contradictions;
        endThread(record.tid, record.time);
    }
    addThread(record.pid, record.tid, ProcessState::New, record.time, record.parentPid);
    if (record.pid != record.tid || record.pid == record.parentPid) return;
    ProcessSummary& summary = processOf(record.pid, record.time).summary;
    summary.birth = record.time;
    summary.parent = record.parentPid;
    if (const ProcessSummary* parent = find(record.parentPid)) summary.name = parent->name;
}

void StateTracker::onSwitchIn(const SwitchRecord& record) {
    Thread& thread = threadOf(record);
    const bool proven = !isRunning(thread.state);
    m_contradictions += proven ? 0 : 1;
    // Who is stopped does not run: it has been continued, whenever that will be told.
    if (thread.state == ProcessState::Stopped) processOf(record.pid, record.time).stopped = false;
    run(thread, record, proven);
}

void StateTracker::run(Thread& thread, const SwitchRecord& record, bool proven) {
    if (isRunning(thread.state)) forgetRunner(thread);
    vacate(record.cpu, record.tid, record.time);
    const Nanoseconds begin = beginOfSwitch(thread, record);
    change(thread, ProcessState::Running, record.cpu, begin, proven);
    thread.switchedIn = record.time;
    m_left.erase(record.cpu);
    if (begin < record.time) addSwitch(thread, begin);
    m_runningOn[record.cpu] = record.tid;
}

// When the one before it left, if it followed directly. One that became ready since then was waited for by an idle CPU.
Nanoseconds StateTracker::beginOfSwitch(const Thread& thread, const SwitchRecord& record) const {
    const auto left = m_left.find(record.cpu);
    if (left == m_left.end() || left->second.tid == record.tid || thread.since > left->second.time) return record.time;
    return record.time - left->second.time <= kLongestSwitch ? left->second.time : record.time;
}

void StateTracker::addSwitch(const Thread& thread, Nanoseconds begin) {
    m_closed.cpus.push_back({thread.cpu, thread.pid, thread.tid, begin, thread.switchedIn, true});
    ProcessSummary& summary = processOf(thread.pid, begin).summary;
    summary.switching += thread.switchedIn - begin;
    ++summary.switches;
}

void StateTracker::forgetRunner(const Thread& thread) {
    const auto on = m_runningOn.find(thread.cpu);
    if (on != m_runningOn.end() && on->second == thread.tid) m_runningOn.erase(on);
}

void StateTracker::onSwitchOut(const SwitchRecord& record) {
    Thread& thread = threadOf(record);
    Process& process = processOf(record.pid, record.time);
    const bool preempted = record.kind == SwitchKind::Preempted;
    ++(preempted ? process.summary.involuntary : process.summary.voluntary);
    // Not running there as far as known, or not known at all.
    const bool contradicts = thread.state && (!isRunning(thread.state) || thread.cpu != record.cpu);
    m_contradictions += contradicts ? 1 : 0;
    const ProcessState waiting = process.stopped ? ProcessState::Stopped : ProcessState::Waiting;
    m_left.erase(record.cpu);
    if (isRunning(thread.state) && !contradicts) m_left[record.cpu] = {record.tid, record.time};
    forgetRunner(thread);
    change(thread, preempted ? ProcessState::Ready : waiting, preempted ? record.cpu : -1, record.time, !contradicts);
}

void StateTracker::onExit(const SwitchRecord& record) {
    const auto at = m_threads.find(record.tid);
    if (at == m_threads.end()) return;
    const pid_t pid = at->second.pid;
    const bool isLast = processOf(pid, record.time).summary.threads == 1;
    endThread(record.tid, record.time, isLast && m_livesOn && m_livesOn(pid, record.time));
}

// The thread that executes becomes the only one and takes the process's number, whatever its own was (execve(2)).
void StateTracker::onExec(const SwitchRecord& record) {
    std::vector<pid_t> others;
    forThreadsOf(record.pid, [&](const Thread& thread) {
        if (thread.tid != record.tid) others.push_back(thread.tid);
    });
    Thread& thread = threadOf(record);
    if (!isRunning(thread.state)) run(thread, record, false);
    for (const pid_t tid : others) endThread(tid, record.time);
    onName(record);
    m_closed.changes.back().kind = TaskChange::Kind::Executed;
}

void StateTracker::onName(const SwitchRecord& record) {
    m_closed.changes.push_back(
        {TaskChange::Kind::Named, record.time, record.pid, record.tid, 0, std::string(record.name())});
    const auto process = m_processes.find(record.pid);
    if (process != m_processes.end() && record.pid == record.tid) process->second.summary.name = record.name();
}

// Of the whole machine: most are of threads nobody asked about. One that still runs is woken out of a sleep it has only
// begun, and goes on.
void StateTracker::onWaking(const SwitchRecord& record) {
    const auto at = m_threads.find(record.tid);
    if (at == m_threads.end()) return;
    Thread& thread = at->second;
    const bool continued = thread.state == ProcessState::Stopped;
    if (!continued && thread.state != ProcessState::Waiting) return;
    if (record.time < thread.since) return;  // out of another wait, which is over
    if (continued) processOf(thread.pid, record.time).stopped = false;
    const bool about = record.kind == SwitchKind::WakingEstimated;
    change(thread, about ? ProcessState::ReadyEstimated : ProcessState::Ready, -1, record.time);
}

// A thread that ran elsewhere all the time is the only one nothing can have happened to.
void StateTracker::onLost(const SwitchRecord& record) {
    ++m_gaps;
    m_lostRecords += record.lost;
    m_left.erase(record.cpu);
    for (auto& [tid, thread] : m_threads) {
        const bool elsewhere = isRunning(thread.state) && thread.cpu != record.cpu && thread.since <= record.gapBegin;
        if (!elsewhere && thread.state) change(thread, {}, -1, std::max(thread.since, record.gapBegin));
    }
    std::erase_if(m_runningOn, [&](const auto& on) {
        const auto thread = m_threads.find(on.second);
        return thread == m_threads.end() || !isRunning(thread->second.state);
    });
}

// Two threads cannot be on one CPU: the one known to be there has left it unseen.
void StateTracker::vacate(int cpu, pid_t tid, Nanoseconds time) {
    const auto on = m_runningOn.find(cpu);
    if (on == m_runningOn.end() || on->second == tid) return;
    const auto thread = m_threads.find(on->second);
    m_runningOn.erase(on);
    if (thread == m_threads.end() || !isRunning(thread->second.state)) return;
    ++m_contradictions;
    change(thread->second, {}, -1, time, false);
}

StateTracker::Process& StateTracker::processOf(pid_t pid, Nanoseconds time) {
    const auto [at, added] = m_processes.try_emplace(pid);
    if (added) {
        ProcessSummary& summary = at->second.summary;
        summary.pid = pid;
        summary.firstSeen = time;
        summary.since = time;
    }
    return at->second;
}

// A thread without a fork record was there before; nothing is known of it until now.
StateTracker::Thread& StateTracker::threadOf(const SwitchRecord& record) {
    const auto known = m_threads.find(record.tid);
    if (known != m_threads.end() && known->second.pid == record.pid) return known->second;
    if (known != m_threads.end()) endThread(record.tid, record.time);
    return addThread(record.pid, record.tid, {}, record.time);
}

StateTracker::Thread& StateTracker::addThread(pid_t pid, pid_t tid, ObservedState state, Nanoseconds time,
                                              pid_t parent) {
    const auto kind = state ? TaskChange::Kind::Born : TaskChange::Kind::Found;
    // A process comes once: with its first record, whichever thread that is of. Its first thread may come again, when
    // another one has executed a program and taken its number.
    if (!m_processes.contains(pid)) {
        const bool isFirst = tid == pid;
        m_closed.changes.push_back(
            {isFirst ? kind : TaskChange::Kind::Found, time, pid, pid, isFirst ? parent : 0, {}});
    }
    if (tid != pid) m_closed.changes.push_back({kind, time, pid, tid, parent, {}});
    Process& process = processOf(pid, time);
    ++process.summary.threads;
    ++process.summary.threadsEver;
    ++process.threadsIn[slot(state)];
    refresh(process, time, true);
    return m_threads[tid] = Thread{pid, tid, state, -1, time, 0};
}

void StateTracker::change(Thread& thread, ObservedState state, int cpu, Nanoseconds time, bool proven) {
    time = std::max(time, thread.since);
    closeThread(thread, time, proven);
    Process& process = processOf(thread.pid, time);
    --process.threadsIn[slot(thread.state)];
    ++process.threadsIn[slot(state)];
    thread.state = state;
    thread.cpu = cpu;
    thread.since = time;
    refresh(process, time, proven);
    process.summary.cpu = process.summary.threads == 1 ? cpu : -1;
}

void StateTracker::closeThread(const Thread& thread, Nanoseconds end, bool proven) {
    if (end <= thread.since) return;
    const ObservedState state = proven ? thread.state : ObservedState{};
    m_closed.threads.push_back({thread.pid, thread.tid, state, thread.cpu, thread.since, end});
    if (!isRunning(state)) return;
    m_closed.cpus.push_back({thread.cpu, thread.pid, thread.tid, std::max(thread.since, thread.switchedIn), end});
    processOf(thread.pid, end).summary.threadRunning += end - thread.since;
}

// A process of one thread follows it in every detail, so that a contradiction is seen in both.
void StateTracker::refresh(Process& process, Nanoseconds time, bool proven) {
    ProcessSummary& summary = process.summary;
    const ObservedState now = combined(process.threadsIn, summary.threadsEver > 1);
    if (now == summary.state && summary.threads != 1) return;
    closeProcess(summary, time, proven);
    summary.state = now;
}

void StateTracker::closeProcess(ProcessSummary& summary, Nanoseconds end, bool proven) {
    if (end <= summary.since) return;
    const ObservedState state = proven ? summary.state : ObservedState{};
    m_closed.processes.push_back({summary.pid, 0, state, summary.cpu, summary.since, end});
    summary.states.add(state, end - summary.since);
    summary.since = end;
}

void StateTracker::endThread(pid_t tid, Nanoseconds time, bool livesOn) {
    const auto at = m_threads.find(tid);
    const Thread thread = at->second;
    time = std::max(time, thread.since);
    closeThread(thread, time, true);
    if (tid != thread.pid) m_closed.changes.push_back({TaskChange::Kind::Ended, time, thread.pid, tid, 0, {}});
    m_threads.erase(at);
    forgetRunner(thread);
    Process& process = processOf(thread.pid, time);
    --process.threadsIn[slot(thread.state)];
    if (--process.summary.threads == 0) return finish(thread.pid, time, livesOn);
    refresh(process, time, true);
}

// With its last thread, which need not be the first one: that may have ended before.
void StateTracker::finish(pid_t pid, Nanoseconds time, bool livesOn) {
    ProcessSummary& summary = m_processes[pid].summary;
    time = std::max(time, summary.since);
    const auto kind = livesOn ? TaskChange::Kind::Unfollowed : TaskChange::Kind::Ended;
    m_closed.changes.push_back({kind, time, pid, pid, summary.parent, {}});
    closeProcess(summary, time, true);
    if (livesOn) {
        m_processes.erase(pid);
        return;
    }
    summary.state = ProcessState::Terminated;
    summary.cpu = -1;
    summary.since = time;
    summary.exit = time;
    m_finished.push_back(std::move(summary));
    m_processes.erase(pid);
}

void StateTracker::clearClosed() {
    m_closed.processes.clear();
    m_closed.threads.clear();
    m_closed.cpus.clear();
    m_closed.changes.clear();
}

const ProcessSummary* StateTracker::find(pid_t pid) const {
    const auto at = m_processes.find(pid);
    return at == m_processes.end() ? nullptr : &at->second.summary;
}

std::vector<const ProcessSummary*> StateTracker::living() const {
    std::vector<const ProcessSummary*> all;
    all.reserve(m_processes.size());
    for (const auto& [pid, process] : m_processes) all.push_back(&process.summary);
    return all;
}

std::vector<ProcessSummary> StateTracker::takeFinished() { return std::exchange(m_finished, {}); }

void StateTracker::openIntervals(Nanoseconds now, Closed& to) const {
    for (const auto& [pid, process] : m_processes) {
        const ProcessSummary& summary = process.summary;
        to.processes.push_back({pid, 0, summary.state, summary.cpu, summary.since, std::max(now, summary.since)});
    }
    for (const auto& [tid, thread] : m_threads)
        to.threads.push_back({thread.pid, tid, thread.state, thread.cpu, thread.since, std::max(now, thread.since)});
}

}  // namespace ipclab

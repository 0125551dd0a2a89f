// What others tell the tracker of a process, put among the records by its time.
#include <algorithm>

#include "observe/state_tracker.h"

namespace ipclab {

void StateTracker::markStopped(pid_t pid, Nanoseconds time) { mark({time, pid, MarkKind::Stopped}); }
void StateTracker::markContinued(pid_t pid, Nanoseconds time) { mark({time, pid, MarkKind::Continued}); }
void StateTracker::markExited(pid_t pid, Nanoseconds time) { mark({time, pid, MarkKind::Exited}); }
void StateTracker::markReady(pid_t tid, Nanoseconds began, Nanoseconds ended, Nanoseconds asleep) {
    mark({ended, tid, MarkKind::Ready, began, asleep});
}

void StateTracker::mark(const Mark& mark) {
    const auto later = [](Nanoseconds when, const Mark& other) { return when < other.time; };
    m_marks.insert(std::upper_bound(m_marks.begin(), m_marks.end(), mark.time, later), mark);
    applyMarksUntil(m_time);
}

void StateTracker::advanceTo(Nanoseconds time) {
    m_time = std::max(m_time, time);
    applyMarksUntil(m_time);
}

void StateTracker::applyMarksUntil(Nanoseconds time) {
    auto at = m_marks.begin();
    for (; at != m_marks.end() && at->time <= time; ++at) apply(*at);
    if (at != m_marks.begin()) m_marks.erase(m_marks.begin(), at);
}

// It waited, or was stopped, while it was looked at: from before the look to its end.
void StateTracker::applyReady(const Mark& mark) {
    const auto at = m_threads.find(mark.pid);
    if (at == m_threads.end() || at->second.since > mark.began) return;
    const bool continued = at->second.state == ProcessState::Stopped;
    if (!continued && at->second.state != ProcessState::Waiting) return;
    if (continued) processOf(at->second.pid, mark.time).stopped = false;
    change(at->second, ProcessState::ReadyEstimated, -1, std::max(at->second.since, mark.asleep));
    change(at->second, ProcessState::Ready, -1, mark.time);
}

void StateTracker::apply(const Mark& mark) {
    if (mark.kind == MarkKind::Ready) return applyReady(mark);
    const auto process = m_processes.find(mark.pid);
    if (process == m_processes.end()) return;
    if (mark.kind == MarkKind::Exited) {
        std::vector<pid_t> tids;
        forThreadsOf(mark.pid, [&](const Thread& thread) { tids.push_back(thread.tid); });
        for (const pid_t tid : tids) endThread(tid, mark.time);
        return;
    }
    const bool stop = mark.kind == MarkKind::Stopped;
    process->second.stopped = stop;
    const ObservedState from = stop ? ProcessState::Waiting : ProcessState::Stopped;
    // Continued: it was woken by SIGCONT, and can run. One that has run since is not stopped any more.
    const ObservedState to = stop ? ProcessState::Stopped : ProcessState::Ready;
    forThreadsOf(mark.pid, [&](Thread& thread) {
        if (thread.state == from && (stop || thread.since <= mark.time)) change(thread, to, -1, mark.time);
    });
}

}  // namespace ipclab

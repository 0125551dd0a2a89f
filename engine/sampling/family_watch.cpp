#include "sampling/family_watch.h"

#include "sampling/wait_looks.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kEveryNs = kNsPerSecond / 10;
// Who ended and may be a zombie is looked at with every sample, at most so many.
constexpr std::size_t kMostEndedLooked = 4096;
// What a thread sleeps in is asked of so many at a time.
constexpr std::size_t kMostThreadsLooked = 256;

}  // namespace

void FamilyWatch::follow(const TaskChange& change) {
    using enum TaskChange::Kind;
    if (!change.isProcess()) {
        if (change.kind == Born || change.kind == Found) m_threaded.insert(change.pid);
        if (change.kind == Ended) m_waits.forget(change.tid);
        return;
    }
    const bool begins = change.kind == Born || change.kind == Found;
    if (begins && change.parent != m_launcher && change.pid != m_launcher && m_pids.find(change.pid) == nullptr) {
        m_members.erase(change.pid);
        m_members.try_emplace(change.pid, change.pid).first->second.parent = change.parent;
    }
    if (change.kind == Unfollowed) {  // others look at it from now on
        m_threaded.erase(change.pid);
        m_members.erase(change.pid);
        return;
    }
    if (change.kind == Ended) {
        m_threaded.erase(change.pid);
        m_waits.forget(change.pid);
        m_stops.forget(change.pid);
        const auto member = m_members.find(change.pid);
        if (member == m_members.end()) return;
        member->second.ended = true;
        m_ended.push_back(change.pid);
    }
}

// end 0: it goes on.
TaskInterval FamilyWatch::taskInterval(const ObservedInterval& interval, Nanoseconds end) const {
    const pid_t who = interval.tid == 0 ? interval.pid : interval.tid;
    const WaitReason reason =
        m_waits.reasonOf(who, *interval.state, interval.begin, end != 0 ? end : StateSeries::kOpenEnd);
    // Of one that goes on it is known that it is ready.
    const bool readyNow = end == 0 && interval.state == ProcessState::ReadyEstimated;
    return {interval.pid,
            interval.tid,
            interval.begin,
            end,
            readyNow ? ProcessState::Ready : *interval.state,
            static_cast<std::int16_t>(interval.cpu),
            reason};
}

void FamilyWatch::take(const StateTracker& tracker, SampleBatch& batch) {
    const StateTracker::Closed& closed = tracker.closed();
    StateHistory& history = batch.history;
    // One is known, and its threads as such, until its last interval has been taken.
    const auto isLast = [](const TaskChange& change) { return change.kind >= TaskChange::Kind::Unfollowed; };
    for (const TaskChange& change : closed.changes) {
        if (!isLast(change)) follow(change);
    }
    for (const ObservedInterval& interval : closed.processes) {
        if (interval.state && isMember(interval.pid)) history.tasks.push_back(taskInterval(interval, interval.end));
    }
    for (const ObservedInterval& interval : closed.threads) {
        if (interval.state && m_threaded.contains(interval.pid))
            history.tasks.push_back(taskInterval(interval, interval.end));
    }
    history.cpus.insert(history.cpus.end(), closed.cpus.begin(), closed.cpus.end());
    for (const TaskChange& change : closed.changes) {
        if (isLast(change)) follow(change);
    }
    history.changes.insert(history.changes.end(), closed.changes.begin(), closed.changes.end());
    StateTracker::Closed open;
    tracker.openIntervals(batch.atNs, open);
    for (const ObservedInterval& interval : open.processes) {
        if (interval.state && isMember(interval.pid)) batch.tasksNow.push_back(taskInterval(interval, 0));
    }
    for (const ObservedInterval& interval : open.threads) {
        if (interval.state && m_threaded.contains(interval.pid)) batch.tasksNow.push_back(taskInterval(interval, 0));
    }
}

void FamilyWatch::readProc(StateTracker& tracker, SampleBatch& batch) {
    readEnded(batch);
    if (batch.atNs < m_nextNs) return;
    m_nextNs = batch.atNs + kEveryNs;
    for (auto& [pid, member] : m_members) {
        if (!member.ended) readMember(pid, member, tracker, batch);
    }
    readThreads(tracker);
}

// The first of a worker says itself what it waits for.
void FamilyWatch::readThreads(const StateTracker& tracker) {
    if (m_threaded.empty()) return;
    StateTracker::Closed open;
    tracker.openIntervals(0, open);
    std::size_t looked = 0;
    for (const ObservedInterval& thread : open.threads) {
        if (thread.state != ProcessState::Waiting || !m_threaded.contains(thread.pid)) continue;
        if (thread.tid == thread.pid) continue;  // read as a process
        if (++looked > kMostThreadsLooked) return;
        ProcessReader reader(thread.pid, thread.tid);
        noteWaitChannel(m_waits, thread.tid, reader);
    }
}

void FamilyWatch::readMember(pid_t pid, Member& member, StateTracker& tracker, SampleBatch& batch) {
    const auto stat = member.reader.stat();
    if (!stat) return;
    if (stat->parent != member.parent) {
        member.parent = stat->parent;
        batch.history.readings.push_back({.pid = pid, .atNs = batch.atNs, .parent = stat->parent});
    }
    m_stops.note(tracker, m_waits, pid, stat->state, batch.atNs);
    if (stateOfLetter(stat->state) == ProcessState::Waiting) noteWaitOfMember(m_waits, m_pids, pid, member.reader);
}

// The kernel tells of an exit, not of who takes the status: until /proc has no such process it is a zombie.
void FamilyWatch::readEnded(SampleBatch& batch) {
    std::vector<pid_t> still;
    std::size_t looked = 0;
    for (const pid_t pid : m_ended) {
        const auto at = m_members.find(pid);
        if (at == m_members.end() || !at->second.ended) continue;  // the number is another's by now
        Member& member = at->second;
        const auto stat = ++looked <= kMostEndedLooked ? member.reader.stat() : std::nullopt;
        if (!stat) {
            batch.history.readings.push_back({.pid = pid, .atNs = batch.atNs, .reaped = true});
            m_members.erase(at);
            continue;
        }
        still.push_back(pid);
        if (stat->parent != member.parent) {
            member.parent = stat->parent;
            batch.history.readings.push_back({.pid = pid, .atNs = batch.atNs, .parent = stat->parent});
        }
        if (!std::exchange(member.zombieTold, true))
            batch.history.readings.push_back({.pid = pid, .atNs = batch.atNs, .zombie = true});
    }
    m_ended = std::move(still);
}

}  // namespace ipclab

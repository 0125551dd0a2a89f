#include "runs/family_watch.h"

#include "observe/wait_channel.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kEveryNs = kNsPerSecond / 10;
// Who ended and may be a zombie is looked at with every sample, at most so many.
constexpr std::size_t kMostEndedLooked = 4096;

}  // namespace

void FamilyWatch::follow(const TaskChange& change) {
    using enum TaskChange::Kind;
    if (!change.isProcess()) {
        if (change.kind == Born || change.kind == Found) m_threaded.insert(change.pid);
        return;
    }
    const bool begins = change.kind == Born || change.kind == Found;
    if (begins && change.parent != m_launcher && change.pid != m_launcher && m_pids.find(change.pid) == nullptr) {
        m_members.erase(change.pid);
        m_members.try_emplace(change.pid, change.pid).first->second.parent = change.parent;
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

void FamilyWatch::take(const StateTracker& tracker, SampleBatch& batch) {
    const StateTracker::Closed& closed = tracker.closed();
    StateHistory& history = batch.history;
    for (const TaskChange& change : closed.changes) {
        // Its threads are known as such until their last interval has been taken.
        if (change.kind != TaskChange::Kind::Ended) follow(change);
    }
    for (const ObservedInterval& interval : closed.processes) {
        if (!interval.state || !isMember(interval.pid)) continue;
        const WaitReason reason = m_waits.reasonOf(interval.pid, interval.begin, interval.end);
        history.tasks.push_back({interval.pid, 0, interval.begin, interval.end, *interval.state,
                                 static_cast<std::int16_t>(interval.cpu), reason});
    }
    for (const ObservedInterval& interval : closed.threads) {
        if (!interval.state || !m_threaded.contains(interval.pid)) continue;
        history.tasks.push_back({interval.pid, interval.tid, interval.begin, interval.end, *interval.state,
                                 static_cast<std::int16_t>(interval.cpu)});
    }
    history.cpus.insert(history.cpus.end(), closed.cpus.begin(), closed.cpus.end());
    for (const TaskChange& change : closed.changes) {
        if (change.kind == TaskChange::Kind::Ended) follow(change);
    }
    history.changes.insert(history.changes.end(), closed.changes.begin(), closed.changes.end());
    StateTracker::Closed open;
    tracker.openIntervals(batch.atNs, open);
    const auto addOpen = [&](const ObservedInterval& interval) {
        if (!interval.state) return;
        batch.tasksNow.push_back(
            {interval.pid, interval.tid, interval.begin, 0, *interval.state, static_cast<std::int16_t>(interval.cpu),
             interval.tid == 0 ? m_waits.reasonOf(interval.pid, interval.begin, batch.atNs) : WaitReason::None});
    };
    for (const ObservedInterval& interval : open.processes) {
        if (isMember(interval.pid)) addOpen(interval);
    }
    for (const ObservedInterval& interval : open.threads) {
        if (m_threaded.contains(interval.pid)) addOpen(interval);
    }
}

void FamilyWatch::readProc(StateTracker& tracker, SampleBatch& batch) {
    readEnded(batch);
    if (batch.atNs < m_nextNs) return;
    m_nextNs = batch.atNs + kEveryNs;
    for (auto& [pid, member] : m_members) {
        if (!member.ended) readMember(pid, member, tracker, batch);
    }
}

void FamilyWatch::readMember(pid_t pid, Member& member, StateTracker& tracker, SampleBatch& batch) {
    const auto stat = member.reader.stat();
    if (!stat) return;
    if (stat->parent != member.parent) {
        member.parent = stat->parent;
        batch.history.news.push_back({.pid = pid, .atNs = batch.atNs, .parent = stat->parent});
    }
    m_stops.note(tracker, m_waits, pid, stat->state, batch.atNs);
    const ProcessSummary* now = tracker.find(pid);
    if (now == nullptr || now->state != ProcessState::Waiting) return;
    if (const auto channel = member.reader.waitChannel())
        m_waits.note(pid, now->since, batch.atNs, waitReasonOf(*channel));
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
            batch.history.news.push_back({.pid = pid, .atNs = batch.atNs, .reaped = true});
            m_members.erase(at);
            continue;
        }
        still.push_back(pid);
        if (stat->parent != member.parent) {
            member.parent = stat->parent;
            batch.history.news.push_back({.pid = pid, .atNs = batch.atNs, .parent = stat->parent});
        }
        if (!std::exchange(member.zombieTold, true))
            batch.history.news.push_back({.pid = pid, .atNs = batch.atNs, .zombie = true});
    }
    m_ended = std::move(still);
}

}  // namespace ipclab

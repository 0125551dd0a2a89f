#include "runs/sampled_observer.h"

#include <utility>

namespace ipclab {

namespace {

constexpr Nanoseconds kSearchEveryNs = kNsPerSecond / 10;
constexpr std::size_t kMostMembers = 4096;

}  // namespace

SampledObserver::SampledObserver(const Segment& segment, pid_t launcher, std::string problem)
    : m_pids(segment), m_launcher(launcher), m_problem(std::move(problem)) {}

void SampledObserver::sample(SampleBatch& batch) {
    m_pids.refresh();
    watchNew(batch);
    m_states.sample();
    addIntervals(batch);
    for (const SampledProcess* process : m_states.all()) fillNow(batch, *process);
    batch.knownUntilNs = batch.atNs;
    batch.problem = std::exchange(m_problem, {});
}

void SampledObserver::watchNew(SampleBatch& batch) {
    for (const auto& [pid, index] : m_pids.all()) {
        if (m_states.find(pid) == nullptr && !m_pids.isDone(index)) {
            m_states.watch(pid);
            m_planned.try_emplace(pid, pid);
        }
    }
    if (batch.atNs < m_nextSearchNs) return;
    m_nextSearchNs = batch.atNs + kSearchEveryNs;
    for (auto it = m_planned.begin(); it != m_planned.end();) {
        const std::uint32_t* index = m_pids.find(it->first);
        if (index != nullptr && m_pids.isDone(*index)) {
            it = m_planned.erase(it);
            continue;
        }
        findChildren(it->first, it->second, batch);
        ++it;
    }
    // Children found on the way are asked themselves in the next round.
    std::vector<std::pair<const pid_t, Member>*> members;
    for (auto& member : m_members) members.push_back(&member);
    for (auto* member : members) findChildren(member->first, member->second.reader, batch);
}

void SampledObserver::findChildren(pid_t parent, ProcessReader& reader, SampleBatch& batch) {
    const auto children = reader.children();
    if (!children) return;
    for (const pid_t pid : *children) {
        if (m_members.contains(pid) || m_pids.find(pid) != nullptr || m_members.size() >= kMostMembers) continue;
        m_members.try_emplace(pid, pid).first->second.parent = parent;
        m_states.watch(pid);
        batch.history.changes.push_back({TaskChange::Kind::Found, batch.atNs, pid, pid, parent, {}});
    }
}

void SampledObserver::addIntervals(SampleBatch& batch) {
    for (const ObservedInterval& interval : m_states.closed()) {
        if (!interval.state) continue;
        const auto cpu = static_cast<std::int16_t>(interval.cpu);
        if (const std::uint32_t* index = m_pids.find(interval.pid)) {
            batch.history.intervals.push_back({*index, interval.begin, interval.end, *interval.state, cpu});
        } else {
            batch.history.tasks.push_back({interval.pid, 0, interval.begin, interval.end, *interval.state, cpu});
        }
    }
    m_states.clearClosed();
}

void SampledObserver::fillNow(SampleBatch& batch, const SampledProcess& process) {
    const std::uint32_t* index = m_pids.find(process.pid);
    if (index == nullptr) return followMember(batch, process);
    if (process.gone) return;
    ProcessSample& sample = batch.processes[*index];
    sample.state = process.state;
    sample.sinceNs = process.since;
    sample.cpu = static_cast<std::int16_t>(process.cpu);
    if (process.traced) sample.reason = WaitReason::Traced;
    sample.residentBytes = process.residentBytes;
    sample.userNs = process.user;
    sample.systemNs = process.system;
    if (process.exactTotals) sample.runNs = process.running;
}

void SampledObserver::followMember(SampleBatch& batch, const SampledProcess& process) {
    const auto at = m_members.find(process.pid);
    if (at == m_members.end()) return;
    Member& member = at->second;
    if (process.gone) {
        if (!member.zombie) {
            batch.history.changes.push_back({TaskChange::Kind::Ended, *process.gone, process.pid, process.pid, 0, {}});
        }
        batch.history.news.push_back({.pid = process.pid, .atNs = *process.gone, .reaped = true});
        const pid_t pid = process.pid;
        m_members.erase(at);
        m_states.unwatch(pid);
        return;
    }
    if (!process.name.empty() && process.name != member.name) {
        member.name = process.name;
        batch.history.changes.push_back(
            {TaskChange::Kind::Named, batch.atNs, process.pid, process.pid, 0, process.name});
    }
    if (process.state == ProcessState::Zombie && !std::exchange(member.zombie, true)) {
        batch.history.changes.push_back({TaskChange::Kind::Ended, process.since, process.pid, process.pid, 0, {}});
        batch.history.news.push_back({.pid = process.pid, .atNs = process.since, .zombie = true});
    }
    if (process.parent != 0 && process.parent != std::exchange(member.parent, process.parent)) {
        batch.history.news.push_back({.pid = process.pid, .atNs = batch.atNs, .parent = process.parent});
    }
    if (process.state && !member.zombie) {
        batch.tasksNow.push_back({process.pid, 0, process.since, 0, *process.state,
                                  static_cast<std::int16_t>(process.cpu),
                                  process.traced ? WaitReason::Traced : WaitReason::None});
    }
}

}  // namespace ipclab

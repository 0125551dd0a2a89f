#include "sampling/sampled_tasks.h"

#include <utility>

#include "sampling/wait_looks.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kSearchEveryNs = kNsPerSecond / 10;
constexpr std::size_t kMostMembers = 4096;

}  // namespace

void SampledTasks::watch(pid_t pid) {
    m_states.watch(pid);
    m_planned.try_emplace(pid, pid);
}

void SampledTasks::unwatch(pid_t pid) {
    m_states.unwatch(pid);
    m_planned.erase(pid);
}

void SampledTasks::addMember(pid_t pid, pid_t parent) {
    if (m_members.size() >= kMostMembers) return;
    m_members.erase(pid);  // the number of one that is gone
    m_members.try_emplace(pid, pid).first->second.parent = parent;
    m_states.watch(pid);
}

void SampledTasks::look(SampleBatch& batch) {
    const bool searches = batch.atNs >= m_nextSearchNs;
    if (searches) {
        m_nextSearchNs = batch.atNs + kSearchEveryNs;
        findChildren(batch);
    }
    m_states.sample();
    noteWaits(searches);
    addIntervals(batch);
    for (const SampledProcess* process : m_states.all()) fillNow(*process, batch);
}

// Children found on the way are asked themselves in the next round.
void SampledTasks::findChildren(SampleBatch& batch) {
    for (auto& [pid, reader] : m_planned) {
        const std::uint32_t* index = m_pids.find(pid);
        if (index == nullptr || !m_pids.isDone(*index)) findChildrenOf(pid, reader, batch);
    }
    std::vector<std::pair<const pid_t, Member>*> members;
    for (auto& member : m_members) members.push_back(&member);
    for (auto* member : members) findChildrenOf(member->first, member->second.reader, batch);
}

void SampledTasks::findChildrenOf(pid_t parent, ProcessReader& reader, SampleBatch& batch) {
    const auto children = reader.children();
    if (!children) return;
    for (const pid_t pid : *children) {
        if (m_members.contains(pid) || m_pids.find(pid) != nullptr || m_members.size() >= kMostMembers) continue;
        addMember(pid, parent);
        batch.history.changes.push_back({TaskChange::Kind::Found, batch.atNs, pid, pid, parent, {}});
    }
}

// What each says it waits for; of those who say nothing the kernel's word, now and then.
void SampledTasks::noteWaits(bool alsoChannels) {
    for (const SampledProcess* process : m_states.all()) {
        if (process->gone) continue;
        const Nanoseconds at = monotonicNow();
        if (process->traced) m_waits.note(process->pid, at, at, WaitReason::Traced);
        if (process->state != ProcessState::Waiting) continue;
        const std::uint32_t* index = m_pids.find(process->pid);
        const WaitReason said = index != nullptr ? m_pids.waitingOf(*index).reason : WaitReason::None;
        if (said != WaitReason::None) {
            m_waits.note(process->pid, at, at, said);
        } else if (alsoChannels) {
            ProcessReader reader(process->pid);
            noteWaitOfMember(m_waits, m_pids, process->pid, reader);
        }
    }
}

void SampledTasks::addIntervals(SampleBatch& batch) {
    for (const ObservedInterval& interval : m_states.closed()) {
        if (!interval.state) continue;
        const auto cpu = static_cast<std::int16_t>(interval.cpu);
        const WaitReason reason = m_waits.reasonOf(interval.pid, *interval.state, interval.begin, interval.end);
        if (const std::uint32_t* index = m_pids.find(interval.pid)) {
            batch.history.intervals.push_back({*index, interval.begin, interval.end, *interval.state, cpu, reason});
        } else {
            batch.history.tasks.push_back(
                {interval.pid, 0, interval.begin, interval.end, *interval.state, cpu, reason});
        }
    }
    m_states.clearClosed();
}

WaitReason SampledTasks::reasonNow(const SampledProcess& process) const {
    return m_waits.reasonOf(process.pid, *process.state, process.since, monotonicNow());
}

void SampledTasks::fillNow(const SampledProcess& process, SampleBatch& batch) {
    const std::uint32_t* index = m_pids.find(process.pid);
    if (index == nullptr) return follow(process, batch);
    if (process.gone) return;
    ProcessSample& sample = batch.processes[*index];
    sample.state = process.state;
    sample.sinceNs = process.since;
    sample.cpu = static_cast<std::int16_t>(process.cpu);
    if (process.state) sample.reason = reasonNow(process);
    sample.residentBytes = process.residentBytes;
    sample.userNs = process.user;
    sample.systemNs = process.system;
    sample.account = process.account;
    sample.openReadyNs = process.openReady;
    sample.source = StateSource::Sampled;
}

void SampledTasks::endMember(const SampledProcess& process, SampleBatch& batch) {
    const auto at = m_members.find(process.pid);
    if (!at->second.zombie)
        batch.history.changes.push_back({TaskChange::Kind::Ended, *process.gone, process.pid, process.pid, 0, {}});
    batch.history.readings.push_back({.pid = process.pid, .atNs = *process.gone, .reaped = true});
    const pid_t pid = process.pid;
    m_members.erase(at);
    m_waits.forget(pid);
    m_states.unwatch(pid);
}

void SampledTasks::follow(const SampledProcess& process, SampleBatch& batch) {
    const auto at = m_members.find(process.pid);
    if (at == m_members.end()) return;
    if (process.gone) return endMember(process, batch);
    Member& member = at->second;
    if (!process.name.empty() && process.name != member.name) {
        member.name = process.name;
        batch.history.changes.push_back(
            {TaskChange::Kind::Named, batch.atNs, process.pid, process.pid, 0, process.name});
    }
    if (process.state == ProcessState::Zombie && !std::exchange(member.zombie, true)) {
        batch.history.changes.push_back({TaskChange::Kind::Ended, process.since, process.pid, process.pid, 0, {}});
        batch.history.readings.push_back({.pid = process.pid, .atNs = process.since, .zombie = true});
    }
    if (process.parent != 0 && process.parent != std::exchange(member.parent, process.parent)) {
        batch.history.readings.push_back({.pid = process.pid, .atNs = batch.atNs, .parent = process.parent});
    }
    if (process.state && !member.zombie) {
        batch.tasksNow.push_back({process.pid, 0, process.since, 0, *process.state,
                                  static_cast<std::int16_t>(process.cpu), reasonNow(process)});
    }
}

}  // namespace ipclab

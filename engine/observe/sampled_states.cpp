#include "observe/sampled_states.h"

#include <unistd.h>

#include <algorithm>

namespace ipclab {
namespace {

// Which state of its threads a process shows: the most active one.
int rank(ProcessState state) {
    switch (state) {
        case ProcessState::Runnable:
            return 4;
        case ProcessState::Stopped:
            return 3;
        case ProcessState::Waiting:
            return 2;
        case ProcessState::Zombie:
            return 1;
        default:
            return 0;
    }
}

}  // namespace

// starttime counts from boot, suspended time included (proc(5)); our clock does not: subtract an age instead.
Nanoseconds birthOf(const PidStat& stat, Nanoseconds now) {
    timespec boot{};
    ::clock_gettime(CLOCK_BOOTTIME, &boot);
    const Nanoseconds sinceBoot = boot.tv_sec * kNsPerSecond + boot.tv_nsec;
    const auto tick = kNsPerSecond / ::sysconf(_SC_CLK_TCK);
    return std::min(now, now - (sinceBoot - static_cast<Nanoseconds>(stat.startTicks) * tick));
}

void SampledStates::watch(pid_t pid, std::optional<Nanoseconds> birth) {
    m_watched.erase(pid);
    SampledProcess& process = m_watched.try_emplace(pid, pid).first->second.process;
    process.pid = pid;
    process.birth = birth.value_or(0);
}

void SampledStates::unwatch(pid_t pid) { m_watched.erase(pid); }

void SampledStates::sample() {
    for (auto& [pid, watched] : m_watched)
        if (!watched.process.gone) look(watched, monotonicNow());
}

void SampledStates::look(Watched& watched, Nanoseconds now) {
    SampledProcess& process = watched.process;
    const Nanoseconds statNs = monotonicNow();
    const auto stat = watched.reader.stat();
    if (!stat) {
        enter(process, ProcessState::Terminated, now);
        process.gone = now;
        return;
    }
    if (process.birth == 0) process.birth = birthOf(*stat, now);
    process.parent = stat->parent;
    process.name = stat->name;
    process.traced = stat->state == 't';
    process.cpu = stat->processor;
    process.threads = stat->threads;
    process.residentBytes = stat->residentPages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
    process.user = ticksToNs(stat->userTicks);
    process.system = ticksToNs(stat->systemTicks);
    if (stat->threads > 1 || !watched.threads.empty()) followThreads(watched);
    if (const ObservedState state = stateOf(watched, *stat)) enter(process, *state, now);
    if (process.state != ProcessState::Zombie) total(watched, *stat, statNs, now);
}

void SampledStates::enter(SampledProcess& process, ProcessState state, Nanoseconds now) {
    if (process.state == state) return;
    if (process.state && now > process.since)
        m_closed.push_back({process.pid, 0, process.state, process.cpu, process.since, now});
    process.state = state;
    process.since = now;
}

void SampledStates::followThreads(Watched& watched) {
    const auto tids = watched.reader.threads();
    if (!tids) return;
    std::erase_if(watched.threads,
                  [&](const auto& each) { return std::find(tids->begin(), tids->end(), each.first) == tids->end(); });
    for (const pid_t tid : *tids) watched.threads.try_emplace(tid, watched.process.pid, tid);
}

ObservedState SampledStates::stateOf(Watched& watched, const PidStat& stat) {
    ObservedState state = stateOfLetter(stat.state);
    for (auto& [tid, reader] : watched.threads) {
        const auto thread = reader.stat();
        const ObservedState other = thread ? stateOfLetter(thread->state) : std::nullopt;
        if (other && (!state || rank(*other) > rank(*state))) state = other;
    }
    return state;
}

void SampledStates::total(Watched& watched, const PidStat& stat, Nanoseconds statNs, Nanoseconds now) {
    SampledProcess& process = watched.process;
    const auto account = watched.account.read(watched.reader, stat, statNs);
    if (!account) return;
    process.openReady = watched.ready.see(process.state == ProcessState::Runnable, *account, now);
    process.account = account;
    process.accountAt = now;
}

const SampledProcess* SampledStates::find(pid_t pid) const {
    const auto at = m_watched.find(pid);
    return at == m_watched.end() ? nullptr : &at->second.process;
}

std::vector<const SampledProcess*> SampledStates::all() const {
    std::vector<const SampledProcess*> processes;
    for (const auto& [pid, watched] : m_watched) processes.push_back(&watched.process);
    return processes;
}

}  // namespace ipclab

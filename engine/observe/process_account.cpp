#include "observe/process_account.h"

#include <algorithm>
#include <utility>

namespace ipclab {

std::optional<Nanoseconds> processCpuTime(pid_t pid) {
    clockid_t clock{};
    timespec time{};
    if (::clock_getcpuclockid(pid, &clock) != 0 || ::clock_gettime(clock, &time) != 0) return std::nullopt;
    return time.tv_sec * kNsPerSecond + time.tv_nsec;
}

namespace {

// The time and when it was so. Whoever reads may lose the processor between the two clocks: then it reads once more.
void readRunning(pid_t pid, Nanoseconds otherwise, ProcessAccount& account) {
    constexpr int kMostReadings = 4;
    constexpr Nanoseconds kAtOnceNs = 50'000;
    for (int i = 0; i < kMostReadings; ++i) {
        const Nanoseconds before = monotonicNow();
        account.running = processCpuTime(pid).value_or(otherwise);
        const Nanoseconds after = monotonicNow();
        account.runningNs = before + (after - before) / 2;
        if (after - before < kAtOnceNs) return;
    }
}

}  // namespace

void ProcessAccount::grow(Nanoseconds delay, Nanoseconds readNs) {
    const Nanoseconds grown = std::max<Nanoseconds>(delay - firstDelay, 0);
    if (asleepNs != 0) overcounted += std::max<Nanoseconds>(grown - (readNs - asleepNs), 0);
    firstDelay += grown;
}

std::optional<ProcessAccount> AccountReader::read(ProcessReader& process, const PidStat& stat, Nanoseconds statNs) {
    const auto first = process.schedStat();
    if (!first) return std::nullopt;
    m_several = m_several || stat.threads > 1;
    if (m_several) readOthers(process);
    m_first.grow(first->runDelay, monotonicNow());
    if (stat.state != 'R') m_first.asleepNs = statNs;
    ProcessAccount account = m_first;
    readRunning(process.pid(), first->running, account);
    account.othersDelay = m_endedDelay;
    account.several = m_several;
    for (const auto& [tid, thread] : m_others) account.othersDelay += thread.delay;
    return account;
}

void AccountReader::readOthers(ProcessReader& process) {
    const auto tids = process.threads();
    if (!tids) return;
    std::erase_if(m_others, [&](const auto& each) {
        const bool ended = std::ranges::find(*tids, each.first) == tids->end();
        if (ended) m_endedDelay += each.second.delay;
        return ended;
    });
    for (const pid_t tid : *tids) {
        if (tid == process.pid()) continue;
        Thread& thread = m_others.try_emplace(tid, process.pid(), tid).first->second;
        if (const auto schedule = thread.reader.schedStat()) thread.delay = schedule->runDelay;
    }
}

Nanoseconds OpenReady::see(bool couldRun, const ProcessAccount& account, Nanoseconds now) {
    const bool still = m_since != 0 && account.running == m_running && account.runDelay() == m_delay;
    if (!couldRun || account.several) {
        m_since = 0;
    } else if (!still) {
        m_since = now;
    }
    m_running = account.running;
    m_delay = account.runDelay();
    return m_since != 0 ? now - m_since : 0;
}

std::optional<Nanoseconds> lastCpuTime(pid_t pid) {
    constexpr int kMostReadings = 1000;
    auto time = processCpuTime(pid);
    for (int i = 0; i < kMostReadings; ++i) {
        const auto again = processCpuTime(pid);
        if (again == std::exchange(time, again)) break;
    }
    return time;
}

}  // namespace ipclab

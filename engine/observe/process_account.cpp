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

std::optional<ProcessAccount> AccountReader::read(ProcessReader& process, int threads) {
    const auto first = process.schedStat();
    if (!first) return std::nullopt;
    m_several = m_several || threads > 1;
    if (m_several) readOthers(process);
    ProcessAccount account{.running = processCpuTime(process.pid()).value_or(first->running),
                           .firstDelay = first->runDelay,
                           .othersDelay = m_endedDelay,
                           .several = m_several};
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

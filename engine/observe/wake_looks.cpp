#include "observe/wake_looks.h"

#include <algorithm>

namespace ipclab {

std::span<const SwitchRecord> WakeLooks::pass(std::span<const SwitchRecord> records, Nanoseconds until) {
    m_finder.add(records);
    m_passedUntil = std::max(m_passedUntil, std::min(m_lookedAt, until));
    return m_finder.release(m_passedUntil);
}

std::span<const SwitchRecord> WakeLooks::passAll(std::span<const SwitchRecord> records, Nanoseconds until) {
    m_finder.add(records);
    m_passedUntil = std::max(m_passedUntil, until);
    return m_finder.release(m_passedUntil);
}

void WakeLooks::look(StateTracker& tracker) {
    std::vector<WakeFinder::Watched> threads = m_finder.threads();
    threads.resize(std::min(threads.size(), kMostLooked));
    std::erase_if(m_looked, [&](const auto& each) {
        return std::ranges::find(threads, each.first, &WakeFinder::Watched::tid) == threads.end();
    });
    m_lookedAt = monotonicNow();
    for (const WakeFinder::Watched& thread : threads) {
        const auto at = m_looked.try_emplace(thread.tid, thread.pid, thread.tid).first;
        Looked& looked = at->second;
        const Nanoseconds began = monotonicNow();
        if (const auto schedule = looked.reader.schedStat()) m_finder.look(thread.tid, *schedule, began);
        const auto stat = thread.waits ? looked.reader.stat() : std::nullopt;
        if (!stat) continue;
        if (stat->state == 'R') {
            tracker.markReady(thread.tid, began, monotonicNow(), looked.asleep);
        } else {
            looked.asleep = began;
        }
    }
}

}  // namespace ipclab

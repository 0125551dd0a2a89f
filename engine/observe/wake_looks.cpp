#include "observe/wake_looks.h"

#include <algorithm>

namespace ipclab {

std::span<const SwitchRecord> WakeLooks::pass(std::span<const SwitchRecord> records, Nanoseconds until) {
    m_finder.add(records);
    hearLastWords();
    return m_finder.release(std::min(m_lookedAt, until));
}

std::span<const SwitchRecord> WakeLooks::passAll(std::span<const SwitchRecord> records, Nanoseconds until) {
    m_finder.add(records);
    hearLastWords();
    // Nothing is held back any more: beyond what may be told later.
    const Nanoseconds end = until + WakeFinder::kLongestHold + 1;
    return m_finder.release(std::max(end, m_finder.releasedUntil()));
}

void WakeLooks::hearLastWords() {
    for (const pid_t tid : m_finder.ended()) {
        const LastWord word = m_lastWords(tid);
        if (word.said) {
            m_finder.lastLook(tid, *word.said);
        } else if (!word.comes) {
            m_finder.forgetEnded(tid);
        }
    }
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
            m_finder.sleeps(thread.tid, began);
        }
    }
}

}  // namespace ipclab

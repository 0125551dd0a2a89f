// Looks into /proc, with every sample, for what a WakeFinder needs, and for who is ready without having got a core yet.
//
// The records pass through it and come out one look later, with the wake-ups that were found. One thread.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "observe/process_reader.h"
#include "observe/state_tracker.h"
#include "observe/wake_finder.h"

namespace ipclab {

class WakeLooks {
public:
    // What whoever reaped a process has told of its first thread.
    struct LastWord {
        bool comes = false;  // or has come: false of one that nobody tells of
        std::optional<SchedStat> said{};
    };
    using LastWords = std::function<LastWord(pid_t)>;
    explicit WakeLooks(LastWords lastWords) : m_lastWords(std::move(lastWords)) {}

    // Takes what is new, in order of time, up to `until`; returns what may be consumed now.
    std::span<const SwitchRecord> pass(std::span<const SwitchRecord> records, Nanoseconds until);
    // The same with everything, at the end of a run.
    std::span<const SwitchRecord> passAll(std::span<const SwitchRecord> records, Nanoseconds until);
    // All records before this time have been returned.
    [[nodiscard]] Nanoseconds passedUntil() const { return m_finder.releasedUntil(); }

    // WakeFinder::overcounted
    [[nodiscard]] Nanoseconds overcounted(pid_t pid) const { return m_finder.overcounted(pid); }

    // At the threads of the records, at most so many of the oldest: a look takes some microseconds.
    void look(StateTracker& tracker);

private:
    static constexpr std::size_t kMostLooked = 256;
    struct Looked {
        Looked(pid_t pid, pid_t tid) : reader(pid, tid) {}
        ProcessReader reader;
        Nanoseconds asleep = 0;  // the last look that found it so
    };

    void hearLastWords();

    LastWords m_lastWords;
    WakeFinder m_finder;
    std::map<pid_t, Looked> m_looked;
    Nanoseconds m_lookedAt = 0;
};

}  // namespace ipclab

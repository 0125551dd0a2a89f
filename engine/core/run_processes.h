// The processes of one run, found among all of the system and ended, whatever they have done to get away: sessions and
// groups of their own, double forks, ignored signals, children faster than they are killed.
//
// A process belongs to the run when an ancestor of it does (an orphan's new parent is the launcher, a subreaper), when
// it is in the launcher's session, or when its environment carries the token of the run. Only one that has cleared its
// environment, left the session and outlived the launcher is none of these; a control group of the run still holds it
// (core/control_group.h).
//
// First all are stopped and only then killed: a stopped process makes no other and keeps its place in the process
// table, so that whoever is forked meanwhile is found in the next look, and where their number is bounded there comes
// an end. Process groups are stopped whole, which no fork escapes. One that forks and ends at once, again and again, is
// met where its orphans arrive: among the caller's own children, which are looked at faster than it forks. Signals go
// through pidfds (pidfd_open(2)): a number may be another process's by the time it is used.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/clock.h"

namespace ipclab {

// Of /proc/PID/stat.
struct ProcessEntry {
    pid_t pid = 0, parent = 0, group = 0, session = 0;
    char state = '?';
    std::uint64_t threads = 0;
    std::uint64_t start = 0;  // in clock ticks since the boot: with the pid it is this process's alone

    [[nodiscard]] bool hasEnded() const { return state == 'Z' || state == 'X'; }
};

// Nothing: there is no such process.
std::optional<ProcessEntry> readProcessEntry(pid_t pid);

// By what the processes of a run are known.
struct RunMarks {
    std::string token = {};           // in the environment; empty: not looked for
    pid_t session = 0;                // 0: not looked for
    std::vector<pid_t> parents = {};  // all of whose descendants are of the run, and not they themselves
    std::vector<pid_t> others = {};   // likewise, and they themselves are: children of the window
};

class RunProcesses {
public:
    explicit RunProcesses(RunMarks marks) : m_marks(std::move(marks)) {}
    RunMarks& marks() { return m_marks; }

    // All there are now, those that have ended and are still in the process table included. Where the environment is
    // looked at (each process's: some 20 µs), those that are known by it alone are among them. Never the caller.
    [[nodiscard]] std::vector<ProcessEntry> all(bool byEnvironment) const;

    struct Ended {
        unsigned killed = 0;  // processes, each counted once
        unsigned left = 0;    // at the end of the time
    };
    struct Ways {
        std::function<bool()> killAtOnce = {};  // true: all of them are killed; tried once
        std::function<void()> between = {};     // between two looks, for whoever has to wait for the dead
    };
    // Stops and kills them until there is none, or the time is over.
    Ended endAll(Nanoseconds deadlineNs, Ways ways);

private:
    void freeze(Nanoseconds deadlineNs, const std::function<void()>& between);
    unsigned stopOwnChildren();
    void kill();
    unsigned stop(const std::vector<ProcessEntry>& found);
    std::vector<ProcessEntry> newcomers();
    [[nodiscard]] bool isOf(const ProcessEntry& entry) const;

    RunMarks m_marks;
    std::map<pid_t, std::uint64_t> m_stopped;            // and their start
    std::set<pid_t> m_foreign;                           // looked at, and none of these
    std::set<std::pair<pid_t, std::uint64_t>> m_killed;  // ever
};

// Processes and threads of a user, as RLIMIT_NPROC counts them.
std::uint64_t tasksOfUser(uid_t user);

// The token's processes, as above, for at most two seconds.
unsigned killProcessesOfRun(std::string_view token);

}  // namespace ipclab

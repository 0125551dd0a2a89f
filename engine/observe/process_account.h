// What the kernel's own accounting says of a process: how long its threads ran, and how long they were ready without a
// core (run delay). Nothing is sampled: these are sums the scheduler keeps at every switch, and they need no privilege.
//
// The CPU time is that of the process's clock (clock_getcpuclockid(3)): to the nanosecond, current while it runs, with
// the threads that have ended, and still there of a zombie. The run delay is kept for each thread (/proc/PID/task/TID/
// schedstat) and goes with it: of one that has ended it is what the last look told.
//
// Linux since 6.12 leaves a task that goes to sleep on its run queue for a while; one that is moved to another core in
// that time is counted as ready until it wakes. A run delay cannot have grown by more than the time since the process
// was last seen asleep: what it has grown beyond is taken off.
#pragma once

#include <sys/types.h>

#include <map>
#include <optional>

#include "observe/process_reader.h"

namespace ipclab {

struct ProcessAccount {
    Nanoseconds running = 0;      // of all threads, those that have ended included
    Nanoseconds runningNs = 0;    // when that was read, by the monotonic clock; 0: not known
    Nanoseconds firstDelay = 0;   // run delay of the first thread
    Nanoseconds othersDelay = 0;  // of all others, as far as they were looked at
    Nanoseconds overcounted = 0;  // of firstDelay: more than it can have been ready
    Nanoseconds asleepNs = 0;     // when it was last seen to be neither ready nor running; 0: never
    bool several = false;         // it has or had other threads

    // A later reading of firstDelay.
    void grow(Nanoseconds delay, Nanoseconds readNs);
    [[nodiscard]] Nanoseconds runDelay() const { return firstDelay - overcounted + othersDelay; }
};

// Of all threads of a process, a zombie included; nullopt: it is gone.
[[nodiscard]] std::optional<Nanoseconds> processCpuTime(pid_t pid);

// Looks at one process again and again. One thread.
class AccountReader {
public:
    // `process` reads the same process; `stat` is what /proc says of it now, read at `statNs` or later. nullopt: this
    // kernel keeps no such sums, or the process is gone.
    std::optional<ProcessAccount> read(ProcessReader& process, const PidStat& stat, Nanoseconds statNs);

private:
    struct Thread {
        Thread(pid_t pid, pid_t tid) : reader(pid, tid) {}
        ProcessReader reader;
        Nanoseconds delay = 0;
    };
    void readOthers(ProcessReader& process);

    std::map<pid_t, Thread> m_others;
    ProcessAccount m_first;  // what of it was seen so far
    Nanoseconds m_endedDelay = 0;
    bool m_several = false;
};

// For how long a process has been ready now, which its account does not have before it runs: it could run at this look
// and at those before, and has got no CPU time between them, so it cannot have slept either.
class OpenReady {
public:
    // Of the process at a look: the time so far.
    Nanoseconds see(bool couldRun, const ProcessAccount& account, Nanoseconds now);

private:
    Nanoseconds m_since = 0;  // the first of those looks; 0: there was none
    Nanoseconds m_running = 0, m_delay = 0;
};

// Of one that has just ended and was not reaped yet. It may be on its core for some microseconds more: the clock is
// read until it stands still.
[[nodiscard]] std::optional<Nanoseconds> lastCpuTime(pid_t pid);

}  // namespace ipclab

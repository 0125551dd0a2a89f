// The fallback where switch records are forbidden: looks at /proc/PID/stat again and again.
//
// What a look tells is honest but coarse. The letter R means "ready or running", hence Runnable; a state is taken to
// last from one look to the next, so whatever happens between two looks is not seen. The totals do not suffer from
// that: the kernel keeps run time and run delay of every thread exactly (observe/process_account.h), and what is left
// of the lifetime was waiting. With several threads they are sums over all of them.
//
// One thread.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "observe/observed_interval.h"
#include "observe/process_account.h"
#include "observe/process_reader.h"

namespace ipclab {

struct SampledProcess {
    pid_t pid = 0;
    pid_t parent = 0;
    std::string name;
    Nanoseconds birth = 0;  // as told by the caller, else from the start time in /proc, which has steps of 10 ms
    std::optional<Nanoseconds> gone;  // the look that no longer found it
    ObservedState state;              // at the last look; absent before the first
    Nanoseconds since = 0;
    int cpu = -1;         // last ran on
    bool traced = false;  // stopped, by a tracer (ptrace(2))
    int threads = 0;
    std::uint64_t residentBytes = 0;
    Nanoseconds user = 0;  // CPU time in the modes, in steps of a tick
    Nanoseconds system = 0;

    std::optional<ProcessAccount> account;  // absent: this kernel keeps none, or it may not be read
    Nanoseconds accountAt = 0;
    Nanoseconds openReady = 0;  // ready now for so long, which is not in the account yet

    [[nodiscard]] Nanoseconds running() const { return account ? account->running : 0; }
    [[nodiscard]] Nanoseconds ready() const { return account ? account->runDelay() + openReady : 0; }
};

// When it was started, on our clock; in steps of 10 ms.
[[nodiscard]] Nanoseconds birthOf(const PidStat& stat, Nanoseconds now);

class SampledStates {
public:
    void watch(pid_t pid, std::optional<Nanoseconds> birth = std::nullopt);
    void unwatch(pid_t pid);

    // Looks at every watched process once. A process that is gone ends with a Terminated state and is no longer read.
    void sample();

    // Intervals that ended at the last looks, since clearClosed(): of processes as a whole (tid 0).
    [[nodiscard]] std::span<const ObservedInterval> closed() const { return m_closed; }
    void clearClosed() { m_closed.clear(); }

    [[nodiscard]] const SampledProcess* find(pid_t pid) const;
    [[nodiscard]] std::vector<const SampledProcess*> all() const;

private:
    struct Watched {
        explicit Watched(pid_t pid) : reader(pid) {}
        ProcessReader reader;
        std::map<pid_t, ProcessReader> threads;  // only where there are several
        AccountReader account;
        OpenReady ready;
        SampledProcess process;
    };

    void look(Watched& watched, Nanoseconds now);
    void enter(SampledProcess& process, ProcessState state, Nanoseconds now);
    static void followThreads(Watched& watched);
    static ObservedState stateOf(Watched& watched, const PidStat& stat);
    static void total(Watched& watched, const PidStat& stat, Nanoseconds statNs, Nanoseconds now);

    std::map<pid_t, Watched> m_watched;
    std::vector<ObservedInterval> m_closed;
};

}  // namespace ipclab

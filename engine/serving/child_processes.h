// The processes a strategy has forked, until each has ended. The caller's children are all of them while this lives.
#pragma once

#include <signal.h>
#include <sys/types.h>

#include <functional>
#include <optional>
#include <unordered_set>

#include "core/clock.h"

namespace ipclab {

class ChildProcesses {
public:
    // SIGUSR1 interrupts waits from here on, in the children too, instead of ending whoever gets it.
    ChildProcesses();
    // Kills who is left.
    ~ChildProcesses();
    ChildProcesses(const ChildProcesses&) = delete;
    ChildProcesses& operator=(const ChildProcesses&) = delete;

    [[nodiscard]] std::size_t size() const { return m_pids.size(); }
    // Runs `body` in a child tied to the caller (core/tied_fork.h). -1 and errno where none can be made.
    pid_t start(const std::function<void()>& body);

    struct Ended {
        pid_t pid = 0;
        bool failed = false;  // by an exception of `body`, not by a signal
    };
    // Without waiting.
    std::optional<Ended> reapOne();
    // They have been told to stop: interrupts them until each has ended; kills those that are left when none has ended
    // for drainNs and a second.
    void stopAll(Nanoseconds drainNs);

private:
    void killAll();

    std::unordered_set<pid_t> m_pids;
    struct sigaction m_before {};
};

}  // namespace ipclab

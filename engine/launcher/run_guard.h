// Keeps one run from taking the machine down. A command that doubles itself fills the process table within seconds, and
// then nothing can be started any more, not even to stop it; one that takes all memory makes the system crawl. So every
// run lives in limits:
//   - a control group of its own where one can be made (core/control_group.h);
//   - RLIMIT_NPROC of an ordinary user's processes, at what the user has now and twice the limit more;
//   - and in any case the launcher, which counts, ends the run when there are more than the document allows, and says
//   so.
// The first two are nets: wide enough that it is the launcher which decides, everywhere by the same number.
//
// Counting all processes of the system takes some 20 µs each, so it is done only while the whole system has grown by
// half the limit since the run began (/proc/loadavg tells its tasks in one read), and seldom while it does not grow
// further. While it does, the launcher looks every two milliseconds. It has a core in time (urgency.h).
#pragma once

#include <string>

#include "core/control_group.h"
#include "core/run_directory.h"
#include "core/run_processes.h"
#include "launcher/urgency.h"
#include "document/experiment.h"
#include "protocol/messages.h"

namespace ipclab {

class RunGuard {
public:
    // Makes the group, whose name the journal gets before, and limits the caller's children to be.
    RunGuard(const Experiment& experiment, RunDirectory& journal, const std::string& token);

    [[nodiscard]] const SafetySet& facts() const { return m_facts; }
    // A child of the launcher, or of the window (which has not inherited the limit of its number), before it has made
    // any process itself.
    void add(pid_t pid, bool ofWindow);
    // All planned ones are there: the launcher itself is served first from now on.
    void watch() { m_urgency.serveFirst(); }

    // What there is too much of now; nothing: all is well.
    std::optional<SafetyEnd> check(Nanoseconds now);
    // It is growing: look again soon.
    [[nodiscard]] bool isUneasy() const { return m_uneasy; }

    // Ends every process of the run and waits until all are gone, or the time is over; `between` is to take the status
    // of the dead.
    RunProcesses::Ended endAll(Nanoseconds withinNs, std::function<void()> between);

private:
    void limitChildren(std::uint64_t planned);
    std::optional<SafetyEnd> checkProcesses(Nanoseconds now);
    std::optional<SafetyEnd> checkMemory(Nanoseconds now);
    [[nodiscard]] std::uint64_t usedByAll(std::uint64_t goneBytes) const;
    // A net like the others, above what the launcher ends the run at.
    [[nodiscard]] std::uint64_t groupMemory() const { return m_facts.memoryBytes + m_facts.memoryBytes / 4; }

    SafetySet m_facts;
    std::string m_whyFewer;  // the limit of processes is lower than asked for
    ControlGroup m_group;
    RunProcesses m_processes;
    std::vector<pid_t> m_planned;
    Urgency m_urgency;
    std::uint64_t m_tasksBefore = 0;
    std::uint64_t m_tasksCounted = 0;  // of the whole system, when the run's were counted last
    Nanoseconds m_nextCountNs = 0;
    std::uint64_t m_memoryBefore = 0;
    Nanoseconds m_nextMemoryNs = 0;
    bool m_uneasy = false;
};

}  // namespace ipclab

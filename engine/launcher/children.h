// The processes of a run, as their parent sees them: made, watched, interrupted, signalled, reaped.
#pragma once

#include <sys/types.h>

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/segment.h"
#include "document/experiment.h"
#include "launcher/foreign_traffic.h"
#include "launcher/link_table.h"
#include "launcher/output_lines.h"
#include "launcher/shared_table.h"
#include "launcher/spawn.h"
#include "observe/process_reader.h"
#include "programs/child_report.h"
#include "protocol/messages.h"

namespace ipclab {

class Children {
public:
    using Tell = std::function<void(Message)>;
    // To the window, with descriptors. False: they could not be handed over.
    using HandOver = std::function<bool(const Message&, std::span<const int>)>;
    // Follow this process with the switch records. Returns why that is not possible; empty: it is.
    using Observe = std::function<std::string(pid_t)>;

    Children(const Experiment& experiment, const Segment& segment, LinkTable& links, SharedTable& shared, Tell tell);
    // Before launch(): bare loops instead of the programs (programs/bare_program.h).
    void useBareLoops() { m_bare = true; }
    // Both are needed before launch() where a process is a child of the window.
    void useWindow(HandOver handOver, Observe observe);

    // Forks them all but those that start later. One that cannot be forked is told as failed; the others go on.
    void launch(const std::string& workerExecutable, RunDirectory& names);
    // One of those. False: it has been started before, or is none.
    bool start(std::uint32_t process, const std::string& workerExecutable);
    // Asks one that lives to end as it does at the end of a run. False: it does not live, or its program does not.
    bool retire(std::uint32_t process);

    [[nodiscard]] std::size_t size() const { return m_children.size(); }
    [[nodiscard]] bool allGone() const { return m_alive == 0; }
    // Has everybody opened its ends, or ended before?
    [[nodiscard]] bool allReady() const;

    // Takes over every child that has ended, planned or inherited from a command. False: a thread that is traced by us
    // has stopped and is in the way; whoever traces it is to take that first.
    bool reap();

    // Children of the window: it has started one, could not, or has seen it end; and it is gone itself, with them.
    void startedByWindow(const WindowStarted& started, UniqueFd pidfd);
    void notStartedByWindow(const WindowStartFailed& failed);
    void endedInWindow(const WindowEnded& ended);
    void windowGone();
    // To be called now and then: nobody else keeps the figures of a process that the launcher cannot wait for.
    void lookAtWindowChildren();
    // Likewise: how much memory a program had is not known once it has ended.
    void lookAtMemory(Nanoseconds now);

    // What commands read and write: from the start of the run, and now and then.
    void beginTraffic() { m_traffic.begin(pids()); }
    void lookAtTraffic(Nanoseconds now) { m_traffic.look(pids(), now); }

    // SIGUSR1 to a worker of ours that has to look up: the run stops, its settings changed, or its peers are gone.
    void interruptWhereNeeded();
    void interrupt(std::uint32_t process);
    // To one process, if it is alive. Tells what was sent.
    void signal(std::uint32_t process, int number);
    void signalAll(int number);
    // What asking a run to stop means: workers see the stop word; commands at the head of a pipeline are sent
    // SIGTERM, and those behind them meet end of file; whoever was stopped is continued to be able to end.
    void askToStop();
    // Of one that runs, with all its threads. Tells what the system made of it.
    void setNice(std::uint32_t process, int nice, bool byStep = false);
    void setCpus(std::uint32_t process, const std::vector<unsigned>& cpus, bool byStep = false);
    // 0: there is no such process now.
    [[nodiscard]] pid_t pidOf(std::uint32_t process) const {
        return process < m_children.size() ? m_children[process].pid : 0;
    }
    [[nodiscard]] bool isForeign(std::uint32_t process) const { return m_children[process].foreign; }

    // The descriptors to watch. A read of one that ended closes it.
    enum class Stream : std::uint8_t { Report, Output, Errors, End };
    [[nodiscard]] int streamFd(std::size_t process, Stream stream) const;
    void readStream(std::size_t process, Stream stream);
    // Takes over what is left in the report pipes.
    void readReports();
    // By process; 0: not launched, or reaped.
    [[nodiscard]] std::vector<pid_t> pids() const;

private:
    // What is needed of a process whose parent is the window.
    struct OfWindow {
        bool asked = false;  // and neither started nor refused yet
        bool gone = false;   // its end is known, the window's word on how is not
        UniqueFd pidfd;      // readable when it has ended; signals go through it
        ProcessExited last;  // as it was when it was last looked at
    };
    struct Child {
        pid_t pid = 0;  // 0: not launched, or reaped
        bool foreign = false;
        bool later = false;  // it is still to start
        std::optional<OfWindow> window;
        std::optional<ProcessReader> reader;
        std::uint64_t peakBytes = 0;  // VmHWM of its program, as last seen
        bool replaced = false;        // it has executed another program since
        UniqueFd report, output, errors;
        OutputLines outputLines, errorLines;
        std::size_t facts = 0;
        OwnNames names;
    };

    void launchOne(std::uint32_t process, const std::string& workerExecutable);
    [[nodiscard]] ChildPlan planOf(std::uint32_t process, const std::string& workerExecutable) const;
    void askWindow(std::uint32_t process, SpawnedChild& prepared, const std::string& workerExecutable);
    void failed(std::uint32_t process, const char* stage, int error, const std::string& text);
    [[nodiscard]] bool send(const Child& child, int number) const;
    void look(std::uint32_t process);
    [[nodiscard]] bool isItsProgram(std::uint32_t process) const;
    void lookAtMemoryOf(std::uint32_t process);
    [[nodiscard]] std::uint64_t peakOf(std::uint32_t process, bool hasWaited, std::uint64_t largestBytes) const;
    void leaveAll(std::uint32_t process, bool died);
    void forget(std::uint32_t process, ProcessExited exited);
    void ended(std::uint32_t process, bool died);
    void orphanEnded(pid_t pid);
    void leaveShared(std::uint32_t process, bool died);
    void readReport(std::uint32_t process);
    // False: it is none of ours, and nothing more is read from this child.
    bool takeReport(std::uint32_t process, ChildReport& report);
    void readOutput(std::uint32_t process, Stream stream);
    void hearLastWords(std::uint32_t process);
    void finishOutput(std::uint32_t process, Stream stream);
    [[nodiscard]] OutputLines::Tell tellLine(std::uint32_t process, Stream stream);
    [[nodiscard]] std::string failureText(std::uint32_t process, const ChildReport& report) const;
    [[nodiscard]] bool isHeadOfPipeline(std::uint32_t process) const;
    [[nodiscard]] bool needsInterrupt(std::uint32_t process) const;

    const Experiment& m_experiment;
    const Segment& m_segment;
    LinkTable& m_links;
    SharedTable& m_shared;
    Tell m_tell;
    HandOver m_handOver;
    Observe m_observe;
    std::vector<Child> m_children;
    ForeignTraffic m_traffic;
    std::uint64_t m_openFiles = 0;  // the limit before it was raised
    bool m_bare = false;
    std::size_t m_alive = 0;
    std::size_t m_nextLook = 0;
    std::size_t m_nextMemory = 0;
    Nanoseconds m_nextMemoryNs = 0;
};

}  // namespace ipclab

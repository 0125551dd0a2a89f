// Everything known of one run: what the window draws, the command line prints and the exports write. It belongs to
// one thread (that of the Run), grows when Run::drain() takes over what the sampling thread has measured, and is
// complete once the run has finished. Times are CLOCK_MONOTONIC nanoseconds.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/histogram.h"
#include "core/probed_figures.h"
#include "core/process_state.h"
#include "core/shared_counters.h"
#include "document/experiment.h"
#include "results/events.h"
#include "results/latency_percentiles.h"
#include "results/moments.h"
#include "results/recent_waits.h"
#include "results/shared_data.h"
#include "results/task_data.h"
#include "results/wait_graph.h"
#include "results/wait_objects.h"
#include "series/latency_history.h"
#include "series/state_series.h"
#include "series/time_series.h"

namespace ipclab {

// Where the state totals or the intervals of a process come from, for labels: nobody looked, /proc samples, switch
// records, or the kernel's own accounting (observe/process_account.h), which has totals alone.
enum class StateSource : std::uint8_t { None, Sampled, SwitchRecords, Accounting };

// Nice value and processors: unlike the settings of its program they are the kernel's to give or refuse.
struct SchedulingNow {
    int nice = 0;
    std::vector<unsigned> cpus{};                          // empty: any
    std::optional<int> niceAsked{};                        // and not answered yet
    std::optional<std::vector<unsigned>> cpusAsked{};      // likewise
    std::optional<RunEvent> niceRefused{}, cpusRefused{};  // where the last attempt was refused
};

// The room of a link as it is asked for and refused while it is used.
struct ResizingNow {
    LinkRoom asked{};                   // and not answered yet
    std::optional<RunEvent> refused{};  // where the last attempt was
};

// What descendants used that a process has waited for, and they for theirs; nothing of those that others wait for.
struct DescendantsUsage {
    double userS = 0, systemS = 0;
    std::optional<std::uint64_t> voluntarySwitches{}, involuntarySwitches{};  // absent: nobody tells them
};

// Sums over all threads of a process, by the kernel's accounting: above its lifetime where several ran at once.
struct ThreadTimes {
    double runningS = 0, readyS = 0;
    bool complete = false;  // false: ready is missing what ended threads spent after they were last looked at
};

struct ProcessData {
    std::string name;
    std::string program;
    LaunchMethod launch = LaunchMethod::Fork;
    bool foreign = false;  // a command of the user's: no counters of its own, no rate to set

    std::int32_t pid = 0;  // 0: not launched (yet)
    std::int32_t ppid = 0;
    Nanoseconds bornNs = 0;
    Nanoseconds endedNs = 0;  // 0: alive
    std::optional<ExitStatus> exit;
    std::string failure;                // why it could not be launched or go on; empty: it could
    bool failedAtWork = false;          // it was launched, and failed in the midst of its work
    std::deque<std::string> lastWords;  // the last lines of its standard error, the newest at the end

    ProcessState state = ProcessState::New;  // now, as observed
    Waiting waiting;                         // why, as it says itself; only meaningful while it waits
    std::vector<Waiting> waitsForAny;        // all of them, where it waits for any of several
    bool paused = false;
    bool waitsToStart = false;  // it is one that starts later, and nobody has started it
    bool retiring = false;      // it was asked to end while the others go on
    ProgramSettings settings;   // as they are in effect now
    SchedulingNow scheduling;

    StateSeries lane;
    WaitTotals waits;
    WaitObjects waitsFor;
    TimeSeries cpuShare;  // of one core, 0 … 1 per thread running
    TimeSeries residentBytes;

    // Totals; final at the end of the run, running sums before.
    StateSource stateSource = StateSource::None;     // of these
    StateSource intervalSource = StateSource::None;  // of the lane
    double runningS = 0, readyS = 0, waitingS = 0;
    double interruptedS = 0;             // on its core, but interrupts or the hypervisor had it: in none of the three
    std::optional<ThreadTimes> threads;  // absent: the kernel did not tell
    double switchingS = 0;               // of the time its threads ran: switches to them directly from another
    std::uint64_t switchesTo = 0;        // how many those were; 0 without switch records
    double userS = 0, systemS = 0;       // its own, with all its threads
    std::uint64_t voluntarySwitches = 0, involuntarySwitches = 0;
    bool cpuTimesKnown = false, switchesKnown = false;  // false: nobody has told them yet
    std::uint64_t maxResidentBytes = 0;                 // of its program alone; 0: not known
    // The largest of it, its descendants and the programs it was before: ru_maxrss.
    std::optional<std::uint64_t> largestResidentBytes;
    DescendantsUsage descendants;  // beside its own figures above; final only
    std::uint64_t iterations = 0;
};

// Into the lane of a process or a task, and the totals of what it waited for.
void appendInterval(auto& owner, const StateInterval& interval) {
    owner.lane.append(interval.start, interval.end, interval.state, interval.cpu, interval.reason);
    owner.waits.add(interval.state, interval.end - interval.start, interval.reason);
}

// One process's end of a link, as it counts itself.
struct PortData {
    std::uint32_t process = 0;
    PortRole role = PortRole::Sender;
    std::uint64_t messages = 0, bytes = 0, systemCalls = 0, wouldBlock = 0;
    double blockedS = 0;
    std::vector<std::uint64_t> fromSenders{};  // of a receiver: messages by sender, in their order; final only
    std::vector<ReceiveRecord> calls{};        // of a receiver: its first receives; final only
    // Of mechanisms that have such: how many there were, and the recorded ones by slot; of those the first
    // kLiveConnections while the run goes on. State Free: that slot has not been used.
    bool hasConnections = false;
    bool callsHidden = false;  // its systemCalls are none: a library makes them (Traits)
    ConnectionTotals connectionTotals{};
    std::vector<ConnectionReading> connections{};
    bool serves = false;     // its process is a server
    bool datagrams = false;  // of a server and those who load it: without connections, each address counts as one
    ServingFigures serving{};
};
inline constexpr std::size_t kLiveConnections = 64;

// A call over a link, by the process that made it.
struct CallData {
    std::uint32_t process = 0;
    CallReading reading;
};

// What came of the calls over a link.
struct CallsData {
    CallTotals totals;
    bool executionsKnown = true;     // false: a receiver is a command, or a program that tells nothing of it
    bool reachSeveral = false;       // one call is executed by each of several servers
    std::vector<CallData> newest{};  // of each caller; final only

    // How often each was executed: a server that lags behind executes calls that are no longer recorded.
    [[nodiscard]] bool classesKnown() const { return executionsKnown && !reachSeveral; }
};

// One figure that the descriptors of a link's ends tell, as it was last and over time.
struct ProbedData {
    std::optional<std::int64_t> value{};
    TimeSeries series{};
};

struct LinkData {
    std::string name;
    std::string mechanism;
    bool counted = true;                                  // by both sides; false: an end is a foreign command
    bool foreignSender = false, foreignReceiver = false;  // is a command among them? (results/link_sources.h)
    bool flowKnown = false;                               // between two commands: bytes is what /proc/PID/io told
    LinkRequest requested;
    LinkProperties effective;  // as it is now
    ResizingNow resizing;
    std::vector<PortData> ports;

    std::uint64_t sent = 0, received = 0;
    std::optional<NetworkCounts> network{};  // of its senders, where those are networks; absent: none is
    std::uint64_t bytes = 0;                 // received; where a command receives: sent, or what /proc/PID/io told
    // Sent and never received. Where the mechanism may lose, known while the run goes on, from the gaps in what
    // arrives; else only at its end.
    std::uint64_t lost = 0;
    std::uint64_t duplicated = 0, reordered = 0, corrupted = 0;
    bool unbounded = false;  // by its rules: what its mechanism does not take waits in the senders
    std::uint32_t stampEvery = 1;
    // What throughput is taken over: of what was received; sent, where only the sender counts; of reads where that were
    // no messages; of bytes by /proc/PID/io from the start to when they grew last.
    Moments moments;
    std::uint64_t paced = 0;  // messages that said when they were due; 0: response and transit are the same

    // Received, over an interval of its own each (rate_window.h); sent, where only the sender counts.
    TimeSeries messagesPerSecond;
    TimeSeries bytesPerSecond;  // of bytes, likewise
    TimeSeries rateWindowS;     // how long that was
    TimeSeries depthMessages;   // sent − received, from the counters
    TimeSeries systemDepth;     // what the system says is queued, in depthUnit
    // Response times, of each tenth of a second; a gap where nothing arrived. Transit times where they are others.
    TimeSeries p50Ns, p90Ns, p99Ns, p999Ns;
    TimeSeries transitP50Ns, transitP90Ns, transitP99Ns, transitP999Ns;
    LatencyHistory latencies;  // all response times of each tenth of a second
    DepthUnit depthUnit = DepthUnit::Bytes;
    std::optional<std::uint64_t> depthCapacity;  // in depthUnit, as the system says

    std::array<ProbedData, kProbedFigures> probed;  // core/probed_figures.def

    // Of the whole run so far: from when a message was due to be sent (of one that keeps no pace: from when it was
    // sent) until it was received, and from when it was really sent.
    LatencyPercentiles latency, transit;
    std::optional<Nanoseconds> firstMessageNs;  // how long the very first message was under way; final only
    std::optional<CallsData> calls;             // absent: none of its senders calls
    TimeSeries callsAnswered, callsExecuted;    // so far
    double depthMean = 0;
    std::uint64_t depthMax = 0;
    std::optional<std::uint64_t> systemDepthMax;

    // May what was sent never arrive, or several times?
    [[nodiscard]] bool mayLose() const;
    // How many messages it holds at once, as far as it counts them; absent: it does not, or has no bound.
    [[nodiscard]] std::optional<std::uint64_t> places() const;
    // How many messages all receivers together are to get: each of them every one where the mechanism is so.
    [[nodiscard]] std::uint64_t expected() const;
    // Do those who receive know how many messages that was? What a command writes may be bytes that are none.
    [[nodiscard]] bool messagesKnown() const { return !foreignReceiver && (counted || received > 0 || bytes == 0); }
    // Is its traffic told in messages, by the receivers or by the senders alone?
    [[nodiscard]] bool flowsInMessages() const { return foreignReceiver ? !foreignSender : messagesKnown(); }
    // Can the send times in its messages be read?
    [[nodiscard]] bool tellsLatency() const { return counted || (messagesKnown() && received > 0); }
    [[nodiscard]] std::uint64_t receivedOnce() const { return received - std::min(received, duplicated); }
    // Neither received nor lost.
    [[nodiscard]] std::uint64_t underWay() const { return expected() - std::min(expected(), receivedOnce() + lost); }
};

// What observing cost, measured by short runs with and without it (observer_cost.h).
struct ObserverCost {
    double ratio = 1;          // of what was done with it to what was done without: the median of the pairs
    double low = 1, high = 1;  // the 95 % interval of that median, or the least and the largest of fewer than six
    unsigned pairs = 0;
    double seconds = 0;     // how long each run took
    bool messages = false;  // counted in messages received; else in rounds of the programs' own work
    bool paced = false;     // a program keeps to a rate it was given: what observing takes hides in its pauses
};

struct ObserverFacts {
    ObserveLevel asked = ObserveLevel::Off;
    ObserveLevel level = ObserveLevel::Off;  // what this machine allowed
    std::string reason;                      // why it is not what was asked, and how to get it
    std::uint64_t lostEvents = 0;
    bool wakesSeen = false;  // when a waiting one became ready is known, not only the sum
    std::string wakeReason;  // why not, and how to get it
    std::uint64_t lostWakes = 0;
    bool switchesTimed = true;              // false: of an old recording, which has not how long switches took
    std::uint64_t droppedSamples = 0;       // the window was too slow to take them
    double samplerCpuS = 0;                 // what the sampling thread itself used
    std::optional<ObserverCost> cost = {};  // absent: nobody has measured it
};

struct SwitchingTotals {
    std::uint64_t switches = 0;
    double seconds = 0;
    [[nodiscard]] double meanNs() const { return switches > 0 ? seconds * 1e9 / static_cast<double>(switches) : 0; }
};

// What keeps the run from taking the machine down, and what it had too much of, where that ended it.
struct SafetyFacts {
    std::uint64_t processes = 0;  // limits; 0: the run has not begun
    std::uint64_t memoryBytes = 0;
    std::string group;  // its control group; empty: none
    std::string groupProblem;
    std::optional<std::uint64_t> userProcesses;
    bool realTime = false;
    std::string endedBy;  // "processes", "memory"; empty: it was not
    std::uint64_t found = 0, limit = 0;
    std::string why;  // that limit is lower than asked for, and why
};

// What the machine did beside the run, from its start to its end; absent: not known, or not yet.
struct MachineUse {
    std::optional<double> loadStart, loadEnd;      // load averages of one minute
    std::optional<double> othersCpuS, stolenCpuS;  // CPU time of others, and what the hypervisor gave to somebody else
};

struct RunData {
    // What is known of a run before there is one: the processes, links and shared objects of a document, and nothing
    // measured. Expects one that is complete (document/validation.h).
    static RunData of(Experiment document);

    Experiment document;                // as it was asked for
    Experiment experiment;              // as it took effect: each of several equal processes by itself
    Nanoseconds startNs = 0;            // everybody was ready and let go; 0: not yet
    Nanoseconds endNs = 0;              // the last process has ended; 0: not yet
    Nanoseconds sampledNs = 0;          // the newest sample taken over
    std::deque<ProcessData> processes;  // in the order of the document; addresses are stable
    std::deque<LinkData> links;
    std::deque<SharedData> shared;
    std::deque<TaskData> tasks;       // processes and threads, in the order they were born
    std::map<int, CpuData> cpus;      // by number; empty without switch records
    std::vector<TaskId> runners;      // of the CPUs' lanes
    std::int32_t launcherPid = 0;     // the parent of the document's processes
    std::vector<Ancestor> ancestors;  // its own, up to process 1, the nearest first
    QueueLengths queues;
    std::uint64_t tasksNotKept = 0;  // born beyond the first kMostTasks
    std::vector<RunEvent> events;
    std::vector<std::string> warnings;
    ObserverFacts observer;
    SafetyFacts safety;
    MachineUse machine;
    RecentWaits waits;                 // who waited for what, over the last second
    std::vector<Deadlock> deadlocked;  // now

    static constexpr std::size_t kMostTasks = 20'000;

    [[nodiscard]] double durationS() const;  // so far, or of the whole run
    // Between two threads that followed one another directly on a processor: of this run's, and its launcher's.
    [[nodiscard]] SwitchingTotals switching() const;
    // When the run began; where it never did, its first event.
    [[nodiscard]] Nanoseconds originNs() const;
    // Seconds since then; negative before it.
    [[nodiscard]] double sinceStartS(Nanoseconds t) const {
        return toSeconds(t - (startNs != 0 ? startNs : originNs()));
    }
};

}  // namespace ipclab

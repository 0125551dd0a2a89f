// What the sampling thread hands to the thread of the run, through a lock-free queue.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/clock.h"
#include "core/process_state.h"
#include "core/segment.h"
#include "links/mechanism.h"
#include "observe/process_account.h"
#include "observe/state_tracker.h"
#include "results/run_data.h"
#include "series/latency_history.h"

namespace ipclab {

// Sums of a process's intervals, from switch records.
struct StateSums {
    std::uint32_t process = 0;
    Nanoseconds runningNs = 0, readyNs = 0, waitingNs = 0, unknownNs = 0;
    Nanoseconds estimatedNs = 0;    // of waitingNs: it may have been ready
    Nanoseconds overcountedNs = 0;  // of its run delay: more than it can have been ready, by looks between two records
    Nanoseconds switchingNs = 0;    // of the CPU time of its threads: switches to it directly from another
    std::uint64_t switches = 0;
};

struct ProcessSample {
    Waiting waiting;
    std::vector<Waiting> waitsForAny{};  // all of them, where there are several
    bool waitsForMore = false;           // and others that it cannot name
    std::uint32_t outcome = 0;           // ProcessSlot's
    Nanoseconds outcomeNs = 0;
    std::optional<ProcessState> state;  // now; absent: not observed
    Nanoseconds sinceNs = 0;
    std::int16_t cpu = -1;
    WaitReason reason = WaitReason::None;         // of the interval that goes on, as far as known
    std::optional<std::uint64_t> residentBytes;   // only every tenth of a second
    std::optional<ProcessAccount> account;        // the kernel's sums so far; likewise
    Nanoseconds openReadyNs = 0;                  // ready now for so long, which those do not have yet
    std::optional<StateSums> sums;                // from switch records; likewise
    StateSource source = StateSource::None;       // of its intervals
    std::optional<Nanoseconds> userNs, systemNs;  // likewise, in steps of a tick
    std::optional<std::uint64_t> voluntarySwitches, involuntarySwitches;  // from switch records alone
};

struct LinkSample {
    std::uint64_t sent = 0, received = 0, bytes = 0, sentBytes = 0;
    std::uint64_t depth = 0;  // sent − received, both read in one moment; never more than there really were
    std::uint64_t duplicated = 0, reordered = 0, corrupted = 0;
    std::uint64_t newestSum = 0, newestMost = 0;  // EndpointSlot::newest over the receivers
    Moments moments, sentMoments;                 // of what was received, and of what was sent
    std::optional<std::uint64_t> queued;          // where the system tells what it dropped: what is queued in messages
    std::optional<Depth> system;
    ProbedFigures probed;         // LinkSlot's
    std::uint64_t flowBytes = 0;  // between two commands: LinkSlot::flowBytes
    Nanoseconds flowAtNs = 0;     // 0: not known
    std::uint64_t paced = 0;      // received messages that said how late they were sent
    // Of the last tenth of a second; count 0: nothing arrived.
    std::optional<LatencyPercentiles> response, transit;
    std::optional<LatencyPercentiles> responseSoFar, transitSoFar;  // of the whole run; once a second
    std::optional<NetworkCounts> network;                           // where its senders are networks
    std::optional<CallTotals> calls;                                // where messages are calls; every tenth of a second
};

// One end of a link, in the order of the segment's ports.
struct PortSample {
    EndpointState state = EndpointState::Unopened;
    std::uint64_t messages = 0, bytes = 0, systemCalls = 0, wouldBlock = 0;
    Nanoseconds blockedNs = 0;
    ConnectionTotals connections;
    ServingFigures serving{};  // of a server
};

// A connection that has changed since the sample before.
struct ConnectionSample {
    std::uint32_t endpoint = 0;  // in the order of the segment's
    ConnectionReading reading;
};

struct LaneInterval {
    std::uint32_t process = 0;
    Nanoseconds beginNs = 0, endNs = 0;
    ProcessState state = ProcessState::New;
    std::int16_t cpu = -1;
    WaitReason reason = WaitReason::None;
};

// Of a process that is in no document (tid 0), or of one thread of a process that has several.
struct TaskInterval {
    pid_t pid = 0, tid = 0;
    Nanoseconds beginNs = 0, endNs = 0;  // endNs 0: still so
    ProcessState state = ProcessState::New;
    std::int16_t cpu = -1;
    WaitReason reason = WaitReason::None;
};

// What /proc told of a process that is in no document.
struct TaskReading {
    pid_t pid = 0;
    Nanoseconds atNs = 0;
    std::optional<pid_t> parent = {};  // another one than before
    bool zombie = false;               // it has ended, and nobody has taken its status yet
    bool reaped = false;               // now somebody has
};

// Response times over a link: those of one interval, from its counters at both ends of it.
struct LatencyInterval {
    std::uint32_t link = 0;
    LatencyHistory::Interval interval{};
};

// What cannot be had again: of a batch that is dropped it goes with the next one.
struct StateHistory {
    std::vector<LaneInterval> intervals;
    std::vector<TaskInterval> tasks;
    std::vector<CpuInterval> cpus;
    std::vector<TaskChange> changes;
    std::vector<TaskReading> readings;
    std::vector<LatencyInterval> latencies;

    // What came before this.
    void prepend(StateHistory&& earlier);
};

struct SampleBatch {
    Nanoseconds atNs = 0;
    Nanoseconds startNs = 0;  // of the run, as the launcher left it in the segment; 0: it has not begun
    std::vector<ProcessSample> processes;
    std::vector<LinkSample> links;
    std::vector<PortSample> ports;
    std::vector<ConnectionSample> connections;  // of the first slots of each endpoint; every tenth of a second
    std::vector<SharedFigures> shared;
    StateHistory history;
    std::vector<TaskInterval> tasksNow;  // open ones
    Nanoseconds knownUntilNs = 0;        // states are known up to here
    std::vector<StateSums> sums;         // of those that have ended
    std::uint64_t lostEvents = 0, lostWakes = 0;
    Nanoseconds samplerCpuNs = 0;
    std::string problem;  // observation ended early, and why
};

// The counters of a link as they stand, summed over its ports.
LinkSample readCounters(const Segment& segment, std::uint32_t link);
PortSample readPort(const EndpointSlot& port);
LatencyPercentiles percentilesOf(const HistogramSnapshot& histogram);
// Of what its receivers have received: from when each message was due, and from when it was really sent.
HistogramSnapshot responseOf(const Segment& segment, std::uint32_t link);
HistogramSnapshot transitOf(const Segment& segment, std::uint32_t link);
// Likewise, response times where they are kept apart; in the bins of a LatencyHistory.
LatencyCounts latencyCountsOf(const Segment& segment, std::uint32_t link);
// How many messages those hold.
std::uint64_t timedOf(const Segment& segment, std::uint32_t link);
// Nothing where nobody calls over this link.
std::optional<CallTotals> callsOf(const Segment& segment, std::uint32_t link);

}  // namespace ipclab

// The layout of the one shared-memory segment of a run: every live number is here, so that reading one costs no
// system call and disturbs nobody. One writer per cache line, named at each struct; relaxed atomics; fixed-size
// fields. The segment is zero-filled when made, and zero is a valid start for everything in it.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>

#include "core/call_slot.h"
#include "core/clock.h"
#include "core/connection_slot.h"
#include "core/event_count.h"
#include "core/histogram.h"
#include "core/network_conditions.h"
#include "core/probed_figures.h"
#include "core/serving_figures.h"
#include "core/shared_slot.h"
#include "core/waiting.h"

namespace ipclab {

// What a worker says it is doing, in its own words. The states of the kernel (running, waiting …) are observed
// from outside and never taken from here.
enum class Phase : std::uint32_t { Unborn, Starting, Ready, Working, Finishing, Done };

enum class EndpointState : std::uint32_t { Unopened, Open, Closed };
enum class PortRole : std::uint32_t { Sender, Receiver };

// How many slots of each kind a segment has.
struct SegmentCounts {
    std::uint32_t processes = 0;
    std::uint32_t links = 0;
    std::uint32_t endpoints = 0;
    std::uint32_t deliveries = 0;  // counts of who received how much from whom
    std::uint32_t shared = 0;
    std::uint32_t latencies = 0;
    std::uint32_t connections = 0;
    std::uint32_t callers = 0;
    std::uint32_t firstReceives = 0;
};

// Written by the launcher.
struct alignas(kCacheLine) SegmentHeader {
    // Written once, when it is made.
    std::uint64_t magic;
    std::uint64_t sizeBytes;
    std::uint32_t version;
    SegmentCounts counts;

    alignas(kCacheLine) std::atomic<std::uint32_t> go;  // futex: 0 hold, 1 run; workers wait on it when they are ready
    std::atomic<std::uint32_t> stop;                    // 1: finish, drain, end
    std::atomic<Nanoseconds> startNs;
    std::atomic<Nanoseconds> stopNs;
};

// Written by the worker; by the launcher once that worker is gone.
struct alignas(kCacheLine) ProcessSlot {
    std::atomic<std::int32_t> pid;
    std::atomic<std::uint32_t> phase;
    std::atomic<std::uint64_t> waiting;      // Waiting::packed
    std::atomic<std::uint64_t> iterations;   // units of the program's own work done
    std::atomic<std::uint32_t> controlSeen;  // the ControlSlot::sequence last taken over
    std::atomic<std::uint32_t> outcome;      // programs/worker_context.h, Outcome
    std::atomic<std::uint64_t> peakBytes;    // resident, as the worker read it at its end (VmHWM); 0: not told
    // Of its first thread, when it had ended (/proc/PID/schedstat), told before it is Phase::Done; 0 slices: not known.
    std::atomic<std::uint64_t> lastSlices, lastRunDelayNs;
    std::atomic<Nanoseconds> outcomeNs;  // when that was known

    SharedWaits waitsForAny;  // of one that waits for several things at once; `waiting` is then one of them
};

// What a process waits for that a worker has made, and that is no worker: written by that process.
struct DescendantSlot {
    std::atomic<std::int32_t> pid;  // 0: free
    std::atomic<std::uint32_t> reason;
};
inline constexpr std::size_t kMostDescendants = 1024;

// Written by whoever steers the run: the window, or the launcher's steps.
struct alignas(kCacheLine) ControlSlot {
    std::atomic<std::uint32_t> sequence;  // futex: raised after every change
    std::atomic<std::uint32_t> paused;
    std::atomic<double> ratePerSecond;  // 0: as fast as possible
    std::atomic<Nanoseconds> workNs;    // busy computation per message
    std::atomic<std::uint32_t> messageBytes;
    std::atomic<std::uint32_t> retired;  // 1: it is asked to end, while the others go on
    SharedConditions network;
};

struct alignas(kCacheLine) LinkSlot {
    // Written once, before anybody runs: which endpoints and which histograms are its own.
    std::uint32_t firstEndpoint, endpoints;
    std::uint32_t firstLatency, latencies;

    // Written by the launcher: what the system itself says is queued, and of commands, what goes through.
    alignas(kCacheLine) std::atomic<std::uint64_t> systemDepth;
    std::atomic<std::uint64_t> systemDepthMax;
    std::atomic<Nanoseconds> systemDepthAtNs;   // 0: not known (yet, or any more)
    std::atomic<std::uint64_t> systemCapacity;  // 0: unknown
    std::atomic<std::uint32_t> depthUnit;       // 0 bytes, 1 messages
    // Of sockets that drop what finds no room: how many messages are queued, by the counters of the ends and the
    // system's count of what it dropped, + 1; 0: not known.
    std::atomic<std::uint64_t> messagesQueued;
    std::atomic<std::uint64_t> flowBytes;  // between two commands, by /proc/PID/io
    std::atomic<Nanoseconds> flowAtNs;     // when that was read; 0: it could not be

    alignas(kCacheLine) ProbedSlot probed;  // what the descriptors of its ends tell besides
};

// What the rules of a link need (links/semantics.h): places for messages, turns of receivers. Written by its ends
// and, where one of them has died, by the launcher.
struct alignas(kCacheLine) GateSlot {
    std::atomic<std::int64_t> places;   // free ones; of a rendezvous: receivers that wait for a message
    EventCount freed;                   // senders sleep: for a place
    EventCount taken;                   // senders sleep: until their message has been received
    std::atomic<std::uint32_t> deaths;  // of ends, so that nobody waits for a receiver that is gone

    alignas(kCacheLine) std::atomic<std::uint32_t> turn;  // round robin: index of the receiver whose turn it is;
                                                          // one at a time: index + 1 of who receives, 0 nobody
    EventCount turned;                                    // receivers sleep: for their turn
    std::atomic<std::uint32_t> gone;                      // 1: the link has gone with its owner
};

// None; a sender has one and has not sent; a receiver has offered one; a receiver has a message and not yet given
// its place back.
enum class GatePlace : std::uint32_t { None, Held, Offered, Owed };

// One receive: when the program first asked for the message, when that call returned, with the message or without, and
// when the program had it. Read once the run has ended.
struct ReceiveRecord {
    Nanoseconds calledNs, returnedNs, completedNs;
};
inline constexpr std::size_t kReceiveRecords = 32;

// The first receives of one endpoint, written by its process.
struct alignas(kCacheLine) FirstReceives {
    std::atomic<std::uint32_t> count;  // of the records that are written
    std::array<ReceiveRecord, kReceiveRecords> records;
};

// Times under way of what a link's receivers have received. A link has one for each of them up to kLatenciesPerLink,
// where each is written by one process; above that they share them, and add with locked instructions.
struct alignas(kCacheLine) LatencySlot {
    SharedHistogram transit;                       // from the call that sent a message to its being received
    alignas(kCacheLine) SharedHistogram response;  // from when it was due to be sent
};
inline constexpr std::uint32_t kLatenciesPerLink = 4;

// Where nothing keeps two receivers from taking the same message: for each sender so many words, the one of a message
// at its number modulo kSightings; it holds in which round of them it was received last, from 1 on.
inline constexpr std::size_t kSightings = 65536;

// One end of a link in one process; written by that process. Its connections, if its mechanism has such, come and go.
struct alignas(kCacheLine) EndpointSlot {
    // Written once, before anybody runs. Indices are kNoIndex where there is nothing of that kind.
    std::uint32_t process;
    std::uint32_t link;
    PortRole role;
    std::uint32_t deliveries;                    // of a receiver: where its counts by sender begin
    std::uint32_t sightings;                     // likewise: where the link's Sighting words begin
    std::uint32_t latency;                       // of a receiver: its LatencySlot
    std::uint32_t latencyShared;                 // 1: other receivers write there as well
    std::uint32_t firstReceives;                 // of a receiver: its FirstReceives
    std::uint32_t caller;                        // of a sender whose messages are calls: its CallerSlot
    std::uint32_t firstConnection, connections;  // its ConnectionSlots
    // As it is opened and closed, and with its first message.
    std::atomic<std::uint32_t> state;  // EndpointState
    std::atomic<std::int32_t> fd;      // the descriptor number in that process, + 1; 0: none
    std::atomic<std::uint32_t> place;  // GatePlace: where it stands with a place of the link's gate, so that its death
                                       // gives back what it held
    std::atomic<Nanoseconds> firstNs;  // when the first message was sent or received

    alignas(kCacheLine) std::atomic<std::uint64_t> messages;
    std::atomic<std::uint64_t> bytes;
    std::atomic<std::uint64_t> systemCalls;
    std::atomic<std::uint64_t> wouldBlock;
    std::atomic<Nanoseconds> blockedNs;
    // The newest timed message: how many messages and bytes there were with it, then when it was sent or received.
    std::atomic<std::uint64_t> timedMessages, timedBytes;
    std::atomic<Nanoseconds> lastNs;

    alignas(kCacheLine) std::atomic<std::uint64_t> duplicated;
    std::atomic<std::uint64_t> reordered;
    std::atomic<std::uint64_t> corrupted;
    std::atomic<Nanoseconds> firstLatencyNs;  // of a receiver: how long its first message was under way; 0: unknown
    std::atomic<std::uint64_t> newest;  // of a receiver: the sum of the highest sequence number + 1 of each producer
    // Of a receiver: messages that said how late they were sent. While there are none, the response times are the
    // transit times, and `response` is not written.
    std::atomic<std::uint64_t> paced;
    std::atomic<std::uint64_t> timedCalls;  // the calls blockedNs was measured on

    // Written by receivers, of a sender's slot: up to which of its messages they have been received
    // (rendezvous): the newest one's sequence number + 1.
    alignas(kCacheLine) std::atomic<std::uint64_t> acknowledged;
    ConnectionCounts connected;  // by whoever opens and closes its connections
    ServingSlot serving;         // of a receiver that is a server

    SharedNetworkCounts network;  // of a sender that is a network
};

static_assert(sizeof(SegmentHeader) == 2 * kCacheLine);
static_assert(sizeof(ProcessSlot) == 2 * kCacheLine && offsetof(ProcessSlot, waitsForAny) == kCacheLine);
static_assert(sizeof(ControlSlot) == kCacheLine);
static_assert(sizeof(LinkSlot) == 4 * kCacheLine && offsetof(LinkSlot, systemDepth) == kCacheLine);
static_assert(sizeof(GateSlot) == 2 * kCacheLine && sizeof(EventCount) == 8);
static_assert(offsetof(EndpointSlot, messages) == kCacheLine && offsetof(EndpointSlot, duplicated) == 2 * kCacheLine);
static_assert(offsetof(EndpointSlot, acknowledged) == 3 * kCacheLine && sizeof(EndpointSlot) == 8 * kCacheLine);
static_assert(std::atomic<double>::is_always_lock_free && std::atomic<std::uint32_t>::is_always_lock_free);

}  // namespace ipclab

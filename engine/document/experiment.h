// The experiment: one set of structs for the file, the plan the launcher carries out and the copy kept with a
// result. Plain data; reading, writing and validation are in document/experiment_json.h. This room links no Qt,
// because the launcher reads it too.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/clock.h"
#include "core/network_conditions.h"
#include "core/shared_slot.h"
#include "links/mechanism.h"
#include "links/semantics.h"
#include "programs/parameters.h"

namespace ipclab {

// JSON: "fork" | "exec" | "spawn" | "vfork" | "qprocess". How a process is made: fork(2) alone; fork and execve(2);
// posix_spawn(3); vfork(2) and execve; or by the window itself with QProcess, so that the window is its parent.
enum class LaunchMethod : std::uint8_t { Fork, Exec, Spawn, VFork, QProcess };

// JSON: "off" | "sampled" | "exact". How process states are observed.
enum class ObserveLevel : std::uint8_t { Off, Sampled, Exact };

// JSON: "processes" | "schedule" | "switching" | "queues" | "tree" | "diagram" | "events" | "shared". What an
// experiment is about, so that this is shown first: what a process is and takes; how long each runs at a time; what a
// switch between them costs; the scheduler's queues; the tree of processes; the state diagram; what they tell; their
// shared objects.
enum class Subject : std::uint8_t { Processes, Schedule, Switching, Queues, Tree, Diagram, Events, Shared };

// A text in several languages, keyed by ISO 639 code. In JSON either {"en": …, "ko": …} or a plain string, which
// is "en".
using LocalText = std::map<std::string, std::string>;

// What a process does, as far as it can be set; also what a control changes while it runs.
struct ProgramSettings {
    double ratePerSecond = 0;            // "rate_per_s"; messages; 0: as fast as possible
    std::uint32_t messageBytes = 64;     // "message_bytes"; the whole message, its 32-byte header included
    Nanoseconds workNs = 0;              // "work_us"; computation per message, burning CPU
    std::optional<std::uint64_t> count;  // "count"; messages, then the program ends
    Nanoseconds startDelayNs = 0;        // "start_delay_s"; sleeps before the first message
    NetworkConditions network;           // "loss" …; of a network

    bool operator==(const ProgramSettings&) const = default;
};

// Where the middle of a part stands on the canvas, in half lines of text from wherever the first one was put: what is
// placed at one size of text is as tidy at another.
struct CanvasPlace {
    int x = 0, y = 0;

    bool operator==(const CanvasPlace&) const = default;
};

struct ProcessSpec {
    std::string name;     // unique; letters, digits, '-', '_', '.'; at most 32 characters
    std::string program;  // an id of programs/registry.h
    LaunchMethod launch = LaunchMethod::Fork;
    ProgramSettings settings;
    std::vector<std::string> command;                   // "command": argv of the program `command`
    bool mustSucceed = false;                           // "must_succeed": of a command; else its end is no failure
    std::vector<unsigned> cpus;                         // "cpus": sched_setaffinity(2); empty: any
    std::optional<int> nice;                            // "nice"; absent: as the laboratory's own
    SchedulingPolicy policy = SchedulingPolicy::Other;  // "policy"
    std::optional<int> realTimePriority;                // "rt_priority", 1 … 99; with "rr" and "fifo", else 1
    ResourceLimits limits;                              // "limits"
    Importance importance = Importance::Foreground;     // "importance"; where the run has a memory budget
    ProgramParameters parameters;                       // "area", "bytes" …, as far as its program knows them
    std::uint32_t copies = 1;          // "copies": so many equal processes run in its place (document/groups.h)
    bool startsLater = false;          // "starts_later": not with the run, but by a step or a person
    std::optional<CanvasPlace> place;  // "place": [x, y]; absent: where the layout puts it

    bool operator==(const ProcessSpec&) const = default;
};

// JSON: "auto" | "stdio" | "descriptor". How a foreign command is given its end: as standard input or output, or
// as a descriptor whose number it finds in its environment. Auto: stdio while that is free.
enum class Attach : std::uint8_t { Auto, Stdio, Descriptor };

// JSON: "blocking" | "nonblocking" | "poll" | "notify". What a call does that cannot go on: waits in the call; returns,
// and is made again at once (busy waiting); returns, and poll(2) waits before it is made again; returns, and the
// program goes on with other work until a signal tells it to make it again.
enum class EndMode : std::uint8_t { Blocking, NonBlocking, Poll, Notify };

struct EndSpec {
    std::string process;
    EndMode mode = EndMode::Blocking;      // "mode"
    std::optional<Nanoseconds> timeoutNs;  // "timeout_ms"; of a blocking call
    Nanoseconds spinNs = 0;                // "spin_us": a blocking call tries again for so long before it sleeps
    Attach attach = Attach::Auto;          // "attach"; only where the process is a command
    std::optional<unsigned> priority;      // "priority"; of what a sender sends, where the mechanism has priorities
    std::optional<std::int64_t> type;      // "type"; of a sender's messages, or which ones a receiver takes (msgrcv(2))

    bool operator==(const EndSpec&) const = default;
};

// JSON: "full" | "half". Whether the two directions of one object may be used at the same time or in turns.
enum class Duplex : std::uint8_t { Full, Half };

struct LinkSpec {
    std::string name;                               // unique; default "from→to" of the first ends
    std::string mechanism;                          // an id of links/registry.h
    std::vector<EndSpec> senders;                   // "from": a string, an object, or an array of them
    std::vector<EndSpec> receivers;                 // "to"
    std::optional<std::uint64_t> capacityBytes;     // "capacity": {"bytes": n}
    std::optional<std::uint64_t> capacityMessages;  // "capacity": {"messages": n}; 0: rendezvous
    bool unbounded = false;                         // "capacity": {"unbounded": true}
    std::optional<std::uint64_t> limitBytes;        // "capacity": {"limit_bytes": n}; of one sender's memory
    Naming naming = Naming::Indirect;               // "naming"
    ReceivePolicy policy = ReceivePolicy::System;   // "policy"
    std::string owner;                              // "owner": "system" or a process; empty: the run
    std::uint32_t stampEvery = 0;                   // "stamp_every": time one message in n; 0: every message
    std::string reverseOf;             // "reverse_of": the name of the link whose object this one uses the other way
    Duplex duplex = Duplex::Full;      // "duplex"; only with reverse_of
    std::optional<HostWire> wire;      // "wire": its ends are on two hosts, joined by it
    std::string sync;                  // "sync": of shared memory, an id of sync/registry.h; empty: its own
    TcpChoices tcp;                    // "nagle" … "writes_per_message" (tcp_fields.cpp); where Traits::tcp
    std::optional<CanvasPlace> place;  // "place", of its box; absent: between its ends

    bool operator==(const LinkSpec&) const = default;
};

// Something several processes share in memory, and what synchronises them: each works on it with its program.
struct SharedSpec {
    std::string name;                       // unique among them
    SharedKind kind = SharedKind::Counter;  // "kind": "counter" | "hand-off" | "barrier"
    std::string sync;                       // "sync": an id of sync/registry.h
    std::vector<std::string> processes;     // in the order a token goes round
    Nanoseconds windowNs = 0;  // "window_us": a counter is left so long between load and store, now and then

    bool operator==(const SharedSpec&) const = default;
};

// JSON "do": "set" | "pause" | "continue" | "stop" | "terminate" | "kill" | "start" | "retire". Pause and continue are
// asked of our own programs (a command is stopped with SIGSTOP and continued with SIGCONT); stop is SIGSTOP for any
// process. Start is for one that starts later; retire asks a program to end as it does at the end of a run.
enum class StepAction : std::uint8_t { Set, Pause, Continue, Stop, Terminate, Kill, Start, Retire };

struct Step {
    Nanoseconds atNs = 0;   // "at_s", from the start of the run
    std::string process{};  // of a process
    std::string link{};     // or, with Set, of a link
    StepAction action = StepAction::Set;
    std::optional<double> ratePerSecond{};  // with Set: at least one of these
    std::optional<std::uint32_t> messageBytes{};
    std::optional<Nanoseconds> workNs{};
    std::optional<int> nice{};                    // of all its threads, as cpus
    std::optional<std::vector<unsigned>> cpus{};  // empty: any again
    std::optional<double> loss{}, duplicate{}, reorder{};
    std::optional<Nanoseconds> delayNs{}, jitterNs{};
    LinkRoom room{};  // of a link: at least one of these

    bool operator==(const Step&) const = default;

    // These conditions with what the step changes of them.
    [[nodiscard]] NetworkConditions applied(NetworkConditions to) const;
    [[nodiscard]] bool changesNetwork() const { return loss || duplicate || reorder || delayNs || jitterNs; }
};

// "safety": at what the launcher ends the whole run, before the machine suffers (engine/launcher/run_guard.h).
struct SafetyLimits {
    std::optional<std::uint64_t> processes;    // "processes"; of the document and made by them; absent: the usual
    std::optional<std::uint64_t> memoryBytes;  // "memory_bytes"; of all of them; absent: half of what is free

    bool operator==(const SafetyLimits&) const = default;
};

inline constexpr std::uint64_t kUsualSafetyProcesses = 2000;
inline constexpr ObserveLevel kUsualObserve = ObserveLevel::Exact;
inline constexpr double kUsualSampleHz = 50;

struct Experiment {
    std::string id;                  // kebab-case; presets: their file name
    std::optional<std::string> row;  // of the curriculum, "M2"
    std::optional<Subject> about;    // absent: the figures of its processes and links
    LocalText name;
    LocalText summary;
    LocalText look;  // what to look at, two or three sentences
    std::vector<ProcessSpec> processes;
    std::vector<LinkSpec> links;
    std::vector<SharedSpec> shared;
    std::vector<Step> steps;
    std::optional<Nanoseconds> durationNs;  // "duration_s"; absent: until every process has ended
    std::uint64_t seed = 1;
    std::optional<ObserveLevel> observe;  // absent: what is usual where it is run
    std::optional<double> sampleHz;       // "sample_hz", 1 … 1000; likewise
    // "memory_budget_bytes": the launcher kills the least important process when all together use more
    std::optional<std::uint64_t> memoryBudgetBytes;
    SafetyLimits safety;

    bool operator==(const Experiment&) const = default;
};

// The link of that name, or nullptr.
const LinkSpec* findLink(const Experiment& experiment, const std::string& name);
// The link that uses this one's object the other way, or nullptr.
const LinkSpec* reverseLink(const Experiment& experiment, const LinkSpec& link);

// The largest message any sender of this link will ever send in this experiment, steps included.
std::uint32_t largestMessageBytes(const Experiment& experiment, const LinkSpec& link);

// What the document asks for, as results tell it.
LinkRequest requestedSpec(const Experiment& experiment, const LinkSpec& link);

// What the mechanism is asked for: the same, with room to raise the message size where that costs nothing.
LinkRequest linkSpec(const Experiment& experiment, const LinkSpec& link);

// The owner of a link that outlives every process.
inline constexpr std::string_view kSystemOwner = "system";

// What an unbounded link may keep in one sender where the document does not say.
inline constexpr std::uint64_t kUnboundedLimitBytes = 64U << 20;

// What the processes of the document and what their programs are told to make come to, threads as well.
std::uint64_t plannedProcesses(const Experiment& experiment);

// How many connections those who load a server over this link open, all together.
std::uint64_t connectionsTo(const Experiment& experiment, const LinkSpec& link);

// What the ends of the link keep to.
LinkRules rulesOf(const LinkSpec& link);

// The same for every link, in their order, with the messages followed through the experiment only once.
std::vector<LinkRequest> linkSpecs(const Experiment& experiment);

}  // namespace ipclab

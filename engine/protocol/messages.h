// What window and launcher say to each other on the control socket: one JSON document a packet, {"type": id, …}.
// Both ends treat what comes in as outside input: decode() gives a message or the reason why it is none. Live
// numbers and settings do not travel here: they are in the shared segment.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/clock.h"
#include "core/packet_queue.h"

namespace ipclab {

inline constexpr std::size_t kLongestPacketBytes = 64U << 10;
inline constexpr std::size_t kMostDescriptors = PacketQueue::kMostDescriptors;  // with one packet

// Indices are those of the experiment's processes and links.
struct StopAsked {};
struct SignalAsked {
    std::uint32_t process = 0;
    std::int32_t signal = 0;
};
// The window has mapped the switch events: whatever happens from now on is recorded.
struct ObserverReady {};
// The control word of a process was changed: interrupt it, so that it looks.
struct ControlChanged {
    std::uint32_t process = 0;
};
// Answered by SchedulingSet, as long as the process lives.
struct NiceAsked {
    std::uint32_t process = 0;
    std::int32_t nice = 0;
};
struct CpusAsked {
    std::uint32_t process = 0;
    std::string cpus;  // cpuListText() of document/machine.h
};

// The room of a link is to change. Answered by a LinkSet for each that is given.
struct LinkSetAsked {
    std::uint32_t link = 0;
    std::optional<std::uint64_t> capacityBytes, sendBufferBytes, receiveBufferBytes;
};
// Of a process that starts later: answered by ProcessLaunched or LaunchFailed; and of one that is to end as it does at
// the end of a run, answered by ProcessRetired.
struct StartAsked {
    std::uint32_t process = 0;
};
struct RetireAsked {
    std::uint32_t process = 0;
};

// Of a child of the window (launch method qprocess), which only the window can start and wait for.
struct WindowStarted {  // comes with a pidfd: the process's number may be another's by the time this is read
    std::uint32_t process = 0;
    std::int32_t pid = 0;
    std::int32_t ppid = 0;
    Nanoseconds atNs = 0;
};
struct WindowStartFailed {
    std::uint32_t process = 0;
    std::string message;
};
struct WindowEnded {
    std::uint32_t process = 0;
    std::optional<std::int32_t> code, signal;
    Nanoseconds atNs = 0;
};
// What are the registers and the stack of a child's thread? Answered by ThreadInspected.
struct InspectAsked {
    std::uint32_t process = 0;
    std::int32_t thread = 0;  // tid; 0: the main thread
};
// Execute a thread of a child instruction by instruction; it is held from then on, until LetGoAsked. Answered by a
// AddressReached for each and by StepsTaken when they are done. No instructions: hold it, and tell where it stands.
struct StepAsked {
    std::uint32_t process = 0;
    std::int32_t thread = 0;  // tid; 0: the main thread
    std::uint32_t instructions = 0;
};
struct LetGoAsked {
    std::uint32_t process = 0;
};

// From the launcher.
struct WindowStartAsked {  // comes with the descriptors: the plan, the report pipe, and those numbered here
    std::uint32_t process = 0;
    std::string executable;
    std::string numbers;  // of the further descriptors in the plan, with commas
};
struct ObserverOpened {  // comes with the descriptors (SCM_RIGHTS), unless the reason says why not
    std::uint32_t descriptors = 0;
    std::string reason = {};
    std::uint32_t wakeDescriptors = 0;  // how many of the descriptors, the last ones, are of wake-ups
    std::uint32_t wakePidOffset = 0;    // observe/wake_events.h
    std::string wakeReason = {};        // why there are none of wake-ups
};
struct LinkCreated {
    std::uint32_t link = 0;
    std::optional<std::uint64_t> capacityBytes, capacityMessages, maxMessageBytes, sendBufferBytes, receiveBufferBytes;
    std::string tcp =
        {};  // what its sockets say of TCP's choices, tcpText() of links/tcp_choices.h; else: there are none
};
struct ProcessLaunched {
    std::uint32_t process = 0;
    std::int32_t pid = 0;
    std::int32_t ppid = 0;
    Nanoseconds atNs = 0;
};
struct LaunchFailed {
    std::uint32_t process = 0;
    std::string stage;  // "setup", "open", "exec"; "run": it was launched, and failed in the midst of its work
    std::int32_t error = 0;
    std::string message;
    Nanoseconds atNs = 0;
};
struct RunStarted {
    Nanoseconds atNs = 0;
};
struct StepTaken {
    std::uint32_t step = 0;
    Nanoseconds atNs = 0;
};
struct SignalSent {  // by a person or by the stopping of the run
    std::uint32_t process = 0;
    std::int32_t signal = 0;
    Nanoseconds atNs = 0;
};
// A nice value or processors were given to a process that runs, or the system refused.
struct SchedulingSet {
    std::uint32_t process = 0;
    bool byStep = false;  // of the document; else by a person
    std::string what;     // "nice", "cpus"
    std::string asked;    // a number; cpuListText()
    std::string given;    // what the system says of it now
    std::int32_t error = 0;
    Nanoseconds atNs = 0;
};
// The room of a link in use was changed, or the system refused.
struct LinkSet {
    std::uint32_t link = 0;
    bool byStep = false;  // of the document; else by a person
    std::string what;     // "capacity_bytes", "send_buffer_bytes", "receive_buffer_bytes"
    std::uint64_t asked = 0;
    std::optional<std::uint64_t> given;  // what the system says of it now; absent: it does not say
    std::int32_t error = 0;
    std::string why;  // in people's words, where there was an error
    Nanoseconds atNs = 0;
};
// A process was started or asked to end by hand (a step has an event of its own).
struct ProcessStarted {
    std::uint32_t process = 0;
    Nanoseconds atNs = 0;
};
struct ProcessRetired {
    std::uint32_t process = 0;
    Nanoseconds atNs = 0;
};
struct ProcessExited {
    std::uint32_t process = 0;
    std::int32_t pid = 0;
    Nanoseconds atNs = 0;
    std::optional<std::int32_t> code, signal;
    bool coreDumped = false;
    Nanoseconds userNs = 0, systemNs = 0;  // its own, as are memory and switches
    std::uint64_t maxResidentBytes = 0;    // VmHWM of its program; 0: not known
    std::uint64_t voluntarySwitches = 0, involuntarySwitches = 0;
    // Of descendants that it has waited for, and they for theirs.
    Nanoseconds descendantUserNs = 0, descendantSystemNs = 0;
    std::optional<std::uint64_t> descendantVoluntary, descendantInvoluntary;
    // The largest of it, its descendants and the programs it was before: ru_maxrss.
    std::optional<std::uint64_t> largestResidentBytes;
    // The kernel's accounting: CPU time of all threads, run delay of the first one.
    std::optional<Nanoseconds> runNs, runDelayNs;
    bool severalThreads = false;  // it had others
};
// A process nobody planned has ended, and the launcher took its status: its own parent had ended before.
struct OrphanExited {
    std::int32_t pid = 0;
    Nanoseconds atNs = 0;
    std::optional<std::int32_t> code = {}, signal = {};
    bool coreDumped = false;
};
// The owner of a link has ended, or its last sender where the system owns it.
struct LinkOwnerEnded {
    std::uint32_t link = 0;
    std::uint32_t process = 0;
    bool remains = false;                 // false: it has gone with its owner, and what was queued in it
    std::optional<std::uint64_t> queued;  // what the system says was in it
    std::string unit;                     // of queued: "bytes", "messages"
    Nanoseconds atNs = 0;
};
struct HolderDied {  // a process has ended while it held the lock of a shared object
    std::uint32_t shared = 0;
    std::uint32_t process = 0;
    Nanoseconds atNs = 0;
};
// A piece of the stack of the thread that the next ThreadInspected of that process is about.
struct StackRead {
    std::uint32_t process = 0;
    std::uint64_t address = 0;
    std::string bytes;  // hexadecimal: at most kMostStackPieceBytes of them
};
inline constexpr std::size_t kMostStackPieceBytes = 4096;
struct ThreadInspected {
    std::uint32_t process = 0;
    std::int32_t pid = 0;
    std::int32_t thread = 0;
    std::string problem;    // why there is nothing to see; empty: what follows holds
    std::string registers;  // hexadecimal: NT_PRSTATUS of ptrace(2), as this machine lays it out
    std::string state;      // its letter in /proc/PID/stat before it was held
    Nanoseconds atNs = 0;
    Nanoseconds heldNs = 0;  // for how long it was stopped for this
};
// Where a thread that is held stands, before its next instruction.
struct AddressReached {
    std::uint32_t process = 0;
    std::int32_t thread = 0;
    std::string registers;  // as in ThreadInspected
    std::string code;       // hexadecimal: from the program counter on
    Nanoseconds atNs = 0;
};
// The instructions asked for are done, or could not be.
struct StepsTaken {
    std::uint32_t process = 0;
    std::int32_t pid = 0;
    std::int32_t thread = 0;
    std::string problem = {};
    bool held = false;   // it stands still now
    bool waits = false;  // its last instruction is a system call that has not come back
    // Since it was seized: instructions executed, how long it stood still, how often its registers were read before it
    // went on, how often they were others than when it had stopped, and how often it lost or got the processor.
    std::uint64_t taken = 0;
    Nanoseconds heldNs = 0;
    std::uint64_t compared = 0, differing = 0, switches = 0;
    Nanoseconds atNs = 0;
};
struct OutputRead {
    std::uint32_t process = 0;
    bool isError = false;
    std::string text;           // one line, without its end
    std::uint64_t leftOut = 0;  // lines before it that are not told
    Nanoseconds atNs = 0;
};
struct FactTold {  // by a program (programs/facts.def), or by a process it has made
    std::uint32_t process = 0;
    std::int32_t pid = 0;
    Nanoseconds atNs = 0;
    std::string id;
    std::vector<std::pair<std::string, std::string>> values;
};
// The run's memory budget was short, and this process was the least important one.
struct BudgetKill {
    std::uint32_t process = 0;
    Nanoseconds atNs = 0;
    std::uint64_t usedBytes = 0;     // by all of them together
    std::uint64_t processBytes = 0;  // by this one
    std::uint64_t budgetBytes = 0;
};
// What keeps the run from taking the machine down.
struct SafetySet {
    std::uint64_t processes = 0;                 // at more than so many the launcher ends the run
    std::uint64_t memoryBytes = 0;               // likewise
    std::string group;                           // its control group; empty: none
    std::string groupProblem;                    // why there is none, or what it does not limit
    std::optional<std::uint64_t> userProcesses;  // RLIMIT_NPROC of the processes
    bool realTime = false;                       // the launcher may take a real-time priority to end it
};
// The run had too much of something, and the launcher ended it.
struct SafetyEnd {
    std::string what;  // "processes", "memory"
    std::uint64_t found = 0;
    std::uint64_t limit = 0;
    std::string why;  // the limit is lower than asked for, and why; empty: it is not
    Nanoseconds atNs = 0;
};
struct RunStopping {
    std::string stage;  // "ask", "terminate", "kill"
    Nanoseconds atNs = 0;
};
struct RunFinished {
    Nanoseconds atNs = 0;
    std::uint32_t strays = 0;  // processes left by commands, killed
};
struct RunWarning {
    std::string text;
};
struct RunFailed {
    std::string text;
};

using Message =
    std::variant<StopAsked, SignalAsked, ObserverReady, ControlChanged, NiceAsked, CpusAsked, LinkSetAsked, StartAsked,
                 RetireAsked, LinkSet, ProcessStarted, ProcessRetired, InspectAsked, StepAsked, LetGoAsked,
                 AddressReached, StepsTaken, ObserverOpened, LinkCreated, ProcessLaunched, LaunchFailed, RunStarted,
                 StepTaken, SignalSent, SchedulingSet, ProcessExited, OrphanExited, LinkOwnerEnded, HolderDied,
                 StackRead, ThreadInspected, OutputRead, FactTold, BudgetKill, SafetySet, SafetyEnd, RunStopping,
                 RunFinished, RunWarning, RunFailed, WindowStarted, WindowStartFailed, WindowEnded, WindowStartAsked>;

// At most kLongestPacketBytes: a text that is longer is cut; invalid UTF-8 becomes U+FFFD.
std::string encode(const Message& message);

struct Decoded {
    std::optional<Message> message;
    std::string problem;  // why there is none
};
Decoded decode(std::string_view packet);

}  // namespace ipclab

// The contents of the files under /proc/PID (proc(5)), parsed by pure functions. A file that is not what the manual
// page says gives nullopt; a line or field this kernel does not have keeps its 0. All sizes are bytes.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/clock.h"
#include "core/process_state.h"

namespace ipclab {

struct PidStat {
    pid_t pid = 0;
    std::string name;  // may hold blanks and parentheses: any process may call itself "a) R 1 (b"
    char state = '?';
    pid_t parent = 0;
    pid_t group = 0;
    pid_t session = 0;
    std::uint64_t flags = 0;  // of the kernel's own
    std::uint64_t minorFaults = 0;
    std::uint64_t majorFaults = 0;
    std::uint64_t userTicks = 0;  // 1/sysconf(_SC_CLK_TCK) s
    std::uint64_t systemTicks = 0;
    // Of children it has waited for, and what those had waited for.
    std::uint64_t childMinorFaults = 0, childMajorFaults = 0, childUserTicks = 0, childSystemTicks = 0;
    int threads = 0;
    std::uint64_t startTicks = 0;  // since boot
    std::uint64_t virtualBytes = 0;
    std::uint64_t residentPages = 0;
    int processor = -1;  // last ran on
    int priority = 0;    // as the kernel shows it: 20 + nice, or −1 − the real-time priority
    int nice = 0;
    // SCHED_OTHER … of sched(7), and its static priority; kernels before 2.5 do not tell them.
    std::optional<unsigned> realTimePriority, policy;
};
[[nodiscard]] std::optional<PidStat> parsePidStat(std::string_view text);

// Neither a zombie nor on its way to become one.
[[nodiscard]] bool isAlive(const PidStat& stat);

[[nodiscard]] Nanoseconds ticksToNs(std::uint64_t ticks);

// The letter of /proc/PID/stat. R is "ready or running", hence Runnable; nullopt for a letter nobody has documented.
[[nodiscard]] std::optional<ProcessState> stateOfLetter(char letter);

// Of one thread, exact to the nanosecond; absent without CONFIG_SCHED_INFO.
struct SchedStat {
    Nanoseconds running = 0;
    Nanoseconds runDelay = 0;  // ready, but not on a CPU
    std::uint64_t slices = 0;
};
[[nodiscard]] std::optional<SchedStat> parseSchedStat(std::string_view text);

struct PidStatus {
    std::uint64_t peakResidentBytes = 0;  // VmHWM
    std::uint64_t residentBytes = 0;
    std::uint64_t swapBytes = 0;
    int threads = 0;
    std::uint64_t voluntarySwitches = 0;  // of the main thread
    std::uint64_t involuntarySwitches = 0;
    std::uint64_t pendingSignals = 0;  // bit n − 1 is signal n: of the thread (SigPnd) or the process (ShdPnd)
    std::uint64_t blockedSignals = 0;
    std::uint64_t ignoredSignals = 0;
    std::uint64_t caughtSignals = 0;
    std::uint32_t userId = 0;  // effective
};
[[nodiscard]] std::optional<PidStatus> parsePidStatus(std::string_view text);

struct PidIo {
    std::uint64_t readBytes = 0;  // by read-like system calls, wherever it came from (rchar)
    std::uint64_t writtenBytes = 0;
    std::uint64_t readCalls = 0;
    std::uint64_t writeCalls = 0;
    std::uint64_t storageReadBytes = 0;
    std::uint64_t storageWrittenBytes = 0;
};
[[nodiscard]] std::optional<PidIo> parsePidIo(std::string_view text);

struct SmapsRollup {
    std::uint64_t residentBytes = 0;
    std::uint64_t proportionalBytes = 0;  // Pss: shared pages divided by how many share them
    std::uint64_t sharedCleanBytes = 0;
    std::uint64_t sharedDirtyBytes = 0;
    std::uint64_t privateCleanBytes = 0;
    std::uint64_t privateDirtyBytes = 0;
    std::uint64_t swapBytes = 0;

    [[nodiscard]] std::uint64_t privateBytes() const { return privateCleanBytes + privateDirtyBytes; }
};
[[nodiscard]] std::optional<SmapsRollup> parseSmapsRollup(std::string_view text);

// cmdline and environ: strings with a NUL after each; the last may lack it.
[[nodiscard]] std::vector<std::string> splitAtNul(std::string_view text);

}  // namespace ipclab

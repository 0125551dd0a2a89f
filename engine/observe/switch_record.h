// One thing the kernel said about a thread, decoded from a perf record (perf_event_open(2), "MMAP layout").
// Decoding is a pure function, so that every malformed record can be tried on it.
#pragma once

#include <sys/types.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/clock.h"

namespace ipclab {

enum class SwitchKind : std::uint8_t {
    SwitchIn,   // the thread got the CPU
    SwitchOut,  // it gave the CPU up: it waits
    Preempted,  // it lost the CPU (or yielded it) and could go on: it is ready
    Fork,       // pid/tid are the new thread's, parentPid/parentTid its creator's
    Exit,
    Exec,             // name is the new program's
    Comm,             // the thread renamed itself
    Waking,           // the thread `tid` was woken, by whatever ran on that CPU; its process is not in the record
    WakingEstimated,  // likewise, at about that time: of no ring (observe/wake_finder.h)
    Lost,             // `lost` records of this CPU are missing between gapBegin and time
};

struct SwitchRecord {
    Nanoseconds time = 0;  // CLOCK_MONOTONIC
    std::int32_t cpu = -1;
    pid_t pid = 0;
    pid_t tid = 0;
    SwitchKind kind = SwitchKind::SwitchIn;
    pid_t parentPid = 0;
    pid_t parentTid = 0;
    std::array<char, 16> comm{};  // NUL-terminated
    std::uint64_t lost = 0;
    Nanoseconds gapBegin = 0;

    [[nodiscard]] std::string_view name() const { return comm.data(); }
};

// nullopt for kinds of record nobody asked for and for malformed ones. `bytes` is the record with its header;
// wakePidOffset that of wake events (WakeEvents::pidOffset), 0: not one of theirs.
[[nodiscard]] std::optional<SwitchRecord> decodeSwitchRecord(std::span<const std::byte> bytes,
                                                             std::uint32_t wakePidOffset = 0);

}  // namespace ipclab

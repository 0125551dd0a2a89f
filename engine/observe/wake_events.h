// Opens the kernel's own account of who was woken when: the tracepoint sched:sched_waking on every CPU.
//
// Why so (perf_event_open(2), tracefs): switch records tell when a thread gave its CPU up and when it got one again,
// not when it could have gone on. A wake-up happens in whoever wakes, often an interrupt, so that it cannot be followed
// from the threads woken: it is recorded for the whole machine and picked out by thread number. That takes root or
// CAP_PERFMON, and a readable tracefs for the number and the layout of the record.
//
// Call from the launcher before it forks anybody; the descriptors are mapped like those of switch events.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/unique_fd.h"

namespace ipclab {

// Of events/sched/sched_waking/format.
struct WakeFormat {
    std::uint64_t id = 0;         // perf_event_attr::config
    std::uint32_t pidOffset = 0;  // of the woken thread's number (32 bits) in the raw data

    bool operator==(const WakeFormat&) const = default;
};

// nullopt when it is not what the kernel writes.
[[nodiscard]] std::optional<WakeFormat> parseWakeFormat(std::string_view text);

struct WakeEvents {
    std::vector<UniqueFd> perCpu;  // one per online CPU; empty when not permitted
    std::uint32_t pidOffset = 0;
    std::string problem;  // why there are none, and what to do; empty when opened

    explicit operator bool() const { return !perCpu.empty(); }
};

// Never throws for what the machine forbids.
[[nodiscard]] WakeEvents openWakeEvents();

}  // namespace ipclab

// What a document asks of a process beyond messages: how it is scheduled, what it may use, and the few figures that
// programs without links take. Plain data for the document (document/experiment.h), the plan of a worker and the
// launcher.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/clock.h"
#include "rpc/semantics.h"

namespace ipclab {

// JSON: "other" | "batch" | "idle" | "rr" | "fifo". SCHED_OTHER … SCHED_FIFO of sched(7).
enum class SchedulingPolicy : std::uint8_t { Other, Batch, Idle, RoundRobin, Fifo };

constexpr bool isRealTime(SchedulingPolicy policy) {
    return policy == SchedulingPolicy::RoundRobin || policy == SchedulingPolicy::Fifo;
}

// JSON: "foreground" | "visible" | "service" | "background" | "empty". Which goes first when a run's memory budget is
// short: the last of these. Android's hierarchy, carried out by the launcher, not by the kernel.
enum class Importance : std::uint8_t { Foreground, Visible, Service, Background, Empty };

// Soft limits of setrlimit(2), set in the child before its program runs.
struct ResourceLimits {
    std::optional<std::uint64_t> cpuSeconds;         // "cpu_s", RLIMIT_CPU: SIGXCPU
    std::optional<std::uint64_t> addressSpaceBytes;  // "address_space_bytes", RLIMIT_AS: ENOMEM
    std::optional<std::uint64_t> fileBytes;          // "file_bytes", RLIMIT_FSIZE: SIGXFSZ
    std::optional<std::uint64_t> openFiles;          // "open_files", RLIMIT_NOFILE: EMFILE
    std::optional<std::uint64_t> processes;          // "processes", RLIMIT_NPROC, of the user: EAGAIN
    std::optional<std::uint64_t> stackBytes;         // "stack_bytes", RLIMIT_STACK: SIGSEGV

    bool operator==(const ResourceLimits&) const = default;
};

// JSON "area": "heap" | "stack" | "mmap".
enum class MemoryArea : std::uint8_t { Heap, Stack, Mmap };

// JSON "arrivals": "even" | "poisson". How far apart the requests of an open load are due: always the same, or at
// random with that mean.
enum class Arrivals : std::uint8_t { Even, Poisson };

// Which of them a program knows stands in its ProgramInfo; absent: as the program chooses.
struct ProgramParameters {
    std::optional<MemoryArea> area;          // "area"; where memory is taken
    std::optional<CallSemantics> semantics;  // "semantics"; of calls
    std::string way;                         // "way"; one of ProgramInfo::ways
#define PARAMETER(type, member, ...) std::optional<type> member;
#include "programs/parameters.def"
#undef PARAMETER

    // Of a server.
    std::string strategy;  // "strategy"; how it waits, an id of serving/strategies.def
    // Of those who load it.
    std::optional<double> active;       // "active"; below 1 the share that sends, from 1 on how many
    std::optional<double> connectRate;  // "connect_rate_per_s"; absent: as fast as they are accepted
    std::optional<Arrivals> arrivals;   // "arrivals"

    bool operator==(const ProgramParameters&) const = default;
};

// How a server waits where the document does not say.
inline constexpr std::string_view kUsualStrategy = "epoll-level";
inline std::string_view strategyOf(const ProgramParameters& parameters) {
    return parameters.strategy.empty() ? kUsualStrategy : std::string_view(parameters.strategy);
}

}  // namespace ipclab

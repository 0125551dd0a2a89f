// CLOCK_MONOTONIC in nanoseconds: one clock for every process of a run, the switch records included
// (clock_gettime(2); perf_event_open(2), use_clockid).
#pragma once

#include <time.h>

#include <cstdint>

namespace ipclab {

using Nanoseconds = std::int64_t;

inline constexpr Nanoseconds kNsPerSecond = 1'000'000'000;

inline Nanoseconds monotonicNow() {
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * kNsPerSecond + now.tv_nsec;
}

inline timespec toTimespec(Nanoseconds ns) {
    return {static_cast<time_t>(ns / kNsPerSecond), static_cast<long>(ns % kNsPerSecond)};
}

inline double toSeconds(Nanoseconds ns) { return static_cast<double>(ns) * 1e-9; }

}  // namespace ipclab

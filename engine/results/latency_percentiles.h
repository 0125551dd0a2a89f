// What is told of a distribution of times: never averages alone.
#pragma once

#include <cstdint>

#include "core/clock.h"

namespace ipclab {

struct LatencyPercentiles {
    Nanoseconds p50 = 0, p90 = 0, p99 = 0, p999 = 0, max = 0;
    std::uint64_t count = 0;
};

}  // namespace ipclab

// What the states of a run's processes came to over a stretch of it.
#pragma once

#include <optional>
#include <vector>

#include "series/lane_sums.h"

namespace ipclab {

struct SummedStates {
    Nanoseconds fromNs = 0, toNs = 0;
    // By process. Nothing: not counted yet; of recordings of older programs, which have to be read whole for it.
    std::vector<std::optional<StretchSums>> processes{};
};

}  // namespace ipclab

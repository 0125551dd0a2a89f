// Samples and states as if everything in them had happened so much later: what puts runs of different times on one
// axis. Nothing is copied for drawing, however long a run was; it answers from the series it was made of, which must
// outlive it.
#pragma once

#include <memory>

#include "series/state_series.h"
#include "series/time_series.h"

namespace ipclab {

// Expects that there is at least one.
[[nodiscard]] TimeSeries shifted(const TimeSeries& series, Nanoseconds by);
[[nodiscard]] StateSeries shifted(const StateSeries& series, Nanoseconds by);

}  // namespace ipclab

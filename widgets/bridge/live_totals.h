// What a process has used so far: its state times from the same source at every moment (where the kernel keeps no
// accounting, summed from its lane), memory and CPU times as sampled last, switches counted from their records; what is
// known only at the end is absent.
#pragma once

#include <optional>

#include "results/run_data.h"

namespace ipclab {

struct LiveTotals {
    StateSource source = StateSource::None;
    double runningS = 0, readyS = 0, waitingS = 0;
    std::optional<double> userS, systemS;
    std::optional<std::uint64_t> voluntarySwitches, involuntarySwitches;
    std::optional<std::uint64_t> residentBytes;  // the peak, once it has ended
};

LiveTotals liveTotals(const ProcessData& process, const RunData& run);

// The newest value of a series; nothing where none was measured.
std::optional<double> newest(const TimeSeries& series);

// What a link carries a second: now while the run goes on, of the whole run once it has ended, as results tell it.
std::optional<double> messageRate(const LinkData& link, const RunData& run);
std::optional<double> byteRate(const LinkData& link, const RunData& run);
// How full it is by its counters and as the system tells it: now, then the mean of the run.
std::optional<double> depthInMessages(const LinkData& link, const RunData& run);
std::optional<double> depthInSystem(const LinkData& link, const RunData& run);

}  // namespace ipclab

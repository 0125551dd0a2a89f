// What a process has used so far, the same at every moment of a run and at its end; what is known only at the end is
// absent before it.
#pragma once

#include <optional>

#include "results/run_data.h"

namespace ipclab {

struct ProcessTotals {
    StateSource source = StateSource::None;            // of the states; None: nobody looked
    std::optional<double> runningS, readyS, waitingS;  // ready: samples do not tell it from running
    std::optional<double> interruptedS;
    std::optional<double> userS, systemS;
    std::optional<std::uint64_t> voluntarySwitches, involuntarySwitches;
    std::optional<std::uint64_t> residentBytes;  // now; the peak, once it has ended
    double lifetimeS = 0;                        // 0: it was never launched
};

ProcessTotals processTotals(const RunData& data, const ProcessData& process);

// Where neither the kernel's accounting nor switch records tell the states of a process: its lane is added up.
void tellStatesByLane(const RunData& data, ProcessData& process);
// The same where its lane is elsewhere, by what that comes to.
void tellStatesBy(const StateTimes& times, const RunData& data, ProcessData& process);

// The newest value of a series; nothing where none was measured.
std::optional<double> newest(const TimeSeries& series);

}  // namespace ipclab

#include "results/process_totals.h"

#include <algorithm>
#include <cmath>

namespace ipclab {
namespace {

void addStates(const ProcessData& process, ProcessTotals& totals) {
    totals.source = process.stateSource;
    if (totals.source == StateSource::None) return;
    totals.runningS = process.runningS;
    totals.waitingS = process.waitingS;
    if (totals.source != StateSource::Sampled) totals.readyS = process.readyS;
    totals.interruptedS = process.interruptedS;
}

double lifetimeS(const RunData& data, const ProcessData& process) {
    if (process.bornNs == 0) return 0;
    const Nanoseconds endNs = process.endedNs != 0 ? process.endedNs : data.endNs != 0 ? data.endNs : data.sampledNs;
    return endNs > process.bornNs ? toSeconds(endNs - process.bornNs) : 0;
}

}  // namespace

std::optional<double> newest(const TimeSeries& series) {
    if (series.empty() || series.endIndex() == series.firstIndex()) return std::nullopt;
    const double value = series.sample(series.endIndex() - 1).value;
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

void tellStatesByLane(const RunData& data, ProcessData& process) {
    if (process.lane.empty() || data.observer.level == ObserveLevel::Off) return;
    const Nanoseconds endNs =
        process.endedNs != 0 ? process.endedNs : std::max(data.sampledNs, process.lane.lastTime());
    tellStatesBy(process.lane.totals(process.lane.firstTime(), endNs), data, process);
}

void tellStatesBy(const StateTimes& times, const RunData& data, ProcessData& process) {
    const auto in = [&](ProcessState state) { return toSeconds(times[static_cast<std::size_t>(state)]); };
    const bool exact = data.observer.level == ObserveLevel::Exact;
    process.stateSource = exact ? StateSource::SwitchRecords : StateSource::Sampled;
    process.runningS = in(ProcessState::Running) + in(ProcessState::Runnable);
    process.readyS = in(ProcessState::Ready) + in(ProcessState::ReadyEstimated);
    process.waitingS = in(ProcessState::Waiting);
}

ProcessTotals processTotals(const RunData& data, const ProcessData& process) {
    ProcessTotals totals;
    addStates(process, totals);
    totals.lifetimeS = lifetimeS(data, process);
    if (process.cpuTimesKnown) {
        totals.userS = process.userS;
        totals.systemS = process.systemS;
    }
    if (process.switchesKnown) {
        totals.voluntarySwitches = process.voluntarySwitches;
        totals.involuntarySwitches = process.involuntarySwitches;
    }
    if (const auto resident = newest(process.residentBytes))
        totals.residentBytes = static_cast<std::uint64_t>(*resident);
    if (process.endedNs != 0 && process.maxResidentBytes > 0) totals.residentBytes = process.maxResidentBytes;
    return totals;
}

}  // namespace ipclab

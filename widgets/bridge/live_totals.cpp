#include "bridge/live_totals.h"

#include <algorithm>
#include <cmath>

#include "results/link_totals.h"

namespace ipclab {
namespace {

double secondsIn(const StateTimes& times, ProcessState state) {
    return toSeconds(times[static_cast<std::size_t>(state)]);
}

void sumLane(LiveTotals& totals, const ProcessData& process, const RunData& run) {
    if (process.lane.empty()) return;
    const Nanoseconds end = process.endedNs != 0 ? process.endedNs : std::max(run.sampledNs, process.lane.lastTime());
    const StateTimes times = process.lane.totals(process.lane.firstTime(), end);
    totals.source = run.observer.level == ObserveLevel::Exact ? StateSource::SwitchRecords : StateSource::Sampled;
    totals.runningS = secondsIn(times, ProcessState::Running) + secondsIn(times, ProcessState::Runnable);
    totals.readyS = secondsIn(times, ProcessState::Ready);
    totals.waitingS = secondsIn(times, ProcessState::Waiting);
}

}  // namespace

std::optional<double> newest(const TimeSeries& series) {
    if (series.empty() || series.endIndex() == series.firstIndex()) return std::nullopt;
    const double value = series.sample(series.endIndex() - 1).value;
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> messageRate(const LinkData& link, const RunData& run) {
    return run.endNs != 0 ? linkTotals(run, link).messagesPerSecond : newest(link.messagesPerSecond);
}

std::optional<double> byteRate(const LinkData& link, const RunData& run) {
    return run.endNs != 0 ? linkTotals(run, link).bytesPerSecond : newest(link.bytesPerSecond);
}

std::optional<double> depthInMessages(const LinkData& link, const RunData& run) {
    if (!link.counted || link.sent == 0) return std::nullopt;
    return run.endNs != 0 ? std::optional(link.depthMean) : newest(link.depthMessages);
}

std::optional<double> depthInSystem(const LinkData& link, const RunData& run) {
    if (run.endNs == 0 || link.systemDepth.empty()) return newest(link.systemDepth);
    const SeriesStatistics whole = link.systemDepth.statistics(run.startNs, run.endNs);
    return whole.count > 0 ? std::optional(whole.mean) : std::nullopt;
}

LiveTotals liveTotals(const ProcessData& process, const RunData& run) {
    LiveTotals totals{.source = process.stateSource,
                      .runningS = process.runningS,
                      .readyS = process.readyS,
                      .waitingS = process.waitingS,
                      .userS = {},
                      .systemS = {},
                      .voluntarySwitches = {},
                      .involuntarySwitches = {},
                      .residentBytes = {}};
    if (totals.source == StateSource::None) sumLane(totals, process, run);
    if (const auto resident = newest(process.residentBytes))
        totals.residentBytes = static_cast<std::uint64_t>(*resident);
    if (process.cpuTimesKnown) {
        totals.userS = process.userS;
        totals.systemS = process.systemS;
    }
    if (process.switchesKnown) {
        totals.voluntarySwitches = process.voluntarySwitches;
        totals.involuntarySwitches = process.involuntarySwitches;
    }
    if (process.endedNs != 0 && process.maxResidentBytes > 0) totals.residentBytes = process.maxResidentBytes;
    return totals;
}

}  // namespace ipclab

#include "recording/cut_off.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/sentences.h"
#include "recording/lane_sums.h"
#include "results/process_totals.h"

namespace ipclab {

namespace {

// An interval is written down once it is over; the one that went on is known by the state of the process.
void closeLane(ProcessData& process, Nanoseconds nowNs) {
    const bool lives = process.bornNs != 0 && process.endedNs == 0;
    if (!lives || process.state == ProcessState::New || process.state == ProcessState::Terminated) return;
    const Nanoseconds sinceNs = process.lane.empty() ? process.bornNs : process.lane.lastTime();
    if (nowNs > sinceNs) process.lane.append(sinceNs, nowNs, process.state);
}

void takeLargest(ProcessData& process) {
    const TimeSeries& series = process.residentBytes;
    for (std::size_t i = series.firstIndex(); i < series.endIndex(); ++i) {
        const double bytes = series.sample(i).value;
        if (bytes > 0) process.maxResidentBytes = std::max(process.maxResidentBytes, static_cast<std::uint64_t>(bytes));
    }
}

// What was counted is known.
void knowCounts(ProcessData& process) {
    process.cpuTimesKnown = process.cpuTimesKnown || process.userS + process.systemS > 0;
    process.switchesKnown = process.switchesKnown || process.voluntarySwitches + process.involuntarySwitches > 0;
}

std::string cutOffAfter(double durationS) {
    std::array<char, 32> seconds{};
    std::snprintf(seconds.data(), seconds.size(), "%.1f", durationS);
    return say(Sentence::CutOff, {{"time_s", seconds.data()}});
}

}  // namespace

void completeFromRows(RunData& data) {
    for (ProcessData& process : data.processes) {
        if (data.observer.level != ObserveLevel::Off) {
            closeLane(process, data.sampledNs);
            if (process.stateSource == StateSource::None) tellStatesByLane(data, process);
        }
        if (process.endedNs == 0) takeLargest(process);
        knowCounts(process);
    }
    data.warnings.push_back(data.startNs == 0 ? say(Sentence::CutOffBeforeStart) : cutOffAfter(data.durationS()));
}

void completeFromTables(Database& database, Nanoseconds lastNs, RunData& data) {
    Statement largest(database,
                      "SELECT max(value) FROM sample WHERE series = (SELECT id FROM series WHERE process = ?1 AND name "
                      "= 'resident_bytes')");
    for (std::size_t i = 0; i < data.processes.size(); ++i) {
        ProcessData& process = data.processes[i];
        if (data.observer.level != ObserveLevel::Off && process.stateSource == StateSource::None) {
            const SummedRun run{data, lastNs, false};
            const StretchSums sums = readSumsUntil(database, run, i, lastNs);
            if (std::ranges::any_of(sums.times, [](Nanoseconds time) { return time > 0; }))
                tellStatesBy(sums.times, data, process);
        }
        largest.reset();
        largest.bind(1, std::uint64_t{i});
        if (process.endedNs == 0 && largest.step() && !largest.isNull(0) && largest.real(0) > 0)
            process.maxResidentBytes =
                std::max(process.maxResidentBytes, static_cast<std::uint64_t>(std::min(largest.real(0), 1e15)));
        knowCounts(process);
    }
}

}  // namespace ipclab

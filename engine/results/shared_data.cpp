#include "results/shared_data.h"

#include <numeric>

#include "document/ends.h"
#include "results/samples.h"

namespace ipclab {

using std::memory_order_relaxed;

std::uint64_t SharedFigures::allRounds() const {
    return std::accumulate(rounds.begin(), rounds.end(), std::uint64_t{0});
}

std::uint64_t SharedFigures::fewestRounds() const { return rounds.empty() ? 0 : *std::ranges::min_element(rounds); }

SharedData describe(const Experiment& experiment, const SharedSpec& spec) {
    SharedData data;
    data.name = spec.name;
    data.kind = spec.kind;
    data.sync = spec.sync;
    data.asked = 0;
    for (const std::string& name : spec.processes) {
        const auto process = processIndex(experiment, name);
        if (!process) continue;
        data.processes.push_back(*process);
        const auto& count = experiment.processes[*process].settings.count;
        data.asked = data.asked && count ? std::optional(*data.asked + *count) : std::nullopt;
    }
    data.figures.rounds.resize(data.processes.size());
    data.figures.waitedS.resize(data.processes.size());
    return data;
}

// The value before the rounds: a round is counted before its value is stored, so that none appears out of nothing.
SharedFigures readShared(const Segment& segment, std::uint32_t index) {
    const SharedSlot& slot = segment.shared()[index];
    SharedFigures figures;
    figures.value = slot.value.load(std::memory_order_acquire);
    figures.early = slot.early.load(memory_order_relaxed);
    figures.lockWaits = slot.sync().lockWaits.load(memory_order_relaxed);
    figures.survived = slot.sync().survived.load(memory_order_relaxed);
    const std::uint32_t holder = LockHolder::unpack(slot.sync().holder.load(memory_order_relaxed)).index;
    if (holder > 0 && holder <= segment.processes().size()) figures.holder = holder - 1;
    for (std::uint32_t place = 0; place < std::min<std::size_t>(slot.parties, kMostSharedParties); ++place) {
        figures.rounds.push_back(slot.rounds[place].load(memory_order_relaxed));
        figures.waitedS.push_back(toSeconds(slot.waitedNs[place].load(memory_order_relaxed)));
    }
    return figures;
}

LatencyPercentiles readSharedWaits(const Segment& segment, std::uint32_t index) {
    return percentilesOf(HistogramSnapshot(segment.shared()[index].waits));
}

}  // namespace ipclab

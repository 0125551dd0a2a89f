#include "results/shared_results.h"

#include <algorithm>
#include <utility>

#include "sync/registry.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kSharedEveryNs = kNsPerSecond / 10;

// Of the object's parties, whatever the segment says how many there are.
void takeFigures(SharedFigures figures, SharedData& shared) {
    figures.rounds.resize(shared.processes.size());
    figures.waitedS.resize(shared.processes.size());
    shared.figures = std::move(figures);
}

}  // namespace

void SharedResults::on(const HolderDied& message) {
    SharedData& shared = m_data.shared[message.shared];
    shared.holderDied = message.process;
    const Primitive* primitive = findPrimitive(shared.sync);
    const std::string_view meets = primitive == nullptr ? "" : id(primitive->info().holderDeath);
    m_log.add({.atNs = message.atNs,
               .process = message.process,
               .kind = EventKind::HolderDied,
               .values = {{"object", shared.name}, {"sync", shared.sync}, {"lock", meets}}});
}

void SharedResults::apply(const SampleBatch& batch) {
    for (std::uint32_t i = 0; i < batch.shared.size(); ++i) {
        takeFigures(batch.shared[i], m_data.shared[i]);
        if (m_data.startNs != 0) measure(i, batch);
    }
}

namespace {

std::uint64_t waitersFor(std::uint32_t object, const SampleBatch& batch) {
    const auto waits = [object](const ProcessSample& process) {
        const auto isForIt = [object](const Waiting& one) { return one.sharedObject() == object; };
        return isForIt(process.waiting) || std::ranges::any_of(process.waitsForAny, isForIt);
    };
    return static_cast<std::uint64_t>(std::ranges::count_if(batch.processes, waits));
}

std::uint64_t grownBy(std::uint64_t before, std::uint64_t now) { return now - std::min(before, now); }

}  // namespace

void SharedResults::measure(std::uint32_t index, const SampleBatch& batch) {
    Since& since = m_since[index];
    SharedData& shared = m_data.shared[index];
    if (since.atNs == 0) since.atNs = m_data.startNs;
    ++since.samples;
    since.waiters += waitersFor(index, batch);
    since.holders += shared.figures.holder ? 1 : 0;
    if (batch.atNs - since.atNs < kSharedEveryNs) return;
    append(shared, since, batch.atNs);
    since = {.atNs = batch.atNs, .rounds = shared.figures.allRounds(), .lockWaits = shared.figures.lockWaits};
}

void SharedResults::append(SharedData& shared, const Since& since, Nanoseconds atNs) {
    const double seconds = toSeconds(atNs - since.atNs);
    const auto perSecond = [seconds](std::uint64_t count) { return static_cast<double>(count) / seconds; };
    const auto mean = [&since](std::uint64_t sum) {
        return static_cast<double>(sum) / static_cast<double>(since.samples);
    };
    if (shared.kind == SharedKind::Counter) {  // the others say nothing of who holds their lock
        shared.value.append(atNs, static_cast<double>(shared.figures.value));
        shared.heldShare.append(atNs, mean(since.holders));
    }
    shared.waiters.append(atNs, mean(since.waiters));
    shared.roundsPerSecond.append(atNs, perSecond(grownBy(since.rounds, shared.figures.allRounds())));
    shared.lockWaitsPerSecond.append(atNs, perSecond(grownBy(since.lockWaits, shared.figures.lockWaits)));
}

void SharedResults::finish(const Segment& segment) {
    for (std::uint32_t i = 0; i < m_data.shared.size(); ++i) {
        takeFigures(readShared(segment, i), m_data.shared[i]);
        m_data.shared[i].waits = readSharedWaits(segment, i);
    }
}

}  // namespace ipclab

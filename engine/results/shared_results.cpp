#include "results/shared_results.h"

#include <utility>

#include "sync/registry.h"

namespace ipclab {

namespace {

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
    for (std::uint32_t i = 0; i < batch.shared.size(); ++i) takeFigures(batch.shared[i], m_data.shared[i]);
}

void SharedResults::finish(const Segment& segment) {
    for (std::uint32_t i = 0; i < m_data.shared.size(); ++i) {
        takeFigures(readShared(segment, i), m_data.shared[i]);
        m_data.shared[i].waits = readSharedWaits(segment, i);
    }
}

}  // namespace ipclab

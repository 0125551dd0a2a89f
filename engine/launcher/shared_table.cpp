#include "launcher/shared_table.h"

#include <algorithm>

#include "core/error.h"
#include "document/ends.h"
#include "sync/registry.h"

namespace ipclab {

namespace {

// Each party waits for a counter of its own; the first one has the token at the start.
std::vector<std::uint32_t> countsOf(const SharedSpec& spec) {
    if (spec.kind == SharedKind::Counter) return {};
    std::vector<std::uint32_t> counts(spec.processes.size(), 0);
    if (spec.kind == SharedKind::HandOff) counts.front() = 1;
    return counts;
}

std::optional<std::uint32_t> placeOf(const SharedSpec& spec, const std::string& process) {
    const auto found = std::ranges::find(spec.processes, process);
    if (found == spec.processes.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - spec.processes.begin());
}

// It holds the lock, or did and another one has it by now.
bool diedHolding(SyncState& state, std::uint32_t process, bool died) {
    if (LockHolder::unpack(state.holder.load()).index == process + 1) return true;
    if (LockHolder::unpack(state.takenOver.load()).index != process + 1) return false;
    state.takenOver.store(0);
    return died;
}

}  // namespace

void SharedTable::create(RunDirectory& names) {
    for (std::size_t i = 0; i < m_experiment.shared.size(); ++i) {
        const SharedSpec& spec = m_experiment.shared[i];
        const Primitive* primitive = findPrimitive(spec.sync);
        if (primitive == nullptr) throwErrno(EINVAL, "there is no primitive \"" + spec.sync + '"');
        const SyncMemory memory(m_segment.shared()[i].memory.data());
        m_objects.push_back(primitive->create(memory, countsOf(spec), names));
    }
}

std::optional<SharedPlan> SharedTable::planOf(std::uint32_t process) const {
    for (std::uint32_t i = 0; i < m_objects.size(); ++i) {
        const SharedSpec& spec = m_experiment.shared[i];
        const auto place = placeOf(spec, m_experiment.processes[process].name);
        if (!place) continue;
        return SharedPlan{.slot = i,
                          .place = *place,
                          .parties = static_cast<std::uint32_t>(spec.processes.size()),
                          .sync = spec.sync,
                          .wiring = m_objects[i]->wiring(),
                          .windowNs = spec.windowNs};
    }
    return std::nullopt;
}

std::vector<std::uint32_t> SharedTable::processGone(std::uint32_t process, bool died) {
    std::vector<std::uint32_t> held;
    for (std::uint32_t i = 0; i < m_objects.size(); ++i) {
        const auto place = placeOf(m_experiment.shared[i], m_experiment.processes[process].name);
        if (!place) continue;
        SharedSlot& slot = m_segment.shared()[i];
        const SyncMemory memory(slot.memory.data());
        if (diedHolding(memory.state(), process, died)) held.push_back(i);
        memory.partyGone(*place, died);
        if (died) m_objects[i]->partyDied();
        slot.gone.fetch_or(std::uint64_t{1} << *place, std::memory_order_release);
    }
    return held;
}

std::vector<std::uint32_t> SharedTable::partnersOf(std::uint32_t process) const {
    std::vector<std::uint32_t> partners;
    const std::string& name = m_experiment.processes[process].name;
    for (const SharedSpec& spec : m_experiment.shared) {
        if (!placeOf(spec, name)) continue;
        for (const std::string& other : spec.processes) {
            const auto index = processIndex(m_experiment, other);
            if (index && *index != process) partners.push_back(*index);
        }
    }
    return partners;
}

}  // namespace ipclab

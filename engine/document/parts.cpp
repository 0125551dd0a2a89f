#include "document/parts.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace ipclab {
namespace {

std::vector<PartId> counted(std::size_t parts) {
    std::vector<PartId> ids(parts);
    std::iota(ids.begin(), ids.end(), PartId{0});
    return ids;
}

}  // namespace

PartIds::PartIds(const Experiment& experiment)
    : m_ids{{},
            counted(experiment.processes.size()),
            counted(experiment.links.size()),
            counted(experiment.shared.size()),
            counted(experiment.steps.size())} {}

std::optional<std::uint32_t> PartIds::indexOf(const Part& part) const {
    const std::vector<PartId>& ids = of(part.kind);
    // Where nothing was removed, it is where it was at first.
    const bool there = part.id < ids.size() && ids[part.id] == part.id;
    if (there && (part.id == 0 || ids[part.id - 1] != part.id)) return part.id;
    const auto found = std::ranges::find(ids, part.id);
    return found == ids.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(found - ids.begin()));
}

PartIds PartIds::repeated(Part::Kind kind, const std::vector<std::uint32_t>& times) const {
    PartIds all = *this;
    std::vector<PartId>& ids = all.m_ids[static_cast<std::size_t>(kind)];
    assert(times.size() == ids.size());
    std::vector<PartId> longer;
    for (std::size_t i = 0; i < ids.size(); ++i) longer.insert(longer.end(), times[i], ids[i]);
    ids = std::move(longer);
    return all;
}

void PartIds::insert(const Part& part, std::size_t index) {
    std::vector<PartId>& ids = m_ids[static_cast<std::size_t>(part.kind)];
    assert(index <= ids.size() && !indexOf(part));
    ids.insert(ids.begin() + static_cast<std::ptrdiff_t>(index), part.id);
}

void PartIds::remove(const Part& part) {
    std::vector<PartId>& ids = m_ids[static_cast<std::size_t>(part.kind)];
    assert(indexOf(part));
    ids.erase(ids.begin() + *indexOf(part));
}

}  // namespace ipclab

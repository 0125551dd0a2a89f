#include "runs/run_source.h"

#include "document/groups.h"
#include "protocol/messages.h"
#include "runs/run_control.h"

namespace ipclab {

PartIds viewIdsOf(const RunData& run) { return expandedIds(run.document, PartIds(run.document)); }

bool RunSource::isActive() const {
    const Run::State now = state();
    return now == Run::State::Starting || now == Run::State::Running || now == Run::State::Stopping;
}

std::shared_ptr<const RunData> RunSource::whole() const { return {std::shared_ptr<const RunData>(), &view()}; }

Nanoseconds RunSource::now() const {
    const RunData& run = view();
    return run.endNs != 0 ? run.endNs : run.sampledNs;
}

std::vector<std::uint32_t> RunSource::allInView(const Part& part) const {
    std::vector<std::uint32_t> all;
    const std::vector<PartId>& ids = viewIds().of(part.kind);
    for (std::uint32_t i = inView(part).value_or(static_cast<std::uint32_t>(ids.size())); i < ids.size(); ++i) {
        if (ids[i] != part.id) break;
        all.push_back(i);
    }
    return all;
}

bool RunSource::canSignal(std::uint32_t process) {
    const RunControl* steering = control();
    return steering != nullptr && steering->canSignal(process);
}

}  // namespace ipclab

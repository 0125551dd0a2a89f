#include "results/drain.h"

#include <algorithm>
#include <vector>

namespace ipclab {

namespace {

std::optional<Nanoseconds> stoppedAt(const RunData& run) {
    std::optional<Nanoseconds> first;
    for (const RunEvent& event : run.events) {
        if (event.kind == EventKind::Stopping) first = std::min(first.value_or(event.atNs), event.atNs);
    }
    return first;
}

std::optional<Nanoseconds> lastSenderEndedAt(const RunData& run) {
    std::vector<bool> sends(run.processes.size()), receives(run.processes.size());
    for (const LinkData& link : run.links) {
        for (const PortData& port : link.ports) {
            if (port.process < run.processes.size())
                (port.role == PortRole::Sender ? sends : receives)[port.process] = true;
        }
    }
    std::optional<Nanoseconds> last;
    for (std::size_t i = 0; i < run.processes.size(); ++i) {
        if (!sends[i] || receives[i]) continue;
        if (run.processes[i].endedNs == 0) return std::nullopt;
        last = std::max(last.value_or(0), run.processes[i].endedNs);
    }
    return last;
}

}  // namespace

std::optional<Nanoseconds> drainBegin(const RunData& run) {
    if (run.startNs == 0) return std::nullopt;
    const auto stopped = stoppedAt(run);
    auto ended = lastSenderEndedAt(run);
    const Nanoseconds now = run.endNs != 0 ? run.endNs : run.sampledNs;
    if (ended && now - *ended > *ended - run.startNs) ended.reset();
    if (!stopped || !ended) return stopped ? stopped : ended;
    return std::min(*stopped, *ended);
}

}  // namespace ipclab

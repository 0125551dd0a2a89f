#include "export/transitions_json.h"

#include <nlohmann/json.hpp>

namespace ipclab {

using Json = nlohmann::ordered_json;

std::optional<TransitionCounts> transitionsOf(const ProcessData& process, const RunData& run) {
    if (run.observer.level != ObserveLevel::Exact) return std::nullopt;
    TransitionCounter counter;
    counter.follow(process.lane);
    return counter.counts(process.lane, process.endedNs != 0);
}

Json transitionsJson(const std::optional<TransitionCounts>& transitions) {
    if (!transitions) return {};
    Json arcs = Json::object(), states = Json::object();
    for (std::size_t i = 0; i < kTransitionCount; ++i)
        arcs[std::string(kTransitionArcs[i].id)] = (*transitions)[static_cast<Transition>(i)];
    using enum ProcessState;
    for (const ProcessState state : {New, Ready, Running, Waiting, Stopped, Terminated}) {
        states[std::string(stateId(state))] = {{"into", transitions->into(state)},
                                               {"out_of", transitions->outOf(state)}};
    }
    return {{"arcs", std::move(arcs)}, {"states", std::move(states)}, {"not_seen", transitions->notSeen()}};
}

}  // namespace ipclab

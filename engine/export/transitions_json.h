// How often a process went along each arc of the state diagram, for results (result_json.h) and the command line.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "results/run_data.h"
#include "series/transition_counter.h"

namespace ipclab {

// Nothing where no switch records tell. Counts the whole lane: not for every frame.
[[nodiscard]] std::optional<TransitionCounts> transitionsOf(const ProcessData& process, const RunData& run);

// { "arcs": { "admitted", "dispatch", "interrupt", "wait", "wake_up", "exit", "stop", "continue" }, "states": { state:
// { "into", "out_of" } }, "not_seen" }, or null.
[[nodiscard]] nlohmann::ordered_json transitionsJson(const std::optional<TransitionCounts>& transitions);

}  // namespace ipclab

// Tasks, CPUs and queues of a run as JSON (result_json.h puts them into the result).
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "results/run_data.h"

namespace ipclab {

// Every process and thread there was, in the order of birth: [{ "pid", "tid"|null, "process"|null, "name", "born_of",
// "parent", "born_s"|null, "ended_s"|null, "reaped_s"|null, "exit"|null, "execs": […], "state_s", "waits" }].
nlohmann::ordered_json tasksJson(const RunData& data);
// { reason: { "s", "share"|null } }: how long it waited so, as far as a reason is known (the rest is "not-said"), and
// in which share of all samples it was seen to: of waits shorter than the pace of sampling that is what is known.
nlohmann::ordered_json waitsJson(const WaitTotals& waits);
// [{ "cpu", "running_s", "switching", "intervals" }]: of this run's threads alone.
nlohmann::ordered_json cpusJson(const RunData& data);
// { "running": { "mean", "max" }, "ready", "waiting", "runnable"|null, "waiting_for": { reason: { … } } }: how many
// processes, mean over each tenth of a second.
nlohmann::ordered_json queuesJson(const RunData& data);

// How long it ran at a time: { "count", "p50_ns", "p90_ns", "max_ns", "bins": [[from_ns, count], …] }; null where that
// is not known. The quantiles are upper edges of bins of half an octave.
nlohmann::ordered_json slicesJson(const StateSeries& lane, bool known);

}  // namespace ipclab

#include "export/tasks_json.h"

#include <limits>
#include <nlohmann/json.hpp>
#include "document/json_values.h"
#include "export/quantities_json.h"
#include "export/seconds_json.h"
#include "results/words.h"
#include "series/slice_histogram.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

Json exitJson(const std::optional<ExitStatus>& exit) {
    if (!exit) return {};
    return {{"code", orNull(exit->code)}, {"signal", orNull(exit->signal)}, {"core_dumped", exit->coreDumped}};
}

Json statesJson(const RunData& data, const TaskData& task) {
    const StateSeries& lane = task.process && !task.isThread() ? data.processes[*task.process].lane : task.lane;
    const Nanoseconds end = std::max(data.endNs != 0 ? data.endNs : data.sampledNs, lane.lastTime());
    const StateTimes times = lane.empty() ? StateTimes{} : lane.totals(lane.firstTime(), end);
    Json states = Json::object();
    for (std::size_t i = 0; i < times.size(); ++i) {
        if (times[i] > 0) states[std::string(kProcessStateNames[i].id)] = toSeconds(times[i]);
    }
    return states;
}

Json taskJson(const RunData& data, const TaskData& task) {
    Json execs = Json::array();
    for (const ExecRecord& exec : task.execs)
        execs.push_back({{"t_s", data.sinceStartS(exec.atNs)}, {"name", exec.name}});
    return {{"pid", task.pid},
            {"tid", task.isThread() ? Json(task.tid) : Json()},
            {"process", task.process ? Json(data.processes[*task.process].name) : Json()},
            {"name", task.name},
            {"born_of", task.bornOf != 0 ? Json(task.bornOf) : Json()},
            {"parent", task.parent != 0 ? Json(task.parent) : Json()},
            {"born_s", task.birthSeen ? secondsOrNull(data, task.bornNs) : Json()},
            {"ended_s", secondsOrNull(data, task.endedNs)},
            {"reaped_s", secondsOrNull(data, task.reapedNs)},
            {"exit", exitJson(task.exit)},
            {"execs", execs},
            {"state_s", statesJson(data, task)},
            {"waits", waitsJson(task.process && !task.isThread() ? data.processes[*task.process].waits : task.waits)}};
}

}  // namespace

Json tasksJson(const RunData& data) {
    Json tasks = Json::array();
    for (const TaskData& task : data.tasks) tasks.push_back(taskJson(data, task));
    return tasks;
}

// By reason: for how long, where that is known, and in which share of the samples it was seen to wait so.
Json waitsJson(const WaitTotals& waits) {
    Json reasons = Json::object();
    for (std::size_t i = 0; i < waits.ns.size(); ++i) {
        if (waits.ns[i] == 0 && waits.samples[i] == 0) continue;
        const bool sampled = i != static_cast<std::size_t>(WaitReason::None) && waits.allSamples > 0;
        reasons[std::string(id(static_cast<WaitReason>(i)))] = {{"s", toSeconds(waits.ns[i])},
                                                                {"share", sampled ? Json(waits.share(i)) : Json()}};
    }
    return reasons;
}

Json cpusJson(const RunData& data) {
    Json cpus = Json::array();
    for (const QuantityOf& cpu : ownersIn(data, QuantityOwner::Processor)) {
        Json& json = cpus.emplace_back(
            Json{{"cpu", cpu.index}, {"switching", data.observer.switchesTimed ? Json::object() : Json()}});
        addQuantities(json, data, cpu);
    }
    return cpus;
}

// Null where nothing of a queue is known; the lengths of the others are quantities of the run.
Json queuesJson(const RunData& data) {
    const QueueLengths& queues = data.queues;
    const auto group = [](const TimeSeries& lengths) { return lengths.empty() ? Json() : Json::object(); };
    Json reasons = Json::object();
    for (std::size_t i = 0; i < queues.waitingFor.size(); ++i) {
        if (!queues.waitingFor[i]) continue;
        const SeriesStatistics lengths = queues.waitingFor[i]->summary();
        reasons[std::string(id(static_cast<WaitReason>(i)))] = {{"mean", lengths.mean}, {"max", lengths.max}};
    }
    return {{"running", group(queues.running)},
            {"ready", group(queues.ready)},
            {"waiting", group(queues.waiting)},
            {"runnable", group(queues.runnable)},
            {"waiting_for", reasons}};
}

Json slicesJson(const StateSeries& lane, bool known) {
    if (!known) return {};
    SliceHistogram slices;
    slices.follow(lane);
    Json bins = Json::array();
    for (std::size_t i = 0; i < slices.bins().size(); ++i) {
        if (slices.bins()[i] > 0) bins.push_back({SliceHistogram::lowerEdge(i), slices.bins()[i]});
    }
    return {{"count", slices.count()},
            {"p50_ns", slices.quantile(0.5)},
            {"p90_ns", slices.quantile(0.9)},
            {"max_ns", slices.longest()},
            {"bins", bins}};
}

}  // namespace ipclab

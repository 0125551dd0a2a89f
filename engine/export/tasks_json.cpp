#include "export/tasks_json.h"

#include <limits>

#include "results/words.h"
#include "series/slice_histogram.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

Json secondsOrNull(const RunData& data, Nanoseconds t) { return t == 0 ? Json() : Json(data.sinceStartS(t)); }

Json exitJson(const std::optional<ExitStatus>& exit) {
    if (!exit) return {};
    return {{"code", exit->code ? Json(*exit->code) : Json()},
            {"signal", exit->signal ? Json(*exit->signal) : Json()},
            {"core_dumped", exit->coreDumped}};
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

Json lengthJson(const TimeSeries& series) {
    if (series.empty()) return {};
    const SeriesStatistics figures = series.statistics(0, std::numeric_limits<Nanoseconds>::max());
    return {{"mean", figures.mean}, {"max", figures.max}};
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

Json switchingJson(const SwitchingTotals& totals) {
    return {{"switches", totals.switches},
            {"total_s", totals.seconds},
            {"mean_ns", totals.switches > 0 ? Json(totals.meanNs()) : Json()}};
}

Json cpusJson(const RunData& data) {
    Json cpus = Json::array();
    for (const auto& [number, cpu] : data.cpus) {
        const StateTimes times = cpu.lane.totals(cpu.lane.firstTime(), cpu.lane.lastTime());
        cpus.push_back(
            {{"cpu", number},
             {"running_s", toSeconds(times[static_cast<std::size_t>(ProcessState::Running)])},
             {"switching",
              data.observer.switchesTimed ? switchingJson({cpu.switches, toSeconds(cpu.switchingNs)}) : Json()},
             {"intervals", cpu.lane.endIndex()}});
    }
    return cpus;
}

Json queuesJson(const RunData& data) {
    const QueueLengths& queues = data.queues;
    Json reasons = Json::object();
    for (std::size_t i = 0; i < queues.waitingFor.size(); ++i) {
        if (queues.waitingFor[i])
            reasons[std::string(id(static_cast<WaitReason>(i)))] = lengthJson(*queues.waitingFor[i]);
    }
    return {{"running", lengthJson(queues.running)},
            {"ready", lengthJson(queues.ready)},
            {"waiting", lengthJson(queues.waiting)},
            {"runnable", lengthJson(queues.runnable)},
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

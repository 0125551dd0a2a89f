#include "export/result_json.h"

#include "document/experiment_json.h"
#include "export/endpoints_json.h"
#include "export/tasks_json.h"
#include "export/transitions_json.h"
#include "results/deadlocks.h"
#include "results/event_order.h"
#include "results/link_sources.h"
#include "results/link_totals.h"
#include "results/process_totals.h"
#include "results/rate_window.h"
#include "results/run_warnings.h"
#include "results/words.h"
#include "sync/registry.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

template <typename T>
Json orNull(const std::optional<T>& value) {
    return value ? Json(*value) : Json();
}

template <typename T>
Json when(bool known, const T& value) {
    return known ? Json(value) : Json();
}

template <typename List, typename Convert>
Json arrayJson(const List& list, Convert convert) {
    Json array = Json::array();
    for (const auto& element : list) array.push_back(convert(element));
    return array;
}

Json observerJson(const ObserverFacts& observer) {
    return {{"level", id(observer.level)},
            {"asked", id(observer.asked)},
            {"reason", when(!observer.reason.empty(), observer.reason)},
            {"lost_events", observer.lostEvents},
            {"wakes", observer.wakesSeen},
            {"wake_reason", when(!observer.wakeReason.empty(), observer.wakeReason)},
            {"lost_wakes", observer.lostWakes},
            {"dropped_samples", observer.droppedSamples},
            {"sampler_cpu_s", observer.samplerCpuS},
            {"cost", costJson(observer.cost)}};
}

Json safetyJson(const SafetyFacts& safety) {
    if (safety.processes == 0) return {};
    const bool ended = !safety.endedBy.empty();
    const Json end = {{"what", safety.endedBy},
                      {"found", safety.found},
                      {"limit", safety.limit},
                      {"why", when(!safety.why.empty(), safety.why)}};
    return {{"processes", safety.processes},
            {"memory_bytes", safety.memoryBytes},
            {"group", when(!safety.group.empty(), safety.group)},
            {"group_problem", when(!safety.groupProblem.empty(), safety.groupProblem)},
            {"user_processes", orNull(safety.userProcesses)},
            {"real_time", safety.realTime},
            {"ended_by", when(ended, end)}};
}

Json exitJson(const ProcessData& process) {
    const ExitStatus exit = process.exit.value_or(ExitStatus{});
    return {{"code", orNull(exit.code)},
            {"signal", orNull(exit.signal)},
            {"core_dumped", exit.coreDumped},
            {"cause", when(!exit.cause.empty(), exit.cause)},
            {"limit", orNull(exit.limit)}};
}

// Beside the process's own figures. The largest memory is that of wait4(2): of the process, its descendants and what it
// was before an exec.
Json descendantsJson(const ProcessData& p) {
    const DescendantsUsage& used = p.descendants;
    const bool ended = p.endedNs != 0;
    return {{"cpu_s", {{"user", when(ended, used.userS)}, {"system", when(ended, used.systemS)}}},
            {"switches",
             {{"voluntary", orNull(used.voluntarySwitches)}, {"involuntary", orNull(used.involuntarySwitches)}}},
            {"largest_rss_bytes", orNull(p.largestResidentBytes)}};
}

Json threadsJson(const std::optional<ThreadTimes>& threads) {
    if (!threads) return {};
    return {{"running", threads->runningS}, {"ready", threads->readyS}, {"complete", threads->complete}};
}

Json processJson(const RunData& data, const ProcessData& p) {
    const ProcessTotals totals = processTotals(data, p);
    const bool recorded = p.intervalSource == StateSource::SwitchRecords;
    return {{"name", p.name},
            {"program", p.program},
            {"pid", when(p.pid != 0, p.pid)},
            {"ppid", when(p.pid != 0, p.ppid)},
            {"launch", id(p.launch)},
            {"failure", when(!p.failure.empty(), p.failure)},
            {"last_words", Json(p.lastWords)},
            {"exit", exitJson(p)},
            {"lifetime_s", totals.lifetimeS},
            {"state_source", id(totals.source)},
            {"state_s",
             {{"running", orNull(totals.runningS)},
              {"ready", orNull(totals.readyS)},
              {"waiting", orNull(totals.waitingS)}}},
            {"interrupted_s", orNull(totals.interruptedS)},
            {"thread_s", threadsJson(p.threads)},
            {"waits", waitsJson(p.waits)},
            {"waits_for", waitsForJson(data, p)},
            {"interval_source", id(p.intervalSource)},
            {"switching", when(recorded && data.observer.switchesTimed, switchingJson({p.switchesTo, p.switchingS}))},
            {"slices", slicesJson(p.lane, recorded)},
            {"transitions", transitionsJson(transitionsOf(p, data))},
            {"cpu_s", {{"user", p.userS}, {"system", p.systemS}}},
            {"switches", {{"voluntary", p.voluntarySwitches}, {"involuntary", p.involuntarySwitches}}},
            {"max_rss_bytes", when(p.endedNs == 0 || p.maxResidentBytes > 0, p.maxResidentBytes)},
            {"descendants", descendantsJson(p)},
            {"iterations", when(!p.foreign, p.iterations)}};
}

Json latencyJson(const LatencyPercentiles& latency) {
    const bool known = latency.count > 0;
    return {{"p50", when(known, latency.p50)},   {"p90", when(known, latency.p90)}, {"p99", when(known, latency.p99)},
            {"p999", when(known, latency.p999)}, {"max", when(known, latency.max)}, {"count", latency.count}};
}

// Mean and maximum are counted by the ends themselves, in messages; capacity and system_max are the system's own
// figures, in the system's unit.
Json depthJson(const LinkData& link) {
    return {{"mean", when(link.counted, link.depthMean)},
            {"max", when(link.counted, link.depthMax)},
            {"counted_in", "messages"},
            {"capacity", orNull(link.depthCapacity)},
            {"unit", id(link.depthUnit)},
            {"system_max", orNull(link.systemDepthMax)}};
}

Json endsJson(const std::optional<SideTotals>& send, const std::optional<SideTotals>& receive, auto figure) {
    return {{"send", send ? Json((*send).*figure) : Json()}, {"receive", receive ? Json((*receive).*figure) : Json()}};
}

// Who received how much from whom, where there is more than one of either; null where it was not counted.
Json deliveriesJson(const RunData& data, const LinkData& link) {
    Json list = Json::array();
    std::vector<std::string> senders;
    for (const PortData& port : link.ports) {
        if (port.role == PortRole::Sender) senders.push_back(data.processes[port.process].name);
    }
    for (const PortData& port : link.ports) {
        if (port.fromSenders.size() != senders.size()) continue;
        for (std::size_t i = 0; i < senders.size(); ++i) {
            list.push_back(
                {{"from", senders[i]}, {"to", data.processes[port.process].name}, {"messages", port.fromSenders[i]}});
        }
    }
    return list.empty() ? Json() : list;
}

// The first receives of each end: when it asked, when that call came back, when it had the message.
Json firstReceivesJson(const RunData& data, const LinkData& link) {
    Json list = Json::array();
    for (const PortData& port : link.ports) {
        for (const ReceiveRecord& call : port.calls) {
            list.push_back({{"process", data.processes[port.process].name},
                            {"called_s", data.sinceStartS(call.calledNs)},
                            {"returned_s", data.sinceStartS(call.returnedNs)},
                            {"completed_s", data.sinceStartS(call.completedNs)}});
        }
    }
    return list.empty() ? Json() : list;
}

// Rates are those between the first message received and the newest timed one: messages − 1 in active_s. Where a
// command receives: sent, or bytes by /proc/PID/io from the start to when they grew last.
Json throughputJson(const RunData& data, const LinkData& link, const LinkTotals& totals) {
    const Moments& moments = link.moments;
    const bool known = moments.firstNs != 0;
    return {{"messages_per_s", orNull(totals.messagesPerSecond)},
            {"bytes_per_s", orNull(totals.bytesPerSecond)},
            {"first_s", when(known && !moments.fromStart, data.sinceStartS(moments.firstNs))},
            {"last_s", when(known, data.sinceStartS(moments.lastNs))},
            {"active_s", when(known, moments.activeS())},
            {"messages", when(known && link.flowsInMessages(), moments.messages)}};
}

Json linkJson(const RunData& data, const LinkData& link) {
    const LinkTotals totals = linkTotals(data, link);
    const auto counted = [&](std::uint64_t value) { return when(link.messagesKnown(), value); };
    const LinkPlan* plan = findLink(data.experiment, link.name);
    const std::string reverseOf = plan != nullptr ? plan->reverseOf : "";
    return {
        {"name", link.name},
        {"mechanism", link.mechanism},
        {"reverse_of", when(!reverseOf.empty(), reverseOf)},
        {"duplex", when(!reverseOf.empty(), plan != nullptr && plan->duplex == Duplex::Half ? "half" : "full")},
        {"sync", when(!link.requested.sync.empty(), link.requested.sync)},
        {"counted", link.counted},
        {"source",
         {{"messages", inWords(messagesSource(data, link))},
          {"bytes", inWords(bytesSource(data, link))},
          {"latency", inWords(latencySource(data, link))}}},
        {"sent", orNull(totals.sent)},
        {"expected", totals.sent ? Json(link.expected()) : Json()},
        {"received", counted(link.received)},
        {"bytes", orNull(totals.bytes)},
        {"lost", counted(link.lost)},
        {"duplicated", counted(link.duplicated)},
        {"reordered", counted(link.reordered)},
        {"corrupted", counted(link.corrupted)},
        {"throughput", throughputJson(data, link, totals)},
        {"rate_window", {{"messages", RateWindow::kMessages}, {"most_s", toSeconds(RateWindow::kMostNs)}}},
        {"stamp_every", link.stampEvery},
        {"latency_ns", latencyJson(link.latency)},
        {"latency_is", link.paced > 0 ? "response time: from when a message was due to be sent until it was received"
                                      : "from when a message was sent until it was received; none was due at a time"},
        {"transit_ns", latencyJson(link.transit)},
        {"paced", link.paced},
        {"first_message_ns", orNull(link.firstMessageNs)},
        {"depth", depthJson(link)},
        {"blocked_s", endsJson(totals.send, totals.receive, &SideTotals::blockedS)},
        {"would_block", endsJson(totals.send, totals.receive, &SideTotals::wouldBlock)},
        {"system_calls_per_message", orNull(totals.systemCallsPerMessage)},
        {"deliveries", deliveriesJson(data, link)},
        {"first_receives", firstReceivesJson(data, link)},
        {"endpoints", endpointsJson(data, link)},
        {"calls", callsJson(data, link)},
        {"copies_per_message", orNull(totals.copiesPerMessage)},
        {"copies_basis", "by design"},
        {"cpu_s_per_million_messages", orNull(totals.cpuSecondsPerMillion)},
        {"requested", requestedJson(link.requested)},
        {"effective", effectiveJson(link.effective, link.requested)}};
}

Json updatesJson(const SharedData& shared) {
    return {{"asked", orNull(shared.asked)},
            {"done", shared.figures.allRounds()},
            {"value", shared.figures.value},
            {"lost", shared.lost()}};
}

// What the others meet when the holder of its lock dies.
Json holderDeathJson(const SharedData& shared) {
    const Primitive* primitive = findPrimitive(shared.sync);
    return primitive == nullptr ? Json() : Json(id(primitive->info().holderDeath));
}

// Null where it is not of that kind.
Json sharedJson(const RunData& data, const SharedData& shared) {
    const bool counter = shared.kind == SharedKind::Counter;
    const bool handOff = shared.kind == SharedKind::HandOff;
    const bool barrier = shared.kind == SharedKind::Barrier;
    const auto nameOf = [&](std::uint32_t process) { return Json(data.processes[process].name); };
    Json waited = Json::object();
    for (std::size_t place = 0; place < shared.processes.size(); ++place) {
        waited[data.processes[shared.processes[place]].name] = shared.figures.waitedS[place];
    }
    return {{"name", shared.name},
            {"kind", id(shared.kind)},
            {"sync", shared.sync},
            {"processes", arrayJson(shared.processes, nameOf)},
            {"updates", counter ? updatesJson(shared) : Json()},
            {"hand_offs", when(handOff, shared.figures.allRounds())},
            {"hand_off_ns", handOff ? latencyJson(shared.waits) : Json()},
            {"out_of_turn", when(handOff, shared.figures.early)},
            {"phases", when(barrier, shared.figures.fewestRounds())},
            {"early", when(barrier, shared.figures.early)},
            {"wait_ns", handOff ? Json() : latencyJson(shared.waits)},
            {"waited_s", std::move(waited)},
            {"lock_waits", shared.figures.lockWaits},
            {"holder_death", holderDeathJson(shared)},
            {"holder_died", shared.holderDied ? nameOf(*shared.holderDied) : Json()},
            {"survived", shared.figures.survived}};
}

Json eventJson(const RunData& data, const RunEvent& event) {
    const auto nameAt = [](const auto& list, const std::optional<std::uint32_t>& index) {
        return index && *index < list.size() ? Json(list[*index].name) : Json();
    };
    Json json{{"t_s", data.sinceStartS(event.atNs)},
              {"process", nameAt(data.processes, event.process)},
              {"what", event.id()}};
    if (event.link) json["link"] = nameAt(data.links, event.link);
    Json details = Json::object();
    for (const auto& [name, text] : spelledValues(event)) details[name] = text;
    if (!details.empty()) json["details"] = std::move(details);
    return json;
}

Json deadlockJson(const RunData& data, const ToldDeadlock& deadlock) {
    Json cycle = Json::array();
    for (const DeadlockWait& wait : deadlock.cycle) {
        cycle.push_back({{"process", wait.process},
                         {"waits_for", wait.waitsFor},
                         {"link", when(!wait.link.empty(), wait.link)},
                         {"because", wait.because}});
    }
    return {{"t_s", data.sinceStartS(deadlock.atNs)},
            {"since_s", data.sinceStartS(deadlock.sinceNs)},
            {"members", deadlock.members},
            {"waiting_behind", deadlock.behind},
            {"cycle", std::move(cycle)}};
}

}  // namespace

Json costJson(const std::optional<ObserverCost>& cost) {
    if (!cost) return {{"throughput_ratio", nullptr}};
    return {{"throughput_ratio", cost->ratio},
            {"low", cost->low},
            {"high", cost->high},
            {"pairs", cost->pairs},
            {"seconds", cost->seconds},
            {"counted", cost->messages ? "messages" : "iterations"},
            {"paced", cost->paced}};
}

std::optional<ObserverCost> costFromJson(const Json& json) {
    const auto figure = [&](const char* key) {
        return json.is_object() && json.contains(key) && json[key].is_number();
    };
    if (!figure("throughput_ratio") || !figure("low") || !figure("high") || !figure("pairs") || !figure("seconds"))
        return std::nullopt;
    return ObserverCost{.ratio = json["throughput_ratio"].get<double>(),
                        .low = json["low"].get<double>(),
                        .high = json["high"].get<double>(),
                        .pairs = json["pairs"].get<unsigned>(),
                        .seconds = json["seconds"].get<double>(),
                        .messages = json.value("counted", Json()) == "messages",
                        .paced = json.value("paced", Json()) == true};
}

Json hostJson(const HostFacts& host) {
    return {{"kernel", host.kernel},           {"cpu_model", host.cpuModel},
            {"cpus", host.cpusOnline},         {"clock_source", host.clockSource},
            {"virtualized", host.virtualized}, {"memory_bytes", host.memoryBytes}};
}

HostFacts hostFromJson(const Json& json) {
    HostFacts host;
    if (!json.is_object()) return host;
    const auto read = [&](const char* key, auto& into) {
        using Value = std::remove_reference_t<decltype(into)>;
        try {
            if (json.contains(key)) into = json.at(key).template get<Value>();
        } catch (const nlohmann::json::exception&) {
        }
    };
    read("kernel", host.kernel);
    read("cpu_model", host.cpuModel);
    read("cpus", host.cpusOnline);
    read("clock_source", host.clockSource);
    read("virtualized", host.virtualized);
    read("memory_bytes", host.memoryBytes);
    return host;
}

// The same fields in both, so that they can be compared: what a document cannot ask for is null there.
Json requestedJson(const LinkSpec& spec) {
    return {{"capacity_bytes", orNull(spec.capacityBytes)},
            {"capacity_messages", orNull(spec.capacityMessages)},
            {"message_bytes", when(spec.maxMessageBytes != 0, spec.maxMessageBytes)},
            {"send_buffer_bytes", nullptr},
            {"receive_buffer_bytes", nullptr},
            {"priority", when(!spec.priorities.empty(), spec.priorities)}};
}

// The largest message is what was asked for wherever the link carries it; how much it could carry is a limit.
Json effectiveJson(const LinkProperties& properties, const LinkSpec& requested) {
    const auto limit = properties.maxMessageBytes;
    const std::uint64_t asked = requested.maxMessageBytes;
    const auto largest = asked == 0 ? limit : std::optional(std::min(asked, limit.value_or(asked)));
    return {{"capacity_bytes", orNull(properties.capacityBytes)},
            {"capacity_messages", orNull(properties.capacityMessages)},
            {"message_bytes", orNull(largest)},
            {"message_bytes_limit", orNull(limit)},
            {"send_buffer_bytes", orNull(properties.sendBufferBytes)},
            {"receive_buffer_bytes", orNull(properties.receiveBufferBytes)},
            {"priority", when(!properties.priorities.empty(), properties.priorities)}};
}

std::string jsonText(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace); }

Json resultJson(const RunData& data) { return resultJson(data, readHostFacts(), resultWarnings(data)); }

Json resultJson(const RunData& data, const HostFacts& host, const std::vector<std::string>& warnings) {
    return {{"schema", "ipclab.run/1"},
            {"experiment", toJson(data.experiment)},
            {"host", hostJson(host)},
            {"observer", observerJson(data.observer)},
            {"safety", safetyJson(data.safety)},
            {"duration_s", data.durationS()},
            {"processes", arrayJson(data.processes, [&](const auto& p) { return processJson(data, p); })},
            {"links", arrayJson(data.links, [&](const auto& l) { return linkJson(data, l); })},
            {"shared", arrayJson(data.shared, [&](const auto& s) { return sharedJson(data, s); })},
            {"tasks", tasksJson(data)},
            {"tasks_not_kept", data.tasksNotKept},
            {"cpus", cpusJson(data)},
            {"switching", when(!data.cpus.empty() && data.observer.switchesTimed, switchingJson(data.switching()))},
            {"queues", queuesJson(data)},
            {"events", arrayJson(inTimeOrder(data.events), [&](const RunEvent* e) { return eventJson(data, *e); })},
            {"deadlocks", arrayJson(deadlocksOf(data), [&](const auto& d) { return deadlockJson(data, d); })},
            {"warnings", warnings}};
}

}  // namespace ipclab

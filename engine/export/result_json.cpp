#include "export/result_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "document/experiment_json.h"
#include "document/json_values.h"
#include "export/endpoints_json.h"
#include "export/quantities_json.h"
#include "export/tasks_json.h"
#include "export/transitions_json.h"
#include "results/deadlocks.h"
#include "results/event_order.h"
#include "results/link_sources.h"
#include "results/process_totals.h"
#include "results/rate_window.h"
#include "results/run_warnings.h"
#include "results/words.h"
#include "sync/registry.h"

namespace ipclab {

namespace {

using Json = nlohmann::ordered_json;

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
            {"wakes", observer.wakesSeen},
            {"wake_reason", when(!observer.wakeReason.empty(), observer.wakeReason)},
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

// What all of a run's processes, links … are is in results/quantities.def; here is what is no quantity: names, words
// and lists. A group that is null does not apply.
Json processJson(const RunData& data, std::uint32_t index) {
    const ProcessData& p = data.processes[index];
    const bool recorded = p.intervalSource == StateSource::SwitchRecords;
    Json json = {{"name", p.name},
                 {"program", p.program},
                 {"pid", when(p.pid != 0, p.pid)},
                 {"ppid", when(p.pid != 0, p.ppid)},
                 {"launch", id(p.launch)},
                 {"failure", when(!p.failure.empty(), p.failure)},
                 {"last_words", Json(p.lastWords)},
                 {"exit", exitJson(p)},
                 {"state_source", id(processTotals(data, p).source)},
                 {"interval_source", id(p.intervalSource)},
                 {"thread_s", p.threads ? Json{{"complete", p.threads->complete}} : Json()},
                 {"switching", recorded && data.observer.switchesTimed ? Json::object() : Json()}};
    addQuantities(json, data, {QuantityOwner::Process, index});
    json["waits"] = waitsJson(p.waits);
    json["waits_for"] = waitsForJson(data, p);
    json["slices"] = slicesJson(p.lane, recorded);
    json["transitions"] = transitionsJson(transitionsOf(p, data));
    return json;
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

// Of the whole run, as far as it was sampled: [from, to, count].
Json latencyJson(const LatencyHistory& latencies) {
    if (latencies.empty()) return Json();
    Json bins = Json::array();
    const LatencyCounts counts = latencies.all();
    for (std::size_t bin = 0; bin < counts.size(); ++bin) {
        if (counts[bin] == 0) continue;
        bins.push_back({std::round(latency_bins::lowerEdgeNs(bin) * 10) / 10,
                        std::round(latency_bins::upperEdgeNs(bin) * 10) / 10, counts[bin]});
    }
    return bins;
}

Json linkJson(const RunData& data, std::uint32_t index) {
    const LinkData& link = data.links[index];
    const LinkSpec* plan = findLink(data.experiment, link.name);
    const std::string reverseOf = plan != nullptr ? plan->reverseOf : "";
    Json json = {
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
        {"rate_window", {{"messages", RateWindow::kMessages}, {"most_s", toSeconds(RateWindow::kMostNs)}}},
        {"stamp_every", link.stampEvery},
        {"latency_is", link.paced > 0 ? "response time: from when a message was due to be sent until it was received"
                                      : "from when a message was sent until it was received; none was due at a time"},
        {"copies_basis", "by design"},
        // Mean and maximum are counted by the ends themselves; capacity and system_max are the system's, in its unit.
        {"depth", {{"counted_in", "messages"}, {"unit", id(link.depthUnit)}}},
        {"calls", callsJson(data, link)}};
    addQuantities(json, data, {QuantityOwner::Link, index});
    json["latency_histogram_ns"] = latencyJson(link.latencies);
    json["deliveries"] = deliveriesJson(data, link);
    json["first_receives"] = firstReceivesJson(data, link);
    json["endpoints"] = endpointsJson(data, index);
    json["requested"] = requestedJson(link.requested);
    json["effective"] = effectiveJson(link.effective, link.requested);
    return json;
}

// What the others meet when the holder of its lock dies.
Json holderDeathJson(const SharedData& shared) {
    const Primitive* primitive = findPrimitive(shared.sync);
    return primitive == nullptr ? Json() : Json(id(primitive->info().holderDeath));
}

Json sharedJson(const RunData& data, std::uint32_t index) {
    const SharedData& shared = data.shared[index];
    const auto group = [&](bool applies) { return applies ? Json::object() : Json(); };
    const auto nameOf = [&](std::uint32_t process) { return Json(data.processes[process].name); };
    Json waited = Json::object();
    for (std::size_t place = 0; place < shared.processes.size(); ++place) {
        waited[data.processes[shared.processes[place]].name] = shared.figures.waitedS[place];
    }
    Json json = {{"name", shared.name},
                 {"kind", id(shared.kind)},
                 {"sync", shared.sync},
                 {"processes", arrayJson(shared.processes, nameOf)},
                 {"updates", group(shared.kind == SharedKind::Counter)},
                 {"hand_off_ns", group(shared.kind == SharedKind::HandOff)},
                 {"wait_ns", group(shared.kind != SharedKind::HandOff)},
                 {"waited_s", std::move(waited)},
                 {"holder_death", holderDeathJson(shared)},
                 {"holder_died", shared.holderDied ? nameOf(*shared.holderDied) : Json()}};
    addQuantities(json, data, {QuantityOwner::Shared, index});
    return json;
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

Json keepAliveJson(const KeepAlive& keep) {
    return {{"idle_s", when(keep.idleS != 0, keep.idleS)},
            {"interval_s", when(keep.intervalS != 0, keep.intervalS)},
            {"probes", when(keep.probes != 0, keep.probes)}};
}

// TCP's choices as the document spells them. What was not asked for, and what is none of the link's, is null.
void addTcp(Json& json, const TcpChoices& given, bool all) {
    const TcpChoices usual;
    json["nagle"] = when(all || given.nagle != usual.nagle, given.nagle);
    json["delayed_ack"] = when(all || given.delayedAck != usual.delayedAck, given.delayedAck);
    json["keep_alive"] = given.keepAlive ? keepAliveJson(*given.keepAlive) : Json();
    json["congestion"] = when(!given.congestion.empty(), given.congestion);
    json["writes_per_message"] = when(all || given.writes != usual.writes, given.writes);
}

// The same fields in both, so that they can be compared: what a document cannot ask for is null there.
Json requestedJson(const LinkRequest& spec) {
    Json json = {{"capacity_bytes", orNull(spec.capacityBytes)},
                 {"capacity_messages", orNull(spec.capacityMessages)},
                 {"message_bytes", when(spec.maxMessageBytes != 0, spec.maxMessageBytes)},
                 {"send_buffer_bytes", orNull(spec.tcp.sendBufferBytes)},
                 {"receive_buffer_bytes", orNull(spec.tcp.receiveBufferBytes)},
                 {"priority", when(!spec.priorities.empty(), spec.priorities)}};
    addTcp(json, spec.tcp, false);
    return json;
}

// The largest message is what was asked for wherever the link carries it; how much it could carry is a limit.
Json effectiveJson(const LinkProperties& properties, const LinkRequest& requested) {
    const auto limit = properties.maxMessageBytes;
    const std::uint64_t asked = requested.maxMessageBytes;
    const auto largest = asked == 0 ? limit : std::optional(std::min(asked, limit.value_or(asked)));
    Json json = {{"capacity_bytes", orNull(properties.capacityBytes)},
                 {"capacity_messages", orNull(properties.capacityMessages)},
                 {"message_bytes", orNull(largest)},
                 {"message_bytes_limit", orNull(limit)},
                 {"send_buffer_bytes", orNull(properties.sendBufferBytes)},
                 {"receive_buffer_bytes", orNull(properties.receiveBufferBytes)},
                 {"priority", when(!properties.priorities.empty(), properties.priorities)}};
    addTcp(json, properties.tcp.value_or(TcpChoices{}), properties.tcp.has_value());
    return json;
}

std::string jsonText(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace); }

Json resultJson(const RunData& data) { return resultJson(data, readHostFacts(), resultWarnings(data)); }

Json resultJson(const RunData& data, const HostFacts& host, const std::vector<std::string>& warnings) {
    const auto each = [&](std::size_t count, auto convert) {
        Json array = Json::array();
        for (std::uint32_t i = 0; i < count; ++i) array.push_back(convert(data, i));
        return array;
    };
    Json json = {{"schema", "ipclab.run/1"},
                 {"experiment", toJson(data.experiment)},
                 {"host", hostJson(host)},
                 {"observer", observerJson(data.observer)},
                 {"safety", safetyJson(data.safety)},
                 {"switching", data.cpus.empty() || !data.observer.switchesTimed ? Json() : Json::object()},
                 {"queues", queuesJson(data)}};
    addQuantities(json, data, {});
    json["processes"] = each(data.processes.size(), processJson);
    json["links"] = each(data.links.size(), linkJson);
    json["shared"] = each(data.shared.size(), sharedJson);
    json["tasks"] = tasksJson(data);
    json["cpus"] = cpusJson(data);
    json["events"] = arrayJson(inTimeOrder(data.events), [&](const RunEvent* e) { return eventJson(data, *e); });
    json["deadlocks"] = arrayJson(deadlocksOf(data), [&](const auto& d) { return deadlockJson(data, d); });
    json["warnings"] = warnings;
    return json;
}

}  // namespace ipclab

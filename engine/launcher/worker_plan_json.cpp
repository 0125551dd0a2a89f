#include "launcher/worker_plan_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "document/experiment_json.h"
#include "document/json_values.h"
#include "protocol/plan_values.h"

namespace ipclab {

using nlohmann::json;

template <>
inline constexpr Buffering kLastOf<Buffering> = Buffering::Unbounded;
template <>
inline constexpr ReceivePolicy kLastOf<ReceivePolicy> = ReceivePolicy::RoundRobin;
template <>
inline constexpr Naming kLastOf<Naming> = Naming::Asymmetric;
template <>
inline constexpr MemoryArea kLastOf<MemoryArea> = MemoryArea::Mmap;
template <>
inline constexpr CallSemantics kLastOf<CallSemantics> = CallSemantics::ExactlyOnce;
template <>
inline constexpr Arrivals kLastOf<Arrivals> = Arrivals::Poisson;
template <>
inline constexpr Attach kLastOf<Attach> = Attach::Descriptor;

namespace {

json toJson(const LinkRules& rules) {
    return {{"buffering", static_cast<unsigned>(rules.buffering)},
            {"places", rules.places},
            {"limit_bytes", rules.limitBytes},
            {"policy", static_cast<unsigned>(rules.policy)},
            {"naming", static_cast<unsigned>(rules.naming)}};
}

LinkRules rulesFromJson(const json& object) {
    LinkRules rules;
    take(object, "buffering", rules.buffering);
    take(object, "places", rules.places);
    take(object, "limit_bytes", rules.limitBytes);
    take(object, "policy", rules.policy);
    take(object, "naming", rules.naming);
    return rules;
}

json toJson(const PortPlan& port) {
    return {{"slot", port.slot},
            {"link", port.link},
            {"receives", port.role == PortRole::Receiver},
            {"mechanism", port.mechanism},
            {"descriptors", port.wiring.descriptors},
            {"names", port.wiring.names},
            {"numbers", port.wiring.numbers},
            {"nonblocking", port.options.mode == Blocking::NonBlocking},
            {"timeout_ns", port.options.timeoutNs},
            {"spin_ns", port.options.spinNs},
            {"max_message_bytes", port.options.maxMessageBytes},
            {"polls", port.polls},
            {"notified", port.notified},
            {"rules", toJson(port.rules)},
            {"priority", port.options.priority},
            {"type", port.options.type},
            {"stamp_every", port.stampEvery},
            {"relayed", port.relayed},
            {"foreign_peer", port.foreignPeer}};
}

// The two choices that stand as a truth value.
bool isSet(const json& object, const char* name) {
    bool set = false;
    take(object, name, set);
    return set;
}

PortPlan portFromJson(const json& object) {
    PortPlan port;
    take(object, "slot", port.slot);
    take(object, "link", port.link);
    port.role = isSet(object, "receives") ? PortRole::Receiver : PortRole::Sender;
    take(object, "mechanism", port.mechanism);
    take(object, "descriptors", port.wiring.descriptors);
    take(object, "names", port.wiring.names);
    take(object, "numbers", port.wiring.numbers);
    port.options.mode = isSet(object, "nonblocking") ? Blocking::NonBlocking : Blocking::Blocking;
    take(object, "timeout_ns", port.options.timeoutNs);
    take(object, "spin_ns", port.options.spinNs);
    take(object, "max_message_bytes", port.options.maxMessageBytes);
    take(object, "polls", port.polls);
    take(object, "notified", port.notified);
    port.rules = rulesFromJson(object.at("rules"));
    take(object, "priority", port.options.priority);
    take(object, "type", port.options.type);
    take(object, "stamp_every", port.stampEvery);
    take(object, "relayed", port.relayed);
    take(object, "foreign_peer", port.foreignPeer);
    return port;
}

json toJson(const SharedPlan& shared) {
    return {{"slot", shared.slot},
            {"place", shared.place},
            {"parties", shared.parties},
            {"sync", shared.sync},
            {"descriptors", shared.wiring.descriptors},
            {"names", shared.wiring.names},
            {"numbers", shared.wiring.numbers},
            {"window_ns", shared.windowNs}};
}

SharedPlan sharedFromJson(const json& object) {
    SharedPlan shared;
    take(object, "slot", shared.slot);
    take(object, "place", shared.place);
    take(object, "parties", shared.parties);
    take(object, "sync", shared.sync);
    take(object, "descriptors", shared.wiring.descriptors);
    take(object, "names", shared.wiring.names);
    take(object, "numbers", shared.wiring.numbers);
    take(object, "window_ns", shared.windowNs);
    return shared;
}

template <typename Enum>
json numberOrNull(const std::optional<Enum>& value) {
    return value ? json(static_cast<unsigned>(*value)) : json();
}

json toJson(const ProgramParameters& parameters) {
    return {{"area", numberOrNull(parameters.area)},
            {"semantics", numberOrNull(parameters.semantics)},
#define PARAMETER(type, member, ...) {#member, orNull(parameters.member)},
#include "programs/parameters.def"
#undef PARAMETER
            {"way", parameters.way},
            {"strategy", parameters.strategy},
            {"active", orNull(parameters.active)},
            {"connect_rate", orNull(parameters.connectRate)},
            {"arrivals", numberOrNull(parameters.arrivals)}};
}

ProgramParameters parametersFromJson(const json& object) {
    ProgramParameters parameters;
    take(object, "area", parameters.area);
    take(object, "semantics", parameters.semantics);
#define PARAMETER(type, member, ...) take(object, #member, parameters.member);
#include "programs/parameters.def"
#undef PARAMETER
    take(object, "way", parameters.way);
    take(object, "strategy", parameters.strategy);
    take(object, "active", parameters.active);
    take(object, "connect_rate", parameters.connectRate);
    take(object, "arrivals", parameters.arrivals);
    return parameters;
}

json toJson(const ResourceLimits& limits) {
    return {{"cpu_s", orNull(limits.cpuSeconds)},     {"address_space_bytes", orNull(limits.addressSpaceBytes)},
            {"file_bytes", orNull(limits.fileBytes)}, {"open_files", orNull(limits.openFiles)},
            {"processes", orNull(limits.processes)},  {"stack_bytes", orNull(limits.stackBytes)}};
}

ResourceLimits limitsFromJson(const json& object) {
    ResourceLimits limits;
    take(object, "cpu_s", limits.cpuSeconds);
    take(object, "address_space_bytes", limits.addressSpaceBytes);
    take(object, "file_bytes", limits.fileBytes);
    take(object, "open_files", limits.openFiles);
    take(object, "processes", limits.processes);
    take(object, "stack_bytes", limits.stackBytes);
    return limits;
}

json toJson(const WorkerPlan& plan) {
    json ports = json::array();
    for (const PortPlan& port : plan.ports) ports.push_back(toJson(port));
    return {{"process", plan.process},
            {"program", plan.program},
            {"count", plan.count},
            {"start_delay_ns", plan.startDelayNs},
            {"seed", plan.seed},
            {"shared", plan.shared ? toJson(*plan.shared) : json()},
            {"ports", std::move(ports)},
            {"parameters", toJson(plan.parameters)},
            {"limits", toJson(plan.limits)},
            {"worker_executable", plan.workerExecutable},
            {"names",
             {{"file", plan.names.file},
              {"shm", plan.names.shm},
              {"queue", plan.names.queue},
              {"sysv_shm", plan.names.sysvShm}}},
            {"bare", plan.bare}};
}

}  // namespace

std::string toJsonText(const WorkerPlan& plan) { return toJson(plan).dump(); }

std::string toJsonText(const ChildPlan& plan, int outputFd, int errorFd) {
    json object = toJson(plan.worker);
    json attach = json::array();
    for (const Attach each : plan.attach) attach.push_back(static_cast<unsigned>(each));
    object["start"] = {{"process", json(toJson(*plan.spec))},
                       {"foreign", plan.foreign},
                       {"attach", std::move(attach)},
                       {"link_names", plan.linkNames},
                       {"open_files", plan.openFiles},
                       {"output", outputFd},
                       {"errors", errorFd}};
    return object.dump();
}

std::optional<StartPlan> startPlanFromJson(std::string_view text) {
    const json object = parsePlan(text);
    if (!object.contains("start")) return std::nullopt;
    const json& start = object.at("start");
    StartPlan plan;
    plan.spec = processFromJson(nlohmann::ordered_json(start.at("process")));
    take(start, "foreign", plan.child.foreign);
    plan.child.worker = workerPlanFromJson(text);
    take(start, "attach", plan.child.attach);
    take(start, "link_names", plan.child.linkNames);
    take(start, "open_files", plan.child.openFiles);
    take(start, "output", plan.outputFd);
    take(start, "errors", plan.errorFd);
    return plan;
}

void StartPlan::renumber(const std::vector<std::pair<int, int>>& numbers) {
    const auto change = [&](int& fd) {
        const auto found = std::ranges::find(numbers, fd, &std::pair<int, int>::first);
        if (found != numbers.end()) fd = found->second;
    };
    for (PortPlan& port : child.worker.ports) std::ranges::for_each(port.wiring.descriptors, change);
    if (child.worker.shared) std::ranges::for_each(child.worker.shared->wiring.descriptors, change);
    change(outputFd);
    change(errorFd);
}

WorkerPlan workerPlanFromJson(std::string_view text) {
    const json object = parsePlan(text);
    WorkerPlan plan;
    take(object, "process", plan.process);
    take(object, "program", plan.program);
    take(object, "count", plan.count);
    take(object, "start_delay_ns", plan.startDelayNs);
    take(object, "seed", plan.seed);
    if (!object.at("shared").is_null()) plan.shared = sharedFromJson(object.at("shared"));
    for (const json& port : object.at("ports")) plan.ports.push_back(portFromJson(port));
    plan.parameters = parametersFromJson(object.at("parameters"));
    plan.limits = limitsFromJson(object.at("limits"));
    take(object, "worker_executable", plan.workerExecutable);
    const json& names = object.at("names");
    take(names, "file", plan.names.file);
    take(names, "shm", plan.names.shm);
    take(names, "queue", plan.names.queue);
    take(names, "sysv_shm", plan.names.sysvShm);
    take(object, "bare", plan.bare);
    return plan;
}

}  // namespace ipclab

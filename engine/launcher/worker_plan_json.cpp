#include "launcher/worker_plan_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "document/experiment_json.h"
#include "document/json_values.h"

namespace ipclab {

using nlohmann::json;

namespace {

json toJson(const LinkRules& rules) {
    return {{"buffering", static_cast<unsigned>(rules.buffering)},
            {"places", rules.places},
            {"limit_bytes", rules.limitBytes},
            {"policy", static_cast<unsigned>(rules.policy)},
            {"naming", static_cast<unsigned>(rules.naming)}};
}

LinkRules rulesFromJson(const json& object) {
    return {static_cast<Buffering>(object.at("buffering").get<unsigned>()), object.at("places"),
            object.at("limit_bytes"), static_cast<ReceivePolicy>(object.at("policy").get<unsigned>()),
            static_cast<Naming>(object.at("naming").get<unsigned>())};
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

PortPlan portFromJson(const json& object) {
    PortPlan port;
    port.slot = object.at("slot");
    port.link = object.at("link");
    port.role = object.at("receives").get<bool>() ? PortRole::Receiver : PortRole::Sender;
    port.mechanism = object.at("mechanism");
    port.wiring.descriptors = object.at("descriptors").get<std::vector<int>>();
    port.wiring.names = object.at("names").get<std::vector<std::string>>();
    port.wiring.numbers = object.at("numbers").get<std::vector<std::uint64_t>>();
    port.options.mode = object.at("nonblocking").get<bool>() ? Blocking::NonBlocking : Blocking::Blocking;
    port.options.timeoutNs = object.at("timeout_ns");
    port.options.spinNs = object.at("spin_ns");
    port.options.maxMessageBytes = object.at("max_message_bytes");
    port.polls = object.at("polls");
    port.notified = object.at("notified");
    port.rules = rulesFromJson(object.at("rules"));
    port.options.priority = object.at("priority");
    port.options.type = object.at("type");
    port.stampEvery = object.at("stamp_every");
    port.relayed = object.at("relayed");
    port.foreignPeer = object.at("foreign_peer");
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
    shared.slot = object.at("slot");
    shared.place = object.at("place");
    shared.parties = object.at("parties");
    shared.sync = object.at("sync");
    shared.wiring.descriptors = object.at("descriptors").get<std::vector<int>>();
    shared.wiring.names = object.at("names").get<std::vector<std::string>>();
    shared.wiring.numbers = object.at("numbers").get<std::vector<std::uint64_t>>();
    shared.windowNs = object.at("window_ns");
    return shared;
}

template <typename T>
void read(const json& object, const char* name, std::optional<T>& into) {
    if (const json& value = object.at(name); !value.is_null()) into = value.get<T>();
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
    std::optional<unsigned> area, semantics;
    read(object, "area", area);
    read(object, "semantics", semantics);
    if (area) parameters.area = static_cast<MemoryArea>(*area);
    if (semantics) parameters.semantics = static_cast<CallSemantics>(*semantics);
#define PARAMETER(type, member, ...) read(object, #member, parameters.member);
#include "programs/parameters.def"
#undef PARAMETER
    parameters.way = object.at("way");
    parameters.strategy = object.at("strategy");
    read(object, "active", parameters.active);
    read(object, "connect_rate", parameters.connectRate);
    std::optional<unsigned> arrivals;
    read(object, "arrivals", arrivals);
    if (arrivals) parameters.arrivals = static_cast<Arrivals>(*arrivals);
    return parameters;
}

json toJson(const ResourceLimits& limits) {
    return {{"cpu_s", orNull(limits.cpuSeconds)},     {"address_space_bytes", orNull(limits.addressSpaceBytes)},
            {"file_bytes", orNull(limits.fileBytes)}, {"open_files", orNull(limits.openFiles)},
            {"processes", orNull(limits.processes)},  {"stack_bytes", orNull(limits.stackBytes)}};
}

ResourceLimits limitsFromJson(const json& object) {
    ResourceLimits limits;
    read(object, "cpu_s", limits.cpuSeconds);
    read(object, "address_space_bytes", limits.addressSpaceBytes);
    read(object, "file_bytes", limits.fileBytes);
    read(object, "open_files", limits.openFiles);
    read(object, "processes", limits.processes);
    read(object, "stack_bytes", limits.stackBytes);
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

std::vector<Attach> attachFromJson(const json& array) {
    std::vector<Attach> attach;
    for (const json& each : array) attach.push_back(static_cast<Attach>(each.get<unsigned>()));
    return attach;
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
    const json object = json::parse(text);
    if (!object.contains("start")) return std::nullopt;
    const json& start = object.at("start");
    StartPlan plan;
    plan.spec = processFromJson(nlohmann::ordered_json(start.at("process")));
    plan.child.foreign = start.at("foreign");
    plan.child.worker = workerPlanFromJson(text);
    plan.child.attach = attachFromJson(start.at("attach"));
    plan.child.linkNames = start.at("link_names").get<std::vector<std::string>>();
    plan.child.openFiles = start.at("open_files");
    plan.outputFd = start.at("output");
    plan.errorFd = start.at("errors");
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
    const json object = json::parse(text);
    WorkerPlan plan;
    plan.process = object.at("process");
    plan.program = object.at("program");
    plan.count = object.at("count");
    plan.startDelayNs = object.at("start_delay_ns");
    plan.seed = object.at("seed");
    if (!object.at("shared").is_null()) plan.shared = sharedFromJson(object.at("shared"));
    for (const json& port : object.at("ports")) plan.ports.push_back(portFromJson(port));
    plan.parameters = parametersFromJson(object.at("parameters"));
    plan.limits = limitsFromJson(object.at("limits"));
    plan.workerExecutable = object.at("worker_executable");
    const json& names = object.at("names");
    plan.names = {names.at("file"), names.at("shm"), names.at("queue"), names.at("sysv_shm")};
    plan.bare = object.at("bare");
    return plan;
}

}  // namespace ipclab

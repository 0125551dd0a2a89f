#include "launcher/worker_plan_json.h"

#include <nlohmann/json.hpp>

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

}  // namespace

std::string toJsonText(const WorkerPlan& plan) {
    json ports = json::array();
    for (const PortPlan& port : plan.ports) ports.push_back(toJson(port));
    return json{{"process", plan.process},  {"program", plan.program},
                {"count", plan.count},      {"start_delay_ns", plan.startDelayNs},
                {"seed", plan.seed},        {"shared", plan.shared ? toJson(*plan.shared) : json()},
                {"ports", std::move(ports)}}
        .dump();
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
    return plan;
}

}  // namespace ipclab

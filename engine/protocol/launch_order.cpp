#include "protocol/launch_order.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "document/experiment_json.h"
#include "protocol/plan_values.h"

namespace ipclab {

using nlohmann::ordered_json;

std::string toJsonText(const LaunchOrder& order) {
    return ordered_json{{"experiment", toJson(order.experiment)},   {"switch_events", order.switchEvents},
                        {"probe_every_ns", order.probeEveryNs},     {"ask_for_ns", order.askForNs},
                        {"terminate_for_ns", order.terminateForNs}, {"token", order.token},
                        {"bare", order.bare}}
        .dump();
}

LaunchOrder launchOrderFromJson(std::string_view text) {
    const auto object = parsePlan<ordered_json>(text);
    const ReadResult read = readExperiment(object.at("experiment").dump(), "launch order");
    if (!read.experiment) {
        throw std::runtime_error(read.problems.empty() ? "the experiment cannot be read"
                                                       : read.problems.front().message);
    }
    LaunchOrder order;
    order.experiment = *read.experiment;
    take(object, "switch_events", order.switchEvents);
    take(object, "probe_every_ns", order.probeEveryNs);
    take(object, "ask_for_ns", order.askForNs);
    take(object, "terminate_for_ns", order.terminateForNs);
    take(object, "token", order.token);
    take(object, "bare", order.bare);
    return order;
}

}  // namespace ipclab

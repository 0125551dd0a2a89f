#include "protocol/launch_order.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "document/experiment_json.h"

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
    const ordered_json object = ordered_json::parse(text);
    const ReadResult read = readExperiment(object.at("experiment").dump(), "launch order");
    if (!read.experiment) {
        throw std::runtime_error(read.problems.empty() ? "the experiment cannot be read"
                                                       : read.problems.front().message);
    }
    return {*read.experiment,
            object.at("switch_events").get<bool>(),
            object.at("probe_every_ns").get<Nanoseconds>(),
            object.at("ask_for_ns").get<Nanoseconds>(),
            object.at("terminate_for_ns").get<Nanoseconds>(),
            object.at("token").get<std::string>(),
            object.at("bare").get<bool>()};
}

}  // namespace ipclab

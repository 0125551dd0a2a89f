// The result of a run as the contract prints it: schema "ipclab.run/1".
//
// null stands for what was not or cannot be measured, never for zero: the states of a process nobody observed, the
// messages of a link with a foreign command at one end (its bytes are counted where one of our programs reads
// them), the latency of a link that carried no stamped message.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "observe/host_facts.h"
#include "results/run_data.h"

namespace ipclab {

// With the facts of this machine and the warnings of resultWarnings().
nlohmann::ordered_json resultJson(const RunData& data);
nlohmann::ordered_json resultJson(const RunData& data, const HostFacts& host, const std::vector<std::string>& warnings);

// Its parts, for benchmarks and recordings.
nlohmann::ordered_json costJson(const std::optional<ObserverCost>& cost);
std::optional<ObserverCost> costFromJson(const nlohmann::ordered_json& json);  // nothing where a figure is missing
nlohmann::ordered_json hostJson(const HostFacts& host);
HostFacts hostFromJson(const nlohmann::ordered_json& json);  // fields that are not there stay empty
nlohmann::ordered_json requestedJson(const LinkRequest& spec);
nlohmann::ordered_json effectiveJson(const LinkProperties& properties, const LinkRequest& requested);

// As text, two spaces a level; bytes that are not UTF-8 become U+FFFD.
std::string jsonText(const nlohmann::ordered_json& json);

}  // namespace ipclab

// What stands below a link in a result: its endpoints with their connections, its calls, and what a process waited for.
#pragma once

#include <nlohmann/json.hpp>

#include "results/run_data.h"

namespace ipclab {

// Each end in the order of the document, senders first. Connections are null where the mechanism has none.
nlohmann::ordered_json endpointsJson(const RunData& data, std::uint32_t link);

// What is a list of the calls over it: their counts are quantities of the link. Null where nobody calls over it.
nlohmann::ordered_json callsJson(const RunData& data, const LinkData& link);

// Links and shared objects, in which share of the samples, and in which it waited for others as well.
nlohmann::ordered_json waitsForJson(const RunData& data, const ProcessData& process);

}  // namespace ipclab

// The result of a run as the contract prints it: schema "ipclab.run/1".
#pragma once

#include <nlohmann/json.hpp>

#include "runs/run_data.h"

namespace ipclab {

nlohmann::ordered_json resultJson(const RunData& data);

}  // namespace ipclab

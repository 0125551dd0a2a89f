// What the machine did, beside what it is (hostJson() in result_json.h): names of the fields as the quantities of a run
// have them.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "observe/busy_machine.h"
#include "results/run_data.h"

namespace ipclab {

// Into the host of a result that is no single run, such as a benchmark.
void addMachineUse(nlohmann::ordered_json& host, const MachineUse& use);

nlohmann::ordered_json activityJson(const MachineActivity& activity);

}  // namespace ipclab

// The result of a run for people, at 80 columns.
#pragma once

#include <string>
#include <vector>

#include "observe/host_facts.h"
#include "results/run_data.h"

namespace ipclab {

// What people call the experiment, or its identity where it has no name.
std::string titleOf(const Experiment& experiment);

std::string resultText(const RunData& data, const HostFacts& host, const std::vector<std::string>& warnings);

// "CPU time limit of 1 s"; of an exit whose cause is known.
// "exit 0", "SIGKILL", "alive", "not launched".
std::string endText(const ProcessData& process);
std::string hostText(const HostFacts& host);
// Each on lines of its own, after a heading; empty when there are none.
std::string warningsText(const std::vector<std::string>& warnings);

}  // namespace ipclab

// ipclab-worker --costs: measures one group of what processes cost (observe/process_costs.h) and prints each row as it
// is known, one JSON document a line.
#pragma once

#include <cstddef>
#include <string>

namespace ipclab {

// Returns the exit code. `program` is what the methods with exec start.
int reportCosts(unsigned repeats, std::size_t group, const std::string& program);

}  // namespace ipclab

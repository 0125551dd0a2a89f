// The whole of a recorded run as it is read on demand. Private to recordings.
#pragma once

#include "recording/paged.h"
#include "results/run_data.h"

namespace ipclab {

// The file itself has the groups; else the connection made empty tables for them.
bool hasLevels(Database& database);
// What goes over time, of each owner that has such, as one that reads from `source` when it is asked.
void giveHistory(PageSource& source, RunData& outline);

}  // namespace ipclab

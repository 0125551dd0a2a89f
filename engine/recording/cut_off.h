// What a recording that was cut off does not hold because it is known at the end of a run alone, as far as its own rows
// give it. Private to recordings.
#pragma once

#include "results/run_data.h"

namespace ipclab {

class Database;

// Closes the lanes at the newest sample, sums the states, and adds the warning that says so.
void completeFromRows(RunData& data);
// The same of one that stays on disk, but for its lanes and the warning. data: without what goes over time.
void completeFromTables(Database& database, Nanoseconds lastNs, RunData& data);

}  // namespace ipclab

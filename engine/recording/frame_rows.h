// Of a recording's rows over time, those of one stretch. Private to recordings.
#pragma once

#include <vector>

#include "recording/sqlite.h"
#include "results/run_data.h"

namespace ipclab {

// `from` up to and with `to`: of series also the sample before, so that a curve begins at the edge, and of lanes also
// what covers an edge. What goes on beyond `to` is open.
struct Stretch {
    Nanoseconds from = 0, to = 0;
};

// Each adds to what `data` has; of tasks only those that lived then. They give the number of rows read.
std::uint64_t readStretchOfSeries(Database& database, const Stretch& stretch, RunData& data);
std::uint64_t readStretchOfLatencies(Database& database, const Stretch& stretch, RunData& data);
std::uint64_t readStretchOfLanes(Database& database, const Stretch& stretch, RunData& data);
std::uint64_t readStretchOfCpus(Database& database, const Stretch& stretch, RunData& data);
std::uint64_t readStretchOfQueues(Database& database, const Stretch& stretch, RunData& data);

// Of the CPUs there are rows of.
std::vector<int> cpuNumbers(Database& database);

// The end of the last row over time; 0: there is none.
Nanoseconds lastRowNs(Database& database);

}  // namespace ipclab

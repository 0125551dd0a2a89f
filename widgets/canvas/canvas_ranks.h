// The column of every program and link: programs in even columns, links in odd ones, each after what feeds it.
#pragma once

#include <vector>

#include "results/run_data.h"

namespace ipclab {

struct CanvasRanks {
    std::vector<int> processes;
    std::vector<int> links;
    std::vector<bool> leadsBack;  // by link: from a later column to an earlier one
    int columns = 0;
};

CanvasRanks rankBench(const RunData& data);

}  // namespace ipclab

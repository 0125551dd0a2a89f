// The column of every program and link: programs in even columns, links in odd ones, each after what feeds it.
#pragma once

#include <vector>

#include "document/ends.h"

namespace ipclab {

// The ends of each link, as far as their processes are there.
using CanvasEnds = std::vector<std::vector<PortPlace>>;
CanvasEnds endsByLink(const Experiment& experiment);

struct CanvasRanks {
    std::vector<int> processes;
    std::vector<int> links;
    std::vector<bool> leadsBack;  // by link: from a later column to an earlier one
    int columns = 0;
};

CanvasRanks rankCanvas(std::size_t processes, const CanvasEnds& links);

}  // namespace ipclab

// The rows of a benchmark as a chart for a report: their throughput with its 95 % interval, size by size.
#pragma once

#include <string>

#include "plot/bar_chart.h"
#include "runs/bench.h"

namespace ipclab {

BarChart benchChart(const BenchOptions& options, const std::vector<BenchRow>& rows, const HostFacts& host,
                    const std::string& date);

}  // namespace ipclab

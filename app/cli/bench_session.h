// The rows of a benchmark run one after another, repeats interleaved, the first round thrown away.
#pragma once

#include <string>
#include <vector>

#include "runs/bench.h"

namespace ipclab {

struct BenchResult {
    std::vector<BenchRow> rows;
    bool interrupted = false;
};

// Needs a QCoreApplication. Shows its progress where there is a terminal.
BenchResult runBench(const BenchOptions& options);

}  // namespace ipclab

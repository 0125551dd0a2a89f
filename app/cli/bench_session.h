// A benchmark inside an event loop, with its progress on the terminal; signals end it.
#pragma once

#include <vector>

#include "runs/bench.h"

namespace ipclab {

struct BenchResult {
    std::vector<BenchRow> rows;
    bool interrupted = false;
};

// Needs a QCoreApplication.
BenchResult runBench(const BenchOptions& options);

}  // namespace ipclab

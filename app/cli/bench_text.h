// A benchmark's table for people, at 80 columns.
#pragma once

#include <string>
#include <vector>

#include "observe/host_facts.h"
#include "runs/bench.h"

namespace ipclab {

// "one-way, fork, CPUs free · 5 × 1 s a row, interleaved".
std::string benchParameters(const BenchOptions& options);

std::string benchText(const BenchOptions& options, const std::vector<BenchRow>& rows, const HostFacts& host,
                      const std::vector<std::string>& warnings);

}  // namespace ipclab

// What a benchmark of mechanisms measures (runs/bench.h), as a sweep: the same experiment, its mechanism, the size of
// its messages and its placement varied. So mechanisms are compared, kept, gone on with and drawn as anything else is
// that varies.
#pragma once

#include <string_view>
#include <vector>

#include "runs/bench.h"
#include "sweep/sweep.h"

namespace ipclab {

inline constexpr const char* kMechanismPath = "links.*.mechanism";
inline constexpr const char* kMessageSizePath = "processes.*.message_bytes";

// A reference is a bare loop of the same system calls, as one more axis. pins: where the processes run, each of them
// measured; options.pin is not looked at. Mechanisms whose library needs a program of its own are started by exec, as
// the benchmark does it.
SweepOptions mechanismSweep(const BenchOptions& options, const std::vector<Pin>& pins);
// "one-way", "ping-pong": as they are named where a document can be.
std::optional<Pattern> patternNamed(std::string_view name);
// The figures one asks of it first, as findFigure() takes them.
std::vector<std::string_view> figuresOf(Pattern pattern);

}  // namespace ipclab

// ipclab-worker --probe ID REPEATS: makes one probe and prints what it tells, one JSON document a line.
#pragma once

#include <optional>

#include "probes/probe.h"

namespace ipclab {

// The exit code; nothing: these arguments ask for no probe.
std::optional<int> probeAsked(int argc, char** argv);

}  // namespace ipclab

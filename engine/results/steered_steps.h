// What was done to the processes and links of a run by hand, as steps of a document that do it again at the same times.
// A value that was passed on the way to another, as a slider passes many, is none of its own. What was refused, and
// what only ended the run, is not among them.
#pragma once

#include <vector>

#include "document/parts.h"
#include "results/run_data.h"

namespace ipclab {

struct SteeredStep {
    Part::Kind kind = Part::Kind::Process;  // or Link
    std::uint32_t index = 0;                // its place in the run
    Step step;
};

// In the order of time.
std::vector<SteeredStep> steeredSteps(const RunData& run);

}  // namespace ipclab

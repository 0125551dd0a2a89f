// The shape of a run before there is one: processes and links of a document with nothing measured, so that canvas,
// tables and inspector show an experiment and a run with the same code.
#pragma once

#include "results/run_data.h"

namespace ipclab {

RunData previewOf(const Experiment& experiment);

// Indices into experiment.processes; the senders first.
std::vector<PortData> portsOfLink(const Experiment& experiment, const LinkPlan& link);

}  // namespace ipclab

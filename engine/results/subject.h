// What an experiment is about, as far as that decides what is shown of it.
#pragma once

#include "document/experiment.h"

namespace ipclab {

// A program takes the memory it is told to, a link keeps its backlog in its sender's, or all together have a budget.
bool isAboutMemory(const Experiment& experiment);

// Messages are made to be late: by a wire between hosts, by a network between processes, or by TCP that waits for more.
bool isAboutLatency(const Experiment& experiment);

// Rows P of the curriculum, and what has no links: processes and the scheduler, not messages.
bool isAboutProcesses(const Experiment& experiment);

}  // namespace ipclab

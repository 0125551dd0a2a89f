// A batch in an event loop of its own, with its progress on the terminal; signals end it.
#pragma once

#include <functional>

#include "runs/batch.h"

namespace ipclab {

// Until nothing is left or it was stopped. Interrupted once it ends in order, twice at once. progressed: whenever a
// measurement was taken or the next one begins. Needs a QCoreApplication.
void runInLoop(Batch& batch, const std::function<void()>& progressed);

}  // namespace ipclab

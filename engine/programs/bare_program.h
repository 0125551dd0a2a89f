// What a worker runs in the place of its own program where a bare loop is asked for (WorkerPlan::bare): the reference
// that a benchmark measures a mechanism against. It is in no list of programs: no document can name it.
#pragma once

#include "programs/program.h"

namespace ipclab {

const Program& bareProgram();

}  // namespace ipclab

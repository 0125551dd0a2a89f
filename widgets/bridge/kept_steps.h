// What was done by hand in the run that is shown, written into the document as steps.
#pragma once

#include "document/edits.h"
#include "runs/run_source.h"

namespace ipclab {

// Empty where nothing was done, or to no process the document still has. The run is over.
Edit keepSteps(const RunSource& shown, const Document& document);

}  // namespace ipclab

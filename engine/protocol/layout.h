// Which slot of the shared segment belongs to whom: window and launcher compute it from the same experiment, so
// that it is never transmitted. Ports are in the order of portsOf().
#pragma once

#include "core/segment.h"
#include "document/ends.h"

namespace ipclab {

// A segment with the experiment's slots and initial settings. Throws std::system_error.
Segment makeSegment(const Experiment& experiment);

}  // namespace ipclab

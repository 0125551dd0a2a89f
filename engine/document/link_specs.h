// What the document asks of every link at once, with the messages followed through the experiment only once: asking for
// one link after the other would take a thousand processes a second.
#pragma once

#include <vector>

#include "document/experiment.h"

namespace ipclab {

// requestedSpec() of each link, in their order.
std::vector<LinkRequest> requestedSpecs(const Experiment& experiment);

}  // namespace ipclab

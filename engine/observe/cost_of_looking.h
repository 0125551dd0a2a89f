#pragma once

#include "core/clock.h"

namespace ipclab {

// What one look at one process through /proc takes here, as sampling makes them (sampled_states.h), measured by a few
// looks at the caller's parent: in the mean. 0: it could not be looked at.
Nanoseconds costOfLooking();

}  // namespace ipclab

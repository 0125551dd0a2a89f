// How the command line and its pages say an event (results/event_text.h): English, units as in its tables, nothing that a
// terminal would take for more than text.
#pragma once

#include "results/event_text.h"

namespace ipclab {

const Wording& lineWording();

}  // namespace ipclab

// The wires of a layout: from every sender to its link's box, and on to every receiver, for wherever they stand.
#pragma once

#include "canvas/canvas_layout.h"
#include "canvas/canvas_ranks.h"

namespace ipclab {

// The wire as it is between its ends where these are in the layout.
CanvasWire wireOf(const CanvasWire& wire, const CanvasLayout& layout);

void drawWires(const CanvasEnds& ends, CanvasLayout& layout);

}  // namespace ipclab

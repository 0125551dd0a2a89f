// A layout that a hand has made: programs stand where the document has them, a link's box between its ends unless it
// has a place too, and a program that nobody has placed below the others. Pure geometry, as canvas_layout.h.
#pragma once

#include <functional>

#include "canvas/canvas_layout.h"
#include "document/ends.h"

namespace ipclab {

// One program with a place is enough: nothing else moves by itself any more.
[[nodiscard]] bool isPlacedByHand(const Experiment& experiment);

CanvasLayout layOutByHand(const Experiment& experiment, const CanvasMetrics& metrics);
// As a hand has placed it, which has the width that it has; else for that width.
CanvasLayout layOutExperiment(const Experiment& experiment, const CanvasMetrics& metrics, double width);

// Half way from those who send to those who receive.
QPointF middleOf(const std::vector<PortPlace>& ends, const CanvasLayout& layout);

// A link's box there, or the nearest above or below that is not taken, with a little room around it.
QRectF nearestFree(const QPointF& middle, const CanvasMetrics& metrics,
                   const std::function<bool(const QRectF&)>& isTaken);

// The place in the document of what has its middle there in the layout, on the grid.
CanvasPlace placeAt(const QPointF& middle, const CanvasLayout& layout, const CanvasMetrics& metrics);

}  // namespace ipclab

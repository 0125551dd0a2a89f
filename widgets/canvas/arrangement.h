// Edits of where parts stand. The first part that a hand moves gives every program a place, where it stands then: from
// then on nothing moves by itself. Middles are in the units of the layout; places snap to its grid.
#pragma once

#include <map>
#include <vector>

#include "canvas/canvas_layout.h"
#include "document/edits.h"

namespace ipclab {

// What is on the canvas now, and what it was laid out with.
struct Arranged {
    const Document& document;
    const CanvasLayout& layout;
    const CanvasMetrics& metrics;

    [[nodiscard]] QRectF rectOf(const Part& part) const;  // null: it has none
};

// Processes and links; others are not on the canvas.
Edit placeParts(const Arranged& now, const std::map<Part, QPointF>& middles);
Edit moveParts(const Arranged& now, const std::vector<Part>& parts, const QPointF& by);

enum class Alignment : std::uint8_t { Left, Top, Columns, Rows };  // Columns, Rows: even gaps across, down
Edit alignParts(const Arranged& now, const std::vector<Part>& parts, Alignment alignment);

// Back to the layout that is made for a document; empty: it has no places.
Edit arrangeAutomatically(const Document& document);

}  // namespace ipclab

// Where programs and links stand on the canvas: pure geometry of a document, in its own units, computed for a
// document and a width: who is at the ends of what decides, so that an edit of anything else moves nothing. Data flows
// along columns, programs and links alternating; where the columns are too many for the width they go on in a second
// band, and the flow turns back like a road in the mountains. A link that leads back (an answer) stands below the way
// there. Programs that no link touches stand in rows beside or below all that.
#pragma once

#include <QFont>
#include <QPainterPath>
#include <QRectF>
#include <vector>

#include "document/experiment.h"

namespace ipclab {

struct CanvasWire {
    std::uint32_t link = 0;
    std::uint32_t process = 0;
    bool toLink = true;  // from a sender to the link; false: from the link to a receiver
    QPainterPath path;
    QPointF tip;  // where the arrow points, and from where
    QPointF tipFrom;
};

// By the places of the experiment's lists; whose they are, its ids tell (PartIds).
struct CanvasLayout {
    std::vector<QRectF> processes;
    std::vector<QRectF> links;
    std::vector<CanvasWire> wires;
    QSizeF size;
    QPointF shift;  // from the places of a document to here; of what no hand has placed none
};

// All of it, by so much.
void moveLayout(CanvasLayout& layout, const QPointF& by);

// The size of a node and of a link's box, in the widget's units, by the font.
struct CanvasMetrics {
    QSizeF process{176, 74};
    QSizeF link{148, 66};
    double columnGap = 28;
    double rowGap = 14;
    double bandGap = 26;
    double margin = 14;
    double grid = 8;  // what a place of a document counts: half a line of text

    // Grows with the font, so that large text keeps its room.
    static CanvasMetrics of(const QFont& font);
};

// Beyond so many nodes and boxes nobody could follow a wire: the processes stand as tiles then, one beside another.
inline constexpr std::size_t kMostOnCanvas = 640;
[[nodiscard]] bool isTiled(const Experiment& experiment);

// A tile for each process, as large as the room allows; links have no place of their own (null rectangles).
CanvasLayout layOutTiles(const Experiment& experiment, const QRectF& room);

CanvasLayout layOutCanvas(const Experiment& experiment, const CanvasMetrics& metrics, double width);

}  // namespace ipclab

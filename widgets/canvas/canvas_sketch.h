// What is drawn over the canvas while a hand is at it, and what is said of a part by the validation. In the
// coordinates of the view.
#pragma once

#include <QPointF>
#include <QRectF>
#include <QStringList>
#include <optional>

#include "bridge/selection.h"

namespace ipclab {

struct CanvasSketch {
    std::optional<QRectF> band;  // that selects what it touches
    // A link that is being drawn: from that part to the point, or to the part that would take it.
    Selection from;
    QPointF to;
    Selection target;
    bool refused = false;
    QString words;  // what it would be, or why it cannot be

    [[nodiscard]] bool isEmpty() const { return !band && from.kind == Selection::Kind::None; }
    bool operator==(const CanvasSketch&) const = default;
};

struct PartProblems {
    bool isGrave = false;  // else warnings alone
    QStringList sentences;

    bool operator==(const PartProblems&) const = default;
};

}  // namespace ipclab

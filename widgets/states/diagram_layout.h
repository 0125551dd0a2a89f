// Where the states of the diagram stand and how the arcs between them run: the picture of the courses, new and
// terminated at its sides, ready and running in the middle, waiting below them and, where somebody was stopped, stopped
// above. Pure geometry.
#pragma once

#include <QPainterPath>
#include <QRectF>
#include <array>

#include "series/transitions.h"

namespace ipclab {

class DiagramLayout {
public:
    struct Arc {
        QPainterPath path;
        QPointF before;  // the head of the arrow points from here to the end of the path
        QPointF label;
        Qt::Alignment side;  // on which side of that point the label stands
    };

    DiagramLayout() = default;
    DiagramLayout(const QRectF& area, bool withStopped);

    static constexpr double kNodeHeight = 36;
    static double leastHeight(bool withStopped) { return withStopped ? 224 : 164; }

    // An empty rectangle: the state is not drawn.
    [[nodiscard]] const QRectF& node(ProcessState state) const { return m_nodes[static_cast<std::size_t>(state)]; }
    [[nodiscard]] const Arc& arc(Transition arc) const { return m_arcs[static_cast<std::size_t>(arc)]; }
    [[nodiscard]] bool isDrawn(Transition arc) const {
        return !node(arcOf(arc).from).isEmpty() && !node(arcOf(arc).to).isEmpty();
    }

private:
    void placeNodes(const QRectF& area, bool withStopped);
    void straight(Transition arc);
    void bowed(Transition arc, double bow);
    void cornered(Transition arc);

    std::array<QRectF, kProcessStateCount> m_nodes{};
    std::array<Arc, kTransitionCount> m_arcs{};
};

}  // namespace ipclab

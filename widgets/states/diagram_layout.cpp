#include "states/diagram_layout.h"

#include <algorithm>

namespace ipclab {
namespace {

constexpr double kLeastWidth = 110, kMostWidth = 136;
constexpr double kBow = 20;        // of the two arcs between ready and running
constexpr double kApart = 9;       // where they begin and end, from the middle
constexpr double kAboveMain = 44;  // room for the label of the upper one

QPointF middle(const QPointF& a, const QPointF& b) { return (a + b) / 2; }

}  // namespace

DiagramLayout::DiagramLayout(const QRectF& area, bool withStopped) {
    placeNodes(area, withStopped);
    straight(Transition::Admitted);
    straight(Transition::Exit);
    bowed(Transition::Dispatch, -kBow);
    bowed(Transition::Interrupt, kBow);
    cornered(Transition::Wait);
    cornered(Transition::WakeUp);
    if (!withStopped) return;
    cornered(Transition::Stop);
    cornered(Transition::Continue);
}

void DiagramLayout::placeNodes(const QRectF& area, bool withStopped) {
    using enum ProcessState;
    const double width = std::clamp(area.width() * 0.13, kLeastWidth, kMostWidth);
    const double left = area.left() + width / 2, span = area.width() - width;
    const double bottom = area.bottom() - kNodeHeight / 2 - 6;
    const double top = area.top() + kNodeHeight / 2;
    const double main = withStopped ? middle({0, top}, {0, bottom}).y() : top + kAboveMain;
    const auto put = [&](ProcessState state, double x, double y) {
        QRectF& node = m_nodes[static_cast<std::size_t>(state)];
        node = QRectF(0, 0, width, kNodeHeight);
        node.moveCenter({x, y});
    };
    put(New, left, main);
    put(Ready, left + span * 0.315, main);
    put(Running, left + span * 0.685, main);
    put(Terminated, left + span, main);
    put(Waiting, left + span / 2, bottom);
    if (withStopped) put(Stopped, left + span / 2, top);
}

// Between neighbours of the middle row, to the right.
void DiagramLayout::straight(Transition transition) {
    const QRectF &from = node(arcOf(transition).from), &to = node(arcOf(transition).to);
    const QPointF a(from.right(), from.center().y()), b(to.left(), to.center().y());
    Arc& arc = m_arcs[static_cast<std::size_t>(transition)];
    arc.path = QPainterPath(a);
    arc.path.lineTo(b);
    arc.before = a;
    arc.label = middle(a, b) - QPointF(0, 4);
    arc.side = Qt::AlignBottom | Qt::AlignHCenter;
}

void DiagramLayout::bowed(Transition transition, double bow) {
    const QRectF &from = node(arcOf(transition).from), &to = node(arcOf(transition).to);
    const bool right = from.center().x() < to.center().x();
    const double y = from.center().y() + (bow < 0 ? -kApart : kApart);
    const QPointF a(right ? from.right() : from.left(), y), b(right ? to.left() : to.right(), y);
    const double lean = (b.x() - a.x()) * 0.25;
    Arc& arc = m_arcs[static_cast<std::size_t>(transition)];
    arc.path = QPainterPath(a);
    arc.before = b + QPointF(-lean, bow);
    arc.path.cubicTo(a + QPointF(lean, bow), arc.before, b);
    arc.label = middle(a, b) + QPointF(0, bow * 0.75 + (bow < 0 ? -2 : 2));
    arc.side = (bow < 0 ? Qt::AlignBottom : Qt::AlignTop) | Qt::AlignHCenter;
}

// Between the middle row and the one above or below it: out of a node's side into the other's edge, or the other way.
void DiagramLayout::cornered(Transition transition) {
    const QRectF &from = node(arcOf(transition).from), &to = node(arcOf(transition).to);
    const bool leaves = arcOf(transition).from == ProcessState::Running;
    const QRectF &main = leaves ? from : to, &other = leaves ? to : from;
    const bool below = other.center().y() > main.center().y(), right = main.center().x() > other.center().x();
    const QPointF edge(main.center().x(), below ? main.bottom() : main.top());
    const QPointF side(right ? other.right() : other.left(), other.center().y());
    const QPointF corner(edge.x(), side.y());
    Arc& arc = m_arcs[static_cast<std::size_t>(transition)];
    arc.path = QPainterPath(leaves ? edge : side);
    arc.path.quadTo(corner, leaves ? side : edge);
    arc.before = corner;
    arc.label = arc.path.pointAtPercent(0.5) + QPointF(right ? 7 : -7, below ? 2 : -2);
    arc.side = (right ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

}  // namespace ipclab

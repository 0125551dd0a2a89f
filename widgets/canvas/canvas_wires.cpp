#include "canvas/canvas_wires.h"

#include <algorithm>
#include <cmath>

namespace ipclab {
namespace {

constexpr double kLeastGap = 12;

void curve(CanvasWire& wire, const QPointF& a, const QPointF& c1, const QPointF& c2, const QPointF& b) {
    wire.path.moveTo(a);
    wire.path.cubicTo(c1, c2, b);
    wire.tip = b;
    wire.tipFrom = c2;
}

void drawDown(const QRectF& from, const QRectF& to, CanvasWire& wire) {
    const bool down = to.center().y() > from.center().y();
    const QPointF a(from.center().x(), down ? from.bottom() : from.top());
    const QPointF b(to.center().x(), down ? to.top() : to.bottom());
    const double bend = std::abs(b.y() - a.y()) / 2 * (down ? 1 : -1);
    curve(wire, a, a + QPointF(0, bend), b - QPointF(0, bend), b);
}

void draw(const QRectF& from, const QRectF& to, CanvasWire& wire) {
    // Without a gap between them a way from side to side would double back.
    const bool isGap = from.right() + kLeastGap <= to.left() || to.right() + kLeastGap <= from.left();
    const bool isBelow = from.bottom() <= to.top() || to.bottom() <= from.top();
    if (!isGap && isBelow) return drawDown(from, to, wire);
    const bool right = to.center().x() > from.center().x();
    const QPointF a(right ? from.right() : from.left(), from.center().y());
    const QPointF b(right ? to.left() : to.right(), to.center().y());
    const double bend = std::max(std::abs(b.x() - a.x()) / 2, 12.0) * (right ? 1 : -1);
    curve(wire, a, a + QPointF(bend, 0), b - QPointF(bend, 0), b);
}

}  // namespace

CanvasWire wireOf(const CanvasWire& wire, const CanvasLayout& layout) {
    CanvasWire drawn{
        .link = wire.link, .process = wire.process, .toLink = wire.toLink, .path = {}, .tip = {}, .tipFrom = {}};
    const QRectF& node = layout.processes[wire.process];
    const QRectF& box = layout.links[wire.link];
    draw(wire.toLink ? node : box, wire.toLink ? box : node, drawn);
    return drawn;
}

void drawWires(const CanvasEnds& ends, CanvasLayout& layout) {
    layout.wires.clear();
    for (std::uint32_t l = 0; l < ends.size(); ++l) {
        for (const PortPlace& port : ends[l]) {
            const bool sender = port.role == PortRole::Sender;
            layout.wires.push_back(wireOf(
                {.link = l, .process = port.process, .toLink = sender, .path = {}, .tip = {}, .tipFrom = {}}, layout));
        }
    }
}

}  // namespace ipclab

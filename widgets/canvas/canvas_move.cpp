#include "canvas/canvas_move.h"

#include <algorithm>
#include <set>

#include "canvas/canvas_places.h"
#include "canvas/canvas_wires.h"

namespace ipclab {
namespace {

using Kind = Part::Kind;

// Everything has a place from the first move on: as the layout is that is made of that.
CanvasLayout placedLayout(const Arranged& now) {
    if (isPlacedByHand(now.document.experiment())) return now.layout;
    Document placed = now.document;
    const auto& processes = now.document.ids().of(Kind::Process);
    if (processes.empty()) return now.layout;
    placed.apply(moveParts(now, {{Kind::Process, processes.front()}}, {}));
    CanvasLayout layout = layOutByHand(placed.experiment(), now.metrics);
    moveLayout(layout, now.layout.shift - layout.shift);
    layout.size = now.layout.size;
    return layout;
}

}  // namespace

CanvasMove::CanvasMove(const Arranged& now, const std::vector<Part>& parts)
    : m_metrics(now.metrics), m_ends(endsByLink(now.document.experiment())), m_still(placedLayout(now)) {
    findWhatMoves(parts, now.document);
    for (const std::uint32_t i : m_processes) m_processesFrom.push_back(now.layout.processes[i].center());
    for (const std::uint32_t i : m_links) m_linksFrom.push_back(now.layout.links[i].center());
}

void CanvasMove::findWhatMoves(const std::vector<Part>& parts, const Document& document) {
    std::set<std::uint32_t> processes, links;
    for (const Part& part : parts) {
        const auto index = document.ids().indexOf(part);
        if (index && part.kind == Kind::Process) processes.insert(*index);
        if (index && part.kind == Kind::Link) links.insert(*index);
    }
    std::set<std::uint32_t> boxes;
    for (std::uint32_t link = 0; link < m_ends.size(); ++link) {
        const bool follows =
            std::ranges::any_of(m_ends[link], [&](const PortPlace& end) { return processes.contains(end.process); });
        if (follows && !links.contains(link) && !document.experiment().links[link].place) boxes.insert(link);
    }
    for (std::uint32_t wire = 0; wire < m_still.wires.size(); ++wire) {
        const CanvasWire& one = m_still.wires[wire];
        if (processes.contains(one.process) || links.contains(one.link) || boxes.contains(one.link))
            m_wires.push_back(wire);
    }
    for (std::uint32_t i = 0; i < m_still.processes.size(); ++i) {
        if (!processes.contains(i)) m_standing.push_back(m_still.processes[i]);
    }
    for (std::uint32_t i = 0; i < m_still.links.size(); ++i) {
        if (!links.contains(i) && !boxes.contains(i)) m_standing.push_back(m_still.links[i]);
    }
    m_processes.assign(processes.begin(), processes.end());
    m_links.assign(links.begin(), links.end());
    m_boxes.assign(boxes.begin(), boxes.end());
}

// From where it stood before anything had a place, so that it is put on the grid once and not twice.
QRectF CanvasMove::moved(const QPointF& from, const QSizeF& size, const QPointF& by) const {
    const CanvasPlace place = placeAt(from + by, m_still, m_metrics);
    QRectF rect(QPointF(0, 0), size);
    rect.moveCenter(QPointF(place.x, place.y) * m_metrics.grid + m_still.shift);
    return rect;
}

std::vector<QRectF> CanvasMove::moveBy(const QPointF& by, CanvasLayout& layout) {
    std::vector<QRectF> dirty;
    const auto put = [&](QRectF& rect, const QRectF& to) {
        ++m_work;
        if (rect == to) return;
        dirty.push_back(rect | to);
        rect = to;
    };
    for (std::size_t i = 0; i < m_processes.size(); ++i)
        put(layout.processes[m_processes[i]], moved(m_processesFrom[i], m_metrics.process, by));
    for (std::size_t i = 0; i < m_links.size(); ++i)
        put(layout.links[m_links[i]], moved(m_linksFrom[i], m_metrics.link, by));
    for (std::size_t i = 0; i < m_boxes.size(); ++i)
        put(layout.links[m_boxes[i]], freeBox(middleOf(m_ends[m_boxes[i]], layout), layout, i));
    for (const std::uint32_t wire : m_wires) {
        ++m_work;
        dirty.push_back(layout.wires[wire].path.controlPointRect());
        layout.wires[wire] = wireOf(layout.wires[wire], layout);
        dirty.push_back(layout.wires[wire].path.controlPointRect());
    }
    return dirty;
}

// As in the layout that a hand has made: there, or the nearest place above or below where it covers nothing.
QRectF CanvasMove::freeBox(const QPointF& middle, const CanvasLayout& layout, std::size_t upTo) const {
    return nearestFree(middle, m_metrics, [&](const QRectF& wanted) {
        const auto meets = [&](const QRectF& other) { return other.intersects(wanted); };
        return std::ranges::any_of(m_standing, meets) ||
               std::ranges::any_of(m_processes, [&](std::uint32_t i) { return meets(layout.processes[i]); }) ||
               std::ranges::any_of(m_links, [&](std::uint32_t i) { return meets(layout.links[i]); }) ||
               std::any_of(m_boxes.begin(), m_boxes.begin() + static_cast<std::ptrdiff_t>(upTo),
                           [&](std::uint32_t i) { return meets(layout.links[i]); });
    });
}

}  // namespace ipclab

// Where things are on the canvas: how it is laid out for its room, how large, and what is at a point.
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "canvas/canvas_move.h"
#include "canvas/canvas_places.h"
#include "canvas/canvas_view.h"

namespace ipclab {
namespace {

constexpr double kLeastScale = 0.72;
constexpr std::size_t kMany = 100;  // that fit at no scale anyway
constexpr double kScaleStep = 0.04;
constexpr double kWrapScale = 0.82;  // rather a little smaller than in two bands
constexpr double kLeastZoom = 0.15, kMostZoom = 3;
constexpr double kWheelStep = 1.2;  // of a notch
constexpr double kHandleReach = 10;
constexpr double kTilesEdge = 12, kTilesTop = 34;
constexpr int kTilesPx = 300;
constexpr int kHighestPx = 300;

}  // namespace

QSize CanvasView::sizeHint() const {
    if (m_tiled) return {640, kTilesPx};
    if (m_nodes.empty() && m_editable) return {640, kHighestPx};
    const int wide = room().width();
    const QSizeF natural = layOutExperiment(m_source.experiment(), m_metrics, std::max(wide, 100) / kWrapScale).size;
    const double scale = std::min(wide / std::max(natural.width(), 1.0), 1.0);
    return {640, std::clamp(static_cast<int>(std::ceil(natural.height() * scale)), 96, kHighestPx)};
}

void CanvasView::setRoom(const QSize& room) {
    if (room.width() != m_room.width()) m_fixed.reset();
    m_room = room;
    place();
}

void CanvasView::place() {
    const Experiment& experiment = m_source.experiment();
    m_tiled = ipclab::isTiled(experiment);
    if (m_tiled) return placeTiles();
    const auto fits = [this] {
        return m_layout.size.width() * m_scale <= room().width() && m_layout.size.height() * m_scale <= room().height();
    };
    const bool isMany = experiment.processes.size() + experiment.links.size() > kMany;
    layOutFor(isMany ? kLeastScale : 1);
    // What a hand has made is the same at every scale.
    const bool byHand = isPlacedByHand(experiment);
    if (byHand) m_scale = std::clamp(scaleToSee(), kLeastScale, 1.0);
    for (double scale = 1 - kScaleStep; !byHand && !fits() && m_scale > kLeastScale; scale -= kScaleStep)
        layOutFor(std::max(scale, kLeastScale));
    if (m_zoom) m_scale = *m_zoom;
    fitTo();
}

double CanvasView::scaleToSee() const {
    const QSizeF size = m_layout.size.expandedTo({1, 1});
    return std::min(room().width() / size.width(), room().height() / size.height());
}

// In the middle of the room, or as large as it has to be. What a hand places stays where it is seen, as far as there is
// room, when more is placed: nothing jumps away from under it.
void CanvasView::fitTo() {
    const QSize shown((m_layout.size * m_scale).toSize());
    setMinimumSize(shown.width() > room().width() ? shown.width() : 0,
                   shown.height() > room().height() ? shown.height() : 0);
    const QSize all = size().expandedTo(minimumSize());
    const QPointF spare(std::max(all.width() - shown.width(), 0), std::max(all.height() - shown.height(), 0));
    m_origin = (spare / 2).toPoint();
    const bool stays = m_fixed && m_fixed->scale == m_scale && isPlacedByHand(m_source.experiment());
    if (stays) {
        const QPointF wanted = m_fixed->at - m_layout.shift * m_scale;
        m_origin = {std::clamp(wanted.x(), 0.0, spare.x()), std::clamp(wanted.y(), 0.0, spare.y())};
    }
    m_fixed = {m_origin + m_layout.shift * m_scale, m_scale};
    update();
}

void CanvasView::placeTiles() {
    setMinimumSize(0, 0);
    const QRectF whole(QPointF(0, 0), QSizeF(room()));
    m_layout = layOutTiles(m_source.experiment(), whole.adjusted(kTilesEdge, kTilesTop, -kTilesEdge, -kTilesEdge));
    m_scale = 1;
    m_origin = {};
    m_summary = summaryText();
    update();
}

// The columns go on in a second band only where they would have to be smaller than kWrapScale to stand in one.
void CanvasView::layOutFor(double scale) {
    m_scale = scale;
    m_layout =
        layOutExperiment(m_source.experiment(), m_metrics, std::max(room().width(), 100) / std::min(scale, kWrapScale));
}

void CanvasView::beginMove(const CanvasMove& move) {
    m_layout = move.still();
    update();
}

void CanvasView::showMove(CanvasMove& move, const QPointF& by) {
    for (const QRectF& rect : move.moveBy(by, m_layout)) updateItem(rect);
}

void CanvasView::endMove() { place(); }

void CanvasView::zoomBy(double factor, std::optional<QPointF> fixed) {
    if (m_tiled) return;
    const QPointF at = fixed.value_or(QRectF(visibleRegion().boundingRect()).center());
    const QPointF inLayout = toLayout(at);
    m_zoom = std::clamp(m_scale * factor, kLeastZoom, kMostZoom);
    m_scale = *m_zoom;
    fitTo();
    emit shifted(at, transform().map(inLayout));
}

void CanvasView::zoomToFit() {
    m_zoom.reset();
    m_fixed.reset();
    place();
}

// All of it in sight, however small.
void CanvasView::zoomToWhole() {
    if (m_tiled) return;
    m_zoom = std::clamp(scaleToSee(), kLeastZoom, 1.0);
    m_fixed.reset();
    place();
}

QTransform CanvasView::transform() const {
    QTransform transform;
    transform.translate(m_origin.x(), m_origin.y());
    transform.scale(m_scale, m_scale);
    return transform;
}

void CanvasView::resizeEvent(QResizeEvent*) { place(); }

void CanvasView::wheelEvent(QWheelEvent* event) {
    if ((event->modifiers() & Qt::ControlModifier) == 0) return event->ignore();
    zoomBy(std::pow(kWheelStep, event->angleDelta().y() / 120.0), event->position());
}

Selection CanvasView::itemAt(const QPointF& pos) const {
    const QPointF at = toLayout(pos);
    for (std::uint32_t i = 0; i < m_layout.processes.size(); ++i) {
        if (m_layout.processes[i].contains(at)) return m_ids.at(Selection::Kind::Process, i);
    }
    for (std::uint32_t i = 0; i < m_layout.links.size(); ++i) {
        if (m_layout.links[i].contains(at)) return m_ids.at(Selection::Kind::Link, i);
    }
    return {};
}

Selection CanvasView::handleAt(const QPointF& pos) const {
    for (const Selection& item : {m_hovered, selection()}) {
        const QRectF rect = rectOf(item);
        if (rect.isNull() || m_tiled) continue;
        const QPointF away = pos - QPointF(rect.right(), rect.center().y());
        if (std::hypot(away.x(), away.y()) <= kHandleReach) return item;
    }
    return {};
}

std::vector<Selection> CanvasView::itemsIn(const QRectF& rect) const {
    std::vector<Selection> items;
    const QRectF inLayout = transform().inverted().mapRect(rect.normalized());
    const auto add = [&](Selection::Kind kind, const std::vector<QRectF>& rects) {
        for (std::size_t i = 0; i < rects.size(); ++i) {
            if (rects[i].intersects(inLayout)) items.push_back(m_ids.at(kind, i));
        }
    };
    add(Selection::Kind::Link, m_layout.links);
    add(Selection::Kind::Process, m_layout.processes);
    return items;
}

QRectF CanvasView::rectOf(const Selection& item) const {
    const auto place = m_ids.indexOf(item);
    if (item.kind == Selection::Kind::None || !place) return {};
    const auto& rects = item.kind == Selection::Kind::Process ? m_layout.processes : m_layout.links;
    return transform().mapRect(rects.at(*place));
}

}  // namespace ipclab

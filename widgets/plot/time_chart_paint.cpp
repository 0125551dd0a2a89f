// What a chart on the time axis paints around and above its data.
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "plot/chart_handles.h"
#include "plot/time_chart.h"
#include "plot/time_ruler.h"

namespace ipclab {
namespace {

constexpr int kLeastBesidePx = 40;
constexpr int kEventLabelGapPx = 14;
constexpr int kDrainWordGapPx = 8;

}  // namespace

void TimeChart::paintPicture(QPainter& painter, double rasterScale) {
    m_paintingPicture = true;
    m_rasterScale = rasterScale;
    updateGrid();
    refresh();
    m_column->setRows(nameRows());
    paintPlot(painter);
    paintOverlay(painter, rect());
    m_column->paintInto(painter);
    m_paintingPicture = false;
}

void TimeChart::paintOverlay(QPainter& painter, const QRect& dirty) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (m_folded && !m_paintingPicture) {
        paintTitle(painter);
        return paintFocus(painter);
    }
    if (!plotArea().toAlignedRect().adjusted(-kMarksPx, -2, kMarksPx, 2).contains(dirty)) paintFrameText(painter);
    if (isEmpty()) {
        paintEmptyText(painter);
        return paintFocus(painter);
    }
    paintMarks(painter);
    if (runsOverTime()) paintOfTime(painter);
    paintFocus(painter);
}

// Around the plot, or around the line that is left of one that is folded.
void TimeChart::paintFocus(QPainter& painter) {
    if (!hasFocus() || m_paintingPicture) return;
    painter.setPen(QPen(m_theme.selection, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(m_folded ? QRectF(rect()).adjusted(1, 1, -1, -1) : plotArea());
}

// A veil over what drains, with a line where it begins and its word at the foot.
void TimeChart::paintDrain(QPainter& painter) {
    if (!m_drainsFrom || *m_drainsFrom >= m_grid.end() || *m_drainsFrom >= m_axis->now()) return;
    const QRectF plot = plotArea();
    const double left = std::clamp(std::round(xOf(*m_drainsFrom)), plot.left(), plot.right());
    const double right = std::clamp(xOf(m_axis->now()), left, plot.right());
    QColor veil = m_theme.mutedText;
    veil.setAlpha(m_theme.dark ? 34 : 26);
    painter.fillRect(QRectF(left, plot.top(), right - left, plot.height()), veil);
    if (*m_drainsFrom < m_grid.start) return;
    painter.setPen(QPen(m_theme.mutedText, 1, Qt::DashDotLine));
    painter.drawLine(QPointF(left, plot.top()), QPointF(left, plot.bottom() - 1));
    painter.setFont(chartLabelFont());
    const QString word = tr("drains");
    const double width = painter.fontMetrics().horizontalAdvance(word) + kDrainWordGapPx;
    const bool inside = left + width < plot.right();
    const QRectF room(inside ? left + kDrainWordGapPx / 2.0 : left - width, plot.bottom() - 16, width, 15);
    if (m_eventLabels) painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, word);
}

void TimeChart::paintOfTime(QPainter& painter) {
    paintDrain(painter);
    paintEvents(painter);
    paintMarkers(painter);
    if (!m_paintingPicture) paintMoment(painter);
    if (!m_paintingPicture) paintCrosshair(painter);
    paintRubber(painter);
}

void TimeChart::paintFrameText(QPainter& painter) {
    const double end = paintTitle(painter);
    if (m_eventLabels && runsOverTime() && !isEmpty()) paintEventLabels(painter, end + kEventLabelGapPx);
    paintLabels(painter);
    if (m_timeLabels && runsOverTime()) paintTimeLabels(painter);
}

double TimeChart::paintTitle(QPainter& painter) {
    const QRectF plot = plotArea();
    painter.setFont(chartTitleFont());
    painter.setPen(m_theme.text);
    const QRectF strip(plot.left(), 0, plot.width(), plot.top() - 1);
    painter.drawText(strip, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    const double end = strip.left() + painter.fontMetrics().horizontalAdvance(m_title);
    painter.setFont(chartLabelFont());
    painter.setPen(m_theme.mutedText);
    const QString beside = note();
    return paintBesideTitle(painter, beside.isEmpty() ? axisTitle() : beside, end);
}

double TimeChart::paintBesideTitle(QPainter& painter, const QString& text, double titleEnd) {
    const double left = titleEnd + 10, room = plotArea().right() - left;
    if (room < kLeastBesidePx || text.isEmpty()) return titleEnd;
    const QString fits = painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(room));
    painter.drawText(QRectF(left, 0, room, plotArea().top() - 1), Qt::AlignLeft | Qt::AlignVCenter, fits);
    return left + painter.fontMetrics().horizontalAdvance(fits);
}

void TimeChart::paintTimeLabels(QPainter& painter) {
    const QRectF plot = plotArea();
    const QRectF below(plot.left(), plot.bottom() + 1, plot.width(), 19);
    TimeRuler::paintLabels(painter, *m_axis, m_grid, below, m_theme);
    painter.drawText(QRectF(plot.left(), plot.bottom() + 20, plot.width(), 16), Qt::AlignCenter, m_axis->title());
    TimeRuler::paintMarkers(painter, *m_axis, m_grid, below, m_theme);
}

void TimeChart::paintEmptyText(QPainter& painter) {
    const QRectF plot = plotArea();
    painter.setFont(font());
    painter.setPen(m_theme.mutedText);
    painter.drawText(plot.adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

// A tick for each event at the upper edge, and a line down through the data.
void TimeChart::paintEvents(QPainter& painter) {
    const QRectF plot = plotArea();
    double lastX = -10;
    for (const ChartEvent& it : m_events) {
        if (it.t < m_grid.start || it.t > m_grid.end()) continue;
        const double x = std::round(xOf(it.t));
        if (x - lastX < 1) continue;
        lastX = x;
        const QColor& color = m_theme.events[static_cast<std::size_t>(it.weight)];
        QColor line = color;
        line.setAlpha(m_theme.dark ? 130 : 110);
        painter.setPen(QPen(line, 1, Qt::DotLine));
        painter.drawLine(QPointF(x, plot.top() + 6), QPointF(x, plot.bottom() - 1));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF triangle[3] = {{x - 4, plot.top()}, {x + 4, plot.top()}, {x, plot.top() + 6.5}};
        painter.drawPolygon(triangle, 3);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
}

// In the line of the title, so that they cover no curve: where there is room before the next one. Pointing at a tick
// tells the others.
void TimeChart::paintEventLabels(QPainter& painter, double from) {
    const QRectF plot = plotArea();
    const double buttons = plot.right() - 2 * GlyphButton::kSizePx - 4;  // of the chart, which are there at times
    // Of many rows the first stands beside the title.
    const QRect first = m_column->rowRect(0);
    const bool beginsAbove = m_column->isVisible() && !first.isEmpty() && first.top() < plot.top() - first.height() / 2;
    painter.setFont(chartLabelFont());
    for (const ChartEvent& it : m_events) {
        if (it.t < m_grid.start || it.t > m_grid.end()) continue;
        double x = std::round(xOf(it.t)) - 4;
        const double length = painter.fontMetrics().horizontalAdvance(it.label) + 1;
        if (!m_paintingPicture && x >= buttons && x < plot.right()) x = plot.right() + 3;
        const bool covered = !m_paintingPicture && x < plot.right() && x + length > buttons;
        const bool overRows = !m_paintingPicture && x + length > plot.right() && beginsAbove;
        if (x < from || covered || overRows || x + length > plot.right() + m_rightMargin) continue;
        painter.setPen(m_theme.events[static_cast<std::size_t>(it.weight)]);
        painter.drawText(QRectF(x, 0, length, plot.top() - 1), Qt::AlignLeft | Qt::AlignVCenter, it.label);
        from = x + length + kEventLabelGapPx;
    }
}

void TimeChart::paintMarkers(QPainter& painter) {
    const QRectF plot = plotArea();
    const auto a = m_axis->marker(Marker::A), b = m_axis->marker(Marker::B);
    if (a && b) {
        QColor band = m_theme.marker;
        band.setAlpha(22);
        const double left = std::max(xOf(std::min(*a, *b)), plot.left());
        const double right = std::min(xOf(std::max(*a, *b)), plot.right());
        if (right > left) painter.fillRect(QRectF(left, plot.top(), right - left, plot.height()), band);
    }
    for (Marker which : {Marker::A, Marker::B}) {
        const auto t = m_axis->marker(which);
        if (!t || *t < m_grid.start || *t > m_grid.end()) continue;
        const double x = std::round(xOf(*t));
        painter.setPen(QPen(m_theme.marker, 1));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
}

// As heavy as it takes to be found at once, with a head at the upper edge.
void TimeChart::paintMoment(QPainter& painter) {
    const auto t = m_axis->moment();
    if (!t || *t < m_grid.start || *t > m_grid.end()) return;
    const QRectF plot = plotArea();
    const double x = std::round(xOf(*t));
    painter.setPen(QPen(m_theme.selection, 2));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() - 1));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.selection);
    painter.drawRect(QRectF(x - 4, plot.top() - 1, 8, 4));
}

void TimeChart::paintRubber(QPainter& painter) {
    if (!m_rubber || m_paintingPicture) return;
    QColor ground = m_theme.selection;
    ground.setAlpha(40);
    const QRectF rect = m_rubber->normalized().intersected(plotArea());
    painter.fillRect(rect, ground);
    painter.setPen(QPen(m_theme.selection, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
}

void TimeChart::paintCrosshair(QPainter& painter) {
    const auto t = m_axis->crosshair();
    const QRectF plot = plotArea();
    if (!t || *t < m_grid.start || *t > m_grid.end()) return;
    const double x = std::round(xOf(*t));
    painter.setPen(QPen(m_theme.crosshair, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() - 1));
}

}  // namespace ipclab

// What a chart on the time axis paints around and above its data.
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "plot/time_chart.h"

namespace ipclab {
namespace {

constexpr int kTallPlotPx = 110;  // from there on the title of the axis stands along it
constexpr int kLeastBesidePx = 40;

}  // namespace

void TimeChart::paintPicture(QPainter& painter, double rasterScale) {
    m_paintingPicture = true;
    m_rasterScale = rasterScale;
    updateGrid();
    refresh();
    markersMoved();
    paintPlot(painter);
    paintOverlay(painter, rect());
    m_paintingPicture = false;
}

void TimeChart::paintOverlay(QPainter& painter, const QRect& dirty) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (!plotArea().toAlignedRect().adjusted(-9, -2, 9, 2).contains(dirty)) paintFrameText(painter);
    if (isEmpty()) return paintEmptyText(painter);
    paintMarks(painter);
    paintEvents(painter);
    paintMarkers(painter);
    if (!m_paintingPicture) paintCrosshair(painter);
    const QRectF statistics = paintStatistics(painter);
    if (!m_paintingPicture) paintValues(painter, statistics);
    paintMarkerFlags(painter);
    if (hasFocus() && !m_paintingPicture) {
        painter.setPen(QPen(m_theme.selection, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(plotArea().adjusted(0, 0, 0, 0));
    }
}

void TimeChart::paintFrameText(QPainter& painter) {
    const QRectF plot = plotArea();
    painter.setFont(chartTitleFont());
    painter.setPen(m_theme.text);
    const QRectF strip(plot.left(), 2, plot.width(), plot.top() - 4);
    painter.drawText(strip, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    const double titleEnd = strip.left() + painter.fontMetrics().horizontalAdvance(m_title);
    painter.setFont(chartLabelFont());
    painter.setPen(m_theme.mutedText);
    if (const QString beside = note(); !beside.isEmpty()) {
        paintBesideTitle(painter, beside, titleEnd);
    } else if (const QString text = axisTitle(); !text.isEmpty()) {
        const double length = painter.fontMetrics().horizontalAdvance(text);
        if (plot.height() >= kTallPlotPx && length < plot.height()) {
            painter.save();
            painter.translate(std::max(plot.left() - 88, 2.0), plot.center().y());
            painter.rotate(-90);
            painter.drawText(QRectF(-length, 0, 2 * length, 16), Qt::AlignCenter, text);
            painter.restore();
        } else {
            paintBesideTitle(painter, text, titleEnd);
        }
    }
    paintLabels(painter);
    if (m_timeLabels) paintTimeLabels(painter);
}

void TimeChart::paintBesideTitle(QPainter& painter, const QString& text, double titleEnd) {
    const double left = titleEnd + 12, room = subtitleEnd() - left - 8;
    if (room < kLeastBesidePx) return;
    painter.drawText(QRectF(left, 2, room, plotArea().top() - 4), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(room)));
}

void TimeChart::paintTimeLabels(QPainter& painter) {
    const QRectF plot = plotArea();
    painter.setFont(chartLabelFont());
    painter.setPen(m_theme.mutedText);
    for (const TimeTick& tick : m_axis->ticks(m_grid, plot.width())) {
        const double x = std::round(xOf(tick.t));
        painter.drawLine(QPointF(x, plot.bottom() + 1), QPointF(x, plot.bottom() + 4));
        const double length = painter.fontMetrics().horizontalAdvance(tick.label) + 2;
        const double left = std::min(x - length / 2, static_cast<double>(width()) - length);
        painter.drawText(QRectF(left, plot.bottom() + 4, length, 16), Qt::AlignCenter, tick.label);
    }
    painter.drawText(QRectF(plot.left(), plot.bottom() + 20, plot.width(), 16), Qt::AlignCenter, m_axis->title());
}

void TimeChart::paintEmptyText(QPainter& painter) {
    const QRectF plot = plotArea();
    painter.setFont(font());
    painter.setPen(m_theme.mutedText);
    painter.drawText(plot.adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

// A tick for each event at the upper edge; its label where there is room before the next one.
void TimeChart::paintEvents(QPainter& painter) {
    const QRectF plot = plotArea();
    painter.setFont(chartLabelFont());
    double labelsEnd = plot.left() - 1;
    double lastX = -10;
    for (std::size_t i = 0; i < m_events.size(); ++i) {
        const ChartEvent& it = m_events[i];
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
        const double length = painter.fontMetrics().horizontalAdvance(it.label) + 10;
        if (!m_eventLabels || x < labelsEnd || x + length > plot.right()) continue;
        const QRectF room(x + 6, plot.top() + 1, length - 2, 15);
        if (fillsPlot()) painter.fillRect(room.adjusted(-1, 0, 0, 0), m_theme.window);
        painter.setPen(color);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, it.label);
        labelsEnd = x + length;
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

void TimeChart::paintMarkerFlags(QPainter& painter) {
    const QRectF plot = plotArea();
    QFont font = chartLabelFont();
    font.setBold(true);
    painter.setFont(font);
    for (Marker which : {Marker::A, Marker::B}) {
        const auto t = m_axis->marker(which);
        if (!t || *t < m_grid.start || *t > m_grid.end()) continue;
        const double x = std::round(xOf(*t));
        const double side = which == Marker::A ? x - 15 : x;
        const QRectF flag(std::clamp(side, plot.left(), plot.right() - 15), plot.bottom() - 16, 15, 15);
        painter.fillRect(flag, m_theme.marker);
        painter.setPen(m_theme.dark ? QColor(0x16, 0x18, 0x1b) : QColor(Qt::white));
        painter.drawText(flag, Qt::AlignCenter, which == Marker::A ? QStringLiteral("A") : QStringLiteral("B"));
    }
}

void TimeChart::paintCrosshair(QPainter& painter) {
    const auto t = m_axis->crosshair();
    const QRectF plot = plotArea();
    if (!t || *t < m_grid.start || *t > m_grid.end()) return;
    const double x = std::round(xOf(*t));
    painter.setPen(QPen(m_theme.crosshair, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom() - 1));
}

void TimeChart::paintValues(QPainter& painter, const QRectF& avoid) {
    const auto t = m_axis->crosshair();
    const QRectF plot = plotArea();
    if (!t || *t < m_grid.start || *t > m_grid.end()) return;
    const double x = std::round(xOf(*t));
    const ReadoutTable values{{}, valuesAt(*t)};
    if (values.rows.empty()) return;
    const bool flip = x > plot.center().x();
    const ReadoutPlace place{{x, plot.top() + 4}, flip, plot, static_cast<double>(height()), avoid};
    ReadoutBox(m_axis->format(*t), values, place).paint(painter, m_theme);
}

QRectF TimeChart::paintStatistics(QPainter& painter) {
    if (m_statistics.rows.empty()) return {};
    const auto a = m_axis->marker(Marker::A), b = m_axis->marker(Marker::B);
    if (!a || !b) return {};
    const QRectF plot = plotArea();
    const QString heading = tr("A to B: Δt = %1").arg(TimeAxis::formatSpan(*b - *a));
    // Beside the span, on the side with more room.
    const double left = xOf(std::min(*a, *b)), right = xOf(std::max(*a, *b));
    const bool flip = left - plot.left() > plot.right() - right;
    const double x = std::clamp(flip ? left : right, plot.left(), plot.right());
    const ReadoutBox box(heading, m_statistics, {{x, plot.top() + 4}, flip, plot, static_cast<double>(height())});
    box.paint(painter, m_theme);
    return box.rect();
}

}  // namespace ipclab

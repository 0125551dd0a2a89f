// What a chart of curves paints itself over what Qt Charts draws: the labels of its scales, and the peaks that were
// cut.
#include <QPainter>
#include <algorithm>

#include "plot/curve_chart.h"
#include "plot/scale_labels.h"
#include "plot/units.h"

namespace ipclab {

void CurveChart::paintLabels(QPainter& painter) {
    if (isEmpty()) return;  // a scale of nothing would only mislead
    const QRectF plot = plotArea();
    paintScaleLabels(painter, plot, yScale(), ticksOf(yScale(), unit()), theme(), PlotSide::Left);
    if (secondScale().isSet() && !secondUnit().isEmpty())
        paintScaleLabels(painter, plot, secondScale(), ticksOf(secondScale(), secondUnit()), theme(), PlotSide::Right);
}

// Where a cut peak leaves the plot: an arrow upwards and its height.
void CurveChart::paintMarks(QPainter& painter) {
    const QRectF plot = plotArea();
    painter.setFont(chartLabelFont());
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_peaks.size(); ++i) {
        const Peak& peak = m_peaks[i];
        if (yScale().share(peak.value) <= 1) continue;
        const double x = std::clamp(xOf(peak.t), plot.left() + 5, plot.right() - 5);
        const double y = plot.top() + 18;
        const QString text = formatQuantity(peak.value, unit());
        const double length = painter.fontMetrics().horizontalAdvance(text);
        const bool left = x + 10 + length > plot.right();
        const QRectF label(left ? x - 10 - length : x + 10, y, length + 1, 15);
        const QPointF arrow[3] = {{x - 5, y + 12}, {x + 5, y + 12}, {x, y + 3}};
        painter.setPen(QPen(theme().plot, 1));
        painter.setBrush(m_peakColors[i]);
        painter.drawPolygon(arrow, 3);
        painter.fillRect(label, theme().plot);
        painter.setPen(theme().text);
        painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, text);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

}  // namespace ipclab

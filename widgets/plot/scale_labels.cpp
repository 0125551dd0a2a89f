#include "plot/scale_labels.h"

#include <algorithm>
#include <cmath>

namespace ipclab {
namespace {

constexpr double kTickRoomPx = 25;
constexpr double kHalfLabelPx = 6;
constexpr double kLabelPx = 16;
constexpr double kRightRoomPx = 60;

}  // namespace

std::vector<Tick> ticksFor(const Scale& scale, const QString& unit, double plotHeight) {
    return scale.ticks(std::max(static_cast<int>(plotHeight / kTickRoomPx), 2), unit);
}

void paintScaleLabels(QPainter& painter, const QRectF& plot, const Scale& scale, const std::vector<Tick>& ticks,
                      const ChartTheme& theme, PlotSide side, int gapPx) {
    painter.setFont(chartLabelFont());
    painter.setPen(theme.mutedText);
    const bool right = side == PlotSide::Right;
    for (const Tick& tick : ticks) {
        const double y = std::clamp(plot.bottom() - scale.share(tick.value) * plot.height(), plot.top() + kHalfLabelPx,
                                    plot.bottom() - kHalfLabelPx);
        const QRectF place = right ? QRectF(plot.right() + gapPx, y - kLabelPx / 2, kRightRoomPx, kLabelPx)
                                   : QRectF(2, y - kLabelPx / 2, plot.left() - gapPx - 2, kLabelPx);
        painter.drawText(place, (right ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter | Qt::TextDontClip,
                         tick.label);
    }
}

void paintScaleGrid(QPainter& painter, const QRectF& plot, const Scale& scale, const std::vector<Tick>& ticks,
                    const ChartTheme& theme) {
    painter.setPen(QPen(theme.grid, 1));
    for (const Tick& tick : ticks) {
        const double y = std::round(plot.bottom() - scale.share(tick.value) * plot.height());
        if (y > plot.top() && y < plot.bottom()) painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
}

}  // namespace ipclab

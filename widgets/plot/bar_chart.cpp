#include "plot/bar_chart.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "plot/painted_picture.h"
#include "plot/units.h"

namespace ipclab {
namespace {

constexpr double kEdge = 14, kGap = 10;
constexpr double kRow = 19, kBar = 11, kWhisker = 3;
constexpr double kHeading = 26, kAxis = 40, kBetween = 14;
constexpr double kLeastPlot = 240;

QFont titleFont() {
    QFont font = chartTitleFont();
    font.setPixelSize(font.pixelSize() * 4 / 3);
    return font;
}

double headHeight(const QString& title) {
    return title.isEmpty() ? kEdge : kEdge + QFontMetricsF(titleFont()).height() + 6;
}

double heightOf(const BarGroup& group) {
    return kHeading + static_cast<double>(group.bars.size()) * kRow + kAxis + kBetween;
}

// Above every interval, at a tick.
double mostOf(const BarGroup& group) {
    double most = 0;
    for (const Bar& bar : group.bars) {
        if (bar.absent.isEmpty()) most = std::max({most, bar.value, bar.high});
    }
    if (most <= 0) return 1;
    const double step = niceStep(most / 6);
    return std::ceil(most / step - 1e-9) * step;
}

}  // namespace

// Left of the plot the names, right of it the figures.
struct BarChart::Columns {
    double left = 0, right = 0;
};

QString BarChart::labelOf(const Bar& bar) const {
    const QString value = formatBare(bar.value, unit);
    if (bar.low == bar.value && bar.high == bar.value) return value;
    return QStringLiteral("%1  (%2 … %3)").arg(value, formatBare(bar.low, unit), formatBare(bar.high, unit));
}

BarChart::Columns BarChart::columns() const {
    const QFontMetricsF metrics(chartLabelFont());
    double names = metrics.horizontalAdvance(nameTitle), labels = 0;
    for (const BarGroup& group : groups) {
        for (const Bar& bar : group.bars) {
            names = std::max(names, metrics.horizontalAdvance(bar.name));
            if (bar.absent.isEmpty()) labels = std::max(labels, metrics.horizontalAdvance(labelOf(bar)));
        }
    }
    const double left = kEdge + std::ceil(names) + kGap;
    return {left, std::max(width - kEdge - std::ceil(labels) - kGap, left + kLeastPlot)};
}

double BarChart::captionHeight() const {
    if (caption.isEmpty()) return kEdge;
    const QRectF room(0, 0, width - 2 * kEdge, 10'000);
    return QFontMetricsF(chartLabelFont()).boundingRect(room, Qt::TextWordWrap, caption).height() + kEdge;
}

QSize BarChart::size() const {
    double height = headHeight(title) + captionHeight();
    for (const BarGroup& group : groups) height += heightOf(group);
    return {width, static_cast<int>(std::ceil(height))};
}

void BarChart::paint(QPainter& painter, const ChartTheme& theme) const {
    painter.setRenderHint(QPainter::Antialiasing);
    const QSizeF all = size();
    painter.fillRect(QRectF(QPointF(0, 0), all), theme.window);
    painter.setPen(theme.text);
    painter.setFont(titleFont());
    painter.drawText(QRectF(kEdge, kEdge, width - 2 * kEdge, headHeight(title) - kEdge), Qt::AlignLeft | Qt::AlignTop,
                     title);
    double top = headHeight(title);
    for (const BarGroup& group : groups) top += paintGroup(painter, theme, group, top);
    painter.setFont(chartLabelFont());
    painter.setPen(theme.mutedText);
    painter.drawText(QRectF(kEdge, all.height() - captionHeight(), width - 2 * kEdge, captionHeight()),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, caption);
}

double BarChart::paintGroup(QPainter& painter, const ChartTheme& theme, const BarGroup& group, double top) const {
    const Columns at = columns();
    const QRectF plot(at.left, top + kHeading, at.right - at.left, static_cast<double>(group.bars.size()) * kRow);
    painter.setFont(chartTitleFont());
    painter.setPen(theme.text);
    painter.drawText(QRectF(plot.left(), top, width - kEdge - plot.left(), kHeading - 4),
                     Qt::AlignLeft | Qt::AlignVCenter, group.title);
    painter.setFont(chartLabelFont());
    painter.setPen(theme.mutedText);
    painter.drawText(QRectF(0, top, plot.left() - kGap, kHeading - 4), Qt::AlignRight | Qt::AlignVCenter, nameTitle);
    painter.fillRect(plot, theme.plot);
    const double most = mostOf(group);
    paintAxis(painter, theme, plot, most);
    for (std::size_t i = 0; i < group.bars.size(); ++i) {
        const QRectF row(plot.left(), plot.top() + static_cast<double>(i) * kRow, plot.width(), kRow);
        paintBar(painter, theme, group.bars[i], row, most);
    }
    painter.setPen(QPen(theme.frame, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(plot);
    return heightOf(group);
}

void BarChart::paintAxis(QPainter& painter, const ChartTheme& theme, const QRectF& plot, double most) const {
    for (const Tick& tick : linearTicks(0, most, 6, unit)) {
        const double x = std::round(plot.left() + plot.width() * tick.value / most) + 0.5;
        painter.setPen(QPen(theme.grid, 1));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        painter.setPen(theme.mutedText);
        painter.drawText(QRectF(x - 50, plot.bottom() + 3, 100, 16), Qt::AlignHCenter | Qt::AlignVCenter, tick.label);
    }
    painter.drawText(QRectF(plot.left(), plot.bottom() + 20, plot.width(), 16), Qt::AlignCenter, valueTitle);
}

void BarChart::paintBar(QPainter& painter, const ChartTheme& theme, const Bar& bar, const QRectF& row,
                        double most) const {
    const double y = row.center().y();
    painter.setPen(theme.text);
    painter.drawText(QRectF(0, row.top(), row.left() - kGap, row.height()), Qt::AlignRight | Qt::AlignVCenter,
                     bar.name);
    if (!bar.absent.isEmpty()) {
        painter.setPen(theme.mutedText);
        const QRectF room = row.adjusted(6, 0, -6, 0);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(bar.absent, Qt::ElideRight, static_cast<int>(room.width())));
        return;
    }
    const auto x = [&](double value) { return row.left() + row.width() * std::clamp(value / most, 0.0, 1.0); };
    painter.fillRect(QRectF(row.left(), y - kBar / 2, x(bar.value) - row.left(), kBar), theme.curve(0));
    painter.setPen(QPen(theme.text, 1.2));
    painter.drawLine(QPointF(x(bar.low), y), QPointF(x(bar.high), y));
    for (const double end : {bar.low, bar.high})
        painter.drawLine(QPointF(x(end), y - kWhisker), QPointF(x(end), y + kWhisker));
    painter.drawText(QRectF(row.right() + kGap, row.top(), width - row.right() - kGap, row.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, labelOf(bar));
}

QString BarChart::save(const QString& path) const {
    const PaintedPicture picture{
        .size = size(), .title = title, .caption = caption, .paint = [this](QPainter& painter, double) {
            paint(painter, ChartTheme::light());
        }};
    return picture.save(path);
}

}  // namespace ipclab

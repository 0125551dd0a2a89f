#include "plot/bar_chart.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "plot/painted_picture.h"
#include "plot/static_chart.h"
#include "plot/units.h"

namespace ipclab {
namespace {

constexpr double kEdge = 14, kGap = 10;
constexpr double kRow = 19, kBar = 11, kWhisker = 3;
constexpr double kHeading = 26, kAxis = 42, kBetween = 12;
constexpr double kLeastPlot = 240;
constexpr int kSteps = 6;

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
Scale scaleOf(const BarGroup& group) {
    double most = 0;
    for (const Bar& bar : group.bars) {
        if (bar.absent.isEmpty()) most = std::max({most, bar.value, bar.high});
    }
    return Scale::upTo(most, kSteps);
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
    const double left = kEdge + std::ceil(names) + 2 * kGap;
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
    const auto rows = static_cast<double>(group.bars.size());
    const QRectF plot(at.left, kHeading, at.right - at.left, rows * kRow);
    StaticChart chart(QSizeF(width, heightOf(group)), plot, theme);
    QStringList names;
    std::vector<double> values;
    for (const Bar& bar : group.bars) {
        names << bar.name;
        values.push_back(bar.absent.isEmpty() ? bar.value : 0);
    }
    const Scale scale = scaleOf(group);
    chart.setNamedRows(names, scale, scale.ticks(kSteps, unit), valueTitle);
    chart.addBars(values, kBar, theme.curve(0));
    for (std::size_t i = 0; i < group.bars.size(); ++i) addBar(chart, group.bars[i], static_cast<int>(i));
    const QRectF heading(plot.left(), 0, width - kEdge - plot.left(), kHeading - 4);
    chart.addText(heading, Qt::AlignLeft | Qt::AlignVCenter, group.title, theme.text, chartTitleFont());
    chart.addText(QRectF(0, 0, plot.left() - kGap, kHeading - 4), Qt::AlignRight | Qt::AlignVCenter, nameTitle,
                  theme.mutedText);
    chart.paint(painter, {0, top});
    return heightOf(group);
}

// Its interval and its figures, or why there are none.
void BarChart::addBar(StaticChart& chart, const Bar& bar, int row) const {
    const QRectF& plot = chart.plot();
    const double y = plot.top() + row * kRow;
    if (!bar.absent.isEmpty()) {
        const QRectF room(plot.left() + 6, y, plot.width() - 12, kRow);
        const QFontMetricsF metrics(chartLabelFont());
        chart.addText(room, Qt::AlignLeft | Qt::AlignVCenter,
                      metrics.elidedText(bar.absent, Qt::ElideRight, room.width()), chart.theme().mutedText);
        return;
    }
    const auto at = static_cast<double>(row);
    chart.addInterval({bar.low, at}, {bar.high, at}, kWhisker, QPen(chart.theme().text, 1.2));
    chart.addText(QRectF(plot.right() + kGap, y, width - plot.right() - kGap, kRow), Qt::AlignLeft | Qt::AlignVCenter,
                  labelOf(bar), chart.theme().text);
}

PaintedPicture BarChart::painted() const {
    return {.size = groups.empty() ? QSize() : size(),
            .title = title,
            .caption = caption,
            .paint = [this](QPainter& painter, double) { paint(painter, ChartTheme::light()); }};
}

QString BarChart::save(const QString& path) const { return painted().save(path); }

}  // namespace ipclab

#include "plot/chart_axes.h"

#include <QBarCategoryAxis>
#include <QCategoryAxis>
#include <QChart>
#include <QValueAxis>
#include <cmath>

namespace ipclab {
namespace {

void applyTheme(QAbstractAxis* axis, const ChartTheme& theme) {
    axis->setLabelsFont(chartLabelFont());
    axis->setLabelsColor(theme.mutedText);
    axis->setTitleFont(chartLabelFont());
    axis->setTitleBrush(theme.mutedText);
    axis->setGridLinePen(QPen(theme.grid, 1));
    axis->setLineVisible(false);  // the plot has a frame
}

}  // namespace

GridAxis::GridAxis(QChart* chart, Qt::Alignment side) : m_axis(new QValueAxis(chart)) {
    m_axis->setLabelsVisible(false);
    m_axis->setTickType(QValueAxis::TicksDynamic);
    m_axis->setLineVisible(false);
    chart->addAxis(m_axis, side);
}

void GridAxis::show(double low, double high, double anchor, double interval) {
    if (std::abs(m_axis->tickInterval() - interval) > 1e-9 * interval) m_axis->setTickInterval(interval);
    if (m_axis->tickAnchor() != anchor) m_axis->setTickAnchor(anchor);
    if (m_axis->min() != low || m_axis->max() != high) m_axis->setRange(low, high);
}

void GridAxis::show(const Scale& scale, const std::vector<Tick>& ticks) {
    const double low = scale.place(scale.low), high = scale.place(scale.high);
    const double first = ticks.empty() ? 0 : scale.place(ticks[0].value);
    show(low, high, first, ticks.size() > 1 ? scale.place(ticks[1].value) - first : high - low);
}

void GridAxis::setColor(const QColor& color) { m_axis->setGridLinePen(QPen(color, 1)); }

QAbstractAxis* addValueAxis(QChart* chart, Qt::Alignment side, const ChartTheme& theme, const Scale& scale,
                            const std::vector<Tick>& ticks, const QString& title) {
    auto* axis = new QCategoryAxis(chart);
    axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    axis->setRange(scale.place(scale.low), scale.place(scale.high));
    axis->setStartValue(axis->min());
    for (const Tick& tick : ticks) axis->append(tick.label, scale.place(tick.value));
    axis->setTitleText(title);
    applyTheme(axis, theme);
    chart->addAxis(axis, side);
    return axis;
}

QBarCategoryAxis* addNameAxis(QChart* chart, Qt::Alignment side, const ChartTheme& theme, const QStringList& names) {
    auto* axis = new QBarCategoryAxis(chart);
    QStringList distinct;  // the axis takes no name twice
    for (QString name : names) {
        while (distinct.contains(name)) name += QChar(0x200b);
        distinct << name;
    }
    axis->append(distinct);
    applyTheme(axis, theme);
    axis->setLabelsColor(theme.text);
    axis->setGridLineVisible(false);
    chart->addAxis(axis, side);
    return axis;
}

}  // namespace ipclab

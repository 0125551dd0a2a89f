#include "plot/static_chart.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsLineItem>
#include <QGraphicsRectItem>
#include <QGraphicsSimpleTextItem>
#include <QHorizontalBarSeries>
#include <QLegend>
#include <QLineSeries>
#include <QPainter>
#include <QScatterSeries>
#include <algorithm>
#include <cmath>

#include "plot/chart_axes.h"

namespace ipclab {
namespace {

constexpr double kBelowGrid = 1, kAboveSeries = 20, kText = 30;
constexpr double kNameGap = 6;  // between a name and its row

}  // namespace

StaticChart::StaticChart(const QSizeF& size, const QRectF& plot, const ChartTheme& theme)
    : m_chart(new QChart), m_plot(plot), m_theme(theme) {
    m_scene.addItem(m_chart);
    m_scene.setSceneRect(QRectF(QPointF(0, 0), size));
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setMargins({});
    m_chart->setBackgroundVisible(false);
    m_chart->legend()->hide();
    m_chart->setGeometry(m_scene.sceneRect());
    m_chart->setPlotArea(plot);
    addRect(Qt::NoPen, theme.plot, kBelowGrid);
    addRect(QPen(theme.frame, 1), Qt::NoBrush, kAboveSeries);
}

void StaticChart::setAxes(const Scale& x, const std::vector<Tick>& xTicks, const QString& xTitle, const Scale& y,
                          const std::vector<Tick>& yTicks) {
    m_x = x;
    m_y = y;
    m_xAxis = addValueAxis(m_chart, Qt::AlignBottom, m_theme, x, xTicks, xTitle);
    m_yAxis = addValueAxis(m_chart, Qt::AlignLeft, m_theme, y, yTicks);
}

void StaticChart::setNamedRows(const QStringList& names, const Scale& x, const std::vector<Tick>& xTicks,
                               const QString& xTitle) {
    m_x = x;
    m_rows = static_cast<int>(names.size());
    m_y = {-0.5, m_rows - 0.5, false};
    m_xAxis = addValueAxis(m_chart, Qt::AlignBottom, m_theme, x, xTicks, xTitle);
    QBarCategoryAxis* axis = addNameAxis(m_chart, Qt::AlignLeft, m_theme, QStringList(names.rbegin(), names.rend()));
    m_yAxis = axis;
    // Of more than a few rows the axis itself makes "..." of every name, whatever room there is.
    axis->setLabelsVisible(false);
    const double rowPx = m_plot.height() / std::max(m_rows, 1);
    for (int row = 0; row < m_rows; ++row) {
        const QRectF room(0, m_plot.top() + row * rowPx, m_plot.left() - kNameGap, rowPx);
        addText(room, Qt::AlignRight | Qt::AlignVCenter, names[row], m_theme.text);
    }
}

void StaticChart::addRect(const QPen& pen, const QBrush& brush, double z) {
    auto* item = new QGraphicsRectItem(m_plot, m_chart);
    item->setPen(pen);
    item->setBrush(brush);
    item->setZValue(z);
}

// Rows are counted from above, categories from below.
QPointF StaticChart::placed(const QPointF& value) const {
    return {m_x.place(value.x()), m_rows > 0 ? m_rows - 1 - value.y() : m_y.place(value.y())};
}

QPointF StaticChart::at(double x, double y) const {
    const double height = m_y.share(m_rows > 0 ? m_rows - 1 - y : y);
    return {m_plot.left() + m_x.share(x) * m_plot.width(), m_plot.bottom() - height * m_plot.height()};
}

void StaticChart::add(QAbstractSeries* series) {
    m_chart->addSeries(series);
    series->attachAxis(m_xAxis);
    series->attachAxis(m_yAxis);
}

void StaticChart::addLine(const std::vector<QPointF>& points, const QPen& pen) {
    auto* line = new QLineSeries(m_chart);
    line->setPen(pen);
    for (const QPointF& point : points) line->append(placed(point));
    add(line);
}

void StaticChart::addDots(const std::vector<QPointF>& points, const QColor& color, double sizePx) {
    auto* dots = new QScatterSeries(m_chart);
    dots->setMarkerSize(sizePx);
    dots->setColor(color);
    dots->setBorderColor(color);
    for (const QPointF& point : points) dots->append(placed(point));
    add(dots);
}

void StaticChart::addBars(const std::vector<double>& values, double thicknessPx, const QColor& color) {
    auto* bars = new QHorizontalBarSeries(m_chart);
    auto* set = new QBarSet(QString(), bars);
    for (auto value = values.rbegin(); value != values.rend(); ++value) set->append(*value);
    set->setBrush(color);
    set->setPen(Qt::NoPen);
    bars->append(set);
    bars->setBarWidth(thicknessPx * m_rows / m_plot.height());
    add(bars);
}

void StaticChart::addInterval(const QPointF& from, const QPointF& to, double endPx, const QPen& pen) {
    auto* line = new QLineSeries(m_chart);
    line->setPen(pen);
    const QPointF a = placed(from), b = placed(to);
    const double perPxX = (m_x.place(m_x.high) - m_x.place(m_x.low)) / m_plot.width();
    const double perPxY = (m_y.place(m_y.high) - m_y.place(m_y.low)) / m_plot.height();
    const bool upright = from.x() == to.x() && m_rows == 0;
    const QPointF across = upright ? QPointF(endPx * perPxX, 0) : QPointF(0, endPx * perPxY);
    for (const QPointF& point : {a - across, a + across, a, b, b + across, b - across}) line->append(point);
    add(line);
}

void StaticChart::addText(const QRectF& room, Qt::Alignment alignment, const QString& text, const QColor& color,
                          const QFont& font) {
    auto* item = new QGraphicsSimpleTextItem(text, m_chart);
    item->setFont(font);
    item->setBrush(color);
    const QSizeF size = item->boundingRect().size();
    QPointF at = room.topLeft();
    if (alignment & Qt::AlignRight) at.setX(room.right() - size.width());
    if (alignment & Qt::AlignHCenter) at.setX(room.center().x() - size.width() / 2);
    if (alignment & Qt::AlignVCenter) at.setY(room.center().y() - size.height() / 2);
    item->setPos(at);
    item->setZValue(kText);
}

void StaticChart::addStroke(const QPointF& from, const QPointF& to, const QPen& pen) {
    auto* line = new QGraphicsLineItem(QLineF(from, to), m_chart);
    line->setPen(pen);
    line->setZValue(kAboveSeries);
}

void StaticChart::paint(QPainter& painter, const QPointF& topLeft) {
    m_chart->layout()->invalidate();
    m_chart->layout()->activate();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    m_scene.render(&painter, m_scene.sceneRect().translated(topLeft), m_scene.sceneRect());
    painter.restore();
}

}  // namespace ipclab

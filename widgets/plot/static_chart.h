// A chart that stands still, as Qt Charts draws it: series on two axes (plot/chart_axes.h), the plot where it is told
// to be, and texts beside them. Made for one picture and painted; needs a QGuiApplication for its fonts.
#pragma once

#include <QGraphicsScene>
#include <QRectF>
#include <QString>

#include "plot/chart_theme.h"
#include "plot/scale.h"

class QAbstractAxis;
class QAbstractSeries;
class QBrush;
class QChart;
class QPainter;
class QPen;

namespace ipclab {

class StaticChart {
public:
    StaticChart(const QSizeF& size, const QRectF& plot, const ChartTheme& theme);
    StaticChart(const StaticChart&) = delete;
    StaticChart& operator=(const StaticChart&) = delete;

    [[nodiscard]] const QRectF& plot() const { return m_plot; }
    [[nodiscard]] const ChartTheme& theme() const { return m_theme; }

    // Of values below, and at the left; or names there, a row each.
    void setAxes(const Scale& x, const std::vector<Tick>& xTicks, const QString& xTitle, const Scale& y,
                 const std::vector<Tick>& yTicks);
    void setNamedRows(const QStringList& names, const Scale& x, const std::vector<Tick>& xTicks, const QString& xTitle);

    // Where values lie, in coordinates of the chart; of rows y is a row's number from above.
    [[nodiscard]] QPointF at(double x, double y) const;

    void addLine(const std::vector<QPointF>& points, const QPen& pen);
    void addDots(const std::vector<QPointF>& points, const QColor& color, double sizePx);
    // From row to row; 0: nothing.
    void addBars(const std::vector<double>& values, double thicknessPx, const QColor& color);
    // Two values with a bar across each end.
    void addInterval(const QPointF& from, const QPointF& to, double endPx, const QPen& pen);

    void addText(const QRectF& room, Qt::Alignment alignment, const QString& text, const QColor& color,
                 const QFont& font = chartLabelFont());
    void addStroke(const QPointF& from, const QPointF& to, const QPen& pen);

    void paint(QPainter& painter, const QPointF& topLeft = {});

private:
    void add(QAbstractSeries* series);
    void addRect(const QPen& pen, const QBrush& brush, double z);
    [[nodiscard]] QPointF placed(const QPointF& value) const;

    QGraphicsScene m_scene;
    QChart* m_chart;
    QRectF m_plot;
    ChartTheme m_theme;
    Scale m_x, m_y;
    int m_rows = 0;  // 0: y is a scale
    QAbstractAxis* m_xAxis = nullptr;
    QAbstractAxis* m_yAxis = nullptr;
};

}  // namespace ipclab

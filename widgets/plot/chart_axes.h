// The axes of all charts, on those of Qt Charts and with the ticks of a Scale: of live charts grid lines alone, of
// charts that stand still with labels and a title, and names. Qt's own numbers know neither prefixes nor units.
#pragma once

#include <QString>
#include <Qt>
#include <vector>

#include "plot/chart_theme.h"
#include "plot/scale.h"

class QAbstractAxis;
class QBarCategoryAxis;
class QChart;
class QValueAxis;

namespace ipclab {

// The grid lines of a chart whose data moves. Its labels are drawn by TimeChart: Qt would cut them off, and their width
// would move the plot.
class GridAxis {
public:
    GridAxis(QChart* chart, Qt::Alignment side);

    // In units of the axis. Each change makes QChart lay out the axis again: only what differs is set.
    void show(double low, double high, double anchor, double interval);
    void show(const Scale& scale, const std::vector<Tick>& ticks);
    void setColor(const QColor& color);

private:
    QValueAxis* m_axis;
};

// With labels at the ticks, grid lines and a title. The chart owns it.
QAbstractAxis* addValueAxis(QChart* chart, Qt::Alignment side, const ChartTheme& theme, const Scale& scale,
                            const std::vector<Tick>& ticks, const QString& title = {});

// A place for each name, the first at the lower end. The chart owns it.
QBarCategoryAxis* addNameAxis(QChart* chart, Qt::Alignment side, const ChartTheme& theme, const QStringList& names);

}  // namespace ipclab

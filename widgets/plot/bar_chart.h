// Figures with their intervals as horizontal bars, in groups that are each a chart with a scale of its own from zero:
// what a report compares. A picture, not a widget; painting needs a QGuiApplication for its fonts.
#pragma once

#include <QSize>
#include <QString>
#include <vector>

#include "plot/chart_theme.h"
#include "plot/painted_picture.h"

class QPainter;

namespace ipclab {

class StaticChart;

struct Bar {
    QString name{};
    double value = 0, low = 0, high = 0;
    QString absent{};  // why there is no figure; empty: there is one
};
struct BarGroup {
    QString title{};
    std::vector<Bar> bars{};
};

struct BarChart {
    QString title{};
    QString nameTitle{};   // of the axis of names
    QString valueTitle{};  // of the axis of figures, with its unit
    QString unit{};
    QString caption{};  // below: parameters, machine, date
    std::vector<BarGroup> groups{};
    int width = 1000;

    [[nodiscard]] QSize size() const;
    void paint(QPainter& painter, const ChartTheme& theme) const;
    // On a light ground; while this is there.
    [[nodiscard]] PaintedPicture painted() const;
    // As PaintedPicture saves.
    [[nodiscard]] QString save(const QString& path) const;

private:
    struct Columns;
    [[nodiscard]] Columns columns() const;
    [[nodiscard]] QString labelOf(const Bar& bar) const;
    [[nodiscard]] double captionHeight() const;
    double paintGroup(QPainter& painter, const ChartTheme& theme, const BarGroup& group, double top) const;
    void addBar(StaticChart& chart, const Bar& bar, int row) const;
};

}  // namespace ipclab

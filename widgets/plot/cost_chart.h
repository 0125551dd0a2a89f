// What it costs to make a process, in each way, against the resident memory of its maker: both axes logarithmic, a
// curve a method with its 95 % interval as a bar at each point, its name at the curve's end.
#pragma once

#include <QWidget>
#include <vector>

#include "plot/chart_theme.h"
#include "plot/painted_picture.h"
#include "plot/scale.h"

class QPainter;

namespace ipclab {

class StaticChart;

struct CostPoint {
    double bytes = 0;  // resident memory of the parent
    double medianNs = 0, lowNs = 0, highNs = 0;
};
struct CostCurve {
    QString name;
    bool dashed = false;  // starts a program
    std::vector<CostPoint> points;
};

class CostChart : public QWidget {
    Q_OBJECT
public:
    explicit CostChart(QWidget* parent = nullptr);

    void setCurves(std::vector<CostCurve> curves);
    [[nodiscard]] const std::vector<CostCurve>& curves() const { return m_curves; }
    // Stands under the picture: the machine and the date.
    void setCaption(const QString& caption) { m_caption = caption; }
    // By the ending of the file's name: PNG, SVG or PDF, on a light ground. Returns what went wrong, or nothing.
    [[nodiscard]] QString save(const QString& path, Translation translation = asWritten) const;
    [[nodiscard]] QSize minimumSizeHint() const override { return {360, 240}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void draw(QPainter& painter, const QRectF& area, const ChartTheme& theme, bool withCaption) const;
    void addCurves(StaticChart& chart) const;
    void addCurve(StaticChart& chart, std::size_t index, double labelY) const;
    [[nodiscard]] std::vector<double> labelPlaces(const StaticChart& chart) const;

    std::vector<CostCurve> m_curves;
    Scale m_x{1, 10, true}, m_y{1, 10, true};
    QString m_caption;
};

}  // namespace ipclab

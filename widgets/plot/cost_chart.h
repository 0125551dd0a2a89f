// What something costs in each of several ways, against how much there is: both axes logarithmic, a curve a way with
// its 95 % interval as a bar at each point, its name at the curve's end.
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
    double amount = 0;  // along the axis below
    double median = 0, low = 0, high = 0;
};
struct CostCurve {
    QString name;
    bool dashed = false;
    std::vector<CostPoint> points;
};
struct CostAxes {
    QString title;
    QString across;            // the axis below
    QString acrossUnit, unit;  // "B", "ns", or nothing
    QString empty;             // stands there as long as there is no curve
};

class CostChart : public QWidget {
    Q_OBJECT
public:
    explicit CostChart(QWidget* parent = nullptr);

    void setAxes(CostAxes axes);
    [[nodiscard]] const CostAxes& axes() const { return m_axes; }
    void setCurves(std::vector<CostCurve> curves);
    [[nodiscard]] const std::vector<CostCurve>& curves() const { return m_curves; }
    // Stands under the picture: the machine and the date.
    void setCaption(const QString& caption) { m_caption = caption; }
    // On a light ground; without a size while there is no curve.
    [[nodiscard]] PaintedPicture painted() const;
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

    CostAxes m_axes;
    std::vector<CostCurve> m_curves;
    Scale m_x{1, 10, true}, m_y{1, 10, true};
    QString m_caption;
};

}  // namespace ipclab

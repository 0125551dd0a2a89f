// What it costs to make a process, in each way, against the resident memory of its maker: both axes logarithmic, a
// curve a method with its 95 % interval as a bar at each point, its name at the curve's end.
#pragma once

#include <QWidget>
#include <vector>

#include "plot/chart_theme.h"

class QPainter;

namespace ipclab {

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
    [[nodiscard]] QString save(const QString& path) const;
    [[nodiscard]] QSize minimumSizeHint() const override { return {360, 240}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Scale {
        double low = 1, high = 10;  // powers of the base
        [[nodiscard]] double part(double value) const;
    };
    void draw(QPainter& painter, const QRectF& area, const ChartTheme& theme, bool withCaption) const;
    void drawGrid(QPainter& painter, const QRectF& plot, const ChartTheme& theme) const;
    void drawCurve(QPainter& painter, const QRectF& plot, const ChartTheme& theme, std::size_t index,
                   double labelY) const;
    [[nodiscard]] QPointF at(const QRectF& plot, double bytes, double ns) const;
    [[nodiscard]] std::vector<double> labelPlaces(const QRectF& plot) const;

    std::vector<CostCurve> m_curves;
    Scale m_x, m_y;
    QString m_caption;
};

}  // namespace ipclab

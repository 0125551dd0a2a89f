// How long messages took over time, as a heat map: time, latency on a logarithmic scale, and as colour how many took so
// long. Several sources are added up; the scale of colours with its numbers stands right of the plot.
#pragma once

#include "plot/heat_image.h"
#include "plot/latency_chart.h"

namespace ipclab {

class HeatMapChart : public LatencyChart {
    Q_OBJECT
public:
    explicit HeatMapChart(TimeAxis* axis, QWidget* parent = nullptr);

    [[nodiscard]] const Scale& yScale() const { return m_scale.scale(); }
    // The upper end of the scale of colours: a decade.
    [[nodiscard]] double mostOfScale() const { return m_most; }

    [[nodiscard]] std::unique_ptr<TimeChart> clone(TimeAxis* axis) const override;
    void dataChanged() override;
    // Of the tenth of a second at t: how many came, their percentiles, and how many took as long as where the mouse is.
    [[nodiscard]] std::vector<ValueRow> valueRows(std::optional<Nanoseconds> t) const override;
    [[nodiscard]] std::vector<ValueRow> nameRows() const override;
    void addActionsTo(QMenu& menu) override;
    [[nodiscard]] QJsonObject settings() const override;
    void setSettings(const QJsonObject& settings) override;

protected:
    void refresh() override;
    void sourcesChanged() override;
    void drainChanged() override { sourcesChanged(); }
    void paintEvent(QPaintEvent* event) override;
    void paintPlot(QPainter& painter) override;
    void paintLabels(QPainter& painter) override;
    void layoutPlot() override;
    void hovered(const QPointF& pos, const QPoint& globalPos) override;
    void zoomValues(double low, double high) override;
    void resetValues() override;
    [[nodiscard]] QString axisTitle() const override;
    [[nodiscard]] int columnInset() const override;

private:
    void setZoom(std::optional<std::pair<double, double>> range);
    // True: another scale, or other colours.
    bool rescale(const HeatRange& range);
    void paintGround(QPainter& painter, const QRect& area) const;
    void paintCells(QPainter& painter) const;
    void paintColorScale(QPainter& painter) const;
    [[nodiscard]] std::size_t pointedBin(std::size_t binsOfCell) const;

    HeatImage m_image;
    AutoScale m_scale;
    double m_most = 10;
    std::size_t m_seen = 0;                // of what has come, when it was last drawn
    std::optional<double> m_pointedShare;  // of the height, where the mouse is
};

}  // namespace ipclab

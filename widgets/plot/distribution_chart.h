// How often messages took how long: a histogram over a logarithmic scale of latencies, of what is seen of the time axis
// or of everything there is, with p50 and p99 marked.
#pragma once

#include "plot/latency_chart.h"

namespace ipclab {

class DistributionChart : public LatencyChart {
    Q_OBJECT
public:
    explicit DistributionChart(TimeAxis* axis, QWidget* parent = nullptr);

    // Of everything there is; else of what is seen of the time axis.
    void setOfEverything(bool everything);
    [[nodiscard]] bool isOfEverything() const { return m_everything; }
    void setLogarithmic(bool logarithmic);  // of the counts
    [[nodiscard]] bool isLogarithmic() const { return yScale().logarithmic; }

    // Of each source, as they are shown.
    [[nodiscard]] const std::vector<LatencyCounts>& counts() const { return m_counts; }
    [[nodiscard]] const Scale& xScale() const { return m_x.scale(); }
    [[nodiscard]] const Scale& yScale() const { return m_y.scale(); }
    // Where a latency lies in the widget.
    [[nodiscard]] double xOfLatency(double nanoseconds) const;

    [[nodiscard]] std::unique_ptr<TimeChart> clone(TimeAxis* axis) const override;
    void dataChanged() override;
    [[nodiscard]] bool runsOverTime() const override { return false; }
    // Of everything shown, and of the bin where the mouse is.
    [[nodiscard]] std::vector<ValueRow> valueRows(std::optional<Nanoseconds> t) const override;
    [[nodiscard]] std::vector<ValueRow> nameRows() const override;
    // Its figures are its own; those between two moments stand with the charts over time.
    [[nodiscard]] ReadoutTable statisticsBetween(Nanoseconds, Nanoseconds) const override { return {}; }
    void addActionsTo(QMenu& menu) override;
    [[nodiscard]] QJsonObject settings() const override;
    void setSettings(const QJsonObject& settings) override;
    [[nodiscard]] int leastHeight() const override { return frameHeight() + kLeastPlotPx; }

protected:
    void refresh() override;
    void sourcesChanged() override;
    void paintEvent(QPaintEvent* event) override;
    void paintPlot(QPainter& painter) override;
    void paintLabels(QPainter& painter) override;
    void layoutPlot() override;
    void hovered(const QPointF& pos, const QPoint& globalPos) override;
    void left() override;
    [[nodiscard]] QString axisTitle() const override;
    [[nodiscard]] int belowPlotPx() const override;

private:
    // Whether they have to be counted anew.
    struct Range {
        Nanoseconds begin = 0, end = 0;
        std::size_t seen = 0;
        bool operator==(const Range&) const = default;
    };
    [[nodiscard]] Range range() const;
    void count();
    void rescale();
    void paintGround(QPainter& painter, const QRect& area) const;
    void paintBins(QPainter& painter) const;
    void paintPercentiles(QPainter& painter) const;
    [[nodiscard]] std::vector<Tick> xTicks() const;

    AutoScale m_x, m_y;
    bool m_everything = false;
    Range m_range;
    std::vector<LatencyCounts> m_counts;
    std::optional<std::size_t> m_pointed;  // bin
};

}  // namespace ipclab

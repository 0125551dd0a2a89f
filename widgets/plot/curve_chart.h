// Curves over time. The data stays where it is (TimeSeries of the caller, which must outlive the chart or be taken out
// with setCurves({})); the chart reduces what is in sight and repaints only when a column completes. Curves of a second
// unit have a scale of their own, whose labels stand right of the plot.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "plot/auto_scale.h"
#include "plot/averaged_series.h"
#include "plot/chart_axes.h"
#include "plot/curve.h"
#include "plot/curve_reducer.h"
#include "plot/short_peaks.h"
#include "plot/time_chart.h"

class QGraphicsRectItem;
class QGraphicsScene;
class QGraphicsView;

namespace ipclab {

class CurveChart : public TimeChart {
    Q_OBJECT
public:
    explicit CurveChart(TimeAxis* axis, QWidget* parent = nullptr);
    ~CurveChart() override;

    // One that was hidden stays so: by its series where that is among the new ones, else by its name.
    void setCurves(std::vector<Curve> curves);
    [[nodiscard]] const std::vector<Curve>& curves() const { return m_curves; }

    // Faintly behind them, under no name: what was so before. Likewise the caller's.
    void setBaseline(std::vector<Curve> curves);
    [[nodiscard]] const std::vector<Curve>& baseline() const { return m_baseline; }

    // The quantity, without its unit: "Throughput". Shown with the unit of the first curve.
    void setQuantity(const QString& quantity);

    [[nodiscard]] bool isCurveVisible(std::size_t index) const { return !m_hidden[index]; }
    void setCurveVisible(std::size_t index, bool visible);

    [[nodiscard]] bool isLogarithmic() const { return yScale().logarithmic; }
    void setLogarithmic(bool logarithmic);

    // Default: fits what is in sight, zero included, in round steps that do not follow every peak.
    void setFixedRange(std::optional<std::pair<double, double>> range);
    [[nodiscard]] bool isValueZoomed() const { return m_scale.isFixed(); }
    [[nodiscard]] const Scale& yScale() const { return m_scale.scale(); }
    // Of the second unit; not set where there is none.
    [[nodiscard]] const Scale& secondScale() const { return m_second.scale(); }
    [[nodiscard]] QString secondUnit() const;

    // Short peaks far above the rest do not set a linear scale: they leave the plot, and their height is written there.
    void setPeaksCut(bool cut);
    [[nodiscard]] bool arePeaksCut() const { return m_cutsPeaks; }
    [[nodiscard]] const std::vector<Peak>& cutPeaks() const { return m_peaks; }

    // How it comes, before anybody changes it.
    void setUsualScale(bool logarithmic, bool peaksCut);

    // The time over which rates are counted; 0: as they were measured.
    void setCountedOver(Nanoseconds over);
    [[nodiscard]] Nanoseconds countedOver() const { return m_countedOver; }
    [[nodiscard]] bool showsRates() const;

    [[nodiscard]] QJsonObject settings() const override;
    void setSettings(const QJsonObject& settings) override;

    [[nodiscard]] std::unique_ptr<TimeChart> clone(TimeAxis* axis) const override;
    void dataChanged() override;
    void setTheme(const ChartTheme& theme) override;
    [[nodiscard]] int preferredLeftMargin() const override;
    [[nodiscard]] std::vector<ValueRow> valueRows(std::optional<Nanoseconds> t) const override;
    // Change, least, mean, percentiles, most of each visible curve; of a rate also what it adds up to.
    [[nodiscard]] ReadoutTable statisticsBetween(Nanoseconds a, Nanoseconds b) const override;
    [[nodiscard]] bool isEmpty() const override;
    void addActionsTo(QMenu& menu) override;
    [[nodiscard]] QSize sizeHint() const override { return {600, 180}; }
    [[nodiscard]] int leastHeight() const override;

signals:
    void curveToggled(int index, bool visible);
    void logarithmicChanged(bool logarithmic);

protected:
    void refresh() override;
    void paintPlot(QPainter& painter) override;
    void paintLabels(QPainter& painter) override;
    void paintMarks(QPainter& painter) override;
    void layoutPlot() override;
    [[nodiscard]] QString axisTitle() const override;
    [[nodiscard]] int columnInset() const override;
    void rowClicked(int row) override;
    void showPlot(bool shown) override;
    void zoomValues(double low, double high) override;
    void resetValues() override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void applyTheme();
    void rescale();
    void drainChanged() override { rescale(); }
    void makeMeans();
    void growMeans();
    // With the means of its series in its place, where those are shown.
    [[nodiscard]] Curve drawn(std::size_t index) const;
    [[nodiscard]] QString overText() const;
    [[nodiscard]] Extent extentOf(const std::vector<CurvePicture>& pictures) const;
    void takeDrainPeak(const std::vector<CurvePicture>& pictures);
    // Reduced to what is in sight, with their scales.
    [[nodiscard]] std::vector<CurvePicture> takePictures();
    [[nodiscard]] CurvePicture baselinePicture(std::size_t index);
    void takePeaks(const std::vector<CurvePicture>& pictures, Extent& extent);
    void updateAxes();
    [[nodiscard]] bool isSecond(const Curve& curve) const { return curve.unit != unit(); }
    [[nodiscard]] std::vector<Tick> ticksOf(const Scale& scale, const QString& unit) const;
    [[nodiscard]] QString unit() const;
    [[nodiscard]] QString quantityText() const;

    std::vector<Curve> m_curves, m_baseline;
    std::vector<bool> m_hidden;
    CurveReducer m_reducer, m_baselineReducer;
    QString m_quantity;
    AutoScale m_scale, m_second;
    bool m_cutsPeaks = false;
    bool m_usuallyLogarithmic = false, m_usuallyCutsPeaks = false;
    QStringList m_hiddenNames;  // of curves, those that come later included
    Nanoseconds m_countedOver = 0;
    std::vector<std::unique_ptr<AveragedSeries>> m_means;  // of each curve; null: it is no rate, or as measured
    std::vector<Peak> m_peaks;                             // that are cut now
    std::vector<QColor> m_peakColors;
    bool m_wasEmpty = true;
    Nanoseconds m_drawnUntil = 0;

    QGraphicsScene* m_scene;
    QGraphicsView* m_view;
    QChart* m_chart;  // the frame: plot area and grid
    GridAxis m_xAxis;
    GridAxis m_yAxis;
    QGraphicsRectItem* m_ground;
    CurveItem* m_item;
};

}  // namespace ipclab

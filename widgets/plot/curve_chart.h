// Curves over time. The data stays where it is (TimeSeries of the caller, which must outlive the chart or be taken out
// with setCurves({})); the chart reduces what is in sight and repaints only when a column completes.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "plot/curve_item.h"
#include "plot/short_peaks.h"
#include "plot/time_chart.h"
#include "series/time_series.h"

class QChart;
class QGraphicsRectItem;
class QGraphicsScene;
class QGraphicsView;
class QLineSeries;
class QValueAxis;

namespace ipclab {

struct Curve {
    QString name;
    const TimeSeries* series = nullptr;
    int colorIndex = 0;
    Qt::PenStyle style = Qt::SolidLine;
    QString unit;          // s, ms, µs, ns, B, B/s, %, or any other, which takes k, M, G
    bool stepped = false;  // the value holds until the next sample (a queue's depth), instead of a slope
};

class CurveChart : public TimeChart {
    Q_OBJECT
public:
    explicit CurveChart(TimeAxis* axis, QWidget* parent = nullptr);
    ~CurveChart() override;

    void setCurves(std::vector<Curve> curves);
    [[nodiscard]] const std::vector<Curve>& curves() const { return m_curves; }

    // The quantity, without its unit: "Throughput". Shown with the unit of the first curve.
    void setQuantity(const QString& quantity);

    [[nodiscard]] bool isCurveVisible(std::size_t index) const { return !m_hidden[index]; }
    void setCurveVisible(std::size_t index, bool visible);

    [[nodiscard]] bool isLogarithmic() const { return m_scale.logarithmic; }
    void setLogarithmic(bool logarithmic);

    // Default: fits what is in sight, zero included, in round steps that do not follow every peak.
    void setFixedRange(std::optional<std::pair<double, double>> range);
    [[nodiscard]] const YScale& yScale() const { return m_scale; }

    // Short peaks far above the rest do not set a linear scale: they leave the plot, and their height is written there.
    void setPeaksCut(bool cut);
    [[nodiscard]] bool arePeaksCut() const { return m_cutsPeaks; }
    // From when on what comes only drains (findShortPeaks()).
    void setDrainsFrom(std::optional<Nanoseconds> from);
    [[nodiscard]] std::optional<Nanoseconds> drainsFrom() const { return m_drainsFrom; }
    [[nodiscard]] const std::vector<Peak>& cutPeaks() const { return m_peaks; }

    [[nodiscard]] std::unique_ptr<TimeChart> clone(TimeAxis* axis) const override;
    void dataChanged() override;
    void setTheme(const ChartTheme& theme) override;
    [[nodiscard]] int preferredLeftMargin() const override;
    [[nodiscard]] std::vector<ReadoutRow> valuesAt(Nanoseconds t) const override;
    // Δy, min, mean, median, max of each visible curve.
    [[nodiscard]] ReadoutTable statisticsBetween(Nanoseconds a, Nanoseconds b) const override;
    [[nodiscard]] bool isEmpty() const override;
    void addActionsTo(QMenu& menu) override;
    [[nodiscard]] QSize sizeHint() const override { return {600, 180}; }

signals:
    void curveToggled(int index, bool visible);
    void logarithmicChanged(bool logarithmic);

protected:
    void refresh() override;
    void paintPlot(QPainter& painter) override;
    void paintLabels(QPainter& painter) override;
    void paintMarks(QPainter& painter) override;
    void layoutPlot() override;
    bool pressedOutside(const QPointF& pos) override;
    [[nodiscard]] QString axisTitle() const override;
    [[nodiscard]] double subtitleEnd() const override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Extent {
        double min, max, minPositive;
        bool any;
    };

    void rebuildLegend();
    void styleLegend();
    void layoutLegend();
    void fitLegend(double roomPx);
    static QString moreText(std::size_t count);
    void applyTheme();
    CurvePicture pictureOf(std::size_t index);
    void reduceInto(std::size_t index);
    [[nodiscard]] Extent extentOf(const std::vector<CurvePicture>& pictures) const;
    void takePeaks(const std::vector<CurvePicture>& pictures, Extent& extent);
    void rescale(const Extent& extent);
    void rescaleLinear(const Extent& extent);
    void rescaleLogarithmic(const Extent& extent);
    void updateAxes();
    [[nodiscard]] int tickRoom() const;
    [[nodiscard]] QString unit() const;

    // The columns of the last refresh: while following only those at the right end are new.
    struct Reduced {
        ColumnGrid grid;
        Nanoseconds lastTime = 0;
        std::vector<Column> columns;
    };

    std::vector<Curve> m_curves;
    std::vector<Reduced> m_reduced;
    std::vector<Column> m_newColumns;
    std::vector<bool> m_hidden;
    QString m_quantity;
    YScale m_scale;
    std::optional<std::pair<double, double>> m_fixedRange;
    bool m_cutsPeaks = false;
    std::optional<Nanoseconds> m_drainsFrom;
    std::vector<Peak> m_peaks;  // that are cut now
    std::vector<QColor> m_peakColors;
    Nanoseconds m_smallSince = 0;  // since when the data has needed much less than the scale's height
    bool m_smallSeen = false;
    bool m_wasEmpty = true;
    Nanoseconds m_drawnUntil = 0;

    QGraphicsScene* m_scene;
    QGraphicsView* m_view;
    QChart* m_chart;
    QValueAxis* m_xAxis;
    QValueAxis* m_yAxis;
    QGraphicsRectItem* m_ground;
    CurveItem* m_item;
    std::vector<QLineSeries*> m_legendSeries;  // empty: they only give the legend its entries
};

}  // namespace ipclab

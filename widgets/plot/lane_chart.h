// States over time, a lane for each process or each CPU. Colour, pattern and letter of a state come from StatePalette.
// The data stays with the caller (StateSeries, which must outlive the chart or be taken out with setLanes({})).
#pragma once

#include <QString>
#include <functional>
#include <optional>
#include <vector>

#include "plot/lane_image.h"
#include "plot/time_chart.h"
#include "series/state_series.h"

class QScrollBar;

namespace ipclab {

struct Lane {
    QString name;
    qint64 pid = 0;  // 0: none (a CPU)
    const StateSeries* series = nullptr;
    // What stands in an interval and its tooltip: on a CPU lane who ran, on a process lane why it waited. May be empty.
    std::function<QString(const StateInterval&)> intervalText;
    bool isCpu = false;  // borders between intervals are drawn, and their text instead of the letter

    [[nodiscard]] bool isSame(const Lane& other) const {
        return name == other.name && pid == other.pid && series == other.series && isCpu == other.isCpu;
    }
};

struct LaneSelection {
    int lane = -1;
    StateInterval interval;
};

class LaneChart : public TimeChart {
    Q_OBJECT
public:
    explicit LaneChart(TimeAxis* axis, QWidget* parent = nullptr);

    // A selection stays where its lane is among the new ones.
    void setLanes(std::vector<Lane> lanes);
    [[nodiscard]] const std::vector<Lane>& lanes() const { return m_lanes; }
    // Those its lanes have been in so far.
    [[nodiscard]] std::vector<ProcessState> statesShown() const;

    [[nodiscard]] const std::optional<LaneSelection>& selection() const { return m_selection; }
    void setSelection(std::optional<LaneSelection> selection);
    // Stands beside the title as long as no interval is selected.
    void setNote(const QString& note);
    // The lane under a point of the widget, -1 if none.
    [[nodiscard]] int laneAt(const QPointF& pos) const;
    [[nodiscard]] QRectF laneRect(int lane) const;
    // State, start, length, CPU and the lane's own text, as the tooltip shows it.
    [[nodiscard]] QString describe(int lane, const StateInterval& interval,
                                   const QString& separator = QStringLiteral("\n")) const;

    [[nodiscard]] std::unique_ptr<TimeChart> clone(TimeAxis* axis) const override;
    void dataChanged() override;
    [[nodiscard]] int preferredLeftMargin() const override;
    // Of the lanes in sight.
    [[nodiscard]] std::vector<ValueRow> valueRows(std::optional<Nanoseconds> t) const override;
    // The numbers of the processes.
    [[nodiscard]] std::vector<ValueRow> nameRows() const override;
    // The share of each state between a and b.
    [[nodiscard]] ReadoutTable statisticsBetween(Nanoseconds a, Nanoseconds b) const override;
    [[nodiscard]] bool isEmpty() const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] int leastHeight() const override;
    [[nodiscard]] int mostHeight() const override;
    // So that letters can be told apart.
    static constexpr int kLeastPitchPx = 18;

signals:
    void intervalSelected(int lane, const ipclab::StateInterval& interval);

protected:
    void refresh() override;
    void paintPlot(QPainter& painter) override;
    void paintLabels(QPainter& painter) override;
    void paintMarks(QPainter& painter) override;
    void layoutPlot() override;
    [[nodiscard]] QString note() const override;
    void clicked(const QPointF& pos) override;
    void rowClicked(int row) override;
    void showPlot(bool shown) override;
    void hovered(const QPointF& pos, const QPoint& globalPos) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void rebuildImage();
    [[nodiscard]] ValueRow rowOf(const Lane& lane, const std::optional<StateInterval>& interval) const;
    void select(int lane, Nanoseconds t);
    [[nodiscard]] int visibleLanes() const;
    [[nodiscard]] int firstLane() const;
    [[nodiscard]] double pitch() const;
    [[nodiscard]] double barHeight() const;
    [[nodiscard]] QFont letterFont() const;
    void paintGround(QPainter& painter, const QRect& area);
    void paintFrame(QPainter& painter);
    void paintRuns(QPainter& painter);
    void paintRun(QPainter& painter, int lane, const LaneRun& run, const QRectF& rect);
    void paintLaneVector(QPainter& painter, int lane);

    std::vector<Lane> m_lanes;
    LaneImage m_image;
    QScrollBar* m_scroll;
    std::optional<LaneSelection> m_selection;
    int m_current = -1;  // lane chosen by keyboard
    std::vector<LaneRun> m_runs;
    QString m_tip, m_note;
};

}  // namespace ipclab

// The charts of a run on one time axis: throughput, queue depth by the counters of both ends and as the system tells
// it, states as lanes, latency percentiles. Where the system counts bytes its figure has a chart of its own: two units
// on one axis would say nothing. Fed by the session; nothing is drawn while hidden.
#pragma once

#include <QWidget>
#include <array>

#include "bridge/session.h"
#include "charts/chart_page.h"

namespace ipclab {

class CurveChart;
class FillingArea;
class LaneChart;

class ChartsPanel : public QWidget {
    Q_OBJECT
public:
    enum Chart { Throughput, Depth, SystemBytes, States, Cpus, Queues, Latency, ChartCount };

    explicit ChartsPanel(Session& session, QWidget* parent = nullptr);
    ~ChartsPanel() override;

    [[nodiscard]] ChartPage* page() const { return m_page; }
    [[nodiscard]] TimeChart* chart(Chart which) const;
    [[nodiscard]] bool isChartShown(Chart which) const { return m_shown[which]; }
    void setChartShown(Chart which, bool shown);
    [[nodiscard]] static QString chartName(Chart which);

protected:
    void changeEvent(QEvent* event) override;

private:
    void dropData();
    void takeData();
    void takeCurves();
    void takeLanes();
    void takeQueues();
    void growLanes();
    void takeEvents();
    void frame();
    void retranslate();
    void showCharts();
    [[nodiscard]] bool hasSubject(Chart which) const;

    Session& m_session;
    FillingArea* m_area;
    ChartPage* m_page;
    CurveChart* m_throughput;
    CurveChart* m_depth;
    CurveChart* m_systemBytes;
    LaneChart* m_states;
    LaneChart* m_cpus;
    CurveChart* m_queues;
    CurveChart* m_latency;
    std::array<bool, ChartCount> m_shown{true, true, true, true, true, true, true};
    bool m_countsBytes = false;
    std::vector<DepthUnit> m_units;  // of the links, as the curves were made
    Nanoseconds m_origin = 0;
    std::size_t m_eventsSeen = 0;
    std::size_t m_tasksSeen = 0, m_cpusSeen = 0, m_queuesSeen = 0;
    std::vector<ChartEvent> m_marks;  // of the events seen
};

}  // namespace ipclab

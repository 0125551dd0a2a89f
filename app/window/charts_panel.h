// The charts of a run on one time axis: throughput, queue depth by the counters of both ends and as the system tells
// it, states as lanes, latency percentiles. Where the system counts bytes its figure has a chart of its own: two units
// on one axis would say nothing. Fed by the session; nothing is drawn while hidden.
#pragma once

#include <QWidget>
#include <array>
#include <optional>

#include "bridge/session.h"
#include "plot/chart_page.h"

namespace ipclab {

class CurveChart;
class FillingArea;
class LaneChart;

// What the curves of a link are of.
struct LinkShape {
    DepthUnit unit = DepthUnit::Bytes;
    bool messages = true;  // its throughput; else bytes
    bool latency = true;
    bool paced = false;  // its messages are due at times: latency is of two kinds

    bool operator==(const LinkShape&) const = default;
};

class ChartsPanel : public QWidget {
    Q_OBJECT
public:
    enum Chart { Throughput, Depth, SystemBytes, Memory, States, Cpus, Queues, Latency, ChartCount };

    explicit ChartsPanel(Session& session, QWidget* parent = nullptr);
    ~ChartsPanel() override;

    [[nodiscard]] ChartPage* page() const { return m_page; }
    [[nodiscard]] TimeChart* chart(Chart which) const;
    // As chosen; until then all but that of memory, which is for documents that are about memory.
    [[nodiscard]] bool isChartShown(Chart which) const;
    void setChartShown(Chart which, bool shown);
    // False where the document has nothing it could show.
    [[nodiscard]] bool hasSubject(Chart which) const;
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

    Session& m_session;
    FillingArea* m_area;
    ChartPage* m_page;
    CurveChart* m_throughput;
    CurveChart* m_depth;
    CurveChart* m_systemBytes;
    CurveChart* m_memory;
    LaneChart* m_states;
    LaneChart* m_cpus;
    CurveChart* m_queues;
    CurveChart* m_latency;
    std::array<std::optional<bool>, ChartCount> m_chosen{};
    bool m_countsBytes = false;
    std::vector<LinkShape> m_shapes;  // of the links, as the curves were made
    Nanoseconds m_origin = 0;
    std::size_t m_eventsSeen = 0;
    std::size_t m_tasksSeen = 0, m_cpusSeen = 0, m_queuesSeen = 0;
    std::vector<ChartEvent> m_marks;  // of the events seen
};

}  // namespace ipclab

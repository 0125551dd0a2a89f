// The charts of several runs on one axis: every quantity over time once, with a curve in a colour and a dash of its own
// for each run; below them the states, a chart of lanes for each. Of many processes there are hundreds of charts: the
// first are there at once, the others are made in the pauses of the event loop.
#pragma once

#include <QTimer>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include "compare/recordings_aligned.h"
#include "plot/chart_page.h"
#include "run_charts/chart_content.h"
#include "run_charts/chart_list.h"

namespace ipclab {

// The dash of a run's curves; its colour is the theme's of that number.
[[nodiscard]] Qt::PenStyle dashOf(std::size_t run);

class RecordingsCharts {
public:
    explicit RecordingsCharts(ChartPage& page);

    // Anew: other runs, another alignment, another language. The runs and their data must outlive that.
    void show(const AlignedRuns& runs);
    // Those that are still to be made: for a picture.
    void finish();
    void clear();

private:
    struct Group {
        QString name, unit;
        std::vector<Curve> curves;  // of the runs' own series
        std::vector<std::size_t> runs;
    };
    void addCurves(const ChartSpec& spec, const AlignedRuns& runs);
    void addChart(const ChartSpec& spec, const AlignedRuns& runs, const Group& group, const QString& beside);
    void addLanes(const AlignedRuns& runs, std::size_t run);
    void markEvents(const AlignedRuns& runs);
    void makeSome(std::size_t atLeast, int milliseconds);
    void add(TimeChart* chart);

    ChartPage& m_page;
    std::deque<std::function<void()>> m_toMake;
    QTimer m_pause;
    std::vector<ChartEvent> m_marks;
    std::vector<std::unique_ptr<TimeSeries>> m_series;
    std::vector<std::unique_ptr<StateSeries>> m_lanes;
};

}  // namespace ipclab

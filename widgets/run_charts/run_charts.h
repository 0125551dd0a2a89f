// All charts of the list (run_charts/chart_list.h) on a page, and those that were chosen besides, filled from a run:
// the window's while it goes on, and those of files and reports. Each is there from the start; who owns the page
// decides which are seen, and aligns them after each change.
#pragma once

#include <QCoreApplication>
#include <vector>

#include "plot/chart_page.h"
#include "results/run_data.h"
#include "run_charts/chart_list.h"
#include "run_charts/chosen_charts.h"

namespace ipclab {

// What decides which curves and lanes there are: they are made anew only when it changes.
struct RunShape {
    struct Link {
        DepthUnit unit = DepthUnit::Bytes;
        bool messages = true;  // its throughput; else bytes
        bool latency = true;
        bool paced = false;  // its messages are due at times: latency is of two kinds
        bool operator==(const Link&) const = default;
    };
    std::vector<Link> links;
    std::size_t tasks = 0, cpus = 0, queues = 0;
    bool started = false;  // the process numbers are known, and how states are observed

    static RunShape of(const RunData& run);
    bool operator==(const RunShape&) const = default;
};

class RunCharts {
    Q_DECLARE_TR_FUNCTIONS(ipclab::RunCharts)
public:
    explicit RunCharts(ChartPage& page);

    [[nodiscard]] TimeChart* chart(RunChart which) const { return m_charts[static_cast<std::size_t>(which)]; }
    [[nodiscard]] std::optional<RunChart> listed(const TimeChart* chart) const;
    [[nodiscard]] ChosenCharts& chosen() { return m_chosen; }
    [[nodiscard]] const ChosenCharts& chosen() const { return m_chosen; }
    // Of one of the list its id there, of another that of its choice; and back. Empty, null: there is none.
    [[nodiscard]] QString idOf(const TimeChart* chart) const;
    [[nodiscard]] TimeChart* chartOf(const QString& id) const;

    // A run's data, which must stay until drop() or take() of another.
    void take(const RunData& run);
    // What the run has become meanwhile. True: there are other curves or lanes now.
    bool grow(const RunData& run);
    void takeEvents(const RunData& run);
    void drop();
    // In the language of the application as it is now.
    void retranslate(const RunData& run);

private:
    void fill(const ChartSpec& spec, const RunData& run);
    void tellDrain(const RunData& run);
    void tellEmpty(const RunData& run);
    static QString whyEmpty(RunChart of, const RunData& run);

    ChartPage& m_page;
    std::vector<TimeChart*> m_charts;  // by RunChart
    ChosenCharts m_chosen;
    RunShape m_shape;
    bool m_ended = false;  // the run is, as the empty charts say
    std::size_t m_eventsSeen = 0;
    std::vector<ChartEvent> m_marks;  // of the events seen
};

}  // namespace ipclab

// The charts of a finished run for files and reports: those of the window (run_charts/chart_list.h), as far as they
// have a subject and something to show, and the page of all of them.
#pragma once

#include <QStringList>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "plot/chart_page.h"
#include "results/run_data.h"
#include "run_charts/run_charts.h"

namespace ipclab {

struct NamedChart {
    std::string name;  // of the file: "throughput"
    TimeChart* chart;
};

class ResultCharts {
public:
    // The data must outlive it. Needs a QApplication. wanted: charts by their ids (RunCharts::idOf), in this order;
    // nothing: those that are shown unasked.
    explicit ResultCharts(const RunData& data, const std::optional<QStringList>& wanted = std::nullopt);

    [[nodiscard]] const std::vector<NamedChart>& charts() const { return m_shown; }
    [[nodiscard]] const ChartPage& page() const { return *m_page; }

private:
    void show(const QString& id, const RunData& data);

    std::unique_ptr<ChartPage> m_page;
    RunCharts m_charts;
    std::vector<NamedChart> m_shown;
};

}  // namespace ipclab

// The charts of a finished run, for files: throughput, queue depth, memory where the document is about
// it, states, latency, and the page of all of them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "plot/chart_page.h"
#include "results/run_data.h"

namespace ipclab {

struct NamedChart {
    std::string name;  // of the file: "throughput"
    TimeChart* chart;
};

class ResultCharts {
public:
    // The data must outlive it. Needs a QApplication.
    explicit ResultCharts(const RunData& data);

    // Only those that have something to show.
    [[nodiscard]] const std::vector<NamedChart>& charts() const { return m_charts; }
    [[nodiscard]] const ChartPage& page() const { return *m_page; }

private:
    void addThroughput(const RunData& data);
    void addDepth(const RunData& data);
    void addMemory(const RunData& data);
    void addStates(const RunData& data);
    void addLatency(const RunData& data);
    void add(const char* name, TimeChart* chart, const QString& title);

    std::unique_ptr<ChartPage> m_page;
    std::vector<NamedChart> m_charts;
};

}  // namespace ipclab

#include "run_charts/result_charts.h"

#include <algorithm>

namespace ipclab {

ResultCharts::ResultCharts(const RunData& data) : m_page(std::make_unique<ChartPage>()), m_charts(*m_page) {
    TimeAxis& axis = *m_page->axis();
    const Nanoseconds end = data.endNs != 0 ? data.endNs : data.sampledNs;
    axis.restart(data.startNs);
    axis.setNow(end);
    m_charts.take(data);
    for (const ChartSpec& spec : runCharts()) {
        TimeChart* chart = m_charts.chart(spec.chart);
        const bool shown = spec.hasSubject(data) && spec.isUnasked(data) && !chart->isEmpty();
        m_page->setChartShown(chart, shown);
        if (shown) m_shown.push_back({spec.id, chart});
    }
    m_page->alignPlots();
    axis.showRange(data.startNs, std::max(end, data.startNs + TimeAxis::kMinWindow));
}

}  // namespace ipclab

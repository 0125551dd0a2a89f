#include "run_charts/result_charts.h"

#include <algorithm>

namespace ipclab {

ResultCharts::ResultCharts(const RunData& data, const std::optional<QStringList>& wanted)
    : m_page(std::make_unique<ChartPage>()), m_charts(*m_page) {
    TimeAxis& axis = *m_page->axis();
    const Nanoseconds end = data.endNs != 0 ? data.endNs : data.sampledNs;
    axis.restart(data.startNs);
    axis.setNow(end);
    m_charts.take(data);
    for (const ChartSpec& spec : runCharts()) m_page->setChartShown(m_charts.chart(spec.chart), false);
    if (wanted) {
        for (const QString& id : *wanted) show(id, data);
    } else {
        for (const ChartSpec& spec : runCharts())
            if (spec.hasSubject(data) && spec.isUnasked(data)) show(QString::fromLatin1(spec.id), data);
    }
    m_page->alignPlots();
    axis.showRange(data.startNs, std::max(end, data.startNs + TimeAxis::kMinWindow));
}

// What there is no chart of, or nothing to show in, is left out.
void ResultCharts::show(const QString& id, const RunData& data) {
    if (const auto choice = QuantityChoice::fromId(id); choice && choice->hasSubject(data))
        m_charts.chosen().add(*choice, data);
    TimeChart* chart = m_charts.chartOf(id);
    if (chart == nullptr || chart->isEmpty()) return;
    m_page->setChartShown(chart, true);
    m_shown.push_back({id.toStdString(), chart});
}

}  // namespace ipclab

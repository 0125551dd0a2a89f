#include "run_charts/run_charts.h"

#include <algorithm>

#include "bridge/event_words.h"
#include "bridge/words.h"
#include "plot/curve_chart.h"
#include "plot/distribution_chart.h"
#include "plot/heat_map_chart.h"
#include "plot/lane_chart.h"
#include "results/drain.h"
#include "results/link_sources.h"
#include "run_charts/event_marks.h"

namespace ipclab {
namespace {

TimeChart* makeChart(const ChartSpec& spec, TimeAxis* axis) {
    if (spec.isLanes()) return new LaneChart(axis);
    if (spec.scale == ChartScale::HeatMap) return new HeatMapChart(axis);
    if (spec.scale == ChartScale::Distribution) return new DistributionChart(axis);
    auto* chart = new CurveChart(axis);
    chart->setUsualScale(spec.scale == ChartScale::Logarithmic, spec.scale == ChartScale::WithoutPeaks);
    return chart;
}

std::size_t queuesOf(const QueueLengths& queues) {
    const auto seen = std::ranges::count_if(queues.waitingFor, [](const auto& series) { return series.has_value(); });
    return static_cast<std::size_t>(seen) + (queues.runnable.empty() ? 0 : 1);
}

}  // namespace

RunShape RunShape::of(const RunData& run) {
    RunShape shape{.links = {},
                   .tasks = run.tasks.size(),
                   .cpus = run.cpus.size(),
                   .queues = queuesOf(run.queues),
                   .started = run.startNs != 0};
    for (const LinkData& link : run.links) {
        shape.links.push_back(
            {link.depthUnit, link.flowsInMessages(), link.tellsLatency(), !link.transitP50Ns.empty()});
    }
    return shape;
}

RunCharts::RunCharts(ChartPage& page) : m_page(page), m_chosen(page) {
    for (const ChartSpec& spec : runCharts()) {
        TimeChart* chart = makeChart(spec, page.axis());
        m_charts.push_back(chart);
        page.addChart(chart, spec.scale == ChartScale::Logarithmic ? 4 : 3);
    }
}

void RunCharts::drop() {
    for (TimeChart* chart : m_charts) {
        if (auto* curves = qobject_cast<CurveChart*>(chart)) curves->setCurves({});
        if (auto* lanes = qobject_cast<LaneChart*>(chart)) lanes->setLanes({});
        if (auto* latencies = qobject_cast<LatencyChart*>(chart)) latencies->setSources({});
    }
    m_chosen.drop();
}

std::optional<RunChart> RunCharts::listed(const TimeChart* chart) const {
    const auto found = std::ranges::find(m_charts, chart);
    if (found == m_charts.end()) return std::nullopt;
    return static_cast<RunChart>(found - m_charts.begin());
}

QString RunCharts::idOf(const TimeChart* chart) const {
    if (const auto which = listed(chart)) return QString::fromLatin1(specOf(*which).id);
    const QuantityChoice* choice = m_chosen.choiceOf(chart);
    return choice == nullptr ? QString() : choice->id();
}

TimeChart* RunCharts::chartOf(const QString& id) const {
    const auto spec =
        std::ranges::find_if(runCharts(), [&](const ChartSpec& it) { return id == QLatin1String(it.id); });
    if (spec != runCharts().end()) return chart(spec->chart);
    const auto choice = QuantityChoice::fromId(id);
    return choice ? m_chosen.chartOf(*choice) : nullptr;
}

void RunCharts::take(const RunData& run) {
    m_eventsSeen = 0;
    m_marks.clear();
    m_page.setEvents({});
    retranslate(run);
}

void RunCharts::retranslate(const RunData& run) {
    m_shape = RunShape::of(run);
    for (const ChartSpec& spec : runCharts()) {
        chart(spec.chart)->setTitle(spec.title());
        fill(spec, run);
    }
    m_chosen.fill(run);
    tellEmpty(run);
    m_eventsSeen = 0;
    takeEvents(run);
}

bool RunCharts::grow(const RunData& run) {
    m_chosen.fill(run);
    if (m_ended != (run.endNs != 0)) tellEmpty(run);
    RunShape shape = RunShape::of(run);
    if (shape == m_shape) return false;
    m_shape = std::move(shape);
    for (const ChartSpec& spec : runCharts()) fill(spec, run);
    return true;
}

void RunCharts::fill(const ChartSpec& spec, const RunData& run) {
    ChartContent content = spec.content(run);
    if (auto* lanes = qobject_cast<LaneChart*>(chart(spec.chart))) {
        lanes->setNote(content.beside);
        if (!std::ranges::equal(lanes->lanes(), content.lanes, &Lane::isSame))
            lanes->setLanes(std::move(content.lanes));
        return;
    }
    if (auto* latencies = qobject_cast<LatencyChart*>(chart(spec.chart))) {
        latencies->setQuantity(content.beside);
        if (latencies->sources() != content.latencies) latencies->setSources(std::move(content.latencies));
        return;
    }
    auto* curves = static_cast<CurveChart*>(chart(spec.chart));
    curves->setQuantity(content.beside);
    if (curves->curves() != content.curves) curves->setCurves(std::move(content.curves));
}

void RunCharts::tellDrain(const RunData& run) {
    const auto from = drainBegin(run);
    for (TimeChart* chart : m_charts) chart->setDrainsFrom(from);
    m_chosen.setDrainsFrom(from);
}

// Why there is nothing of any link in it; empty: that is not known.
QString RunCharts::whyEmpty(RunChart of, const RunData& run) {
    QString why;
    for (const LinkData& link : run.links) {
        const FigureSource source = of == RunChart::Throughput ? bytesSource(run, link) : latencySource(run, link);
        if (source.isKnown()) return {};
        if (why.isEmpty()) why = tr("%1: %2").arg(QString::fromStdString(link.name), Words::source(source));
    }
    return why;
}

// Before a run what will stand there; after it nothing will any more.
void RunCharts::tellEmpty(const RunData& run) {
    m_ended = run.endNs != 0;
    for (const ChartSpec& spec : runCharts()) {
        const bool isOfLinks = spec.chart == RunChart::Throughput || spec.chart == RunChart::Latency;
        const QString why = m_ended && isOfLinks ? whyEmpty(spec.chart, run) : QString();
        const QString text = m_ended ? tr("Nothing of this was measured in this run.") : spec.emptyText();
        chart(spec.chart)->setEmptyText(why.isEmpty() ? text : text + QLatin1Char('\n') + why);
    }
}

void RunCharts::takeEvents(const RunData& run) {
    if (m_ended != (run.endNs != 0)) tellEmpty(run);
    tellDrain(run);
    if (run.events.size() == m_eventsSeen) return;
    if (m_eventsSeen == 0 || m_eventsSeen > run.events.size()) {
        m_eventsSeen = 0;
        m_marks.clear();
    }
    for (; m_eventsSeen < run.events.size(); ++m_eventsSeen) {
        const RunEvent& event = run.events[m_eventsSeen];
        if (auto mark = markOf(event, run, EventWords::wording())) m_marks.push_back(*std::move(mark));
    }
    m_page.setEvents(m_marks);
}

}  // namespace ipclab

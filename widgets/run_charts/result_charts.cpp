#include "run_charts/result_charts.h"

#include <algorithm>
#include <array>

#include "bridge/event_words.h"
#include "plot/curve_chart.h"
#include "plot/lane_chart.h"
#include "results/subject.h"
#include "run_charts/event_marks.h"

namespace ipclab {

namespace {

QString nameOf(const std::string& name) { return QString::fromStdString(name); }

// What stands in an interval of waiting: nothing that the run does not know.
Lane laneOf(const ProcessData& process) {
    Lane lane;
    lane.name = nameOf(process.name);
    lane.pid = process.pid;
    lane.series = &process.lane;
    return lane;
}

std::vector<ChartEvent> marksOf(const RunData& data) {
    std::vector<ChartEvent> marks;
    for (const RunEvent& event : data.events) {
        if (auto mark = markOf(event, data, EventWords::wording())) marks.push_back(*std::move(mark));
    }
    return marks;
}

}  // namespace

ResultCharts::ResultCharts(const RunData& data) : m_page(std::make_unique<ChartPage>()) {
    TimeAxis& axis = *m_page->axis();
    const Nanoseconds end = data.endNs != 0 ? data.endNs : data.sampledNs;
    axis.restart(data.startNs);
    axis.setNow(end);
    addThroughput(data);
    addDepth(data);
    if (isAboutMemory(data.experiment)) addMemory(data);
    addStates(data);
    addLatency(data);
    m_page->setEvents(marksOf(data));
    m_page->alignPlots();
    axis.showRange(data.startNs, std::max(end, data.startNs + TimeAxis::kMinWindow));
}

void ResultCharts::add(const char* name, TimeChart* chart, const QString& title) {
    chart->setTitle(title);
    m_page->addChart(chart);
    m_charts.push_back({name, chart});
}

void ResultCharts::addThroughput(const RunData& data) {
    std::vector<Curve> messages, bytes;
    int color = 0;
    for (const LinkData& link : data.links) {
        if (link.flowsInMessages()) {
            messages.push_back(
                {nameOf(link.name), &link.messagesPerSecond, color, Qt::SolidLine, QStringLiteral("messages/s")});
        }
        bytes.push_back({nameOf(link.name), &link.bytesPerSecond, color++, Qt::SolidLine, QStringLiteral("B/s")});
    }
    if (bytes.empty()) return;
    // One axis for all: messages where every link tells them, else bytes.
    const bool counted = messages.size() == bytes.size();
    auto chart = std::make_unique<CurveChart>(m_page->axis());
    chart->setQuantity(QStringLiteral("Throughput"));
    chart->setPeaksCut(true);
    const auto stopping = std::ranges::find(data.events, EventKind::Stopping, &RunEvent::kind);
    if (stopping != data.events.end()) chart->setDrainsFrom(stopping->atNs);
    chart->setCurves(counted ? std::move(messages) : std::move(bytes));
    add("throughput", chart.release(), QStringLiteral("Throughput, counted over 20 messages or more, at most 5 s"));
}

void ResultCharts::addDepth(const RunData& data) {
    std::vector<Curve> curves;
    int color = 0;
    for (const LinkData& link : data.links) {
        const bool counted = link.counted;
        const bool bytes = !counted && link.depthUnit == DepthUnit::Bytes;
        Curve curve;
        curve.name = nameOf(link.name);
        curve.series = counted ? &link.depthMessages : &link.systemDepth;
        curve.colorIndex = color++;
        curve.unit = bytes ? QStringLiteral("B") : QStringLiteral("messages");
        curve.stepped = true;
        curves.push_back(std::move(curve));
    }
    if (curves.empty()) return;
    auto chart = std::make_unique<CurveChart>(m_page->axis());
    chart->setQuantity(QStringLiteral("Queue depth"));
    chart->setCurves(std::move(curves));
    add("depth", chart.release(), QStringLiteral("Queue depth"));
}

void ResultCharts::addMemory(const RunData& data) {
    std::vector<Curve> curves;
    for (const ProcessData& process : data.processes) {
        if (process.residentBytes.empty()) continue;
        const int color = static_cast<int>(curves.size());
        curves.push_back({nameOf(process.name), &process.residentBytes, color, Qt::SolidLine, QStringLiteral("B")});
    }
    if (curves.empty()) return;
    auto chart = std::make_unique<CurveChart>(m_page->axis());
    chart->setQuantity(QStringLiteral("Resident memory"));
    chart->setCurves(std::move(curves));
    add("memory", chart.release(), QStringLiteral("Memory"));
}

void ResultCharts::addStates(const RunData& data) {
    std::vector<Lane> lanes;
    for (const ProcessData& process : data.processes) lanes.push_back(laneOf(process));
    if (data.observer.level == ObserveLevel::Off || lanes.empty()) return;
    auto chart = std::make_unique<LaneChart>(m_page->axis());
    chart->setLanes(std::move(lanes));
    add("states", chart.release(),
        data.observer.level == ObserveLevel::Sampled ? QStringLiteral("Process states (sampled)")
                                                     : QStringLiteral("Process states"));
}

void ResultCharts::addLatency(const RunData& data) {
    constexpr std::array<Qt::PenStyle, 3> styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine};
    std::vector<Curve> curves;
    int color = 0;
    for (const LinkData& link : data.links) {
        if (link.latency.count == 0) continue;
        const bool both = !link.transitP50Ns.empty();
        const std::array<std::pair<const char*, const TimeSeries*>, 3> series =
            both ? std::array<std::pair<const char*, const TimeSeries*>, 3>{{{"response p50", &link.p50Ns},
                                                                             {"response p99", &link.p99Ns},
                                                                             {"transit p50", &link.transitP50Ns}}}
                 : std::array<std::pair<const char*, const TimeSeries*>, 3>{
                       {{"p50", &link.p50Ns}, {"p99", &link.p99Ns}, {"p99.9", &link.p999Ns}}};
        for (std::size_t i = 0; i < series.size(); ++i) {
            const QString prefix = data.links.size() > 1 ? nameOf(link.name) + ' ' : QString();
            // One link: a colour each; several: a colour a link, a dash a percentile.
            const int curveColor = data.links.size() > 1 ? color : static_cast<int>(i);
            curves.push_back({prefix + QLatin1String(series[i].first), series[i].second, curveColor, styles[i],
                              QStringLiteral("ns")});
        }
        ++color;
    }
    if (curves.empty()) return;
    auto chart = std::make_unique<CurveChart>(m_page->axis());
    chart->setQuantity(QStringLiteral("Latency"));
    chart->setCurves(std::move(curves));
    chart->setLogarithmic(true);
    add("latency", chart.release(), QStringLiteral("Latency, of each tenth of a second"));
}

}  // namespace ipclab

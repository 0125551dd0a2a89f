#include "compare/recordings_charts.h"

#include <algorithm>
#include <array>

#include "bridge/event_words.h"
#include "compare/recordings_shift.h"
#include "plot/curve_chart.h"
#include "plot/lane_chart.h"
#include "run_charts/event_marks.h"

namespace ipclab {

Qt::PenStyle dashOf(std::size_t run) {
    constexpr std::array kDashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine};
    return kDashes[run % kDashes.size()];
}

void RecordingsCharts::clear() {
    m_page.setEvents({});
    m_page.clear();
    m_series.clear();
    m_lanes.clear();
}

void RecordingsCharts::show(const AlignedRuns& runs) {
    clear();
    if (runs.runs.empty()) return;
    for (const ChartSpec& spec : runCharts()) {
        const bool curves = spec.scale == ChartScale::Linear || spec.scale == ChartScale::WithoutPeaks ||
                            spec.scale == ChartScale::Logarithmic;
        if (curves) addCurves(spec, runs);
    }
    for (std::size_t i = 0; i < runs.runs.size(); ++i) addLanes(runs, i);
    TimeAxis* axis = m_page.axis();
    const auto [begin, end] = runs.span();
    axis->restart(runs.zeroOf(0));
    axis->setLive(false);
    axis->setWindow(end - begin);
    axis->setNow(end);
    showEvents(runs);
    m_page.alignPlots();
    m_page.setNow(end);
}

// Curves of one name belong together; of charts that have one curve in each run, whatever it is called.
void RecordingsCharts::addCurves(const ChartSpec& spec, const AlignedRuns& runs) {
    std::vector<ChartContent> contents;
    for (const AlignedRun& run : runs.runs) {
        contents.push_back(spec.content(*run.data));
        std::erase_if(contents.back().curves, [](const Curve& curve) { return !curve.hasData(); });
    }
    const bool alone = std::ranges::all_of(contents, [](const ChartContent& it) { return it.curves.size() <= 1; });
    std::vector<Group> groups;
    for (std::size_t run = 0; run < contents.size(); ++run) {
        for (const Curve& curve : contents[run].curves) {
            const QString name = alone ? QString() : curve.name;
            auto group =
                std::ranges::find_if(groups, [&](const Group& it) { return it.name == name && it.unit == curve.unit; });
            if (group == groups.end()) group = groups.insert(group, {name, curve.unit, {}, {}});
            group->curves.push_back(curve);
            group->runs.push_back(run);
        }
    }
    for (const Group& group : groups) addChart(spec, runs, group, contents[group.runs.front()].beside);
}

void RecordingsCharts::addChart(const ChartSpec& spec, const AlignedRuns& runs, const Group& group,
                                const QString& beside) {
    auto* chart = new CurveChart(m_page.axis());
    chart->setUsualScale(spec.scale == ChartScale::Logarithmic, spec.scale == ChartScale::WithoutPeaks);
    chart->setTitle(group.name.isEmpty() ? spec.title() : QStringLiteral("%1 · %2").arg(spec.title(), group.name));
    chart->setEmptyText(spec.emptyText());
    chart->setQuantity(beside);
    std::vector<Curve> curves;
    for (std::size_t i = 0; i < group.curves.size(); ++i) {
        const std::size_t run = group.runs[i];
        Curve curve = group.curves[i];
        m_series.push_back(std::make_unique<TimeSeries>(shifted(*curve.series, runs.shiftOf(run))));
        curve.series = m_series.back().get();
        curve.name = AlignedRuns::letter(run);
        curve.colorIndex = static_cast<int>(run);
        curve.style = dashOf(run);
        curves.push_back(std::move(curve));
    }
    chart->setCurves(std::move(curves));
    m_page.addChart(chart, 3);
}

void RecordingsCharts::addLanes(const AlignedRuns& runs, std::size_t run) {
    const ChartSpec& spec = specOf(RunChart::States);
    ChartContent content = spec.content(*runs.runs[run].data);
    std::erase_if(content.lanes, [](const Lane& lane) { return lane.series == nullptr || lane.series->empty(); });
    if (content.lanes.empty()) return;
    const Nanoseconds by = runs.shiftOf(run);
    for (Lane& lane : content.lanes) {
        m_lanes.push_back(std::make_unique<StateSeries>(shifted(*lane.series, by)));
        lane.series = m_lanes.back().get();
        if (!lane.intervalText) continue;
        lane.intervalText = [text = lane.intervalText, by](const StateInterval& shown) {
            StateInterval own = shown;
            own.start -= by;
            if (!shown.isOpen()) own.end -= by;
            return text(own);
        };
    }
    auto* chart = new LaneChart(m_page.axis());
    chart->setTitle(QStringLiteral("%1 · %2").arg(spec.title(), runs.title(run)));
    chart->setEmptyText(spec.emptyText());
    chart->setNote(content.beside);
    chart->setLanes(std::move(content.lanes));
    m_page.addChart(chart, 3);
}

void RecordingsCharts::showEvents(const AlignedRuns& runs) {
    std::vector<ChartEvent> marks;
    for (std::size_t i = 0; i < runs.runs.size(); ++i) {
        const RunData& run = *runs.runs[i].data;
        for (const RunEvent& event : run.events) {
            auto mark = markOf(event, run, EventWords::wording());
            if (!mark) continue;
            mark->t += runs.shiftOf(i);
            mark->label = QStringLiteral("%1 · %2").arg(AlignedRuns::letter(i), mark->label);
            marks.push_back(*std::move(mark));
        }
    }
    std::ranges::stable_sort(marks, {}, &ChartEvent::t);
    m_page.setEvents(marks);
}

}  // namespace ipclab

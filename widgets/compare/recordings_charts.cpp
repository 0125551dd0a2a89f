#include "compare/recordings_charts.h"

#include <QElapsedTimer>
#include <algorithm>
#include <array>

#include "bridge/event_words.h"
#include "compare/recordings_shift.h"
#include "plot/curve_chart.h"
#include "plot/lane_chart.h"
#include "run_charts/event_marks.h"

namespace ipclab {
namespace {

constexpr std::size_t kAtOnce = 6;  // charts: what is in sight
constexpr int kPauseMs = 8;

}  // namespace

Qt::PenStyle dashOf(std::size_t run) {
    constexpr std::array kDashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine};
    return kDashes[run % kDashes.size()];
}

RecordingsCharts::RecordingsCharts(ChartPage& page) : m_page(page) {
    m_pause.setInterval(0);
    QObject::connect(&m_pause, &QTimer::timeout, &m_pause, [this] { makeSome(1, kPauseMs); });
}

void RecordingsCharts::clear() {
    m_pause.stop();
    m_toMake.clear();
    m_page.setEvents({});
    m_page.clear();
    m_series.clear();
    m_lanes.clear();
    m_marks.clear();
}

void RecordingsCharts::show(const AlignedRuns& runs) {
    clear();
    if (runs.runs.empty()) return;
    TimeAxis* axis = m_page.axis();
    const auto [begin, end] = runs.span();
    axis->restart(runs.zeroOf(0));
    axis->setLive(false);
    axis->setWindow(end - begin);
    axis->setNow(end);
    markEvents(runs);
    for (const ChartSpec& spec : runCharts()) {
        const bool curves = spec.scale == ChartScale::Linear || spec.scale == ChartScale::WithoutPeaks ||
                            spec.scale == ChartScale::Logarithmic;
        if (curves) addCurves(spec, runs);
    }
    for (std::size_t i = 0; i < runs.runs.size(); ++i) m_toMake.emplace_back([this, &runs, i] { addLanes(runs, i); });
    makeSome(kAtOnce, 0);
    if (!m_toMake.empty()) m_pause.start();
}

void RecordingsCharts::finish() { makeSome(m_toMake.size(), 0); }

void RecordingsCharts::makeSome(std::size_t atLeast, int milliseconds) {
    QElapsedTimer clock;
    clock.start();
    for (std::size_t made = 0; !m_toMake.empty() && (made < atLeast || clock.elapsed() < milliseconds); ++made) {
        m_toMake.front()();
        m_toMake.pop_front();
    }
    m_page.setNow(m_page.axis()->now());
    if (m_toMake.empty()) m_pause.stop();
}

void RecordingsCharts::add(TimeChart* chart) {
    m_page.addChart(chart, 3);
    chart->setEvents(m_marks);
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
    for (Group& group : groups) {
        const QString beside = contents[group.runs.front()].beside;
        m_toMake.emplace_back(
            [this, &spec, &runs, group = std::move(group), beside] { addChart(spec, runs, group, beside); });
    }
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
    add(chart);
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
    add(chart);
}

void RecordingsCharts::markEvents(const AlignedRuns& runs) {
    for (std::size_t i = 0; i < runs.runs.size(); ++i) {
        const RunData& run = *runs.runs[i].data;
        for (const RunEvent& event : run.events) {
            auto mark = markOf(event, run, EventWords::wording());
            if (!mark) continue;
            mark->t += runs.shiftOf(i);
            mark->label = QStringLiteral("%1 · %2").arg(AlignedRuns::letter(i), mark->label);
            m_marks.push_back(*std::move(mark));
        }
    }
    std::ranges::stable_sort(m_marks, {}, &ChartEvent::t);
}

}  // namespace ipclab

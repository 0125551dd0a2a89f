#include "window/charts_panel.h"

#include <QAction>
#include <QEvent>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "plot/chart_stack.h"
#include "plot/curve_chart.h"
#include "plot/lane_chart.h"

namespace ipclab {
namespace {

constexpr int kDetailMs = 60;

// A short run fills the charts; a long one scrolls.
Nanoseconds firstWindow(const Experiment& experiment) {
    return std::clamp(experiment.durationNs.value_or(10 * kNsPerSecond), kNsPerSecond, 20 * kNsPerSecond);
}

std::optional<std::size_t> processOf(const RunData& run, std::int32_t pid) {
    if (pid == 0) return std::nullopt;
    const auto process = std::ranges::find(run.processes, pid, &ProcessData::pid);
    if (process != run.processes.end()) return static_cast<std::size_t>(process - run.processes.begin());
    const auto child = std::ranges::find_if(
        run.tasks, [&](const TaskData& task) { return task.pid == pid && !task.isThread() && task.descendsFrom; });
    return child == run.tasks.end() ? std::nullopt : std::optional<std::size_t>(*child->descendsFrom);
}

}  // namespace

ChartsPanel::ChartsPanel(RunSource& source, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_page(new ChartPage(this)),
      m_charts(*m_page),
      m_chosen(runCharts().size()),
      m_add(new QAction(this)),
      m_baseline(new QAction(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_page);
    connect(m_page, &ChartPage::removeWanted, this, &ChartsPanel::removeChart);
    connect(m_page->stack(), &ChartStack::arranged, this, &ChartsPanel::changed);
    connect(m_page, &ChartPage::settingsChanged, this, &ChartsPanel::changed);
    connect(&source, &RunSource::viewAboutToChange, this, [this] {
        if (m_source.historyStays()) return;
        keepLastRun();
        m_charts.drop();
    });
    connect(&source, &RunSource::documentOpened, this, [this] { m_lastRun.clear(); });
    m_baseline->setCheckable(true);
    connect(m_baseline, &QAction::toggled, this, &ChartsPanel::showBaseline);
    connect(&source, &RunSource::viewChanged, this, [this] {
        if (!m_source.historyStays()) takeData();
    });
    // What is scrolled shows it anyway; else it comes for one curve after the other.
    auto* detail = new QTimer(this);
    detail->setSingleShot(true);
    detail->setInterval(kDetailMs);
    connect(&source, &RunSource::historyDetailed, this, [detail] {
        if (!detail->isActive()) detail->start();
    });
    connect(detail, &QTimer::timeout, this, [this] {
        m_charts.chosen().growSums(m_source.history());
        m_page->showDetail();
    });
    connect(&source, &RunSource::framePassed, this, &ChartsPanel::frame);
    connect(&source, &RunSource::eventsGrew, this, [this] { m_charts.takeEvents(m_source.history()); });
    connect(&source, &RunSource::figuresDue, this, &ChartsPanel::grow);
    for (const ChartSpec& spec : runCharts()) {
        auto* lanes = qobject_cast<LaneChart*>(chart(spec.chart));
        if (lanes == nullptr) continue;
        connect(lanes, &LaneChart::intervalSelected, this,
                [this, lanes](int lane, const StateInterval& interval) { intervalChosen(*lanes, lane, interval); });
    }
    connect(m_add, &QAction::triggered, this, &ChartsPanel::askForChart);
    retranslateActions();
    m_charts.take(source.history());
    showCharts();
}

ChartsPanel::~ChartsPanel() { m_charts.drop(); }

void ChartsPanel::setChartShown(RunChart which, bool shown) {
    m_chosen[static_cast<std::size_t>(which)] = shown;
    showCharts();
    changed();
}

bool ChartsPanel::isChartShown(RunChart which) const {
    return m_chosen[static_cast<std::size_t>(which)].value_or(specOf(which).isUnasked(m_source.history()));
}

bool ChartsPanel::hasSubject(RunChart which) const { return specOf(which).hasSubject(m_source.history()); }

void ChartsPanel::showCharts() {
    for (const ChartSpec& spec : runCharts())
        m_page->setChartShown(chart(spec.chart), isChartShown(spec.chart) && hasSubject(spec.chart));
    for (TimeChart* chart : m_page->charts()) {
        if (const QuantityChoice* choice = m_charts.chosen().choiceOf(chart))
            m_page->setChartShown(chart, choice->hasSubject(m_source.history()));
    }
    m_page->alignPlots();
}

void ChartsPanel::takeData() {
    m_origin = 0;
    m_page->axis()->restart(monotonicNow());
    m_page->axis()->setWindow(firstWindow(m_source.history().experiment));
    m_charts.take(m_source.history());
    showCharts();
}

// The system's figure comes, children and threads are born, the first message comes that was due at a time …
void ChartsPanel::grow() {
    if (m_charts.grow(m_source.history())) showCharts();
}

// The process of the lane, or of a thread of it; of a processor who ran there then; of a child that is in no document
// the one it descends from.
void ChartsPanel::intervalChosen(const LaneChart& chart, int lane, const StateInterval& interval) {
    const RunData& run = m_source.history();
    const Lane& it = chart.lanes()[static_cast<std::size_t>(lane)];
    auto pid = static_cast<std::int32_t>(it.pid);
    if (it.isCpu && interval.cpu >= 0 && static_cast<std::size_t>(interval.cpu) < run.runners.size())
        pid = run.runners[static_cast<std::size_t>(interval.cpu)].pid;
    const auto task = std::ranges::find_if(run.tasks, [&](const TaskData& t) { return t.tid == pid && t.isThread(); });
    if (task != run.tasks.end()) pid = task->pid;
    if (const auto place = processOf(run, pid)) emit selectionChosen(m_source.partAt(Selection::Kind::Process, *place));
}

void ChartsPanel::frame() {
    const RunData& run = m_source.history();
    if (m_origin == 0 && run.startNs != 0) {
        m_origin = run.startNs;
        m_page->axis()->restart(m_origin);
        m_page->axis()->setWindow(firstWindow(run.experiment));
        m_lastRun.beginAt(m_origin);
        grow();
        showBaseline();
    }
    // Of a recording that was cut off nobody has seen the end.
    const Nanoseconds end = run.endNs != 0 ? run.endNs : run.sampledNs;
    if (run.startNs != 0 && end != 0 && !m_source.isActive()) {
        m_charts.chosen().growSums(run);
        m_page->setNow(end);
        const Nanoseconds length = end - run.startNs;
        // A little longer than planned, as most runs are: the whole of it, not all but its first moment.
        if (length > 0 && length < m_page->axis()->window() * 5 / 4) m_page->axis()->setWindow(length);
        m_page->axis()->setLive(false);
        return;
    }
    m_charts.chosen().growSums(run);
    m_page->setNow(run.sampledNs != 0 ? run.sampledNs : monotonicNow());
}

void ChartsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslateActions();
        m_charts.retranslate(m_source.history());
        showCharts();
    }
    QWidget::changeEvent(event);
}

}  // namespace ipclab

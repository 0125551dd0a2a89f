#include "window/charts_panel.h"

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/event_words.h"
#include "bridge/words.h"
#include "plot/curve_chart.h"
#include "plot/lane_chart.h"
#include "results/subject.h"
#include "run_charts/event_marks.h"
#include "window/filling_area.h"
#include "run_charts/run_curves.h"
#include "run_charts/run_lanes.h"

namespace ipclab {
namespace {

constexpr int kTimeLabelsPx = 30;

QString nameOf(const LinkData& link) { return QString::fromStdString(link.name); }

// With one link its name says nothing new.
QString curveName(const RunData& run, const LinkData& link, const QString& what) {
    return run.links.size() == 1 ? what : QStringLiteral("%1 · %2").arg(nameOf(link), what);
}

// A short run fills the charts; a long one scrolls.
Nanoseconds firstWindow(const Experiment& experiment) {
    return std::clamp(experiment.durationNs.value_or(10 * kNsPerSecond), kNsPerSecond, 20 * kNsPerSecond);
}

// What its curves are of: it changes when the system's figure comes, when the first message comes that was due at a
// time, or when a command turns out to write no messages.
std::vector<LinkShape> shapesOf(const RunData& run) {
    std::vector<LinkShape> shapes;
    for (const LinkData& link : run.links)
        shapes.push_back({link.depthUnit, link.flowsInMessages(), link.tellsLatency(), !link.transitP50Ns.empty()});
    return shapes;
}

// Every lane can be read, up to eight of them; more scroll.
int leastLanesPx(std::size_t lanes) { return 36 + 14 * static_cast<int>(std::clamp<std::size_t>(lanes, 2, 8)); }

// Rows P of the curriculum, and what has no links: about processes and the scheduler, not about messages.
bool isOfProcesses(const RunData& run) {
    const auto& row = run.experiment.row;
    return run.links.empty() ? !run.processes.empty() : row && row->starts_with('P');
}

QString messagesUnit() { return ChartsPanel::tr("messages"); }

void addThroughput(std::vector<Curve>& curves, const LinkData& link, bool inMessages, int color) {
    Curve curve{.name = nameOf(link),
                .series = &link.messagesPerSecond,
                .colorIndex = color,
                .unit = ChartsPanel::tr("messages/s")};
    if (!inMessages) {
        curve.series = &link.bytesPerSecond;
        curve.unit = QStringLiteral("B/s");
    }
    curves.push_back(std::move(curve));
}

void addDepth(const RunData& run, const LinkData& link, int color, std::vector<Curve>& messages,
              std::vector<Curve>& bytes) {
    if (link.counted) {
        messages.push_back({.name = run.links.size() == 1 ? ChartsPanel::tr("sent − received") : nameOf(link),
                            .series = &link.depthMessages,
                            .colorIndex = color,
                            .unit = messagesUnit(),
                            .stepped = true});
    }
    Curve system{.name = nameOf(link),
                 .series = &link.systemDepth,
                 .colorIndex = color,
                 .unit = QStringLiteral("B"),
                 .stepped = true};
    if (link.depthUnit == DepthUnit::Bytes) return bytes.push_back(std::move(system));
    system.name = curveName(run, link, ChartsPanel::tr("in the system"));
    system.style = Qt::DashLine;
    system.unit = messagesUnit();
    if (run.links.size() == 1) system.colorIndex = 1;
    messages.push_back(std::move(system));
}

// All four percentiles of one link; of several the median and the p99, else nobody could tell them apart. Where
// messages are due at times, both ways to count, each by its name.
void addLatency(std::vector<Curve>& curves, const RunData& run, const LinkData& link, int color) {
    const bool alone = run.links.size() == 1;
    const bool both = !link.transitP50Ns.empty();
    struct Mark {
        const char* name;
        const TimeSeries *response, *transit;
    };
    const std::array<Mark, 4> marks{{{"p50", &link.p50Ns, &link.transitP50Ns},
                                     {"p90", &link.p90Ns, &link.transitP90Ns},
                                     {"p99", &link.p99Ns, &link.transitP99Ns},
                                     {"p99.9", &link.p999Ns, &link.transitP999Ns}}};
    const auto add = [&](const QString& name, const TimeSeries* series, std::size_t i, Qt::PenStyle style) {
        curves.push_back({.name = curveName(run, link, name),
                          .series = series,
                          .colorIndex = alone ? static_cast<int>(i) : color,
                          .style = style,
                          .unit = QStringLiteral("ns")});
    };
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (i != 0 && i != 2 && (!alone || both)) continue;
        const QString mark = QString::fromLatin1(marks[i].name);
        const Qt::PenStyle style = !alone && i == 2 ? Qt::DashLine : Qt::SolidLine;
        add(both ? ChartsPanel::tr("response %1").arg(mark) : mark, marks[i].response, i, style);
        if (both)
            add(ChartsPanel::tr("transit %1").arg(mark), marks[i].transit, i, i == 2 ? Qt::DashDotLine : Qt::DotLine);
    }
}

}  // namespace

ChartsPanel::ChartsPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_area(new FillingArea(this)),
      m_page(new ChartPage(this)),
      m_throughput(new CurveChart(m_page->axis())),
      m_depth(new CurveChart(m_page->axis())),
      m_systemBytes(new CurveChart(m_page->axis())),
      m_memory(new CurveChart(m_page->axis())),
      m_states(new LaneChart(m_page->axis())),
      m_cpus(new LaneChart(m_page->axis())),
      m_queues(new CurveChart(m_page->axis())),
      m_latency(new CurveChart(m_page->axis())) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    // In a low window the charts keep a height at which they can be read, and scroll.
    m_area->setWidget(m_page);
    column->addWidget(m_area);
    setMinimumHeight(160);
    m_latency->setLogarithmic(true);
    m_throughput->setPeaksCut(true);
    for (int i = 0; i < ChartCount; ++i) m_page->addChart(chart(static_cast<Chart>(i)), i == Latency ? 4 : 3);
    connect(&session, &Session::viewAboutToChange, this, &ChartsPanel::dropData);
    connect(&session, &Session::viewChanged, this, &ChartsPanel::takeData);
    connect(&session, &Session::framePassed, this, &ChartsPanel::frame);
    connect(&session, &Session::eventsGrew, this, &ChartsPanel::takeEvents);
    connect(&session, &Session::figuresDue, this, &ChartsPanel::growLanes);
    retranslate();
}

ChartsPanel::~ChartsPanel() { dropData(); }

TimeChart* ChartsPanel::chart(Chart which) const {
    return std::array<TimeChart*, ChartCount>{m_throughput, m_depth, m_systemBytes, m_memory,
                                              m_states,     m_cpus,  m_queues,      m_latency}[which];
}

void ChartsPanel::setChartShown(Chart which, bool shown) {
    m_chosen[which] = shown;
    showCharts();
}

bool ChartsPanel::isChartShown(Chart which) const {
    return m_chosen[which].value_or(which != Memory || isAboutMemory(m_session.view().experiment));
}

// A link that commands use has no counters at their ends: no depth in messages, and often no latency.
bool ChartsPanel::hasSubject(Chart which) const {
    const RunData& run = m_session.view();
    const bool counted =
        std::any_of(run.links.begin(), run.links.end(), [](const LinkData& link) { return link.counted; });
    const bool processes = isOfProcesses(run);
    if (which == Cpus) return processes && (!run.cpus.empty() || run.startNs == 0);
    if (which == Queues) return processes;
    if (which == Memory) return !run.processes.empty();
    // Without links there are states alone.
    if (run.links.empty() && !run.processes.empty()) return which == States;
    if (which == SystemBytes) return m_countsBytes;
    if (which == Depth) return counted || (!m_countsBytes && !m_shapes.empty());
    return which != Latency || run.links.empty() ||
           std::any_of(run.links.begin(), run.links.end(), [](const LinkData& link) { return link.tellsLatency(); });
}

// Only the lowest one carries the labels of the time axis.
void ChartsPanel::showCharts() {
    TimeChart* lowest = nullptr;
    for (int i = 0; i < ChartCount; ++i) {
        const auto which = static_cast<Chart>(i);
        const bool shown = isChartShown(which) && hasSubject(which);
        chart(which)->setVisible(shown);
        chart(which)->setTimeLabelsVisible(false);
        if (shown) lowest = chart(which);
    }
    if (lowest != nullptr) lowest->setTimeLabelsVisible(true);
    m_states->setMinimumHeight(leastLanesPx(m_states->lanes().size()) + (lowest == m_states ? kTimeLabelsPx : 0));
    m_cpus->setMinimumHeight(leastLanesPx(m_cpus->lanes().size()) + (lowest == m_cpus ? kTimeLabelsPx : 0));
}

QString ChartsPanel::chartName(Chart which) {
    switch (which) {
        case Throughput:
            return tr("Throughput");
        case Depth:
            return tr("Queue depth");
        case SystemBytes:
            return tr("In the system");
        case Memory:
            return tr("Memory");
        case States:
            return tr("Process states");
        case Cpus:
            return tr("Processors");
        case Queues:
            return tr("Queue lengths");
        case Latency:
            return tr("Latency");
        case ChartCount:
            break;
    }
    return {};
}

void ChartsPanel::dropData() {
    for (CurveChart* chart : {m_throughput, m_depth, m_systemBytes, m_memory, m_queues, m_latency})
        chart->setCurves({});
    for (LaneChart* chart : {m_states, m_cpus}) chart->setLanes({});
}

void ChartsPanel::takeData() {
    m_eventsSeen = 0;
    m_origin = 0;
    m_throughput->setDrainsFrom({});
    m_page->setEvents({});
    m_page->axis()->restart(monotonicNow());
    takeCurves();
    takeLanes();
    takeQueues();
    m_page->alignPlots();
}

void ChartsPanel::takeCurves() {
    const RunData& run = m_session.view();
    const bool intoCommand = std::ranges::any_of(
        run.links, [](const LinkData& link) { return link.foreignReceiver && !link.foreignSender; });
    m_throughput->setQuantity(intoCommand ? tr("received, into a command sent, over ≥ 20 messages")
                                          : tr("received, over ≥ 20 messages"));
    std::vector<Curve> throughput, depth, bytes, latency;
    // One unit for all: messages where every link tells them, else bytes.
    const bool inMessages = std::ranges::all_of(run.links, &LinkData::flowsInMessages);
    int color = 0;
    for (const LinkData& link : run.links) {
        addThroughput(throughput, link, inMessages, color);
        addDepth(run, link, color, depth, bytes);
        if (link.tellsLatency()) addLatency(latency, run, link, color);
        ++color;
    }
    m_countsBytes = !bytes.empty();
    m_shapes = shapesOf(run);
    m_throughput->setCurves(std::move(throughput));
    m_depth->setCurves(std::move(depth));
    m_systemBytes->setCurves(std::move(bytes));
    m_latency->setCurves(std::move(latency));
    m_memory->setCurves(RunCurves::ofMemory(run));
    showCharts();
    // Their legends find their places only when they are laid out with the new entries.
    for (CurveChart* chart : {m_throughput, m_depth, m_systemBytes, m_memory, m_latency}) chart->layOutNow();
}

void ChartsPanel::takeLanes() {
    const RunData& run = m_session.view();
    m_tasksSeen = run.tasks.size();
    m_cpusSeen = run.cpus.size();
    m_states->setLanes(RunLanes::ofTasks(run));
    m_cpus->setLanes(RunLanes::ofCpus(run));
    const bool sampled = run.startNs != 0 && run.observer.level == ObserveLevel::Sampled;
    m_states->setNote(sampled ? tr("sampled %1 times a second: short states are missed, ready and running look alike")
                                    .arg(run.experiment.sampleHz)
                              : QString());
    showCharts();
}

// Children and threads are born during the run.
void ChartsPanel::growLanes() {
    const RunData& run = m_session.view();
    if (run.tasks.size() != m_tasksSeen || run.cpus.size() != m_cpusSeen) {
        takeLanes();
        m_page->alignPlots();
    }
    std::size_t queues = run.queues.runnable.empty() ? 0 : 1;
    for (const auto& series : run.queues.waitingFor) queues += series ? 1 : 0;
    if (queues != m_queuesSeen) takeQueues();
}

void ChartsPanel::takeQueues() {
    const RunData& run = m_session.view();
    const QueueLengths& queues = run.queues;
    std::vector<Curve> curves;
    const auto add = [&](const QString& name, const TimeSeries& series, int color, Qt::PenStyle style) {
        curves.push_back(
            {.name = name, .series = &series, .colorIndex = color, .style = style, .unit = tr("processes")});
    };
    m_queuesSeen = queues.runnable.empty() ? 0 : 1;
    if (!queues.runnable.empty()) add(tr("ready or running"), queues.runnable, 0, Qt::SolidLine);
    if (queues.runnable.empty()) {
        add(tr("running"), queues.running, 0, Qt::SolidLine);
        add(tr("ready"), queues.ready, 1, Qt::SolidLine);
    }
    add(tr("waiting"), queues.waiting, 2, Qt::SolidLine);
    int color = 3;
    for (std::size_t i = 1; i < queues.waitingFor.size(); ++i) {
        if (!queues.waitingFor[i]) continue;
        ++m_queuesSeen;
        const QString what = Words::waitsFor({static_cast<WaitReason>(i), kNoIndex}, run);
        add(tr("waiting for %1").arg(what), *queues.waitingFor[i], color++, Qt::DashLine);
    }
    m_queuesSeen += queues.waitingFor[0] ? 1 : 0;
    m_queues->setCurves(std::move(curves));
    m_queues->layOutNow();
}

void ChartsPanel::takeEvents() {
    const RunData& run = m_session.view();
    if (run.events.size() == m_eventsSeen) return;
    if (m_eventsSeen == 0 || m_eventsSeen > run.events.size()) {
        m_eventsSeen = 0;
        m_marks.clear();
    }
    for (; m_eventsSeen < run.events.size(); ++m_eventsSeen) {
        const RunEvent& event = run.events[m_eventsSeen];
        if (event.kind == EventKind::Stopping && !m_throughput->drainsFrom()) m_throughput->setDrainsFrom(event.atNs);
        if (auto mark = markOf(event, run, EventWords::wording())) m_marks.push_back(*std::move(mark));
    }
    m_page->setEvents(m_marks);
}

void ChartsPanel::frame() {
    const RunData& run = m_session.view();
    if (m_origin == 0 && run.startNs != 0) {
        m_origin = run.startNs;
        m_page->axis()->restart(m_origin);
        m_page->axis()->setWindow(firstWindow(run.experiment));
        takeLanes();  // the process numbers are known only now
        m_page->alignPlots();
    }
    if (shapesOf(run) != m_shapes) takeCurves();
    if (run.endNs != 0 && !m_session.isActive()) {
        m_page->setNow(run.endNs);
        const Nanoseconds length = run.endNs - run.startNs;
        // A little longer than planned, as most runs are: the whole of it, not all but its first moment.
        if (length > 0 && length < m_page->axis()->window() * 5 / 4) m_page->axis()->setWindow(length);
        m_page->axis()->setLive(false);
        return;
    }
    m_page->setNow(run.sampledNs != 0 ? run.sampledNs : monotonicNow());
}

void ChartsPanel::retranslate() {
    for (int i = 0; i < ChartCount; ++i) {
        const auto which = static_cast<Chart>(i);
        chart(which)->setTitle(chartName(which));
    }
    m_depth->setQuantity(tr("waiting in the link"));
    m_systemBytes->setQuantity(tr("queued, as the kernel tells it"));
    m_latency->setQuantity(tr("one way"));
    m_throughput->setEmptyText(tr("Press Run: messages received a second appear here."));
    m_depth->setEmptyText(tr("How full each link is, by the counters of both ends."));
    m_memory->setQuantity(tr("resident"));
    m_memory->setEmptyText(tr("What of each process is in memory, from /proc/PID/statm."));
    m_systemBytes->setEmptyText(tr("How full each link is, as the system itself tells it."));
    m_states->setEmptyText(tr("A lane for each process: running, ready, waiting …"));
    m_cpus->setEmptyText(tr("A lane for each processor: which process ran on it when."));
    m_cpus->setNote(tr("processes of this run alone; in the gaps it was idle or ran somebody else"));
    m_queues->setQuantity(tr("mean of each tenth of a second"));
    m_queues->setEmptyText(tr("How many processes run, are ready, and wait for what."));
    m_latency->setEmptyText(tr("How long messages are on their way: p50, p90, p99, p99.9."));
    takeCurves();
    takeLanes();
    takeQueues();
    m_eventsSeen = 0;
    takeEvents();
}

void ChartsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab

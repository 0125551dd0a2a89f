#include "window/charts_panel.h"

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/event_words.h"
#include "bridge/words.h"
#include "charts/curve_chart.h"
#include "charts/lane_chart.h"
#include "window/filling_area.h"

namespace ipclab {
namespace {

constexpr int kTimeLabelsPx = 30;

EventKind kindOf(EventWeight weight) { return static_cast<EventKind>(weight); }

QString nameOf(const LinkData& link) { return QString::fromStdString(link.name); }

// With one link its name says nothing new.
QString curveName(const RunData& run, const LinkData& link, const QString& what) {
    return run.links.size() == 1 ? what : QStringLiteral("%1 · %2").arg(nameOf(link), what);
}

// A short run fills the charts; a long one scrolls.
Nanoseconds firstWindow(const Experiment& experiment) {
    return std::clamp(experiment.durationNs.value_or(10 * kNsPerSecond), kNsPerSecond, 20 * kNsPerSecond);
}

std::vector<DepthUnit> unitsOf(const RunData& run) {
    std::vector<DepthUnit> units;
    for (const LinkData& link : run.links) units.push_back(link.depthUnit);
    return units;
}

// Every lane can be read, up to eight of them; more scroll.
int leastLanesPx(const RunData& run) {
    return 36 + 14 * static_cast<int>(std::clamp<std::size_t>(run.processes.size(), 2, 8));
}

QString messagesUnit() { return ChartsPanel::tr("messages"); }

void addThroughput(std::vector<Curve>& curves, const LinkData& link, int color) {
    Curve curve{.name = nameOf(link),
                .series = &link.messagesPerSecond,
                .colorIndex = color,
                .unit = ChartsPanel::tr("messages/s")};
    if (!link.counted) {
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

// All four percentiles of one link; of several the median and the p99, else nobody could tell them apart.
void addLatency(std::vector<Curve>& curves, const RunData& run, const LinkData& link, int color) {
    const bool alone = run.links.size() == 1;
    const std::array<std::pair<const char*, const TimeSeries*>, 4> marks{
        {{"p50", &link.p50Ns}, {"p90", &link.p90Ns}, {"p99", &link.p99Ns}, {"p99.9", &link.p999Ns}}};
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (!alone && i != 0 && i != 2) continue;
        curves.push_back({.name = curveName(run, link, QString::fromLatin1(marks[i].first)),
                          .series = marks[i].second,
                          .colorIndex = alone ? static_cast<int>(i) : color,
                          .style = !alone && i == 2 ? Qt::DashLine : Qt::SolidLine,
                          .unit = QStringLiteral("ns")});
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
      m_states(new LaneChart(m_page->axis())),
      m_latency(new CurveChart(m_page->axis())) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    // In a low window the charts keep a height at which they can be read, and scroll.
    m_area->setWidget(m_page);
    column->addWidget(m_area);
    setMinimumHeight(160);
    m_latency->setLogarithmic(true);
    for (int i = 0; i < ChartCount; ++i) m_page->addChart(chart(static_cast<Chart>(i)), i == Latency ? 4 : 3);
    connect(&session, &Session::viewAboutToChange, this, &ChartsPanel::dropData);
    connect(&session, &Session::viewChanged, this, &ChartsPanel::takeData);
    connect(&session, &Session::framePassed, this, &ChartsPanel::frame);
    connect(&session, &Session::eventsGrew, this, &ChartsPanel::takeEvents);
    retranslate();
}

ChartsPanel::~ChartsPanel() { dropData(); }

TimeChart* ChartsPanel::chart(Chart which) const {
    return std::array<TimeChart*, ChartCount>{m_throughput, m_depth, m_systemBytes, m_states, m_latency}[which];
}

void ChartsPanel::setChartShown(Chart which, bool shown) {
    m_shown[which] = shown;
    showCharts();
}

// Links that foreign commands use have no counters: no depth in messages, no latency.
bool ChartsPanel::hasSubject(Chart which) const {
    const RunData& run = m_session.view();
    const bool counted =
        std::any_of(run.links.begin(), run.links.end(), [](const LinkData& link) { return link.counted; });
    // Without links, of processes that share an object, there are states alone.
    if (run.links.empty() && !run.processes.empty()) return which == States;
    if (which == SystemBytes) return m_countsBytes;
    if (which == Depth) return counted || (!m_countsBytes && !m_units.empty());
    return which != Latency || counted || run.links.empty();
}

// Only the lowest one carries the labels of the time axis.
void ChartsPanel::showCharts() {
    TimeChart* lowest = nullptr;
    for (int i = 0; i < ChartCount; ++i) {
        const auto which = static_cast<Chart>(i);
        const bool shown = m_shown[which] && hasSubject(which);
        chart(which)->setVisible(shown);
        chart(which)->setTimeLabelsVisible(false);
        if (shown) lowest = chart(which);
    }
    if (lowest != nullptr) lowest->setTimeLabelsVisible(true);
    m_states->setMinimumHeight(leastLanesPx(m_session.view()) + (lowest == m_states ? kTimeLabelsPx : 0));
}

QString ChartsPanel::chartName(Chart which) {
    switch (which) {
        case Throughput:
            return tr("Throughput");
        case Depth:
            return tr("Queue depth");
        case SystemBytes:
            return tr("In the system");
        case States:
            return tr("Process states");
        case Latency:
            return tr("Latency");
        case ChartCount:
            break;
    }
    return {};
}

void ChartsPanel::dropData() {
    for (CurveChart* chart : {m_throughput, m_depth, m_systemBytes, m_latency}) chart->setCurves({});
    m_states->setLanes({});
}

void ChartsPanel::takeData() {
    m_eventsSeen = 0;
    m_origin = 0;
    m_page->setEvents({});
    m_page->axis()->restart(monotonicNow());
    takeCurves();
    takeLanes();
    m_page->alignPlots();
}

void ChartsPanel::takeCurves() {
    const RunData& run = m_session.view();
    std::vector<Curve> throughput, depth, bytes, latency;
    int color = 0;
    for (const LinkData& link : run.links) {
        addThroughput(throughput, link, color);
        addDepth(run, link, color, depth, bytes);
        if (link.counted) addLatency(latency, run, link, color);
        ++color;
    }
    m_countsBytes = !bytes.empty();
    m_units = unitsOf(run);
    m_throughput->setCurves(std::move(throughput));
    m_depth->setCurves(std::move(depth));
    m_systemBytes->setCurves(std::move(bytes));
    m_latency->setCurves(std::move(latency));
    showCharts();
    // Their legends find their places only when they are laid out with the new entries.
    for (CurveChart* chart : {m_throughput, m_depth, m_systemBytes, m_latency}) chart->layOutNow();
}

void ChartsPanel::takeLanes() {
    const RunData& run = m_session.view();
    std::vector<Lane> lanes;
    for (const ProcessData& process : run.processes) {
        Lane lane;
        lane.name = QString::fromStdString(process.name);
        lane.pid = process.pid;
        lane.series = &process.lane;
        lane.intervalText = [this](const StateInterval& interval) {
            if (interval.state != ProcessState::Waiting) return QString();
            return Words::waitsFor({static_cast<WaitReason>(interval.reason), kNoIndex}, m_session.view());
        };
        lanes.push_back(std::move(lane));
    }
    m_states->setLanes(std::move(lanes));
    showCharts();
}

void ChartsPanel::takeEvents() {
    const RunData& run = m_session.view();
    if (run.events.size() == m_eventsSeen) return;
    m_eventsSeen = run.events.size();
    std::vector<ChartEvent> marks;
    bool launched = false;
    for (const RunEvent& event : run.events) {
        launched = launched || event.what == "launched";
        if (!EventWords::marksCharts(event)) continue;
        QString text = EventWords::text(event, run);
        if (event.process)
            text = QStringLiteral("%1: %2").arg(QString::fromStdString(run.processes[*event.process].name), text);
        marks.push_back({event.atNs, text, kindOf(EventWords::weight(event))});
    }
    m_page->setEvents(marks);
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
    if (unitsOf(run) != m_units) takeCurves();  // the system's own figure has come, and its unit with it
    if (run.endNs != 0 && !m_session.isActive()) {
        m_page->setNow(run.endNs);
        const Nanoseconds length = run.endNs - run.startNs;
        if (length > 0 && length < m_page->axis()->window()) m_page->axis()->setWindow(length);
        return;
    }
    m_page->setNow(run.sampledNs != 0 ? run.sampledNs : monotonicNow());
}

void ChartsPanel::retranslate() {
    for (int i = 0; i < ChartCount; ++i) {
        const auto which = static_cast<Chart>(i);
        chart(which)->setTitle(chartName(which));
    }
    m_throughput->setQuantity(tr("received"));
    m_depth->setQuantity(tr("waiting in the link"));
    m_systemBytes->setQuantity(tr("queued, as the kernel tells it"));
    m_latency->setQuantity(tr("one way"));
    m_throughput->setEmptyText(tr("Press Run: messages received a second appear here."));
    m_depth->setEmptyText(tr("How full each link is, by the counters of both ends."));
    m_systemBytes->setEmptyText(tr("How full each link is, as the system itself tells it."));
    m_states->setEmptyText(tr("A lane for each process: running, ready, waiting …"));
    m_latency->setEmptyText(tr("How long messages are on their way: p50, p90, p99, p99.9."));
    takeCurves();
    m_eventsSeen = 0;
    takeEvents();
}

void ChartsPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab

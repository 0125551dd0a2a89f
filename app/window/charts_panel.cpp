#include "window/charts_panel.h"

#include <QEvent>
#include <QVBoxLayout>

#include "bridge/event_words.h"
#include "bridge/words.h"
#include "charts/curve_chart.h"
#include "charts/lane_chart.h"

namespace ipclab {
namespace {

EventKind kindOf(EventWeight weight) { return static_cast<EventKind>(weight); }

QString nameOf(const LinkData& link) { return QString::fromStdString(link.name); }

// With one link its name says nothing new.
QString curveName(const RunData& run, const LinkData& link, const QString& what) {
    return run.links.size() == 1 ? what : QStringLiteral("%1 · %2").arg(nameOf(link), what);
}

}  // namespace

ChartsPanel::ChartsPanel(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_page(new ChartPage(this)), m_throughput(new CurveChart(m_page->axis())),
      m_depth(new CurveChart(m_page->axis())), m_states(new LaneChart(m_page->axis())),
      m_latency(new CurveChart(m_page->axis())) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_page);
    m_latency->setLogarithmic(true);
    m_page->addChart(m_throughput, 3);
    m_page->addChart(m_depth, 3);
    m_page->addChart(m_states, 3);
    m_page->addChart(m_latency, 3);
    connect(&session, &Session::viewAboutToChange, this, &ChartsPanel::dropData);
    connect(&session, &Session::viewChanged, this, &ChartsPanel::takeData);
    connect(&session, &Session::framePassed, this, &ChartsPanel::frame);
    connect(&session, &Session::eventsGrew, this, &ChartsPanel::takeEvents);
    retranslate();
}

ChartsPanel::~ChartsPanel() { dropData(); }

TimeChart* ChartsPanel::chart(Chart which) const {
    return std::array<TimeChart*, ChartCount>{m_throughput, m_depth, m_states, m_latency}[which];
}

void ChartsPanel::setChartShown(Chart which, bool shown) {
    m_shown[which] = shown;
    chart(which)->setVisible(shown);
    TimeChart* lowest = nullptr;
    for (int i = 0; i < ChartCount; ++i) {
        TimeChart* each = chart(static_cast<Chart>(i));
        each->setTimeLabelsVisible(false);
        if (m_shown[static_cast<std::size_t>(i)]) lowest = each;
    }
    if (lowest != nullptr) lowest->setTimeLabelsVisible(true);
}

QString ChartsPanel::chartName(Chart which) {
    switch (which) {
        case Throughput: return tr("Throughput");
        case Depth: return tr("Queue depth");
        case States: return tr("Process states");
        case Latency: return tr("Latency");
        case ChartCount: break;
    }
    return {};
}

void ChartsPanel::dropData() {
    for (CurveChart* chart : {m_throughput, m_depth, m_latency}) chart->setCurves({});
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
    std::vector<Curve> throughput, depth, latency;
    int color = 0;
    for (const LinkData& link : run.links) {
        if (link.counted) {
            throughput.push_back({.name = nameOf(link), .series = &link.messagesPerSecond, .colorIndex = color, .unit = tr("messages/s")});
            depth.push_back({.name = curveName(run, link, tr("sent − received")), .series = &link.depthMessages, .colorIndex = color, .unit = tr("messages"), .stepped = true});
        } else {
            throughput.push_back({.name = nameOf(link), .series = &link.bytesPerSecond, .colorIndex = color, .unit = QStringLiteral("B/s")});
        }
        const bool bytes = link.depthUnit == DepthUnit::Bytes;
        depth.push_back({.name = curveName(run, link, bytes ? tr("in the system, bytes") : tr("in the system")),
                         .series = &link.systemDepth, .colorIndex = run.links.size() == 1 ? color + 1 : color,
                         .style = Qt::DashLine, .unit = bytes ? QStringLiteral("B") : tr("messages"), .stepped = true});
        if (link.counted) {
            const std::array<std::pair<const char*, const TimeSeries*>, 4> marks{
                {{"p50", &link.p50Ns}, {"p90", &link.p90Ns}, {"p99", &link.p99Ns}, {"p99.9", &link.p999Ns}}};
            for (std::size_t i = 0; i < marks.size(); ++i) {
                const bool alone = run.links.size() == 1;
                if (!alone && i != 0 && i != 2) continue;
                latency.push_back({.name = curveName(run, link, QString::fromLatin1(marks[i].first)), .series = marks[i].second,
                                   .colorIndex = alone ? static_cast<int>(i) : color,
                                   .style = !alone && i == 2 ? Qt::DashLine : Qt::SolidLine, .unit = QStringLiteral("ns")});
            }
        }
        ++color;
    }
    m_throughput->setCurves(std::move(throughput));
    m_depth->setCurves(std::move(depth));
    m_latency->setCurves(std::move(latency));
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
        if (event.process) text = QStringLiteral("%1: %2").arg(QString::fromStdString(run.processes[*event.process].name), text);
        marks.push_back({event.atNs, text, kindOf(EventWords::weight(event))});
    }
    m_page->setEvents(marks);
}

void ChartsPanel::frame() {
    const RunData& run = m_session.view();
    if (m_origin == 0 && run.startNs != 0) {
        m_origin = run.startNs;
        m_page->axis()->restart(m_origin);
        takeCurves();  // the unit of a link's own figure is known only now
        takeLanes();   // and so are the process numbers
        m_page->alignPlots();
    }
    if (run.endNs != 0 && !m_session.isActive()) return m_page->setNow(run.endNs);
    m_page->setNow(run.sampledNs != 0 ? run.sampledNs : monotonicNow());
}

void ChartsPanel::retranslate() {
    for (int i = 0; i < ChartCount; ++i) {
        const auto which = static_cast<Chart>(i);
        chart(which)->setTitle(chartName(which));
    }
    m_throughput->setQuantity(tr("Throughput"));
    m_depth->setQuantity(tr("Queued"));
    m_latency->setQuantity(tr("Latency"));
    m_throughput->setEmptyText(tr("Press Run: messages received a second appear here."));
    m_depth->setEmptyText(tr("How full each link is, by its own counters and by the system."));
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

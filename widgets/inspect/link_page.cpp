#include "inspect/link_page.h"

#include <QLabel>

#include "bridge/editor.h"
#include "bridge/words.h"
#include "inspect/endpoints_section.h"
#include "inspect/fact_list.h"
#include "inspect/figures_section.h"
#include "inspect/guide_link.h"
#include "inspect/link_controls.h"
#include "inspect/properties_section.h"
#include "inspect/rules_section.h"
#include "inspect/section.h"
#include "links/registry.h"
#include "models/figures.h"
#include "models/link_table.h"
#include "results/link_sources.h"
#include "results/link_totals.h"

namespace ipclab {
namespace {

QString amount(const std::optional<std::uint64_t>& bytes, const std::optional<std::uint64_t>& messages) {
    if (messages) return Words::messages(*messages);
    return bytes ? bytesText(*bytes) : QString();
}

// What a command passes on keeps the time at which it was first sent.
QString latencyOrigin(const RunData& run, const LinkData& link) {
    const FigureSource source = latencySource(run, link);
    return source.isKnown() ? LinkPage::tr("the send time in the message, kept by the command") : Words::source(source);
}

QString orNone(const QString& text) { return text.isEmpty() ? noFigure() : text; }

QString keepAliveText(const std::optional<KeepAlive>& keep) {
    if (!keep) return LinkPage::tr("off");
    return LinkPage::tr("after %1 s, every %2 s, %3 probes").arg(keep->idleS).arg(keep->intervalS).arg(keep->probes);
}

}  // namespace

LinkPage::LinkPage(RunSource& source, Editor* editor, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_editor(editor),
      m_name(new QLabel(this)),
      m_mechanism(new QLabel(this)),
      m_controls(new LinkControls(source, this)),
      m_guide(makeGuideLink(this)),
      m_edited(new PropertiesSection(editor, {}, this)),
      m_properties(new FactList(this)),
      m_rules(new RulesSection(this)),
      m_trafficHeading(sectionHeading(this)),
      m_traffic(new FactList(this)),
      m_endpoints(new EndpointsSection(this)),
      m_costsHeading(sectionHeading(this)),
      m_costs(new FactList(this)),
      m_latencyHeading(sectionHeading(this)),
      m_latency(new FactList(this)),
      m_figures(new FiguresSection(source, this)) {
    m_name->setProperty("kind", QStringLiteral("title"));
    m_name->setWordWrap(true);
    auto* column = inspectorColumn(this);
    for (QWidget* widget : std::initializer_list<QWidget*>{
             m_name, m_mechanism, m_guide, m_controls, m_edited, m_properties, m_rules, m_trafficHeading, m_traffic,
             m_latencyHeading, m_latency, m_endpoints, m_costsHeading, m_costs, m_figures}) {
        if (widget == m_rules || widget == m_trafficHeading || widget == m_latencyHeading || widget == m_endpoints ||
            widget == m_costsHeading)
            column->addSpacing(8);
        column->addWidget(widget);
    }
    column->addStretch(1);
    for (int i = 0; i <= Source; ++i) m_properties->addFact();
    for (int i = 0; i <= Faults; ++i) m_traffic->addFact();
    for (int i = 0; i <= LatencyFrom; ++i) m_latency->addFact();
    for (int i = 0; i <= WouldBlock; ++i) m_costs->addFact();
    retranslate();
}

void LinkPage::retranslate() {
    m_figures->retranslate();
    m_controls->retranslate();
    m_edited->retranslate();
    m_rules->retranslate();
    m_endpoints->retranslate();
    m_properties->setName(Asked, tr("Capacity asked for"));
    m_properties->setName(Effective, tr("Capacity given"), tr("What the system really gave, read back from it."));
    m_properties->setName(Largest, tr("Largest message"));
    m_properties->setName(Buffers, tr("Buffers, send / receive"),
                          tr("SO_SNDBUF and SO_RCVBUF as the kernel reports them."));
    m_properties->setName(Nagle, tr("Nagle's algorithm"),
                          tr("On: a small segment waits while one before it is not acknowledged. Read back from the "
                             "socket (TCP_NODELAY)."));
    m_properties->setName(DelayedAck, tr("Acknowledgements"),
                          tr("The kernel may delay them, hoping that they can ride on an answer; or each receive is "
                             "followed by a call that sends what is due (TCP_QUICKACK)."));
    m_properties->setName(KeepsAlive, tr("Keep-alive"),
                          tr("How a connection without traffic is probed. Read back from the socket."));
    m_properties->setName(Congestion, tr("Congestion control"), tr("Read back from the socket (TCP_CONGESTION)."));
    m_properties->setName(Writes, tr("Writes a message"),
                          tr("By how many calls each message is handed to the system."));
    m_properties->setName(Boundary, tr("Message boundaries"));
    m_properties->setName(Order, tr("Who synchronises"));
    m_properties->setName(Source, tr("Documented in"));
    m_trafficHeading->setText(tr("Traffic"));
    m_traffic->setName(Sent, tr("Sent"));
    m_traffic->setName(Received, tr("Received"));
    m_traffic->setName(Bytes, tr("Bytes received"));
    m_traffic->setName(MessagesFrom, tr("Messages known from"));
    m_traffic->setName(BytesFrom, tr("Bytes known from"),
                       tr("/proc/PID/io tells what a command reads and writes in all: other files it reads or writes "
                          "count too."));
    m_traffic->setName(Depth, tr("Queued, mean"), tr("Messages sent and not yet received, mean over time."));
    m_traffic->setName(DepthMax, tr("Queued, most"));
    m_traffic->setName(SystemMax, tr("Queued, most (system)"));
    m_traffic->setName(
        Blocked, tr("Blocked, send / receive"),
        tr("Time spent inside calls that could not go on; all ends together. A call that still waits counts when it "
           "comes back."));
    m_traffic->setName(Faults, tr("Faults"),
                       tr("Lost, repeated, out of order, corrupted: from sequence numbers and check values."));
    m_costsHeading->setText(tr("Costs"));
    m_costs->setName(FirstMessage, tr("First message"),
                     tr("How long the first message was on its way; told when the run has ended. Later ones find warm "
                        "caches and processes that are awake."));
    m_costs->setName(Calls, tr("System calls a message"),
                     tr("Of both ends together, counted by the processes, per message received."));
    m_costs->setName(Copies, tr("Copies a message (by design)"),
                     tr("How often its bytes are copied from the sender's buffer to the receiver's: by design of the "
                        "mechanism, not measured."));
    m_costs->setName(Cpu, tr("CPU, s per million"),
                     tr("CPU time of the processes at its ends per million messages received, whatever else they did "
                        "with it; told when they have ended (wait4)."));
    m_costs->setName(WouldBlock, tr("Would block, send / receive"),
                     tr("Calls of non-blocking ends that came back without a message."));
    m_latency->setName(P50, tr("Median (p50)"));
    const QString transit = tr("From when it was really sent until it was received.");
    m_latency->setName(TransitP50, tr("Transit, median"), transit);
    m_latency->setName(TransitP99, tr("Transit, p99"), transit);
    m_latency->setName(TransitMax, tr("Transit, maximum"), transit);
    m_latency->setName(P90, QStringLiteral("p90"));
    m_latency->setName(P99, QStringLiteral("p99"));
    m_latency->setName(P999, QStringLiteral("p99.9"));
    m_latency->setName(Max, tr("Maximum"));
    m_latency->setName(Count, tr("Stamped messages"), tr("Only these carry their send time."));
    m_latency->setName(LatencyFrom, tr("Known from"));
    refresh();
}

void LinkPage::setLink(std::uint32_t link) {
    m_link = link;
    m_controls->setLink(link);
    m_edited->setPart(m_source.partAt(Part::Kind::Link, link));
    refresh();
}

void LinkPage::refresh() {
    const auto& links = m_source.view().links;
    if (m_link >= links.size()) return;
    const LinkData& link = links[m_link];
    m_name->setText(QString::fromStdString(link.name));
    showMechanism(link);
    m_controls->refresh();
    m_edited->setRunning(m_source.isActive());
    m_edited->refresh();
    showProperties(link);
    m_rules->show(m_source.view(), m_link);
    showTraffic(link);
    showLatency(link);
    m_endpoints->show(m_source.view(), link);
    showCosts(link);
    showFigures(link);
}

// That of the run, where its properties do not say the same.
void LinkPage::showMechanism(const LinkData& link) {
    m_mechanism->setText(Words::mechanism(link.mechanism));
    const Mechanism* mechanism = findMechanism(link.mechanism);
    m_mechanism->setToolTip(mechanism == nullptr ? QString() : Words::tip("mechanism", mechanism->info().note));
    const PartId id = m_source.partAt(Part::Kind::Link, m_link).id;
    const LinkSpec* now = m_editor == nullptr ? nullptr : m_editor->document().link(id);
    m_mechanism->setVisible(now == nullptr || now->mechanism != link.mechanism);
    setGuideLink(
        m_guide, tr("About this mechanism"),
        QStringLiteral("mechanism/") + QString::fromStdString(now == nullptr ? link.mechanism : now->mechanism));
}

// Of the link and of each of its ends.
void LinkPage::showFigures(const LinkData& link) {
    std::vector<QuantityOf> owners{{QuantityOwner::Link, m_link}};
    for (std::uint32_t place = 0; place < link.ports.size(); ++place)
        owners.push_back({QuantityOwner::End, m_link, place});
    m_figures->setOwners(std::move(owners));
}

void LinkPage::showProperties(const LinkData& link) {
    const QString asked = amount(link.requested.capacityBytes, link.requested.capacityMessages);
    m_properties->setValue(Asked, asked.isEmpty() ? tr("system's default") : asked);
    const QString given = amount(link.effective.capacityBytes, link.effective.capacityMessages);
    m_properties->setValue(Effective, Words::isRendezvous(link) ? tr("none: a rendezvous") : orNone(given));
    m_properties->setValue(Largest, bytesText(link.effective.maxMessageBytes.value_or(link.requested.maxMessageBytes)));
    const bool buffers = link.effective.sendBufferBytes || link.effective.receiveBufferBytes;
    m_properties->setRowShown(Buffers, buffers);
    if (buffers) {
        m_properties->setValue(Buffers, bytesText(link.effective.sendBufferBytes.value_or(0)) + QStringLiteral(" / ") +
                                            bytesText(link.effective.receiveBufferBytes.value_or(0)));
    }
    showTcp(link);
    const Mechanism* mechanism = findMechanism(link.mechanism);
    if (mechanism == nullptr) return;
    const MechanismInfo& info = mechanism->info();
    m_properties->setValue(Boundary,
                           info.traits.boundaries == Boundaries::Bytes ? tr("none: a stream of bytes") : tr("kept"));
    m_properties->setValue(Order,
                           info.traits.synchroniser == Synchroniser::System ? tr("the system") : tr("the processes"));
    m_properties->setValue(Source, QString::fromUtf8(info.source.data(), static_cast<qsizetype>(info.source.size())));
}

void LinkPage::showTcp(const LinkData& link) {
    const auto& tcp = link.effective.tcp;
    for (const Property row : {Nagle, DelayedAck, KeepsAlive, Congestion})
        m_properties->setRowShown(row, tcp.has_value());
    m_properties->setRowShown(Writes, tcp && tcp->writes > 1);
    if (!tcp) return;
    m_properties->setValue(Nagle, tcp->nagle ? tr("on") : tr("off: sent when written"));
    m_properties->setValue(DelayedAck, tcp->delayedAck ? tr("may be delayed") : tr("at once, after each receive"));
    m_properties->setValue(KeepsAlive, keepAliveText(tcp->keepAlive));
    m_properties->setValue(Congestion, QString::fromStdString(tcp->congestion));
    m_properties->setValue(Writes, QString::number(tcp->writes));
}

void LinkPage::showTraffic(const LinkData& link) {
    const RunData& run = m_source.view();
    const bool started = run.startNs != 0;
    const bool counted = started && link.counted;
    const LinkTotals totals = linkTotals(run, link);
    const auto count = [&](const std::optional<std::uint64_t>& value) {
        return started && value ? countText(*value) : noFigure();
    };
    m_traffic->setValue(Sent, count(totals.sent));
    m_traffic->setValue(Received, count(totals.received));
    m_traffic->setValue(Bytes, started && totals.bytes ? bytesText(*totals.bytes) : noFigure());
    m_traffic->setRowShown(MessagesFrom, !link.counted);
    m_traffic->setRowShown(BytesFrom, !link.counted);
    m_traffic->setValue(MessagesFrom, Words::source(messagesSource(run, link)));
    m_traffic->setValue(BytesFrom, Words::source(bytesSource(run, link)));
    m_traffic->setValue(Depth, counted ? QString::number(link.depthMean, 'f', 1) : noFigure());
    m_traffic->setValue(DepthMax, counted ? countText(link.depthMax) : noFigure());
    m_traffic->setValue(SystemMax,
                        link.systemDepthMax ? LinkTable::systemDepthText(link, *link.systemDepthMax) : noFigure());
    const auto blocked = [&](const std::optional<SideTotals>& side) {
        return side ? secondsText(side->blockedS, 2) : noFigure();
    };
    m_traffic->setValue(Blocked,
                        started ? tr("%1 / %2 s").arg(blocked(totals.send), blocked(totals.receive)) : noFigure());
    m_traffic->setValue(Faults, started && totals.received ? orNone(LinkTable::faultsText(link)) : noFigure());
}

void LinkPage::showCosts(const LinkData& link) {
    const LinkTotals totals = linkTotals(m_source.view(), link);
    const auto number = [](const std::optional<double>& value) { return value ? rateText(*value) : noFigure(); };
    m_costs->setValue(FirstMessage, link.firstMessageNs ? durationText(*link.firstMessageNs) : noFigure());
    m_costs->setValue(Calls, number(totals.systemCallsPerMessage));
    m_costs->setValue(Copies, totals.copiesPerMessage ? QString::number(*totals.copiesPerMessage) : noFigure());
    m_costs->setValue(Cpu, number(totals.cpuSecondsPerMillion));
    const auto side = [](const std::optional<SideTotals>& ends) {
        return ends ? countText(ends->wouldBlock) : noFigure();
    };
    const bool started = m_source.view().startNs != 0;
    m_costs->setValue(WouldBlock,
                      started ? side(totals.send) + QStringLiteral(" / ") + side(totals.receive) : noFigure());
}

void LinkPage::showLatency(const LinkData& link) {
    const bool both = link.paced > 0;
    m_latencyHeading->setText(both ? tr("Response time") : tr("Latency, one way"));
    m_latencyHeading->setToolTip(
        both ? tr("From when a message was due to be sent until it was received: a sender that "
                  "is held up makes its messages wait before they are sent.")
             : tr("From when a message was sent until it was received; none was due at a time."));
    for (const Delay row : {TransitP50, TransitP99, TransitMax}) m_latency->setRowShown(row, both);
    m_latency->setValue(TransitP50, durationText(link.transit.p50));
    m_latency->setValue(TransitP99, durationText(link.transit.p99));
    m_latency->setValue(TransitMax, durationText(link.transit.max));
    m_latency->setValue(P50, durationText(link.latency.p50));
    m_latency->setValue(P90, durationText(link.latency.p90));
    m_latency->setValue(P99, durationText(link.latency.p99));
    m_latency->setValue(P999, durationText(link.latency.p999));
    m_latency->setValue(Max, durationText(link.latency.max));
    m_latency->setValue(Count, link.latency.count > 0 ? countText(link.latency.count) : noFigure());
    m_latency->setRowShown(LatencyFrom, !link.counted);
    m_latency->setValue(LatencyFrom, latencyOrigin(m_source.view(), link));
}

}  // namespace ipclab

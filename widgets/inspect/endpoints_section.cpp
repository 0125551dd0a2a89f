#include "inspect/endpoints_section.h"

#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "inspect/detail_table.h"
#include "inspect/fact_list.h"
#include "inspect/section.h"
#include "models/detail_rows.h"
#include "models/figures.h"

namespace ipclab {
namespace {

// Of each endpoint; all of them are in the exported data.
constexpr std::size_t kMostShown = 16;

QString nameOf(const RunData& run, std::uint32_t process) {
    return process < run.processes.size() ? QString::fromStdString(run.processes[process].name) : QString();
}

QString stateText(ConnectionState state) {
    switch (state) {
        case ConnectionState::Connecting:
            return EndpointsSection::tr("connecting");
        case ConnectionState::Open:
            return EndpointsSection::tr("open");
        case ConnectionState::HalfClosed:
            return EndpointsSection::tr("half closed");
        case ConnectionState::Closed:
            return EndpointsSection::tr("closed");
        case ConnectionState::Reset:
            return EndpointsSection::tr("reset");
        case ConnectionState::Refused:
            return EndpointsSection::tr("refused");
        case ConnectionState::Free:
            break;
    }
    return {};
}

// A UNIX socket that was not bound has no name; the kernel tells which process is there.
QString peerText(const RunData& run, const ConnectionReading& connection) {
    const QString address = QString::fromStdString(connection.peer.text());
    if (!address.isEmpty()) return address;
    if (connection.peerPid == 0) return noFigure();
    const auto known = std::ranges::find(run.processes, connection.peerPid, &ProcessData::pid);
    const QString pid = EndpointsSection::tr("pid %1").arg(connection.peerPid);
    return known == run.processes.end() ? pid : QStringLiteral("%1 (%2)").arg(QString::fromStdString(known->name), pid);
}

QString addressesTip(const ConnectionReading& connection) {
    const auto text = [](const SocketName& name) {
        const QString address = QString::fromStdString(name.text());
        return address.isEmpty() ? EndpointsSection::tr("no name") : address;
    };
    return EndpointsSection::tr("This side: %1. The other side: %2.")
        .arg(text(connection.local), text(connection.peer));
}

// Where nobody is connected: the addresses from which a server was asked, the sockets that ask.
QString datagramsText(const PortData& port) {
    const ConnectionTotals& totals = port.connectionTotals;
    const QString count = countText(totals.opened);
    QString text = port.serves ? EndpointsSection::tr("asked from %1 addresses, without connections").arg(count)
                               : EndpointsSection::tr("%1 sockets, without connections").arg(count);
    if (totals.unrecorded > 0) text += EndpointsSection::tr(", %1 not recorded").arg(countText(totals.unrecorded));
    return text;
}

QString totalsText(const PortData& port) {
    if (port.datagrams) return datagramsText(port);
    const ConnectionTotals& totals = port.connectionTotals;
    QString text = EndpointsSection::tr("%1 now, %2 opened").arg(countText(totals.now()), countText(totals.opened));
    if (totals.refused > 0) text += EndpointsSection::tr(", %1 refused").arg(countText(totals.refused));
    if (totals.reset > 0) text += EndpointsSection::tr(", %1 reset").arg(countText(totals.reset));
    if (totals.unrecorded > 0) text += EndpointsSection::tr(", %1 not recorded").arg(countText(totals.unrecorded));
    return text;
}

DetailRow headingOf(const RunData& run, const PortData& port, std::size_t endpoint) {
    const QString who = nameOf(run, port.process);
    const QString side = port.role == PortRole::Sender ? EndpointsSection::tr("%1 sends").arg(who)
                                                       : EndpointsSection::tr("%1 receives").arg(who);
    const QString text = QStringLiteral("%1: %2").arg(side, totalsText(port));
    return {.key = QString::number(endpoint), .cells = {{text}}, .heading = true};
}

DetailRow rowOf(const RunData& run, const PortData& port, std::size_t endpoint, const ConnectionReading& connection) {
    const bool counted = port.process < run.processes.size() && !run.processes[port.process].foreign;
    const auto count = [&](std::uint64_t value) { return counted ? countText(value) : noFigure(); };
    const QString waiting = connection.waitingBytes ? bytesText(*connection.waitingBytes) : noFigure();
    return {.key = QStringLiteral("%1.%2.%3").arg(endpoint).arg(connection.slot).arg(connection.generation),
            .cells = {{stateText(connection.state)},
                      {.text = peerText(run, connection), .tip = addressesTip(connection)},
                      {count(connection.messagesSent + connection.messagesReceived)},
                      {counted ? bytesText(connection.bytesSent + connection.bytesReceived) : noFigure()},
                      {waiting}}};
}

std::vector<DetailRow> rowsOf(const RunData& run, const LinkData& link) {
    std::vector<DetailRow> rows;
    for (std::size_t endpoint = 0; endpoint < link.ports.size(); ++endpoint) {
        const PortData& port = link.ports[endpoint];
        if (!port.hasConnections || port.connectionTotals.begun == 0) continue;
        rows.push_back(headingOf(run, port, endpoint));
        std::size_t shown = 0, more = 0;
        for (const ConnectionReading& connection : port.connections) {
            if (connection.state == ConnectionState::Free) continue;
            if (shown == kMostShown) {
                ++more;
                continue;
            }
            rows.push_back(rowOf(run, port, endpoint, connection));
            ++shown;
        }
        if (more == 0) continue;
        rows.push_back({.key = QStringLiteral("%1 more").arg(endpoint),
                        .cells = {{EndpointsSection::tr("and %1 more").arg(countText(more))}},
                        .heading = true});
    }
    return rows;
}

}  // namespace

EndpointsSection::EndpointsSection(QWidget* parent)
    : QWidget(parent),
      m_connectionHeading(sectionHeading(this)),
      m_connections(new DetailTable(DetailTable::Sorting::Fixed, this)),
      m_callHeading(sectionHeading(this)),
      m_calls(new FactList(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_connectionHeading);
    column->addWidget(m_connections);
    column->addWidget(m_callHeading);
    column->addWidget(m_calls);
    m_connections->setElastic(1);
    m_connections->setWideColumns(3, 420);
    m_connections->setTextElideMode(Qt::ElideMiddle);
    for (int i = 0; i <= Repeated; ++i) m_calls->addFact();
    retranslate();
}

void EndpointsSection::retranslate() {
    nameConnections();
    m_connections->rows()->setColumns(
        {{tr("State"), tr("As the process that has it records it.")},
         {tr("The other side"),
          tr("Its address as the kernel reports it (getpeername); of a UNIX socket without a name the process "
             "(SO_PEERCRED).")},
         {tr("Messages"), tr("That went over it, in either direction."), true},
         {tr("Bytes"), {}, true},
         {tr("Waiting"), tr("Bytes that wait in the kernel to be received here (SIOCINQ)."), true}});
    m_callHeading->setText(tr("Calls"));
    m_calls->setName(Issued, tr("Issued"), tr("Requests that were sent."));
    m_calls->setName(Answered, tr("Answered"));
    m_calls->setName(Executed, tr("Executed"),
                     tr("How often the server carried one out, repetitions included, as it tells itself."));
    m_calls->setName(Never, tr("Never executed"), tr("Requests that no server has carried out, so far."));
    m_calls->setName(Repeated, tr("Executed more than once"));
}

void EndpointsSection::nameConnections() {
    const QString name = m_datagrams ? tr("Addresses") : tr("Connections");
    m_connectionHeading->setText(name);
    m_connections->setAccessibleName(name);
}

void EndpointsSection::show(const RunData& run, const LinkData& link) {
    showConnections(run, link);
    showCalls(run, link);
}

void EndpointsSection::showConnections(const RunData& run, const LinkData& link) {
    std::vector<DetailRow> rows = rowsOf(run, link);
    const bool any = !rows.empty();
    m_connections->show(std::move(rows), run.endNs != 0);
    m_connections->setFixedHeight(m_connections->heightOfRows());
    m_connectionHeading->setVisible(any);
    m_connections->setVisible(any);
    m_datagrams = std::ranges::any_of(link.ports, &PortData::datagrams);
    nameConnections();
}

void EndpointsSection::showCalls(const RunData& run, const LinkData& link) {
    const bool any = link.calls.has_value() && run.startNs != 0;
    m_callHeading->setVisible(any);
    m_calls->setVisible(any);
    if (!any) return;
    const CallTotals& totals = link.calls->totals;
    const auto executions = [&](std::uint64_t count) {
        return link.calls->classesKnown() ? countText(count) : noFigure();
    };
    m_calls->setValue(Issued, countText(totals.issued));
    m_calls->setValue(Answered, countText(totals.answered));
    m_calls->setValue(Executed, link.calls->executionsKnown ? countText(totals.executed) : noFigure());
    m_calls->setValue(Never, executions(totals.byExecutions[0]));
    m_calls->setValue(Repeated, executions(totals.byExecutions[2] + totals.byExecutions[3]));
}

}  // namespace ipclab

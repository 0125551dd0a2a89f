#include "models/link_table.h"

#include <QGuiApplication>
#include <QPalette>

#include "bridge/words.h"
#include "models/figures.h"
#include "plot/chart_theme.h"
#include "plot/units.h"
#include "results/link_sources.h"
#include "results/link_totals.h"

namespace ipclab {

LinkTable::LinkTable(const RunSource& source, QObject* parent) : RunTable(source, parent) {
    setColumns(LinkTable::makeColumns());
    setRows(LinkTable::countRows());
}

int LinkTable::countRows() const { return static_cast<int>(run().links.size()); }

std::vector<RunTable::Column> LinkTable::makeColumns() const {
    const QString stamped =
        tr("Response time: from when a message was due to be sent (of one that keeps no pace: from when it was sent) "
           "until it was received; every stamped message counts. The inspector shows the transit time, too.");
    const QString window =
        tr("Received and checked, counted back to the newest message with 20 after it, at most 5 s; once the run has "
           "ended, between its first message and its last.");
    return {
        {tr("Link"), tr("Its name in the experiment."), false},
        {tr("Mechanism"), tr("What carries the messages."), false},
        {tr("Capacity"), tr("What the system really gave; the inspector shows what was asked for."), true},
        {tr("Queued [messages]"),
         tr("Sent minus received, from the counters of both ends: now; once the run has ended, its mean."), true},
        {tr("Queued, system"),
         tr("What the system itself says is queued (FIONREAD, SIOCOUTQ, mq_getattr, slots): now; once the run has "
            "ended, its mean."),
         true},
        {tr("Messages/s"), window, true},
        {tr("Bytes/s"), window, true},
        {tr("Sent"), tr("Messages, counted by the senders in shared memory."), true},
        {tr("Received"), tr("Messages, counted by the receivers in shared memory."), true},
        {tr("Latency p50"), stamped, true},
        {tr("p99"), stamped, true},
        {tr("p99.9"), stamped, true},
        {tr("First message"),
         tr("How long the first message was on its way; told when the run has ended. Later ones find warm caches and "
            "processes that are awake."),
         true},
        {tr("Blocked [s]"),
         tr("Send / receive: time inside calls that could not go on, timed in the processes themselves; all ends of a "
            "side together."),
         true},
        {tr("Would block"), tr("Send / receive: calls of non-blocking ends that came back without a message."), true},
        {tr("Calls/message"), tr("System calls of both ends together, counted by the processes, per message received."),
         true},
        {tr("Copies/message"),
         tr("How often the bytes of a message are copied from the sender's buffer to the receiver's: by design of the "
            "mechanism, not measured."),
         true},
        {tr("CPU [s/million]"),
         tr("CPU time of the processes at its ends per million messages received, whatever else they did with it; told "
            "when they have ended (wait4)."),
         true},
        {tr("Faults"), tr("Lost, repeated, out of order, corrupted: from sequence numbers and check values."), false},
    };
}

QVariant LinkTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const LinkData& link = run().links[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) return text(link, index.column());
    if (role == Qt::ToolTipRole) return tip(link, index.column());
    if (role == SortRole) return sortKey(link, index.column());
    if (role == DeadRole) return run().endNs != 0;
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((column(index.column()).figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == Qt::ForegroundRole && index.column() == Faults && link.lost + link.corrupted + link.duplicated > 0) {
        return ChartTheme::of(QGuiApplication::palette()).events[3];
    }
    return {};
}

QString LinkTable::capacityText(const LinkData& link) {
    if (Words::isRendezvous(link)) return tr("none: a rendezvous");
    if (link.effective.capacityMessages) return tr("%1 messages").arg(*link.effective.capacityMessages);
    if (link.effective.capacityBytes) return bytesText(*link.effective.capacityBytes);
    return noFigure();
}

QString LinkTable::systemDepthText(const LinkData& link, std::uint64_t depth) {
    return link.depthUnit == DepthUnit::Bytes ? bytesText(depth) : countText(depth);
}

QString LinkTable::text(const LinkData& link, int column) const {
    switch (column) {
        case Name:
            return QString::fromStdString(link.name);
        case Mechanism:
            return Words::mechanism(link.mechanism);
        case Capacity:
            return capacityText(link);
        case SystemDepth: {
            const auto depth = depthInSystem(run(), link);
            return depth ? systemDepthText(link, static_cast<std::uint64_t>(*depth)) : noFigure();
        }
        case Bytes: {
            const auto rate = byteRate(run(), link);
            return rate ? formatQuantity(*rate, QStringLiteral("B/s")) : noFigure();
        }
        case FirstMessage:
            return link.firstMessageNs ? durationText(*link.firstMessageNs) : noFigure();
        case Blocked:
        case WouldBlock:
        case Calls:
        case Copies:
        case Cpu:
            return costText(link, column);
        case Faults:
            return link.messagesKnown() ? faultsText(link) : LinkTable::tr("not counted");
        default:
            return countedText(link, column);
    }
}

QString LinkTable::costText(const LinkData& link, int column) const {
    const LinkTotals totals = linkTotals(run(), link);
    const auto sides = [&](auto figure) {
        const auto one = [&](const std::optional<SideTotals>& side) { return side ? figure(*side) : noFigure(); };
        return run().startNs == 0 ? noFigure() : one(totals.send) + QStringLiteral(" / ") + one(totals.receive);
    };
    const auto number = [](const std::optional<double>& value) { return value ? rateText(*value) : noFigure(); };
    switch (column) {
        case Blocked:
            return sides([](const SideTotals& side) { return secondsText(side.blockedS, 2); });
        case WouldBlock:
            return sides([](const SideTotals& side) { return countText(side.wouldBlock); });
        case Calls:
            return number(totals.systemCallsPerMessage);
        case Copies:
            return totals.copiesPerMessage ? QString::number(*totals.copiesPerMessage) : noFigure();
        default:
            return number(totals.cpuSecondsPerMillion);
    }
}

// Where a command is at an end it says whom the figure is from, or why there is none.
QString LinkTable::tip(const LinkData& link, int column) const {
    const QString general = this->column(column).tip;
    if (link.counted) return general;
    const auto with = [&](const FigureSource& source) { return general + QLatin1Char('\n') + Words::source(source); };
    switch (column) {
        case Throughput:
        case Sent:
        case Received:
        case Faults:
            return with(messagesSource(run(), link));
        case Bytes:
            return with(bytesSource(run(), link));
        case P50:
        case P99:
        case P999:
            return with(latencySource(run(), link));
        default:
            return general;
    }
}

QString LinkTable::countedText(const LinkData& link, int column) const {
    switch (column) {
        case Depth:
            return depthText(link);
        case Throughput: {
            const auto rate = messageRate(run(), link);
            return rate ? rateText(*rate) : noFigure();
        }
        case Sent:
            return link.foreignSender ? noFigure() : countText(link.sent);
        case Received:
            return link.messagesKnown() ? countText(link.received) : noFigure();
        case P50:
            return durationText(link.latency.p50);
        case P99:
            return durationText(link.latency.p99);
        case P999:
            return durationText(link.latency.p999);
        default:
            return {};
    }
}

// Whole messages now; of the run a mean, which is none.
QString LinkTable::depthText(const LinkData& link) const {
    const auto depth = depthInMessages(run(), link);
    if (!depth) return noFigure();
    return run().endNs != 0 ? QString::number(*depth, 'f', 1) : countText(static_cast<std::uint64_t>(*depth));
}

QString LinkTable::faultsText(const LinkData& link) {
    QStringList faults;
    if (link.lost > 0) faults << tr("%1 lost").arg(countText(link.lost));
    if (link.duplicated > 0) faults << tr("%1 repeated").arg(countText(link.duplicated));
    if (link.reordered > 0) faults << tr("%1 out of order").arg(countText(link.reordered));
    if (link.corrupted > 0) faults << tr("%1 corrupted").arg(countText(link.corrupted));
    if (!faults.isEmpty()) return faults.join(QStringLiteral(", "));
    return link.received == 0 ? QString() : tr("none");
}

QVariant LinkTable::sortKey(const LinkData& link, int column) const {
    const LinkTotals totals = linkTotals(run(), link);
    switch (column) {
        case Throughput:
            return messageRate(run(), link).value_or(0);
        case Bytes:
            return byteRate(run(), link).value_or(0);
        case SystemDepth:
            return depthInSystem(run(), link).value_or(0);
        case Sent:
            return QVariant::fromValue<qulonglong>(link.sent);
        case Received:
            return QVariant::fromValue<qulonglong>(link.received);
        case Depth:
            return depthInMessages(run(), link).value_or(0);
        case FirstMessage:
            return QVariant::fromValue<qlonglong>(link.firstMessageNs.value_or(0));
        case Blocked:
            return totals.send.value_or(SideTotals{}).blockedS + totals.receive.value_or(SideTotals{}).blockedS;
        case WouldBlock:
            return QVariant::fromValue<qulonglong>(totals.send.value_or(SideTotals{}).wouldBlock +
                                                   totals.receive.value_or(SideTotals{}).wouldBlock);
        case Calls:
            return totals.systemCallsPerMessage.value_or(0);
        case Copies:
            return totals.copiesPerMessage.value_or(0);
        case Cpu:
            return totals.cpuSecondsPerMillion.value_or(0);
        case P50:
            return QVariant::fromValue<qlonglong>(link.latency.p50);
        case P99:
            return QVariant::fromValue<qlonglong>(link.latency.p99);
        case P999:
            return QVariant::fromValue<qlonglong>(link.latency.p999);
        default:
            return text(link, column);
    }
}

}  // namespace ipclab

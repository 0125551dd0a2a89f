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

LinkTable::LinkTable(const RunSource& source, QObject* parent) : RunTable(source, QuantityOwner::Link, parent) {
    setColumns(LinkTable::makeColumns());
    setRows(LinkTable::countRows());
}

int LinkTable::countRows() const { return static_cast<int>(run().links.size()); }

std::vector<RunTable::Column> LinkTable::makeColumns() const {
    return {
        {tr("Link"), tr("Its name in the experiment."), false},
        {tr("Mechanism"), tr("What carries the messages."), false},
        {tr("Capacity"), tr("What the system really gave; the inspector shows what was asked for.")},
        {tr("Queued [messages]"), {}, true, "depth_messages"},
        {tr("Queued, system"), {}, true, "system_depth"},
        {tr("Messages/s"), {}, true, "messages_per_s"},
        {tr("Bytes/s"), {}, true, "bytes_per_s"},
        {tr("Sent"), {}, true, "sent"},
        {tr("Received"), {}, true, "received"},
        {tr("Latency p50"), {}, true, "latency_p50_ns"},
        {tr("p99"), {}, true, "latency_p99_ns"},
        {tr("p99.9"), {}, true, "latency_p999_ns"},
        {tr("First message"), {}, true, "first_message_ns"},
        {tr("Blocked [s]"),
         tr("Send / receive: time inside calls that could not go on, timed in the processes themselves; all ends of a "
            "side together.")},
        {tr("Would block"), tr("Send / receive: calls of non-blocking ends that came back without a message.")},
        {tr("Calls/message"), {}, true, "system_calls_per_message"},
        {tr("Copies/message"), {}, true, "copies_per_message"},
        {tr("CPU [s/million]"), {}, true, "cpu_s_per_million_messages", true},
        {tr("Faults"), tr("Lost, repeated, out of order, corrupted: from sequence numbers and check values."), false},
    };
}

QVariant LinkTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const LinkData& link = run().links[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole) return text(link, index);
    if (role == Qt::ToolTipRole) return tip(link, index.column());
    if (role == SortRole) return sortKey(link, index);
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
    if (link.effective.capacityMessages) return Words::messages(*link.effective.capacityMessages);
    if (link.effective.capacityBytes) return bytesText(*link.effective.capacityBytes);
    return noFigure();
}

QString LinkTable::systemDepthText(const LinkData& link, std::uint64_t depth) {
    return link.depthUnit == DepthUnit::Bytes ? bytesText(depth) : countText(depth);
}

QString LinkTable::text(const LinkData& link, const QModelIndex& index) const {
    const auto sides = [&](auto figure) {
        const LinkTotals totals = linkTotals(run(), link);
        const auto one = [&](const std::optional<SideTotals>& side) { return side ? figure(*side) : noFigure(); };
        return run().startNs == 0 ? noFigure() : one(totals.send) + QStringLiteral(" / ") + one(totals.receive);
    };
    switch (index.column()) {
        case Name:
            return QString::fromStdString(link.name);
        case Mechanism:
            return Words::mechanism(link.mechanism);
        case Capacity:
            return capacityText(link);
        case Depth:
            return depthText(link);
        case SystemDepth: {
            const auto depth = depthInSystem(run(), link);
            return depth ? systemDepthText(link, static_cast<std::uint64_t>(*depth)) : noFigure();
        }
        case Blocked:
            return sides([](const SideTotals& side) { return secondsText(side.blockedS, 2); });
        case WouldBlock:
            return sides([](const SideTotals& side) { return countText(side.wouldBlock); });
        case Faults:
            return link.messagesKnown() ? faultsText(link) : tr("not counted");
        default:
            return quantityText(index.row(), index.column());
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

QVariant LinkTable::sortKey(const LinkData& link, const QModelIndex& index) const {
    const LinkTotals totals = linkTotals(run(), link);
    const SideTotals send = totals.send.value_or(SideTotals{}), receive = totals.receive.value_or(SideTotals{});
    switch (index.column()) {
        case SystemDepth:
            return depthInSystem(run(), link).value_or(0);
        case Depth:
            return depthInMessages(run(), link).value_or(0);
        case Blocked:
            return send.blockedS + receive.blockedS;
        case WouldBlock:
            return QVariant::fromValue<qulonglong>(send.wouldBlock + receive.wouldBlock);
        default:
            return showsQuantity(index.column()) ? quantityKey(index.row(), index.column()) : text(link, index);
    }
}

}  // namespace ipclab

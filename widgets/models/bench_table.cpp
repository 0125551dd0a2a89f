#include "models/bench_table.h"

#include <QGuiApplication>
#include <QPalette>
#include <cmath>

#include "links/registry.h"
#include "models/figures.h"
#include "models/mechanism_table.h"
#include "plot/chart_theme.h"
#include "plot/plain_tip.h"
#include "plot/units.h"
#include "runs/said.h"
#include "series/statistics.h"

namespace ipclab {
namespace {

bool isText(int column) {
    return column == BenchTable::Mechanism || column == BenchTable::Carries || column == BenchTable::Synchroniser ||
           column == BenchTable::Note;
}

QString signedPercent(double ratio) {
    const int percent = static_cast<int>(std::lround((ratio - 1) * 100));
    return (percent < 0 ? QStringLiteral("−%1 %") : QStringLiteral("+%1 %")).arg(std::abs(percent));
}

bool isDoubtful(const BenchRow& row) { return !row.samples.empty() && summarize(row).repeatsDisagree; }

}  // namespace

BenchTable::BenchTable(const MechanismTable& traits, QObject* parent) : QAbstractTableModel(parent), m_traits(traits) {}

int BenchTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}
int BenchTable::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

void BenchTable::setRows(const BenchOptions& options, const std::vector<BenchRow>& rows) {
    const bool same = rows.size() == m_rows.size() && options.mechanisms == m_options.mechanisms &&
                      options.sizesBytes == m_options.sizesBytes;
    if (!same) beginResetModel();
    m_options = options;
    m_rows = rows;
    if (!same) return endResetModel();
    if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

bool BenchTable::hasFigures() const {
    return std::ranges::any_of(m_rows, [](const BenchRow& row) { return !row.samples.empty(); });
}

QString BenchTable::title(int column) const {
    const bool oneWay = m_options.pattern == Pattern::OneWay;
    switch (column) {
        case Mechanism:
            return tr("Mechanism");
        case Size:
            return tr("Message");
        case Rate:
            return oneWay ? tr("Messages/s") : tr("Round trips/s");
        case Spread:
            return m_rows.empty() || m_options.repeats >= kLeastFor95 ? tr("95 % interval") : tr("Least … largest");
        case Bytes:
            return tr("Bytes/s");
        case LatencyP50:
            return tr("Latency p50");
        case LatencyP99:
            return tr("Latency p99");
        case Cpu:
            return tr("CPU [s/million]");
        case Calls:
            return tr("Calls/message");
        case Carries:
            return tr("Carries");
        case Copies:
            return tr("Copies");
        case Synchroniser:
            return tr("Synchronised by");
        default:
            return tr("Note");
    }
}

QString BenchTable::tip(int column) const {
    switch (column) {
        case Rate:
            return tr("Median of the repeats, of what was received and checked.");
        case Spread:
            return tr(
                "How far the interval of the median reaches from it. With fewer than six repeats there is none, "
                "and the least and the largest stand here. Marked where it reaches further than 15 %.");
        case LatencyP50:
        case LatencyP99:
            return m_options.pattern == Pattern::OneWay ? tr("Of a link that is always full: mostly time in the queue.")
                                                        : tr("Of a round trip.");
        case Cpu:
            return tr("CPU time of both processes for a million messages.");
        case Calls:
            return tr("System calls of both ends for a message; – where a library hides them.");
        case Copies:
            return tr("Of a message's bytes from the sender's buffer to the receiver's; by design, not measured.");
        default:
            return {};
    }
}

QVariant BenchTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) return {};
    if (role == Qt::DisplayRole) return title(section);
    if (role == Qt::ToolTipRole) return tip(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((isText(section) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    return {};
}

QVariant BenchTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const BenchRow& row = m_rows[static_cast<std::size_t>(index.row())];
    const ChartTheme& theme = ChartTheme::of(QGuiApplication::palette());
    switch (role) {
        case Qt::DisplayRole:
            return text(row, index.column());
        case Qt::ToolTipRole:
            return plainTip(index.column() == Note ? noteOf(row) : text(row, index.column()));
        case WordFilter::kSortRole:
            return sortKey(row, index.column());
        case Qt::TextAlignmentRole:
            return headerData(index.column(), Qt::Horizontal, role);
        case Qt::ForegroundRole:
            if (!row.skipped.empty()) return theme.mutedText;
            return index.column() == Spread && isDoubtful(row) ? QVariant(theme.events[2]) : QVariant();
        default:
            return {};
    }
}

QString BenchTable::spreadText(const BenchRow& row, const BenchSummary& summary) {
    const BenchSummary::Interval& rate = summary.messagesPerSecond;
    if (row.samples.size() < 2 || rate.median <= 0) return noFigure();
    const QString spread =
        QStringLiteral("%1 … %2").arg(signedPercent(rate.low / rate.median), signedPercent(rate.high / rate.median));
    return summary.repeatsDisagree ? spread + QStringLiteral(" ⚠") : spread;
}

// Its cells in the table of mechanisms.
QString BenchTable::traitOf(const BenchRow& row, int column) const {
    const int trait = column == Carries  ? MechanismTable::Carries
                      : column == Copies ? MechanismTable::Copies
                                         : MechanismTable::Synchronises;
    for (int each = 0; each < m_traits.rowCount(); ++each) {
        if (m_traits.mechanism(each).info().id == row.mechanism) return m_traits.index(each, trait).data().toString();
    }
    return {};
}

QString BenchTable::noteOf(const BenchRow& row) const {
    if (!row.skipped.empty()) return tr("not measured: %1").arg(said(row.skipped));
    if (row.samples.empty()) return tr("to come");
    QStringList notes;
    const BenchSummary summary = summarize(row);
    if (summary.repeatsDisagree) notes << tr("repeats disagree");
    if (summary.lost > 0) notes << tr("%n lost", nullptr, static_cast<int>(summary.lost));
    if (!row.disturbances.empty())
        notes << tr("%1 of %2 repeats disturbed by other work").arg(row.disturbances.size()).arg(row.samples.size());
    if (row.launch != m_options.launch) notes << tr("started by exec");
    if (row.samples.size() < m_options.repeats)
        notes << tr("%1 of %2 repeats").arg(row.samples.size()).arg(m_options.repeats);
    return notes.join(QStringLiteral("; "));
}

QString BenchTable::figureOf(const BenchRow& row, int column) const {
    if (row.samples.empty()) return noFigure();
    const BenchSummary summary = summarize(row);
    const auto time = [](const std::optional<double>& ns) { return ns ? durationText(std::llround(*ns)) : noFigure(); };
    switch (column) {
        case Rate:
            return rateText(summary.messagesPerSecond.median);
        case Spread:
            return spreadText(row, summary);
        case Bytes:
            return formatQuantity(summary.bytesPerSecond.median, QStringLiteral("B/s"));
        case LatencyP50:
            return time(summary.p50);
        case LatencyP99:
            return time(summary.p99);
        case Cpu:
            return secondsText(summary.cpuSecondsPerMillion, 2);
        default:
            return summary.systemCallsPerMessage ? QString::number(*summary.systemCallsPerMessage, 'f', 2) : noFigure();
    }
}

QString BenchTable::text(const BenchRow& row, int column) const {
    switch (column) {
        case Mechanism:
            return QString::fromStdString(row.mechanism);
        case Size:
            return bytesText(row.sizeBytes);
        case Carries:
        case Copies:
        case Synchroniser:
            return traitOf(row, column);
        case Note:
            return noteOf(row);
        default:
            return figureOf(row, column);
    }
}

// What was not measured comes last of those that are sorted downwards.
QVariant BenchTable::sortKey(const BenchRow& row, int column) const {
    if (column == Size) return row.sizeBytes;
    if (isText(column)) return {};
    if (column == Copies) return traitOf(row, column).toDouble();
    if (row.samples.empty()) return -1.0;
    const BenchSummary summary = summarize(row);
    const auto& rate = summary.messagesPerSecond;
    switch (column) {
        case Rate:
            return rate.median;
        case Spread:
            return rate.median > 0 ? (rate.high - rate.low) / rate.median : 0;
        case Bytes:
            return summary.bytesPerSecond.median;
        case LatencyP50:
            return summary.p50.value_or(-1);
        case LatencyP99:
            return summary.p99.value_or(-1);
        case Cpu:
            return summary.cpuSecondsPerMillion;
        default:
            return summary.systemCallsPerMessage.value_or(-1);
    }
}

void BenchTable::retranslate() {
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

}  // namespace ipclab

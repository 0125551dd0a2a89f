#include "compare/sweep_table.h"

#include <cmath>

#include "compare/sweep_words.h"
#include "plot/plain_tip.h"

namespace ipclab {
namespace {

const QString kNone(QChar(0x2013));

}  // namespace

SweepTable::SweepTable(QObject* parent) : QAbstractTableModel(parent) {}

void SweepTable::setSlice(std::shared_ptr<const SweepSlice> slice) {
    beginResetModel();
    m_slice = std::move(slice);
    endResetModel();
}

void SweepTable::refresh() {
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int SweepTable::axes() const { return m_slice ? static_cast<int>(m_slice->sweep().options().axes.size()) : 0; }

int SweepTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_slice ? 0 : static_cast<int>(m_slice->entries().size());
}

int SweepTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_slice ? 0 : axes() + ColumnCount;
}

QVariant SweepTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || !m_slice || section >= columnCount()) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section < axes() ? Qt::AlignLeft : Qt::AlignRight));
    if (section < axes()) {
        const std::string& path = m_slice->sweep().options().axes[static_cast<std::size_t>(section)].path;
        if (role == Qt::DisplayRole) return SweepWords::axis(path);
        return role == Qt::ToolTipRole ? QVariant(plainTip(QString::fromStdString(path))) : QVariant();
    }
    const auto column = static_cast<Column>(section - axes());
    if (role == Qt::DisplayRole) {
        switch (column) {
            case Median:
                return SweepWords::figure(m_slice->sweep().figures()[m_slice->figure()]);
            case Interval:
                return tr("95 % interval");
            case Ratio:
                return tr("Ratio");
            case DifferenceOf:
                return tr("Difference");
            case Repeats:
                return tr("Repeats");
            case Note:
                return tr("Note");
            case P10:
                return QStringLiteral("p10");
            case P90:
                return QStringLiteral("p90");
            case ColumnCount:
                break;
        }
    }
    if (role != Qt::ToolTipRole) return {};
    switch (column) {
        case Median:
            return plainTip(tr("The median of the repeats"));
        case Interval:
            return plainTip(tr("95 % of the medians of repeats drawn anew from these lie in it (bootstrap)"));
        case Ratio:
            return plainTip(tr("Of the medians, to the baseline's, with its 95 % interval (bootstrap)"));
        case DifferenceOf:
            return plainTip(tr("Whether it is real: Mann and Whitney's test of the repeats, p below 0.05"));
        case Repeats:
            return plainTip(tr("How many count of those that are wanted"));
        case P10:
        case P90:
            return plainTip(tr("One repeat in ten was below p10, one in ten above p90"));
        default:
            return {};
    }
}

QString SweepTable::axisText(int row, int axis) const {
    const Sweep& sweep = m_slice->sweep();
    const auto of = static_cast<std::size_t>(axis);
    return SweepWords::value(sweep.options().axes[of], sweep.cells()[static_cast<std::size_t>(row)].values[of]);
}

QString SweepTable::note(std::size_t cell) const {
    const SweepCell& of = m_slice->sweep().cells()[cell];
    if (!of.skipped.empty()) return tr("not measured: %1").arg(SweepWords::skipped(of));
    const QString doubt = SweepWords::doubt(*m_slice, cell);
    return doubt.isEmpty() ? QString() : QChar(0x26a0) + QStringLiteral(" ") + doubt;
}

QString SweepTable::text(std::size_t cell, Column column) const {
    const SweepEntry& entry = m_slice->entry(cell);
    const Sweep& sweep = m_slice->sweep();
    const SweepFigure& figure = sweep.figures()[m_slice->figure()];
    const auto number = [&](double value) { return SweepWords::number(value, figure); };
    switch (column) {
        case Median:
            return entry.summary ? number(entry.summary->estimate.median) : kNone;
        case Interval:
            if (!entry.summary || entry.summary->count < 2) return kNone;
            return SweepWords::interval(entry.summary->estimate.low, entry.summary->estimate.high, figure);
        case Ratio:
            return entry.isBaseline ? tr("baseline") : entry.against ? SweepWords::ratio(*entry.against) : kNone;
        case DifferenceOf:
            return entry.against ? SweepWords::difference(entry.against->difference) : kNone;
        case Repeats:
            return QStringLiteral("%1/%2").arg(sweep.cells()[cell].counted().size()).arg(sweep.options().repeats);
        case P10:
            return entry.summary ? number(entry.summary->p10) : kNone;
        case P90:
            return entry.summary ? number(entry.summary->p90) : kNone;
        case Note:
        case ColumnCount:
            break;
    }
    return note(cell);
}

QVariant SweepTable::sortKey(std::size_t cell, Column column) const {
    const SweepEntry& entry = m_slice->entry(cell);
    if (column == Ratio && entry.against) return entry.against->ratio.median;
    if (column == Ratio) return entry.isBaseline ? QVariant(1.0) : QVariant();
    if (column == Repeats) return static_cast<int>(m_slice->sweep().cells()[cell].counted().size());
    if (column == Note || column == DifferenceOf) return text(cell, column);
    if (!entry.summary) return {};
    return column == P10 ? entry.summary->p10 : column == P90 ? entry.summary->p90 : entry.summary->estimate.median;
}

QVariant SweepTable::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !m_slice) return {};
    const auto cell = static_cast<std::size_t>(index.row());
    if (index.column() < axes()) {
        if (role == Qt::DisplayRole) return axisText(index.row(), index.column());
        const SweepCell& of = m_slice->sweep().cells()[cell];
        const auto axis = static_cast<std::size_t>(index.column());
        if (role == kSortRole) return static_cast<int>(of.values[axis]);
        return {};
    }
    const auto column = static_cast<Column>(index.column() - axes());
    if (role == Qt::DisplayRole) return text(cell, column);
    if (role == kSortRole) return sortKey(cell, column);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (column == Note ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::ToolTipRole && column == Note) return plainTip(note(cell));
    return {};
}

void SweepTable::retranslate() {
    if (columnCount() > 0) emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    refresh();
}

}  // namespace ipclab

#include "models/run_table.h"

#include <QFont>
#include <algorithm>

#include "bridge/quantity_words.h"
#include "models/figures.h"

namespace ipclab {

RunTable::RunTable(const RunSource& source, QuantityOwner owner, QObject* parent)
    : QAbstractTableModel(parent), m_source(source), m_owner(owner) {
    connect(&source, &RunSource::viewAboutToChange, this, [this] {
        beginResetModel();
        m_rows = 0;  // whoever asks before the end of the reset finds nothing, not what is gone
    });
    connect(&source, &RunSource::viewChanged, this, [this] {
        m_rows = countRows();
        endResetModel();
    });
    connect(&source, &RunSource::figuresDue, this, &RunTable::refresh);
}

int RunTable::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_rows; }

int RunTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RunTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    if (role == Qt::DisplayRole) return column(section).title;
    if (role == Qt::ToolTipRole) return column(section).tip;
    if (role == QuantityRole)
        return showsQuantity(section) ? QString::fromUtf8(column(section).registered->id.data()) : QString();
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue((column(section).figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

void RunTable::setShown(bool shown) {
    m_shown = shown;
    if (shown) refresh();
}

void RunTable::refresh() {
    if (!m_shown || m_rows == 0) return;
    emit dataChanged(index(0, 0), index(m_rows - 1, columnCount() - 1));
}

void RunTable::setColumns(std::vector<Column> columns) {
    m_columns = std::move(columns);
    m_chosen = static_cast<int>(m_columns.size());
    for (Column& column : m_columns) {
        if (column.quantity == nullptr) continue;
        column.registered = findQuantity(m_owner, column.quantity);
        if (column.tip.isEmpty()) column.tip = QuantityWords::tip(*column.registered);
    }
    for (const Quantity& quantity : quantitiesOf(m_owner)) {
        const auto shows = [&](const Column& column) { return column.registered == &quantity; };
        if (std::ranges::any_of(m_columns, shows)) continue;
        Column more{QuantityWords::title(quantity), QuantityWords::tip(quantity)};
        more.registered = &quantity;
        m_columns.push_back(std::move(more));
    }
}

QString RunTable::quantityText(int row, int section) const {
    const Quantity& quantity = *column(section).registered;
    const MaybeQuantity value = quantity.now(run(), ownerAt(row));
    if (value && column(section).bare) {
        return quantity.unit == QuantityUnit::Second ? secondsText(asDouble(*value)) : rateText(asDouble(*value));
    }
    return figureText(value, unitOf(quantity, run(), ownerAt(row)));
}

QVariant RunTable::quantityKey(int row, int section) const {
    const MaybeQuantity value = column(section).registered->now(run(), ownerAt(row));
    return value ? asDouble(*value) : 0;
}

void RunTable::retranslate() {
    setColumns(makeColumns());
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    refresh();
}

}  // namespace ipclab

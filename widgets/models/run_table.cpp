#include "models/run_table.h"

#include <QFont>

namespace ipclab {

RunTable::RunTable(const RunSource& source, QObject* parent) : QAbstractTableModel(parent), m_source(source) {
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

void RunTable::retranslate() {
    m_columns = makeColumns();
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    refresh();
}

}  // namespace ipclab

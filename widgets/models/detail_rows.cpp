#include "models/detail_rows.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>
#include <QSet>
#include <algorithm>
#include "plot/plain_tip.h"

namespace ipclab {

void DetailRows::setColumns(std::vector<DetailColumn> columns) {
    if (columns == m_columns) return;
    const bool same = columns.size() == m_columns.size();
    if (!same) beginResetModel();
    m_columns = std::move(columns);
    if (!same) endResetModel();
    if (same) emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void DetailRows::removeMissing(const std::vector<DetailRow>& rows) {
    QSet<QString> wanted;
    for (const DetailRow& row : rows) wanted.insert(row.key);
    for (int at = rowCount() - 1; at >= 0; --at) {
        if (wanted.contains(m_rows[static_cast<std::size_t>(at)].key)) continue;
        beginRemoveRows({}, at, at);
        m_rows.erase(m_rows.begin() + at);
        endRemoveRows();
    }
}

void DetailRows::insertNew(std::vector<DetailRow>& rows) {
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (at < m_rows.size() && m_rows[at].key == rows[at].key) {
            if (m_rows[at] == rows[at]) continue;
            m_rows[at] = std::move(rows[at]);
            emit dataChanged(index(static_cast<int>(at), 0), index(static_cast<int>(at), columnCount() - 1));
            continue;
        }
        const auto from = m_rows.begin() + static_cast<std::ptrdiff_t>(at);
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
        m_rows.insert(from, std::move(rows[at]));
        endInsertRows();
    }
}

void DetailRows::setRows(std::vector<DetailRow> rows) {
    removeMissing(rows);
    // What stays must stand in the order of what comes; where it does not, order wins over selection.
    std::size_t next = 0;
    for (const DetailRow& row : rows) next += next < m_rows.size() && m_rows[next].key == row.key ? 1 : 0;
    if (next == m_rows.size()) return insertNew(rows);
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void DetailRows::setPast(bool past) {
    if (m_past == past) return;
    m_past = past;
    if (rowCount() > 0) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int DetailRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DetailRows::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant DetailRows::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const DetailColumn& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return column.title;
    if (role == Qt::ToolTipRole && !column.tip.isEmpty()) return column.tip;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((column.figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

QVariant DetailRows::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const DetailRow& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == HeadingRole) return row.heading;
    const auto at = static_cast<std::size_t>(index.column());
    const DetailCell cell = at < row.cells.size() ? row.cells[at] : DetailCell{};
    switch (role) {
        case Qt::DisplayRole:
            return cell.text;
        case Qt::ToolTipRole:
            return plainTip(cell.tip.isEmpty() ? cell.text : cell.tip);
        case Qt::DecorationRole:
            return cell.icon.isNull() ? QVariant() : cell.icon;
        case SortRole:
            return cell.order.isValid() ? cell.order : QVariant(cell.text);
        case Qt::TextAlignmentRole: {
            const bool figure = at < m_columns.size() && m_columns[at].figure && !row.heading && !cell.absent;
            return QVariant::fromValue((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        }
        case Qt::ForegroundRole:
            if (cell.absent || (m_past && !row.heading))
                return QGuiApplication::palette().brush(QPalette::PlaceholderText);
            return {};
        case Qt::FontRole: {
            if (!row.heading) return {};
            QFont font = QGuiApplication::font();
            font.setBold(true);
            return font;
        }
        default:
            return {};
    }
}

Qt::ItemFlags DetailRows::flags(const QModelIndex& index) const {
    const bool heading = index.isValid() && data(index, HeadingRole).toBool();
    return heading ? Qt::ItemIsEnabled : QAbstractTableModel::flags(index);
}

}  // namespace ipclab

#include "models/table_text.h"

namespace ipclab {
namespace {

std::vector<std::string> cellsOf(const QStringList& texts) {
    std::vector<std::string> cells;
    for (const QString& text : texts) cells.push_back(text.toStdString());
    return cells;
}

int depthOf(QModelIndex index, const QModelIndex& root) {
    int depth = 0;
    for (index = index.parent(); index.isValid() && index != root; index = index.parent()) ++depth;
    return depth;
}

}  // namespace

QString TableText::as(TableFormat format) const {
    std::vector<std::vector<std::string>> all;
    for (const QStringList& row : rows) all.push_back(cellsOf(row));
    return QString::fromStdString(formattedTable(cellsOf(titles), all, format));
}

TableText tableTextOf(const QAbstractItemModel& model, const QModelIndexList& rows, const QList<int>& columns,
                      const QModelIndex& root) {
    TableText table;
    for (const int column : columns) table.titles << model.headerData(column, Qt::Horizontal).toString();
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (const int column : columns) {
            const QString indent = column == 0 ? QString(2 * depthOf(row, root), QLatin1Char(' ')) : QString();
            cells << indent + row.siblingAtColumn(column).data().toString();
        }
        table.rows << cells;
    }
    return table;
}

}  // namespace ipclab

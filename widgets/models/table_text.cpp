#include "models/table_text.h"

namespace ipclab {
namespace {

// What would end a cell or a row.
QString cellOf(QString text, TableFormat format) {
    text.replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QLatin1Char('\t'), QLatin1Char(' '));
    if (format == TableFormat::Markdown) text.replace(QLatin1Char('|'), QStringLiteral("\\|"));
    return text;
}

QString lineOf(const QStringList& cells, TableFormat format) {
    QStringList clean;
    for (const QString& cell : cells) clean << cellOf(cell, format);
    if (format == TableFormat::TabSeparated) return clean.join(QLatin1Char('\t')) + QLatin1Char('\n');
    return QStringLiteral("| ") + clean.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

int depthOf(QModelIndex index, const QModelIndex& root) {
    int depth = 0;
    for (index = index.parent(); index.isValid() && index != root; index = index.parent()) ++depth;
    return depth;
}

}  // namespace

QString TableText::as(TableFormat format) const {
    QString text = lineOf(titles, format);
    if (format == TableFormat::Markdown) {
        text += QLatin1Char('|');
        for (qsizetype i = 0; i < titles.size(); ++i) text += QStringLiteral("---|");
        text += QLatin1Char('\n');
    }
    for (const QStringList& row : rows) text += lineOf(row, format);
    return text;
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

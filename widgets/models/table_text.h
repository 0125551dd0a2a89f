// A table as text, for the clipboard: tab-separated, which spreadsheets take, or Markdown, which reports take; always
// with the titles of its columns.
#pragma once

#include <QAbstractItemModel>
#include <QList>
#include <QStringList>

namespace ipclab {

enum class TableFormat { TabSeparated, Markdown };

struct TableText {
    QStringList titles;
    QList<QStringList> rows;

    [[nodiscard]] QString as(TableFormat format) const;
};

// Of these rows (an index of each, in any column) the columns given. In a tree the first column is indented by its
// depth below `root`.
[[nodiscard]] TableText tableTextOf(const QAbstractItemModel& model, const QModelIndexList& rows,
                                    const QList<int>& columns, const QModelIndex& root = {});

}  // namespace ipclab

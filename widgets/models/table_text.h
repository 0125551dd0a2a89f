// A table of a model as text, for the clipboard, in any of the formats of core/table_format.h.
#pragma once

#include <QAbstractItemModel>
#include <QList>
#include <QStringList>

#include "core/table_format.h"

namespace ipclab {

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

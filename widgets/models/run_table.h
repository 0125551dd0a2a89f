// What the tables of processes and links have in common: one row a thing, in the order of the document for ever, so
// that order, selection and scroll position stay while the figures change. A refresh changes cells, never rows.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "runs/run_source.h"

namespace ipclab {

class RunTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { SortRole = Qt::UserRole, DeadRole };

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // Nothing is recomputed while the table is not seen.
    void setShown(bool shown);
    void retranslate();

protected:
    struct Column {
        QString title;  // with its unit
        QString tip;    // how the figure is measured
        bool figure = true;
    };

    RunTable(const RunSource& source, QObject* parent);
    [[nodiscard]] const RunData& run() const { return m_source.view(); }
    [[nodiscard]] const Column& column(int section) const { return m_columns[static_cast<std::size_t>(section)]; }
    void setColumns(std::vector<Column> columns) { m_columns = std::move(columns); }
    void setRows(int rows) { m_rows = rows; }

    [[nodiscard]] virtual std::vector<Column> makeColumns() const = 0;
    [[nodiscard]] virtual int countRows() const = 0;

private:
    void refresh();

    const RunSource& m_source;
    std::vector<Column> m_columns;
    int m_rows = 0;
    bool m_shown = true;
};

}  // namespace ipclab

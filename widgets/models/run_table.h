// What the tables of processes and links have in common: one row a thing, in the order of the document for ever, so
// that order, selection and scroll position stay while the figures change. A refresh changes cells, never rows.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "results/quantity.h"
#include "runs/run_source.h"

namespace ipclab {

class RunTable : public QAbstractTableModel {
    Q_OBJECT
public:
    // QuantityRole, of a header: the id of the quantity (results/quantity.h) it shows; empty: a view of its own.
    enum Role { SortRole = Qt::UserRole, DeadRole, QuantityRole };

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // The first columns are those that are chosen to be seen; behind them stands every quantity these do not show.
    [[nodiscard]] int chosenColumns() const { return m_chosen; }

    // Nothing is recomputed while the table is not seen.
    void setShown(bool shown);
    void retranslate();

protected:
    struct Column {
        QString title;  // with its unit
        QString tip;    // how the figure is measured; empty: as its quantity says
        bool figure = true;
        const char* quantity = nullptr;        // it shows this one
        bool bare = false;                     // without the unit, which is in the title
        const Quantity* registered = nullptr;  // filled in
    };

    RunTable(const RunSource& source, QuantityOwner owner, QObject* parent);
    [[nodiscard]] const RunData& run() const { return m_source.view(); }
    [[nodiscard]] const Column& column(int section) const { return m_columns[static_cast<std::size_t>(section)]; }
    void setColumns(std::vector<Column> columns);
    void setRows(int rows) { m_rows = rows; }
    // Of a column that shows a quantity.
    [[nodiscard]] QString quantityText(int row, int section) const;
    [[nodiscard]] QVariant quantityKey(int row, int section) const;
    [[nodiscard]] bool showsQuantity(int section) const { return column(section).registered != nullptr; }

    [[nodiscard]] virtual std::vector<Column> makeColumns() const = 0;
    [[nodiscard]] virtual int countRows() const = 0;

private:
    void refresh();

    [[nodiscard]] QuantityOf ownerAt(int row) const { return {m_owner, static_cast<std::uint32_t>(row)}; }

    const RunSource& m_source;
    QuantityOwner m_owner;
    std::vector<Column> m_columns;
    int m_chosen = 0;
    int m_rows = 0;
    bool m_shown = true;
};

}  // namespace ipclab

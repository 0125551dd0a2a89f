// The processes of a run as a table: who, in which state and why, what it has used, how it ended.
#pragma once

#include "models/run_table.h"

namespace ipclab {

class ProcessTable : public RunTable {
    Q_OBJECT
public:
    enum Column {
        Name,
        Pid,
        State,
        WaitsFor,
        Running,
        Ready,
        Waiting,
        User,
        System,
        Voluntary,
        Involuntary,
        Memory,
        Messages,
        Ended,
        ColumnCount  // of those that are chosen; behind them stand the other quantities
    };

    explicit ProcessTable(const RunSource& source, QObject* parent = nullptr);
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

protected:
    [[nodiscard]] std::vector<RunTable::Column> makeColumns() const override;
    [[nodiscard]] int countRows() const override;

private:
    [[nodiscard]] QString text(const ProcessData& process, const QModelIndex& index) const;
    [[nodiscard]] QVariant sortKey(const ProcessData& process, const QModelIndex& index) const;
    [[nodiscard]] QVariant foreground(const ProcessData& process, int column) const;
};

}  // namespace ipclab

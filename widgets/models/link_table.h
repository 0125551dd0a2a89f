// The links of a run as a table: mechanism, what was asked for and what the system gave, how full, how much flows, how
// long a message takes, what went wrong.
#pragma once

#include "models/run_table.h"

namespace ipclab {

class LinkTable : public RunTable {
    Q_OBJECT
public:
    enum Column {
        Name,
        Mechanism,
        Capacity,
        Depth,
        SystemDepth,
        Throughput,
        Bytes,
        Sent,
        Received,
        P50,
        P99,
        P999,
        FirstMessage,
        Blocked,
        WouldBlock,
        Calls,
        Copies,
        Cpu,
        Faults,
        ColumnCount  // of those that are chosen; behind them stand the other quantities
    };

    explicit LinkTable(const RunSource& source, QObject* parent = nullptr);
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    static QString capacityText(const LinkData& link);
    // "none", or what went wrong how often.
    static QString faultsText(const LinkData& link);
    static QString systemDepthText(const LinkData& link, std::uint64_t depth);

protected:
    [[nodiscard]] std::vector<RunTable::Column> makeColumns() const override;
    [[nodiscard]] int countRows() const override;

private:
    [[nodiscard]] QString text(const LinkData& link, const QModelIndex& index) const;
    [[nodiscard]] QString tip(const LinkData& link, int column) const;
    [[nodiscard]] QString depthText(const LinkData& link) const;
    [[nodiscard]] QVariant sortKey(const LinkData& link, const QModelIndex& index) const;
};

}  // namespace ipclab

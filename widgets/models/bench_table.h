// What a benchmark of mechanisms has measured so far, a row for each mechanism and size: medians, and of the rate its
// 95 % interval; beside them the traits that explain them. A row whose repeats disagree is marked, one that cannot be
// measured here says why.
#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "models/word_filter.h"
#include "runs/bench.h"

namespace ipclab {

class MechanismTable;

class BenchTable : public QAbstractTableModel {
    Q_OBJECT
public:
    // What was measured and what explains it before what few ask for.
    enum Column {
        Mechanism,
        Size,
        Rate,
        Spread,
        LatencyP50,
        Carries,
        Copies,
        Synchroniser,
        Note,
        Bytes,
        LatencyP99,
        Cpu,
        Calls,
        ColumnCount
    };

    // traits: where those of the mechanisms are read.
    explicit BenchTable(const MechanismTable& traits, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    void setRows(const BenchOptions& options, const std::vector<BenchRow>& rows);
    [[nodiscard]] const std::vector<BenchRow>& rows() const { return m_rows; }
    [[nodiscard]] const BenchOptions& options() const { return m_options; }
    // At least one row has a figure.
    [[nodiscard]] bool hasFigures() const;
    void retranslate();

    // "−3 % … +5 %"; with fewer than six repeats it is the least and the largest.
    [[nodiscard]] static QString spreadText(const BenchRow& row, const BenchSummary& summary);

private:
    [[nodiscard]] QString title(int column) const;
    [[nodiscard]] QString tip(int column) const;
    [[nodiscard]] QString text(const BenchRow& row, int column) const;
    [[nodiscard]] QString figureOf(const BenchRow& row, int column) const;
    [[nodiscard]] QVariant sortKey(const BenchRow& row, int column) const;
    [[nodiscard]] QString traitOf(const BenchRow& row, int column) const;
    [[nodiscard]] QString noteOf(const BenchRow& row) const;

    const MechanismTable& m_traits;
    BenchOptions m_options;
    std::vector<BenchRow> m_rows;
};

}  // namespace ipclab

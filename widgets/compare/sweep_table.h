// The cells of a sweep as rows: the values of its axes, the figure with its interval and percentiles, the ratio to the
// baseline and whether the difference is real, and what a reader should know of it.
#pragma once

#include <QAbstractTableModel>
#include <memory>

#include "sweep/sweep_slice.h"

namespace ipclab {

class SweepTable : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int kSortRole = Qt::UserRole;
    // Behind those of the axes.
    enum Column { Median, Interval, Ratio, DifferenceOf, Repeats, Note, P10, P90, ColumnCount };

    explicit SweepTable(QObject* parent = nullptr);

    // Null: nothing is shown. Its rows are those of its sweep.
    void setSlice(std::shared_ptr<const SweepSlice> slice);
    // Its figures have changed.
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] int axes() const;
    void retranslate();

private:
    [[nodiscard]] QString axisText(int row, int axis) const;
    [[nodiscard]] QString text(std::size_t cell, Column column) const;
    [[nodiscard]] QVariant sortKey(std::size_t cell, Column column) const;
    [[nodiscard]] QString note(std::size_t cell) const;

    std::shared_ptr<const SweepSlice> m_slice;
};

}  // namespace ipclab

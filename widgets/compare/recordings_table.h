// What became of every quantity in each of several runs: its values, and to the first run their differences and ratios.
// What is better it does not say.
#pragma once

#include <QAbstractTableModel>

#include "compare/recordings_aligned.h"

namespace ipclab {

class RecordingsTable : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr int kSortRole = Qt::UserRole;

    explicit RecordingsTable(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void show(const AlignedRuns& runs);
    // Of the same runs more is known: rows stay where they are.
    void refresh(const AlignedRuns& runs);

    // Whose, the quantity, the value of the first run; of each other one its value, difference and ratio.
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] static QString valueText(double value, QuantityUnit unit);

private:
    enum Part { Value, Difference, Ratio };
    struct Place {
        std::size_t run;
        Part part;
    };
    // Of a column behind the first two.
    [[nodiscard]] static Place placeOf(int column);
    [[nodiscard]] QString text(const AlignedFigure& figure, const Place& place) const;
    [[nodiscard]] static std::optional<double> number(const AlignedFigure& figure, const Place& place);

    std::vector<AlignedFigure> m_figures;
    std::size_t m_runs = 0;
};

}  // namespace ipclab

// The events of a run as a list: when, who, what. Grows at its end; what is there never moves.
#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include "runs/run_source.h"

namespace ipclab {

class EventList : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Process, What, ColumnCount };
    enum Role { WeightRole = Qt::UserRole, ProcessRole, OutputRole };

    explicit EventList(const RunSource& source, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    void grow();
    [[nodiscard]] QString text(const RunEvent& event, int column) const;

    const RunSource& m_source;
    int m_rows = 0;
};

// What commands have written, and nothing else.
class OutputFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
};

// Rows whose words contain the text, in any column, and that are at least as grave as asked.
class EventFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setText(const QString& text);
    void setLeastWeight(int weight);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_text;
    int m_leastWeight = 0;
};

}  // namespace ipclab

// The events of a run as a list: when, who, what. Grows at its end; what is there never moves.
#pragma once

#include <QAbstractTableModel>
#include <optional>

#include "models/word_filter.h"
#include "runs/run_source.h"

namespace ipclab {

class EventList : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Process, What, ColumnCount };
    enum Role { SortRole = WordFilter::kSortRole, WeightRole, ProcessRole, OutputRole, KindRole };

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
class OutputFilter : public WordFilter {
    Q_OBJECT
public:
    using WordFilter::WordFilter;

protected:
    [[nodiscard]] bool isCandidate(int row, const QModelIndex& parent) const override;
};

// Of them those that are at least as grave as asked, of one process, of one kind.
class EventFilter : public WordFilter {
    Q_OBJECT
public:
    using WordFilter::WordFilter;
    void setLeastWeight(int weight);
    void setProcess(std::optional<std::uint32_t> process);  // nothing: of any
    void setKind(std::optional<int> kind);                  // an EventKind
    [[nodiscard]] std::optional<int> kind() const { return m_kind; }

protected:
    [[nodiscard]] bool isCandidate(int row, const QModelIndex& parent) const override;

private:
    int m_leastWeight = 0;
    std::optional<std::uint32_t> m_process;
    std::optional<int> m_kind;
};

}  // namespace ipclab

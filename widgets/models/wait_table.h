// Who waits for whom as a list: the text beside the picture of it (states/wait_view.h), for eyes, clipboards and screen
// readers. Rows come and go with the waits; while the same ones last, only their cells change.
#pragma once

#include <QAbstractTableModel>

#include "bridge/wait_rows.h"
#include "runs/run_source.h"

namespace ipclab {

class WaitTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Process, WaitsFor, Because, Share, ColumnCount };

    explicit WaitTable(const RunSource& source, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    [[nodiscard]] const WaitRows& waits() const { return m_waits; }
    // One sentence on the whole: a deadlock with its members, how many wait, or that nobody does.
    [[nodiscard]] QString summary() const;
    [[nodiscard]] bool hasDeadlock() const;

    void setShown(bool shown);
    void retranslate();

    static QString because(const Waiting& waiting, const RunData& run);

signals:
    void refreshed();

private:
    void refresh();
    [[nodiscard]] QString text(const WaitRow& row, int column) const;
    [[nodiscard]] QString nameOf(std::uint32_t process) const;
    [[nodiscard]] QString circle() const;

    const RunSource& m_source;
    WaitRows m_waits;
    bool m_shown = false;
    bool m_toldDeadlock = false;  // by the last refreshed(), also of rows that are gone since
};

}  // namespace ipclab

// What this machine is and what it does beside ipclab, as every result says it: the facts of the host as a table to
// copy, and above it, looked at for half a second, what else is busy here.
#pragma once

#include <QDialog>
#include <memory>
#include <optional>

#include "observe/busy_machine.h"

class QLabel;
class QPushButton;
class QStandardItemModel;

namespace ipclab {

class TableView;

class MachineDialog : public QDialog {
    Q_OBJECT
public:
    explicit MachineDialog(QWidget* parent = nullptr);
    ~MachineDialog() override;

    [[nodiscard]] TableView* table() const { return m_table; }
    [[nodiscard]] QLabel* verdict() const { return m_verdict; }
    [[nodiscard]] QPushButton* lookButton() const { return m_look; }
    // Reads the facts anew, and begins to look; what was seen is told half a second later.
    void look();

signals:
    void looked();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void tell();
    void fillTable();
    void retranslate();

    QStandardItemModel* m_rows;
    TableView* m_table;
    QLabel* m_verdict;
    QPushButton *m_look, *m_close;
    std::unique_ptr<ActivityWatch> m_watch;
    std::optional<MachineActivity> m_activity;  // as it was last seen
};

}  // namespace ipclab

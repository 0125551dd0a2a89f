// Registers and call chain of a thread: a button takes a look, which holds the thread for a moment; where the process
// is paused a look is taken by itself, once. Below, the thread is executed instruction by instruction, and held in
// between.
#pragma once

#include <QWidget>
#include <vector>

#include "bridge/process_watch.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace ipclab {

class DetailTable;

class LookPage : public QWidget {
    Q_OBJECT
public:
    LookPage(const RunSource& source, ProcessWatch& watch, QWidget* parent = nullptr);

    void setProcess(std::uint32_t process);
    void refresh();
    void retranslate();

    [[nodiscard]] QPushButton* button() const { return m_button; }
    [[nodiscard]] DetailTable* table() const { return m_table; }
    [[nodiscard]] QString said() const;
    [[nodiscard]] QPushButton* holdButton() const { return m_hold; }
    [[nodiscard]] const std::vector<QPushButton*>& stepButtons() const { return m_stepButtons; }
    [[nodiscard]] DetailTable* stepTable() const { return m_steps; }
    [[nodiscard]] QString standing() const;

private:
    void look();
    void lookWherePaused();
    void showThreads();
    void showLook();
    void showSteps();
    void step(std::uint32_t instructions);
    void holdOrLetGo();
    [[nodiscard]] std::int32_t chosenThread() const;

    const RunSource& m_source;
    ProcessWatch& m_watch;
    std::uint32_t m_process = 0;
    QComboBox* m_thread;
    QPushButton* m_button;
    QLabel* m_said;
    DetailTable* m_table;
    QPushButton* m_hold;
    std::vector<QPushButton*> m_stepButtons;
    QLabel* m_standing;
    DetailTable* m_steps;
    std::size_t m_shownSteps = 0;
    bool m_lookedAtPause = false;
};

}  // namespace ipclab

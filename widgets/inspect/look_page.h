// Registers and call chain of a thread: a button takes a look, which holds the thread for a moment; where the process
// is paused a look is taken by itself, once.
#pragma once

#include <QWidget>

#include "bridge/process_watch.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace ipclab {

class DetailTable;

class LookPage : public QWidget {
    Q_OBJECT
public:
    LookPage(const Session& session, ProcessWatch& watch, QWidget* parent = nullptr);

    void setProcess(std::uint32_t process);
    void refresh();
    void retranslate();

    [[nodiscard]] QPushButton* button() const { return m_button; }
    [[nodiscard]] DetailTable* table() const { return m_table; }
    [[nodiscard]] QString said() const;

private:
    void look();
    void lookWherePaused();
    void showThreads();
    void showLook();

    const Session& m_session;
    ProcessWatch& m_watch;
    std::uint32_t m_process = 0;
    QComboBox* m_thread;
    QPushButton* m_button;
    QLabel* m_said;
    DetailTable* m_table;
    bool m_lookedAtPause = false;
};

}  // namespace ipclab

// Everything that can be set, a page for each matter. It holds at once and is kept; nothing waits for a button.
#pragma once

#include <QDialog>
#include <vector>

#include "window/preferences_in_force.h"

class QListWidget;
class QMessageBox;
class QPushButton;
class QScrollArea;
class QStackedWidget;

namespace ipclab {

class SettingsPage;

class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    explicit SettingsDialog(PreferencesInForce& preferences, QWidget* parent = nullptr);

    [[nodiscard]] QListWidget* list() const { return m_list; }
    [[nodiscard]] QPushButton* resetButton() const { return m_reset; }
    [[nodiscard]] QPushButton* hintsButton() const { return m_hints; }
    // Null while it is not asked.
    [[nodiscard]] QMessageBox* question() const { return m_question; }
    void addPage(SettingsPage* page);

signals:
    void hintsWanted();
    // The preferences are as at first; so shall be what others keep.
    void resetDone();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void askReset();

    PreferencesInForce& m_preferences;
    QListWidget* m_list;
    QStackedWidget* m_stack;
    QPushButton* m_reset;
    QPushButton* m_hints;
    QPushButton* m_close;
    QMessageBox* m_question = nullptr;
    std::vector<SettingsPage*> m_pages;
};

}  // namespace ipclab

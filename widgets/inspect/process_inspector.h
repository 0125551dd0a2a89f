// The inspector of a process: its overview with the controls, and behind a row of buttons what the kernel tells of it
// (inspect/details_view.h), which can also be had in a window of its own.
#pragma once

#include <QWidget>
#include <vector>

#include "inspect/details_view.h"

class QButtonGroup;
class QComboBox;
class QStackedWidget;
class QToolButton;

namespace ipclab {

class DetailsWindow;
class Editor;
class ProcessPage;

class ProcessInspector : public QWidget {
    Q_OBJECT
public:
    ProcessInspector(RunSource& source, Editor* editor, QWidget* parent = nullptr);

    void setProcess(std::uint32_t process);
    void refresh();
    void retranslate();
    // Nothing is read of a process that nobody sees.
    void setShown(bool shown);

    void showOverview();
    void showPart(DetailsView::Part part);
    // Made the first time it is wanted.
    DetailsWindow* openWindow();

    [[nodiscard]] ProcessPage* overview() const { return m_overview; }
    [[nodiscard]] DetailsView* details() const { return m_details; }
    [[nodiscard]] ProcessWatch& watch() { return m_watch; }
    [[nodiscard]] QToolButton* button(DetailsView::Part part) const;
    [[nodiscard]] QToolButton* windowButton() const { return m_windowButton; }
    // Which of several equal processes is looked at.
    [[nodiscard]] QComboBox* members() const { return m_members; }

private:
    void chosen(int id);
    void pace();
    void listMembers();
    void showMembers();

    RunSource& m_source;
    ProcessWatch m_watch;
    ProcessPage* m_overview;
    DetailsView* m_details;
    QComboBox* m_members;
    QButtonGroup* m_buttons;
    QToolButton* m_windowButton;
    QStackedWidget* m_stack;
    DetailsWindow* m_window = nullptr;
    std::optional<std::uint32_t> m_process;
    std::vector<std::uint32_t> m_equal;  // those that are listed
    bool m_shown = false;
};

}  // namespace ipclab

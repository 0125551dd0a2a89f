// The details of a process in a window of their own: every table with all of its columns, the address space as large
// as one likes, beside the charts or on another screen. It follows the selection.
#pragma once

#include <QWidget>

#include "inspect/details_view.h"

class QTabBar;

namespace ipclab {

class DetailsWindow : public QWidget {
    Q_OBJECT
public:
    DetailsWindow(const RunSource& source, ProcessWatch& watch, QWidget* owner);

    void setProcess(std::uint32_t process);
    void showPart(DetailsView::Part part);
    void refresh();
    void retranslate();
    [[nodiscard]] DetailsView* details() const { return m_details; }
    [[nodiscard]] QTabBar* tabs() const { return m_tabs; }

signals:
    void shownChanged();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showTitle();

    const RunSource& m_source;
    std::uint32_t m_process = 0;
    QTabBar* m_tabs;
    DetailsView* m_details;
};

}  // namespace ipclab

// The left side: the experiments of the library, the programs to build one of, the runs made last, and the exercises.
#pragma once

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace ipclab {

class LastRunsPanel;
class LibraryPanel;
class PalettePanel;

class SidePanel : public QWidget {
    Q_OBJECT
public:
    // Takes ownership of them. labs: nullptr where there are none.
    SidePanel(LibraryPanel* library, PalettePanel* palette, LastRunsPanel* runs, QWidget* labs,
              QWidget* parent = nullptr);

    void showLibrary();
    void showPalette();
    void showRuns();
    void showLabs();
    [[nodiscard]] QTabBar* tabs() const { return m_tabs; }
    [[nodiscard]] QSize sizeHint() const override { return {248, 480}; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QTabBar* m_tabs;
    QStackedWidget* m_pages;
};

}  // namespace ipclab

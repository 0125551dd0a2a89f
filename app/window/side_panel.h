// The left side: the experiments of the library, and the programs to build one of.
#pragma once

#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace ipclab {

class LibraryPanel;
class PalettePanel;

class SidePanel : public QWidget {
    Q_OBJECT
public:
    // Takes ownership of both.
    SidePanel(LibraryPanel* library, PalettePanel* palette, QWidget* parent = nullptr);

    void showLibrary();
    void showPalette();
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

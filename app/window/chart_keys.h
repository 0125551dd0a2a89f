// The keys of the charts work in the whole window, wherever the focus is, so that what hints and menus promise holds
// right after the start. A widget that has the focus keeps only what it needs itself: text what is typed and edits,
// buttons Space, sliders and tabs their arrows. Buttons and choices do not take the focus from a mouse click, so that
// Space means the charts after one.
#pragma once

#include <QObject>

class QKeyEvent;
class QWidget;

namespace ipclab {

class ChartKeys : public QObject {
    Q_OBJECT
public:
    // Looks at the widgets that are there now: make it when the window has been built.
    explicit ChartKeys(QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_window;
};

}  // namespace ipclab

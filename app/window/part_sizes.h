// The keys that do what a drag of an edge does: they make the part that has the focus wider, narrower, higher or lower,
// a part of the window as well as a chart of the page.
#pragma once

#include <QObject>
#include <array>

class QAction;
class QMenu;
class QWidget;

namespace ipclab {

class PartSizes : public QObject {
    Q_OBJECT
public:
    explicit PartSizes(QWidget* window);

    [[nodiscard]] QMenu* menu() const { return m_menu; }
    [[nodiscard]] QAction* wider() const { return m_actions[Wider]; }
    [[nodiscard]] QAction* narrower() const { return m_actions[Narrower]; }
    [[nodiscard]] QAction* higher() const { return m_actions[Higher]; }
    [[nodiscard]] QAction* lower() const { return m_actions[Lower]; }
    void retranslate();

signals:
    // As a hand has done to a splitter.
    void resized();

private:
    enum Direction { Wider, Narrower, Higher, Lower, Count };

    void resize(Direction direction);

    QWidget* m_window;
    QMenu* m_menu;
    std::array<QAction*, Count> m_actions{};
};

}  // namespace ipclab

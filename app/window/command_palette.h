// Everything the window can do, found by typing: a sheet over the upper part of the window, always of one size, with a
// field and what answers to it. Keys alone are enough; Escape, or a click beside it, gives the focus back to whoever
// had it. It is a child of the window, not a window of its own, so that input methods and screen readers find the
// field.
#pragma once

#include <QFrame>
#include <QPointer>
#include <QStringList>
#include <vector>

#include "window/command_list.h"

class QLineEdit;
class QListView;

namespace ipclab {

class SearchList;
class WindowSettings;

class CommandPalette : public QFrame {
    Q_OBJECT
public:
    // Remembers in the settings what was used last.
    CommandPalette(WindowSettings& settings, QWidget* window);

    void open(std::vector<Command> commands);
    // Hides it; the focus goes back.
    void dismiss();

    [[nodiscard]] QLineEdit* field() const;
    [[nodiscard]] QListView* list() const { return m_list; }
    [[nodiscard]] const CommandList& commands() const { return m_commands; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();
    void carryOut(const QModelIndex& index);
    void remember(const QString& id);
    void retranslate();

    WindowSettings& m_settings;
    CommandList m_commands;
    QListView* m_list;
    SearchList* m_search;
    QPointer<QWidget> m_before;  // had the focus
};

}  // namespace ipclab

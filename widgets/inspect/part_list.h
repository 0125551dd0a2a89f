// The shared objects of an experiment, or its steps in the order of their time: to choose one, to add and to remove.
#pragma once

#include <QWidget>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "bridge/editor.h"

class QLabel;
class QListWidget;
class QPushButton;

namespace ipclab {

class PartList : public QWidget {
    Q_OBJECT
public:
    // kind: Shared or Step. editor: nullptr where nothing can be edited, and nothing is shown.
    PartList(Editor* editor, Part::Kind kind, QWidget* parent = nullptr);

    void refresh();
    void retranslate();

    [[nodiscard]] QListWidget* list() const { return m_list; }
    [[nodiscard]] QPushButton* addButton() const { return m_add; }

signals:
    // Its page is wanted.
    void chosen(const ipclab::Part& part);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    [[nodiscard]] std::map<std::string, std::string, std::less<>> problems() const;
    void add();
    void remove();
    void choose();
    [[nodiscard]] std::vector<Part> inOrder() const;
    [[nodiscard]] std::optional<Part> current() const;

    Editor* m_editor;
    Part::Kind m_kind;
    std::vector<Part> m_parts;
    bool m_stale = true;
    QLabel* m_heading;
    QListWidget* m_list;
    QPushButton* m_add;
};

// "0.5 s  consumer: pause", "counter".
QString partText(const Document& document, const Part& part);

}  // namespace ipclab

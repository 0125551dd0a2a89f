// The ends of one side of a link: which there are, one of them with its fields, and buttons to add and to remove.
#pragma once

#include <QWidget>

#include "bridge/editor.h"

class QComboBox;
class QLabel;
class QToolButton;

namespace ipclab {

class FieldForm;

class EndsForm : public QWidget {
    Q_OBJECT
public:
    EndsForm(Editor& editor, LinkSide side, QWidget* parent = nullptr);

    void setLink(PartId link);
    // problems: those of the link.
    void refresh(const std::vector<Problem>& problems);
    void retranslate();

    [[nodiscard]] FieldForm* form() const { return m_form; }
    [[nodiscard]] QComboBox* ends() const { return m_ends; }
    [[nodiscard]] QToolButton* addButton() const { return m_add; }
    [[nodiscard]] QToolButton* removeButton() const { return m_remove; }

private:
    [[nodiscard]] const std::vector<EndSpec>& specs() const;
    [[nodiscard]] std::vector<Problem> problemsHere(const std::vector<Problem>& problems);
    void chooseEnd(int index);
    void add();
    void remove();
    void showEnds();

    Editor& m_editor;
    LinkSide m_side;
    PartId m_link = 0;
    std::size_t m_end = 0;
    QLabel* m_heading;
    QComboBox* m_ends;
    QToolButton* m_add;
    QToolButton* m_remove;
    FieldForm* m_form;
    QLabel* m_problems;
};

}  // namespace ipclab

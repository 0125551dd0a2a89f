// All that the document says of a part, to be edited: what it is set to holds for the next run. It is looked at anew
// when the document is edited, not when a run goes on, so that what is typed stays.
#pragma once

#include <QWidget>
#include <optional>

#include "bridge/editor.h"
#include "inspect/field_form.h"

class QLabel;
class QToolButton;

namespace ipclab {

class EndsForm;
class MechanismField;

class PropertiesSection : public QWidget {
    Q_OBJECT
public:
    // editor: nullptr where nothing can be edited, and nothing is shown.
    PropertiesSection(Editor* editor, FieldForm::Elsewhere elsewhere, QWidget* parent = nullptr);

    // Nothing: the document has no such part.
    void setPart(const std::optional<Part>& part);
    // A run goes on: says that what is set here is for the next one.
    void setRunning(bool running);
    // Cheap where nothing was edited.
    void refresh();
    // What is edited elsewhere is something else than before.
    void lookAgain();
    void retranslate();
    void setOpen(bool open);

    [[nodiscard]] FieldForm* form() const { return m_form; }
    [[nodiscard]] MechanismField* mechanism() const { return m_mechanism; }
    [[nodiscard]] EndsForm* ends(LinkSide side) const { return side == LinkSide::From ? m_from : m_to; }
    [[nodiscard]] QToolButton* heading() const { return m_heading; }
    [[nodiscard]] QLabel* note() const { return m_note; }
    [[nodiscard]] QLabel* removedNote() const { return m_removed; }
    [[nodiscard]] QLabel* problems() const { return m_problems; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build(FieldForm::Elsewhere elsewhere);
    void attach();
    void showGone(bool gone);
    void show(const std::vector<Problem>& problems);
    [[nodiscard]] bool isThere() const;

    Editor* m_editor;
    std::optional<Part> m_part;
    bool m_stale = true;
    bool m_attached = false;  // the forms are those of the part
    bool m_running = false;
    bool m_gone = true;  // the document has no such part
    QToolButton* m_heading;
    QWidget* m_body;
    QLabel* m_note;
    QLabel* m_removed;
    QLabel* m_problems;
    FieldForm* m_form = nullptr;
    MechanismField* m_mechanism = nullptr;
    EndsForm* m_from = nullptr;
    EndsForm* m_to = nullptr;
};

}  // namespace ipclab

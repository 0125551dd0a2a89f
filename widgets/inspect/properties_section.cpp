#include "inspect/properties_section.h"

#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "inspect/ends_form.h"
#include "inspect/mechanism_field.h"
#include "runs/said.h"

namespace ipclab {

PropertiesSection::PropertiesSection(Editor* editor, FieldForm::Elsewhere elsewhere, QWidget* parent)
    : QWidget(parent),
      m_editor(editor),
      m_heading(new QToolButton(this)),
      m_body(new QWidget(this)),
      m_note(new QLabel(this)),
      m_removed(new QLabel(this)),
      m_problems(new QLabel(this)) {
    m_heading->setObjectName(QStringLiteral("properties"));
    m_heading->setProperty("kind", QStringLiteral("fold"));
    m_heading->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_heading->setCheckable(true);
    m_heading->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (QLabel* label : {m_note, m_removed}) label->setProperty("kind", QStringLiteral("muted"));
    m_problems->setProperty("kind", QStringLiteral("alarm"));
    for (QLabel* label : {m_note, m_removed, m_problems}) label->setWordWrap(true);
    m_problems->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problems->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_heading);
    column->addWidget(m_body);
    column->addWidget(m_removed);
    auto* body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(8);
    body->addWidget(m_note);
    body->addWidget(m_problems);
    connect(m_heading, &QToolButton::toggled, this, &PropertiesSection::setOpen);
    if (m_editor != nullptr) build(std::move(elsewhere));
    setOpen(true);
    retranslate();
}

void PropertiesSection::build(FieldForm::Elsewhere elsewhere) {
    const auto apart = [elsewhere](std::string_view field) {
        return field == "mechanism" || (elsewhere && elsewhere(field));
    };
    m_mechanism = new MechanismField(*m_editor, m_body);
    m_form = new FieldForm(*m_editor, apart, m_body);
    m_from = new EndsForm(*m_editor, LinkSide::From, m_body);
    m_to = new EndsForm(*m_editor, LinkSide::To, m_body);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_mechanism, m_from, m_to, m_form})
        m_body->layout()->addWidget(widget);
    connect(m_editor, &Editor::edited, this, &PropertiesSection::lookAgain);
    connect(m_editor, &Editor::usualChanged, this, &PropertiesSection::lookAgain);
}

bool PropertiesSection::isThere() const {
    if (m_editor == nullptr || !m_part) return false;
    return m_part->kind == Part::Kind::None || m_editor->document().ids().indexOf(*m_part).has_value();
}

void PropertiesSection::setPart(const std::optional<Part>& part) {
    m_part = part;
    m_attached = false;
    showGone(!isThere());
    lookAgain();
}

void PropertiesSection::attach() {
    const bool link = m_part->kind == Part::Kind::Link;
    m_form->setPart(*m_part);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_mechanism, m_from, m_to}) widget->setVisible(link);
    if (link) {
        m_mechanism->setLink(m_part->id);
        m_from->setLink(m_part->id);
        m_to->setLink(m_part->id);
    }
    m_attached = true;
}

void PropertiesSection::setRunning(bool running) {
    if (running == m_running) return;
    m_running = running;
    m_note->setVisible(m_running);
}

void PropertiesSection::setOpen(bool open) {
    const QSignalBlocker quiet(m_heading);
    m_heading->setChecked(open);
    m_heading->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_body->setVisible(open);
    m_note->setVisible(m_running);
    if (open) refresh();
}

// Nobody looks: when somebody does.
void PropertiesSection::refresh() {
    if (!m_stale) return;
    showGone(!isThere());
    if (m_gone) return;
    if (!isVisible() || !m_heading->isChecked()) return;
    m_stale = false;
    if (!m_attached) attach();
    show(m_editor->problemsOf(*m_part));
}

// What a run had and the document has no more is said to be so; what never was edited here says nothing.
void PropertiesSection::showGone(bool gone) {
    m_gone = gone;
    setVisible(!gone || (m_editor != nullptr && m_part));
    m_heading->setVisible(!gone);
    m_body->setVisible(!gone && m_heading->isChecked());
    m_removed->setVisible(gone);
}

void PropertiesSection::lookAgain() {
    m_stale = true;
    refresh();
}

void PropertiesSection::show(const std::vector<Problem>& problems) {
    m_form->refresh(problems);
    const bool link = m_part->kind == Part::Kind::Link;
    if (link) {
        m_mechanism->refresh(problems);
        m_from->refresh(problems);
        m_to->refresh(problems);
    }
    QStringList lines;
    for (const Problem& problem : m_form->leftOver()) {
        const bool shown = problem.pointer == "/mechanism" || problem.pointer.starts_with("/from") ||
                           problem.pointer.starts_with("/to");
        // A document that has just begun says what to do next elsewhere.
        const bool begun = problem.pointer == "/processes" && m_editor->document().experiment().processes.empty();
        if ((!link || !shown) && !begun) lines << said(problem.message);
    }
    m_problems->setText(lines.join(QLatin1Char('\n')));
    m_problems->setVisible(!lines.isEmpty());
}

void PropertiesSection::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void PropertiesSection::retranslate() {
    m_heading->setText(tr("Properties"));
    m_heading->setAccessibleName(tr("Properties"));
    m_heading->setToolTip(tr("All that the document says of it; what is set here holds from the next run on."));
    m_note->setText(tr("A run goes on: these hold for the next one."));
    m_removed->setText(
        tr("It has been removed from the document. What the last run has measured of it stays until the next one; "
           "Edit ▸ Undo brings it back."));
    if (m_editor == nullptr) return;
    m_mechanism->retranslate();
    m_form->retranslate();
    m_from->retranslate();
    m_to->retranslate();
    lookAgain();
}

}  // namespace ipclab

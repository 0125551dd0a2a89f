#include "inspect/part_page.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "inspect/part_list.h"
#include "inspect/plain_text.h"
#include "inspect/properties_section.h"
#include "inspect/section.h"

namespace ipclab {

PartPage::PartPage(Editor* editor, QWidget* parent)
    : QWidget(parent),
      m_editor(editor),
      m_back(new QToolButton(this)),
      m_name(new QLabel(this)),
      m_note(new QLabel(this)),
      m_properties(new PropertiesSection(editor, {}, this)),
      m_remove(new QPushButton(this)) {
    m_back->setProperty("kind", QStringLiteral("flat"));
    m_name->setProperty("kind", QStringLiteral("title"));
    m_note->setProperty("kind", QStringLiteral("muted"));
    for (QLabel* label : {m_name, m_note}) label->setWordWrap(true);
    auto* column = inspectorColumn(this);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_name, m_note, m_properties, m_remove})
        column->addWidget(widget);
    column->addStretch(1);
    connect(m_back, &QToolButton::clicked, this, &PartPage::left);
    connect(m_remove, &QPushButton::clicked, this, &PartPage::remove);
    if (m_editor != nullptr) connect(m_editor, &Editor::edited, this, &PartPage::showName);
    retranslate();
}

bool PartPage::isOfExperiment() const { return m_part.kind == Part::Kind::Shared || m_part.kind == Part::Kind::Step; }

void PartPage::setPart(const Part& part, bool hasRun) {
    m_part = part;
    m_hasRun = hasRun;
    m_back->setVisible(isOfExperiment());
    m_remove->setVisible(isOfExperiment());
    m_note->setVisible(hasRun && !isOfExperiment());
    m_properties->setPart(part);
    showName();
}

void PartPage::setRunning(bool running) { m_properties->setRunning(running); }

void PartPage::showName() {
    if (m_editor == nullptr || !m_editor->document().ids().indexOf(m_part)) return;
    const Document& document = m_editor->document();
    switch (m_part.kind) {
        case Part::Kind::Process:
            return m_name->setText(text(document.process(m_part.id)->name));
        case Part::Kind::Link:
            return m_name->setText(text(document.link(m_part.id)->name));
        case Part::Kind::None:
            return;
        default:
            m_name->setText(partText(document, m_part));
    }
}

void PartPage::remove() {
    const Part part = m_part;
    emit left();
    m_editor->apply(removePart(m_editor->document(), part),
                    part.kind == Part::Kind::Step ? tr("Remove a step") : tr("Remove a shared object"));
}

void PartPage::retranslate() {
    m_back->setText(tr("‹ Experiment"));
    m_back->setAccessibleName(tr("Back to the experiment"));
    m_back->setToolTip(tr("Back to the experiment"));
    m_note->setText(tr("It was not there in the run that is shown."));
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove"));
    m_remove->setToolTip(tr("Removes it from the experiment; Undo brings it back."));
    m_properties->retranslate();
    showName();
}

}  // namespace ipclab

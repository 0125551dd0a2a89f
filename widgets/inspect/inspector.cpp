#include "inspect/inspector.h"

#include <QEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "bridge/editor.h"
#include "inspect/experiment_page.h"
#include "inspect/field_form.h"
#include "inspect/link_page.h"
#include "inspect/page_area.h"
#include "inspect/part_page.h"
#include "inspect/process_inspector.h"
#include "inspect/scheduling_control.h"

namespace ipclab {

Inspector::Inspector(RunSource& source, QWidget* parent, Editor* editor)
    : QWidget(parent),
      m_source(source),
      m_editor(editor),
      m_pages(new QStackedWidget(this)),
      m_experiment(new ExperimentPage(source, editor, this)),
      m_process(new ProcessInspector(source, editor, this)),
      m_link(new LinkPage(source, editor, this)),
      m_part(new PartPage(editor, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    m_pages->addWidget(pageArea(m_experiment, this));
    m_pages->addWidget(m_process);
    m_pages->addWidget(pageArea(m_link, this));
    m_pages->addWidget(pageArea(m_part, this));
    setAccessibleName(tr("Inspector"));
    nameAreas();
    connect(&source, &RunSource::documentOpened, this, &Inspector::documentOpened);
    connect(m_experiment, &ExperimentPage::partChosen, this, &Inspector::setSelection);
    connect(m_part, &PartPage::left, this, [this] { setSelection({}); });
    if (m_editor != nullptr) connect(m_editor, &Editor::edited, this, &Inspector::edited);
    for (const FieldForm* form : findChildren<FieldForm*>())
        connect(form, &FieldForm::settled, this, &Inspector::settled);
    connect(&source, &RunSource::viewChanged, this, &Inspector::viewChanged);
    for (auto signal : {&RunSource::settingsChanged, &RunSource::figuresDue}) {
        connect(&source, signal, this, &Inspector::refresh);
    }
    connect(&source, &RunSource::stateChanged, this, &Inspector::refresh);
}

// They take the focus so that the keys scroll them.
void Inspector::nameAreas() {
    for (QScrollArea* area : findChildren<QScrollArea*>()) area->setAccessibleName(tr("Inspector, to scroll"));
}

void Inspector::setSelection(const Selection& selection) {
    m_selection = selection;
    showSelected();
}

// Where the run that is shown does not have it, there is nothing to tell of it.
void Inspector::showSelected() {
    m_place = m_source.inView(m_selection);
    const bool isProcess = m_selection.kind == Selection::Kind::Process;
    const bool isLink = m_selection.kind == Selection::Kind::Link;
    m_page = m_place && isProcess ? OfProcess : m_place && isLink ? OfLink : isInDocument() ? OfPart : OfExperiment;
    if (m_page == OfProcess) m_process->setProcess(*m_place);
    if (m_page == OfLink) m_link->setLink(*m_place);
    if (m_page == OfPart) m_part->setPart(m_selection, m_source.view().startNs != 0);
    m_pages->setCurrentIndex(m_page);
    m_process->setShown(isVisible() && m_page == OfProcess);
    refresh();
}

bool Inspector::isInDocument() const {
    return m_editor != nullptr && m_selection.kind != Selection::Kind::None &&
           m_editor->document().ids().indexOf(m_selection).has_value();
}

// What is chosen on the page of the experiment was of the other document; what was typed, too.
void Inspector::documentOpened() {
    const bool here = m_selection.kind == Selection::Kind::Shared || m_selection.kind == Selection::Kind::Step;
    setSelection(here ? Selection{} : m_selection);
}

// It may have been removed, or have come back.
void Inspector::edited() {
    const bool shown = m_page == OfPart || m_page == OfExperiment;
    if (shown && isInDocument() != (m_page == OfPart)) showSelected();
}

// In another run, or another document, it may stand elsewhere.
void Inspector::viewChanged() {
    if (m_source.inView(m_selection) != m_place)
        showSelected();
    else
        refresh();
}

void Inspector::refresh() {
    if (!isVisible()) return;
    switch (m_page) {
        case OfProcess:
            m_process->refresh();
            break;
        case OfLink:
            m_link->refresh();
            break;
        case OfPart:
            m_part->setRunning(m_source.isActive());
            break;
        default:
            m_experiment->refresh();
    }
}

void Inspector::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_process->setShown(m_page == OfProcess);
    refresh();
}

void Inspector::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_process->setShown(false);
}

std::optional<RefusedInput> Inspector::refused() const {
    for (const FieldForm* form : findChildren<FieldForm*>()) {
        if (auto refused = form->refused()) return refused;
    }
    for (const SchedulingControl* control : findChildren<SchedulingControl*>()) {
        if (auto refused = control->refused()) return refused;
    }
    return std::nullopt;
}

void Inspector::pointAt(const RefusedInput& refused) {
    refused.input->setFocus();
    for (QWidget* around = refused.input->parentWidget(); around != nullptr; around = around->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(around)) return area->ensureWidgetVisible(refused.input, 0, 40);
    }
}

ProcessPage* Inspector::processPage() const { return m_process->overview(); }

void Inspector::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Inspector"));
        nameAreas();
        m_experiment->retranslate();
        m_process->retranslate();
        m_link->retranslate();
        m_part->retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace ipclab

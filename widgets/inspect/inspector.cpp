#include "inspect/inspector.h"

#include <QEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "inspect/experiment_page.h"
#include "inspect/link_page.h"
#include "inspect/process_inspector.h"

namespace ipclab {

Inspector::Inspector(RunSource& source, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_pages(new QStackedWidget(this)),
      m_experiment(new ExperimentPage(source, this)),
      m_process(new ProcessInspector(source, this)),
      m_link(new LinkPage(source, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    m_pages->addWidget(scrolled(m_experiment));
    m_pages->addWidget(m_process);
    m_pages->addWidget(scrolled(m_link));
    setAccessibleName(tr("Inspector"));
    connect(&source, &RunSource::viewChanged, this, &Inspector::viewChanged);
    for (auto signal : {&RunSource::settingsChanged, &RunSource::figuresDue}) {
        connect(&source, signal, this, &Inspector::refresh);
    }
    connect(&source, &RunSource::stateChanged, this, &Inspector::refresh);
}

QWidget* Inspector::scrolled(QWidget* page) {
    auto* area = new QScrollArea(this);
    area->setWidget(page);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    return area;
}

void Inspector::setSelection(const Selection& selection) {
    m_selection = selection;
    showSelected();
}

// Where the run that is shown does not have it, there is nothing to tell of it.
void Inspector::showSelected() {
    m_place = m_source.inView(m_selection);
    m_page = m_place ? m_selection.kind : Selection::Kind::None;
    if (m_page == Selection::Kind::Process) m_process->setProcess(*m_place);
    if (m_page == Selection::Kind::Link) m_link->setLink(*m_place);
    m_pages->setCurrentIndex(static_cast<int>(m_page));
    m_process->setShown(isVisible() && m_page == Selection::Kind::Process);
    refresh();
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
        case Selection::Kind::Process:
            m_process->refresh();
            break;
        case Selection::Kind::Link:
            m_link->refresh();
            break;
        default:
            m_experiment->refresh();
    }
}

void Inspector::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_process->setShown(m_page == Selection::Kind::Process);
    refresh();
}

void Inspector::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_process->setShown(false);
}

ProcessPage* Inspector::processPage() const { return m_process->overview(); }

void Inspector::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Inspector"));
        m_experiment->retranslate();
        m_process->retranslate();
        m_link->retranslate();
    }
    QWidget::changeEvent(event);
}

}  // namespace ipclab

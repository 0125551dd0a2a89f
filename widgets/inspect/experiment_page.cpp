#include "inspect/experiment_page.h"

#include <QLabel>
#include <QStringList>

#include "bridge/words.h"
#include "inspect/fact_list.h"
#include "inspect/figures_section.h"
#include "inspect/part_list.h"
#include "inspect/properties_section.h"
#include "inspect/section.h"
#include "inspect/shared_section.h"
#include "models/figures.h"
#include "runs/said.h"

namespace ipclab {

ExperimentPage::ExperimentPage(const RunSource& source, Editor* editor, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_editable(editor != nullptr),
      m_name(new QLabel(this)),
      m_summary(new QLabel(this)),
      m_facts(new FactList(this)),
      m_properties(new PropertiesSection(editor, {}, this)),
      m_objects(new PartList(editor, Part::Kind::Shared, this)),
      m_steps(new PartList(editor, Part::Kind::Step, this)),
      m_shared(new SharedSection(source, this)),
      m_hint(new QLabel(this)),
      m_warningsHeading(sectionHeading(this)),
      m_warnings(new QLabel(this)),
      m_figures(new FiguresSection(source, this)) {
    m_name->setProperty("kind", QStringLiteral("title"));
    m_hint->setProperty("kind", QStringLiteral("muted"));
    auto* column = inspectorColumn(this);
    for (QLabel* label : {m_name, m_summary, m_hint, m_warnings}) label->setWordWrap(true);
    m_warnings->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_name);
    column->addWidget(m_summary);
    column->addSpacing(8);
    column->addWidget(m_facts);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_properties, m_steps, m_objects, m_shared})
        column->addWidget(widget);
    column->addSpacing(8);
    column->addWidget(m_warningsHeading);
    column->addWidget(m_warnings);
    column->addWidget(m_hint);
    column->addWidget(m_figures);
    column->addStretch(1);
    for (int i = 0; i <= Seed; ++i) m_facts->addFact();
    connect(m_steps, &PartList::chosen, this, &ExperimentPage::partChosen);
    connect(m_objects, &PartList::chosen, this, &ExperimentPage::partChosen);
    m_properties->setPart(Part{});
    retranslate();
}

void ExperimentPage::retranslate() {
    m_properties->retranslate();
    m_objects->retranslate();
    m_steps->retranslate();
    m_facts->setName(Row, tr("Row of the curriculum"));
    m_facts->setName(Processes, tr("Processes"));
    m_facts->setName(Links, tr("Links"));
    m_facts->setName(Steps, tr("Timed steps"));
    m_facts->setName(Duration, tr("Duration"));
    m_facts->setName(Observe, tr("States observed"), tr("Asked for, and what this machine allowed."));
    m_facts->setName(Hertz, tr("Samples per second"));
    m_facts->setName(Seed, tr("Seed"));
    m_warningsHeading->setText(tr("Worth knowing"));
    m_hint->setText(tr("Select a program or a link on the canvas to see its figures and to steer it."));
    m_shared->retranslate();
    m_figures->retranslate();
    refresh();
}

void ExperimentPage::refresh() {
    const Experiment& experiment = m_source.experiment();
    m_facts->setVisible(!experiment.processes.empty());
    m_hint->setVisible(!experiment.processes.empty());
    const QString name = Words::local(experiment.name);
    m_name->setText(name.isEmpty() ? tr("New experiment") : name);
    m_summary->setText(Words::local(experiment.summary));
    m_summary->setVisible(!m_summary->text().isEmpty());
    showFacts(experiment);
    m_properties->setVisible(m_editable);
    m_properties->setRunning(m_source.isActive());
    m_properties->refresh();
    for (PartList* list : {m_steps, m_objects}) list->setVisible(m_editable);
    m_shared->refresh();
    showWarnings();
    showFigures();
}

// Of the run itself and of what has no page of its own.
void ExperimentPage::showFigures() {
    std::vector<QuantityOf> owners;
    for (const QuantityOwner kind : {QuantityOwner::Run, QuantityOwner::Shared, QuantityOwner::Processor}) {
        for (const QuantityOf& of : ownersIn(m_source.view(), kind)) owners.push_back(of);
    }
    m_figures->setVisible(m_source.view().startNs != 0);
    m_figures->setOwners(std::move(owners));
}

void ExperimentPage::showFacts(const Experiment& experiment) {
    m_facts->setRowShown(Row, experiment.row.has_value());
    m_facts->setValue(Row, QString::fromStdString(experiment.row.value_or(std::string())));
    m_facts->setValue(Processes, QString::number(experiment.processes.size()));
    m_facts->setValue(Links, QString::number(experiment.links.size()));
    // What can be edited stands below.
    m_facts->setRowShown(Steps, !m_editable && !experiment.steps.empty());
    for (const Fact fact : {Duration, Hertz, Seed}) m_facts->setRowShown(fact, !m_editable);
    m_facts->setValue(Steps, QString::number(experiment.steps.size()));
    m_facts->setValue(Duration, experiment.durationNs
                                    ? tr("%1 s").arg(secondsText(toSeconds(*experiment.durationNs), 1))
                                    : tr("until all have ended"));
    const ObserverFacts& observer = m_source.view().observer;
    QString observed = Words::observe(experiment.observe.value_or(observer.asked));
    if (m_source.view().startNs != 0 && observer.level != observer.asked) {
        observed = tr("%1 (asked for: %2)").arg(Words::observe(observer.level), Words::observe(observer.asked));
    }
    m_facts->setValue(Observe, observed);
    m_facts->setValue(Hertz, QString::number(experiment.sampleHz.value_or(kUsualSampleHz)));
    m_facts->setValue(Seed, QString::number(experiment.seed));
}

void ExperimentPage::showWarnings() {
    QStringList lines;
    for (const std::string& warning : m_source.view().warnings) lines << QStringLiteral("• ") + said(warning);
    const QString text = lines.join(QLatin1Char('\n'));
    if (m_warnings->text() != text) m_warnings->setText(text);
    m_warnings->setVisible(!lines.isEmpty());
    m_warningsHeading->setVisible(!lines.isEmpty());
}

}  // namespace ipclab

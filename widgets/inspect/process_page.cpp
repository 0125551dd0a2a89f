#include "inspect/process_page.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>

#include "bridge/words.h"
#include "inspect/fact_list.h"
#include "inspect/figures_section.h"
#include "inspect/guide_link.h"
#include "inspect/process_controls.h"
#include "inspect/properties_section.h"
#include "inspect/section.h"
#include "models/figures.h"
#include "plot/chart_theme.h"
#include "plot/state_palette.h"
#include "programs/registry.h"
#include "results/process_totals.h"
#include "runs/said.h"

namespace ipclab {

ProcessPage::ProcessPage(RunSource& source, Editor* editor, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_name(new QLabel(this)),
      m_guide(makeGuideLink(this)),
      m_swatch(new QLabel(this)),
      m_state(new QLabel(this)),
      m_reason(new QLabel(this)),
      m_words(new QLabel(this)),
      m_identity(new FactList(this)),
      m_totalsHeading(sectionHeading(this)),
      m_totals(new FactList(this)),
      m_controls(new ProcessControls(source, this)),
      m_properties(new PropertiesSection(
          editor, [this](std::string_view field) { return m_controls->has(field); }, this)),
      m_figures(new FiguresSection(source, this)) {
    m_name->setProperty("kind", QStringLiteral("title"));
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QLabel* label : {m_name, m_state, m_reason}) label->setWordWrap(true);
    m_reason->setProperty("kind", QStringLiteral("muted"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_words->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(m_swatch);
    state->addWidget(m_state, 1);
    auto* column = inspectorColumn(this);
    column->addWidget(m_name);
    column->addLayout(state);
    column->addWidget(m_guide);
    column->addWidget(m_reason);
    column->addWidget(m_words);
    column->addWidget(m_controls);
    column->addWidget(m_properties);
    column->addSpacing(8);
    column->addWidget(m_totalsHeading);
    column->addWidget(m_totals);
    column->addSpacing(8);
    column->addWidget(m_identity);
    column->addWidget(m_figures);
    column->addStretch(1);
    for (int i = 0; i <= Source; ++i) m_identity->addFact();
    for (int i = 0; i <= Iterations; ++i) m_totals->addFact();
    retranslate();
}

void ProcessPage::retranslate() {
    m_identity->setName(Launch, tr("Launched by"),
                        tr("fork: runs in the copy of its parent. exec, posix_spawn, vfork: a program of its own. "
                           "QProcess: made by this window, which is its parent."));
    m_identity->setName(Pid, tr("Process number (PID)"));
    m_identity->setName(Parent, tr("Parent's number (PPID)"));
    m_identity->setName(Started, tr("Lifetime"));
    m_identity->setName(Source, tr("States known from"),
                        tr("Switch records are exact; samples of /proc miss short changes."));
    m_totalsHeading->setText(tr("Since it was launched"));
    m_totals->setName(Running, tr("Running"));
    m_totals->setName(Ready, tr("Ready"));
    m_totals->setName(Waiting, tr("Waiting"));
    const QString cpuTip = tr("As /proc tells it, in steps of a clock tick; exactly once the process has ended.");
    m_totals->setName(User, tr("CPU, user mode"), cpuTip);
    m_totals->setName(System, tr("CPU, kernel mode"), cpuTip);
    m_totals->setName(Descendants, tr("CPU, descendants"),
                      tr("Beside its own: what children it has waited for have used, and theirs; known at its end."));
    m_totals->setName(Switches, tr("Switches, own / forced"),
                      tr("Because it had to wait / because the scheduler took the processor."));
    m_totals->setName(Memory, tr("Memory"), tr("Resident now; once it has ended, its peak."));
    m_totals->setName(Iterations, tr("Iterations"), tr("Units of its own work done."));
    m_words->setAccessibleName(tr("Last lines of its standard error"));
    m_words->setToolTip(tr("The last lines of its standard error. All that it has written is in the tab Output."));
    m_controls->retranslate();
    m_properties->retranslate();
    m_figures->retranslate();
    m_shownState = -1;
    refresh();
}

void ProcessPage::setProcess(std::uint32_t process) {
    m_process = process;
    m_shownState = -1;
    m_controls->setProcess(process);
    m_properties->setPart(m_source.partAt(Part::Kind::Process, process));
    m_figures->setOwners({{QuantityOwner::Process, process}});
    refresh();
}

void ProcessPage::refresh() {
    const auto& processes = m_source.view().processes;
    if (m_process >= processes.size()) return;
    const ProcessData& process = processes[m_process];
    m_name->setText(QString::fromStdString(process.name));
    setGuideLink(m_guide, tr("About this program"),
                 QStringLiteral("program/") + QString::fromStdString(process.program));
    showState(process);
    showIdentity(process);
    showTotals(process);
    showWords(process);
    m_controls->refresh();
    showProperties();
    m_figures->refresh();
}

void ProcessPage::showProperties() {
    std::vector<bool> controlled;
    for (const char* field : {"rate_per_s", "work_us", "message_bytes", "loss", "nice"})
        controlled.push_back(m_controls->has(field));
    m_properties->setRunning(m_source.isActive());
    if (std::exchange(m_controlled, controlled) != controlled) return m_properties->lookAgain();
    m_properties->refresh();
}

void ProcessPage::showState(const ProcessData& process) {
    const bool launched = process.pid != 0;
    const bool dark = ChartTheme::of(palette()).dark;
    const int shown = launched ? static_cast<int>(process.state) * 2 + dark : -2;
    m_swatch->setVisible(launched);
    if (launched && shown != m_shownState)
        m_swatch->setPixmap(StatePalette::icon(process.state, dark, 18).pixmap(18, 18));
    m_shownState = shown;
    const QString ending = Words::ending(process);
    QString text = launched               ? StatePalette::name(process.state)
                   : process.waitsToStart ? tr("starts later")
                                          : tr("not started");
    if (process.paused && ending.isEmpty()) text = tr("paused");
    m_state->setText(ending.isEmpty() ? text : QStringLiteral("%1 · %2").arg(text, ending));
    const QString waits = Words::waitsFor(process, m_source.view());
    const QString reason =
        process.failure.empty() ? (waits.isEmpty() ? QString() : tr("waits for %1").arg(waits)) : said(process.failure);
    // One line while it runs: the controls below must not move.
    m_reason->setText(reason.isEmpty() ? QStringLiteral(" ") : reason);
    m_reason->setVisible(ending.isEmpty() || !reason.isEmpty());
}

void ProcessPage::showWords(const ProcessData& process) {
    QStringList lines;
    for (const std::string& line : process.lastWords) lines << QString::fromStdString(line);
    const bool shown = Words::endedBadly(process) && !lines.isEmpty();
    m_words->setVisible(shown);
    if (shown) m_words->setText(lines.join(QLatin1Char('\n')));
}

void ProcessPage::showIdentity(const ProcessData& process) {
    const ipclab::Program* program = findProgram(process.program);
    m_identity->setName(Program, tr("Program"),
                        program == nullptr ? QString() : Words::tip("program", program->info().summary));
    m_identity->setValue(Program, Words::program(process.program));
    m_identity->setValue(Launch, Words::launch(process.launch));
    m_identity->setValue(Pid, process.pid == 0 ? noFigure() : QString::number(process.pid));
    m_identity->setValue(Parent, process.ppid == 0 ? noFigure() : QString::number(process.ppid));
    const double lifeS = processTotals(m_source.view(), process).lifetimeS;
    m_identity->setValue(Started, process.bornNs == 0 ? noFigure() : tr("%1 s").arg(secondsText(lifeS, 1)));
}

QString ProcessPage::shareText(const std::optional<double>& seconds, const ProcessTotals& totals) {
    const double all = totals.runningS.value_or(0) + totals.readyS.value_or(0) + totals.waitingS.value_or(0);
    if (!seconds || all <= 0) return noFigure();
    return tr("%1 s · %2 %").arg(secondsText(*seconds), percentText(*seconds / all));
}

void ProcessPage::showTotals(const ProcessData& process) {
    const ProcessTotals totals = processTotals(m_source.view(), process);
    const auto seconds = [](const std::optional<double>& value) {
        return value ? tr("%1 s").arg(secondsText(*value)) : noFigure();
    };
    m_totals->setValue(Running, shareText(totals.runningS, totals));
    m_totals->setValue(Ready,
                       totals.source == StateSource::Sampled ? tr("not told apart") : shareText(totals.readyS, totals));
    m_totals->setValue(Waiting, shareText(totals.waitingS, totals));
    m_totals->setValue(User, seconds(totals.userS));
    m_totals->setValue(System, seconds(totals.systemS));
    const DescendantsUsage& descendants = process.descendants;
    m_totals->setValue(Descendants, process.endedNs == 0
                                        ? noFigure()
                                        : tr("%1 s").arg(secondsText(descendants.userS + descendants.systemS)));
    m_totals->setValue(Switches, totals.voluntarySwitches
                                     ? QStringLiteral("%1 / %2").arg(countText(*totals.voluntarySwitches),
                                                                     countText(*totals.involuntarySwitches))
                                     : noFigure());
    m_totals->setValue(Memory, totals.residentBytes ? bytesText(*totals.residentBytes) : noFigure());
    m_totals->setValue(Iterations, process.iterations > 0 ? countText(process.iterations) : noFigure());
    const QString source = Words::stateSource(totals.source);
    const bool same = process.intervalSource == totals.source || process.intervalSource == StateSource::None;
    m_identity->setValue(Source,
                         same ? source : tr("%1; lane: %2").arg(source, Words::stateSource(process.intervalSource)));
}

}  // namespace ipclab

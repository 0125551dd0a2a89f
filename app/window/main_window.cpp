#include "window/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QPushButton>
#include <QWindowStateChangeEvent>

#include "bridge/event_words.h"
#include "bridge/kept_steps.h"
#include "bridge/words.h"
#include "canvas/canvas_area.h"
#include "canvas/canvas_hand.h"
#include "canvas/canvas_view.h"
#include "inspect/inspector.h"
#include "runs/launcher_path.h"
#include "runs/said.h"
#include "window/answer_strip.h"
#include "window/charts_panel.h"
#include "window/columns_page.h"
#include "window/costs_dialog.h"
#include "window/description_strip.h"
#include "window/document_keeper.h"
#include "window/document_menus.h"
#include "window/edit_actions.h"
#include "window/exporter.h"
#include "window/help_links.h"
#include "window/help_texts.h"
#include "window/hint_bar.h"
#include "window/lab_desk.h"
#include "window/last_runs_panel.h"
#include "window/library_panel.h"
#include "window/machine_dialog.h"
#include "window/mechanisms_dialog.h"
#include "window/notice_bar.h"
#include "window/observer_cost_notice.h"
#include "window/palette_panel.h"
#include "window/part_sizes.h"
#include "window/plain_labels.h"
#include "window/player_bar.h"
#include "window/preferences_in_force.h"
#include "window/problems_panel.h"
#include "window/run_guard.h"
#include "window/settings_dialog.h"
#include "window/side_panel.h"
#include "window/table_columns.h"
#include "window/tables_panel.h"
#include "window/toolbar.h"
#include "window/waiting_dialog.h"
#include "window/window_actions.h"
#include "window/window_menus.h"

namespace ipclab {

MainWindow::MainWindow(Theme& theme, Language& language, WindowSettings& settings, QWidget* parent)
    : MainWindow(Theme::Fitting(theme), theme, language, settings, parent) {}

MainWindow::MainWindow(const Theme::Fitting&, Theme& theme, Language& language, WindowSettings& settings,
                       QWidget* parent)
    : QMainWindow(parent),
      m_theme(theme),
      m_language(language),
      m_settings(settings),
      m_plainLabels(new PlainLabels(this)),
      m_session(new Session(this)),
      m_preferences(new PreferencesInForce(theme, language, settings, *m_session, this)),
      m_actions(new WindowActions(this)),
      m_library(new LibraryPanel(this)),
      m_palette(new PalettePanel(this)),
      m_lastRuns(makeLastRuns()),
      m_runsPanel(new LastRunsPanel(m_lastRuns.get(), this)),
      m_labs(makeLabs()),
      m_side(new SidePanel(m_library, m_palette, m_runsPanel, m_labs != nullptr ? m_labs->panel() : nullptr, this)),
      m_canvas(new CanvasView(m_session->shown(), this)),
      m_canvasArea(new CanvasArea(m_canvas, this)),
      m_editing(new CanvasEditing(*m_canvas, m_session->editor(), this)),
      m_hand(new CanvasHand(*m_editing)),
      m_edits(new EditActions(this, *m_editing, *m_hand)),
      m_charts(new ChartsPanel(m_session->shown(), this)),
      m_tables(new TablesPanel(m_session->shown(), this)),
      m_inspector(new Inspector(m_session->shown(), this, &m_session->editor())),
      m_description(new DescriptionStrip(*m_session, this)),
      m_answer(new AnswerStrip(m_session->shown(), this)),
      m_player(new PlayerBar(*m_session, *m_actions, this)),
      m_notice(new NoticeBar(this)),
      m_hints(new HintBar(this)),
      m_problems(new ProblemsPanel(this)),
      m_guard(new RunGuard(
          m_session->shown(), [this] { m_session->stop(); }, this)),
      m_keeper(new DocumentKeeper(*m_session, settings, *m_notice, this)),
      m_documentMenus(new DocumentMenus(settings, this)),
      m_agreed(settings.privateFolder().isEmpty() ? QString() : settings.privateFolder() + QStringLiteral("/approved")),
      m_observerCost(new ObserverCostNotice(m_notice, this)) {
    setAcceptDrops(true);
    m_session->approvals().remember([this](const std::string& text) { return m_agreed.has(text); });
    build();
    connectActions();
    connectEdits();
    connectFields();
    connectRecordings();
    connectLabs();
    connectPlayer();
    connectReport();
    connectViews();
    connectParts();
    connectChoices();
    restoreLayout();
    m_columnsOf = {new TableColumns(m_tables->processView(), QStringLiteral("processes"), m_settings, this),
                   new TableColumns(m_tables->linkView(), QStringLiteral("links"), m_settings, this)};
    showRunState();
    retranslate();
}

// The session ends its run first, while the views that show it still exist.
MainWindow::~MainWindow() {
    disconnect(&m_session->shown(), nullptr, nullptr, nullptr);
    disconnect(&m_session->editor(), nullptr, nullptr, nullptr);
    disconnect(&m_session->editor().undoStack(), nullptr, nullptr, nullptr);
    qDeleteAll(m_columnsOf);  // they would keep what goes as if it had been hidden
    m_session->keepRuns(nullptr);
    delete m_charts;
    delete m_tables;
    delete m_canvasArea;
    delete m_inspector;
}

void MainWindow::run() { allowed(&MainWindow::startNow); }

void MainWindow::measureObserverCost() { allowed(&MainWindow::beginMeasuring); }

void MainWindow::beginMeasuring() {
    m_problems->hide();
    m_observerCost->measure(m_session->toRun());
}

// Begins what launches the processes of the document, once it is sound and its commands have been seen.
void MainWindow::allowed(void (MainWindow::*begin)()) {
    if (m_session->isActive() || m_observerCost->isActive()) return;
    if (isSweeping())
        return m_notice->show(NoticeBar::Weight::Warning,
                              tr("A sweep is being measured: a run now would disturb it. Stop it first."));
    if (!takesWhatIsTyped()) return;
    // Settings may have been edited since the document was read.
    WindowDocument edited = m_keeper->document();
    edited.experiment = m_session->experiment();
    edited.problems = problemsOf(m_session->experiment(), m_atMost);
    if (exitStatus(edited.problems) != 0) return m_problems->setDocument(edited);
    const Experiment& asked = m_session->experiment();
    const Approvals& approvals = m_session->approvals();
    const QStringList commands = commandsOf(asked, approvals.missing(asked));
    const QStringList raised = approvals.hasLimits(asked.safety) ? QStringList() : raisedLimitsOf(asked);
    if (commands.isEmpty() && raised.isEmpty()) return (this->*begin)();
    const QString question =
        raised.isEmpty() ? tr("This experiment runs commands on your computer, with your rights. Run them?")
        : commands.isEmpty()
            ? tr("This experiment raises the limits that keep a run from taking your computer down. Run it all the same?")
            : tr("This experiment runs commands on your computer, with your rights, and raises the limits that keep a run "
                 "from "
                 "taking it down. Run them all the same?");
    m_notice->ask(NoticeBar::Weight::Warning, question, (raised + commands).join(QLatin1Char('\n')),
                  commands.isEmpty() ? tr("Run it") : tr("Run these commands"), [this, begin, asked] {
                      m_session->approvals().approve(asked);
                      m_agreed.add(Approvals::textsOf(asked));
                      allowed(begin);  // it may have been edited since
                  });
}

void MainWindow::startNow() {
    m_deadlockTold = false;
    m_notice->dismiss();
    m_problems->hide();
    m_session->start(m_atMost);
}

void MainWindow::showRunState() {
    const bool active = m_session->isActive() || m_observerCost->isActive();
    const bool open = !m_session->experiment().processes.empty();
    m_actions->run->setEnabled(open && !active);
    m_actions->observerCost->setEnabled(open && !active);
    m_actions->stop->setEnabled(active && m_session->state() != Run::State::Stopping);
    m_actions->saveData->setEnabled(m_session->hasRun());
    m_actions->saveRecording->setEnabled(m_session->hasRun() && !active);
    m_actions->report->setEnabled(!active);
    m_actions->saveChart->setEnabled(open);
    m_actions->save->setEnabled(open);
    m_actions->saveAs->setEnabled(open);
    m_actions->keepSteps->setEnabled(m_session->hasRun() && !active &&
                                     !keepSteps(m_session->shown(), m_session->editor().document()).isEmpty());
    m_actions->revert->setEnabled(m_session->isEdited() && !active);
    const auto place = selectedProcess();
    const bool steerable = place && m_session->shown().canSignal(*place);
    for (QAction* action : {m_actions->pauseProcess, m_actions->terminateProcess, m_actions->killProcess})
        action->setEnabled(steerable);
    if (m_session->state() == Run::State::Running) tellSampled();
    if (m_session->state() == Run::State::Failed)
        m_notice->show(NoticeBar::Weight::Error, tr("The run failed."), m_session->failure());
}

// By its place in the run that is shown.
std::optional<std::uint32_t> MainWindow::selectedProcess() const {
    const Selection& selected = m_canvas->selection();
    return selected.kind == Selection::Kind::Process ? m_session->shown().inView(selected) : std::nullopt;
}

void MainWindow::select(const Selection& selection) { m_canvas->setSelection(selection); }

void MainWindow::selectionMade(const Selection& selection) {
    m_inspector->setSelection(selection);
    m_tables->setSelection(selection);
    showRunState();
}

// The run that is shown is over: what was done in it is done again by the next one.
void MainWindow::keepWhatWasDone() {
    const Edit edit = keepSteps(m_session->shown(), m_session->editor().document());
    if (edit.isEmpty()) return;
    m_session->editor().apply(edit, tr("Keep what I did as steps"));
    m_notice->show(NoticeBar::Weight::Information,
                   tr("%n step(s) were written into the document.", nullptr, static_cast<int>(edit.changes.size())));
}

void MainWindow::togglePause() {
    const auto process = selectedProcess();
    RunControl* control = m_session->control();
    if (control != nullptr && process) control->setPaused(*process, !m_session->view().processes.at(*process).paused);
}

void MainWindow::steerSelected(void (RunControl::*act)(std::uint32_t)) {
    const auto process = selectedProcess();
    RunControl* control = m_session->control();
    if (control != nullptr && process) (control->*act)(*process);
}

void MainWindow::setHintsShown(bool shown) {
    if (shown) m_settings.setHintsDismissed(false);
    m_hints->setVisible(shown);
}

MechanismsDialog* MainWindow::showMechanisms() {
    if (m_mechanisms == nullptr) {
        m_mechanisms = new MechanismsDialog(this);
        HelpLinks::setPlaceOf(m_mechanisms, QStringLiteral("mechanisms"));
        connect(m_mechanisms, &MechanismsDialog::compareWanted, m_actions->compareMechanisms, &QAction::trigger);
    }
    m_mechanisms->show();
    m_mechanisms->raise();
    m_mechanisms->activateWindow();
    return m_mechanisms;
}

CostsDialog* MainWindow::showCosts() {
    if (m_costs == nullptr) {
        m_costs = new CostsDialog(this);
        HelpLinks::setPlaceOf(m_costs, QStringLiteral("measuring#costs"));
    }
    m_costs->show();
    m_costs->raise();
    m_costs->activateWindow();
    return m_costs;
}

WaitingDialog* MainWindow::showWaiting() {
    if (m_waiting == nullptr) {
        m_waiting = new WaitingDialog(this);
        HelpLinks::setPlaceOf(m_waiting, QStringLiteral("strategies"));
    }
    m_waiting->show();
    m_waiting->raise();
    m_waiting->activateWindow();
    return m_waiting;
}

MachineDialog* MainWindow::showMachine() {
    if (m_machine == nullptr) {
        m_machine = new MachineDialog(this);
        HelpLinks::setPlaceOf(m_machine, QStringLiteral("measuring#machine"));
    }
    m_machine->show();
    m_machine->raise();
    m_machine->activateWindow();
    return m_machine;
}

SettingsDialog* MainWindow::showSettings() {
    if (m_settingsDialog == nullptr) {
        m_settingsDialog = new SettingsDialog(*m_preferences, this);
        HelpLinks::setPlaceOf(m_settingsDialog, QStringLiteral("settings"));
        auto* columns = new ColumnsPage(*m_preferences, m_columnsOf, m_settingsDialog);
        m_settingsDialog->addPage(columns);
        connect(m_settingsDialog, &SettingsDialog::resetDone, columns, &ColumnsPage::reset);
        connect(m_settingsDialog, &SettingsDialog::hintsWanted, this, [this] { setHintsShown(true); });
        connect(m_settingsDialog, &SettingsDialog::resetDone, this, [this] { setHintsShown(true); });
    }
    m_settingsDialog->show();
    m_settingsDialog->raise();
    m_settingsDialog->activateWindow();
    return m_settingsDialog;
}

// Once a window: where exact states were asked for and the system allows sampled ones only, and what would change that.
void MainWindow::tellSampled() {
    const ObserverFacts& observer = m_session->view().observer;
    const bool coarser = observer.asked == ObserveLevel::Exact && observer.level == ObserveLevel::Sampled;
    if (m_sampledTold || !coarser) return;
    m_sampledTold = true;
    if (!perfmonWouldHelp(observer.reason)) {
        return m_notice->show(NoticeBar::Weight::Information,
                              tr("States are sampled here, not exact: short changes are missed."),
                              said(observer.reason));
    }
    const QString command = perfmonCommand(findLauncher());
    m_notice->ask(
        NoticeBar::Weight::Information,
        tr("States are sampled here, not exact: this system lets only programs with a special right observe "
           "context switches. This command gives it to the launcher alone, which gives it up before it starts "
           "any process; the next run is exact."),
        command, tr("Copy command"), [command] { QGuiApplication::clipboard()->setText(command); });
}

// Once a run, where it cannot be missed, and with the way to see it.
void MainWindow::tellDeadlock() {
    if (m_deadlockTold || m_session->view().deadlocked.empty()) return;
    const auto& events = m_session->view().events;
    const auto found = std::ranges::find(events, EventKind::Deadlock, &RunEvent::kind);
    if (found == events.end()) return;
    m_deadlockTold = true;
    m_notice->ask(NoticeBar::Weight::Error, tr("Deadlock: these processes wait for one another and cannot go on."),
                  EventWords::text(*found, m_session->view()), tr("Show who waits"), [this] {
                      m_actions->showTables->setChecked(true);
                      m_tables->showWaits();
                  });
}

void MainWindow::showShortcuts() { showShortcutsDialog(this, *m_charts->page()); }
void MainWindow::showAbout() { showAboutDialog(this); }

void MainWindow::retranslate() {
    m_actions->retranslate();
    m_edits->retranslate();
    m_partSizes->retranslate();
    m_menus->retranslate();
    tellWhatsThis();
    showTitle();
}

bool MainWindow::event(QEvent* event) {
    if (event->type() == QEvent::WindowActivate) m_theme.askDesktop();
    const bool done = QMainWindow::event(event);
    if (event->type() == QEvent::Paint) emit firstPainted();
    return done;
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_menus != nullptr) retranslate();
    if (event->type() == QEvent::WindowStateChange) m_session->setWatched(!isMinimized());
    QMainWindow::changeEvent(event);
}

}  // namespace ipclab

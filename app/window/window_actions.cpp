#include "window/window_actions.h"

#include <QAction>
#include <QActionGroup>
#include <QWidget>

#include "bridge/icons.h"
#include "window/plain_text.h"

namespace ipclab {

WindowActions::WindowActions(QWidget* window)
    : QObject(window), themes(new QActionGroup(this)), languages(new QActionGroup(this)), m_window(window) {
    newDocument = make("new", {"Ctrl+N"});
    open = make("open", {"Ctrl+O"});
    save = make("save-data", {"Ctrl+S"});
    saveAs = make("", {"Ctrl+Shift+S"});
    saveChart = make("save-chart", {"Ctrl+E"});
    saveData = make("save-data", {"Ctrl+D"});
    settings = make("settings", {"Ctrl+,"});
    settings->setMenuRole(QAction::PreferencesRole);
    saveRecording = make("record", {"Ctrl+Alt+S"});
    report = make("table", {"Ctrl+Alt+P"});
    showLastRuns = make("", {"Ctrl+Shift+L"});
    exercises = make("", {"Ctrl+Shift+X"});
    quit = make("", {"Ctrl+Q"});
    run = make("run", {"F5", "Ctrl+R"});
    stop = make("stop", {"Shift+F5", "Ctrl+."});
    revert = make("", {});
    keepSteps = make("", {});
    sweep = make("", {"Ctrl+Shift+B"});
    observerCost = make("", {});
    makePlayer();
    pauseProcess = make("pause-process", {"Ctrl+P"});
    terminateProcess = make("terminate", {"Ctrl+T"});
    killProcess = make("kill", {"Ctrl+K"});
    showLibrary = make("preset", {"Ctrl+1"});
    showCanvas = make("link", {"Ctrl+2"});
    showCharts = make("save-chart", {"Ctrl+3"});
    showTables = make("table", {"Ctrl+4"});
    showInspector = make("inspector", {"Ctrl+5"});
    for (QAction* view : {showLibrary, showCanvas, showCharts, showTables, showInspector}) {
        view->setIcon(QIcon());
        view->setCheckable(true);
        view->setChecked(true);
    }
    fullScreen = make("", {"F11"});
    fullScreen->setCheckable(true);
    resetLayout = make("", {});
    search = make("search", {"Ctrl+F"});
    mechanisms = make("table", {"Ctrl+M"});
    compareMechanisms = make("", {"Ctrl+B"});
    claims = make("", {"Ctrl+Alt+M"});
    costs = make("process", {"Ctrl+Shift+M"});
    compareRecordings = make("", {"Ctrl+Alt+R"});
    waiting = make("link", {"Ctrl+Shift+W"});
    machine = make("", {});
    themeDesktop = makeChoice(themes);
    themeLight = makeChoice(themes);
    themeDark = makeChoice(themes);
    languageDesktop = makeChoice(languages);
    english = makeChoice(languages);
    korean = makeChoice(languages);
    hints = make("info", {});
    guide = make("info", {"F1"});
    guide->setShortcutContext(Qt::ApplicationShortcut);  // in the windows beside as well
    guidePages = make("", {});
    whatsThis = make("", {"Shift+F1"});
    commands = make("search", {"Ctrl+Shift+P"});
    shortcuts = make("", {"Ctrl+F1"});
    about = make("", {});
    about->setMenuRole(QAction::AboutRole);
    quit->setMenuRole(QAction::QuitRole);
    retranslate();
}

void WindowActions::makePlayer() {
    play = make("run", {"F6"});
    playBack = make("play-back", {"Shift+F6"});
    eventNext = make("event-next", {"F8"});
    eventBefore = make("event-before", {"F7"});
    switchNext = make("switch-next", {"Shift+F8"});
    switchBefore = make("switch-before", {"Shift+F7"});
    toFirst = make("moment-first", {"Ctrl+Alt+Home"});
    toLast = make("moment-last", {"Ctrl+Alt+End"});
    toCrosshair = make("", {"Ctrl+F6"});
    slower = make("", {"Ctrl+F7"});
    faster = make("", {"Ctrl+F8"});
}

std::vector<QAction*> WindowActions::ofPlayer() const {
    return {play,    playBack, eventNext,   eventBefore, switchNext, switchBefore,
            toFirst, toLast,   toCrosshair, faster,      slower};
}

QAction* WindowActions::make(const char* icon, std::initializer_list<const char*> keys) {
    auto* action = new QAction(m_window);
    if (*icon != '\0') action->setIcon(themedIcon(QString::fromLatin1(icon)));
    QList<QKeySequence> sequences;
    for (const char* key : keys) sequences << QKeySequence(QString::fromLatin1(key));
    action->setShortcuts(sequences);
    m_window->addAction(action);
    return action;
}

QAction* WindowActions::makeChoice(QActionGroup* group) {
    QAction* action = make("", {});
    action->setCheckable(true);
    group->addAction(action);
    return action;
}

void WindowActions::name(QAction* action, const QString& text, const QString& tip) {
    action->setText(text);
    QString plain = tip.isEmpty() ? plainText(text) : tip;
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    if (!key.isEmpty()) plain += QStringLiteral("  (%1)").arg(key);
    action->setToolTip(plain);
    action->setStatusTip(tip);
}

void WindowActions::setCondition(QAction* action, const QString& text) { action->setProperty("condition", text); }

QString WindowActions::condition(const QAction* action) { return action->property("condition").toString(); }

void WindowActions::retranslate() {
    tellConditions();
    nameFileAndRun();
    nameViews();
    namePlayer();
    name(themeDesktop, tr("As the &desktop"));
    name(themeLight, tr("&Light"));
    name(themeDark, tr("D&ark"));
    name(languageDesktop, tr("As the &desktop"));
    // Each in its own language, so that one who cannot read the present one finds the way back.
    name(english, QStringLiteral("&English"));
    name(korean, QStringLiteral("한국어 (&Korean)"));
    name(hints, tr("Show the &hints"));
    name(guide, tr("&Guide"), tr("The page of the guide about what has the focus"));
    name(guidePages, tr("&First steps"), tr("The guide from its beginning: a walk of five minutes"));
    name(whatsThis, tr("&What's this?"), tr("Click a part of the window to read what it is"));
    name(commands, tr("Command &palette…"), tr("Everything the window can do, open or show, found by typing"));
    name(shortcuts, tr("&Keyboard shortcuts"));
    name(about, tr("&About ipclab"));
}

void WindowActions::nameFileAndRun() {
    name(open, tr("&Open file…"),
         tr("Opens an experiment (*.ipclab.json), a recording (*.ipclab) or a sweep (*.sweep)"));
    name(newDocument, tr("&New experiment"), tr("An empty canvas, to build an experiment on"));
    name(save, tr("&Save experiment"), tr("Saves the experiment as it is now; of one from the library a copy"));
    name(saveAs, tr("Save experiment &as…"), tr("Saves the experiment as it is now under another name"));
    name(saveChart, tr("Save &chart…"), tr("Saves a chart or all of them as PNG, SVG or PDF"));
    name(saveData, tr("Save &data…"), tr("Saves series, states and events as CSV and the result as JSON"));
    name(settings, tr("&Settings…"),
         tr("Looks, language, units, how runs are measured and limited, where things are saved"));
    name(saveRecording, tr("Save what &just ran…"),
         tr("Saves the whole run as a recording (*.ipclab), which opens here again and in any SQLite program"));
    name(report, tr("&Report…"),
         tr("Makes a report of the run, of a recording or of a sweep, as HTML or PDF, with your notes"));
    name(showLastRuns, tr("&Last runs"), tr("The runs made last, which are kept by themselves, to open again"));
    name(exercises, tr("E&xercises"), tr("Questions to predict, run and be judged, with what you have done so far"));
    name(quit, tr("&Quit"));
    name(run, tr("&Run"), tr("Starts the processes and measures"));
    name(stop, tr("&Stop"), tr("Asks every process to finish; ends those that do not"));
    name(revert, tr("Re&vert"), tr("Back to the experiment as it was opened or saved; can be undone"));
    name(keepSteps, tr("&Keep what I did as steps"),
         tr("Writes what you set, paused or ended by hand in the last run into the document, as steps that do it again "
            "at the same times"));
    name(sweep, tr("S&weep and compare…"),
         tr("Runs the experiment again and again while properties of it change, and compares what that gives"));
    name(observerCost, tr("Measure what &observing costs"),
         tr("Runs the experiment ten times for a moment, with and without the observer in turn"));
    name(pauseProcess, tr("&Pause or continue"), tr("Pauses the selected process, or lets it go on"));
    name(terminateProcess, tr("&Terminate"), tr("Sends SIGTERM to the selected process"));
    name(killProcess, tr("&Kill"), tr("Sends SIGKILL to the selected process"));
}

void WindowActions::namePlayer() {
    name(play, tr("&Play or pause"), tr("Plays the recording, or the run that has just ended, from the moment shown"));
    name(playBack, tr("Play &backwards or pause"), tr("Plays it backwards from the moment shown"));
    name(eventNext, tr("Next &event"), tr("Goes to the moment of the next event"));
    name(eventBefore, tr("E&vent before"), tr("Goes to the moment of the event before"));
    name(switchNext, tr("Next context &switch"),
         tr("Goes to where the selected process next begins or ceases to run; where none is selected, any"));
    name(switchBefore, tr("Context s&witch before"),
         tr("Goes to where the selected process last began or ceased to run; where none is selected, any"));
    name(toFirst, tr("To the be&ginning"), tr("Goes to the first moment of the recording"));
    name(toLast, tr("To the e&nd"), tr("Goes to the last moment of the recording, as it was when it ended"));
    name(toCrosshair, tr("To the &crosshair"), tr("Goes to the moment the crosshair of the charts is at"));
    name(faster, tr("&Faster"), tr("Plays at the next higher speed"));
    name(slower, tr("S&lower"), tr("Plays at the next lower speed"));
}

// As they are enabled (MainWindow::showRunState).
void WindowActions::tellConditions() {
    for (QAction* action : {run, observerCost})
        setCondition(action, tr("Needs an experiment with a process, and that no run goes on."));
    setCondition(stop, tr("Nothing runs."));
    setCondition(exercises, tr("What you do cannot be kept: the folder for it cannot be used."));
    setCondition(saveData, tr("Nothing was run yet."));
    setCondition(report, tr("A run goes on."));
    setCondition(saveRecording, tr("Needs a run that has ended."));
    for (QAction* action : {save, saveAs, saveChart}) setCondition(action, tr("The experiment is empty."));
    setCondition(keepSteps, tr("Needs a run that has ended, in which something was set, paused or ended by hand."));
    for (QAction* action : ofPlayer())
        setCondition(action, tr("Needs a recording, or a run that has ended and was kept (Settings, Saving)."));
    setCondition(revert, tr("Nothing was changed, or a run goes on."));
    for (QAction* action : {pauseProcess, terminateProcess, killProcess})
        setCondition(action, tr("Needs a selected process that runs."));
}

void WindowActions::nameViews() {
    name(showLibrary, tr("&Library"));
    name(showCanvas, tr("Can&vas"));
    name(showCharts, tr("&Charts"));
    name(showTables, tr("&Tables and events"));
    name(showInspector, tr("&Inspector"));
    name(fullScreen, tr("&Full screen"));
    name(resetLayout, tr("&Usual layout"), tr("Shows every part of the window, of its usual size"));
    name(search, tr("&Search the library"));
    name(costs, tr("&Costs of processes…"),
         tr("What fork, vfork, posix_spawn, a thread and a context switch cost on this machine, measured"));
    name(waiting, tr("Costs of &waiting…"),
         tr("What select, poll, epoll and the others cost a server with 1 to 10,000 connections, measured"));
    name(machine, tr("This ma&chine…"),
         tr("Kernel, processors, limits, and what else is busy here, as every result says it"));
    name(compareRecordings, tr("Compare &recordings…"),
         tr("Two or more recordings on one time axis, with the differences of their totals"));
    name(claims, tr("Cl&aims…"),
         tr("What textbooks and course notes claim, each measured on this machine with a verdict"));
    name(compareMechanisms, tr("Com&pare mechanisms…"),
         tr("Which is fastest here, with messages of which size: measured, with error bars and a verdict"));
    name(mechanisms, tr("&Mechanisms…"), tr("Every mechanism with its traits and limits, to sort and filter"));
}

}  // namespace ipclab

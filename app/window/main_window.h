// The window: library, canvas, charts, tables, inspector around one session. It arranges and connects; what each part
// shows is the part's own business.
#pragma once

#include <QMainWindow>

#include "bridge/selection.h"
#include "bridge/session.h"
#include "window/document.h"
#include "window/kept_approvals.h"
#include "window/language.h"
#include "window/run_guard.h"
#include "window/settings.h"
#include "window/theme.h"

class QSplitter;

namespace ipclab {

class AnswerStrip;
class CanvasArea;
class CanvasEditing;
class CanvasHand;
class CanvasView;
class CommandPalette;
class ChartsPanel;
class DescriptionStrip;
class DocumentKeeper;
class DocumentMenus;
class EditActions;
class Exporter;
class GuideWindow;
class HintBar;
class Inspector;
class LabDesk;
class LastRunsPanel;
class LibraryPanel;
class CompareDialog;
class CostsDialog;
class MachineDialog;
class MechanismsDialog;
class NoticeBar;
class ObserverCostNotice;
class PartSizes;
class PlainLabels;
class PreferencesInForce;
class ReportDialog;
class PalettePanel;
class PlayerBar;
class ProblemsPanel;
class RecordingsDialog;
class SettingsDialog;
class SidePanel;
class TableColumns;
class TablesPanel;
class TimeChart;
class Toolbar;
class WaitingDialog;
class WindowActions;
class WindowMenus;
struct Command;
struct LabSighting;
struct RecordingOffer;
struct SweepRunner;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(Theme& theme, Language& language, WindowSettings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    // What was open last, the first time the first experiment.
    void openInitial(const QString& source);
    // At once, whatever is running; a user is asked before, by askOpen().
    void open(const WindowDocument& document);
    void askOpen(const WindowDocument& document);
    // An experiment, a recording or a sweep, whichever it is.
    void askOpenPath(const QString& path);
    // At once, as a finished run of the document that was run in it. False: it is refused, and the notice says why.
    bool openRecording(const QString& path);
    // of: a recording to copy; empty: what is shown.
    bool saveRecording(const QString& of, const QString& path);
    // What was left unsaved by a window that was killed, if anything was.
    void offerLeft();
    void select(const Selection& selection);

    [[nodiscard]] Session& session() { return *m_session; }
    [[nodiscard]] WindowActions& actionsOfWindow() { return *m_actions; }
    [[nodiscard]] AnswerStrip* answer() const { return m_answer; }
    [[nodiscard]] CanvasView* canvas() const { return m_canvas; }
    [[nodiscard]] CanvasEditing* editing() const { return m_editing; }
    [[nodiscard]] EditActions& edits() const { return *m_edits; }
    [[nodiscard]] DocumentKeeper* keeper() const { return m_keeper; }
    [[nodiscard]] DocumentMenus* documentMenus() const { return m_documentMenus; }
    [[nodiscard]] PalettePanel* programs() const { return m_palette; }
    [[nodiscard]] ChartsPanel* charts() const { return m_charts; }
    [[nodiscard]] Exporter* exporter() const { return m_exporter; }
    [[nodiscard]] HintBar* hints() const { return m_hints; }
    [[nodiscard]] Inspector* inspector() const { return m_inspector; }
    [[nodiscard]] LibraryPanel* library() const { return m_library; }
    [[nodiscard]] LastRuns* lastRuns() const { return m_lastRuns.get(); }
    [[nodiscard]] LastRunsPanel* lastRunsPanel() const { return m_runsPanel; }
    // Null: work on exercises cannot be kept here.
    [[nodiscard]] LabDesk* labs() const { return m_labs; }
    [[nodiscard]] SidePanel* side() const { return m_side; }
    [[nodiscard]] NoticeBar* notice() const { return m_notice; }
    [[nodiscard]] ProblemsPanel* problems() const { return m_problems; }
    [[nodiscard]] RunGuard* guard() const { return m_guard; }
    // Made the first time it is wanted.
    MechanismsDialog* showMechanisms();
    CompareDialog* showCompare();
    CostsDialog* showCosts();
    MachineDialog* showMachine();
    WaitingDialog* showWaiting();
    // Of the run that has ended; where there is none nullptr, and a file is asked for.
    ReportDialog* showReport();
    // Of a recording or a sweep. nullptr: it is refused, and the notice says why.
    ReportDialog* showReportOf(const QString& file);
    // With these recordings added to those that are compared there.
    RecordingsDialog* showRecordings(const QStringList& added = {});
    CommandPalette* showCommands();
    SettingsDialog* showSettings();
    [[nodiscard]] PreferencesInForce& preferences() const { return *m_preferences; }
    // A page of the guide: "states#ready"; made the first time it is wanted.
    GuideWindow* showGuide(const QString& place);
    // The one about what has the focus.
    [[nodiscard]] QString guideTopic() const;
    [[nodiscard]] ObserverCostNotice* observerCost() const { return m_observerCost; }
    [[nodiscard]] TablesPanel* tables() const { return m_tables; }
    [[nodiscard]] PlayerBar* player() const { return m_player; }
    [[nodiscard]] Toolbar* toolbar() const { return m_toolbar; }

signals:
    void firstPainted();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    [[nodiscard]] QMenu* createPopupMenu() override { return nullptr; }

private:
    MainWindow(const Theme::Fitting&, Theme& theme, Language& language, WindowSettings& settings, QWidget* parent);
    void build();
    QWidget* buildCentre();
    void connectActions();
    void connectViews();
    void connectParts();
    void connectChoices();
    void showChoices();
    void orderParts();
    void fitCanvas();
    void growCanvas();
    void restoreLayout();
    void saveLayout();

    void run();
    void startNow();
    void measureObserverCost();
    void allowed(void (MainWindow::*begin)());
    void finishEdit();
    [[nodiscard]] bool takesWhatIsTyped();
    void connectFields();
    void agreeToTyped(const Part& part, const std::string& field);
    void lookAtProblems();
    void lookAtRefused();
    void beginMeasuring();
    void askOpenFile();
    void askNew(const QString& templateId);
    // The file of the run that is shown; empty: it is not recorded.
    [[nodiscard]] QString shownRecording() const;
    [[nodiscard]] QList<RecordingOffer> recordingsAtHand() const;
    void beforeLosing(RunGuard::Wish wish, std::function<void()> then, std::function<void()> refused = {});
    void connectEdits();
    void connectRecordings();
    void connectComparing();
    void openSweep(const QString& path);
    [[nodiscard]] bool isSweeping() const;
    void askSweep(const std::vector<Experiment>& cells, const std::function<void(SweepRunner)>& begin,
                  const std::function<void(const QString&)>& refuse);
    LabDesk* makeLabs();
    void connectLabs();
    void askOpenLab(const QString& path);
    void askLabFolder();
    void askLabArchive();
    void showSighting(const LabSighting& sighting);
    void pointAt(const LabSighting& sighting);
    [[nodiscard]] bool isShown(const LabSighting& sighting) const;
    void askHandIn();
    std::unique_ptr<LastRuns> makeLastRuns();
    void connectPlayer();
    ReplaySource* replayed();
    void followRecording();
    void showMoment();
    void showPlaying();
    void showCanPlay();
    void playOrPause(int direction);
    void goToPlace(double share);
    void askOpenRecording(const QString& path);
    void askSaveRecording(const QString& of);
    void connectReport();
    void askReportFile();
    void keepNotesWith(const QString& recording);
    ReportDialog* reportDialog();
    [[nodiscard]] std::filesystem::path notesOfDocument() const;
    [[nodiscard]] bool isOurOwnFile(const QString& path) const;
    void tellRecorded();
    void tellRefused(const std::exception& error);
    void presetChosen(const QString& id, bool toRun);
    void showRunState();
    void selectionMade(const Selection& selection);
    [[nodiscard]] std::optional<std::uint32_t> selectedProcess() const;
    void togglePause();
    void keepWhatWasDone();
    void steerSelected(void (RunControl::*act)(std::uint32_t));
    void showShortcuts();
    [[nodiscard]] std::vector<Command> listCommands();
    void showChart(TimeChart* chart);
    void addMenuCommands(std::vector<Command>& commands);
    void addPartCommands(std::vector<Command>& commands);
    void addChartCommands(std::vector<Command>& commands);
    void addExperimentCommands(std::vector<Command>& commands);
    void addGuideCommands(std::vector<Command>& commands);
    [[nodiscard]] QString shortcutsTable();
    [[nodiscard]] QString guidePageOf(const Selection& selection) const;
    [[nodiscard]] QString guidePageOf(const TimeChart* chart) const;
    void tellWhatsThis();
    void resetLayout();
    void showAbout();
    void setHintsShown(bool shown);
    void giveTablesHeight(int heightPx);
    void takeTablesHeight();
    void tellDeadlock();
    void tellSampled();
    void retranslate();
    void showTitle();

    Theme& m_theme;
    Language& m_language;
    WindowSettings& m_settings;
    PlainLabels* m_plainLabels;  // there before any label is
    Session* m_session;
    PreferencesInForce* m_preferences;
    WindowActions* m_actions;
    LibraryPanel* m_library;
    PalettePanel* m_palette;
    std::unique_ptr<LastRuns> m_lastRuns;  // nullptr: nothing is kept
    LastRunsPanel* m_runsPanel;
    LabDesk* m_labs;
    SidePanel* m_side;
    CanvasView* m_canvas;
    CanvasArea* m_canvasArea;
    CanvasEditing* m_editing;
    CanvasHand* m_hand;
    EditActions* m_edits;
    ChartsPanel* m_charts;
    TablesPanel* m_tables;
    Inspector* m_inspector;
    DescriptionStrip* m_description;
    AnswerStrip* m_answer;
    PlayerBar* m_player;
    NoticeBar* m_notice;
    HintBar* m_hints;
    ProblemsPanel* m_problems;
    Toolbar* m_toolbar = nullptr;
    WindowMenus* m_menus = nullptr;
    Exporter* m_exporter = nullptr;
    RunGuard* m_guard;
    DocumentKeeper* m_keeper;
    DocumentMenus* m_documentMenus;
    KeptApprovals m_agreed;
    MechanismsDialog* m_mechanisms = nullptr;
    CompareDialog* m_compare = nullptr;
    CostsDialog* m_costs = nullptr;
    MachineDialog* m_machine = nullptr;
    RecordingsDialog* m_recordings = nullptr;
    WaitingDialog* m_waiting = nullptr;
    ReportDialog* m_report = nullptr;
    CommandPalette* m_commands = nullptr;
    SettingsDialog* m_settingsDialog = nullptr;
    std::vector<TableColumns*> m_columnsOf;
    PartSizes* m_partSizes = nullptr;
    GuideWindow* m_guide = nullptr;
    ObserverCostNotice* m_observerCost;
    QSplitter* m_columns = nullptr;
    QSplitter* m_rows = nullptr;
    std::optional<Nanoseconds> m_atMost;  // of a run that only Stop will end
    bool m_rowsByHand = false;            // their heights
    int m_tablesWanted = 0;
    int m_tablesLent = 0;         // pixels the charts gave to the tables
    bool m_deadlockTold = false;  // in this run
    bool m_sampledTold = false;   // in this window
    QString m_refusedTold;        // that a field cannot take what is typed; empty: it was not
    bool m_mayClose = false;      // the user has agreed to the end of the run
};

}  // namespace ipclab

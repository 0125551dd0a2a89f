// How the window is put together, and what it is connected with.
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScreen>
#include <QShowEvent>
#include <QSplitter>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>
#include <QWhatsThis>
#include <array>

#include "bridge/icons.h"
#include "canvas/canvas_area.h"
#include "canvas/canvas_hand.h"
#include "canvas/canvas_view.h"
#include "inspect/inspector.h"
#include "lab_views/lab_page.h"
#include "window/answer_strip.h"
#include "window/chart_keys.h"
#include "window/charts_panel.h"
#include "window/description_strip.h"
#include "window/document_keeper.h"
#include "window/document_menus.h"
#include "window/edit_actions.h"
#include "window/exporter.h"
#include "window/field_manners.h"
#include "window/focus_order.h"
#include "window/help_links.h"
#include "window/hint_bar.h"
#include "window/lab_desk.h"
#include "window/library_panel.h"
#include "window/main_window.h"
#include "window/mechanisms_dialog.h"
#include "window/notice_bar.h"
#include "window/observer_cost_notice.h"
#include "window/palette_panel.h"
#include "window/part_sizes.h"
#include "window/player_bar.h"
#include "window/preferences_in_force.h"
#include "window/problems_panel.h"
#include "window/side_panel.h"
#include "window/statistics_tab.h"
#include "window/tables_panel.h"
#include "window/toolbar.h"
#include "window/window_actions.h"
#include "window/window_menus.h"

namespace ipclab {
namespace {

constexpr int kCanvasPercent = 27;  // of the window, at most, unless a hand gives it more
constexpr int kRoomyPx = 900;       // below it a run needs the room of what explains for its charts
constexpr int kLowPx = 640;         // a large screen at twice its scale

// Of the charts, by document or step of an exercise; empty: of a new one nothing is kept.
QString arrangementKey(const WindowDocument& document) {
    const QString whose = document.isOfExercise ? document.step : document.source;
    return whose.isEmpty() ? QString()
                           : QStringLiteral("charts/") + QString::fromLatin1(QUrl::toPercentEncoding(whose));
}

QSplitter* splitter(Qt::Orientation orientation, QWidget* parent) {
    auto* result = new QSplitter(orientation, parent);
    result->setHandleWidth(1);
    result->setChildrenCollapsible(false);
    return result;
}

}  // namespace

void MainWindow::build() {
    QAction* freeze = m_charts->page()->chartActions().freeze;
    freeze->setIcon(themedIcon(QStringLiteral("freeze")));
    m_charts->page()->chartActions().follow->setIcon(themedIcon(QStringLiteral("follow")));
    m_actions->run->setIcon(coloredIcon(QStringLiteral("run"), Qt::white));
    // Drawn for the ground of the button: in the menu it would not be seen.
    for (QAction* action : {m_actions->run, m_actions->stop}) action->setIconVisibleInMenu(false);
    m_toolbar = new Toolbar(*m_session,
                            {m_actions->run, m_actions->stop, freeze, m_actions->saveChart, m_actions->saveData}, this);
    m_menus = new WindowMenus(this, *m_actions, *m_edits, *m_documentMenus, m_charts);
    m_partSizes = new PartSizes(this);
    m_menus->addToView(m_partSizes->menu());
    m_exporter = new Exporter(m_session->shown(), *m_charts, *m_notice, m_settings, this);
    m_exporter->setHost([this] {
        return m_session->recording() != nullptr ? m_session->recording()->frames().host() : readHostFacts();
    });
    m_inspector->setObjectName(QStringLiteral("inspector"));
    m_inspector->setAttribute(Qt::WA_StyledBackground);

    m_columns = splitter(Qt::Horizontal, this);
    m_columns->setObjectName(QStringLiteral("columns"));
    m_columns->addWidget(m_side);
    m_columns->addWidget(buildCentre());
    m_columns->addWidget(m_inspector);
    m_inspector->setMinimumWidth(240);
    m_columns->setStretchFactor(1, 1);
    auto* whole = new QWidget(this);
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_toolbar);
    column->addWidget(m_columns, 1);
    setCentralWidget(whole);
    resize(1280, 800);
    m_columns->setSizes({244, 736, 300});
    new ChartKeys(this);
    new FieldManners(this);
}

QWidget* MainWindow::buildCentre() {
    auto* centre = new QWidget(this);
    m_rows = splitter(Qt::Vertical, centre);
    m_rows->addWidget(m_canvasArea);
    m_rows->addWidget(m_charts);
    m_rows->addWidget(m_tables);
    m_tables->addStatistics(new StatisticsTab(*m_charts->page(), this));
    m_rows->setStretchFactor(0, 0);
    m_rows->setStretchFactor(1, 1);
    m_rows->setStretchFactor(2, 0);
    m_rows->setSizes({104, 440, 118});
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (QWidget* part : std::initializer_list<QWidget*>{m_hints, m_description, m_answer, m_notice, m_problems})
        column->addWidget(part);
    column->addWidget(m_rows, 1);
    column->addWidget(m_player);
    return centre;
}

void MainWindow::connectActions() {
    const WindowActions& a = *m_actions;
    connect(a.open, &QAction::triggered, this, &MainWindow::askOpenFile);
    connect(a.saveChart, &QAction::triggered, m_exporter, [this] { m_exporter->askSaveChart(); });
    connect(a.saveData, &QAction::triggered, m_exporter, &Exporter::askSaveData);
    connect(a.quit, &QAction::triggered, this, &QWidget::close);
    connect(a.run, &QAction::triggered, this, &MainWindow::run);
    connect(a.stop, &QAction::triggered, m_session, &Session::stop);
    connect(a.stop, &QAction::triggered, m_observerCost, &ObserverCostNotice::stop);
    connect(a.observerCost, &QAction::triggered, this, &MainWindow::measureObserverCost);
    connect(m_observerCost, &ObserverCostNotice::changed, this, &MainWindow::showRunState);
    connect(a.keepSteps, &QAction::triggered, this, &MainWindow::keepWhatWasDone);
    connect(a.revert, &QAction::triggered, this, [this] {
        finishEdit();
        m_session->revert();
    });
    connect(a.pauseProcess, &QAction::triggered, this, &MainWindow::togglePause);
    connect(a.terminateProcess, &QAction::triggered, this, [this] { steerSelected(&RunControl::terminate); });
    connect(a.killProcess, &QAction::triggered, this, [this] { steerSelected(&RunControl::kill); });
    connect(a.mechanisms, &QAction::triggered, this, [this] { showMechanisms(); });
    connect(a.claims, &QAction::triggered, this, [this] { showMechanisms()->showClaims(); });
    connectComparing();
    connect(a.costs, &QAction::triggered, this, [this] { showCosts(); });
    connect(a.machine, &QAction::triggered, this, [this] { showMachine(); });
    connect(a.waiting, &QAction::triggered, this, [this] { showWaiting(); });
    connect(a.compareRecordings, &QAction::triggered, this, [this] { showRecordings(); });
    connect(a.guide, &QAction::triggered, this, [this] { showGuide(guideTopic()); });
    connect(a.guidePages, &QAction::triggered, this, [this] { showGuide({}); });
    connect(a.whatsThis, &QAction::triggered, this, [] { QWhatsThis::enterWhatsThisMode(); });
    connect(a.resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
    connect(new HelpLinks(this), &HelpLinks::placeWanted, this, [this](const QString& place) { showGuide(place); });
    connect(a.commands, &QAction::triggered, this, [this] { showCommands(); });
    connect(a.shortcuts, &QAction::triggered, this, &MainWindow::showShortcuts);
    connect(a.about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(a.hints, &QAction::triggered, this, [this] { setHintsShown(true); });
}

// What edits the document, and what becomes of it.
void MainWindow::connectEdits() {
    const WindowActions& a = *m_actions;
    connect(a.newDocument, &QAction::triggered, this, [this] { askNew({}); });
    connect(a.save, &QAction::triggered, this, [this] {
        finishEdit();
        m_keeper->save();
    });
    connect(a.saveAs, &QAction::triggered, this, [this] {
        finishEdit();
        m_keeper->saveAs();
    });
    connect(m_documentMenus, &DocumentMenus::templateChosen, this, &MainWindow::askNew);
    connect(m_documentMenus, &DocumentMenus::recentChosen, this, &MainWindow::askOpenPath);
    connect(&m_session->editor(), &Editor::edited, this, &MainWindow::growCanvas);
    connect(m_keeper, &DocumentKeeper::titleChanged, this, &MainWindow::showTitle);
    connect(m_keeper, &DocumentKeeper::saved, this, [this] {
        m_library->setCurrent({});
        showRunState();
    });
    connect(m_edits->addProgram, &QAction::triggered, this, [this] {
        m_actions->showLibrary->setChecked(true);
        m_side->showPalette();
        m_palette->search()->setFocus();
        m_palette->search()->selectAll();
    });
    connect(m_palette, &PalettePanel::addWanted, this,
            [this](const QString& program) { m_editing->addProgram(program.toStdString()); });
    connect(m_editing, &CanvasEditing::refused, this,
            [this](const QString& what, const QString& why) { m_notice->show(NoticeBar::Weight::Warning, what, why); });
}

void MainWindow::connectViews() {
    const WindowActions& a = *m_actions;
    const std::initializer_list<std::pair<QAction*, QWidget*>> views{{a.showLibrary, m_side},
                                                                     {a.showCanvas, m_canvasArea},
                                                                     {a.showCharts, m_charts},
                                                                     {a.showTables, m_tables},
                                                                     {a.showInspector, m_inspector}};
    for (const auto& [action, widget] : views) connect(action, &QAction::toggled, widget, &QWidget::setVisible);
    connect(a.fullScreen, &QAction::toggled, this, [this](bool on) { on ? showFullScreen() : showNormal(); });
    connect(a.search, &QAction::triggered, this, [this] {
        m_actions->showLibrary->setChecked(true);
        m_side->showLibrary();
        m_library->search()->setFocus();
        m_library->search()->selectAll();
    });
}

void MainWindow::connectParts() {
    connect(m_library, &LibraryPanel::presetChosen, this, [this](const QString& id) { presetChosen(id, false); });
    connect(m_library, &LibraryPanel::presetRunWanted, this, [this](const QString& id) { presetChosen(id, true); });
    connect(m_library, &LibraryPanel::openFileWanted, this, &MainWindow::askOpenFile);
    connect(m_canvas, &CanvasView::selectionChanged, this, &MainWindow::selectionMade);
    connect(m_canvas, &CanvasView::contextMenuWanted, this, [this](const Selection& selection, const QPoint& at) {
        QMenu menu(this);
        m_edits->fillContext(&menu);
        if (selection.kind == Selection::Kind::Process) {
            menu.addSeparator();
            menu.addActions({m_actions->pauseProcess, m_actions->terminateProcess, m_actions->killProcess});
        }
        menu.exec(at);
    });
    connect(m_library, &LibraryPanel::mechanismsWanted, m_actions->compareMechanisms, &QAction::trigger);
    connect(m_tables, &TablesPanel::heightWanted, this, &MainWindow::giveTablesHeight);
    connect(m_tables, &TablesPanel::heightReturned, this, &MainWindow::takeTablesHeight);
    const auto byHand = [this] {
        m_rowsByHand = true;
        m_tablesLent = m_tablesWanted = 0;
    };
    connect(m_rows, &QSplitter::splitterMoved, this, byHand);
    connect(m_partSizes, &PartSizes::resized, this, byHand);
    connect(m_tables, &TablesPanel::selectionChosen, this, [this](const Selection& chosen) {
        if (m_canvas->selection() != chosen) m_canvas->setSelection(chosen);  // else it may be one of several
    });
    connect(m_charts, &ChartsPanel::selectionChosen, m_canvas, &CanvasView::setSelection);
    connect(m_charts->page(), &ChartPage::exportWanted, m_exporter, &Exporter::askSaveChart);
    const RunSource& source = m_session->shown();
    connect(&source, &RunSource::stateChanged, this, &MainWindow::showRunState);
    connect(&source, &RunSource::settingsChanged, this, &MainWindow::showRunState);
    connect(&source, &RunSource::documentOpened, this, &MainWindow::fitCanvas);
    connect(&source, &RunSource::documentOpened, this, &MainWindow::orderParts, Qt::QueuedConnection);
    connect(&source, &RunSource::documentOpened, this, [this] {
        const QString key = arrangementKey(m_keeper->document());
        const QByteArray kept = key.isEmpty() ? QByteArray() : m_settings.bytes(key);
        m_charts->arrange(kept.isEmpty() ? ChartsPanel::arrangementWith(m_keeper->document().charts) : kept);
    });
    connect(m_charts, &ChartsPanel::arranged, this, [this] {
        if (const QString key = arrangementKey(m_keeper->document()); !key.isEmpty())
            m_settings.setBytes(key, m_charts->arrangement());
    });
    connect(&source, &RunSource::stateChanged, this, [this](Run::State state) {
        if (state != Run::State::Starting || height() >= kRoomyPx) return;
        m_description->setFolded(true);
        m_hints->hide();  // until the next start, or Help
    });
    connect(&source, &RunSource::eventsGrew, this, &MainWindow::showRunState);
    connect(&source, &RunSource::eventsGrew, this, &MainWindow::tellDeadlock);
    connect(m_hints, &HintBar::dismissed, this, [this] {
        m_settings.setHintsDismissed();
        setHintsShown(false);
    });
}

void MainWindow::connectChoices() {
    const WindowActions& a = *m_actions;
    const auto theme = [this](QAction* action, ThemeChoice choice) {
        connect(action, &QAction::triggered, this,
                [this, choice] { m_preferences->change([&](Preferences& to) { to.theme = choice; }); });
    };
    theme(a.themeDesktop, ThemeChoice::Desktop);
    theme(a.themeLight, ThemeChoice::Light);
    theme(a.themeDark, ThemeChoice::Dark);
    const auto language = [this](QAction* action, const QString& code) {
        connect(action, &QAction::triggered, this,
                [this, code] { m_preferences->change([&](Preferences& to) { to.language = code; }); });
    };
    language(a.languageDesktop, QString());
    language(a.english, QStringLiteral("en"));
    language(a.korean, QStringLiteral("ko"));
    connect(a.settings, &QAction::triggered, this, [this] { showSettings(); });
    connect(m_preferences, &PreferencesInForce::changed, this, &MainWindow::showChoices);
    showChoices();
    // The run button is green: its icon must stand out from that, not from the bar.
    const auto tint = [this](bool dark) {
        m_actions->run->setIcon(
            coloredIcon(QStringLiteral("run"), dark ? QColor(0x06, 0x13, 0x0e) : QColor(Qt::white)));
    };
    connect(&m_theme, &Theme::changed, this, tint);
    tint(m_theme.isDark());
}

void MainWindow::showChoices() {
    const WindowActions& a = *m_actions;
    const Preferences& now = m_preferences->now();
    const std::array themes{a.themeDesktop, a.themeLight, a.themeDark};
    themes.at(static_cast<std::size_t>(now.theme))->setChecked(true);
    (now.language.isEmpty()                ? a.languageDesktop
     : now.language == QLatin1String("ko") ? a.korean
                                           : a.english)
        ->setChecked(true);
}

// As high as its programs and links need, at the cost of the charts. In a very low window what explains gives way.
void MainWindow::fitCanvas() {
    if (height() < kLowPx) {
        m_description->setFolded(true);
        m_hints->hide();
    }
    QList<int> sizes = m_rows->sizes();
    const int wanted = std::min(m_canvas->sizeHint().height(), height() * kCanvasPercent / 100);
    sizes[1] += sizes[0] - wanted;
    sizes[0] = wanted;
    if (!m_rowsByHand && m_tablesLent == 0) {
        sizes[1] += sizes[2] - m_tables->usualHeight();
        sizes[2] = m_tables->usualHeight();
    }
    m_rows->setSizes(sizes);
    if (m_tablesWanted > 0) giveTablesHeight(m_tablesWanted);  // there may be more to give than there was
}

// An edit may want more room; it takes none back, so that nothing jumps while one builds.
void MainWindow::growCanvas() {
    const int wanted = std::min(m_canvas->sizeHint().height(), height() * kCanvasPercent / 100);
    if (m_rows->sizes().first() < wanted) fitCanvas();
}

void MainWindow::giveTablesHeight(int heightPx) {
    m_tablesWanted = heightPx;
    QList<int> sizes = m_rows->sizes();
    const int more = std::clamp(heightPx - sizes[2], 0, std::max(sizes[1] - 160, 0));
    sizes[1] -= more;
    sizes[2] += more;
    m_rows->setSizes(sizes);
    m_tablesLent += more;
}

// Unless a hand has moved it since, the charts get back what they gave.
void MainWindow::takeTablesHeight() {
    QList<int> sizes = m_rows->sizes();
    sizes[1] += m_tablesLent;
    sizes[2] -= m_tablesLent;
    m_tablesLent = m_tablesWanted = 0;
    m_rows->setSizes(sizes);
}

void MainWindow::restoreLayout() {
    restoreGeometry(m_settings.bytes(QStringLiteral("geometry")));
    m_columns->restoreState(m_settings.bytes(QStringLiteral("columns")));
    m_rowsByHand = m_rows->restoreState(m_settings.bytes(QStringLiteral("rows")));
}

void MainWindow::saveLayout() {
    takeTablesHeight();
    m_settings.setBytes(QStringLiteral("geometry"), saveGeometry());
    m_settings.setBytes(QStringLiteral("columns"), m_columns->saveState());
    if (m_labs != nullptr) m_settings.setBytes(QStringLiteral("editor"), m_labs->page()->largeGeometry());
    if (m_rowsByHand) m_settings.setBytes(QStringLiteral("rows"), m_rows->saveState());
}

// As they stand, whatever was made first.
void MainWindow::orderParts() {
    orderFocus({m_toolbar, m_side, m_hints, m_description, m_answer, m_notice, m_problems, m_canvasArea, m_charts,
                m_tables, m_player, m_inspector},
               {m_toolbar});
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    m_library->tree()->setFocus();
    QMetaObject::invokeMethod(this, &MainWindow::fitCanvas, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &MainWindow::orderParts, Qt::QueuedConnection);
}

}  // namespace ipclab

// The guide, and the ways to it: F1 on what has the focus, What's this, links.
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QListView>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTreeView>

#include "bridge/icons.h"
#include "canvas/canvas_area.h"
#include "canvas/canvas_view.h"
#include "inspect/inspector.h"
#include "models/program_list.h"
#include "plot/state_legend.h"
#include "plot/time_chart.h"
#include "window/charts_panel.h"
#include "window/command_palette.h"
#include "window/guide_lists.h"
#include "window/guide_text.h"
#include "window/guide_window.h"
#include "window/help_links.h"
#include "window/lab_desk.h"
#include "window/library_panel.h"
#include "window/main_window.h"
#include "window/palette_panel.h"
#include "window/side_panel.h"
#include "window/status_pill.h"
#include "window/tables_panel.h"
#include "window/toolbar.h"
#include "window/window_actions.h"

namespace ipclab {

GuideWindow* MainWindow::showGuide(const QString& place) {
    if (m_guide == nullptr) {
        m_guide = new GuideWindow(Guide([this] { return shortcutsTable(); }), m_settings, this);
        connect(m_guide, &GuideWindow::experimentWanted, this, [this](const QString& id) { presetChosen(id, false); });
    }
    m_guide->showPlace(place);
    m_guide->setVisible(true);
    m_guide->raise();
    m_guide->activateWindow();
    return m_guide;
}

// As the menus are now.
QString MainWindow::shortcutsTable() {
    std::vector<Command> commands;
    addMenuCommands(commands);
    QString text = GuideLists::head({tr("Menu"), tr("Action"), tr("Keys")});
    for (const Command& command : commands) {
        if (command.keys.isEmpty()) continue;
        text += GuideLists::row({GuideText::escaped(command.where), GuideText::escaped(command.title),
                                 QStringLiteral("**%1**").arg(GuideText::escaped(command.keys))});
    }
    return text;
}

// The page about a part of the document.
QString MainWindow::guidePageOf(const Selection& selection) const {
    const Document& document = m_session->editor().document();
    if (selection.kind == Selection::Kind::Process)
        if (const ProcessSpec* process = document.process(selection.id))
            return QStringLiteral("program/") + QString::fromStdString(process->program);
    if (selection.kind == Selection::Kind::Link)
        if (const LinkSpec* link = document.link(selection.id))
            return QStringLiteral("mechanism/") + QString::fromStdString(link->mechanism);
    if (selection.kind == Selection::Kind::Shared) return QStringLiteral("shared");
    return selection.kind == Selection::Kind::Step ? QStringLiteral("steps") : QStringLiteral("building");
}

QString MainWindow::guidePageOf(const TimeChart* chart) const {
    for (const ChartSpec& spec : runCharts())
        if (m_charts->chart(spec.chart) == chart) return QStringLiteral("charts#") + QString::fromLatin1(spec.id);
    return QStringLiteral("reading-charts");
}

// What has the focus, from the inside out; of a window beside this one its page.
QString MainWindow::guideTopic() const {
    if (const QWidget* active = QApplication::activeWindow(); active != nullptr && active != this)
        if (const QString place = HelpLinks::placeOf(active); !place.isEmpty()) return place;
    for (const QWidget* at = QApplication::focusWidget(); at != nullptr && at != this; at = at->parentWidget()) {
        if (const auto* chart = qobject_cast<const TimeChart*>(at)) return guidePageOf(chart);
        if (at == m_charts) return QStringLiteral("reading-charts");
        if (at == m_canvasArea || at == m_inspector) return guidePageOf(m_canvas->selection());
        if (at == m_palette) {
            const QString program = m_palette->list()->currentIndex().data(ProgramList::IdRole).toString();
            return program.isEmpty() ? QStringLiteral("programs") : QStringLiteral("program/") + program;
        }
        if (at == m_tables)
            return m_tables->tabs()->currentWidget() == m_tables->eventsTab() ? QStringLiteral("events")
                                                                              : QStringLiteral("quantities");
        if (at == m_toolbar) return QStringLiteral("running");
        if (m_labs != nullptr && at == m_labs->panel()) return QStringLiteral("exercises");
    }
    return QStringLiteral("first-steps");
}

void MainWindow::tellWhatsThis() {
    const auto tell = [](QWidget* widget, const QString& text, const QString& place) {
        widget->setWhatsThis(HelpLinks::withLink(text, place));
    };
    tell(m_library, tr("The experiments that come with the program, in groups. A click opens one, Enter runs it."),
         QStringLiteral("first-steps"));
    tell(m_palette, tr("Every program a process can be of. Drag one onto the canvas, or press Enter on it."),
         QStringLiteral("programs"));
    if (m_labs != nullptr)
        tell(m_labs->panel(), tr("Questions to predict, run and be judged, with what you have done so far."),
             QStringLiteral("exercises"));
    tell(m_canvas,
         tr("The processes of the experiment and the links between them. During a run each shows its state by colour, "
            "letter and pattern, and what it waits for."),
         QStringLiteral("building"));
    tell(m_inspector,
         tr("What is selected: its properties, which can be edited, and during a run its figures and controls."),
         QStringLiteral("building#properties"));
    tell(m_charts, tr("The charts of the run, on one time axis. Space freezes them, A and B put markers."),
         QStringLiteral("reading-charts"));
    for (const ChartSpec& spec : runCharts()) {
        TimeChart* chart = m_charts->chart(spec.chart);
        tell(chart, spec.emptyText(), guidePageOf(chart));
        HelpLinks::setPlaceOf(chart, guidePageOf(chart));
    }
    tell(m_tables, tr("The same run in figures: processes, links, events, queues, and what lies between the markers."),
         QStringLiteral("quantities"));
    tell(m_toolbar->duration(), m_toolbar->duration()->toolTip(), QStringLiteral("running#start"));
    tell(m_toolbar->observe(),
         tr("How closely the states of processes are observed. Closer costs more; what it costs here can be measured."),
         QStringLiteral("running#observe"));
    tell(m_toolbar->status(), tr("Whether a run goes on, has ended or has failed."), QStringLiteral("running"));
    for (auto* legend : m_charts->findChildren<StateLegend*>())
        tell(legend, tr("The states a process can be in. Each has one colour, one letter and one pattern everywhere."),
             QStringLiteral("states"));
}

// Every page, to be found in the command palette.
void MainWindow::addGuideCommands(std::vector<Command>& commands) {
    for (const GuideChapter& chapter : Guide().chapters()) {
        for (const GuidePage& page : chapter.pages) {
            Command command;
            command.id = QStringLiteral("guide/") + page.id;
            command.title = page.title;
            command.english = page.english;
            command.where = tr("Guide ▸ %1").arg(chapter.title);
            command.words = {QStringLiteral("guide help"), page.id};
            command.icon = themedIcon(QStringLiteral("info"), QPalette::PlaceholderText);
            command.act = [this, id = page.id] { showGuide(id); };
            commands.push_back(std::move(command));
        }
    }
}

// As at the first start: every part seen, of its usual size.
void MainWindow::resetLayout() {
    for (QAction* part : {m_actions->showLibrary, m_actions->showCanvas, m_actions->showCharts, m_actions->showTables,
                          m_actions->showInspector})
        part->setChecked(true);
    m_columns->setSizes({244, width() - 244 - 300, 300});
    m_rowsByHand = false;
    takeTablesHeight();
    fitCanvas();
}

}  // namespace ipclab

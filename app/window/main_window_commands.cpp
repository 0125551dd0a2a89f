// What the command palette offers: the menus as they are at this moment, the parts and charts of the document, and the
// experiments of the library.
#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QMetaObject>
#include <QPointer>
#include <algorithm>

#include "bridge/icons.h"
#include "bridge/words.h"
#include "canvas/canvas_view.h"
#include "plot/chart_stack.h"
#include "runs/presets.h"
#include "window/charts_panel.h"
#include "window/command_palette.h"
#include "window/main_window.h"
#include "window/plain_text.h"
#include "window/window_actions.h"

namespace ipclab {
namespace {

QString firstKey(const QAction* action) { return action->shortcut().toString(QKeySequence::NativeText); }

// Goes through a menu and those in it; what fills itself when it is opened is asked to.
class MenuWalk {
public:
    MenuWalk(const Language& language, std::vector<Command>& commands) : m_language(language), m_commands(commands) {}

    void go(QMenu* menu, const QStringList& above, const QStringList& aboveEnglish) {
        QMetaObject::invokeMethod(menu, "aboutToShow");
        const QStringList here = above + QStringList{plainText(menu->title())};
        const QStringList english = aboveEnglish + QStringList{inEnglish(menu->title())};
        for (QAction* action : menu->actions()) {
            if (action->isSeparator() || !action->isVisible()) continue;
            if (action->menu() != nullptr) {
                go(action->menu(), here, english);
            } else if (!action->text().isEmpty()) {
                add(action, here, english);
            }
        }
    }

private:
    [[nodiscard]] QString inEnglish(const QString& shown) const { return plainText(m_language.english(shown)); }

    void add(QAction* action, const QStringList& above, const QStringList& english) {
        Command command;
        command.title = plainText(action->text());
        command.english = inEnglish(action->text());
        command.where = above.join(QStringLiteral(" ▸ "));
        command.id = english.join(QLatin1Char('/')) + QLatin1Char('/') + command.english;
        command.keys = firstKey(action);
        command.enabled = action->isEnabled();
        command.checked = action->isCheckable() && action->isChecked();
        if (!command.enabled) command.reason = WindowActions::condition(action);
        command.words = english + QStringList{action->toolTip()};
        command.icon = action->icon();
        const QPointer<QAction> still = action;
        command.act = [still] {
            if (still != nullptr) still->trigger();
        };
        m_commands.push_back(std::move(command));
    }

    const Language& m_language;
    std::vector<Command>& m_commands;
};

QIcon symbol(const char* name) { return themedIcon(QString::fromLatin1(name), QPalette::PlaceholderText); }

QString utf8(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

}  // namespace

CommandPalette* MainWindow::showCommands() {
    if (m_commands == nullptr) m_commands = new CommandPalette(m_settings, this);
    m_commands->open(listCommands());
    return m_commands;
}

std::vector<Command> MainWindow::listCommands() {
    std::vector<Command> commands;
    addMenuCommands(commands);
    addPartCommands(commands);
    addChartCommands(commands);
    addExperimentCommands(commands);
    addGuideCommands(commands);
    // The experiment itself before a copy of it.
    std::ranges::stable_partition(commands, [](const Command& command) {
        return !command.id.startsWith(QLatin1String("File/New from a template/"));
    });
    return commands;
}

void MainWindow::addMenuCommands(std::vector<Command>& commands) {
    MenuWalk walk(m_language, commands);
    for (QAction* top : menuBar()->actions())
        if (top->menu() != nullptr) walk.go(top->menu(), {}, {});
}

void MainWindow::addPartCommands(std::vector<Command>& commands) {
    const Document& document = m_session->editor().document();
    const auto add = [&](const Selection& part, const std::string& name, const QString& kind, const QString& what,
                         const char* icon) {
        Command command;
        command.id = QStringLiteral("part/") + utf8(name);
        command.title = command.english = utf8(name);
        command.where = kind;
        command.words = {what};
        command.icon = symbol(icon);
        command.act = [this, part] {
            select(part);
            m_canvas->setFocus();
        };
        commands.push_back(std::move(command));
    };
    for (const PartId id : document.ids().of(Part::Kind::Process)) {
        const ProcessSpec& process = *document.process(id);
        add({Part::Kind::Process, id}, process.name, tr("Process"), Words::program(process.program), "process");
    }
    for (const PartId id : document.ids().of(Part::Kind::Link)) {
        const LinkSpec& link = *document.link(id);
        add({Part::Kind::Link, id}, link.name, tr("Link"), Words::mechanism(link.mechanism), "link");
    }
}

// It comes into sight, and the keys of the charts are about it.
void MainWindow::showChart(TimeChart* chart) {
    m_actions->showCharts->setChecked(true);
    for (const ChartSpec& spec : runCharts())
        if (m_charts->chart(spec.chart) == chart) m_charts->setChartShown(spec.chart, true);
    ChartStack* stack = m_charts->page()->stack();
    if (stack->enlarged() != chart) stack->setEnlarged(nullptr);
    stack->ensureWidgetVisible(chart);
    chart->setFocus();
}

void MainWindow::addChartCommands(std::vector<Command>& commands) {
    for (TimeChart* chart : m_charts->chartsWithSubject()) {
        Command command;
        command.title = chart->title();
        command.english = m_language.english(chart->title());
        command.id = QStringLiteral("chart/") + command.english;
        command.where = tr("Chart");
        command.icon = symbol("save-chart");
        command.act = [this, still = QPointer<TimeChart>(chart)] {
            if (still != nullptr) showChart(still);
        };
        commands.push_back(std::move(command));
    }
}

void MainWindow::addExperimentCommands(std::vector<Command>& commands) {
    for (const Preset& preset : allPresets()) {
        Command command;
        command.title = Words::local(preset.name);
        command.english = utf8(textIn(preset.name, "en"));
        command.id = QStringLiteral("experiment/") + utf8(preset.id);
        command.where = tr("Experiment");
        command.words = {utf8(preset.id), QStringLiteral("experiment"), Words::local(preset.summary)};
        command.icon = symbol("preset");
        command.act = [this, id = utf8(preset.id)] { presetChosen(id, false); };
        commands.push_back(std::move(command));
    }
}

}  // namespace ipclab

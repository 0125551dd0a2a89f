#include "window/window_menus.h"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QSignalBlocker>

#include "window/charts_panel.h"
#include "window/document_menus.h"
#include "window/edit_actions.h"
#include "window/window_actions.h"

namespace ipclab {

WindowMenus::WindowMenus(QMainWindow* window, const WindowActions& actions, const EditActions& edits,
                         DocumentMenus& documents, ChartsPanel* charts)
    : QObject(window),
      m_window(window),
      m_charts(charts),
      m_documents(documents),
      m_theme(new QMenu(window)),
      m_arrange(new QMenu(window)) {
    for (QMenu*& menu : m_menus) menu = window->menuBar()->addMenu(QString());
    fill(actions, edits);
    fillCharts();
    retranslate();
}

void WindowMenus::fill(const WindowActions& actions, const EditActions& edits) {
    m_menus[File]->addAction(actions.newDocument);
    m_menus[File]->addMenu(m_documents.templates());
    m_menus[File]->addAction(actions.open);
    m_menus[File]->addMenu(m_documents.recent());
    m_menus[File]->addActions({actions.showLastRuns, actions.exercises});
    m_menus[File]->addSeparator();
    m_menus[File]->addActions({actions.save, actions.saveAs, actions.revert});
    m_menus[File]->addSeparator();
    m_menus[File]->addActions({actions.saveChart, actions.saveData, actions.saveRecording, actions.report});
    m_menus[File]->addSeparator();
    m_menus[File]->addAction(actions.quit);
    edits.fillEdit(m_menus[Edit], m_arrange);
    m_menus[Edit]->addSeparator();
    m_menus[Edit]->addAction(actions.settings);
    m_menus[RunMenu]->addActions({actions.run, actions.stop});
    m_menus[RunMenu]->addSeparator();
    m_menus[RunMenu]->addActions({actions.pauseProcess, actions.terminateProcess, actions.killProcess});
    m_menus[RunMenu]->addSeparator();
    m_menus[RunMenu]->addActions({actions.keepSteps, actions.sweep, actions.observerCost});
    fillReplay(actions);
    m_menus[View]->addActions(
        {actions.showLibrary, actions.showCanvas, actions.showCharts, actions.showTables, actions.showInspector});
    m_menus[View]->addSeparator();
    edits.fillView(m_menus[View]);
    m_menus[View]->addSeparator();
    m_theme->addActions({actions.themeDesktop, actions.themeLight, actions.themeDark});
    m_menus[View]->addMenu(m_theme);
    m_menus[View]->addSeparator();
    m_menus[View]->addActions({actions.mechanisms, actions.compareMechanisms, actions.claims, actions.costs,
                               actions.waiting, actions.machine, actions.search, actions.resetLayout,
                               actions.fullScreen});
    m_menus[View]->insertAction(actions.search, actions.compareRecordings);
    m_menus[Language]->addActions({actions.languageDesktop, actions.english, actions.korean});
    m_menus[Help]->addActions({actions.guide, actions.guidePages, actions.whatsThis});
    m_menus[Help]->addSeparator();
    m_menus[Help]->addActions({actions.commands, actions.shortcuts, actions.hints});
    m_menus[Help]->addSeparator();
    m_menus[Help]->addAction(actions.about);
}

void WindowMenus::fillReplay(const WindowActions& actions) {
    m_menus[Replay]->addActions({actions.play, actions.playBack});
    m_menus[Replay]->addSeparator();
    m_menus[Replay]->addActions({actions.eventNext, actions.eventBefore, actions.switchNext, actions.switchBefore});
    m_menus[Replay]->addSeparator();
    m_menus[Replay]->addActions({actions.toFirst, actions.toLast, actions.toCrosshair});
    m_menus[Replay]->addSeparator();
    m_menus[Replay]->addActions({actions.faster, actions.slower});
}

void WindowMenus::addToView(QMenu* menu) { m_menus[View]->addMenu(menu); }

void WindowMenus::fillCharts() {
    for (const ChartSpec& spec : runCharts()) {
        const RunChart which = spec.chart;
        QAction* toggle = m_menus[Charts]->addAction(QString());
        toggle->setCheckable(true);
        connect(toggle, &QAction::toggled, m_charts, [this, which](bool on) { m_charts->setChartShown(which, on); });
        m_chartToggles.push_back(toggle);
    }
    connect(m_menus[Charts], &QMenu::aboutToShow, this, &WindowMenus::showChartChoices);
    showChartChoices();
    m_menus[Charts]->addActions({m_charts->addChartAction(), m_charts->baselineAction()});
    m_menus[Charts]->addSeparator();
    for (QAction* action : m_charts->page()->chartActions().all()) m_menus[Charts]->addAction(action);
}

// What is shown changes with the document.
void WindowMenus::showChartChoices() {
    for (std::size_t i = 0; i < m_chartToggles.size(); ++i) {
        const auto which = static_cast<RunChart>(i);
        const QSignalBlocker quiet(m_chartToggles[i]);
        m_chartToggles[i]->setEnabled(m_charts->hasSubject(which));
        m_chartToggles[i]->setChecked(m_charts->isChartShown(which) && m_charts->hasSubject(which));
    }
}

void WindowMenus::retranslate() {
    m_menus[File]->setTitle(tr("&File"));
    m_menus[Edit]->setTitle(tr("&Edit"));
    m_menus[RunMenu]->setTitle(tr("&Run"));
    m_menus[Replay]->setTitle(tr("Re&play"));
    m_menus[View]->setTitle(tr("&View"));
    m_menus[Charts]->setTitle(tr("&Charts"));
    m_menus[Language]->setTitle(tr("&Language"));
    m_menus[Help]->setTitle(tr("&Help"));
    m_theme->setTitle(tr("&Theme"));
    m_arrange->setTitle(tr("Arra&nge"));
    m_documents.retranslate();
    for (std::size_t i = 0; i < m_chartToggles.size(); ++i) m_chartToggles[i]->setText(runCharts()[i].title());
}

}  // namespace ipclab

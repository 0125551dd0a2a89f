// Which table is in front, and how high they are: as the document asks for, and as somebody asks.
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <algorithm>

#include "bridge/icons.h"
#include "inspect/bytes_tab.h"
#include "models/row_copier.h"
#include "states/state_diagram.h"
#include "window/events_tab.h"
#include "window/statistics_tab.h"
#include "window/table_view.h"
#include "window/tables_panel.h"
#include "window/tree_tab.h"

namespace ipclab {

// The tab that shows what the experiment is about.
QWidget* TablesPanel::subjectOf(const Experiment& experiment) const {
    if (BytesTab::isWantedBy(experiment)) return m_bytes;
    if (!experiment.about) return nullptr;
    switch (*experiment.about) {
        case Subject::Schedule:
        case Subject::Switching:
            return m_scheduleTab;
        case Subject::Queues:
            return m_queuesTab;
        case Subject::Tree:
            return m_treeTab;
        case Subject::Diagram:
            return m_diagramTab;
        case Subject::Events:
            return m_eventsTab;
        case Subject::Processes:  // the figures of the first tab
        case Subject::Shared:
            return nullptr;  // answers above the canvas, and in the inspector
    }
    return nullptr;
}

int TablesPanel::usualHeight() const {
    return m_tabs->tabBar()->sizeHint().height() + m_processView->minimumSizeHint().height() + 4;
}

int TablesPanel::heightFor(const QWidget* tab) const {
    if (tab == m_diagramTab) return m_diagram->minimumHeight() + m_tabs->tabBar()->height() + 12;
    if (tab == m_bytes) return kBytesPx;
    const bool tells = tab == m_queuesTab || tab == m_scheduleTab || tab == m_treeTab || tab == m_eventsTab;
    return tells ? kReadablePx : 0;
}

// It comes to the front with its document, and goes with it unless another was chosen meanwhile.
void TablesPanel::bringSubject() {
    m_bytes->choose(m_source.experiment());
    m_tabs->setTabVisible(m_tabs->indexOf(m_bytes), BytesTab::isWantedBy(m_source.experiment()));
    QWidget* subject = subjectOf(m_source.experiment());
    const bool kept = m_brought != nullptr && m_tabs->currentWidget() == m_brought;
    if (!kept) m_before = m_tabs->currentWidget();
    if (subject != nullptr) {
        m_tabs->setCurrentWidget(subject);
        emit heightWanted(heightFor(subject));
    }
    if (subject == nullptr && kept) {
        m_tabs->setCurrentWidget(m_before);
        emit heightReturned();
    }
    m_brought = subject;
}

void TablesPanel::showWaits() {
    m_tabs->setCurrentWidget(m_waitsTab);
    emit heightWanted(kReadablePx);
}

void TablesPanel::addStatistics(StatisticsTab* tab) {
    m_statistics = tab;
    m_tabs->addTab(tab, QString());
    tab->setMinimumHeight(1);
    addFilterable(tab, tab->table(), tab->filter());
    connect(tab->table()->copier(), &RowCopier::filterWanted, this, &TablesPanel::openFilter);
    connect(tab, &StatisticsTab::wanted, this, [this] {
        if (m_tabs->currentWidget() != m_statistics) m_beforeStretch = m_tabs->currentWidget();
        m_tabs->setCurrentWidget(m_statistics);
    });
    connect(tab, &StatisticsTab::stretchChanged, this, &TablesPanel::setStretch);
    connect(&m_source, &RunSource::figuresDue, tab, &StatisticsTab::refresh);
    retranslate();
}

void TablesPanel::makeTaller(bool taller) {
    if (taller) {
        emit heightWanted(std::max(heightFor(m_tabs->currentWidget()), kBytesPx));
    } else {
        emit heightReturned();
    }
    showTaller();
}

void TablesPanel::showTaller() {
    const bool taller = m_taller->isChecked();
    m_taller->setIcon(themedIcon(taller ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up")));
    m_taller->setToolTip(taller ? tr("Give the height back to the charts") : tr("Make the tables taller"));
    m_taller->setAccessibleName(m_taller->toolTip());
}

}  // namespace ipclab

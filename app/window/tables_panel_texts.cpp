// The texts of the tables below the charts.
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QTabWidget>
#include <QTreeView>

#include "inspect/bytes_tab.h"
#include "models/event_list.h"
#include "models/link_table.h"
#include "models/process_table.h"
#include "models/task_tree.h"
#include "models/wait_table.h"
#include "states/queue_view.h"
#include "states/schedule_view.h"
#include "states/state_diagram.h"
#include "states/wait_view.h"
#include "window/statistics_tab.h"
#include "window/table_view.h"
#include "window/tables_panel.h"

namespace ipclab {

void TablesPanel::retranslate() {
    m_tabs->setAccessibleName(tr("Tables and events"));
    m_tabs->setTabText(0, tr("Processes"));
    m_tabs->setTabText(m_tabs->indexOf(m_treeView), tr("Tree"));
    m_tabs->setTabText(m_tabs->indexOf(m_queuesTab), tr("Queues"));
    m_tabs->setTabText(m_tabs->indexOf(m_scheduleTab), tr("Scheduling"));
    m_tabs->setTabText(m_tabs->indexOf(m_diagramTab), tr("States"));
    m_tabs->setTabText(m_tabs->indexOf(m_linkView), tr("Links"));
    m_tabs->setTabText(m_tabs->indexOf(m_eventsTab), tr("Events"));
    m_tabs->setTabText(m_tabs->indexOf(m_outputView), tr("Output"));
    m_tabs->setTabText(m_tabs->indexOf(m_bytes), tr("Bytes"));
    m_processView->setAccessibleName(tr("Table of processes"));
    m_linkView->setAccessibleName(tr("Table of links"));
    m_treeView->setAccessibleName(tr("Tree of processes"));
    m_queues->setAccessibleName(tr("Queues of the scheduler"));
    static_cast<TableView*>(m_linkView)->setEmptyText(tr("This experiment has no links."));
    m_tree->retranslate();
    m_queues->retranslate();
    m_schedule->setAccessibleName(tr("What the scheduler did"));
    m_schedule->retranslate();
    m_diagram->setAccessibleName(tr("State diagram"));
    m_diagram->retranslate();
    m_waitView->setAccessibleName(tr("Picture of who waits for whom"));
    m_waitList->setAccessibleName(tr("List of who waits for whom"));
    m_outputView->setAccessibleName(tr("What commands have written"));
    static_cast<TableView*>(m_outputView)
        ->setEmptyText(tr("Nothing yet. What commands write on standard output and standard error stands here."));
    m_eventView->setAccessibleName(tr("List of events"));
    m_search->setPlaceholderText(tr("Filter events"));
    m_search->setAccessibleName(tr("Filter events"));
    m_weight->setItemText(0, tr("All events"));
    m_weight->setItemText(1, tr("Steering and graver"));
    m_weight->setItemText(2, tr("Warnings and failures"));
    m_weight->setItemText(3, tr("Failures"));
    m_weight->setAccessibleName(tr("How grave events must be to be listed"));
    static_cast<TableView*>(m_eventView)->setEmptyText(tr("Nothing has happened yet. Press Run (F5)."));
    m_bytes->retranslate();
    showTaller();
    if (m_statistics != nullptr) {
        m_tabs->setTabText(m_tabs->indexOf(m_statistics), tr("Between A and B"));
        m_statistics->retranslate();
    }
    m_processes->retranslate();
    m_links->retranslate();
    m_events->retranslate();
    m_waits->retranslate();
    fitColumns();
}

void TablesPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab

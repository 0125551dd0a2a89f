// The texts of the tables below the charts.
#include <QEvent>
#include <QTabWidget>

#include "inspect/bytes_tab.h"
#include "models/event_list.h"
#include "models/link_table.h"
#include "models/process_table.h"
#include "models/wait_table.h"
#include "states/queue_view.h"
#include "states/schedule_view.h"
#include "states/state_diagram.h"
#include "states/wait_view.h"
#include "window/events_tab.h"
#include "window/filter_bar.h"
#include "window/statistics_tab.h"
#include "window/table_view.h"
#include "window/tables_panel.h"
#include "window/tree_tab.h"

namespace ipclab {

void TablesPanel::retranslate() {
    m_tabs->setAccessibleName(tr("Tables and events"));
    m_tabs->setTabText(0, tr("Processes"));
    m_tabs->setTabText(m_tabs->indexOf(m_treeTab), tr("Tree"));
    m_tabs->setTabText(m_tabs->indexOf(m_queuesTab), tr("Queues"));
    m_tabs->setTabText(m_tabs->indexOf(m_scheduleTab), tr("Scheduling"));
    m_tabs->setTabText(m_tabs->indexOf(m_diagramTab), tr("States"));
    m_tabs->setTabText(m_tabs->indexOf(m_linkView), tr("Links"));
    m_tabs->setTabText(m_tabs->indexOf(m_eventsTab), tr("Events"));
    m_tabs->setTabText(m_tabs->indexOf(m_outputView), tr("Output"));
    m_tabs->setTabText(m_tabs->indexOf(m_bytes), tr("Bytes"));
    m_processView->setAccessibleName(tr("Table of processes"));
    m_linkView->setAccessibleName(tr("Table of links"));
    m_queues->setAccessibleName(tr("Queues of the scheduler"));
    showEmptyTexts();
    m_treeTab->retranslate();
    m_queues->retranslate();
    m_schedule->setAccessibleName(tr("What the scheduler did"));
    m_schedule->retranslate();
    m_diagram->setAccessibleName(tr("State diagram"));
    m_diagram->retranslate();
    m_waitView->setAccessibleName(tr("Picture of who waits for whom"));
    m_waitList->setAccessibleName(tr("List of who waits for whom"));
    m_outputView->setAccessibleName(tr("What commands have written"));
    m_eventsTab->retranslate();
    m_bar->retranslate();
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

// A table without rows says why, and what to do about it.
void TablesPanel::showEmptyTexts() {
    const auto say = [](QTableView* view, bool hasRows, const QString& without) {
        static_cast<TableView*>(view)->setEmptyText(hasRows ? nothingLike() : without);
    };
    say(m_processView, m_processes->rowCount() > 0,
        tr("This experiment has no processes. Drag a program onto the canvas, or press Ctrl+Shift+A."));
    say(m_linkView, m_links->rowCount() > 0, tr("This experiment has no links."));
    const auto* output = static_cast<const OutputFilter*>(m_outputView->model());
    say(m_outputView, !output->words().isEmpty(),
        m_source.view().endNs != 0
            ? tr("No command wrote anything in this run.")
            : tr("Nothing yet. What commands write on standard output and standard error stands here."));
}

void TablesPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace ipclab

#include "window/tables_panel.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStyle>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "inspect/bytes_tab.h"
#include "models/event_list.h"
#include "models/link_table.h"
#include "models/process_table.h"
#include "models/row_copier.h"
#include "models/wait_table.h"
#include "states/queue_view.h"
#include "states/schedule_view.h"
#include "states/state_diagram.h"
#include "states/wait_view.h"
#include "window/events_tab.h"
#include "window/filter_bar.h"
#include "window/statistics_tab.h"
#include "window/table_view.h"
#include "window/tree_tab.h"

namespace ipclab {
namespace {

constexpr int kLeastPagePx = 48;

}  // namespace

TablesPanel::TablesPanel(RunSource& source, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_tabs(new QTabWidget(this)),
      m_processes(new ProcessTable(source, this)),
      m_links(new LinkTable(source, this)),
      m_events(new EventList(source, this)),
      m_processView(addTable(m_processes, Selection::Kind::Process)),
      m_linkView(addTable(m_links, Selection::Kind::Link)),
      m_treeTab(new TreeTab(source, this)),
      m_eventsTab(new EventsTab(source, m_events, this)),
      m_bytes(new BytesTab(source, this)),
      m_bar(new FilterBar(this)),
      m_taller(new QToolButton(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_bar);
    m_tabs->addTab(m_processView, QString());
    m_tabs->addTab(m_treeTab, QString());
    m_tabs->addTab(makeQueues(), QString());
    m_tabs->addTab(makeSchedule(), QString());
    m_tabs->addTab(makeDiagram(), QString());
    m_tabs->addTab(m_linkView, QString());
    m_tabs->addTab(makeWaits(), QString());
    m_tabs->addTab(m_eventsTab, QString());
    m_tabs->addTab(makeOutput(), QString());
    m_tabs->addTab(m_bytes, QString());
    // What one of them would like to have makes none of the others higher.
    for (int i = 0; i < m_tabs->count(); ++i) m_tabs->widget(i)->setMinimumHeight(kLeastPagePx);
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setCornerWidget(m_taller);
    m_taller->setProperty("kind", QStringLiteral("page"));
    m_taller->setCheckable(true);
    connect(m_taller, &QToolButton::toggled, this, &TablesPanel::makeTaller);
    connect(m_tabs, &QTabWidget::currentChanged, this, &TablesPanel::showOnlySeen);
    connect(&source, &RunSource::documentOpened, this, &TablesPanel::bringSubject);
    connect(&source, &RunSource::viewChanged, this, &TablesPanel::fitColumns);
    // A run has begun: what was selected is among its parts too.
    connect(&source, &RunSource::viewChanged, this, [this] { setSelection(Selection(m_selection)); });
    connect(&source, &RunSource::stateChanged, this, &TablesPanel::fitColumns);
    connect(&source, &RunSource::figuresDue, this, &TablesPanel::fitColumns);
    m_processView->setColumnWidth(ProcessTable::WaitsFor, 170);
    connect(m_treeTab, &TreeTab::selectionChosen, this, &TablesPanel::selectionChosen);
    addFilterable(m_treeTab, m_treeTab->view(), m_treeTab->filter());
    addFilterable(m_queuesTab, m_queues, m_queues);
    addFilterable(m_scheduleTab, m_schedule, m_schedule);
    connect(new RowCopier(m_treeTab->view(), m_treeTab->view()->header()), &RowCopier::filterWanted, this,
            &TablesPanel::openFilter);
    connectFilter();
    retranslate();
}

QTableView* TablesPanel::addTable(RunTable* model, Selection::Kind kind) {
    auto* view = new TableView(this);
    WordFilter* sorted = filterFor(view, view, model);
    sorted->setSortRole(RunTable::SortRole);
    view->setChosenColumns(model->chosenColumns());
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this, view, kind] { rowChosen(view, kind); });
    connect(view, &QTableView::clicked, this, [this, view, kind] { rowChosen(view, kind); });
    return view;
}

// Of a table that stands in a tab, to be sorted and looked through.
WordFilter* TablesPanel::filterFor(QWidget* tab, TableView* view, QAbstractItemModel* model) {
    auto* filter = new WordFilter(view);
    filter->setSourceModel(model);
    view->setModel(filter);
    view->makeSortable();
    addFilterable(tab, view, filter);
    connect(view->copier(), &RowCopier::filterWanted, this, &TablesPanel::openFilter);
    return filter;
}

QWidget* TablesPanel::scrolled(QWidget* view) {
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(view);
    return scroll;
}

QWidget* TablesPanel::makeQueues() {
    m_queues = new QueueView(m_source);
    connect(m_queues, &QueueView::selectionChosen, this, &TablesPanel::selectionChosen);
    return m_queuesTab = scrolled(m_queues);
}

QWidget* TablesPanel::makeSchedule() {
    m_schedule = new ScheduleView(m_source);
    connect(m_schedule, &ScheduleView::selectionChosen, this, &TablesPanel::selectionChosen);
    return m_scheduleTab = scrolled(m_schedule);
}

QWidget* TablesPanel::makeDiagram() {
    m_diagram = new StateDiagram(m_source);
    connect(m_diagram, &StateDiagram::selectionChosen, this, &TablesPanel::selectionChosen);
    return m_diagramTab = scrolled(m_diagram);
}

QWidget* TablesPanel::makeWaits() {
    m_waits = new WaitTable(m_source, this);
    m_waitSummary = new QLabel(this);
    m_waitSummary->setTextFormat(Qt::PlainText);
    m_waitSummary->setContentsMargins(12, 4, 12, 2);
    m_waitView = new WaitView(m_source);
    auto* list = new TableView(this);
    m_waitList = list;
    auto* both = new QSplitter(Qt::Horizontal, this);
    m_waitsTab = headed(m_waitSummary, both);
    filterFor(m_waitsTab, list, m_waits);
    both->setHandleWidth(1);
    both->setChildrenCollapsible(false);
    both->addWidget(scrolled(m_waitView));
    both->addWidget(list);
    both->setStretchFactor(0, 1);
    both->setStretchFactor(1, 0);
    both->setSizes({380, 372});
    connect(m_waits, &WaitTable::refreshed, this, &TablesPanel::showWaitSummary);
    connect(m_waitView, &WaitView::selectionChosen, this, &TablesPanel::selectionChosen);
    connect(list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
        const auto& rows = m_waits->waits().rows;
        const int row = static_cast<const WordFilter*>(m_waitList->model())->mapToSource(index).row();
        if (m_quiet || row < 0 || row >= static_cast<int>(rows.size())) return;
        const std::uint32_t process = rows[static_cast<std::size_t>(row)].process;
        emit selectionChosen(m_source.partAt(Selection::Kind::Process, process));
    });
    return m_waitsTab;
}

// What belongs to one tab stands in it: beside the tabs it would push their names out of sight.
QWidget* TablesPanel::headed(QWidget* head, QWidget* body) {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(body, 1);
    return page;
}

void TablesPanel::showWaitSummary() {
    const QString summary = m_waits->summary();
    m_waitView->setWaits(m_waits->waits(), summary);
    const bool grave = m_waits->hasDeadlock();
    m_waitSummary->setText(summary);
    m_waitSummary->setProperty("kind", grave ? QStringLiteral("alarm") : QStringLiteral("muted"));
    m_waitSummary->style()->unpolish(m_waitSummary);
    m_waitSummary->style()->polish(m_waitSummary);
    m_tabs->setTabText(m_tabs->indexOf(m_waitsTab), grave ? tr("Waits: deadlock") : tr("Waits"));
    static_cast<TableView*>(m_waitList)->setEmptyText(m_waits->rowCount() > 0 ? nothingLike() : summary);
    if (m_waitList->isVisible()) static_cast<TableView*>(m_waitList)->growColumns();
}

QWidget* TablesPanel::makeOutput() {
    auto* output = new OutputFilter(this);
    auto* view = new TableView(this);
    output->setSourceModel(m_events);
    view->setModel(output);
    view->makeSortable();
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    addFilterable(view, view, output);
    connect(view->copier(), &RowCopier::filterWanted, this, &TablesPanel::openFilter);
    connect(output, &QAbstractItemModel::rowsInserted, view, [view] { view->followEnd(); });
    return m_outputView = view;
}

void TablesPanel::rowChosen(QTableView* view, Selection::Kind kind) {
    const QModelIndex index = view->selectionModel()->currentIndex();
    if (m_quiet || !index.isValid()) return;
    const auto* sorted = static_cast<const WordFilter*>(view->model());
    emit selectionChosen(m_source.partAt(kind, static_cast<std::size_t>(sorted->mapToSource(index).row())));
}

void TablesPanel::setSelection(const Selection& selection) {
    m_selection = selection;
    m_quiet = true;
    m_waitView->setSelection(selection);
    m_queues->setSelection(selection);
    m_schedule->setSelection(selection);
    m_diagram->setSelection(selection);
    m_treeTab->setSelection(selection);
    const auto place = m_source.inView(selection);
    for (QTableView* view : {m_processView, m_linkView}) {
        const auto kind = view == m_processView ? Selection::Kind::Process : Selection::Kind::Link;
        if (!place || kind != selection.kind) {
            view->selectionModel()->clear();
            continue;
        }
        const auto* sorted = static_cast<const WordFilter*>(view->model());
        const QModelIndex source = sorted->sourceModel()->index(static_cast<int>(*place), 0);
        const QModelIndex shown = sorted->mapFromSource(source);
        if (!shown.isValid()) view->selectionModel()->clear();  // its row is filtered out
        const int now = sorted->mapToSource(view->currentIndex()).row();
        // Of several equal processes any may be chosen already.
        const bool chosen = now >= 0 && m_source.partAt(kind, static_cast<std::size_t>(now)) == selection;
        if (shown.isValid() && !chosen) view->selectRow(shown.row());
    }
    m_quiet = false;
}

void TablesPanel::setStretch(const std::optional<std::pair<Nanoseconds, Nanoseconds>>& stretch) {
    m_schedule->setStretch(stretch);
    m_diagram->setStretch(stretch);
    QWidget* before = stretch ? nullptr : std::exchange(m_beforeStretch, nullptr);
    if (before != nullptr && m_tabs->currentWidget() == m_statistics) m_tabs->setCurrentWidget(before);
}

void TablesPanel::showOnlySeen() {
    const bool waits = m_tabs->currentWidget() == m_waitsTab;
    m_waits->setShown(isVisible() && waits);
    const bool queues = m_tabs->currentWidget() == m_queuesTab;
    const bool schedule = m_tabs->currentWidget() == m_scheduleTab;
    m_queues->setShown(isVisible() && queues);
    m_schedule->setShown(isVisible() && schedule);
    const bool diagram = m_tabs->currentWidget() == m_diagramTab;
    m_diagram->setShown(isVisible() && diagram);
    const bool bytes = m_tabs->currentWidget() == m_bytes;
    m_bytes->setShown(isVisible() && bytes);
    m_treeTab->setShown(isVisible() && m_tabs->currentWidget() == m_treeTab);
    m_processes->setShown(isVisible() && m_tabs->currentWidget() == m_processView);
    m_links->setShown(isVisible() && m_tabs->currentWidget() == m_linkView);
    fitColumns();
}

void TablesPanel::fitColumns() {
    showEmptyTexts();
    for (QTableView* view : {m_processView, m_linkView, eventView(), m_outputView, m_waitList}) {
        if (view->isVisible()) static_cast<TableView*>(view)->growColumns();
    }
}

QTableView* TablesPanel::eventView() const { return m_eventsTab->table(); }
QLineEdit* TablesPanel::eventSearch() const { return m_eventsTab->search(); }
QTreeView* TablesPanel::treeView() const { return m_treeTab->view(); }
QWidget* TablesPanel::eventsTab() const { return m_eventsTab; }
QWidget* TablesPanel::treeTab() const { return m_treeTab; }

void TablesPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showOnlySeen();
}

void TablesPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    showOnlySeen();
}

}  // namespace ipclab

#include "window/tables_panel.h"

#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStyle>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/icons.h"
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
      m_filter(new EventFilter(this)),
      m_processView(addTable(m_processes, Selection::Kind::Process)),
      m_linkView(addTable(m_links, Selection::Kind::Link)),
      m_bytes(new BytesTab(source, this)),
      m_taller(new QToolButton(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    m_tabs->addTab(m_processView, QString());
    m_tabs->addTab(makeTree(), QString());
    m_tabs->addTab(makeQueues(), QString());
    m_tabs->addTab(makeSchedule(), QString());
    m_tabs->addTab(makeDiagram(), QString());
    m_tabs->addTab(m_linkView, QString());
    m_tabs->addTab(makeWaits(), QString());
    m_tabs->addTab(makeEvents(), QString());
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
    connect(&source, &RunSource::stateChanged, this, &TablesPanel::fitColumns);
    connect(&source, &RunSource::figuresDue, this, &TablesPanel::fitColumns);
    m_processView->setColumnWidth(ProcessTable::WaitsFor, 170);
    retranslate();
}

QTableView* TablesPanel::addTable(RunTable* model, Selection::Kind kind) {
    auto* view = new TableView(this);
    auto* sorted = new QSortFilterProxyModel(view);
    sorted->setSourceModel(model);
    sorted->setSortRole(RunTable::SortRole);
    sorted->setDynamicSortFilter(false);  // rows stay where they are while figures change
    view->setModel(sorted);
    view->setChosenColumns(model->chosenColumns());
    view->setSortingEnabled(true);
    view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    view->horizontalHeader()->setSortIndicatorClearable(true);
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this, view, kind] { rowChosen(view, kind); });
    connect(view, &QTableView::clicked, this, [this, view, kind] { rowChosen(view, kind); });
    return view;
}

QWidget* TablesPanel::makeTree() {
    m_tree = new TaskTree(m_source, this);
    m_treeView = new QTreeView(this);
    m_treeView->setModel(m_tree);
    m_treeView->setFrameShape(QFrame::NoFrame);
    m_treeView->setAlternatingRowColors(true);
    m_treeView->setUniformRowHeights(true);
    m_treeView->setAllColumnsShowFocus(true);
    m_treeView->setIndentation(12);
    m_treeView->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_treeView->header()->setStretchLastSection(true);
    m_treeView->setColumnWidth(TaskTree::Name, 230);
    m_treeView->setColumnWidth(TaskTree::Pid, 70);
    m_treeView->setColumnWidth(TaskTree::MadeBy, 120);
    m_treeView->setColumnWidth(TaskTree::Born, 74);
    m_treeView->setColumnWidth(TaskTree::Lived, 74);
    // What is born is seen.
    connect(m_tree, &QAbstractItemModel::rowsInserted, m_treeView, [this](const QModelIndex& parent) {
        m_treeView->expand(parent);
        QMetaObject::invokeMethod(this, &TablesPanel::showFirstInTree, Qt::QueuedConnection);
    });
    connect(m_tree, &QAbstractItemModel::modelReset, this, [this] { m_treeScroll = 0; });
    connect(m_tree, &QAbstractItemModel::rowsMoved, m_treeView,
            [this](const QModelIndex&, int, int, const QModelIndex& to) { m_treeView->expand(to); });
    connect(m_treeView->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& index) {
                const QVariant process = index.data(TaskTree::ProcessRole);
                if (!m_quiet && process.isValid())
                    emit selectionChosen(m_source.partAt(Selection::Kind::Process, process.toUInt()));
            });
    return m_treeView;
}

// The processes of the run are what it is about, not the long line of those above them; unless a hand has scrolled.
void TablesPanel::showFirstInTree() {
    const QScrollBar* bar = m_treeView->verticalScrollBar();
    const QModelIndex first = m_tree->indexOf(std::uint32_t{0});
    if (bar->value() != m_treeScroll || !first.isValid()) return;
    m_treeView->scrollTo(first, QAbstractItemView::PositionAtTop);
    m_treeScroll = bar->value();
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
    list->setModel(m_waits);
    m_waitList = list;
    auto* both = new QSplitter(Qt::Horizontal, this);
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
        if (m_quiet || !index.isValid() || index.row() >= static_cast<int>(rows.size())) return;
        const std::uint32_t process = rows[static_cast<std::size_t>(index.row())].process;
        emit selectionChosen(m_source.partAt(Selection::Kind::Process, process));
    });
    return m_waitsTab = headed(m_waitSummary, both);
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
    static_cast<TableView*>(m_waitList)->setEmptyText(summary);
    if (m_waitList->isVisible()) static_cast<TableView*>(m_waitList)->growColumns();
}

QWidget* TablesPanel::makeEvents() {
    auto* tools = new QWidget(this);
    m_search = new QLineEdit(tools);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(QStringLiteral("search"), QPalette::PlaceholderText), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(180);
    m_weight = new QComboBox(tools);
    for (int weight = 0; weight < 4; ++weight) m_weight->addItem(QString(), weight);
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(8, 3, 8, 3);
    row->setSpacing(8);
    row->addWidget(m_search, 1);
    row->addWidget(m_weight);
    m_eventView = new TableView(this);
    m_filter->setSourceModel(m_events);
    m_eventView->setModel(m_filter);
    connect(m_search, &QLineEdit::textChanged, m_filter, &EventFilter::setText);
    connect(m_weight, &QComboBox::currentIndexChanged, m_filter, &EventFilter::setLeastWeight);
    connect(m_filter, &QAbstractItemModel::rowsInserted, m_eventView, [view = m_eventView] { followEnd(view); });
    return m_eventsTab = headed(tools, m_eventView);
}

QWidget* TablesPanel::makeOutput() {
    auto* output = new OutputFilter(this);
    m_outputView = new TableView(this);
    output->setSourceModel(m_events);
    m_outputView->setModel(output);
    m_outputView->setSortingEnabled(false);
    m_outputView->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    connect(output, &QAbstractItemModel::rowsInserted, m_outputView, [view = m_outputView] { followEnd(view); });
    return m_outputView;
}

// What is new is followed only while the end of the list is in sight.
void TablesPanel::followEnd(QTableView* view) {
    const QScrollBar* bar = view->verticalScrollBar();
    if (bar->value() == bar->maximum())
        QMetaObject::invokeMethod(view, &QTableView::scrollToBottom, Qt::QueuedConnection);
}

void TablesPanel::rowChosen(QTableView* view, Selection::Kind kind) {
    const QModelIndex index = view->selectionModel()->currentIndex();
    if (m_quiet || !index.isValid()) return;
    const auto* sorted = static_cast<const QSortFilterProxyModel*>(view->model());
    emit selectionChosen(m_source.partAt(kind, static_cast<std::size_t>(sorted->mapToSource(index).row())));
}

void TablesPanel::setSelection(const Selection& selection) {
    m_quiet = true;
    m_waitView->setSelection(selection);
    m_queues->setSelection(selection);
    m_schedule->setSelection(selection);
    m_diagram->setSelection(selection);
    const auto place = m_source.inView(selection);
    if (place && selection.kind == Selection::Kind::Process) {
        const QModelIndex shown = m_treeView->currentIndex();
        const QVariant process = shown.data(TaskTree::ProcessRole);
        // A thread of it may be chosen already.
        if (!process.isValid() || process.toUInt() != *place) m_treeView->setCurrentIndex(m_tree->indexOf(*place));
    } else {
        m_treeView->selectionModel()->clear();
    }
    for (QTableView* view : {m_processView, m_linkView}) {
        const auto kind = view == m_processView ? Selection::Kind::Process : Selection::Kind::Link;
        if (!place || kind != selection.kind) {
            view->selectionModel()->clear();
            continue;
        }
        const auto* sorted = static_cast<const QSortFilterProxyModel*>(view->model());
        const QModelIndex source = sorted->sourceModel()->index(static_cast<int>(*place), 0);
        if (sorted->mapToSource(view->currentIndex()).row() != source.row())
            view->selectRow(sorted->mapFromSource(source).row());
    }
    m_quiet = false;
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
    const bool tree = m_tabs->currentWidget() == m_treeView;
    m_tree->setShown(isVisible() && tree);
    m_processes->setShown(isVisible() && m_tabs->currentWidget() == m_processView);
    m_links->setShown(isVisible() && m_tabs->currentWidget() == m_linkView);
    fitColumns();
}

void TablesPanel::fitColumns() {
    for (QTableView* view : {m_processView, m_linkView, m_eventView, m_outputView, m_waitList}) {
        if (view->isVisible()) static_cast<TableView*>(view)->growColumns();
    }
}

void TablesPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showOnlySeen();
}

void TablesPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    showOnlySeen();
}

}  // namespace ipclab

#include "window/tree_tab.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

#include "bridge/icons.h"
#include "models/task_tree.h"
#include "models/word_filter.h"
#include "window/elided_label.h"

namespace ipclab {

TreeTab::TreeTab(RunSource& source, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_tree(new TaskTree(source, this)),
      m_filter(new WordFilter(this)),
      m_view(new QTreeView(this)),
      m_way(new ElidedLabel(this)),
      m_wayUp(new QToolButton(this)) {
    m_filter->setRecursiveFilteringEnabled(true);
    m_filter->setSourceModel(m_tree);
    m_view->setModel(m_filter);
    layOut();
    connect(m_wayUp, &QToolButton::toggled, this, &TreeTab::placeRoot);
    // What is born is seen.
    connect(m_filter, &QAbstractItemModel::rowsInserted, m_view, [this](const QModelIndex& above, int first, int last) {
        if (!isFolded(above)) m_view->expand(above);
        for (int row = first; row <= last; ++row) unfold(m_filter->index(row, 0, above));
        placeRoot();
    });
    connect(m_view, &QTreeView::collapsed, this, [this](const QModelIndex& row) { noteFolded(row, true); });
    connect(m_view, &QTreeView::expanded, this, [this](const QModelIndex& row) { noteFolded(row, false); });
    connect(m_filter, &QAbstractItemModel::layoutChanged, this, &TreeTab::placeRoot);
    connect(
        m_tree, &QAbstractItemModel::rowsMoved, m_view,
        [this](const QModelIndex&, int, int, const QModelIndex& to) { m_view->expand(m_filter->mapFromSource(to)); });
    connect(m_tree, &QAbstractItemModel::modelReset, this, [this] {
        m_folded.clear();
        showWayUp();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TreeTab::rowChosen);
}

void TreeTab::layOut() {
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAlternatingRowColors(true);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setIndentation(12);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setSortingEnabled(true);
    m_view->header()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->header()->setSortIndicatorClearable(true);
    m_view->header()->setStretchLastSection(true);
    m_view->viewport()->installEventFilter(this);
    m_view->setColumnWidth(TaskTree::Name, 160);
    m_view->setColumnWidth(TaskTree::Pid, 60);
    m_view->setColumnWidth(TaskTree::State, 84);
    m_view->setColumnWidth(TaskTree::WaitsFor, 150);
    m_view->setColumnWidth(TaskTree::MadeBy, 90);
    m_view->setColumnWidth(TaskTree::Born, 64);
    m_view->setColumnWidth(TaskTree::Lived, 64);
    m_wayUp->setProperty("kind", QStringLiteral("page"));
    m_wayUp->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_wayUp->setIcon(themedIcon(QStringLiteral("chevron-up")));
    m_wayUp->setCheckable(true);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 1, 12, 1);
    head->setSpacing(8);
    head->addWidget(m_wayUp);
    head->addWidget(m_way, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_view, 1);
}

bool TreeTab::isFolded(const QModelIndex& row) const {
    return std::ranges::find(m_folded, QPersistentModelIndex(m_filter->mapToSource(row))) != m_folded.end();
}

void TreeTab::noteFolded(const QModelIndex& row, bool folded) {
    const QPersistentModelIndex source(m_filter->mapToSource(row));
    std::erase(m_folded, source);
    if (folded) m_folded.push_back(source);
}

// What comes back when words are cleared is as it was.
void TreeTab::unfold(const QModelIndex& row) {
    if (!m_filter->hasChildren(row)) return;
    if (!isFolded(row)) m_view->expand(row);
    for (int child = 0; child < m_filter->rowCount(row); ++child) unfold(m_filter->index(child, 0, row));
}

// Without the way up the tree begins below the launcher. Where words leave nothing of it, nothing is what is shown.
void TreeTab::placeRoot() {
    const QModelIndex launcher = m_filter->mapFromSource(m_tree->launcherIndex());
    const QModelIndex root = m_wayUp->isChecked() ? QModelIndex() : launcher;
    if (m_view->rootIndex() != root) {
        m_view->setRootIndex(root);
        if (!root.isValid()) {
            for (QModelIndex above = launcher; above.isValid(); above = above.parent()) m_view->expand(above);
        }
    }
    showWayUp();
}

void TreeTab::showWayUp() {
    const QString way = m_tree->wayUp();
    m_way->setText(way);
    m_wayUp->setEnabled(!way.isEmpty());
}

void TreeTab::rowChosen(const QModelIndex& index) {
    const QVariant process = index.data(TaskTree::ProcessRole);
    if (!m_quiet && process.isValid())
        emit selectionChosen(m_source.partAt(Selection::Kind::Process, process.toUInt()));
}

void TreeTab::setSelection(const Selection& selection) {
    m_quiet = true;
    const auto place = m_source.inView(selection);
    if (place && selection.kind == Selection::Kind::Process) {
        const QVariant process = m_view->currentIndex().data(TaskTree::ProcessRole);
        // A thread of it may be chosen already, and of several equal processes any.
        const bool chosen =
            process.isValid() && m_source.partAt(Selection::Kind::Process, process.toUInt()) == selection;
        if (!chosen) m_view->setCurrentIndex(m_filter->mapFromSource(m_tree->indexOf(*place)));
    } else {
        m_view->selectionModel()->clear();
    }
    m_quiet = false;
}

void TreeTab::setShown(bool shown) {
    m_tree->setShown(shown);
    if (shown) placeRoot();
}

bool TreeTab::eventFilter(QObject* watched, QEvent* event) {
    const bool done = QWidget::eventFilter(watched, event);
    if (event->type() != QEvent::Paint || m_filter->rowCount(m_view->rootIndex()) > 0) return done;
    paintEmpty();
    return true;
}

void TreeTab::paintEmpty() {
    QPainter painter(m_view->viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    const QString text = m_tree->rowCount() == 0
                             ? tr("During a run: its processes, their children and threads. Press Run (F5).")
                             : tr("No process has these words. Clear the filter to see all of them.");
    painter.drawText(m_view->viewport()->rect().adjusted(16, 4, -16, -4), Qt::AlignCenter | Qt::TextWordWrap, text);
}

void TreeTab::retranslate() {
    m_view->setAccessibleName(tr("Tree of processes"));
    m_wayUp->setText(tr("Up to process 1"));
    m_wayUp->setToolTip(
        tr("Shows what is above the run's own processes: the launcher, this program, and on to process 1"));
    m_wayUp->setAccessibleName(tr("Show the way up to process 1"));
    m_tree->retranslate();
    m_view->viewport()->update();
}

}  // namespace ipclab

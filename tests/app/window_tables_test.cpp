// The tables below the charts: looked through, sorted, copied; the tree begins at the run's own processes.
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

#include "app/window_fixture.h"
#include "models/event_list.h"
#include "models/process_table.h"
#include "models/row_copier.h"
#include "models/task_tree.h"
#include "states/queue_view.h"
#include "states/schedule_view.h"
#include "window/events_tab.h"
#include "window/filter_bar.h"
#include "window/table_view.h"
#include "window/tables_panel.h"
#include "window/tree_tab.h"

namespace ipclab {
namespace {

class WindowTables : public WindowTest {
protected:
    TablesPanel* tables() { return window().tables(); }
    void inFront(QWidget* tab) { tables()->tabs()->setCurrentWidget(tab); }
    void finishRun(double seconds) {
        session().setDuration(static_cast<Nanoseconds>(seconds * 1e9));
        actions().run->trigger();
        ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Finished; }));
    }
    static QStringList column(const QAbstractItemView* view, int column) {
        QStringList cells;
        for (int row = 0; row < view->model()->rowCount(view->rootIndex()); ++row)
            cells << view->model()->index(row, column, view->rootIndex()).data().toString();
        return cells;
    }
    static QString clipboard() { return QGuiApplication::clipboard()->text(); }
};

TEST_F(WindowTables, CtrlFLooksThroughTheTableInFrontAndEscapeShowsAllOfItAgain) {
    open(QStringLiteral("three-producers"));
    const int height = tables()->height();
    inFront(tables()->processView());
    tables()->processView()->setFocus();
    EXPECT_FALSE(tables()->filterBar()->isVisible());
    QTest::keyClick(tables()->processView(), Qt::Key_F, Qt::ControlModifier);
    ASSERT_TRUE(tables()->filterBar()->isVisible());
    EXPECT_TRUE(tables()->filterBar()->field()->hasFocus());
    QTest::keyClicks(tables()->filterBar()->field(), QStringLiteral("CONS"));
    EXPECT_EQ(column(tables()->processView(), 0), QStringList{QStringLiteral("consumer")});
    EXPECT_EQ(tables()->filterBar()->countText(), QStringLiteral("1 of 4"));
    EXPECT_EQ(tables()->height(), height) << "the tables keep their height";
    inFront(tables()->linkView());
    EXPECT_FALSE(tables()->filterBar()->isVisible()) << "each table has words of its own";
    inFront(tables()->processView());
    EXPECT_EQ(tables()->filterBar()->field()->text(), QStringLiteral("CONS"));
    QTest::keyClick(tables()->filterBar()->field(), Qt::Key_Escape);
    EXPECT_FALSE(tables()->filterBar()->isVisible());
    EXPECT_EQ(column(tables()->processView(), 0).size(), 4);
    EXPECT_TRUE(tables()->processView()->hasFocus());
}

TEST_F(WindowTables, ASelectedRowStaysSelectedThroughSortingAndRefreshing) {
    open(QStringLiteral("three-producers"));
    QTableView* view = tables()->processView();
    view->selectRow(1);
    const QString name = view->currentIndex().data().toString();
    view->sortByColumn(ProcessTable::Name, Qt::DescendingOrder);
    finishRun(0.4);
    EXPECT_EQ(view->currentIndex().siblingAtColumn(0).data().toString(), name);
    QStringList sorted = column(view, 0);
    EXPECT_TRUE(std::ranges::is_sorted(sorted, std::greater<>())) << sorted.join(QLatin1Char(' ')).toStdString();
}

TEST_F(WindowTables, RowsAreCopiedWithTheirTitlesAsTextAndAsMarkdown) {
    open(QStringLiteral("three-producers"));
    auto* view = static_cast<TableView*>(tables()->processView());
    view->setFocus();
    QTest::keyClick(view, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = clipboard().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 5) << clipboard().toStdString();
    EXPECT_TRUE(lines[0].startsWith(QStringLiteral("Process\tPID\tState\t")));
    EXPECT_EQ(lines[1].count(QLatin1Char('\t')), ProcessTable::ColumnCount - 1);
    view->clearSelection();
    view->selectionModel()->select(view->model()->index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    view->copier()->copySelected(TableFormat::Markdown);
    EXPECT_EQ(clipboard().count(QLatin1Char('\n')), 3) << "titles, a line below them, the row";
    EXPECT_TRUE(clipboard().startsWith(QStringLiteral("| Process | PID |")));
    const std::unique_ptr<QMenu> menu(view->copier()->makeMenu());
    EXPECT_GE(menu->actions().size(), 5);
    for (const QAction* action : menu->actions()) {
        if (action->menu() == nullptr) continue;
        ASSERT_EQ(action->menu()->actions().size(), 3) << "CSV, Markdown, LaTeX";
        action->menu()->actions().last()->trigger();
        EXPECT_TRUE(clipboard().startsWith(QStringLiteral("\\begin{tabular}{"))) << clipboard().toStdString();
    }
    EXPECT_EQ(clipboard().count(QStringLiteral("\\\\")), 5) << "the whole table: titles and four rows";
}

TEST_F(WindowTables, EventsAreLookedThroughByProcessAndByKind) {
    open(QStringLiteral("three-producers"));
    finishRun(0.3);
    EventsTab* events = tables()->events();
    inFront(events);
    const int all = events->table()->model()->rowCount();
    ASSERT_GT(all, 6);
    events->process()->setCurrentIndex(1);
    const QStringList of = column(events->table(), EventList::Process);
    ASSERT_FALSE(of.isEmpty());
    EXPECT_EQ(of.count(QString::fromStdString(run().processes[0].name)), of.size());
    EXPECT_EQ(events->countText(), QStringLiteral("%1 of %2").arg(of.size()).arg(all));
    events->process()->setCurrentIndex(0);
    for (int row = 0; row < all; ++row) {
        const QModelIndex event = events->table()->model()->index(row, EventList::What);
        if (event.data().toString() != QStringLiteral("exit 0")) continue;
        events->showKindOf(event);
        break;
    }
    EXPECT_EQ(events->table()->model()->rowCount(), 4) << "each of the four has ended";
    EXPECT_TRUE(events->kindButton()->isVisible());
    events->kindButton()->click();
    EXPECT_EQ(events->table()->model()->rowCount(), all);
    EXPECT_TRUE(events->countText().isEmpty());
}

// --- the tree ---------------------------------------------------------------------------------------------------

TEST_F(WindowTables, TheTreeBeginsAtTheRunsOwnProcessesAndOneClickShowsTheWayUp) {
    open(QStringLiteral("p12-fork-tree"));
    inFront(tables()->treeTab());
    EXPECT_FALSE(tables()->tree()->wayUpButton()->isEnabled()) << "nothing was launched yet";
    actions().run->trigger();
    const QTreeView* view = tables()->treeView();
    const QString name = QString::fromStdString(run().processes[0].name);
    ASSERT_TRUE(waitFor([&] { return column(view, 0).contains(name); }));
    EXPECT_EQ(view->model()->index(0, 0, view->rootIndex()).data().toString(), name);
    EXPECT_EQ(column(view, 0).size(), 1) << "the launcher and what is above it are not in the way";
    tables()->tree()->wayUpButton()->click();
    EXPECT_FALSE(view->rootIndex().isValid());
    EXPECT_EQ(view->model()->index(0, TaskTree::Pid).data().toString(), QStringLiteral("1"));
    tables()->tree()->wayUpButton()->click();
    EXPECT_EQ(view->model()->index(0, 0, view->rootIndex()).data().toString(), name);
}

TEST_F(WindowTables, WhatIsFoldedInTheTreeStaysSoWhileItGrowsAndIsFiltered) {
    open(QStringLiteral("p12-fork-tree"));
    inFront(tables()->treeTab());
    actions().run->trigger();
    QTreeView* view = tables()->treeView();
    ASSERT_TRUE(waitFor([&] { return view->model()->rowCount(view->rootIndex()) > 0; }));
    const QPersistentModelIndex own = view->model()->index(0, 0, view->rootIndex());
    if (run().observer.level != ObserveLevel::Exact) GTEST_SKIP() << run().observer.reason;
    ASSERT_TRUE(waitFor([&] { return view->model()->rowCount(own) >= 3; }));
    EXPECT_TRUE(view->isExpanded(own)) << "what is born is seen";
    view->collapse(own);
    tables()->openFilter();
    tables()->filterBar()->field()->setText(QStringLiteral("nobody is called so"));
    EXPECT_EQ(view->model()->rowCount(view->rootIndex()), 0);
    tables()->filterBar()->field()->clear();
    EXPECT_FALSE(view->isExpanded(view->model()->index(0, 0, view->rootIndex()))) << "as it was before the filter";
    view->expand(view->model()->index(0, 0, view->rootIndex()));
    tables()->filterBar()->field()->setText(QStringLiteral("fork-tree"));
    tables()->filterBar()->field()->clear();
    EXPECT_TRUE(view->isExpanded(view->model()->index(0, 0, view->rootIndex())));
    stopRun();
    EXPECT_TRUE(view->isExpanded(view->model()->index(0, 0, view->rootIndex())));
    const QModelIndex root = view->model()->index(0, 0, view->rootIndex());
    const QModelIndex ended = view->model()->index(0, 0, root);
    ASSERT_TRUE(ended.isValid());
    EXPECT_FALSE(ended.siblingAtColumn(TaskTree::Ended).data().toString().isEmpty());
    EXPECT_TRUE(ended.data(Qt::ForegroundRole).isValid()) << "who has ended is grey";
}

TEST_F(WindowTables, ChildrenInTheTreeSayWhatTheyWaitFor) {
    open(QStringLiteral("p12-fork-tree"));
    inFront(tables()->treeTab());
    actions().run->trigger();
    const QTreeView* view = tables()->treeView();
    const auto says = [&] {
        const QModelIndex own = view->model()->index(0, 0, view->rootIndex());
        if (!own.isValid() || view->model()->rowCount(own) < 3) return false;
        for (int row = 0; row < 3; ++row) {
            const QString what = view->model()->index(row, TaskTree::WaitsFor, own).data().toString();
            if (what != QStringLiteral("time to pass (asleep)")) return false;
        }
        return true;
    };
    EXPECT_TRUE(waitFor(says));
    stopRun();
}

// --- pictures of rows -------------------------------------------------------------------------------------------

TEST_F(WindowTables, SchedulingIsSortedByATitleAndLookedThroughAndCopied) {
    open(QStringLiteral("p9-nice"));
    inFront(tables()->scheduleTab());
    actions().run->trigger();
    ScheduleView* view = tables()->scheduleView();
    ASSERT_TRUE(waitFor([&] { return run().startNs != 0; }));
    if (run().observer.level != ObserveLevel::Exact) GTEST_SKIP() << run().observer.reason;
    ASSERT_TRUE(waitFor([&] { return view->rows().size() > 1 && view->rows().back().share > 0; }));
    stopRun();
    view->sortBy(ScheduleView::Column::Share);
    double last = 2;
    std::vector<std::pair<double, double>> rows;  // place, share
    for (std::size_t i = 0; i < view->rows().size(); ++i)
        rows.emplace_back(view->rowRect(i).top(), view->rows()[i].share);
    std::ranges::sort(rows);
    for (const auto& [top, share] : rows) {
        EXPECT_LE(share, last);
        last = share;
    }
    const QString first = QString::fromStdString(run().processes[0].name);
    view->setWords(first);
    EXPECT_LT(view->countShown(), view->countAll());
    EXPECT_EQ(view->tableText().rows.size(), view->countShown());
    EXPECT_EQ(view->tableText().rows[0][0], first);
    view->setWords(QStringLiteral("nobody is called so"));
    EXPECT_EQ(view->countShown(), 0);
}

TEST_F(WindowTables, QueuesAreLookedThroughByProcessAndByReason) {
    open(QStringLiteral("p12-fork-tree"));
    inFront(tables()->queuesTab());
    actions().run->trigger();
    QueueView* view = tables()->queueView();
    const auto asleep = [&] {
        view->setWords(QStringLiteral("asleep"));
        return view->countShown() >= 7;
    };
    EXPECT_TRUE(waitFor(asleep));
    EXPECT_EQ(view->tableText().rows.size(), view->countShown());
    view->setWords(QStringLiteral("nobody"));
    EXPECT_EQ(view->countShown(), 0);
    EXPECT_GT(view->countAll(), 0);
    stopRun();
}

}  // namespace
}  // namespace ipclab

// Processes as the window shows them: their tree, the queues of the scheduler, what it did to each, and the lanes.
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTreeView>

#include "app/window_fixture.h"
#include "canvas/canvas_view.h"
#include "inspect/inspector.h"
#include "inspect/process_controls.h"
#include "inspect/process_page.h"
#include "inspect/scale_control.h"
#include "models/task_tree.h"
#include "plot/cost_chart.h"
#include "plot/lane_chart.h"
#include "states/queue_view.h"
#include "states/schedule_view.h"
#include "states/state_diagram.h"
#include "window/charts_panel.h"
#include "window/costs_dialog.h"
#include "window/notice_bar.h"
#include "window/observer_cost_notice.h"
#include "window/tables_panel.h"
#include "window/waiting_dialog.h"

namespace ipclab {
namespace {

class WindowProcesses : public WindowTest {
protected:
    TablesPanel* tables() { return window().tables(); }
    void start() {
        actions().run->trigger();
        ASSERT_TRUE(waitFor([&] { return run().startNs != 0; })) << session().failure().toStdString();
    }
    bool ended() {
        return waitFor([&] { return !session().isActive(); }, 30'000);
    }
    static int countRows(const QAbstractItemModel& model, const QModelIndex& parent = {}) {
        int rows = model.rowCount(parent);
        for (int row = 0; row < model.rowCount(parent); ++row) rows += countRows(model, model.index(row, 0, parent));
        return rows;
    }
    static QModelIndex find(const QAbstractItemModel& model, const QString& name, const QModelIndex& parent = {}) {
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            if (index.data().toString() == name) return index;
            if (const QModelIndex below = find(model, name, index); below.isValid()) return below;
        }
        return {};
    }
};

TEST_F(WindowProcesses, WhatADocumentIsAboutComesToTheFrontAndGoesWithIt) {
    open(QStringLiteral("first"));
    QWidget* before = tables()->tabs()->currentWidget();
    const int height = tables()->height();
    const std::pair<const char*, QWidget*> subjects[] = {
        {"p7-cpu-and-io", tables()->scheduleTab()}, {"p8-queues", tables()->queuesTab()},
        {"p9-nice", tables()->scheduleTab()},       {"p10-across-cores", tables()->scheduleTab()},
        {"p12-fork-tree", tables()->treeTab()},    {"p19-state-diagram", tables()->diagramTab()},
        {"p20-single-step", tables()->eventsTab()}, {"p21-protection", tables()->eventsTab()}};
    for (const auto& [id, tab] : subjects) {
        window().openInitial(QString::fromLatin1(id));
        EXPECT_EQ(tables()->tabs()->currentWidget(), tab) << id;
        EXPECT_TRUE(waitFor([&] { return tables()->height() >= TablesPanel::kReadablePx; })) << id;
    }
    window().openInitial(QStringLiteral("first"));
    EXPECT_EQ(tables()->tabs()->currentWidget(), before);
    EXPECT_TRUE(waitFor([&] { return tables()->height() == height; })) << tables()->height() << " of " << height;
}

// The canvas before it was higher: what that gives back is there for the diagram as well.
TEST_F(WindowProcesses, TheStateDiagramOfItsDocumentIsSeenAsAWhole) {
    open(QStringLiteral("m6-mailbox"));
    window().openInitial(QStringLiteral("p19-state-diagram"));
    const StateDiagram* diagram = tables()->stateDiagram();
    EXPECT_TRUE(waitFor([&] { return diagram->parentWidget()->height() >= diagram->minimumHeight(); }))
        << diagram->parentWidget()->height() << " of " << diagram->minimumHeight();
}

TEST_F(WindowProcesses, ATabThatWasChosenStaysInFront) {
    open(QStringLiteral("p8-queues"));
    EXPECT_EQ(tables()->tabs()->currentWidget(), tables()->queuesTab());
    tables()->tabs()->setCurrentWidget(tables()->eventsTab());
    window().openInitial(QStringLiteral("first"));
    EXPECT_EQ(tables()->tabs()->currentWidget(), tables()->eventsTab());
}

TEST_F(WindowProcesses, WhatAProgramWithoutLinksRepeatsIsNoMessage) {
    open(QStringLiteral("p4-one-core"));
    window().select({Selection::Kind::Process, 0});
    const ProcessControls* controls = window().inspector()->processPage()->controls();
    EXPECT_EQ(controls->rate()->field()->suffix(), QStringLiteral(" iterations/s"));
    window().openInitial(QStringLiteral("first"));
    window().select({Selection::Kind::Process, 0});
    EXPECT_EQ(controls->rate()->field()->suffix(), QStringLiteral(" messages/s"));
}

TEST_F(WindowProcesses, TheTreeGrowsFromProcessOneToTheChildrenAndKeepsTheDead) {
    open(QStringLiteral("p12-fork-tree"));
    tables()->tabs()->setCurrentWidget(tables()->treeTab());
    const QAbstractItemModel& tree = *tables()->treeView()->model();
    EXPECT_EQ(tree.rowCount(), 0) << "nothing was launched yet";
    start();
    const QString root = QString::fromStdString(run().processes[0].name);
    ASSERT_TRUE(waitFor([&] { return find(tree, root).isValid(); }));
    const QModelIndex launcher = find(tree, QStringLiteral("ipclab-launcher"));
    ASSERT_TRUE(launcher.isValid());
    EXPECT_EQ(find(tree, root).parent(), launcher);
    if (run().observer.level == ObserveLevel::Exact) {
        EXPECT_TRUE(waitFor([&] { return tree.rowCount(find(tree, root)) >= 2; })) << "its children";
    }
    ASSERT_TRUE(ended());
    const int rows = countRows(tree);
    EXPECT_GT(rows, 3) << "who has ended is still listed";
    const QModelIndex first = find(tree, root);
    EXPECT_EQ(first.siblingAtColumn(TaskTree::State).data().toString(), QStringLiteral("terminated"));
    EXPECT_FALSE(first.siblingAtColumn(TaskTree::Ended).data().toString().isEmpty());
    const QRect shown = tables()->treeView()->visualRect(first);
    EXPECT_TRUE(shown.top() >= 0 && shown.top() < 5 * shown.height()) << "not below those above it: " << shown.top();
    tables()->treeView()->setCurrentIndex(first);
    EXPECT_EQ(window().canvas()->selection().kind, Selection::Kind::Process);
}

TEST_F(WindowProcesses, QueuesShowWhoIsInThemAndAClickSelects) {
    open(QStringLiteral("p9-nice"));
    tables()->tabs()->setCurrentWidget(tables()->queuesTab());
    start();
    QueueView* view = tables()->queueView();
    const auto rowOf = [&](ProcessState state) -> const QueueRow* {
        const auto found = std::ranges::find(view->queues().rows, state, &QueueRow::state);
        return found == view->queues().rows.end() ? nullptr : &*found;
    };
    if (run().observer.level != ObserveLevel::Exact) GTEST_SKIP() << run().observer.reason;
    ASSERT_TRUE(waitFor([&] {
        return rowOf(ProcessState::Ready) != nullptr && rowOf(ProcessState::Running) != nullptr;
    })) << "workers on one core take turns";
    EXPECT_GT(rowOf(ProcessState::Ready)->length, 0);
    EXPECT_TRUE(view->accessibleDescription().contains(QStringLiteral("ready")));
    const std::size_t row = static_cast<std::size_t>(rowOf(ProcessState::Ready) - view->queues().rows.data());
    QTest::mouseClick(view, Qt::LeftButton, {}, view->chipRect(row, 0).center().toPoint());
    EXPECT_EQ(window().canvas()->selection().kind, Selection::Kind::Process);
    stopRun();
}

TEST_F(WindowProcesses, WhatTheSchedulerDidIsARowForEachProcess) {
    open(QStringLiteral("p9-nice"));
    tables()->tabs()->setCurrentWidget(tables()->scheduleTab());
    ScheduleView* view = tables()->scheduleView();
    ASSERT_EQ(view->rows().size(), run().processes.size());
    start();
    if (run().observer.level != ObserveLevel::Exact) GTEST_SKIP() << run().observer.reason;
    ASSERT_TRUE(waitFor([&] { return view->rows()[0].slices.count() > 0 && view->rows()[0].share > 0; }));
    QTest::mouseClick(view, Qt::LeftButton, {}, view->rowRect(1).center().toPoint());
    EXPECT_EQ(window().canvas()->selection().id, 1U);
    stopRun();
}

TEST_F(WindowProcesses, LanesOfChildrenAndOfProcessorsComeWhenTheyAreThere) {
    open(QStringLiteral("p12-fork-tree"));
    auto* states = static_cast<LaneChart*>(window().charts()->chart(RunChart::States));
    auto* cpus = static_cast<LaneChart*>(window().charts()->chart(RunChart::Cpus));
    EXPECT_EQ(states->lanes().size(), run().processes.size());
    start();
    if (run().observer.level != ObserveLevel::Exact) GTEST_SKIP() << run().observer.reason;
    ASSERT_TRUE(waitFor([&] { return states->lanes().size() > run().processes.size() + 2; })) << "its children's";
    ASSERT_TRUE(waitFor([&] { return !cpus->lanes().empty(); }));
    ASSERT_TRUE(ended());
    const StateSeries& lane = *cpus->lanes()[0].series;
    ASSERT_FALSE(lane.empty());
    EXPECT_FALSE(cpus->lanes()[0].intervalText(lane.interval(lane.firstIndex())).isEmpty()) << "who ran";
    // A click in the lane of a child selects the process it descends from, everywhere.
    window().select({});
    const StateSeries& child = *states->lanes()[1].series;
    ASSERT_FALSE(child.empty());
    emit states->intervalSelected(1, child.interval(child.firstIndex()));
    EXPECT_EQ(window().canvas()->selection().kind, Selection::Kind::Process);
    EXPECT_EQ(window().canvas()->selection().id, session().shown().partAt(Selection::Kind::Process, 0).id);
}

TEST_F(WindowProcesses, WhatObservingCostsIsMeasuredWhenAsked) {
    open(QStringLiteral("first"));
    actions().observerCost->trigger();
    EXPECT_FALSE(actions().run->isEnabled()) << "it would disturb what is measured";
    EXPECT_TRUE(window().notice()->actionButton()->isVisible());
    ASSERT_TRUE(waitFor([&] { return !window().observerCost()->isActive(); }, 120'000));
    ASSERT_TRUE(window().observerCost()->cost()) << window().notice()->text().toStdString();
    EXPECT_TRUE(window().notice()->text().contains(QStringLiteral("unobserved")));
    EXPECT_TRUE(actions().run->isEnabled());
    actions().observerCost->trigger();
    actions().stop->trigger();
    ASSERT_TRUE(waitFor([&] { return !window().observerCost()->isActive(); }, 60'000));
    EXPECT_FALSE(window().observerCost()->cost());
    actions().observerCost->trigger();
    window().openInitial(QStringLiteral("slow-consumer"));
    EXPECT_FALSE(window().observerCost()->isActive()) << "it is of another document";
}

TEST_F(WindowProcesses, CostsAreMeasuredWhenAskedAndCanBeStopped) {
    open(QStringLiteral("first"));
    CostsDialog* costs = window().showCosts();
    EXPECT_TRUE(costs->chart()->curves().empty());
    costs->repeats()->setValue(6);
    QTest::mouseClick(costs->measureButton(), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return costs->chart()->curves().size() >= 6; }, 60'000));
    QTest::mouseClick(costs->measureButton(), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return costs->repeats()->isEnabled(); }, 60'000));
    EXPECT_FALSE(costs->status()->text().isEmpty());
    EXPECT_TRUE(costs->copyButton()->isEnabled());
}

TEST_F(WindowProcesses, CostsOfWaitingAreMeasuredAndCopied) {
    open(QStringLiteral("first"));
    WaitingDialog* costs = window().showWaiting();
    costs->setOptions({.strategies = {"poll", "epoll-level"}, .connections = {1, 5}, .seconds = 0.2});
    costs->repeats()->setValue(1);
    EXPECT_FALSE(costs->copyButton()->isEnabled()) << "nothing is measured";
    QTest::mouseClick(costs->measureButton(), Qt::LeftButton);
    EXPECT_EQ(costs->measureButton()->text(), QStringLiteral("Stop"));
    ASSERT_TRUE(waitFor([&] { return costs->repeats()->isEnabled(); }, 60'000));
    EXPECT_EQ(costs->chart()->curves().size(), 2U);
    EXPECT_EQ(costs->status()->text(), QStringLiteral("Medians of 1 runs."));
    QTest::mouseClick(costs->copyButton(), Qt::LeftButton);
    EXPECT_EQ(costs->status()->text(), QStringLiteral("Copied: 4 rows as CSV"));
    EXPECT_THAT(QGuiApplication::clipboard()->text().toStdString(), ::testing::HasSubstr("epoll-level"));
}

}  // namespace
}  // namespace ipclab

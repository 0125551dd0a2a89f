// Who waits for whom, and what the mechanisms are: as the window shows it.
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTextBrowser>

#include "app/window_fixture.h"
#include "models/mechanism_table.h"
#include "states/wait_view.h"
#include "window/library_panel.h"
#include "window/mechanisms_dialog.h"
#include "window/notice_bar.h"
#include "window/table_view.h"
#include "window/tables_panel.h"

namespace ipclab {
namespace {

using WindowWaits = WindowTest;

QString cell(const QAbstractItemView* view, int row, int column) {
    return view->model()->index(row, column).data().toString();
}

TEST_F(WindowWaits, ADeadlockIsSaidAndShownAndStaysAfterTheRun) {
    open(QStringLiteral("m15-capacity-deadlock"));
    actions().run->trigger();
    ASSERT_TRUE(waitFor([&] { return !run().deadlocked.empty(); }));
    ASSERT_TRUE(waitFor([&] { return window().notice()->text().contains(QStringLiteral("Deadlock")); }));
    QTest::mouseClick(window().notice()->actionButton(), Qt::LeftButton);
    TablesPanel* tables = window().tables();
    EXPECT_EQ(tables->tabs()->currentWidget(), tables->waitsTab());
    ASSERT_TRUE(waitFor([&] { return tables->waitList()->model()->rowCount() == 2; }));
    EXPECT_EQ(cell(tables->waitList(), 0, 0), QStringLiteral("anna"));
    EXPECT_EQ(cell(tables->waitList(), 0, 1), QStringLiteral("bert"));
    EXPECT_EQ(cell(tables->waitList(), 0, 2), QStringLiteral("anna→bert is full (deadlock)"));
    EXPECT_EQ(tables->tabs()->tabText(tables->tabs()->indexOf(tables->waitsTab())), QStringLiteral("Waits: deadlock"));
    EXPECT_TRUE(tables->waitView()->accessibleDescription().contains(QStringLiteral("Deadlock: anna → bert → anna")));
    stopRun();
    ASSERT_TRUE(
        waitFor([&] { return tables->waitView()->accessibleDescription().contains(QStringLiteral("during")); }));
    EXPECT_EQ(tables->waitList()->model()->rowCount(), 2);
    tables->tabs()->setCurrentIndex(0);  // a tab that is not seen says no more of the run before either
    window().open(readPresetDocument(QStringLiteral("first")));
    EXPECT_EQ(tables->waitList()->model()->rowCount(), 0);
    EXPECT_EQ(tables->tabs()->tabText(tables->tabs()->indexOf(tables->waitsTab())), QStringLiteral("Waits"));
}

TEST_F(WindowWaits, AWaitingConsumerIsListedAndClickingItsNodeSelectsIt) {
    open(QStringLiteral("fast-consumer"));
    TablesPanel* tables = window().tables();
    tables->showWaits();
    EXPECT_TRUE(tables->waitView()->accessibleDescription().contains(QStringLiteral("Run the experiment")));
    startRun();
    const auto listed = [&] {
        for (int row = 0; row < tables->waitList()->model()->rowCount(); ++row) {
            if (cell(tables->waitList(), row, 0) != QStringLiteral("consumer")) continue;
            if (cell(tables->waitList(), row, 2).endsWith(QStringLiteral("is empty"))) return true;
        }
        return false;
    };
    EXPECT_TRUE(waitFor(listed));
    EXPECT_EQ(tables->tabs()->tabText(tables->tabs()->indexOf(tables->waitsTab())), QStringLiteral("Waits"));
    QTest::mouseClick(tables->waitView(), Qt::LeftButton, Qt::NoModifier,
                      tables->waitView()->nodeRect(1).center().toPoint());
    EXPECT_TRUE(waitFor([&] { return tables->processView()->currentIndex().row() == 1; }));
    stopRun();
}

TEST_F(WindowWaits, MechanismsAreComparedSortedFilteredAndCopied) {
    open(QStringLiteral("first"));
    MechanismsDialog* dialog = window().showMechanisms();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(dialog));
    ASSERT_TRUE(waitFor([&] { return dialog->model()->limitsKnown(); }));
    const int all = dialog->model()->rowCount();
    EXPECT_EQ(dialog->table()->model()->rowCount(), all);
    QTest::keyClicks(dialog->search(), QStringLiteral("posix-mq"));
    ASSERT_EQ(dialog->table()->model()->rowCount(), 1);
    EXPECT_TRUE(cell(dialog->table(), 0, MechanismTable::Capacity).contains(QStringLiteral("messages")));
    dialog->table()->selectRow(0);
    EXPECT_TRUE(dialog->details()->toPlainText().contains(QStringLiteral("mq_overview(7)")));
    QTest::mouseClick(dialog->copyButton(), Qt::LeftButton);
    const QString csv = QGuiApplication::clipboard()->text();
    EXPECT_EQ(csv.count(QLatin1Char('\n')), 2) << csv.toStdString();
    EXPECT_TRUE(csv.startsWith(QStringLiteral("Mechanism,Id,Family"))) << csv.toStdString();
    dialog->search()->clear();
    dialog->trait()->setCurrentIndex(MechanismFilter::FullDuplex);
    EXPECT_LT(dialog->table()->model()->rowCount(), all);
    EXPECT_GT(dialog->table()->model()->rowCount(), 0);
    dialog->trait()->setCurrentIndex(MechanismFilter::Any);
    dialog->table()->sortByColumn(MechanismTable::Id, Qt::DescendingOrder);
    EXPECT_GT(cell(dialog->table(), 0, MechanismTable::Id), cell(dialog->table(), all - 1, MechanismTable::Id));
}

}  // namespace
}  // namespace ipclab

// The inspector of a process, in a real window over a real run: what is shown is what the process has.
#include <signal.h>

#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

#include "app/window_fixture.h"
#include "inspect/address_map.h"
#include "inspect/detail_table.h"
#include "inspect/details_window.h"
#include "inspect/inspector.h"
#include "inspect/look_page.h"
#include "inspect/memory_page.h"
#include "inspect/process_inspector.h"
#include "observe/captured_thread.h"

namespace ipclab {
namespace {

class WindowInspect : public WindowTest {
protected:
    using Part = DetailsView::Part;

    ProcessInspector& inspector() { return *window().inspector()->process(); }
    DetailsView& details() { return *inspector().details(); }
    void look(std::uint32_t process, Part part) {
        window().select({Selection::Kind::Process, process});
        QTest::mouseClick(inspector().button(part), Qt::LeftButton);
    }
    static QString valueOf(const DetailTable* table, const QString& name, int column = 1) {
        for (int row = 0; row < table->model()->rowCount(); ++row)
            if (table->textOf(row, 0) == name) return table->textOf(row, column);
        return {};
    }
};

TEST_F(WindowInspect, BeforeARunEachPartSaysWhatToDo) {
    open(QStringLiteral("first"));
    look(0, Part::Memory);
    EXPECT_TRUE(details().status().contains(QStringLiteral("Run the experiment"))) << details().status().toStdString();
    EXPECT_FALSE(details().memory()->isVisible());
}

TEST_F(WindowInspect, WhatToDoStandsInTheMiddleOfItsWindowUntilThereIsSomethingToSee) {
    open(QStringLiteral("first"));
    look(0, Part::Memory);
    DetailsWindow* own = inspector().openWindow();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(own));
    const auto labels = own->details()->findChildren<QLabel*>(QString(), Qt::FindDirectChildrenOnly);
    ASSERT_EQ(labels.size(), 1);
    const QLabel* status = labels.front();
    EXPECT_EQ(status->text(), own->details()->status());
    EXPECT_EQ(status->alignment(), Qt::AlignCenter);
    EXPECT_TRUE(waitFor([&] { return status->height() > own->details()->height() * 9 / 10; }));
    startRun();
    ASSERT_TRUE(waitFor([&] { return own->details()->memory()->isVisible(); }));
    EXPECT_TRUE(waitFor([&] { return status->height() < own->details()->height() / 10; }));
    EXPECT_FALSE(status->alignment().testFlag(Qt::AlignHCenter));
    stopRun();
}

TEST_F(WindowInspect, ThePartsShowALiveProcessAndKeepItGreyedAfterItsEnd) {
    open(QStringLiteral("first"));
    look(0, Part::Memory);
    startRun();
    ASSERT_TRUE(waitFor([&] { return !details().memory()->map()->blocks().empty(); }))
        << details().status().toStdString();
    EXPECT_TRUE(details().status().startsWith(QStringLiteral("Live")));
    EXPECT_NE(valueOf(details().memory()->sections(), QStringLiteral("Stack")), QString());
    EXPECT_NE(valueOf(details().memory()->sections(), QStringLiteral("Text")), QString());
    look(0, Part::Control);
    ASSERT_TRUE(waitFor([&] { return details().control()->model()->rowCount() > 50; }));
    EXPECT_EQ(valueOf(details().control(), QStringLiteral("Process number")), QString::number(run().processes[0].pid));
    EXPECT_EQ(valueOf(details().control(), QStringLiteral("Parent")), QString::number(run().processes[0].ppid));
    look(0, Part::Descriptors);
    ASSERT_TRUE(waitFor([&] { return details().descriptors()->model()->rowCount() > 3; }));
    const QString link = QString::fromStdString(run().links[0].name);
    bool named = false;
    for (int row = 0; row < details().descriptors()->model()->rowCount(); ++row)
        named = named || details().descriptors()->textOf(row, 2) == QStringLiteral("%1: sends").arg(link);
    EXPECT_TRUE(named) << "the end of the link is among the descriptors";
    look(0, Part::Threads);
    ASSERT_TRUE(waitFor([&] { return details().threads()->model()->rowCount() >= 1; }));
    EXPECT_EQ(details().threads()->textOf(0, 0), QString::number(run().processes[0].pid));
    look(0, Part::Limits);
    ASSERT_TRUE(waitFor([&] { return !valueOf(details().limits(), QStringLiteral("Open files")).isEmpty(); }));
    stopRun();
    ASSERT_TRUE(waitFor([&] { return details().status().startsWith(QStringLiteral("It has ended")); }));
    EXPECT_FALSE(valueOf(details().limits(), QStringLiteral("Open files")).isEmpty());
    look(0, Part::Memory);
    EXPECT_FALSE(details().memory()->map()->blocks().empty());
    actions().run->trigger();
    EXPECT_FALSE(details().status().startsWith(QStringLiteral("It has ended")))
        << "a new run begins with nothing known";
    stopRun();
}

TEST_F(WindowInspect, ABlockOfTheMapIsSelectedByMouseAndKeysAndDescribed) {
    open(QStringLiteral("first"));
    look(1, Part::Memory);
    startRun();
    AddressMap* map = details().memory()->map();
    ASSERT_TRUE(waitFor([&] { return map->blocks().size() > 3; }));
    std::size_t at = 0;
    while (map->blocks()[at].gap) ++at;
    QTest::mouseClick(map, Qt::LeftButton, Qt::NoModifier, map->rectOf(map->blocks()[at]).center().toPoint());
    EXPECT_EQ(map->selected(), static_cast<int>(at));
    EXPECT_EQ(map->accessibleDescription(), map->nameOf(map->blocks()[at]));
    EXPECT_TRUE(map->textOf(map->blocks()[at]).contains(QStringLiteral("In memory: ")));
    QTest::keyClick(map, Qt::Key_Down);
    EXPECT_GT(map->selected(), static_cast<int>(at));
    stopRun();
}

TEST_F(WindowInspect, APausedProcessIsLookedAtByItselfAndOnesWish) {
    if (!knowsRegisters()) GTEST_SKIP() << "the registers of this architecture are not known";
    open(QStringLiteral("first"));
    look(0, Part::Registers);
    startRun();
    LookPage* page = details().look();
    ASSERT_TRUE(waitFor([&] { return page->button()->isEnabled() && page->isVisible(); }));
    QTest::mouseClick(page->button(), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return page->table()->model()->rowCount() > 10; })) << page->said().toStdString();
    EXPECT_TRUE(page->said().contains(QStringLiteral("held for"))) << page->said().toStdString();
    session().control()->setPaused(0, true);
    const auto calls = [&] {
        QString all;
        for (int row = 0; row < page->table()->model()->rowCount(); ++row)
            all += page->table()->textOf(row, 1) + QLatin1Char('\n');
        return all;
    };
    EXPECT_TRUE(waitFor([&] { return calls().contains(QStringLiteral("WorkerContext")); })) << calls().toStdString();
    session().control()->setPaused(0, false);
    const std::uint64_t before = run().links[0].received;
    EXPECT_TRUE(waitFor([&] { return run().links[0].received > before; }));
    stopRun();
    EXPECT_FALSE(page->button()->isEnabled());
}

TEST_F(WindowInspect, TheWindowOfItsOwnFollowsTheSelectionAndShowsEveryColumn) {
    open(QStringLiteral("first"));
    look(0, Part::Control);
    startRun();
    QTest::mouseClick(inspector().windowButton(), Qt::LeftButton);
    DetailsWindow* own = inspector().openWindow();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(own));
    EXPECT_EQ(own->tabs()->currentIndex(), static_cast<int>(Part::Control));
    ASSERT_TRUE(waitFor([&] { return own->details()->control()->model()->rowCount() > 50; }));
    EXPECT_FALSE(own->details()->control()->isColumnHidden(2));
    EXPECT_TRUE(details().control()->isColumnHidden(2)) << "the column of the inspector is too narrow for it";
    window().select({Selection::Kind::Process, 1});
    EXPECT_TRUE(waitFor([&] {
        return valueOf(own->details()->control(), QStringLiteral("Process number")) ==
               QString::number(run().processes[1].pid);
    }));
    EXPECT_TRUE(own->windowTitle().contains(QString::fromStdString(run().processes[1].name)));
    m_language.choose(QStringLiteral("ko"));
    EXPECT_TRUE(waitFor([&] { return own->tabs()->tabText(0) == QStringLiteral("메모리"); }));
    QTest::keyClick(own, Qt::Key_Escape);
    EXPECT_FALSE(own->isVisible());
    stopRun();
}

TEST_F(WindowInspect, AProcessKilledWhileItIsLookedAtLeavesItsLastSnapshot) {
    open(QStringLiteral("first"));
    look(1, Part::Memory);
    startRun();
    ASSERT_TRUE(waitFor([&] { return !details().memory()->map()->blocks().empty(); }));
    session().control()->kill(1);
    ASSERT_TRUE(waitFor([&] { return details().status().startsWith(QStringLiteral("It has ended")); }))
        << details().status().toStdString();
    EXPECT_FALSE(details().memory()->map()->blocks().empty());
    stopRun();
}

}  // namespace
}  // namespace ipclab

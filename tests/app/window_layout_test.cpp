// How the centre of the window shares its height: what a newcomer sees of a default experiment at 1280 × 800, in both
// languages, without scrolling anything.
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

#include "app/window_fixture.h"
#include "canvas/canvas_view.h"
#include "plot/chart_stack.h"
#include "plot/curve_chart.h"
#include "plot/lane_chart.h"
#include "window/charts_panel.h"
#include "window/description_strip.h"
#include "window/hint_bar.h"
#include "window/statistics_tab.h"
#include "window/table_view.h"
#include "window/tables_panel.h"

namespace ipclab {
namespace {

class WindowLayout : public WindowTest {
protected:
    ChartPage& page() { return *window().charts()->page(); }
    // As far as it is in sight without scrolling.
    double seenPlotPx(const TimeChart& chart) {
        const QRect view = page().stack()->viewport()->rect();
        const QPoint corner = chart.mapTo(page().stack()->viewport(), QPoint(0, 0));
        return chart.isVisible() ? chart.plotArea().translated(corner).intersected(QRectF(view)).height() : 0;
    }
    void speak(const char* language) {
        (QLatin1String(language) == QLatin1String("ko") ? actions().korean : actions().english)->trigger();
        QCoreApplication::processEvents();
    }
    void openAndRun(const char* preset) {
        window().open(readPresetDocument(QString::fromLatin1(preset)));
        session().setDuration(kNsPerSecond / 2);
        actions().run->trigger();
        ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Finished; }));
        QCoreApplication::processEvents();
    }
    QTabBar& tabBar() { return *window().tables()->tabs()->tabBar(); }
};

TEST_F(WindowLayout, ThreeChartsAndTheLanesCanBeReadWithoutScrolling) {
    for (const char* language : {"en", "ko"}) {
        open(QStringLiteral("first"));
        window().hints()->show();  // as at the first start
        speak(language);
        for (const char* preset : {"first", "c-pipe", "three-producers", "relay-pipeline-shm"}) {
            openAndRun(preset);
            int readable = 0;
            for (const TimeChart* chart : page().charts())
                readable += qobject_cast<const CurveChart*>(chart) && seenPlotPx(*chart) >= 90 ? 1 : 0;
            const auto* states = static_cast<const LaneChart*>(window().charts()->chart(RunChart::States));
            const bool few = states->lanes().size() <= 3;
            EXPECT_GE(readable, few ? 3 : 2) << preset << ' ' << language;
            // Of more than three the others scroll into sight where the canvas is high.
            EXPECT_GE(seenPlotPx(*states), 18.0 * static_cast<double>(std::min<std::size_t>(states->lanes().size(), 3)))
                << preset << ' ' << language;
            EXPECT_GE(states->laneRect(1).top() - states->laneRect(0).top(), 18);
            EXPECT_EQ(window().size(), QSize(1280, 800)) << preset;
        }
    }
}

// Of eight curves two were named once.
TEST_F(WindowLayout, EveryCurveIsNamed) {
    open(QStringLiteral("relay-pipeline-shm"));
    openAndRun("relay-pipeline-shm");
    for (const TimeChart* chart : page().charts()) {
        if (!chart->isVisible()) continue;
        EXPECT_EQ(chart->column()->shownRows(), chart->column()->rows().size()) << chart->title().toStdString();
    }
}

TEST_F(WindowLayout, TheDescriptionFoldsForARunAndUnfoldsWhenItIsWanted) {
    open(QStringLiteral("first"));
    DescriptionStrip* strip = window().findChild<DescriptionStrip*>();
    EXPECT_FALSE(strip->isFolded());
    const int unfolded = strip->height();
    startRun();
    EXPECT_TRUE(strip->isFolded());
    EXPECT_TRUE(waitFor([&] { return strip->height() < unfolded; }));
    EXPECT_TRUE(strip->foldButton()->toolTip().contains(QStringLiteral("what to look at")));
    QTest::mouseClick(strip->foldButton(), Qt::LeftButton);
    EXPECT_FALSE(strip->isFolded());
    stopRun();
    EXPECT_FALSE(strip->isFolded()) << "it was unfolded by hand";
    window().resize(1920, 1080);
    startRun();
    EXPECT_FALSE(strip->isFolded()) << "there is room for both";
    stopRun();
}

// The next click must not hit something else.
TEST_F(WindowLayout, TabsStayWhereTheyAreWhateverIsChosen) {
    open(QStringLiteral("first"));
    const QPoint before = tabBar().mapToGlobal(QPoint(0, 0));
    for (int i = 0; i < tabBar().count(); ++i) {
        if (!tabBar().isTabVisible(i)) continue;
        QTest::mouseClick(&tabBar(), Qt::LeftButton, {}, tabBar().tabRect(i).center());
        QTest::qWait(1);
        EXPECT_EQ(window().tables()->tabs()->currentIndex(), i);
        EXPECT_EQ(tabBar().mapToGlobal(QPoint(0, 0)), before) << tabBar().tabText(i).toStdString();
    }
    QToolButton* taller = window().tables()->tallerButton();
    const int height = window().tables()->height();
    taller->click();
    EXPECT_TRUE(waitFor([&] { return window().tables()->height() > height + 100; }));
    taller->click();
    EXPECT_TRUE(waitFor([&] { return window().tables()->height() == height; }));
}

TEST_F(WindowLayout, NoTabIsNarrowerThanItsLabelOrOutOfSight) {
    for (const char* language : {"en", "ko"}) {
        open(QStringLiteral("first"));
        speak(language);
        QTest::qWait(1);
        for (int i = 0; i < tabBar().count(); ++i) {
            if (!tabBar().isTabVisible(i)) continue;
            const QRect tab = tabBar().tabRect(i);
            const int label = tabBar().fontMetrics().horizontalAdvance(tabBar().tabText(i));
            EXPECT_GE(tab.width(), label + 10) << tabBar().tabText(i).toStdString();
            EXPECT_TRUE(tabBar().rect().contains(tab)) << tabBar().tabText(i).toStdString();
        }
    }
}

// A screen of 1920 × 1080 at twice its scale.
TEST_F(WindowLayout, EverythingStaysInAVeryLowWindow) {
    open(QStringLiteral("first"));
    window().resize(960, 540);
    QTest::qWait(1);
    window().open(readPresetDocument(QStringLiteral("c-pipe")));
    QTest::qWait(1);
    EXPECT_EQ(window().height(), 540);
    EXPECT_TRUE(tabBar().isVisible());
    const QRect tabs(tabBar().mapTo(&window(), QPoint(0, 0)), tabBar().size());
    EXPECT_TRUE(window().rect().contains(tabs));
    EXPECT_GE(seenPlotPx(*window().charts()->chart(RunChart::Throughput)), 60);
}

TEST_F(WindowLayout, StatisticsComeToTheFrontWithBothMarkersAndCanBeCopied) {
    open(QStringLiteral("first"));
    openAndRun("first");
    TimeAxis& axis = *page().axis();
    axis.setMarker(Marker::A, run().startNs + 100'000'000);
    StatisticsTab* tab = window().tables()->statistics();
    EXPECT_FALSE(tab->isVisible());
    axis.setMarker(Marker::B, run().startNs + 300'000'000);
    ASSERT_TRUE(tab->isVisible());
    EXPECT_TRUE(tab->heading().contains(QStringLiteral("200.0 ms"))) << tab->heading().toStdString();
    const QAbstractItemModel& rows = *tab->table()->model();
    ASSERT_GE(rows.rowCount(), 5);
    EXPECT_EQ(rows.index(0, 0).data().toString(), window().charts()->chart(RunChart::Throughput)->title());
    tab->table()->copyAll();
    const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), rows.rowCount() + 1);
    EXPECT_TRUE(lines[0].startsWith(QStringLiteral("Chart\tOf\tmin\tmean\tp50")));
    EXPECT_EQ(lines[1].count(QLatin1Char('\t')), rows.columnCount() - 1);
    tab->table()->selectRow(1);
    QTest::keyClick(tab->table(), Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QApplication::clipboard()->text().count(QLatin1Char('\n')), 2);
    axis.setMarker(Marker::B, std::nullopt);
    EXPECT_FALSE(tab->isVisible()) << "with nothing to tell it goes back";
    EXPECT_TRUE(window().tables()->processView()->isVisible());
}

TEST_F(WindowLayout, AClickOnAnIntervalSelectsItsProcessEverywhere) {
    open(QStringLiteral("first"));
    openAndRun("first");
    auto* states = static_cast<LaneChart*>(window().charts()->chart(RunChart::States));
    const QRectF lane = states->laneRect(1);
    QTest::mouseClick(states, Qt::LeftButton, {},
                      QPointF(states->plotArea().center().x(), lane.center().y()).toPoint());
    EXPECT_EQ(window().canvas()->selection(), (Selection{Selection::Kind::Process, 1}));
    EXPECT_EQ(window().tables()->processView()->currentIndex().row(), 1);
}

}  // namespace
}  // namespace ipclab

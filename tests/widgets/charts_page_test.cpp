#include "plot/chart_page.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QHelpEvent>
#include <QTest>
#include <QToolTip>
#include <cmath>

#include "live_page.h"
#include "plot/chart_stack.h"
#include "plot/overview_strip.h"
#include "plot/plain_tip.h"
#include "plot/state_legend.h"

namespace ipclab {
namespace {

using test::dragOn;
using test::kMs;
using test::kOrigin;
using test::LivePage;
using test::wheel;

TEST(PlainTip, ShowsTextAsItIs) {
    EXPECT_EQ(plainTip(QStringLiteral("plain & simple\nsecond line")), QStringLiteral("plain & simple\nsecond line"));
    EXPECT_TRUE(
        plainTip(QStringLiteral("<b>bold</b> & x")).contains(QStringLiteral("&lt;b&gt;bold&lt;/b&gt; &amp; x")));
}

TEST_F(LivePage, SpaceFreezesAndEndFollowsAgain) {
    EXPECT_TRUE(axis().isFollowing());
    EXPECT_FALSE(page.bannerVisible());
    press(Qt::Key_Space);
    EXPECT_FALSE(axis().isFollowing());
    EXPECT_TRUE(page.bannerVisible());
    EXPECT_TRUE(page.chartActions().freeze->isChecked());
    const Nanoseconds end = axis().end();
    page.setNow(kOrigin + 25'000 * kMs);
    EXPECT_EQ(axis().end(), end);
    press(Qt::Key_End);
    EXPECT_TRUE(axis().isFollowing());
    EXPECT_EQ(axis().end(), kOrigin + 25'000 * kMs);
    EXPECT_FALSE(page.chartActions().freeze->isChecked());
}

TEST_F(LivePage, EveryActionHasTextShortcutAndATooltipThatNamesIt) {
    for (const QAction* action : page.chartActions().all()) {
        EXPECT_FALSE(action->text().isEmpty());
        ASSERT_FALSE(action->shortcut().isEmpty()) << action->text().toStdString();
        EXPECT_TRUE(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)));
    }
}

TEST_F(LivePage, PlusMinusAndArrowsZoomPanAndFreeze) {
    const Nanoseconds window = axis().window();
    press(Qt::Key_Plus);
    EXPECT_EQ(axis().window(), window / 2);
    EXPECT_FALSE(axis().isFollowing());
    press(Qt::Key_Minus);
    EXPECT_EQ(axis().window(), window);
    const Nanoseconds begin = axis().begin();
    press(Qt::Key_Left);
    EXPECT_EQ(axis().begin(), begin - window / 10);
    press(Qt::Key_Right);
    EXPECT_EQ(axis().begin(), begin);
}

TEST_F(LivePage, FShowsTheWholeRun) {
    press(Qt::Key_F);
    EXPECT_LE(axis().begin(), kOrigin);
    EXPECT_GE(axis().end(), kOrigin + 20'000 * kMs);
    EXPECT_LT(axis().window(), 21'000 * kMs);
}

TEST_F(LivePage, TheWheelZoomsAtTheCursor) {
    const QPointF at(curves->plotArea().left() + 100, curves->plotArea().center().y());
    press(Qt::Key_Space);
    const Nanoseconds before = curves->timeAt(at.x());
    wheel(*curves, at, 120);
    EXPECT_LT(axis().window(), 10 * kNsPerSecond);
    EXPECT_NEAR(static_cast<double>(curves->timeAt(at.x()) - before), 0,
                2.0 * static_cast<double>(axis().window()) / curves->plotArea().width());
}

TEST_F(LivePage, DraggingPans) {
    const QPoint from = curves->plotArea().center().toPoint();
    const Nanoseconds begin = axis().begin();
    QTest::mousePress(curves, Qt::LeftButton, {}, from);
    for (int step : {30, 100}) {
        const QPointF at = from + QPoint(step, 0);
        QMouseEvent move(QEvent::MouseMove, at, curves->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(curves, &move);
    }
    QTest::mouseRelease(curves, Qt::LeftButton, {}, from + QPoint(100, 0));
    EXPECT_FALSE(axis().isFollowing());
    const double moved = static_cast<double>(begin - axis().begin()) / static_cast<double>(axis().window());
    EXPECT_NEAR(moved, 100 / curves->plotArea().width(), 0.01);
}

TEST_F(LivePage, TheCrosshairIsSharedAndReadsTheNewestValue) {
    press(Qt::Key_Space);
    const QPointF at(lanes->plotArea().center());
    QMouseEvent move(QEvent::MouseMove, at, lanes->mapToGlobal(at), Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(lanes, &move);
    ASSERT_TRUE(axis().crosshair());
    const auto rows = curves->valueRows(kOrigin + 12'345 * kMs + 7);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].name, "sent");
    EXPECT_EQ(rows[0].value, "12.3k");
    EXPECT_EQ(rows[1].value, "24");
    EXPECT_EQ(lanes->valueRows(kOrigin + 150 * kMs)[0].name, "waiting");
}

TEST_F(LivePage, ChartsKeepAHeightThatCanBeReadAndThenScroll) {
    page.resize(900, 180);
    QTest::qWait(1);
    EXPECT_GE(curves->plotArea().height(), TimeChart::kLeastPlotPx);
    EXPECT_GE(lanes->laneRect(0).height(), LaneChart::kLeastPitchPx - 3);
    EXPECT_GT(page.stack()->widget()->height(), page.stack()->viewport()->height());
    const double right = curves->plotArea().right();
    page.resize(900, 700);
    QTest::qWait(1);
    EXPECT_EQ(curves->plotArea().right(), right) << "the room of the scroll bar was kept";
    EXPECT_LE(lanes->height(), lanes->mostHeight());
    EXPECT_EQ(lanes->geometry().bottom(), page.stack()->widget()->rect().bottom());
}

TEST_F(LivePage, PlotAreasAlignAndDoNotMoveWhenLabelsGrow) {
    EXPECT_EQ(curves->plotArea().left(), lanes->plotArea().left());
    EXPECT_EQ(curves->plotArea().right(), lanes->plotArea().right());
    const QRectF before = curves->plotArea();
    rate.append(kOrigin + 20'001 * kMs, 123'456'789'012.0);
    page.setNow(kOrigin + 20'100 * kMs);
    EXPECT_EQ(curves->plotArea(), before);
    EXPECT_GE(curves->yScale().high, 123'456'789'012.0);
}

TEST_F(LivePage, ATickTellsItsTextUnderTheMouse) {
    page.setEvents({{kOrigin + 15'000 * kMs, "producer: rate <b>2,000</b>"}});
    for (TimeChart* chart : {static_cast<TimeChart*>(curves), static_cast<TimeChart*>(lanes)}) {
        const QPoint at(static_cast<int>(chart->xOf(kOrigin + 15'000 * kMs)), 40);
        QHelpEvent help(QEvent::ToolTip, at, chart->mapToGlobal(at));
        QApplication::sendEvent(chart, &help);
        EXPECT_TRUE(QToolTip::text().contains(QStringLiteral("producer"))) << QToolTip::text().toStdString();
        EXPECT_FALSE(QToolTip::text().contains(QStringLiteral("<b>"))) << "what it says is no markup";
        QToolTip::hideText();
    }
}

TEST_F(LivePage, AFreezeMovesNoPlot) {
    page.resize(746, 500);  // where legend and banner have not much room
    const auto places = [&] {
        std::vector<QRect> all;
        for (const TimeChart* chart : page.charts())
            all.emplace_back(chart->mapTo(&page, QPoint(0, 0)), chart->plotArea().size().toSize());
        return all;
    };
    const auto before = places();
    press(Qt::Key_Space);
    QTest::qWait(1);
    EXPECT_EQ(places(), before);
    press(Qt::Key_End);
    QTest::qWait(1);
    EXPECT_EQ(places(), before);
}

TEST_F(LivePage, ARectangleZoomsBothWaysAndADoubleClickTakesItBack) {
    press(Qt::Key_Space);
    const Scale before = curves->yScale();
    const QRectF plot = curves->plotArea();
    const Nanoseconds begin = curves->timeAt(plot.left() + 100), end = curves->timeAt(plot.left() + 300);
    dragOn(*curves, {plot.left() + 100, plot.top() + plot.height() / 4},
           {plot.left() + 300, plot.top() + plot.height() / 2}, Qt::ShiftModifier);
    EXPECT_NEAR(static_cast<double>(axis().begin() - begin), 0, 5e6);
    EXPECT_NEAR(static_cast<double>(axis().end() - end), 0, 5e6);
    ASSERT_TRUE(curves->isValueZoomed());
    EXPECT_NEAR(curves->yScale().low, before.at(0.5), (before.high - before.low) * 0.02);
    EXPECT_NEAR(curves->yScale().high, before.at(0.75), (before.high - before.low) * 0.02);
    QTest::mouseDClick(curves, Qt::LeftButton, {}, plot.center().toPoint());
    EXPECT_FALSE(curves->isValueZoomed());
    EXPECT_TRUE(axis().isFollowing());
    EXPECT_EQ(curves->yScale().low, 0);
}

TEST_F(LivePage, TheOverviewShowsTheRunAndItsHandleWhatIsSeen) {
    OverviewStrip* overview = page.overview();
    axis().setWindow(5 * kNsPerSecond);
    EXPECT_NEAR(overview->handleRect().right(), overview->xOf(kOrigin + 20'000 * kMs), 1);
    EXPECT_NEAR(overview->handleRect().left(), overview->xOf(kOrigin + 15'000 * kMs), 1);
    const QPointF middle = overview->handleRect().center();
    const double perSecond = overview->handleRect().width() / 5;
    dragOn(*overview, middle, middle - QPointF(5 * perSecond, 0));
    EXPECT_FALSE(axis().isFollowing());
    EXPECT_NEAR(toSeconds(axis().begin() - kOrigin), 10, 0.1);
    EXPECT_EQ(axis().window(), 5 * kNsPerSecond);
    const QRectF handle = overview->handleRect();
    dragOn(*overview, QPointF(handle.left(), handle.center().y()), handle.center() - QPointF(0, 0));
    EXPECT_NEAR(toSeconds(axis().window()), 2.5, 0.1);
    const QPointF held = overview->handleRect().center();
    dragOn(*overview, held, held + QPointF(30 * perSecond, 0));
    EXPECT_TRUE(axis().isFollowing()) << "at the end of a run that goes on";
    QTest::mouseDClick(overview, Qt::LeftButton, {}, middle.toPoint());
    EXPECT_GE(axis().window(), 20 * kNsPerSecond);
}

TEST_F(LivePage, ThemeReachesEveryChartAndNamesAreAccessible) {
    page.setTheme(ChartTheme::darkTheme());
    for (const TimeChart* chart : page.charts()) {
        EXPECT_TRUE(chart->theme().dark);
        EXPECT_FALSE(chart->accessibleName().isEmpty());
    }
    EXPECT_TRUE(page.findChild<StateLegend*>()->accessibleDescription().contains("W: waiting"));
}

TEST_F(LivePage, RemovingChartsLeavesAPageThatWorks) {
    page.clear();
    page.chartActions().freeze->trigger();
    page.chartActions().copy->trigger();
    page.setNow(kOrigin + 30'000 * kMs);
    EXPECT_TRUE(page.charts().empty());
}

TEST(ChartPage, EmptyChartsSayWhatToDo) {
    ChartPage page;
    auto* chart = new CurveChart(page.axis());
    page.addChart(chart);
    page.resize(600, 300);
    page.show();
    EXPECT_TRUE(chart->isEmpty());
    EXPECT_TRUE(chart->emptyText().contains("Run"));
    EXPECT_FALSE(page.grab().isNull());
}

}  // namespace
}  // namespace ipclab

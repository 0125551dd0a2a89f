#include "plot/chart_page.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QTest>
#include <QWheelEvent>
#include <cmath>

#include "chart_times.h"
#include "plot/chart_stack.h"
#include "plot/chart_statistics.h"
#include "plot/curve_chart.h"
#include "plot/lane_chart.h"
#include "plot/overview_strip.h"
#include "plot/plain_tip.h"
#include "plot/state_legend.h"
#include "plot/state_palette.h"
#include "plot/units.h"

namespace ipclab {
namespace {

TEST(PlainTip, ShowsTextAsItIs) {
    EXPECT_EQ(plainTip(QStringLiteral("plain & simple\nsecond line")), QStringLiteral("plain & simple\nsecond line"));
    EXPECT_TRUE(
        plainTip(QStringLiteral("<b>bold</b> & x")).contains(QStringLiteral("&lt;b&gt;bold&lt;/b&gt; &amp; x")));
}

using test::kMs;
using test::kOrigin;

struct LivePage : testing::Test {
    LivePage() {
        for (int i = 0; i <= 20'000; ++i) {
            rate.append(kOrigin + i * kMs, i);
            if (i % 500 == 0) depth.append(kOrigin + i * kMs, i / 500);
        }
        for (int i = 0; i < 200; ++i) {
            lane.append(kOrigin + i * 100 * kMs, kOrigin + (i + 1) * 100 * kMs,
                        i % 2 ? ProcessState::Waiting : ProcessState::Running, 1, 3);
        }
        curves = new CurveChart(page.axis());
        curves->setTitle("Throughput");
        curves->setQuantity("rate");
        curves->setCurves(
            {{"sent", &rate, 0, Qt::SolidLine, "messages/s"}, {"depth", &depth, 1, Qt::DashLine, "messages/s", true}});
        lanes = new LaneChart(page.axis());
        lanes->setTitle("States");
        lanes->setLanes({{"producer", 4711, &lane, [](const StateInterval&) { return QString("pipe full"); }}});
        page.addChart(curves);
        page.addChart(lanes);
        page.axis()->restart(kOrigin);
        page.resize(900, 500);
        page.show();
        page.activateWindow();
        curves->setFocus();
        page.setNow(kOrigin + 20'000 * kMs);
        QTest::qWait(1);
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(curves, key, modifiers);
    }
    TimeAxis& axis() { return *page.axis(); }

    TimeSeries rate, depth;
    StateSeries lane;
    ChartPage page;
    CurveChart* curves;
    LaneChart* lanes;
};

// 250 samples of 4,000 a second, and one of 150,000 near the end.
TEST(ShortPeaks, DoNotSetTheScaleAndAreNamedWhereTheyLeaveThePlot) {
    TimeSeries rate;
    for (int i = 0; i < 250; ++i) rate.append(kOrigin + i * 20 * kMs, i == 240 ? 150'000 : 4'000);
    ChartPage page;
    auto* chart = new CurveChart(page.axis());
    page.addChart(chart);
    chart->setCurves({{"pipe", &rate, 0, Qt::SolidLine, "messages/s"}});
    page.axis()->restart(kOrigin);
    page.axis()->setWindow(5 * kNsPerSecond);
    page.resize(900, 300);
    page.show();
    page.setNow(kOrigin + 5 * kNsPerSecond);
    QTest::qWait(1);
    EXPECT_GE(chart->yScale().high, 150'000);
    chart->setPeaksCut(true);
    page.axis()->showRange(kOrigin, kOrigin + 5 * kNsPerSecond);
    chart->setCurves({{"pipe", &rate, 0, Qt::SolidLine, "messages/s"}});
    EXPECT_LE(chart->yScale().high, 8'000);
    ASSERT_EQ(chart->cutPeaks().size(), 1U);
    EXPECT_EQ(chart->cutPeaks()[0].value, 150'000);
    // Near enough it is no short peak any more.
    page.axis()->showRange(kOrigin + 4'700 * kMs, kOrigin + 4'900 * kMs);
    EXPECT_TRUE(chart->cutPeaks().empty());
    EXPECT_GE(chart->yScale().high, 150'000);
}

// However long it drains after the stop, and unless that alone is looked at.
TEST(ShortPeaks, WhatDrainsAfterTheStopIsOneOfThem) {
    CurvePicture picture;
    for (int i = 0; i < 300; ++i) picture.samples.push_back({kOrigin + i * 20 * kMs, i < 250 ? 4'000.0 : 150'000.0});
    const ColumnGrid grid{kOrigin, 20 * kMs, 300};
    EXPECT_FALSE(findShortPeaks({picture}, grid));
    const auto found = findShortPeaks({picture}, grid, kOrigin + 250 * 20 * kMs);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->restMax, 4'000);
    ASSERT_EQ(found->peaks.size(), 1U);
    EXPECT_EQ(found->peaks[0].value, 150'000);
    EXPECT_FALSE(findShortPeaks({picture}, {kOrigin + 260 * 20 * kMs, 20 * kMs, 40}, kOrigin + 250 * 20 * kMs));
    for (Sample& sample : picture.samples) sample.value = 4'000;
    EXPECT_FALSE(findShortPeaks({picture}, grid, kOrigin + 250 * 20 * kMs));
}

TEST(ShortPeaks, WhatComesAgainAndAgainIsNone) {
    TimeSeries rate;
    for (int i = 0; i < 400; ++i) rate.append(kOrigin + i * 20 * kMs, i % 80 == 79 ? 150'000 : 4'000);
    CurvePicture picture;
    for (int i = 0; i < 400; ++i)
        picture.samples.push_back({kOrigin + i * 20 * kMs, i % 80 == 79 ? 150'000.0 : 4'000.0});
    EXPECT_FALSE(findShortPeaks({picture}, {kOrigin, 20 * kMs, 400}));
    picture.samples.resize(160);
    EXPECT_TRUE(findShortPeaks({picture}, {kOrigin, 20 * kMs, 400}));
    picture.samples.resize(30);
    EXPECT_FALSE(findShortPeaks({picture}, {kOrigin, 20 * kMs, 400}));
}

void wheel(QWidget& widget, const QPointF& at, int delta) {
    QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QApplication::sendEvent(&widget, &event);
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

// Beside the plots and never over them: the newest values, and those at the crosshair.
TEST_F(LivePage, TheColumnRightOfThePlotNamesEveryCurveAndReadsItsValue) {
    press(Qt::Key_Space);
    const auto values = [&] {
        QStringList texts;
        for (const ValueRow& row : curves->column()->rows()) texts << row.name + QLatin1Char(' ') + row.value;
        return texts;
    };
    EXPECT_EQ(values(), (QStringList{"sent 20.0k", "depth 40"}));
    EXPECT_EQ(lanes->column()->rows()[0].state, ProcessState::Waiting);
    EXPECT_EQ(lanes->column()->rows()[0].value, "4711");
    axis().setCrosshair(kOrigin + 12'100 * kMs);
    EXPECT_EQ(values(), (QStringList{"sent 12.1k", "depth 24"}));
    EXPECT_EQ(lanes->column()->rows()[0].state, ProcessState::Waiting);
    axis().setCrosshair(kOrigin + 12'050 * kMs);
    EXPECT_EQ(lanes->column()->rows()[0].state, ProcessState::Running);
    for (const TimeChart* chart : page.charts())
        EXPECT_GT(chart->column()->x(), chart->plotArea().right()) << chart->title().toStdString();
}

TEST_F(LivePage, ASecondUnitHasAScaleOfItsOwnBetweenPlotAndColumn) {
    const int before = curves->column()->x();
    curves->setCurves({{"sent", &rate, 0, Qt::SolidLine, "messages"}, {"queued", &depth, 1, Qt::DashLine, "B", true}});
    EXPECT_EQ(curves->secondUnit(), "B");
    EXPECT_GE(curves->yScale().high, 20'000);
    EXPECT_LE(curves->secondScale().high, 64);
    EXPECT_GT(curves->column()->x(), before);
    EXPECT_EQ(curves->column()->rows()[1].value, "40 B");
}

TEST_F(LivePage, MarkersGiveStatisticsBetweenThem) {
    press(Qt::Key_Space);
    axis().setCrosshair(kOrigin + 11'000 * kMs);
    press(Qt::Key_A);
    axis().setCrosshair(kOrigin + 13'000 * kMs);
    press(Qt::Key_B);
    EXPECT_EQ(axis().marker(Marker::A), kOrigin + 11'000 * kMs);
    EXPECT_EQ(axis().marker(Marker::B), kOrigin + 13'000 * kMs);
    const ChartStatistics table = ChartStatistics::of(page);
    EXPECT_TRUE(table.heading().contains("2.000 s")) << table.heading().toStdString();
    EXPECT_EQ(table.columns(), (QStringList{"Chart", "Of", "min", "mean", "p50", "p90", "p99", "max", "change", "sum",
                                            "running", "waiting"}));
    ASSERT_EQ(table.rows().size(), 3);
    EXPECT_EQ(table.rows()[0], (QStringList{"Throughput", "sent (messages/s)", "11.0k", "12.0k", "12.0k", "12.8k",
                                            "13.0k", "13.0k", "2.00k", "24.0k", "", ""}))
        << "two seconds of twelve thousand a second are 24 thousand";
    EXPECT_EQ(table.rows()[2].mid(10), (QStringList{"50 %", "50 %"}));
    press(Qt::Key_Escape);
    EXPECT_FALSE(axis().marker(Marker::A));
    EXPECT_TRUE(ChartStatistics::of(page).rows().isEmpty());
}

TEST_F(LivePage, AClickOnANameTogglesItsCurve) {
    ValueColumn* column = curves->column();
    const QPoint entry = column->rowRect(0).center();
    ASSERT_FALSE(column->rowRect(0).isEmpty());
    // What takes the mouse there, as the window's system would find it.
    ASSERT_EQ(curves->childAt(column->mapToParent(entry)), column);
    QTest::mouseClick(column, Qt::LeftButton, {}, entry);
    EXPECT_FALSE(curves->isCurveVisible(0));
    EXPECT_TRUE(curves->isCurveVisible(1));
    EXPECT_TRUE(column->rows()[0].hidden);
    QTest::mouseClick(column, Qt::LeftButton, {}, entry);
    EXPECT_TRUE(curves->isCurveVisible(0));
    press(Qt::Key_2);
    EXPECT_FALSE(curves->isCurveVisible(1));
}

// Eight curves (two links, four percentiles) are all named at the least height; of more the rest is counted.
TEST_F(LivePage, TheColumnNamesAsManyCurvesAsHaveRoom) {
    std::vector<Curve> many;
    for (int i = 0; i < 8; ++i) many.push_back({QStringLiteral("curve %1").arg(i), &rate, i, Qt::SolidLine, {}});
    curves->setCurves(many);
    curves->resize(curves->width(), curves->leastHeight());
    EXPECT_EQ(curves->column()->shownRows(), 8U);
    for (int i = 0; i < 40; ++i) many.push_back(many[0]);
    curves->setCurves(many);
    EXPECT_LT(curves->column()->shownRows(), 20U);
    EXPECT_GE(curves->column()->shownRows(), 6U);
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

TEST_F(LivePage, TheScaleGrowsAtOnceAndShrinksOnlyAfterAWhile) {
    press(Qt::Key_End);
    axis().setWindow(kNsPerSecond);
    rate.append(kOrigin + 20'001 * kMs, 1e6);
    page.setNow(kOrigin + 20'100 * kMs);
    const double high = curves->yScale().high;
    EXPECT_GE(high, 1e6);
    EXPECT_EQ(curves->yScale().low, 0);
    Nanoseconds t = kOrigin + 20'002 * kMs;
    const auto runTo = [&](Nanoseconds until) {
        for (; t < until; t += 10 * kMs) rate.append(t, 100);
        page.setNow(until);
    };
    runTo(kOrigin + 21'500 * kMs);
    EXPECT_EQ(curves->yScale().high, high);
    for (int ms = 21'600; ms < 25'000; ms += 100) runTo(kOrigin + ms * kMs);
    EXPECT_LT(curves->yScale().high, 1000);
}

TEST_F(LivePage, ALogarithmicAxisSurvivesZeros) {
    curves->setLogarithmic(true);
    EXPECT_GT(curves->yScale().low, 0);
    EXPECT_GE(curves->yScale().high, 20'000);
    EXPECT_EQ(curves->yScale().share(0), 0);
}

TEST_F(LivePage, AClickSelectsAnIntervalAndSaysWhatItIs) {
    press(Qt::Key_Space);
    int selected = -1;
    StateInterval got;
    QObject::connect(lanes, &LaneChart::intervalSelected, lanes, [&](int which, const StateInterval& interval) {
        selected = which;
        got = interval;
    });
    const Nanoseconds t = kOrigin + 15'050 * kMs;
    QTest::mouseClick(lanes, Qt::LeftButton, {}, QPointF(lanes->xOf(t), lanes->laneRect(0).center().y()).toPoint());
    EXPECT_EQ(selected, 0);
    EXPECT_EQ(got.start, kOrigin + 15'000 * kMs);
    const QString text = lanes->describe(0, got);
    for (const char* part : {"producer", "4711", "running", "15.0", "100.0 ms", "CPU 1", "pipe full"}) {
        EXPECT_TRUE(text.contains(part)) << part << " in " << text.toStdString();
    }
}

TEST_F(LivePage, LanesCanBeChosenByKeyboard) {
    lanes->setFocus();
    press(Qt::Key_Space);
    axis().setCrosshair(kOrigin + 15'150 * kMs);
    QTest::keyClick(lanes, Qt::Key_Down);
    QTest::keyClick(lanes, Qt::Key_Return);
    ASSERT_TRUE(lanes->selection());
    EXPECT_EQ(lanes->selection()->interval.state, ProcessState::Waiting);
    EXPECT_TRUE(lanes->accessibleDescription().contains("waiting"));
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

void dragOn(QWidget& widget, const QPointF& from, const QPointF& to, Qt::KeyboardModifiers modifiers = {}) {
    QTest::mousePress(&widget, Qt::LeftButton, modifiers, from.toPoint());
    for (const QPointF& at : {(from + to) / 2, to}) {
        QMouseEvent move(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(&widget, &move);
    }
    QTest::mouseRelease(&widget, Qt::LeftButton, modifiers, to.toPoint());
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

#include "plot/curve_chart.h"

#include <gtest/gtest.h>

#include <QTest>
#include <cmath>

#include "live_page.h"
#include "plot/chart_stack.h"
#include "plot/chart_statistics.h"
#include "plot/units.h"

namespace ipclab {
namespace {

using test::kMs;
using test::kOrigin;
using test::LivePage;

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

// A reader that comes late reads it all while it drains.
TEST(ShortPeaks, WhatDrainsSetsTheScaleWhereNothingWasBefore) {
    CurvePicture picture;
    for (int i = 0; i < 60; ++i) picture.samples.push_back({kOrigin + i * 20 * kMs, i < 50 ? 0.0 : 10'300.0});
    const ColumnGrid grid{kOrigin, 20 * kMs, 60};
    const Nanoseconds stop = kOrigin + 50 * 20 * kMs;
    EXPECT_EQ(Extent::before(stop, grid, {picture}).max, 10'300);
    EXPECT_FALSE(findShortPeaks({picture}, grid, stop));
    picture.samples.front().value = 4'000;
    EXPECT_EQ(Extent::before(stop, grid, {picture}).max, 4'000);
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

TEST_F(LivePage, OfARunThatHasEndedNoLaneIsInAStateAnyMore) {
    ASSERT_TRUE(lanes->column()->rows()[0].state);
    axis().setLive(false);
    EXPECT_FALSE(lanes->column()->rows()[0].state);
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
// Beside a second scale the column is narrow.
TEST_F(LivePage, ANameWithoutRoomBesideItsValueHasALineOfItsOwn) {
    const QString name = QStringLiteral("a name that is longer than the column");
    curves->setCurves({{name, &rate, 0, Qt::SolidLine, "messages/s"}, {"short", &depth, 1, Qt::DashLine, "B"}});
    const QRect first = curves->column()->rowRect(0), second = curves->column()->rowRect(1);
    EXPECT_GT(first.height(), 3 * second.height() / 2) << "two lines";
    EXPECT_EQ(second.top(), first.bottom() + 1);
    EXPECT_EQ(curves->column()->shownRows(), 2U);
    std::vector<Curve> many;
    for (int i = 0; i < 16; ++i) many.push_back({name + QString::number(i), &rate, i, Qt::SolidLine, "B"});
    curves->setCurves(many);
    page.alignPlots();
    EXPECT_EQ(curves->column()->rowRect(0).height(), second.height()) << "there is no room for two each";
}

// At the cost of the plot, up to a third of the page.
TEST_F(LivePage, TheColumnIsAsWideAsTheNamesNeed) {
    const int usual = curves->rightMargin();
    const QString some = QStringLiteral("sender-1 · response p50");
    curves->setCurves({{some, &rate, 0, Qt::SolidLine, "ns"}, {"depth", &depth, 1, Qt::DashLine, "ns"}});
    page.alignPlots();
    const int wide = curves->rightMargin();
    EXPECT_GT(wide, usual);
    EXPECT_EQ(lanes->rightMargin(), wide) << "the plots of a page end together";
    const QFontMetrics metrics(chartLabelFont());
    EXPECT_GE(curves->column()->width(), metrics.horizontalAdvance(some) + ValueColumn::usualValuePx());
    curves->setCurves({{QString(400, QLatin1Char('x')), &rate, 0, Qt::SolidLine, "ns"}});
    page.alignPlots();
    EXPECT_LE(curves->rightMargin(), page.width() * 34 / 100);
}

TEST_F(LivePage, AShortenedNameKeepsWhatTellsItFromItsLike) {
    const QFontMetrics metrics(chartLabelFont());
    const QString p50 = QStringLiteral("producer→relay-1 · p50"), alone = QStringLiteral("a long name without parts");
    const int px = metrics.horizontalAdvance(p50) - 20;
    const QString shortened = ValueColumn::shortened(p50, metrics, px);
    EXPECT_TRUE(shortened.startsWith(QStringLiteral("produc"))) << shortened.toStdString();
    EXPECT_TRUE(shortened.endsWith(QStringLiteral("… · p50"))) << shortened.toStdString();
    EXPECT_LE(metrics.horizontalAdvance(shortened), px);
    EXPECT_EQ(ValueColumn::shortened(p50, metrics, px + 20), p50);
    EXPECT_TRUE(ValueColumn::shortened(alone, metrics, 60).endsWith(QChar(0x2026)));
    EXPECT_LE(metrics.horizontalAdvance(ValueColumn::shortened(p50, metrics, 30)), 30);
    const QString system = QStringLiteral("buffer · system"), response = QStringLiteral("there · response p50");
    const QString narrow = ValueColumn::shortened(system, metrics, metrics.horizontalAdvance(system) - 14);
    EXPECT_TRUE(narrow.startsWith(QStringLiteral("buf"))) << "several are called system: " << narrow.toStdString();
    const int px90 = metrics.horizontalAdvance(QStringLiteral("there · …p50")) + 8;
    const QString last = ValueColumn::shortened(response, metrics, px90);
    EXPECT_TRUE(last.startsWith(QStringLiteral("there · "))) << last.toStdString();
    EXPECT_TRUE(last.endsWith(QStringLiteral("p50"))) << "the last word differs: " << last.toStdString();
    EXPECT_LE(metrics.horizontalAdvance(last), px90);
}

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

}  // namespace
}  // namespace ipclab

// What a chart remembers, how it scales with what drains, and rates that are counted over a longer time.
#include <gtest/gtest.h>

#include <QJsonArray>
#include <QMenu>
#include <QTest>
#include <cmath>
#include <limits>

#include "live_page.h"
#include "plot/averaged_series.h"
#include "plot/heat_map_chart.h"

namespace ipclab {
namespace {

using test::kMs;
using test::kOrigin;
using test::LivePage;

TEST(AveragedSeries, HasTheMeanOfEachStretchAtItsEnd) {
    TimeSeries rate;
    AveragedSeries means(rate, 100 * kMs);
    rate.append(kOrigin, 5);
    for (int i = 1; i <= 10; ++i) rate.append(kOrigin + i * 10 * kMs, i <= 5 ? 100 : 200);
    means.grow();
    ASSERT_EQ(means.means().endIndex(), 1U);
    EXPECT_EQ(means.means().sample(0).t, kOrigin + 100 * kMs);
    EXPECT_DOUBLE_EQ(means.means().sample(0).value, 150) << "each value is of the time before it";
    rate.append(kOrigin + 250 * kMs, 400);
    means.grow();
    ASSERT_EQ(means.means().endIndex(), 2U) << "the third stretch goes on";
    EXPECT_DOUBLE_EQ(means.means().sample(1).value, 400);
    rate.append(kOrigin + 300 * kMs, std::numeric_limits<double>::quiet_NaN());
    means.grow();
    EXPECT_DOUBLE_EQ(means.means().sample(2).value, 400) << "of what is known of it";
    rate.append(kOrigin + 400 * kMs, std::numeric_limits<double>::quiet_NaN());
    means.grow();
    EXPECT_TRUE(std::isnan(means.means().sample(3).value)) << "nothing is";
}

TEST_F(LivePage, RatesAreCountedOverTheTimeThatWasChosen) {
    EXPECT_TRUE(curves->showsRates());
    EXPECT_EQ(curves->valueRows(kOrigin + 10'500 * kMs)[0].value, "10.5k");
    curves->setCountedOver(kNsPerSecond);
    EXPECT_EQ(curves->valueRows(kOrigin + 10'500 * kMs)[0].value, "9.50k") << "the mean of the second before 10 s";
    EXPECT_EQ(curves->settings()[QStringLiteral("counted_over_ms")].toDouble(), 1000);
    const auto copy = curves->clone(&axis());
    EXPECT_EQ(copy->valueRows(kOrigin + 10'500 * kMs)[0].value, "9.50k");
    curves->setCountedOver(0);
    EXPECT_TRUE(curves->settings().isEmpty());
}

TEST_F(LivePage, WhatIsMadeOfAChartIsRememberedAndComesBack) {
    EXPECT_TRUE(curves->settings().isEmpty()) << "as it comes";
    int told = 0;
    QObject::connect(&page, &ChartPage::settingsChanged, &page, [&] { ++told; });
    curves->setCurveVisible(1, false);
    curves->setLogarithmic(true);
    curves->setScalesWithDrain(true);
    test::wheel(*curves, curves->plotArea().center(), 240, Qt::ControlModifier);
    EXPECT_EQ(told, 4);
    const QJsonObject made = curves->settings();
    const Scale zoomed = curves->yScale();
    curves->setSettings({});
    EXPECT_TRUE(curves->settings().isEmpty());
    EXPECT_TRUE(curves->isCurveVisible(1));
    EXPECT_FALSE(curves->isLogarithmic());
    EXPECT_FALSE(curves->isValueZoomed());
    curves->setSettings(made);
    EXPECT_EQ(curves->settings(), made);
    EXPECT_FALSE(curves->isCurveVisible(1));
    EXPECT_EQ(curves->yScale(), zoomed);
    TimeSeries other;
    other.append(kOrigin, 1);
    curves->setCurves({});
    curves->setCurves({{"depth", &other, 0, Qt::SolidLine, "messages/s"}});
    EXPECT_FALSE(curves->isCurveVisible(0)) << "of the next run, by its name";
}

TEST_F(LivePage, WhatCannotBeRememberedIsPassedOver) {
    const QJsonObject broken{{"zoom", QJsonArray{5, 5}},
                             {"second_zoom", "wide"},
                             {"hidden", 3},
                             {"counted_over_ms", -77},
                             {"logarithmic", "yes"}};
    curves->setSettings(broken);
    EXPECT_TRUE(curves->settings().isEmpty());
    curves->setSettings({{"logarithmic", true}, {"zoom", QJsonArray{-1, 5}}});
    EXPECT_FALSE(curves->isValueZoomed()) << "no logarithmic scale begins below zero";
}

// 90 until 15 s, then 900.
TEST_F(LivePage, WhatDrainsSetsNoScaleUnlessAskedTo) {
    TimeSeries queue;
    for (int i = 0; i <= 2000; ++i) queue.append(kOrigin + i * 10 * kMs, i < 1500 ? 90 : 900);
    curves->setCurves({{"pipe", &queue, 0, Qt::SolidLine, "messages"}});
    axis().fit();
    EXPECT_GE(curves->yScale().high, 900);
    curves->setDrainsFrom(kOrigin + 15'000 * kMs);
    EXPECT_LT(curves->yScale().high, 200);
    ASSERT_EQ(curves->cutPeaks().size(), 1U) << "its height stands where it leaves the plot";
    EXPECT_EQ(curves->cutPeaks()[0].value, 900);
    curves->setScalesWithDrain(true);
    EXPECT_GE(curves->yScale().high, 900);
    EXPECT_TRUE(curves->cutPeaks().empty());
    curves->setScalesWithDrain(false);
    curves->setLogarithmic(true);
    EXPECT_LT(curves->yScale().high, 200);
    axis().showRange(kOrigin + 16'000 * kMs, kOrigin + 20'000 * kMs);
    EXPECT_GE(curves->yScale().high, 900) << "nothing else is in sight";
}

TEST_F(LivePage, TheHeatMapScalesWithoutWhatDrainsToo) {
    LatencyHistory history;
    for (int i = 0; i < 200; ++i)
        history.append(kOrigin + i * 100 * kMs, kOrigin + (i + 1) * 100 * kMs, {{i < 150 ? 90U : 170U, 5}});
    auto* heat = new HeatMapChart(page.axis());
    heat->setSources({{QString(), &history, 0}});
    page.addChart(heat);
    axis().fit();
    EXPECT_GT(heat->yScale().high, latency_bins::lowerEdgeNs(170));
    heat->setDrainsFrom(kOrigin + 15'000 * kMs);
    EXPECT_LT(heat->yScale().high, latency_bins::lowerEdgeNs(170));
    heat->setScalesWithDrain(true);
    EXPECT_GT(heat->yScale().high, latency_bins::lowerEdgeNs(170));
    EXPECT_EQ(heat->settings(), (QJsonObject{{"scale_with_drain", true}}));
}

TEST_F(LivePage, TheMenuOffersWhatIsRemembered) {
    QMenu menu;
    curves->addActionsTo(menu);
    QMenu* over = nullptr;
    QAction* drain = nullptr;
    for (QAction* action : menu.actions()) {
        if (action->menu() != nullptr) over = action->menu();
        if (action->text().contains("drains")) drain = action;
    }
    ASSERT_NE(over, nullptr);
    ASSERT_NE(drain, nullptr);
    ASSERT_EQ(over->actions().size(), 4);
    over->actions()[2]->trigger();
    EXPECT_EQ(curves->countedOver(), kNsPerSecond);
    drain->trigger();
    EXPECT_TRUE(curves->scalesWithDrain());
}

}  // namespace
}  // namespace ipclab

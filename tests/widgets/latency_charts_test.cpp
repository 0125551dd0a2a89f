// The charts of how long messages took: a heat map over time, and a histogram.
#include <gtest/gtest.h>

#include <QBuffer>
#include <QFile>
#include <QMenu>
#include <QTemporaryDir>
#include <QTest>

#include "live_page.h"
#include "plot/chart_export.h"
#include "plot/distribution_chart.h"
#include "plot/heat_colors.h"
#include "plot/heat_map_chart.h"

namespace ipclab {
namespace {

using test::kMs;
using test::kOrigin;
using test::wheel;

constexpr Nanoseconds kTenth = 100 * kMs;

std::uint32_t binOf(Nanoseconds value) { return static_cast<std::uint32_t>(latency_bins::binOf(value)); }

// 10 s: most messages take 20 µs, in the second half one in a hundred a millisecond.
struct Latencies : testing::Test {
    Latencies() {
        for (int i = 0; i < 100; ++i) {
            std::vector<LatencyHistory::Count> counts{{binOf(20'500), 990}};
            if (i >= 50) counts.push_back({binOf(1'050'000), 10});
            first.append(kOrigin + i * kTenth, kOrigin + (i + 1) * kTenth, std::move(counts));
        }
        second.append(kOrigin, kOrigin + kTenth, {{binOf(300), 7}});
        heat = new HeatMapChart(page.axis());
        spread = new DistributionChart(page.axis());
        heat->setTitle("Latency over time");
        spread->setTitle("Latency, distribution");
        heat->setQuantity("one way");
        heat->setSources({{QString(), &first, 0}});
        spread->setSources({{QString(), &first, 0}});
        page.addChart(heat);
        page.addChart(spread);
        page.axis()->restart(kOrigin);
        page.axis()->setWindow(10 * kNsPerSecond);
        page.resize(900, 500);
        page.show();
        page.setNow(kOrigin + 100 * kTenth);
        QTest::qWait(1);
    }

    // Of a picture of the heat map, where that latency lies at that time.
    QColor colorAt(Nanoseconds t, double latency) {
        const QImage image = heat->grab().toImage();
        const QRectF plot = heat->plotArea();
        const double y = plot.bottom() - heat->yScale().share(latency) * plot.height();
        const double ratio = image.devicePixelRatio();
        return image.pixelColor((QPointF(heat->xOf(t), y) * ratio).toPoint());
    }

    LatencyHistory first, second;
    ChartPage page;
    HeatMapChart* heat;
    DistributionChart* spread;
};

double middleOf(Nanoseconds value) {
    const std::size_t bin = latency_bins::binOf(value);
    return std::sqrt(latency_bins::lowerEdgeNs(bin) * latency_bins::upperEdgeNs(bin));
}

TEST_F(Latencies, AHeatMapShowsWhenHowManyTookHowLong) {
    EXPECT_TRUE(heat->yScale().logarithmic);
    EXPECT_LE(heat->yScale().low, 20'000);
    EXPECT_GE(heat->yScale().high, 1'100'000);
    EXPECT_EQ(heat->mostOfScale(), 1000);
    const QColor ground = heat->theme().plot;
    const QColor many = colorAt(kOrigin + 2050 * kMs, middleOf(20'500));
    const QColor few = colorAt(kOrigin + 8050 * kMs, middleOf(1'050'000));
    EXPECT_NE(many, ground);
    EXPECT_NE(few, ground);
    EXPECT_NE(many, few);
    EXPECT_EQ(colorAt(kOrigin + 2050 * kMs, middleOf(1'050'000)), ground) << "none took so long then";
    EXPECT_EQ(many, QColor(HeatColors::of(false).at(HeatColors::stepOf(HeatColors::shareOf(990, 1000)))));
}

TEST_F(Latencies, WhatComesIsAddedAtTheRightEdgeAndTheScaleOfColoursFollows) {
    first.append(kOrigin + 100 * kTenth, kOrigin + 101 * kTenth, {{binOf(20'500), 50'000}});
    page.setNow(kOrigin + 101 * kTenth);
    EXPECT_EQ(heat->mostOfScale(), 100'000);
    EXPECT_NE(colorAt(kOrigin + 10'050 * kMs, middleOf(20'500)), heat->theme().plot);
}

TEST_F(Latencies, ALongIntervalIsShownByItsMeanOfATenthOfASecond) {
    LatencyHistory coarse;
    coarse.append(kOrigin, kOrigin + 10 * kNsPerSecond, {{binOf(20'500), 50'000}});
    heat->setSources({{QString(), &coarse, 0}});
    EXPECT_EQ(heat->mostOfScale(), 1000) << "500 each";
}

TEST_F(Latencies, TheColumnReadsTheMomentUnderTheCrosshair) {
    page.axis()->setCrosshair(kOrigin + 7550 * kMs);
    const std::vector<ValueRow> rows = heat->valueRows(page.axis()->crosshair());
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].value, "1.00k");
    EXPECT_EQ(rows[1].name, "p50");
    EXPECT_TRUE(rows[1].value.contains(QStringLiteral("21 µs")) || rows[1].value.contains(QStringLiteral("20 µs")))
        << rows[1].value.toStdString();
    const double share = heat->yScale().share(middleOf(1'050'000));
    const QRectF plot = heat->plotArea();
    QTest::mouseMove(heat, QPointF(heat->xOf(kOrigin + 7550 * kMs), plot.bottom() - share * plot.height()).toPoint());
    const std::vector<ValueRow> pointed = heat->valueRows(page.axis()->crosshair());
    ASSERT_EQ(pointed.size(), 4U);
    EXPECT_EQ(pointed[3].value, "10") << "messages in the cell under the mouse";
    EXPECT_TRUE(pointed[3].name.contains(QStringLiteral("ms"))) << pointed[3].name.toStdString();
    EXPECT_EQ(heat->valueRows(kOrigin - kTenth)[0].value, "0") << "before the first";
}

TEST_F(Latencies, TheHistogramCountsWhatIsSeenOrEverything) {
    EXPECT_EQ(countOf(spread->counts()[0]), 100 * 990U + 500U);
    page.axis()->showRange(kOrigin, kOrigin + 2 * kNsPerSecond);
    EXPECT_EQ(countOf(spread->counts()[0]), 20 * 990U);
    spread->setOfEverything(true);
    EXPECT_EQ(countOf(spread->counts()[0]), 100 * 990U + 500U);
    page.axis()->showRange(kOrigin, kOrigin + kNsPerSecond);
    EXPECT_EQ(countOf(spread->counts()[0]), 100 * 990U + 500U);
}

TEST_F(Latencies, TheHistogramMarksItsPercentilesAndReadsTheBinUnderTheMouse) {
    const std::vector<ValueRow> rows = spread->valueRows(std::nullopt);
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].value, "99.5k");
    EXPECT_TRUE(rows[2].value.contains(QStringLiteral("µs"))) << rows[2].value.toStdString();
    const double x = (spread->xOfLatency(latency_bins::lowerEdgeNs(binOf(1'050'000))) +
                      spread->xOfLatency(latency_bins::upperEdgeNs(binOf(1'050'000)))) /
                     2;
    QTest::mouseMove(spread, QPointF(x, spread->plotArea().center().y()).toPoint());
    ASSERT_EQ(spread->valueRows(std::nullopt).size(), 4U);
    EXPECT_EQ(spread->valueRows(std::nullopt)[3].value, "500");
}

// Its axis is not that of the page: nothing of the page is moved from there.
TEST_F(Latencies, TheHistogramLeavesTheTimeAxisAlone) {
    const Nanoseconds begin = page.axis()->begin();
    wheel(*spread, spread->plotArea().center(), 120);
    QTest::mouseMove(spread, spread->plotArea().center().toPoint());
    EXPECT_TRUE(page.axis()->isFollowing());
    EXPECT_EQ(page.axis()->begin(), begin);
    EXPECT_FALSE(page.axis()->crosshair());
    spread->setLogarithmic(true);
    EXPECT_TRUE(spread->yScale().isSet());
}

TEST_F(Latencies, SeveralLinksAreAddedUpAndEachCanBeTakenAway) {
    heat->setSources({{"a", &first, 0}, {"b", &second, 1}});
    spread->setSources({{"a", &first, 0}, {"b", &second, 1}});
    EXPECT_LE(heat->yScale().low, 300);
    EXPECT_EQ(spread->valueRows(std::nullopt)[1].value, "7");
    heat->setSourceVisible(1, false);
    EXPECT_GE(heat->yScale().low, 1'000);
    EXPECT_TRUE(heat->valueRows(kOrigin + 50 * kMs)[1].hidden);
    EXPECT_EQ(heat->valueRows(kOrigin + 50 * kMs)[0].value, "990");
    heat->setSources({{"b", &second, 0}, {"a", &first, 1}});
    EXPECT_FALSE(heat->isSourceVisible(0)) << "whose history is the same stays hidden";
}

TEST_F(Latencies, StatisticsBetweenTheMarkersAreOfWhatCameThere) {
    const ReadoutTable table = heat->statisticsBetween(kOrigin, kOrigin + kNsPerSecond);
    ASSERT_EQ(table.rows.size(), 1U);
    EXPECT_EQ(table.rows[0].values[0], "9.90k");
    EXPECT_EQ(table.columns.size(), table.rows[0].values.size());
    EXPECT_TRUE(spread->statisticsBetween(kOrigin, kOrigin + kNsPerSecond).rows.empty()) << "its axis is no time";
}

TEST_F(Latencies, ValuesOfTheHeatMapZoom) {
    const Scale before = heat->yScale();
    wheel(*heat, heat->plotArea().center(), 240, Qt::ControlModifier);
    EXPECT_GT(heat->yScale().low, before.low);
    EXPECT_LT(heat->yScale().high, before.high);
    QTest::mouseDClick(heat, Qt::LeftButton, {}, heat->plotArea().center().toPoint());
    EXPECT_EQ(heat->yScale(), before);
}

TEST_F(Latencies, PicturesHaveTheScaleOfColoursAndTheCells) {
    QTemporaryDir folder;
    PictureOptions options;
    options.size = {700, 500};
    const ChartPicture picture(page);
    const QImage image = picture.image(options);
    EXPECT_FALSE(image.isNull());
    for (const char* name : {"page.svg", "page.pdf", "page.png"})
        EXPECT_EQ(picture.save(folder.filePath(name), options), QString()) << name;
    QFile svg(folder.filePath("page.svg"));
    ASSERT_TRUE(svg.open(QIODevice::ReadOnly));
    const QByteArray text = svg.readAll();
    EXPECT_LT(text.size(), 400'000);
    const QColor many(HeatColors::of(false).at(HeatColors::stepOf(15.5 / 16)));
    EXPECT_TRUE(text.contains(many.name().toUtf8())) << "cells with nearly the most";
    EXPECT_TRUE(text.contains("p99"));
}

TEST_F(Latencies, LightnessGoesOneWayThroughTheColours) {
    for (const bool dark : {false, true}) {
        double before = dark ? 0 : 1;
        for (int step = 0; step < HeatColors::kSteps; ++step) {
            const QColor color(HeatColors::of(dark).at(step));
            const double light = 0.2126 * color.redF() + 0.7152 * color.greenF() + 0.0722 * color.blueF();
            EXPECT_TRUE(dark ? light >= before : light <= before) << step;
            before = light;
        }
    }
}

TEST(LatencyCharts, WithoutDataSayWhatToDo) {
    ChartPage page;
    auto* heat = new HeatMapChart(page.axis());
    auto* spread = new DistributionChart(page.axis());
    LatencyHistory nothing;
    for (LatencyChart* chart : {static_cast<LatencyChart*>(heat), static_cast<LatencyChart*>(spread)}) {
        chart->setSources({{QString(), &nothing, 0}});
        page.addChart(chart);
        EXPECT_TRUE(chart->isEmpty());
    }
    page.resize(600, 400);
    page.show();
    page.axis()->restart(kOrigin);
    page.setNow(kOrigin + kNsPerSecond);
    EXPECT_FALSE(page.grab().isNull());
    nothing.append(kOrigin, kOrigin + kTenth, {{0, 1}});
    page.setNow(kOrigin + 2 * kNsPerSecond);
    EXPECT_FALSE(page.grab().isNull());
    EXPECT_FALSE(heat->isEmpty());
}

}  // namespace
}  // namespace ipclab

// Numbers as charts write them, colours and letters of states, the time axis.
#include "plot/chart_page.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QApplication>
#include <QTest>
#include <QWheelEvent>
#include <cmath>

#include "chart_times.h"
#include "core/byte_units.h"
#include "plot/auto_scale.h"
#include "plot/curve_chart.h"
#include "plot/lane_chart.h"
#include "plot/plain_tip.h"
#include "plot/scale.h"
#include "plot/state_legend.h"
#include "plot/state_palette.h"
#include "plot/units.h"

namespace ipclab {
namespace {

using test::kOrigin;

TEST(Units, SizesInPowersOfAThousandWhereThatIsWanted) {
    setByteUnits(ByteUnits::Decimal);
    EXPECT_EQ(formatQuantity(65'536, "B"), "65.5 kB");
    EXPECT_EQ(formatQuantity(3'000'000'000, "B/s"), "3.00 GB/s");
    EXPECT_EQ(linearTicks(0, 4'000'000, 4, "B").back().label, "4 MB");
    EXPECT_EQ(logTicks(1'000, 1'000'000, 4, "B").back().label, "1 MB");
    setByteUnits(ByteUnits::Binary);
    EXPECT_EQ(linearTicks(0, 4'194'304, 4, "B").back().label, "4 MiB");
}

TEST(Units, NumbersForPeopleHaveNoPowersOfTen) {
    EXPECT_EQ(plainDigits(1'234'567, 3), "1,234,567");
    EXPECT_EQ(plainDigits(100, 2), "100");
    EXPECT_EQ(plainDigits(0.25, 4), "0.25");
    EXPECT_EQ(plainDigits(12.3456, 3), "12.3");
    EXPECT_EQ(plainDigits(0.000'012, 2), "0.000012");
    EXPECT_EQ(plainDigits(0, 4), "0");
    EXPECT_EQ(percentDigits(1), "100");
    EXPECT_EQ(percentDigits(0.9999), "99") << "not all";
    EXPECT_EQ(percentDigits(0.344), "34");
    EXPECT_EQ(percentDigits(0.0994), "9.9");
    EXPECT_EQ(percentDigits(0.0996), "10");
    EXPECT_EQ(percentDigits(0.004), "0.4");
    EXPECT_EQ(percentDigits(0.000'04), "<0.1");
    EXPECT_EQ(percentDigits(0), "0");
    EXPECT_EQ(percentDigits(12.5), "1,250");
}

TEST(Units, QuantitiesAsPeopleWriteThem) {
    EXPECT_EQ(formatQuantity(12'345, "messages/s"), "12.3k messages/s");
    EXPECT_EQ(formatQuantity(0, "messages"), "0 messages");
    EXPECT_EQ(formatQuantity(4500, "ns"), QString::fromUtf8("4.50 µs"));
    EXPECT_EQ(formatQuantity(0.0125, "s"), "12.5 ms");
    EXPECT_EQ(formatQuantity(64.0 * 1024 * 1024, "B"), "64.0 MiB");
    EXPECT_EQ(formatQuantity(1536, "B/s"), "1.50 KiB/s");
    EXPECT_EQ(formatQuantity(std::nan(""), "s"), QString::fromUtf8("–"));
    EXPECT_EQ(formatQuantity(0.75, "share"), "75.0 %");
    EXPECT_EQ(formatQuantity(-2500, ""), QString::fromUtf8("−2.50k"));
}

TEST(Units, ZerosThatSayNothingAreLeftOut) {
    EXPECT_EQ(withoutTrailingZeros("5.000 s"), "5 s");
    EXPECT_EQ(withoutTrailingZeros("1.250 ms"), "1.25 ms");
    EXPECT_EQ(withoutTrailingZeros("100 ms"), "100 ms");
}

TEST(Units, TicksAreRoundAndShareAPrefix) {
    const auto ticks = linearTicks(0, 70'000, 4, "messages/s");
    ASSERT_EQ(ticks.size(), 4u);
    EXPECT_EQ(ticks[0].label, "0");
    EXPECT_EQ(ticks[3].label, "60k");
    const auto decades = logTicks(1000, 1e6, 10, "ns");
    ASSERT_EQ(decades.size(), 4u);
    EXPECT_EQ(decades[0].label, QString::fromUtf8("1 µs"));
    EXPECT_EQ(decades[3].label, "1 ms");
    EXPECT_TRUE(linearTicks(5, 5, 4, "").empty());
    const auto bytes = linearTicks(0, 5000, 2, "B");  // 4.88 KiB: steps of 5 would leave the zero alone
    ASSERT_EQ(bytes.size(), 3u);
    EXPECT_EQ(bytes[2].label, "4 KiB");
    EXPECT_EQ(linearTicks(0.9, 3.9, 1, "").size(), 3u);
}

TEST(StatePalette, LettersAndNamesAreDistinct) {
    QStringList letters, names;
    for (std::size_t s = 0; s < kProcessStateCount; ++s) {
        letters << StatePalette::style(static_cast<ProcessState>(s), false).letter;
        names << StatePalette::name(static_cast<ProcessState>(s));
    }
    EXPECT_EQ(letters.removeDuplicates(), 0);
    EXPECT_EQ(names.removeDuplicates(), 0);
}

TEST(TimeAxis, GridStandsOnMultiplesOfItsStepAndEndsWithACompletedColumn) {
    TimeAxis axis;
    axis.restart(kOrigin);
    axis.setNow(kOrigin + 12'345'678'901);
    const ColumnGrid grid = axis.grid(777);
    EXPECT_EQ(grid.columns, 777u);
    EXPECT_EQ(grid.start % grid.step, 0);
    EXPECT_LE(grid.end(), axis.now());
    EXPECT_GT(grid.end() + grid.step, axis.now());
}

TEST(TimeAxis, OfAnEndedRunFollowingShowsNoMoreThanAllOfIt) {
    TimeAxis axis;
    axis.restart(100 * kNsPerSecond);
    axis.setNow(110 * kNsPerSecond);
    axis.setLive(false);
    axis.zoom(4, 105 * kNsPerSecond);
    axis.setFollowing(true);
    EXPECT_EQ(axis.begin(), 100 * kNsPerSecond);
    EXPECT_EQ(axis.end(), 110 * kNsPerSecond);
}

TEST(TimeAxis, LabelsAreRelativeToNowWhileFollowingAndToTheOriginWhenFrozen) {
    TimeAxis axis;
    axis.restart(kOrigin);
    axis.setNow(kOrigin + 20 * kNsPerSecond);
    auto ticks = axis.ticks(axis.grid(1000), 1000);
    EXPECT_EQ(ticks.back().label, "0");
    EXPECT_EQ(ticks.front().label, QString::fromUtf8("−10"));
    axis.setFollowing(false);
    ticks = axis.ticks(axis.grid(1000), 1000);
    EXPECT_EQ(ticks.front().label, "10");
    EXPECT_EQ(ticks.back().label, "20");
}

// A run of a second, with values that an empty chart's scale is far too long for.
TEST(AutoScale, TheFirstDataDecideAndNotTheScaleOfAnEmptyChart) {
    AutoScale scale;
    scale.reset();
    const Extent nothing = Extent::of({});
    scale.follow(nothing, 0, QStringLiteral("share"));
    EXPECT_EQ(scale.scale().high, 10);
    scale.follow({0, 1.01, 0.5, true}, kNsPerSecond, QStringLiteral("share"));
    EXPECT_LE(scale.scale().high, 1.5);
    scale.follow(nothing, 2 * kNsPerSecond, QStringLiteral("share"));
    EXPECT_LE(scale.scale().high, 1.5) << "what there was in sight stays for its scale";
    scale.follow({0, 0.2, 0.1, true}, 2 * kNsPerSecond, QStringLiteral("share"));
    EXPECT_GE(scale.scale().high, 1) << "it shrinks only after a while";
}

}  // namespace
}  // namespace ipclab

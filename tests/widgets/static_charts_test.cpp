// Charts of reports: drawn by Qt Charts, as pixels and as vectors, with their figures as text.
#include <gtest/gtest.h>

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QMenu>
#include <QMimeData>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <algorithm>
#include <memory>

#include "plot/bar_chart.h"
#include "plot/cost_chart.h"
#include "plot/picture_menu.h"
#include "plot/static_chart.h"

namespace ipclab {
namespace {

struct SavedChart : testing::Test {
    QString path(const char* name) { return folder.filePath(QLatin1String(name)); }
    // All texts of a drawing, which must be XML.
    QStringList textsOf(const char* name) {
        QFile file(path(name));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QStringList texts;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isCharacters() && !xml.isWhitespace()) texts << xml.text().toString().trimmed();
        }
        EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
        return texts;
    }
    QTemporaryDir folder;
};

BarChart sampleBars() {
    BarChart chart{.title = "Throughput", .nameTitle = "mechanism", .valueTitle = "median", .unit = "messages/s"};
    chart.caption = "this machine";
    chart.groups = {{"64 bytes", {{"pipe", 300'000, 280'000, 320'000}, {"fifo", 0, 0, 0, "not measured: no room"}}}};
    return chart;
}

int count(const QImage& image, const QColor& color) {
    int pixels = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) pixels += image.pixelColor(x, y) == color ? 1 : 0;
    return pixels;
}

TEST_F(SavedChart, OfBarsHasNamesFiguresTicksAndReasonsAsText) {
    ASSERT_EQ(sampleBars().save(path("bars.svg")), "");
    const QStringList texts = textsOf("bars.svg");
    for (const char* text : {"Throughput", "mechanism", "median", "64 bytes", "pipe", "fifo", "300k  (280k … 320k)",
                             "not measured: no room", "0", "100k", "this machine"})
        EXPECT_TRUE(texts.contains(QString::fromUtf8(text))) << text << " in " << texts.join('/').toStdString();
}

// Twice as much is twice as long, and what was not measured has no bar.
TEST_F(SavedChart, OfBarsDrawsThemInProportion) {
    BarChart chart = sampleBars();
    const auto bluePixels = [&](double value) {
        chart.groups[0].bars[0] = {.name = "pipe", .value = value, .low = value, .high = value};
        chart.groups[0].bars[1] = {.name = "most", .value = 0, .low = 0, .high = 400'000};
        EXPECT_EQ(chart.save(path("bars.png")), "");
        return count(QImage(path("bars.png")), ChartTheme::light().curve(0));
    };
    const int one = bluePixels(150'000), two = bluePixels(300'000);
    EXPECT_GT(one, 1000);
    EXPECT_NEAR(two, 2.0 * one, 0.06 * two);
    EXPECT_LT(bluePixels(0), 100);
}

TEST_F(SavedChart, OfBarsTakesANameTwice) {
    BarChart chart = sampleBars();
    chart.groups[0].bars.push_back(chart.groups[0].bars[0]);
    ASSERT_EQ(chart.save(path("bars.svg")), "");
    const QStringList texts = textsOf("bars.svg");
    const auto named = [](const QString& text) { return text.startsWith(QLatin1String("pipe")); };
    EXPECT_EQ(std::ranges::count_if(texts, named), 2) << texts.join('/').toStdString();
}

TEST_F(SavedChart, OfManyBarsNamesEachOfThem) {
    BarChart chart = sampleBars();
    for (int i = 0; i < 40; ++i)
        chart.groups[0].bars.push_back({.name = QString("row %1").arg(i), .value = 1000.0 * i});
    ASSERT_EQ(chart.save(path("many.svg")), "");
    const QStringList texts = textsOf("many.svg");
    for (int i = 0; i < 40; ++i) EXPECT_EQ(texts.count(QString("row %1").arg(i)), 1) << i;
    EXPECT_FALSE(texts.contains("..."));
}

TEST_F(SavedChart, OfCostsHasItsCurvesNamesAndRoundTicks) {
    CostChart chart;
    constexpr double kMiB = 1024.0 * 1024;
    chart.setAxes({.title = "what it costs", .across = "memory", .acrossUnit = "B", .unit = "ns", .empty = ""});
    chart.setCurves({{"fork", false, {{4 * kMiB, 1e5, 9e4, 1.2e5}, {256 * kMiB, 2e6, 1.8e6, 2.4e6}}},
                     {"thread", true, {{4 * kMiB, 2e4, 1.9e4, 2.2e4}, {256 * kMiB, 2e4, 1.9e4, 2.2e4}}}});
    chart.setCaption("this machine");
    for (const char* name : {"costs.svg", "costs.png", "costs.pdf"}) ASSERT_EQ(chart.save(path(name)), "");
    const QStringList texts = textsOf("costs.svg");
    for (const char* text : {"fork", "thread", "4 MiB", "64 MiB", "10 µs", "1 ms", "this machine"})
        EXPECT_TRUE(texts.contains(QString::fromUtf8(text))) << text << " in " << texts.join('/').toStdString();
    const QImage image(path("costs.png"));
    for (int curve : {0, 1}) EXPECT_GT(count(image, ChartTheme::light().curve(curve)), 200) << curve;
}

TEST(PictureMenus, CopyAtOneToFourTimesTheSizeAndAsSvg) {
    CostChart chart;
    const auto menuOf = [&] { return std::unique_ptr<QMenu>(chart.findChild<PictureMenu*>()->makeMenu()); };
    const auto none = menuOf();
    for (const QAction* action : none->actions()) EXPECT_FALSE(action->isEnabled()) << "there is no picture yet";
    chart.setAxes({.title = "t", .across = "a", .acrossUnit = "B", .unit = "ns", .empty = ""});
    chart.setCurves({{"fork", false, {{4096, 1e5, 9e4, 1.2e5}, {65536, 2e6, 1.8e6, 2.4e6}}}});
    const auto menu = menuOf();
    ASSERT_EQ(menu->actions().size(), 5);
    for (int scale = 1; scale <= 4; ++scale) {
        menu->actions().at(scale - 1)->trigger();
        EXPECT_EQ(QGuiApplication::clipboard()->image().width(), chart.painted().size.width() * scale);
    }
    menu->actions().back()->trigger();
    EXPECT_TRUE(QGuiApplication::clipboard()->mimeData()->data("image/svg+xml").contains("fork"));
}

TEST(Scale, OfBytesHasRoundSizesOnALogarithmicAxis) {
    const Scale scale = Scale::decades(5e6, 3e8, "B");
    QStringList labels;
    for (const Tick& tick : scale.ticks(8, "B")) labels << tick.label;
    EXPECT_EQ(labels, (QStringList{"4 MiB", "8 MiB", "16 MiB", "32 MiB", "64 MiB", "128 MiB", "256 MiB", "512 MiB"}));
    const auto fewer = logTicks(1024, 1024.0 * 1024 * 1024, 5, "B");
    ASSERT_EQ(fewer.size(), 5U);
    EXPECT_EQ(fewer[1].label, "32 KiB");
    EXPECT_EQ(fewer[4].label, "1 GiB");
}

TEST(Scale, PlacesItsTicksAtEqualDistances) {
    for (const Scale& scale : {Scale{0, 70'000, false}, Scale{1000, 1e9, true}, Scale{4096, 1 << 30, true}}) {
        const auto ticks = scale.ticks(9, scale.low == 4096 ? "B" : "ns");
        ASSERT_GT(ticks.size(), 2U);
        const double step = scale.place(ticks[1].value) - scale.place(ticks[0].value);
        for (std::size_t i = 2; i < ticks.size(); ++i)
            EXPECT_NEAR(scale.place(ticks[i].value) - scale.place(ticks[i - 1].value), step, 1e-6 * step);
    }
}

TEST(Scale, UpToTheMostEndsAtATick) {
    EXPECT_EQ(Scale::upTo(640'000, 6), (Scale{0, 800'000, false}));
    EXPECT_EQ(Scale::upTo(0, 6), (Scale{0, 1, false}));
}

}  // namespace
}  // namespace ipclab

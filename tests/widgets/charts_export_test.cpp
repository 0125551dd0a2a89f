#include "plot/chart_export.h"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QMimeData>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <limits>

#include "chart_times.h"
#include "plot/chart_csv.h"
#include "plot/chart_page.h"

namespace ipclab {
namespace {

using test::kMs;
using test::kOrigin;

// A page that is never shown.
struct ExportedPage : testing::Test {
    ExportedPage() {
        for (int i = 0; i < 2000; ++i) rate.append(kOrigin + i * kMs, i % 100);
        lane.append(kOrigin, kOrigin + 700 * kMs, ProcessState::Running, 0, 1);
        lane.setOpen(ProcessState::Zombie, kOrigin + 700 * kMs);
        auto* curves = new CurveChart(page.axis());
        curves->setTitle("Throughput");
        curves->setQuantity("rate");
        curves->setCurves({{"sent", &rate, 0, Qt::SolidLine, "messages/s"}});
        auto* lanes = new LaneChart(page.axis());
        lanes->setTitle("Process states");
        lanes->setLanes({{"producer, the first", 42, &lane, {}, false}});
        page.addChart(curves);
        page.addChart(lanes);
        page.axis()->restart(kOrigin);
        page.setNow(kOrigin + 2000 * kMs);
        options.title = "Bounded buffer";
        options.caption = QString::fromUtf8("64 B, 2 CPUs, 2025-11-21, 한국어");
        options.size = {640, 480};
    }

    QByteArray read(const char* name) {
        QFile file(folder.filePath(name));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

    TimeSeries rate;
    StateSeries lane;
    ChartPage page;
    PictureOptions options;
    QTemporaryDir folder;
};

TEST_F(ExportedPage, PngHasTheSizeAskedForTimesTheScale) {
    options.scale = 3;
    EXPECT_EQ(ChartPicture(page).save(folder.filePath("a.png"), options), "");
    const QImage image(folder.filePath("a.png"));
    EXPECT_EQ(image.size(), QSize(1920, 1440));
    EXPECT_EQ(image.pixelColor(2, 2), options.theme.window);
}

TEST_F(ExportedPage, TheThemeOfThePictureIsNotThatOfTheScreen) {
    page.setTheme(ChartTheme::light());
    options.theme = ChartTheme::darkTheme();
    EXPECT_EQ(ChartPicture(page).image(options).pixelColor(2, 2), options.theme.window);
    EXPECT_FALSE(page.charts().front()->theme().dark);
}

TEST_F(ExportedPage, SvgIsXmlWithItsTextsAsText) {
    EXPECT_EQ(ChartPicture(page).save(folder.filePath("a.svg"), options), "");
    const QByteArray data = read("a.svg");
    QXmlStreamReader xml(data);
    QString text;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isCharacters()) text += xml.text();
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    for (const char* part : {"Bounded buffer", "Throughput", "Process states", "rate (messages/s)", "sent", "running",
                             "seconds since start", "한국어"}) {
        EXPECT_TRUE(text.contains(QString::fromUtf8(part))) << part;
    }
    EXPECT_FALSE(data.contains("<image"));
}

TEST_F(ExportedPage, SvgIsXmlWhateverTheTextsAre) {
    const QString hostile = QString::fromUtf8("</title><script>a & \"b\" 'c'</script> \x1b[31m\x01 한국어");
    options.title = options.caption = hostile;
    auto* lanes = static_cast<LaneChart*>(page.charts().back());
    lanes->setLanes({{hostile, 42, &lane, {}, false}});
    lanes->setTitle(hostile);
    const QByteArray data = ChartPicture(page).painted(options).svg();
    QXmlStreamReader xml(data);
    QString title;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        EXPECT_NE(xml.name(), QLatin1String("script"));
        if (xml.name() == QLatin1String("title")) title = xml.readElementText();
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    EXPECT_TRUE(title.startsWith(QLatin1String("</title><script>a & \"b\" 'c'</script> "))) << title.toStdString();
}

TEST_F(ExportedPage, SvgNamesFontsWithoutSerifsThatOthersKnow) {
    const QByteArray data = ChartPicture(page).painted(options).svg();
    static const QRegularExpression attribute(QStringLiteral("font-family=\"([^\"]*)\""));
    int texts = 0;
    for (const auto& match : attribute.globalMatch(QString::fromUtf8(data))) {
        EXPECT_TRUE(match.captured(1).endsWith(QLatin1String(", sans-serif"))) << match.captured(1).toStdString();
        EXPECT_FALSE(match.captured(1).startsWith(QLatin1String("Sans Serif")));
        ++texts;
    }
    EXPECT_GT(texts, 5);
}

TEST_F(ExportedPage, ALongTitleIsWrappedAndNotCut) {
    options.size = {320, 0};
    const int before = ChartPicture(page).sizeFor(options).height();
    options.title =
        QStringLiteral("A bounded buffer between a fast producer and a slow consumer, seen for ten seconds");
    EXPECT_GT(ChartPicture(page).sizeFor(options).height(), before + 20);
}

TEST_F(ExportedPage, LanesAloneTakeTheHeightTheyNeed) {
    const ChartPicture lanes(*page.charts().back()), curves(*page.charts().front());
    EXPECT_TRUE(lanes.hasHeightOfItsOwn());
    EXPECT_FALSE(curves.hasHeightOfItsOwn());
    options.size.setHeight(0);
    EXPECT_LT(lanes.sizeFor(options).height(), 240) << "one lane";
}

TEST_F(ExportedPage, APictureThatIsTooLargeIsNotMade) {
    options.size = {8000, 8000};
    EXPECT_TRUE(ChartPicture(page).save(folder.filePath("a.png"), options).contains("16000 × 16000"));
    EXPECT_FALSE(QFile::exists(folder.filePath("a.png")));
}

TEST_F(ExportedPage, PdfIsAPdf) {
    EXPECT_EQ(ChartPicture(page).save(folder.filePath("a.pdf"), options), "");
    EXPECT_TRUE(read("a.pdf").startsWith("%PDF-"));
    EXPECT_TRUE(read("a.pdf").contains("/MediaBox [0 0 480"));
}

TEST_F(ExportedPage, OneChartAloneBringsItsOwnTimeAxis) {
    page.resize(700, 400);
    EXPECT_EQ(ChartPicture(*page.charts().front()).save(folder.filePath("one.svg"), options), "");
    EXPECT_TRUE(read("one.svg").contains("seconds since start"));
    EXPECT_FALSE(read("one.svg").contains("Process states"));
    EXPECT_FALSE(page.charts().front()->timeLabelsVisible());
}

TEST_F(ExportedPage, WithoutAHeightItTakesWhatTheChartsNeed) {
    options.size = {800, 0};
    const QSize size = ChartPicture(page).sizeFor(options);
    EXPECT_EQ(size.width(), 800);
    EXPECT_GT(size.height(), 250);
}

TEST_F(ExportedPage, ExportingLeavesTheLiveAxisAlone) {
    EXPECT_FALSE(ChartPicture(page).image(options).isNull());
    EXPECT_TRUE(page.axis()->isFollowing());
}

TEST_F(ExportedPage, ReachesTheClipboard) {
    for (const int scale : {1, 2, 4}) {
        options.scale = scale;
        EXPECT_EQ(ChartPicture(page).copy(options, PaintedPicture::CopyAs::Pixels), "");
        EXPECT_EQ(QGuiApplication::clipboard()->image().size(), QSize(640, 480) * scale);
    }
    EXPECT_EQ(ChartPicture(page).copy(options, PaintedPicture::CopyAs::Vectors), "");
    const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
    EXPECT_TRUE(copied->data("image/svg+xml").contains("Process states"));
    EXPECT_EQ(copied->text().toUtf8(), copied->data("image/svg+xml")) << "for programs that take text alone";
    options.size = {8000, 8000};
    EXPECT_NE(ChartPicture(page).copy(options, PaintedPicture::CopyAs::Pixels), "") << "too large for memory";
}

TEST_F(ExportedPage, ShowsWhatIsSeenOrTheWholeRun) {
    page.axis()->showRange(kOrigin + 1990 * kMs, kOrigin + 2000 * kMs);
    const auto lastTime = [&](PictureRange range) {
        EXPECT_EQ(ChartPicture(*page.charts().front(), range).save(folder.filePath("time.svg"), options), "");
        return read("time.svg");
    };
    const QByteArray seen = lastTime(PictureRange::Seen), whole = lastTime(PictureRange::WholeRun);
    EXPECT_TRUE(seen.contains(">1.99")) << "ticks of some milliseconds";
    EXPECT_FALSE(whole.contains(">1.99"));
    EXPECT_TRUE(whole.contains(">0.5<") || whole.contains(">1.0<") || whole.contains(">1<"));
    EXPECT_EQ(page.axis()->begin(), kOrigin + 1990 * kMs) << "what is seen stays";
}

TEST_F(ExportedPage, FailuresAreSentences) {
    const ChartPicture picture(page);
    EXPECT_TRUE(picture.save("/nonexistent/folder/a.png", options).contains("/nonexistent/folder/a.png"));
    EXPECT_TRUE(picture.save(folder.filePath("a.bmp"), options).contains(".svg"));
}

TEST_F(ExportedPage, CsvOfCurvesMergesByTimeAndLeavesGapsEmpty) {
    TimeSeries a, b;
    a.append(kOrigin, 1);
    a.append(kOrigin + kMs, std::numeric_limits<double>::quiet_NaN());
    a.append(kOrigin + 2 * kMs, 3.5);
    b.append(kOrigin + kMs, 7);
    b.append(kOrigin + 9 * kMs, 8);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ASSERT_TRUE(writeCsv(buffer,
                         std::vector<Curve>{{"a, \"x\"", &a, 0, Qt::SolidLine, "B"}, {"b", &b, 1, Qt::SolidLine, {}}},
                         kOrigin, kOrigin + 9 * kMs, kOrigin));
    EXPECT_EQ(buffer.data(),
              "time (s),\"a, \"\"x\"\" (B)\",b\n"
              "0.000000000,1,\n"
              "0.001000000,,7\n"
              "0.002000000,3.5,\n");
}

TEST_F(ExportedPage, CsvOfLanesHasARowForEachInterval) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto& lanes = static_cast<LaneChart*>(page.charts().back())->lanes();
    ASSERT_TRUE(writeCsv(buffer, lanes, kOrigin, kOrigin + 2000 * kMs, kOrigin));
    EXPECT_EQ(buffer.data(),
              "process,pid,start (s),end (s),state,cpu,reason,text\n"
              "\"producer, the first\",42,0.000000000,0.700000000,running,0,1,\n"
              "\"producer, the first\",42,0.700000000,,zombie,,0,\n");
}

}  // namespace
}  // namespace ipclab

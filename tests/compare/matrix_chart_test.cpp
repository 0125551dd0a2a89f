// Pictures of a sweep: what is written in them, and that colours can be read.
#include "compare/matrix_chart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QXmlStreamReader>

#include "compare/made_sweep.h"
#include "compare/map_colors.h"
#include "compare/sweep_words.h"
#include "plot/contrast.h"

namespace ipclab::test {
namespace {

using testing::Contains;
using testing::Not;

std::vector<std::string> textsOf(const MatrixPicture& picture) {
    QXmlStreamReader xml(asPainted(picture).svg());
    std::vector<std::string> texts;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isCharacters() && !xml.isWhitespace()) texts.push_back(xml.text().toString().trimmed().toStdString());
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    return texts;
}

Sweep mechanismsAndSizes() {
    return madeSweep({"links.*.mechanism=pipe,fifo", "producer.message_bytes=64,4096"},
                     {around(100e3), around(50e3), around(200e3), {10, 50e3, 100e3, 200e3, 400e3, 800e3}});
}

std::vector<std::string> drawn(const Sweep& sweep, MatrixForm form, std::optional<SweepBaseline> baseline = {}) {
    const SweepSlice slice(sweep, 0, baseline);
    MatrixChoice choice = usualChoice(sweep, form);
    choice.asRatio = baseline.has_value();
    return textsOf(matrixPicture(slice, choice, 900, QStringLiteral("this machine")));
}

TEST(MatrixChart, BarsNameTheirValuesAndStandInAGroupForEachSize) {
    const auto texts = drawn(mechanismsAndSizes(), MatrixForm::Bars);
    for (const char* text : {"pipe", "fifo", "fifo ⚠", "Message size of producer: 64 B",
                             "Message size of producer: 4 KiB", "this machine"})
        EXPECT_THAT(texts, Contains(std::string(text)));
}

TEST(MatrixChart, CurvesHaveTheirNamesAndTheAxisOfNumbers) {
    const auto texts = drawn(mechanismsAndSizes(), MatrixForm::Lines);
    for (const char* text : {"pipe", "fifo", "Message size of producer"})
        EXPECT_THAT(texts, Contains(std::string(text)));
    EXPECT_FALSE(canBe(madeSweep({"links.*.mechanism=pipe,fifo"}, {}), MatrixForm::Lines)) << "no axis of numbers";
    EXPECT_TRUE(canBe(madeSweep({"producer.message_bytes=64,128"}, {}), MatrixForm::Lines)) << "one axis will do";
}

TEST(MatrixChart, AMapHasTheFigureOfEachCellAndMarksWhatIsDoubtful) {
    const auto texts = drawn(mechanismsAndSizes(), MatrixForm::HeatMap);
    for (const char* text : {"103k", "51.3k", "205k", "150k ⚠", "64 B", "4 KiB", "Mechanism"})
        EXPECT_THAT(texts, Contains(std::string(text)));
}

TEST(MatrixChart, RatiosAreToTheBaselineAndSayWhereNothingIsShown) {
    const auto texts = drawn(mechanismsAndSizes(), MatrixForm::HeatMap, SweepBaseline{0, 0});
    EXPECT_THAT(texts, Contains("1×"));
    EXPECT_THAT(texts, Contains("2×"));
    EXPECT_THAT(texts, Contains("2.93× ~ ⚠"));
}

TEST(MatrixChart, WhatCannotBeMeasuredIsNamedAndHasNoFigure) {
    const Sweep sweep = madeSweep({"links.*.mechanism=pipe,grpc"}, {around(100)});
    ASSERT_TRUE(sweep.cells()[0].skipped.empty()) << sweep.cells()[0].skipped;
    ASSERT_FALSE(sweep.cells()[1].skipped.empty()) << "a fork'd worker has no such library";
    const auto texts = drawn(sweep, MatrixForm::Bars);
    EXPECT_THAT(texts, Contains(testing::HasSubstr("not measured")));
}

TEST(MatrixChart, AThirdAxisMakesAPartForEachOfItsValues) {
    const Sweep sweep =
        madeSweep({"links.*.mechanism=pipe,fifo", "producer.message_bytes=64,4096", "pin=same,free"},
                  {around(1), around(2), around(3), around(4), around(5), around(6), around(7), around(8)});
    const auto texts = drawn(sweep, MatrixForm::HeatMap);
    EXPECT_THAT(texts, Contains("Placement: one CPU"));
    EXPECT_THAT(texts, Contains("Placement: free"));
    EXPECT_THAT(texts, Contains("8.20")) << "the last cell";
}

// Narrow columns leave their heading its room.
TEST(MatrixChart, TheHeadingOfAMapHasTheWholeWidth) {
    const Sweep sweep = madeSweep({"links.*.mechanism=pipe,fifo", "producer.message_bytes=64", "pin=free"}, {});
    const auto texts = drawn(sweep, MatrixForm::Repeats);
    EXPECT_THAT(texts, Contains("Message size of producer: 64 B · Placement: free"));
    const SweepSlice slice(sweep, 0);
    MatrixChoice choice = usualChoice(sweep, MatrixForm::Repeats);
    choice.across = choice.along;  // one column
    const QImage narrow = asPainted(matrixPicture(slice, choice, 900, {})).image();
    const auto inkIn = [&](const QRect& area) {
        for (int y = area.top(); y <= area.bottom(); ++y)
            for (int x = area.left(); x <= area.right(); ++x)
                if (narrow.pixelColor(x, y) != narrow.pixelColor(narrow.width() - 1, y)) return true;
        return false;
    };
    const auto right = static_cast<int>(matrixPicture(slice, choice, 900, {}).places.front().area.right());
    const double scale = narrow.width() / 900.0;
    EXPECT_TRUE(inkIn(QRectF((right + 2) * scale, 20 * scale, 60 * scale, 40 * scale).toRect()))
        << "the heading ends where the column does";
}

TEST(MatrixChart, PlacesOfAMapLeadToTheirCells) {
    const Sweep sweep = mechanismsAndSizes();
    const SweepSlice slice(sweep, 0);
    const MatrixPicture picture = matrixPicture(slice, usualChoice(sweep, MatrixForm::Repeats), 900, {}, 2);
    ASSERT_EQ(picture.places.size(), 4U);
    EXPECT_EQ(picture.places[2].cell, 2U) << "fifo, 64";
    EXPECT_GT(picture.places[2].area.top(), picture.places[0].area.top()) << "mechanisms are rows";
    EXPECT_FALSE(asPainted(picture).image().isNull());
}

TEST(MatrixChart, TextOnEveryColourCanBeRead) {
    for (const bool dark : {false, true}) {
        for (int step = -10; step <= 10; ++step) {
            for (const QColor& ground : {ratioColor(step / 10.0, dark), figureColor(step / 10.0, dark)})
                EXPECT_GE(contrast(readableOn(ground), ground), kReadableContrast) << ground.name().toStdString();
        }
    }
}

TEST(SweepSlices, ArePaintedAnewWhereSomethingWasMeasured) {
    Sweep sweep = mechanismsAndSizes();
    SweepSlice slice(sweep, 0, SweepBaseline{0, 0});
    EXPECT_EQ(slice.entry(2).against->difference, Difference::Higher);
    for (SweepSample& sample : sweep.cell(0).samples) sample.figures[0] = 1e6;
    sweep.cell(0).samples.push_back(sweep.cell(0).samples.back());
    slice.refresh();
    EXPECT_EQ(slice.entry(2).against->difference, Difference::Lower) << "its baseline has changed";
}

TEST(SweepWordsOf, AVerdictSaysWhatDecidesIt) {
    const Sweep sweep = mechanismsAndSizes();
    const SweepSlice slice(sweep, 0, SweepBaseline{0, 0});
    const auto verdict = [&](std::size_t cell) { return SweepWords::verdict(slice, cell).toStdString(); };
    EXPECT_THAT(verdict(0), testing::HasSubstr("the baseline"));
    EXPECT_THAT(verdict(2), testing::HasSubstr("fifo is higher, 2× the value of pipe"));
    EXPECT_THAT(verdict(2), testing::HasSubstr("Mann and Whitney"));
    EXPECT_THAT(verdict(3), testing::HasSubstr("No difference is shown"));
    EXPECT_THAT(SweepWords::doubt(slice, 3).toStdString(), testing::HasSubstr("disagree"));
    const Sweep few = madeSweep({"links.*.mechanism=pipe,fifo"}, {{1, 2, 3}, {7, 8, 9}}, 3);
    const SweepSlice short_(few, 0, SweepBaseline{0, 0});
    EXPECT_THAT(SweepWords::verdict(short_, 1).toStdString(), testing::HasSubstr("nothing can be decided"));
}

TEST(SweepWordsOf, AnIntervalNamesAUnitThatIsAWordOnce) {
    const Sweep sweep = mechanismsAndSizes();
    EXPECT_EQ(SweepWords::interval(504e3, 572e3, sweep.figures()[0]), QStringLiteral("504k … 572k messages/s"));
}

TEST(SweepWordsOf, AxesAreCalledAsTheirFields) {
    EXPECT_EQ(SweepWords::axis("links.*.mechanism"), QStringLiteral("Mechanism"));
    EXPECT_EQ(SweepWords::axis("/links/0/capacity/bytes"), QStringLiteral("Capacity in bytes of links/0"));
    EXPECT_EQ(SweepWords::axis("a.b.rate_per_s"),
              QStringLiteral("%1 of a.b").arg(SweepWords::axis("processes.*.rate_per_s")));
    EXPECT_EQ(SweepWords::axis("no.such"), QStringLiteral("no.such"));
}

}  // namespace
}  // namespace ipclab::test

// What is made of a sweep's numbers, by numbers that were not measured.
#include "sweep/sweep_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runs/temp_dir.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

Sweep sweepOf(const std::vector<std::vector<double>>& rates) {
    SweepOptions options{
        .document = contentOf(std::string(IPCLAB_PRESETS) + "/first.ipclab.json"),
        .fileName = "first.ipclab.json",
        .settings = {},
        .axes = {parseAxis("links.*.mechanism=pipe,fifo").axis, parseAxis("producer.message_bytes=64,4096").axis},
        .repeats = 6};
    Sweep sweep(options);
    const std::size_t figure = sweep.placeOf({QuantityOwner::Link, {}, "messages_per_s"});
    for (std::size_t cell = 0; cell < rates.size(); ++cell) {
        for (const double rate : rates[cell])
            sweep.cell(cell).samples.push_back(
                {.attempt = 1, .takenAt = "now", .disturbance = {}, .figures = {{figure, rate}}});
    }
    return sweep;
}

const std::vector<double> kSlow{100, 101, 102, 103, 104, 105}, kFast{200, 202, 204, 206, 208, 210},
    kWild{10, 50, 100, 200, 400, 800};

TEST(SweepReport, ComparesWithTheCellThatDiffersInTheBaselineAlone) {
    const Sweep sweep = sweepOf({kSlow, kSlow, kFast, kSlow});
    const ParsedBaseline parsed = parseBaseline(sweep.options(), "pipe");
    ASSERT_TRUE(parsed.baseline) << parsed.mistake;
    EXPECT_EQ(baselineOf(sweep, sweep.cells()[0], *parsed.baseline), nullptr) << "it is the baseline";
    EXPECT_EQ(baselineOf(sweep, sweep.cells()[3], *parsed.baseline), &sweep.cells()[1]);
    const auto json = sweepJson(sweep, {{0}, parsed.baseline, {}, "2026-01-01T00:00:00Z"});
    EXPECT_EQ(json["schema"], "ipclab.sweep/1");
    EXPECT_EQ(json["baseline"]["value"], "pipe");
    EXPECT_TRUE(json["cells"][0]["against_baseline"].is_null());
    const auto& twice = json["cells"][2]["against_baseline"]["messages_per_s"];
    EXPECT_NEAR(twice["ratio"].get<double>(), 2, 1e-9);
    EXPECT_EQ(twice["difference"], "higher");
    EXPECT_EQ(json["cells"][3]["against_baseline"]["messages_per_s"]["difference"], "not shown");
    EXPECT_DOUBLE_EQ(json["cells"][0]["figures"]["messages_per_s"]["median"].get<double>(), 102.5);
    EXPECT_THAT(json["warnings"], IsEmpty());
}

TEST(SweepReport, BaselinesThatAreNoneOrSeveralAreMistakes) {
    const Sweep sweep = sweepOf({});
    EXPECT_THAT(parseBaseline(sweep.options(), "tcp").mistake, HasSubstr("no axis has the value"));
    EXPECT_TRUE(parseBaseline(sweep.options(), "producer.message_bytes=64").baseline);
    SweepOptions twice = sweep.options();
    twice.axes.push_back(parseAxis("consumer.message_bytes=64,128").axis);
    EXPECT_THAT(parseBaseline(twice, "64").mistake, HasSubstr("name one"));
}

TEST(SweepReport, CellsInDoubtAreMarkedAndNotAveragedAway) {
    Sweep sweep = sweepOf({kSlow, kWild, kFast, {1}});
    const std::vector<std::size_t> figures{0};
    EXPECT_FALSE(isDoubtful(sweep.cells()[0], figures));
    EXPECT_TRUE(isDoubtful(sweep.cells()[1], figures));
    EXPECT_FALSE(isDoubtful(sweep.cells()[3], figures)) << "one alone agrees with itself";
    sweep.cell(0).samples[0].disturbance = "others used 1.2 CPUs";
    EXPECT_TRUE(isDoubtful(sweep.cells()[0], figures));
    const auto warnings = sweepWarnings(sweep, figures);
    EXPECT_THAT(warnings, testing::Contains(HasSubstr("in 1 cells the repeats disagree")));
    EXPECT_THAT(warnings, testing::Contains("in 1 of 19 runs others used 1.2 CPUs"));
    EXPECT_THAT(warnings, testing::Contains(HasSubstr("1 cells are not measured to the end")));
    ++sweep.cell(1).attempt;
    EXPECT_FALSE(isDoubtful(sweep.cells()[1], figures)) << "it begins anew";
}

TEST(SweepReport, TooFewRepeatsAreSaidToBeSo) {
    const SweepComparison comparison = compared(std::vector<double>{1, 2, 3}, std::vector<double>{7, 8, 9});
    EXPECT_EQ(comparison.difference, Difference::TooFew);
    EXPECT_EQ(id(comparison.difference), "too few repeats");
}

TEST(SweepReport, CsvHasARowForEachCellAndFigure) {
    const Sweep sweep = sweepOf({kSlow, kSlow, kFast, kSlow});
    const std::string csv = sweepCsv(sweep, {{0}, std::nullopt, {}, ""});
    EXPECT_THAT(csv, HasSubstr("links.*.mechanism,producer.message_bytes,figure,unit,samples,median"));
    EXPECT_THAT(csv, HasSubstr("\r\nfifo,64,messages_per_s,messages/s,6,205,"));
    EXPECT_EQ(std::ranges::count(csv, '\n'), 5);
    EXPECT_EQ(std::ranges::count(samplesCsv(sweep), '\n'), 25);
}

}  // namespace
}  // namespace ipclab::test

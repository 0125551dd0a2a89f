// Runs of different times beside one another: on one axis, event under event, and their totals.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compare/recordings_charts.h"
#include "compare/recordings_shift.h"
#include "compare/recordings_table.h"
#include "plot/curve_chart.h"
#include "plot/lane_chart.h"
#include "runs/sample_run.h"

namespace ipclab::test {
namespace {

using testing::DoubleEq;
using testing::Optional;

constexpr Nanoseconds kLater = 1'234'567'890;

// The same run made later, twice as fast, over a link of another name.
RunData laterRun() {
    RunData run = sampleRun();
    RunData later;
    later.document = later.experiment = run.experiment;
    later.startNs = run.startNs + kLater;
    later.endNs = later.sampledNs = run.startNs + kLater + kNsPerSecond;
    later.processes = run.processes;
    for (ProcessData& process : later.processes) {
        process.lane = StateSeries();
        process.lane.append(later.startNs, later.startNs + 5000, ProcessState::Running, 1);
    }
    later.links = run.links;
    later.links[0].name = "another";
    later.links[0].received = 3998;
    later.links[0].messagesPerSecond = TimeSeries();
    later.links[0].messagesPerSecond.append(later.startNs + 20'000'000, 2000);
    later.observer = run.observer;
    later.observer.level = ObserveLevel::Sampled;
    return later;
}

RunEvent killed(Nanoseconds atNs) {
    return {.atNs = atNs, .process = 1, .kind = EventKind::Signal, .values = {{"signal", 9}}};
}

struct Two {
    RunData first = sampleRun(), second = laterRun();
    AlignedRuns runs{};
    Two() {
        runs.runs = {{QStringLiteral("first"), &first, {}, true, 0}, {QStringLiteral("second"), &second, {}, true, 0}};
        runs.runs[0].host.kernel = "6.1";
        runs.runs[1].host.kernel = "6.6";
    }
};

const AlignedFigure& figureOf(const std::vector<AlignedFigure>& figures, QuantityOwner owner, std::string_view id) {
    const auto found = std::ranges::find_if(
        figures, [&](const AlignedFigure& it) { return it.owner == owner && it.quantity->id == id; });
    EXPECT_NE(found, figures.end());
    return found == figures.end() ? figures.front() : *found;
}

TEST(Shifted, SamplesAnswerAsTheirOwnButLater) {
    TimeSeries own;
    for (int i = 0; i < 5000; ++i) own.append(i * 1000, i % 7 == 3 ? std::nan("") : i % 100);
    const TimeSeries later = shifted(own, kLater);
    EXPECT_EQ(later.firstTime(), kLater);
    EXPECT_EQ(later.lastTime(), own.lastTime() + kLater);
    ASSERT_TRUE(later.at(kLater + 501'500));
    EXPECT_EQ(later.at(kLater + 501'500)->t, kLater + 501'000);
    EXPECT_EQ(later.at(kLater + 501'500)->value, own.at(501'500)->value);
    EXPECT_FALSE(later.at(kLater - 1));
    std::vector<Column> expected, found;
    own.reduce({0, 12'345, 300}, expected);
    later.reduce({kLater, 12'345, 300}, found);
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) EXPECT_EQ(found[i].count, expected[i].count) << i;
    EXPECT_EQ(later.statistics(kLater, kLater + 1'000'000).mean, own.statistics(0, 1'000'000).mean);
    std::size_t samples = 0;
    later.forEach(kLater + 2000, kLater + 5000, [&](const Sample& sample) { samples += sample.t >= kLater + 2000; });
    EXPECT_EQ(samples, 3U);
    std::vector<Sample> few;
    ASSERT_TRUE(later.takeFew(kLater + 10'000, kLater + 20'000, 100, few));
    EXPECT_GE(few.front().t, kLater + 9'000);
}

TEST(Shifted, StatesDoSoToo) {
    StateSeries own;
    own.append(100, 300, ProcessState::Running, 2);
    own.append(300, 1000, ProcessState::Waiting, -1, 4);
    own.setOpen(ProcessState::Ready, 1000);
    const StateSeries earlier = shifted(own, -100);
    EXPECT_EQ(earlier.firstTime(), 0);
    ASSERT_TRUE(earlier.at(250));
    EXPECT_EQ(earlier.at(250)->start, 200);
    EXPECT_EQ(earlier.at(250)->reason, 4);
    ASSERT_TRUE(earlier.at(5000));
    EXPECT_TRUE(earlier.at(5000)->isOpen());
    EXPECT_EQ(earlier.totals(0, 900), own.totals(100, 1000));
    std::vector<StateInterval> seen;
    earlier.forEach(0, 10'000, [&](const StateInterval& it) { seen.push_back(it); });
    ASSERT_EQ(seen.size(), 3U);
    EXPECT_EQ(seen[2].start, 900);
}

TEST(AlignedRuns, StartAtOneMoment) {
    const Two two;
    EXPECT_EQ(two.runs.shiftOf(0), 0);
    EXPECT_EQ(two.runs.shiftOf(1), -kLater);
    EXPECT_EQ(two.runs.span(), std::pair(kStart, kStart + 2 * kNsPerSecond));
}

TEST(AlignedRuns, MeetAtAnEventThatBothHave) {
    Two two;
    two.first.events.push_back(killed(kStart + 500'000'000));
    EXPECT_EQ(two.runs.choices().size(), 2U) << "the second has no such event";
    two.second.events.push_back(killed(kStart + kLater + 100'000'000));
    const auto choices = two.runs.choices();
    ASSERT_EQ(choices.size(), 3U);
    EXPECT_TRUE(choices[1].text.contains(QStringLiteral("consumer"))) << choices[1].text.toStdString();
    two.runs.alignment = choices[1].alignment;
    EXPECT_EQ(two.runs.shiftOf(1), 400'000'000 - kLater);
    EXPECT_EQ(two.runs.span(), std::pair(kStart, kStart + 2 * kNsPerSecond));
}

TEST(AlignedRuns, MeetAtMomentsChosenByHand) {
    Two two;
    two.runs.alignment.at = RunAlignment::At::ByHand;
    two.runs.runs[1].byHandNs = kStart + kLater + 1000;
    EXPECT_EQ(two.runs.shiftOf(1), -kLater - 1000);
    EXPECT_FALSE(two.runs.hasZero(0));
    EXPECT_TRUE(two.runs.notTheSame().join(QLatin1Char(' ')).contains(QStringLiteral("A has no such moment")));
}

TEST(AlignedRuns, SayWhatIsNotTheSame) {
    Two two;
    const QString text = two.runs.notTheSame().join(QLatin1Char('\n'));
    EXPECT_TRUE(text.contains(QStringLiteral("kernel: A 6.1, B 6.6"))) << text.toStdString();
    EXPECT_TRUE(text.contains(QStringLiteral("observer level"))) << text.toStdString();
    EXPECT_FALSE(text.contains(QStringLiteral("processor"))) << text.toStdString();
    two.second.observer.level = ObserveLevel::Exact;
    two.runs.runs[1].host = two.runs.runs[0].host;
    EXPECT_TRUE(two.runs.notTheSame().isEmpty());
}

TEST(AlignedRuns, CompareTotalsToTheFirst) {
    const Two two;
    const auto figures = two.runs.figures();
    const AlignedFigure& received = figureOf(figures, QuantityOwner::Link, "received");
    EXPECT_EQ(received.of, QStringLiteral("the→link")) << "the only link of each, whatever it is called";
    EXPECT_THAT(received.difference(1), Optional(DoubleEq(1999)));
    EXPECT_THAT(received.ratio(1), Optional(DoubleEq(2)));
    EXPECT_FALSE(received.difference(0));
    AlignedFigure ofZero = received;
    ofZero.values = {QuantityValue(std::int64_t{0}), QuantityValue(std::int64_t{5})};
    EXPECT_THAT(ofZero.difference(1), Optional(DoubleEq(5)));
    EXPECT_FALSE(ofZero.ratio(1)) << "nothing is so many times zero";
}

TEST(RecordingsTable, TellsValuesDifferencesAndRatios) {
    const Two two;
    RecordingsTable table;
    table.show(two.runs);
    ASSERT_EQ(table.columnCount(), 6);
    int row = 0;
    const auto cell = [&](int column) { return table.index(row, column).data().toString(); };
    while (row < table.rowCount() && !(cell(0) == QStringLiteral("the→link") && cell(4).startsWith(QStringLiteral("+2.00k"))))
        ++row;
    ASSERT_LT(row, table.rowCount());
    EXPECT_EQ(cell(5), QStringLiteral("2×"));
    EXPECT_EQ(table.headerData(4, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("B − A"));
}

TEST(RecordingsCharts, HaveACurveOfEachRunAndItsLanesBelow) {
    const Two two;
    ChartPage page;
    page.resize(900, 700);
    RecordingsCharts charts(page);
    charts.show(two.runs);
    charts.finish();
    const auto* throughput = qobject_cast<CurveChart*>(page.charts().front());
    ASSERT_NE(throughput, nullptr);
    ASSERT_EQ(throughput->curves().size(), 2U);
    const Curve &a = throughput->curves()[0], &b = throughput->curves()[1];
    EXPECT_EQ(a.name, QStringLiteral("A"));
    EXPECT_NE(a.colorIndex, b.colorIndex);
    EXPECT_NE(a.style, b.style);
    EXPECT_EQ(a.series->firstTime(), b.series->firstTime()) << "both begin together";
    EXPECT_EQ(b.series->at(kStart + kNsPerSecond)->value, 2000);
    int lanes = 0;
    for (const TimeChart* chart : page.charts()) lanes += qobject_cast<const LaneChart*>(chart) != nullptr ? 1 : 0;
    EXPECT_EQ(lanes, 2);
    EXPECT_EQ(page.axis()->origin(), kStart);
    charts.clear();
    EXPECT_TRUE(page.charts().empty());
}

}  // namespace
}  // namespace ipclab::test

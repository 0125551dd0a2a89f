// One list of charts: window, exports and reports show the same, in the language of the program.
#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTranslator>
#include <algorithm>
#include <set>

#include "plot/curve_chart.h"
#include "plot/lane_chart.h"
#include "plot/latency_chart.h"
#include "run_charts/result_charts.h"
#include "runs/sample_run.h"

namespace ipclab {
namespace {

RunData sampleOf(const char* row = nullptr) {
    RunData run = test::sampleRun();
    if (row != nullptr) run.experiment.row = row;
    for (TimeSeries LinkData::*series : {&LinkData::p90Ns, &LinkData::p99Ns, &LinkData::p999Ns})
        (run.links[0].*series).append(test::kStart + 100'000'000, 20'000);
    run.links[0].transitP90Ns.append(test::kStart + 100'000'000, 3'000);
    run.links[0].systemDepth.append(test::kStart + 100'000'000, 448);
    run.links[0].depthMessages.append(test::kStart + 100'000'000, 7);
    return run;
}

QStringList curveNames(const TimeChart& chart) {
    QStringList names;
    if (const auto* curves = qobject_cast<const CurveChart*>(&chart))
        for (const Curve& curve : curves->curves()) names << curve.name + '|' + curve.unit;
    if (const auto* lanes = qobject_cast<const LaneChart*>(&chart))
        for (const Lane& lane : lanes->lanes()) names << lane.name;
    return names;
}

QStringList contentNames(RunChart chart, const RunData& run) {
    QStringList names;
    for (const Curve& curve : specOf(chart).content(run).curves) names << curve.name;
    return names;
}

TEST(RunCharts, AreListedInTheOrderOfTheirNumbersWithFilesOfTheirOwn) {
    std::set<std::string> ids;
    for (std::size_t i = 0; i < runCharts().size(); ++i) {
        EXPECT_EQ(static_cast<std::size_t>(runCharts()[i].chart), i);
        EXPECT_TRUE(ids.insert(runCharts()[i].id).second) << runCharts()[i].id;
    }
    for (const char* file : {"throughput", "depth", "memory", "states", "latency"}) EXPECT_TRUE(ids.contains(file));
}

TEST(RunCharts, AnEmptyOneSaysAfterARunThatNothingWasMeasured) {
    RunData run = test::sampleRun();
    run.endNs = 0;
    ChartPage page;
    RunCharts window(page);
    window.take(run);
    const TimeChart& chart = *window.chart(RunChart::Throughput);
    EXPECT_TRUE(chart.emptyText().startsWith(QStringLiteral("Press Run"))) << chart.emptyText().toStdString();
    run.endNs = run.startNs + 1'000'000'000;
    window.grow(run);
    EXPECT_EQ(chart.emptyText(), QStringLiteral("Nothing of this was measured in this run."));
    run.endNs = 0;
    window.take(run);
    EXPECT_TRUE(chart.emptyText().startsWith(QStringLiteral("Press Run"))) << "another run";
    window.drop();
}

TEST(RunCharts, AnEmptyOneOfCommandsSaysWhyNothingIsKnown) {
    RunData run = test::sampleRun();
    LinkData& link = run.links[0];
    link.counted = false;
    link.foreignSender = link.foreignReceiver = true;
    for (ProcessData& process : run.processes) process.foreign = true;
    ChartPage page;
    RunCharts window(page);
    window.take(run);
    for (const RunChart which : {RunChart::Throughput, RunChart::Latency}) {
        const QString text = window.chart(which)->emptyText();
        EXPECT_TRUE(text.contains(QString::fromStdString(link.name) + ": not known")) << text.toStdString();
    }
    EXPECT_FALSE(window.chart(RunChart::Calls)->emptyText().contains(QLatin1Char('\n')));
    window.drop();
}

TEST(RunCharts, OfFilesAreThoseOfThePage) {
    const RunData run = sampleOf();
    ChartPage page;
    RunCharts window(page);
    window.take(run);
    const ResultCharts files(run);
    ASSERT_FALSE(files.charts().empty());
    for (const NamedChart& named : files.charts()) {
        const auto spec = std::ranges::find(runCharts(), std::string_view(named.name), &ChartSpec::id);
        ASSERT_NE(spec, runCharts().end()) << named.name;
        const TimeChart& chart = *window.chart(spec->chart);
        EXPECT_EQ(named.chart->title(), chart.title());
        EXPECT_EQ(curveNames(*named.chart), curveNames(chart)) << named.name;
        EXPECT_FALSE(curveNames(chart).isEmpty()) << named.name;
        ASSERT_EQ(named.chart->events().size(), chart.events().size());
    }
    window.drop();
}

TEST(RunCharts, OfFilesHaveASubjectAndSomethingToShow) {
    RunData run = sampleOf();
    const auto names = [&] {
        std::set<std::string> all;
        const ResultCharts charts(run);
        for (const NamedChart& named : charts.charts()) all.insert(named.name);
        return all;
    };
    EXPECT_EQ(names(), (std::set<std::string>{"throughput", "depth", "states", "latency"}));
    run.experiment.memoryBudgetBytes = 1 << 20;
    run.processes[0].residentBytes.append(test::kStart + 100'000'000, 1e6);
    EXPECT_TRUE(names().contains("memory"));
    run.experiment.about = Subject::Schedule;
    EXPECT_TRUE(names().contains("queue-lengths"));
    EXPECT_TRUE(names().contains("processors"));
    EXPECT_FALSE(names().contains("processor-time"));
    run.experiment.processes[0].nice = 5;
    EXPECT_TRUE(names().contains("processor-time"));
}

TEST(RunCharts, LatencyHasTheMedianP90AndP99OfEveryLink) {
    RunData run = sampleOf();
    run.links[0].transitP50Ns = TimeSeries();  // nothing is due at a time
    EXPECT_EQ(contentNames(RunChart::Latency, run), (QStringList{"p50", "p90", "p99", "p99.9"}));
    run.links.push_back(std::move(sampleOf().links[0]));
    run.links[1].name = "b";
    run.links[1].transitP50Ns = TimeSeries();
    const QStringList names = contentNames(RunChart::Latency, run);
    for (const char* percentile : {"p50", "p90", "p99"}) {
        for (const LinkData& link : run.links)
            EXPECT_TRUE(names.contains(QString::fromStdString(link.name) + QStringLiteral(" · ") + percentile));
    }
    run = sampleOf();  // due at times: both ways to count
    EXPECT_EQ(contentNames(RunChart::Latency, run), (QStringList{"response p50", "transit p50", "response p90",
                                                                 "transit p90", "response p99", "transit p99"}));
}

// In two units, where the system counts bytes.
TEST(RunCharts, QueueDepthIsToldByTheCountersAndByTheSystemInOneChart) {
    RunData run = sampleOf();
    ASSERT_EQ(run.links[0].depthUnit, DepthUnit::Bytes);
    const auto units = [&] {
        QStringList all;
        for (const Curve& curve : specOf(RunChart::Depth).content(run).curves) all << curve.unit;
        return all;
    };
    EXPECT_EQ(contentNames(RunChart::Depth, run), (QStringList{"counted", "system"}));
    EXPECT_EQ(units(), (QStringList{"messages", "B"}));
    run.links[0].counted = false;
    EXPECT_EQ(units(), QStringList{"B"});
    run.links[0].counted = true;
    run.links[0].depthUnit = DepthUnit::Messages;
    EXPECT_EQ(units(), (QStringList{"messages", "messages"}));
}

TEST(RunCharts, HaveTheirTextsInKorean) {
    const RunData run = sampleOf("P7");
    std::vector<QStringList> english;
    const auto texts = [&](const ChartSpec& spec) {
        const ChartContent content = spec.content(run);
        return QStringList{spec.title(), spec.emptyText(), content.beside};
    };
    for (const ChartSpec& spec : runCharts()) english.push_back(texts(spec));
    QTranslator korean;
    ASSERT_TRUE(korean.load(QStringLiteral(":/translations/ipclab_ko.qm")));
    ASSERT_TRUE(QCoreApplication::installTranslator(&korean));
    static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
    for (std::size_t i = 0; i < runCharts().size(); ++i) {
        const QStringList translated = texts(runCharts()[i]);
        for (int k = 0; k < translated.size(); ++k) {
            if (english[i][k].isEmpty()) continue;
            EXPECT_TRUE(translated[k].contains(hangul)) << english[i][k].toStdString();
        }
    }
    EXPECT_EQ(contentNames(RunChart::Depth, run).first(), QStringLiteral("카운터"));
    for (const RunChart chart : {RunChart::Queues, RunChart::Latency})
        for (const QString& name : contentNames(chart, run)) EXPECT_TRUE(name.contains(hangul)) << name.toStdString();
    QCoreApplication::removeTranslator(&korean);
}

// Curves come when the system's figure or a queue does; what somebody has hidden stays hidden.
TEST(RunCharts, GrowWithTheirRun) {
    RunData run = sampleOf("P7");
    run.queues.waitingFor = {};
    ChartPage page;
    RunCharts charts(page);
    charts.take(run);
    auto* queues = static_cast<CurveChart*>(charts.chart(RunChart::Queues));
    const std::size_t before = queues->curves().size();
    queues->setCurveVisible(1, false);
    EXPECT_FALSE(charts.grow(run));
    run.queues.waitingFor[static_cast<std::size_t>(WaitReason::Empty)].emplace();
    EXPECT_TRUE(charts.grow(run));
    EXPECT_EQ(queues->curves().size(), before + 1);
    EXPECT_FALSE(queues->isCurveVisible(1));
    EXPECT_TRUE(queues->isCurveVisible(0));
    charts.drop();
}

TEST(QuantityChoice, IsRememberedByItsNameAndCheckedWhenItComesBack) {
    for (const char* id : {"link/bytes_per_s/each", "link/bytes_per_s/sum", "process/cpu_share/one/a/b"}) {
        const auto choice = QuantityChoice::fromId(QString::fromLatin1(id));
        ASSERT_TRUE(choice) << id;
        EXPECT_EQ(choice->id(), QString::fromLatin1(id));
    }
    for (const char* id : {"", "link", "link/none/each", "link/bytes_per_s/many", "link/sent/each", "planet/x/each",
                           "link/rate_window_s/sum", "process/cpu_share/one", "process/cpu_share/each/a"})
        EXPECT_FALSE(QuantityChoice::fromId(QString::fromLatin1(id))) << id;
}

// Whatever the list of quantities keeps over time: of each, of one and, where that means something, summed.
TEST(QuantityChoice, OfWhateverIsKeptOverTimeIsCharted) {
    RunData run = test::sampleRun();
    run.shared.emplace_back();
    run.shared.back().name = "counter";
    std::set<QuantityOwner> seen;
    for (const Quantity& quantity : quantities()) {
        if (quantity.series == nullptr) continue;
        const auto owners = ownersIn(run, quantity.owner);
        ASSERT_FALSE(owners.empty()) << quantity.id;
        seen.insert(quantity.owner);
        for (const QuantityOf& of : owners) quantity.series(run, of)->append(test::kStart + 500'000'000, 2);
        std::vector<QuantityChoice> choices{{&quantity, QuantityChoice::Of::Each, {}},
                                            {&quantity, QuantityChoice::Of::One, nameOf(run, owners.front())}};
        if (quantity.sum == QuantitySum::Sum) choices.push_back({&quantity, QuantityChoice::Of::Sum, {}});
        for (const QuantityChoice& choice : choices) {
            EXPECT_EQ(QuantityChoice::fromId(choice.id()), choice);
            EXPECT_TRUE(choice.hasSubject(run));
            ChartPage page;
            ChosenCharts charts(page);
            const std::vector<Curve> curves = charts.add(choice, run)->curves();
            const bool each = choice.of == QuantityChoice::Of::Each;
            ASSERT_EQ(curves.size(), each ? owners.size() : 1U) << choice.id().toStdString();
            charts.growSums(run);
            EXPECT_TRUE(curves[0].hasData()) << choice.id().toStdString();
            EXPECT_FALSE(curves[0].name.isEmpty());
            EXPECT_FALSE(choice.title().isEmpty());
            if (choice.of != QuantityChoice::Of::Sum) {
                EXPECT_EQ(curves[0].series, quantity.seriesOf(run, owners.front()));
            }
            charts.drop();
        }
    }
    EXPECT_EQ(seen,
              (std::set{QuantityOwner::Process, QuantityOwner::Link, QuantityOwner::Shared, QuantityOwner::Processor}));
}

TEST(QuantityChoice, OfProcessorsCanBeMadeBeforeThereAreAny) {
    RunData run = test::sampleRun();
    const auto busy = QuantityChoice::fromId(QStringLiteral("processor/busy_share/each"));
    ASSERT_TRUE(busy);
    run.cpus.clear();
    EXPECT_FALSE(busy->hasSubject(run)) << "nobody saw them in this run";
    run.startNs = 0;
    EXPECT_TRUE(busy->hasSubject(run));
}

TEST(RunCharts, LatenciesOfEveryLinkAreInTheHeatMapAndTheHistogram) {
    const RunData run = sampleOf();
    ChartPage page;
    RunCharts charts(page);
    charts.take(run);
    for (const RunChart which : {RunChart::LatencyHeatMap, RunChart::LatencyDistribution}) {
        const auto* chart = qobject_cast<const LatencyChart*>(charts.chart(which));
        ASSERT_NE(chart, nullptr);
        ASSERT_EQ(chart->sources().size(), 1U);
        EXPECT_EQ(chart->sources()[0].history, &run.links[0].latencies);
        EXPECT_FALSE(chart->isEmpty());
        EXPECT_FALSE(specOf(which).isUnasked(run)) << "only when somebody asks for it";
    }
    RunData late = sampleOf();
    late.experiment.processes[0].settings.network.delayNs = 1'000'000;
    EXPECT_TRUE(specOf(RunChart::LatencyHeatMap).isUnasked(late)) << "or when it is about that";
    EXPECT_FALSE(specOf(RunChart::LatencyDistribution).isUnasked(late));
    charts.drop();
    EXPECT_TRUE(qobject_cast<LatencyChart*>(charts.chart(RunChart::LatencyHeatMap))->sources().empty());
}

TEST(SummedSeries, AddsTheNewestOfAllAndForgetsWhatHasEnded) {
    constexpr Nanoseconds kMs = 1'000'000;
    TimeSeries a, b;
    SummedSeries sum({&a, &b});
    for (int i = 0; i <= 50; ++i) {
        a.append(i * 100 * kMs, 10);
        if (i <= 10) b.append(i * 100 * kMs, 5);
    }
    sum.grow(false);
    EXPECT_EQ(sum.sum().at(500 * kMs)->value, 15);
    EXPECT_EQ(sum.sum().at(4'500 * kMs)->value, 10) << "b has ended long ago";
    EXPECT_LT(sum.sum().lastTime(), 5'000 * kMs) << "the other may still tell of it";
    sum.grow(true);
    EXPECT_EQ(sum.sum().lastTime(), 5'000 * kMs);
    const std::size_t before = sum.sum().endIndex();
    sum.grow(true);
    EXPECT_EQ(sum.sum().endIndex(), before);
}

}  // namespace
}  // namespace ipclab

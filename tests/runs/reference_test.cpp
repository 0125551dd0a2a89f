// The reference of a benchmark: bare loops in the place of the programs, over the same links, and nothing left of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QCoreApplication>
#include <nlohmann/json.hpp>

#include "core/sentences.h"
#include "links/registry.h"
#include "programs/bare_ends.h"
#include "programs/registry.h"
#include "runs/bench_plan.h"
#include "runs/run_fixture.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class ReferenceTest : public RunTest {
protected:
    // Messages received by a bare loop. A run whose time is over before its ends are open carries none; on a machine
    // where others have the processors the next one gets twice as long.
    std::uint64_t bareMessages(BenchOptions options) {
        for (;; options.seconds *= 2) {
            const BenchRow row = benchRows(options).front();
            if (!row.skipped.empty()) return 1;  // this machine has no such thing: nothing to find out
            const std::uint64_t received = runBare(row.experiment);
            EXPECT_EQ(m_run->data().links.back().bytes, received * options.sizesBytes.front());
            if (received > 0) {
                EXPECT_GT(benchSample(m_run->data(), options.pattern).messagesPerSecond, 0);
                return received;
            }
            if (options.seconds > kMostSeconds || HasFailure()) return 0;
        }
    }

private:
    static constexpr double kMostSeconds = 4;

    std::uint64_t runBare(const Experiment& experiment) {
        RunOptions run;
        run.experiment = experiment;
        run.launcherPath = QStringLiteral(IPCLAB_LAUNCHER_PATH);
        run.collectSeries = false;
        run.bare = true;
        m_run = std::make_unique<ipclab::Run>(std::move(run));
        m_run->start();
        EXPECT_TRUE(untilEnded()) << "it hangs";
        EXPECT_EQ(m_run->failure().toStdString(), "");
        return m_run->data().links.back().received;
    }
};

BenchOptions optionsFor(std::string_view mechanism, Pattern pattern = Pattern::OneWay) {
    BenchOptions options;
    options.mechanisms = {std::string(mechanism)};
    options.sizesBytes = {256};
    options.pattern = pattern;
    options.seconds = 0.05;
    return options;
}

TEST_F(ReferenceTest, RunsOverEveryMechanismThatHasOne) {
    int measured = 0;
    for (const Mechanism* mechanism : allMechanisms()) {
        if (!whyNoBareLoop(mechanism->info().id).empty()) continue;
        SCOPED_TRACE(std::string(mechanism->info().id));
        EXPECT_GT(bareMessages(optionsFor(mechanism->info().id)), 0U);
        ++measured;
    }
    EXPECT_GE(measured, 14);
}

TEST_F(ReferenceTest, GoesThereAndBack) {
    for (const char* mechanism : {"pipe", "unix-stream", "unix-datagram", "posix-mq", "sysv-mq", "memfd", "sysv-shm"}) {
        SCOPED_TRACE(mechanism);
        EXPECT_GT(bareMessages(optionsFor(mechanism, Pattern::PingPong)), 0U);
    }
}

TEST_F(ReferenceTest, IsLaunchedAsItsRowIs) {
    for (const LaunchMethod launch : {LaunchMethod::Exec, LaunchMethod::Spawn, LaunchMethod::VFork}) {
        for (const char* mechanism : {"pipe", "memfd", "tcp"}) {
            SCOPED_TRACE(mechanism);
            BenchOptions options = optionsFor(mechanism);
            options.launch = launch;
            EXPECT_GT(bareMessages(options), 0U);
        }
    }
}

TEST_F(ReferenceTest, OfOneThatIsKilledNothingIsLeft) {
    for (const char* mechanism : {"posix-mq", "sysv-mq", "fifo", "posix-shm"}) {
        BenchOptions options = optionsFor(mechanism);
        options.seconds = 60;
        const BenchRow row = benchRows(options).front();
        if (!row.skipped.empty()) continue;
        RunOptions run;
        run.experiment = row.experiment;
        run.launcherPath = QStringLiteral(IPCLAB_LAUNCHER_PATH);
        run.collectSeries = false;
        run.bare = true;
        m_run = std::make_unique<ipclab::Run>(std::move(run));
        m_run->start();
        EXPECT_TRUE(until([this] { return m_run->state() == ipclab::Run::State::Running; }));
        m_run.reset();  // at once, whatever they are doing
    }
}

TEST_F(ReferenceTest, ATurnOfEachInEveryRound) {
    BenchOptions options = optionsFor("pipe");
    options.mechanisms = {"pipe", "eventfd"};
    options.repeats = 2;
    options.reference = true;
    BenchPlan plan(options, QStringLiteral(IPCLAB_LAUNCHER_PATH));
    EXPECT_EQ(plan.all(), 3U * 2 + 3U);
    Batch batch(plan);
    bool ended = false;
    std::string order;
    QObject::connect(&batch, &Batch::finished, &batch, [&] { ended = true; });
    QObject::connect(&batch, &Batch::progressed, &batch, [&] {
        if (plan.row() != nullptr && plan.row()->mechanism == "pipe") order += plan.isBare() ? 'b' : 'l';
    });
    batch.start();
    QElapsedTimer clock;
    clock.start();
    while (!ended && clock.elapsed() < 4 * kHangsAfterMs)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    ASSERT_TRUE(ended);
    EXPECT_EQ(order, "bllbbl") << "every second round the other way round";
    EXPECT_EQ(plan.rows()[0].samples.size(), 2U) << plan.rows()[0].skipped;
    EXPECT_EQ(plan.rows()[0].bare.size(), 2U) << plan.rows()[0].noReference;
    EXPECT_EQ(plan.rows()[1].samples.size(), 2U) << plan.rows()[1].skipped;
    EXPECT_THAT(plan.rows()[1].bare, IsEmpty());
    EXPECT_THAT(plan.rows()[1].noReference, Not(IsEmpty()));
}

BenchRow rowOfPairs(const std::vector<std::pair<double, double>>& rates) {
    BenchRow row;
    row.mechanism = "pipe";
    row.sizeBytes = 64;
    for (const auto& [ours, theirs] : rates) {
        row.samples.emplace_back().messagesPerSecond = ours;
        row.bare.emplace_back().messagesPerSecond = theirs;
    }
    return row;
}

TEST(BenchReferences, AreDifferencesAndRatiosOfPairs) {
    const auto reference = referenceOf(rowOfPairs({{1e6, 2e6}, {1e6, 2e6}, {0.5e6, 1e6}}));
    ASSERT_TRUE(reference);
    EXPECT_DOUBLE_EQ(reference->messagesPerSecond.median, 2e6);
    EXPECT_DOUBLE_EQ(reference->costNs.median, 500);
    EXPECT_DOUBLE_EQ(reference->costNs.high, 1000);
    EXPECT_DOUBLE_EQ(reference->ratio.median, 0.5);
    EXPECT_LT(referenceOf(rowOfPairs({{2e6, 1e6}}))->costNs.median, 0) << "the laboratory may be the faster one";
    EXPECT_FALSE(referenceOf(rowOfPairs({})));
}

TEST(BenchReferences, StandInJsonAndCsvWhereAskedFor) {
    BenchOptions options;
    options.reference = true;
    BenchRow none = rowOfPairs({{1e6, 0}});
    none.bare.clear();
    none.noReference = "no loop, none";
    const std::vector<BenchRow> rows{rowOfPairs({{1e6, 2e6}}), none};
    const auto json = benchJson(options, rows, {}, {});
    EXPECT_DOUBLE_EQ(json["rows"][0]["reference"]["cost_ns_per_message"]["median"].get<double>(), 500);
    EXPECT_TRUE(json["rows"][0]["no_reference"].is_null());
    EXPECT_TRUE(json["rows"][1]["reference"].is_null());
    EXPECT_EQ(json["rows"][1]["no_reference"], "no loop, none");
    EXPECT_FALSE(benchJson({}, rows, {}, {})["rows"][0].contains("reference"));
    const std::string csv = benchCsv(options, rows);
    EXPECT_THAT(csv, HasSubstr(",2000000,500,500,500,0.5,0.5,0.5,\r\n"));
    EXPECT_THAT(csv, HasSubstr(",,,,,,,,\"no loop, none\"\r\n"));
    const std::string head = csv.substr(0, csv.find("\r\n")), first = csv.substr(head.size() + 2);
    EXPECT_EQ(std::ranges::count(head, ','), std::ranges::count(first.substr(0, first.find("\r\n")), ','));
}

TEST(BenchReferences, AreInNoListOfPrograms) {
    EXPECT_EQ(findProgram("bare"), nullptr);
    for (const Mechanism* mechanism : allMechanisms()) {
        if (!mechanism->info().traits.execOnly) continue;
        EXPECT_THAT(whyNoBareLoop(mechanism->info().id), HasSubstr("library"));
    }
}

}  // namespace
}  // namespace ipclab::test

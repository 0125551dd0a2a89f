// What is read on demand answers as what was read whole does, however large the recording, and without its levels too.
#include "recording/on_demand.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <iterator>

#include "export/data_export.h"
#include "recording/recording.h"
#include "recording/sqlite.h"
#include "results/run_warnings.h"
#include "sample_run.h"
#include "temp_dir.h"

namespace ipclab::test {
namespace {

constexpr Nanoseconds kStep = 1'000'000;        // a sample each
constexpr std::size_t kSamples = 42'000;        // more than are read whole
constexpr std::size_t kIntervals = 3 * 14'000;  // likewise

double valueAt(std::size_t i) { return i % 9'973 == 17 ? 1'000 : std::sin(static_cast<double>(i) * 0.001) + 2; }

// Forty-two seconds of the sample run, of whose first process much was seen.
RunData longRun() {
    RunData run = sampleRun();
    run.endNs = 0;
    ProcessData& first = run.processes[0];
    first.endedNs = 0;
    first.lane = StateSeries();
    first.cpuShare = TimeSeries();
    for (std::size_t i = 0; i < kSamples; ++i) {
        const bool gap = i % 20'000 == 19'999;
        first.cpuShare.append(kStart + static_cast<Nanoseconds>(i) * kStep, gap ? std::nan("") : valueAt(i));
    }
    for (std::size_t i = 0; i < kIntervals / 3; ++i) {
        const Nanoseconds t = kStart + static_cast<Nanoseconds>(i) * 3 * kStep;
        first.lane.append(t, t + kStep, ProcessState::Running, 0);
        first.lane.append(t + kStep, t + 2 * kStep, ProcessState::Ready);
        first.lane.append(t + 2 * kStep, t + 3 * kStep, ProcessState::Waiting, -1, 2);
    }
    run.sampledNs = kStart + static_cast<Nanoseconds>(kSamples) * kStep;
    run.endNs = first.endedNs = run.sampledNs;
    return run;
}

void executeIn(const std::filesystem::path& path, const char* sql) {
    Database(path, Database::Mode::Write).execute(sql);
}

std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

class OnDemand : public testing::Test {
protected:
    const std::filesystem::path& recorded(const RunData& run) {
        RecordingWriter(m_path, run).finish(run, resultWarnings(run));
        return m_path;
    }
    // As a chart asks: at once, and again when something has come.
    std::vector<Column> columns(RecordingOnDemand& file, const ColumnGrid& grid) {
        std::vector<Column> columns;
        const TimeSeries& series = file.history().processes[0].cpuShare;
        series.reduce(grid, columns);
        file.wait();
        series.reduce(grid, columns);
        file.wait();
        series.reduce(grid, columns);
        return columns;
    }
    std::vector<StateColumn> states(RecordingOnDemand& file, const ColumnGrid& grid) {
        std::vector<StateColumn> columns;
        for (int look = 0; look < 3; ++look) {
            file.history().processes[0].lane.reduce(grid, columns);
            file.wait();
        }
        return columns;
    }

    TempDir m_dir;
    std::filesystem::path m_path = m_dir / "run.ipclab";
};

TEST_F(OnDemand, ASmallRecordingIsWhatItIsWhenReadWhole) {
    RecordingOnDemand file(recorded(sampleRun()), [] {});
    const RunData whole = loadRecording(m_path).data;
    (void)seriesCsv(file.history());  // asks for it
    (void)statesCsv(file.history());
    (void)latencyCsv(file.history());
    (void)file.history().queues.running.endIndex();
    (void)file.history().cpus.at(0).lane.endIndex();
    file.wait();
    EXPECT_EQ(seriesCsv(file.history()), seriesCsv(whole));
    EXPECT_EQ(statesCsv(file.history()), statesCsv(whole));
    EXPECT_EQ(latencyCsv(file.history()), latencyCsv(whole));
    EXPECT_EQ(file.history().queues.running.summary().count, whole.queues.running.summary().count);
    EXPECT_EQ(file.history().cpus.at(0).lane.endIndex(), whole.cpus.at(0).lane.endIndex());
    EXPECT_FALSE(file.hasNoLevels());
}

TEST_F(OnDemand, ALongSeriesIsSeenAsAWholeByItsGroupsAndNearByItsSamples) {
    const RunData run = longRun();
    RecordingOnDemand file(recorded(run), [] {});
    const TimeSeries& series = file.history().processes[0].cpuShare;
    const TimeSeries& exact = run.processes[0].cpuShare;
    EXPECT_FALSE(series.empty());
    EXPECT_EQ(series.firstTime(), exact.firstTime());
    EXPECT_EQ(series.lastTime(), exact.lastTime());

    const ColumnGrid all = ColumnGrid::covering(exact.firstTime(), exact.lastTime() + 1, 500);
    std::uint64_t count = 0;
    double highest = 0;
    bool gaps = false;
    for (const Column& column : columns(file, all)) {
        count += column.count;
        if (column.count > 0) highest = std::max(highest, column.max);
        gaps = gaps || column.gap;
    }
    EXPECT_TRUE(series.isAway()) << "too many to be read whole";
    EXPECT_EQ(count, exact.summary().count) << "no sample is lost, whatever column it falls in";
    EXPECT_EQ(highest, 1'000) << "nor a peak of one";
    EXPECT_TRUE(gaps);

    const ColumnGrid near = ColumnGrid::covering(kStart + 19'900 * kStep, kStart + 20'100 * kStep, 100);
    std::vector<Column> expected;
    exact.reduce(near, expected);
    const std::vector<Column> seen = columns(file, near);
    ASSERT_EQ(seen.size(), expected.size());
    for (std::size_t i = 0; i < seen.size(); ++i) {
        EXPECT_EQ(seen[i].count, expected[i].count) << i;
        EXPECT_EQ(seen[i].gap, expected[i].gap) << i;
        if (expected[i].count > 0) {
            EXPECT_EQ(seen[i].max, expected[i].max) << i;
        }
    }
    std::vector<Sample> few;
    ASSERT_TRUE(series.takeFew(near.start, near.end(), 1'000, few));
    std::vector<Sample> expectedFew;
    ASSERT_TRUE(exact.takeFew(near.start, near.end(), 1'000, expectedFew));
    EXPECT_EQ(few.size(), expectedFew.size());
    EXPECT_EQ(series.at(kStart + 20'050 * kStep)->value, valueAt(20'050));
    const SeriesStatistics between = series.statistics(kStart + 19'950 * kStep, kStart + 20'050 * kStep);
    EXPECT_TRUE(between.exactQuantiles);
    EXPECT_EQ(between.p50, exact.statistics(kStart + 19'950 * kStep, kStart + 20'050 * kStep).p50);
    EXPECT_EQ(series.summary().count, exact.summary().count);
    EXPECT_NEAR(series.summary().mean, exact.summary().mean, 1e-9);
    EXPECT_LT(file.windowBytes(), exact.memoryBytes() / 4);
}

TEST_F(OnDemand, WhileItIsReadACoarsePictureIsThere) {
    const RunData run = longRun();
    RecordingOnDemand file(recorded(run), [] {});
    const TimeSeries& series = file.history().processes[0].cpuShare;
    (void)columns(file, ColumnGrid::covering(kStart, run.sampledNs, 200));
    std::vector<Column> seen;
    const std::uint64_t before = series.revision();
    series.reduce(ColumnGrid::covering(kStart, kStart + 1'000 * kStep, 100), seen);
    EXPECT_TRUE(std::ranges::any_of(seen, [](const Column& column) { return column.count > 0; }));
    file.wait();
    EXPECT_NE(series.revision(), before) << "a chart knows that there is more to be seen";
}

TEST_F(OnDemand, ALongLaneHasTheSameSharesAndNearTheSameIntervals) {
    const RunData run = longRun();
    RecordingOnDemand file(recorded(run), [] {});
    const StateSeries& lane = file.history().processes[0].lane;
    const StateSeries& exact = run.processes[0].lane;
    const auto whole = states(file, ColumnGrid::covering(kStart, run.sampledNs, 50));
    for (std::size_t i = 1; i + 2 < whole.size(); ++i)
        EXPECT_NEAR(whole[i].share[static_cast<std::size_t>(ProcessState::Running)], 1.0 / 3, 0.02);
    const Nanoseconds a = kStart + 30'000 * kStep, b = a + 30 * kStep;
    (void)states(file, ColumnGrid::covering(a, b, 60));
    EXPECT_EQ(lane.totals(a, b), exact.totals(a, b));
    std::size_t intervals = 0;
    lane.forEach(a, b, [&](const StateInterval&) { ++intervals; });
    EXPECT_EQ(intervals, 30U);
    ASSERT_TRUE(lane.at(a + 2 * kStep));
    EXPECT_EQ(lane.at(a + 2 * kStep)->state, ProcessState::Waiting);
    EXPECT_EQ(lane.at(a + 2 * kStep)->reason, 2);
    EXPECT_FALSE(lane.at(kStart + 41'000 * kStep)) << "pointed at elsewhere it is asked for";
    file.wait();
    EXPECT_TRUE(lane.at(kStart + 41'000 * kStep));
}

TEST_F(OnDemand, GroupsAreTheSameWhetherWrittenAtOnceOrAsTheRunGoesOn) {
    RunData run = longRun();
    recorded(run);
    const std::filesystem::path other = m_dir / "grown.ipclab";
    RunData grown = longRun();
    const TimeSeries all = std::move(grown.processes[0].cpuShare);
    grown.processes[0].cpuShare = TimeSeries();
    RecordingWriter writer(other, grown);
    for (std::size_t i = all.firstIndex(); i < all.endIndex(); ++i) {
        grown.processes[0].cpuShare.append(all.sample(i).t, all.sample(i).value);
        if (i % 7'001 == 0) writer.update(grown);
    }
    writer.finish(grown, {});
    const auto groups = [](const std::filesystem::path& path, const char* what) {
        Database database(path, Database::Mode::Read);
        Statement sum(database, what);
        return sum.step() ? sum.text(0) : std::string();
    };
    const char* const kSum =
        "SELECT count(*) || ' ' || sum(first) || ' ' || sum(count) || ' ' || sum(gaps) || ' ' || max(max) || ' ' || "
        "sum(end_ns - begin_ns) FROM sample_level";
    EXPECT_EQ(groups(m_path, kSum), groups(other, kSum));
    EXPECT_EQ(groups(m_path, "SELECT '' || count(*) FROM sample_level WHERE span = 16 AND count + gaps <> 16"), "0");
    const char* const kTimes =
        "SELECT '' || sum(running_ns) FROM lane_level WHERE kind = 'process' AND owner = 0 AND span = 16";
    EXPECT_EQ(groups(m_path, kTimes), std::to_string(static_cast<Nanoseconds>(kIntervals) / 3 * kStep));
}

TEST_F(OnDemand, OneWithoutLevelsIsShownAllTheSameAndStaysAsItIs) {
    const RunData run = longRun();
    executeIn(recorded(run), "DROP TABLE sample_level; DROP TABLE lane_level");
    const std::string before = bytesOf(m_path);
    {
        RecordingOnDemand file(m_path, [] {});
        EXPECT_TRUE(file.hasNoLevels());
        std::uint64_t count = 0;
        for (const Column& column : columns(file, ColumnGrid::covering(kStart, run.sampledNs + 1, 500)))
            count += column.count;
        EXPECT_EQ(count, run.processes[0].cpuShare.summary().count);
        const auto times = states(file, ColumnGrid::covering(kStart, run.sampledNs, 100));
        EXPECT_NEAR(times[50].share[static_cast<std::size_t>(ProcessState::Ready)], 1.0 / 3, 0.02);
        EXPECT_EQ(file.takeFailure(), "");
    }
    EXPECT_TRUE(bytesOf(m_path) == before) << "what is made for it is made elsewhere";
}

TEST_F(OnDemand, OneThatWasCutOffTellsTheTotalsOfItsRows) {
    RunData run = longRun();
    run.endNs = 0;
    for (ProcessData& process : run.processes) {
        process.endedNs = 0;
        process.exit.reset();
        process.state = ProcessState::Waiting;
        process.stateSource = StateSource::None;
        process.maxResidentBytes = 0;
    }
    { RecordingWriter(m_path, run).update(run); }
    const RunData whole = loadRecording(m_path).data;
    RecordingOnDemand file(m_path, [] {});
    for (std::size_t i = 0; i < run.processes.size(); ++i) {
        const ProcessData &told = file.history().processes[i], &expected = whole.processes[i];
        EXPECT_EQ(told.stateSource, expected.stateSource) << i;
        EXPECT_NEAR(told.runningS, expected.runningS, 1e-9) << i;
        EXPECT_NEAR(told.readyS, expected.readyS, 1e-9) << i;
        EXPECT_NEAR(told.waitingS, expected.waitingS, 1e-3) << i << ", which went on";
        EXPECT_EQ(told.maxResidentBytes, expected.maxResidentBytes) << i;
        EXPECT_EQ(told.cpuTimesKnown, expected.cpuTimesKnown) << i;
    }
}

TEST_F(OnDemand, MomentsAreStepsOfWhoRan) {
    RecordingOnDemand file(recorded(longRun()), [] {});
    const auto gone = [&](Nanoseconds from, bool forward, std::optional<std::uint32_t> process) {
        file.askSwitch(from, forward, process);
        file.wait();
        file.takeArrived();
        return file.takeSwitch().value_or(-1);
    };
    const Nanoseconds t = kStart + 30'000 * kStep;  // where it begins to run
    EXPECT_EQ(gone(t, true, 0U), t + kStep);
    EXPECT_EQ(gone(t + kStep, true, 0U), t + 3 * kStep) << "it ran again after ready and waiting";
    EXPECT_EQ(gone(t + kStep, false, 0U), t);
    EXPECT_EQ(gone(t, false, 0U), t - 2 * kStep);
    EXPECT_EQ(gone(t, true, std::nullopt), t + kStep);
    EXPECT_EQ(gone(file.frames().lastNs(), true, 0U), file.frames().lastNs()) << "there is none after it";
    file.askFrame(t, kNsPerSecond);
    file.wait();
    file.takeArrived();
    const auto frame = file.takeFrame();
    ASSERT_TRUE(frame);
    EXPECT_EQ(frame->data.processes[0].state, ProcessState::Running);
}

TEST_F(OnDemand, WhatCannotBeIsToldAndNothingElseHappens) {
    const RunData run = longRun();
    executeIn(recorded(run), "UPDATE sample_level SET end_ns = begin_ns - 1");
    RecordingOnDemand file(m_path, [] {});
    for (const Column& column : columns(file, ColumnGrid::covering(kStart, run.sampledNs, 100)))
        EXPECT_EQ(column.count, 0U);
    EXPECT_NE(file.takeFailure().find("group of samples"), std::string::npos);
    const auto shares = states(file, ColumnGrid::covering(kStart, run.sampledNs, 100));
    EXPECT_GT(shares[50].share[static_cast<std::size_t>(ProcessState::Running)], 0) << "the rest can be read";
}

TEST_F(OnDemand, WhatIsNoRecordingOfThisProgramIsRefusedByName) {
    const struct {
        const char* sql;
        WhyRefused why;
        const char* told;
    } all[] = {{"ALTER TABLE sample_level RENAME COLUMN max TO most", WhyRefused::Damaged, "sample_level"},
               {"ALTER TABLE lane_level RENAME COLUMN owner TO whose", WhyRefused::Damaged, "lane_level"},
               {"ALTER TABLE sample_level ADD COLUMN more GENERATED ALWAYS AS (1)", WhyRefused::Damaged, ""},
               {"CREATE TRIGGER t AFTER INSERT ON lane_level BEGIN DELETE FROM run; END", WhyRefused::Damaged, ""},
               {"PRAGMA user_version = 99", WhyRefused::Newer, "99"},
               {"PRAGMA application_id = 1", WhyRefused::NoRecording, "no recording of ipclab"}};
    for (const auto& each : all) {
        std::filesystem::remove(m_path);
        executeIn(recorded(sampleRun()), each.sql);
        try {
            const RecordingOnDemand file(m_path, [] {});
            ADD_FAILURE() << each.sql;
        } catch (const RecordingRefused& refused) {
            EXPECT_EQ(refused.why(), each.why) << each.sql;
            EXPECT_NE(std::string(refused.what()).find(each.told), std::string::npos) << refused.what();
            EXPECT_EQ(std::string(refused.what()).find(m_path.string()), 0U) << refused.what();
        }
    }
}

}  // namespace
}  // namespace ipclab::test

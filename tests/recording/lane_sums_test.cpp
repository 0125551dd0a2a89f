// What the states of a recorded run's processes came to is read from sums in the file and is what its lanes tell,
// however long it is, from the start or between any two moments.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "recorded.h"
#include "recording/on_demand.h"
#include "recording/sqlite.h"
#include "series/lane_book.h"

namespace ipclab::test {
namespace {

// A run of some seconds in which the first process changes its state as it likes.
RunData changingRun(std::size_t turns) {
    RunData run = sampleRun();
    run.endNs = 0;
    ProcessData& first = run.processes[0];
    first.endedNs = 0;
    first.bornNs = kStart - 5'000;
    first.lane = StateSeries();
    first.lane.append(kStart - 5'000, kStart - 1'000, ProcessState::New);
    std::mt19937 random(3);
    constexpr std::array kStates{ProcessState::Ready, ProcessState::Running, ProcessState::Waiting,
                                 ProcessState::Running, ProcessState::Stopped};
    for (std::size_t i = 0; i < turns; ++i) {
        const Nanoseconds start = first.lane.lastTime() + (random() % 100 == 0 ? 11 : 0);
        first.lane.append(start, start + 1'000 + static_cast<Nanoseconds>(random() % 2'000'000),
                          kStates[random() % kStates.size()]);
    }
    run.sampledNs = first.lane.lastTime();
    run.endNs = first.endedNs = run.sampledNs;
    return run;
}

class LaneSumsOfARecording : public testing::Test {
protected:
    const std::filesystem::path& recorded(const RunData& run) {
        record(m_path, run);
        return m_path;
    }
    static SummedStates sumsOf(RecordingOnDemand& file, Nanoseconds fromNs, Nanoseconds toNs) {
        file.askSums(fromNs, toNs);
        file.wait();
        file.takeArrived();
        auto sums = file.takeSums();
        EXPECT_EQ(file.takeFailure(), "");
        return sums ? *sums : SummedStates{};
    }
    // By the lane itself. Times count from the start of the run.
    static StretchSums byLane(const RunData& run, Nanoseconds fromNs, Nanoseconds toNs) {
        const ProcessData& process = run.processes[0];
        LaneBook book;
        book.follow(process.lane);
        StretchSums sums = fromNs > run.startNs ? book.between(process.lane, fromNs, toNs, process.endedNs)
                                                : book.until(process.lane, toNs, process.endedNs);
        sums.times = process.lane.totals(std::max(fromNs, run.startNs), toNs);
        return sums;
    }
    static void expectSame(const StretchSums& told, const StretchSums& expected, const std::string& where) {
        EXPECT_EQ(told.transitions, expected.transitions) << where;
        EXPECT_EQ(told.slices.bins(), expected.slices.bins()) << where;
        EXPECT_EQ(told.slices.longest(), expected.slices.longest()) << where;
        EXPECT_EQ(told.times, expected.times) << where;
    }

    TempDir m_dir;
    std::filesystem::path m_path = m_dir / "run.ipclab";
};

TEST_F(LaneSumsOfARecording, AreWhatTheLanesTellOfAnyStretch) {
    const RunData run = changingRun(40'000);
    RecordingOnDemand file(recorded(run), [] {});
    std::mt19937 random(5);
    const auto length = static_cast<unsigned>((run.endNs - run.startNs) / 1'000);
    for (int round = 0; round < 25; ++round) {
        const auto moment = [&] { return run.startNs + static_cast<Nanoseconds>(random() % length) * 1'000; };
        const auto [from, to] = std::minmax({moment(), moment()});
        const SummedStates sums = sumsOf(file, from, to);
        ASSERT_EQ(sums.processes.size(), run.processes.size());
        ASSERT_TRUE(sums.processes[0]);
        EXPECT_EQ(sums.fromNs, from);
        expectSame(*sums.processes[0], byLane(run, from, to), std::to_string(from) + " to " + std::to_string(to));
    }
    const SummedStates whole = sumsOf(file, 0, run.endNs);
    expectSame(*whole.processes[0], byLane(run, 0, run.endNs), "the whole run");
    EXPECT_EQ((*whole.processes[0]->transitions)[Transition::Exit],
              (*byLane(run, 0, run.endNs - 1).transitions)[Transition::Exit] + 1)
        << "it ended with the run";
}

TEST_F(LaneSumsOfARecording, AreTheSameWhetherWrittenAtOnceOrAsTheRunGoesOn) {
    const RunData run = changingRun(3'000);
    recorded(run);
    RunData grown = changingRun(3'000);
    const StateSeries all = std::exchange(grown.processes[0].lane, StateSeries());
    const Nanoseconds endNs = std::exchange(grown.endNs, 0);
    const std::filesystem::path other = m_dir / "grown.ipclab";
    RecordingWriter writer(other, grown);
    for (std::uint64_t i = 0; i < all.endIndex(); ++i) {
        const StateInterval it = all.interval(i);
        grown.processes[0].lane.append(it.start, it.end, it.state);
        if (i % 111 != 0) continue;
        writer.update(grown);
        while (writer.isBehind()) std::this_thread::yield();
    }
    grown.endNs = endNs;
    writer.finish(grown, {});
    const auto rows = [](const std::filesystem::path& path) {
        Database database(path, Database::Mode::Read);
        Statement each(database,
                       "SELECT end_ns || ' ' || intervals || ' ' || state || ' ' || dispatch || ' ' || "
                       "running_ns || ' ' || slices || ' ' || longest_ns || ' ' || longest_since_ns FROM "
                       "interval_sum WHERE process = 0 ORDER BY end_ns");
        std::vector<std::string> found;
        while (each.step()) found.push_back(each.text(0));
        return found;
    };
    EXPECT_EQ(rows(m_path).size(), 3'001U / 256);
    EXPECT_EQ(rows(m_path), rows(other));
}

TEST_F(LaneSumsOfARecording, OfAnOlderProgramAreCountedProcessByProcess) {
    const RunData run = changingRun(3'000);
    Database(recorded(run), Database::Mode::Write).execute("DROP TABLE interval_sum");
    const std::string before = contentOf(m_path);
    {
        RecordingOnDemand file(m_path, [] {});
        file.askSums(0, run.endNs);
        file.wait();
        file.takeArrived();
        const auto sums = file.takeSums();
        ASSERT_TRUE(sums);
        for (const auto& each : sums->processes) EXPECT_TRUE(each);
        expectSame(*sums->processes[0], byLane(run, 0, run.endNs), "the whole run");
        const Nanoseconds from = run.startNs + 77'777'000, to = run.endNs - 99'999'000;
        expectSame(*sumsOf(file, from, to).processes[0], byLane(run, from, to), "a stretch");
    }
    EXPECT_EQ(contentOf(m_path), before) << "what is made for it is made elsewhere";
}

TEST_F(LaneSumsOfARecording, OfOneThatWasCutOffReachToItsLastRow) {
    RunData run = changingRun(1'000);
    run.endNs = run.processes[0].endedNs = 0;
    run.processes[0].state = ProcessState::Waiting;
    { RecordingWriter(m_path, run).update(run); }
    RecordingOnDemand file(m_path, [] {});
    EXPECT_FALSE(file.frames().complete());
    RunData known = run;
    known.processes[0].lane.setOpen(ProcessState::Waiting, known.processes[0].lane.lastTime());
    const Nanoseconds last = file.frames().lastNs();
    expectSame(*sumsOf(file, 0, last).processes[0], byLane(known, 0, last), "until the end");
}

TEST_F(LaneSumsOfARecording, ThatCannotBeAreRefusedAndTold) {
    Database(recorded(changingRun(1'000)), Database::Mode::Write).execute("UPDATE interval_sum SET dispatch = -1");
    RecordingOnDemand file(m_path, [] {});
    file.askSums(0, file.frames().lastNs());
    file.wait();
    file.takeArrived();
    EXPECT_FALSE(file.takeSums());
    EXPECT_NE(file.takeFailure().find("out of range"), std::string::npos);
}

}  // namespace
}  // namespace ipclab::test

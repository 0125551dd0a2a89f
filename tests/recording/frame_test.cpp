#include "recording/frame.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "export/data_export.h"
#include "export/result_json.h"
#include "recording/recording.h"
#include "results/run_warnings.h"
#include "sample_run.h"
#include "temp_dir.h"

namespace ipclab::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

void record(const std::filesystem::path& path, const RunData& data) {
    RecordingWriter(path, data).finish(data, resultWarnings(data));
}

class Frames : public testing::Test {
protected:
    TempDir m_dir;

    RecordedFrames recorded(const RunData& data) {
        record(m_dir / "run.ipclab", data);
        return RecordedFrames(m_dir / "run.ipclab");
    }
};

TEST_F(Frames, OfTheWholeTimeAreTheRecording) {
    const RecordedFrames frames = recorded(sampleRun());
    const RunData whole = loadRecording(m_dir / "run.ipclab").data;
    const RecordedFrame frame = frames.at(frames.lastNs(), 0);
    EXPECT_EQ(jsonText(resultJson(frame.data, {}, {})), jsonText(resultJson(whole, {}, {})));
    EXPECT_EQ(seriesCsv(frame.data), seriesCsv(whole));
    EXPECT_EQ(latencyCsv(frame.data), latencyCsv(whole));
    EXPECT_EQ(statesCsv(frame.data), statesCsv(whole));
    EXPECT_EQ(eventsCsv(frame.data), eventsCsv(whole));
    EXPECT_EQ(frame.data.warnings, whole.warnings);
    EXPECT_EQ(frame.totalsNs, whole.endNs);
    EXPECT_TRUE(frames.complete());
}

TEST_F(Frames, TellWhoWasThereAndWhatTheyDid) {
    RunData run = sampleRun();
    run.events.push_back({kStart + 100, {}, {}, EventKind::Warning, {{"text", "something to be noted"}}});
    const RecordedFrames frames = recorded(run);
    const RecordedFrame frame = frames.at(kStart + 3000, kStart + 1500);
    const RunData& then = frame.data;
    EXPECT_EQ(then.startNs, kStart);
    EXPECT_EQ(then.endNs, 0);
    EXPECT_EQ(then.sampledNs, kStart + 3000);
    const ProcessData& producer = then.processes[0];
    EXPECT_EQ(producer.pid, 100);
    EXPECT_EQ(producer.endedNs, 0);
    EXPECT_FALSE(producer.exit);
    EXPECT_EQ(producer.state, ProcessState::Waiting);
    ASSERT_TRUE(producer.lane.open());
    EXPECT_EQ(producer.lane.open()->start, kStart + 1000) << "since when is known, however early that was";
    EXPECT_EQ(producer.waiting.reason, WaitReason::Empty);
    EXPECT_EQ(then.processes[1].waiting.link, 0U) << "the one link it receives from";
    EXPECT_EQ(producer.waiting.link, kNoIndex) << "it receives from none";
    ASSERT_EQ(then.tasks.size(), 3U);
    EXPECT_EQ(then.tasks[1].state, ProcessState::Waiting);
    EXPECT_EQ(then.tasks[1].parent, 100) << "its maker still lived";
    EXPECT_EQ(then.tasks[2].state, ProcessState::Ready);
    EXPECT_FALSE(then.tasks[1].exit);
    EXPECT_EQ(then.events.size(), 3U);
    EXPECT_THAT(then.warnings, ElementsAre("something to be noted"));
    ASSERT_TRUE(then.cpus.contains(0));
    EXPECT_EQ(then.cpus.at(0).lane.endIndex(), 1U) << "what ran on it at 1.5 µs; nothing since 2 µs";
    EXPECT_EQ(then.runners.at(0), (TaskId{500, 500}));
    EXPECT_EQ(then.waits.all(0).size(), 1U);
}

TEST_F(Frames, KnowNothingOfTheFuture) {
    const RecordedFrames frames = recorded(sampleRun());
    const RunData before = frames.at(kStart - 5500).data;
    EXPECT_EQ(before.startNs, 0);
    EXPECT_EQ(before.events.size(), 1U);
    EXPECT_EQ(before.tasks.size(), 1U);
    EXPECT_EQ(before.processes[0].state, ProcessState::New);
    EXPECT_TRUE(before.links[0].messagesPerSecond.empty());
    EXPECT_EQ(before.links[0].sent, 0U) << "its totals were found at the end";
    EXPECT_EQ(before.processes[0].userS, 0);
    const RunData zombie = frames.at(kStart + 10'000).data;
    EXPECT_EQ(zombie.tasks[1].state, ProcessState::Zombie);
    EXPECT_EQ(zombie.tasks[1].reapedNs, 0);
    const RunData reaped = frames.at(kStart + 12'500).data;
    EXPECT_EQ(reaped.tasks[1].state, ProcessState::Terminated);
    EXPECT_EQ(reaped.tasks[1].exit->code, 7);
}

TEST_F(Frames, HaveTheSampleBeforeTheirEdge) {
    const RecordedFrames frames = recorded(sampleRun());
    const RunData then = frames.at(kStart + 70'000'000, kStart + 50'000'000).data;
    const TimeSeries& share = then.processes[0].cpuShare;
    ASSERT_EQ(share.endIndex(), 2U) << "the gap at 40 ms, and what came after 50 ms";
    EXPECT_TRUE(std::isnan(share.sample(0).value));
    EXPECT_EQ(share.sample(1).value, 0.5);
    EXPECT_EQ(then.links[0].messagesPerSecond.at(kStart + 70'000'000)->value, 1000)
        << "the newest, from before the edge";
}

TEST_F(Frames, HaveTheLatenciesOfTheirStretch) {
    RunData run = sampleRun();
    run.links[0].latencies.append(kStart + 200'000'000, kStart + 300'000'000, {{90, 5}});
    const RecordedFrames frames = recorded(run);
    const auto countAt = [&](Nanoseconds at, Nanoseconds from) {
        return countOf(frames.at(kStart + at, kStart + from).data.links[0].latencies.all());
    };
    EXPECT_EQ(countAt(299'000'000, 0), 66U);
    EXPECT_EQ(countAt(300'000'000, 100'000'000), 5U);
    EXPECT_EQ(countAt(400'000'000, 0), 71U);
}

TEST_F(Frames, TellADeadlockAsLongAsItLasts) {
    RunData run = sampleRun();
    run.events.push_back({kStart + 2000,
                          0,
                          {},
                          EventKind::Deadlock,
                          {{"members", TextList{"producer", "consumer"}},
                           {"behind", TextList{}},
                           {"waits", TextList{"consumer", "producer", "the→link", "empty"}}}});
    const RecordedFrames frames = recorded(run);
    EXPECT_TRUE(frames.at(kStart + 1500).data.deadlocked.empty());
    const RunData then = frames.at(kStart + 4000).data;
    ASSERT_EQ(then.deadlocked.size(), 1U);
    EXPECT_THAT(then.deadlocked[0].members, ElementsAre(0U, 1U));
    EXPECT_THAT(then.deadlocked[0].cycle,
                ElementsAre(WaitEdge{.process = 1, .waitsFor = 0, .reason = WaitReason::Empty, .link = 0}));
    EXPECT_TRUE(frames.at(kStart + 5000).data.deadlocked.empty()) << "both went on";
}

TEST_F(Frames, HaveTheTotalsOfTheirMoment) {
    RunData run = sampleRun();
    run.endNs = 0;
    run.sampledNs = kStart + 1'000'000'000;
    run.processes[0].cpuTimesKnown = false;
    {
        RecordingWriter writer(m_dir / "run.ipclab", run);
        run.links[0].sent = 5000;
        run.links[0].ports[0].messages = 5000;
        run.processes[0].userS = 0.9;
        run.processes[0].cpuTimesKnown = true;
        run.endNs = run.sampledNs = kStart + 2'000'000'000;
        writer.finish(run, {});
    }
    const RecordedFrames frames(m_dir / "run.ipclab");
    const RecordedFrame early = frames.at(kStart + 1'500'000'000);
    EXPECT_EQ(early.totalsNs, kStart + 1'000'000'000);
    EXPECT_EQ(early.data.links[0].sent, 2000U);
    EXPECT_EQ(early.data.links[0].ports[0].messages, 2000U);
    EXPECT_DOUBLE_EQ(early.data.processes[0].userS, 0.3);
    EXPECT_FALSE(early.data.processes[0].cpuTimesKnown);
    const RecordedFrame last = frames.at(frames.lastNs());
    EXPECT_EQ(last.totalsNs, run.endNs);
    EXPECT_EQ(last.data.links[0].sent, 5000U);
    EXPECT_TRUE(last.data.processes[0].cpuTimesKnown);
}

// However long the recording is, a frame costs what lies in its stretch.
TEST_F(Frames, ReadNoMoreThanTheirStretch) {
    RunData run = sampleRun();
    constexpr Nanoseconds kStep = 100'000;
    for (Nanoseconds t = kStart + 1'000'000; t < kStart + 2'000'000'000; t += kStep) {
        appendInterval(run.processes[0], {t, t + kStep / 2, ProcessState::Running, 0, 0});
        appendInterval(run.processes[0], {t + kStep / 2, t + kStep, ProcessState::Waiting, -1, 1});
        run.cpus[0].lane.append(t, t + kStep / 2, ProcessState::Running, 0);
        run.links[0].depthMessages.append(t, 3);
    }
    const RecordedFrames frames = recorded(run);
    (void)frames.at(kStart + 1'000'000'000, kStart + 999'000'000);
    EXPECT_LT(frames.rowsRead(), 100U) << "ten rounds of the 20,000";
    (void)frames.at(kStart + 1'000'000'000, kStart + 900'000'000);
    EXPECT_THAT(frames.rowsRead(), testing::AllOf(testing::Gt(4000U), testing::Lt(4100U)));
}

TEST_F(Frames, OfARecordingThatWasCutOffGoOnUntilItsLastRow) {
    RunData run = sampleRun();
    run.endNs = 0;
    run.sampledNs = kStart + 1'600'000'000;
    for (ProcessData& process : run.processes) {
        process.endedNs = 0;
        process.exit.reset();
        process.state = ProcessState::Waiting;
    }
    { RecordingWriter(m_dir / "run.ipclab", run).update(run); }
    const RecordedFrames frames(m_dir / "run.ipclab");
    EXPECT_FALSE(frames.complete());
    EXPECT_EQ(frames.lastNs(), run.sampledNs);
    const RunData last = frames.at(frames.lastNs()).data;
    EXPECT_EQ(last.processes[0].state, ProcessState::Waiting);
    ASSERT_TRUE(last.processes[0].lane.open());
    EXPECT_EQ(last.processes[0].lane.open()->start, kStart + 5000);
    EXPECT_EQ(last.links[0].sent, 2000U);
}

TEST_F(Frames, OutsideTheRecordingAreThoseOfItsEdges) {
    const RecordedFrames frames = recorded(sampleRun());
    EXPECT_EQ(frames.firstNs(), kStart - 6000);
    EXPECT_EQ(frames.at(0).data.events.size(), 1U);
    EXPECT_EQ(frames.at(frames.lastNs() * 2).data.endNs, kStart + 2'000'000'000);
}

TEST_F(Frames, OfWhatIsNoRecordingAreRefused) {
    write(m_dir / "text", "no");
    try {
        (void)RecordedFrames(m_dir / "text");
        FAIL() << "was accepted";
    } catch (const std::runtime_error& error) {
        EXPECT_THAT(error.what(), HasSubstr("no recording"));
    }
}

// A frame reads only some of the file: what is damaged elsewhere is met later, or never.
TEST_F(Frames, SurviveBytesChangedAtRandom) {
    record(m_dir / "run.ipclab", sampleRun());
    const std::string good = contentOf(m_dir / "run.ipclab");
    std::uint64_t seed = 20261126;
    for (int round = 0; round < 100; ++round) {
        std::string bad = good;
        for (int i = 0; i < 8; ++i) {
            seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
            bad[(seed >> 20U) % bad.size()] = static_cast<char>(seed >> 56U);
        }
        write(m_dir / "bad.ipclab", bad);
        try {
            const RecordedFrames frames(m_dir / "bad.ipclab");
            for (const Nanoseconds t : {kStart - 1, kStart + 3000, kStart + 70'000'000}) (void)frames.at(t);
        } catch (const std::runtime_error& error) {
            EXPECT_THAT(error.what(), HasSubstr("bad.ipclab")) << "round " << round;
        }
    }
}

class OldFrames : public testing::TestWithParam<const char*> {};

// At every moment the same as the recording that was read whole.
TEST_P(OldFrames, TellTheSameAsTheWholeRecording) {
    const auto path = std::filesystem::path(IPCLAB_OLD_RECORDINGS) / GetParam();
    const RecordedFrames frames(path);
    const RunData whole = loadRecording(path).data;
    for (int i = 0; i <= 40; ++i) {
        const Nanoseconds t = frames.firstNs() + (frames.lastNs() - frames.firstNs()) * i / 40;
        const RunData then = frames.at(t, t - 50'000'000).data;
        for (std::size_t p = 0; p < whole.processes.size(); ++p) {
            const auto expected = whole.processes[p].lane.at(t);
            const auto found = then.processes[p].lane.at(t);
            ASSERT_EQ(found.has_value(), expected.has_value()) << p << " at " << t;
            if (!expected) continue;
            EXPECT_EQ(found->start, expected->start);
            EXPECT_EQ(found->state, expected->state);
            EXPECT_EQ(found->reason, expected->reason);
        }
        for (std::size_t l = 0; l < whole.links.size(); ++l) {
            const auto expected = whole.links[l].depthMessages.at(t);
            const auto found = then.links[l].depthMessages.at(t);
            ASSERT_EQ(found.has_value(), expected.has_value()) << l << " at " << t;
            EXPECT_TRUE(!expected || found->t == expected->t) << l << " at " << t;
        }
        EXPECT_EQ(then.events.size(), static_cast<std::size_t>(std::ranges::count_if(
                                          whole.events, [&](const RunEvent& e) { return e.atNs <= t; })));
    }
}

INSTANTIATE_TEST_SUITE_P(Versions, OldFrames, testing::Values("version-3.ipclab", "version-5.ipclab"),
                         [](const auto& it) { return std::string(it.param).substr(0, 7) + it.param[8]; });

}  // namespace
}  // namespace ipclab::test

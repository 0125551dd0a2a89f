// Runs that are kept while they go on, as a ring, and opened again.
#include <gtest/gtest.h>
#include <sys/file.h>

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <fstream>

#include "bridge/session.h"
#include "preset_named.h"
#include "recording/recording.h"

namespace ipclab {
namespace {

namespace fs = std::filesystem;

class KeptRuns : public ::testing::Test {
protected:
    LastRuns& runs(LastRuns::Limits limits = {}) {
        m_runs = std::make_unique<LastRuns>(m_folder.path().toStdString(), limits);
        m_session.keepRuns(m_runs.get());
        return *m_runs;
    }
    void finishRun(const char* preset, double seconds = 0.3) {
        m_session.open(test::presetNamed(preset));
        m_session.setDuration(static_cast<Nanoseconds>(seconds * 1e9));
        m_session.start();
        ASSERT_TRUE(QTest::qWaitFor([&] { return !m_session.isActive(); }, 30'000));
        ASSERT_NE(m_session.recorder(), nullptr);
        ASSERT_TRUE(QTest::qWaitFor([&] { return m_session.recorder()->isWritten(); }, 30'000));
    }
    std::vector<std::string> ids() {
        std::vector<std::string> found;
        for (const KeptRun& run : m_runs->list()) found.push_back(run.id);
        return found;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<LastRuns> m_runs;
    Session m_session;
};

TEST_F(KeptRuns, EachIsThereWithWhatAListTellsOfItTheNewestFirst) {
    LastRuns& kept = runs();
    finishRun("first");
    const double seconds = m_session.view().durationS();
    finishRun("c-unix-stream");
    const std::vector<KeptRun> list = kept.list();
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].id, "c-unix-stream");
    EXPECT_EQ(list[1].id, "first");
    EXPECT_EQ(list[1].mechanisms, std::vector<std::string>{"pipe"});
    EXPECT_NEAR(list[1].durationS, seconds, 1e-6);
    EXPECT_EQ(list[1].processes, 2U);
    EXPECT_GT(list[1].bytes, 0U);
    EXPECT_TRUE(list[1].complete);
    EXPECT_FALSE(list[1].isGoingOn);
    EXPECT_FALSE(list[1].recordedAt.empty());
}

TEST_F(KeptRuns, OpenedAgainOneHasWhatItMeasured) {
    LastRuns& kept = runs();
    finishRun("first");
    const RunData measured = m_session.view();
    m_session.open(test::presetNamed("three-producers"));
    m_session.open(std::make_unique<ReplaySource>(kept.list()[0].path));
    const RunData& shown = m_session.view();
    EXPECT_EQ(m_session.state(), Run::State::Finished);
    EXPECT_TRUE(m_session.hasRun());
    EXPECT_FALSE(m_session.isActive());
    ASSERT_EQ(shown.links.size(), 1U);
    EXPECT_EQ(shown.links[0].received, measured.links[0].received);
    EXPECT_EQ(shown.endNs, measured.endNs);
    EXPECT_EQ(shown.processes[0].pid, measured.processes[0].pid);
    EXPECT_EQ(shown.links[0].messagesPerSecond.summary().count, measured.links[0].messagesPerSecond.summary().count);
    EXPECT_EQ(shown.events.size(), measured.events.size());
    EXPECT_EQ(m_session.experiment().processes.size(), 2U) << "the document that was run can be run again";
    m_session.start();
    EXPECT_EQ(m_session.recording(), nullptr);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_session.isActive(); }, 30'000));
    EXPECT_NE(m_session.view().processes[0].pid, measured.processes[0].pid);
}

TEST_F(KeptRuns, BeyondSoManyTheOldestGo) {
    runs({.runs = 2, .bytes = 1ULL << 30});
    for (const char* preset : {"first", "c-unix-stream", "c-fifo"}) finishRun(preset, 0.1);
    EXPECT_EQ(ids(), (std::vector<std::string>{"c-fifo", "c-unix-stream"}));
}

TEST_F(KeptRuns, BeyondSoManyBytesTheOldestGoAndTheNewestStays) {
    LastRuns& kept = runs();
    finishRun("first", 0.1);
    finishRun("c-fifo", 0.1);
    kept.setLimits({.runs = 20, .bytes = 1});
    EXPECT_EQ(ids(), std::vector<std::string>{"c-fifo"});
}

TEST_F(KeptRuns, OneThatIsBeingWrittenIsNeverTouched) {
    LastRuns& kept = runs();
    finishRun("first", 0.1);
    m_session.open(test::presetNamed("c-fifo"));
    m_session.setDuration(60 * kNsPerSecond);
    m_session.start();
    const auto goesOn = [&] {
        const auto list = kept.list();
        return list.size() == 2 && list[0].isGoingOn && list[0].id == "c-fifo";
    };
    EXPECT_TRUE(QTest::qWaitFor(goesOn, 20'000));
    kept.clear();
    ASSERT_EQ(ids(), std::vector<std::string>{"c-fifo"});
    kept.remove(kept.list()[0].path);
    EXPECT_EQ(ids(), std::vector<std::string>{"c-fifo"});
    // The window ends with its run still going: what was measured until then is there.
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_session.view().durationS() > 1.5; }, 20'000));
    m_session.open(test::presetNamed("first"));
    const auto list = kept.list();
    ASSERT_EQ(list.size(), 1U);
    EXPECT_FALSE(list[0].isGoingOn);
    EXPECT_FALSE(list[0].complete);
    EXPECT_GT(list[0].durationS, 0.4);
    EXPECT_GT(loadRecording(list[0].path).data.links.at(0).received, 0U);
}

TEST_F(KeptRuns, OfOneThatWasCutOffChildrenAreSeenAsTheyWereLast) {
    LastRuns& kept = runs();
    m_session.open(test::presetNamed("p12-fork-tree"));
    m_session.start();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_session.view().durationS() > 1.7; }, 20'000));
    m_session.open(test::presetNamed("first"));
    const ReplaySource replay(kept.list().at(0).path);
    if (replay.view().observer.level != ObserveLevel::Exact) GTEST_SKIP() << replay.view().observer.reason;
    int waiting = 0;
    for (const TaskData& task : replay.view().tasks) {
        const auto& open = task.lane.open();
        if (!task.process && open && open->state == ProcessState::Waiting) ++waiting;
    }
    EXPECT_GE(waiting, 7);
}

TEST_F(KeptRuns, OneIsRemovedAndAllAreAndNothingStaysBesideThem) {
    LastRuns& kept = runs();
    finishRun("first", 0.1);
    finishRun("c-fifo", 0.1);
    kept.remove(kept.list()[0].path);
    EXPECT_EQ(ids(), std::vector<std::string>{"first"});
    kept.remove("/etc/hostname");
    EXPECT_TRUE(fs::exists("/etc/hostname")) << "none of its folder";
    kept.clear();
    EXPECT_TRUE(ids().empty());
    EXPECT_TRUE(fs::is_empty(m_folder.path().toStdString()));
}

TEST_F(KeptRuns, AListIsReadInPiecesAndEachRunOnce) {
    runs();
    for (const char* preset : {"first", "c-unix-stream", "c-fifo"}) finishRun(preset, 0.1);
    LastRuns fresh(m_folder.path().toStdString(), LastRuns::Limits{});
    const LastRuns::Listing first = fresh.list(2);
    ASSERT_EQ(first.runs.size(), 2U);
    EXPECT_FALSE(first.whole);
    EXPECT_EQ(first.runs[0].id, "c-fifo") << "the newest first";
    EXPECT_EQ(fresh.list(2).runs.size(), 3U);
    const LastRuns::Listing known = fresh.list(0);
    EXPECT_EQ(known.runs.size(), 3U) << "what was read is known";
    EXPECT_TRUE(known.whole);
}

TEST_F(KeptRuns, WhatIsNoRecordingIsNotListed) {
    LastRuns& kept = runs();
    finishRun("first", 0.1);
    std::ofstream(m_folder.filePath(QStringLiteral("29990101T000000000-1.ipclab")).toStdString()) << "no database";
    EXPECT_EQ(ids(), std::vector<std::string>{"first"});
    EXPECT_EQ(kept.list().size(), 1U);
}

TEST_F(KeptRuns, AFolderThatCannotBeWrittenToCostsNoRun) {
    m_runs = std::make_unique<LastRuns>("/proc/1/nowhere", LastRuns::Limits{});
    m_session.keepRuns(m_runs.get());
    m_session.open(test::presetNamed("first"));
    m_session.setDuration(kNsPerSecond / 10);
    m_session.start();
    EXPECT_EQ(m_session.recorder(), nullptr);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_session.isActive(); }, 30'000));
    EXPECT_EQ(m_session.state(), Run::State::Finished);
}

// --- why a recording is refused -----------------------------------------------------------------------------------

WhyRefused whyRefused(const fs::path& path) {
    try {
        const ReplaySource replay(path);
    } catch (const RecordingRefused& refused) {
        return refused.why();
    }
    ADD_FAILURE() << "it was opened";
    return WhyRefused::Damaged;
}

TEST_F(KeptRuns, ARefusedRecordingSaysWhichKindItIs) {
    LastRuns& kept = runs();
    finishRun("first", 0.1);
    const fs::path good = kept.list()[0].path;
    EXPECT_EQ(whyRefused("/nowhere.ipclab"), WhyRefused::Missing);
    EXPECT_EQ(whyRefused("/etc/passwd"), WhyRefused::NoRecording);
    const auto changed = [&](std::streamoff at, const char* bytes, std::size_t count) {
        const fs::path copy = m_folder.filePath(QStringLiteral("copy")).toStdString();
        fs::copy_file(good, copy, fs::copy_options::overwrite_existing);
        std::fstream file(copy, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(at);
        file.write(bytes, static_cast<std::streamsize>(count));
        return copy;
    };
    // The header of an SQLite file: the user version at 60, the application id at 68.
    EXPECT_EQ(whyRefused(changed(60, "\0\0\0\xff", 4)), WhyRefused::Newer);
    EXPECT_EQ(whyRefused(changed(68, "none", 4)), WhyRefused::NoRecording);
}

}  // namespace
}  // namespace ipclab

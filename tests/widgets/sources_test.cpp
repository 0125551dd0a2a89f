// Views over several sources in one process, and a document that is edited under them.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

#include "bridge/session.h"
#include "canvas/canvas_view.h"
#include "document/edits.h"
#include "document/experiment_json.h"
#include "models/process_table.h"
#include "preset_named.h"
#include "recording/recording.h"
#include "runs/presets.h"
#include "runs/replay_source.h"

namespace ipclab {
namespace {

using Kind = Part::Kind;

RunOptions shortRun(const char* preset) {
    RunOptions options;
    options.experiment = test::presetNamed(preset);
    options.experiment.durationNs = kNsPerSecond / 2;
    return options;
}

// What a window shows of one source.
struct Views {
    explicit Views(RunSource& shown) : source(shown), canvas(shown), processes(shown) {}

    void expectOwn() const {
        const RunData& run = source.view();
        ASSERT_EQ(processes.rowCount(), static_cast<int>(run.processes.size()));
        for (std::uint32_t i = 0; i < run.processes.size(); ++i) {
            EXPECT_EQ(canvas.nodeContent(i).name.toStdString(), run.processes[i].name);
            EXPECT_EQ(processes.index(static_cast<int>(i), 0).data().toString().toStdString(), run.processes[i].name);
        }
    }

    RunSource& source;
    CanvasView canvas;
    ProcessTable processes;
};

TEST(Sources, SeveralAtOnceHaveViewsThatShowEachItsOwn) {
    PreviewSource preview(test::presetNamed("tar-gzip-wc"));
    LiveSource one(shortRun("first")), other(shortRun("three-producers"));
    Views ofPreview(preview), ofOne(one), ofOther(other);
    EXPECT_EQ(one.control(), nullptr) << "it has not begun";
    one.start();
    other.start();
    EXPECT_NE(one.control(), nullptr);
    EXPECT_EQ(preview.control(), nullptr);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !one.isActive() && !other.isActive(); }, 30'000));
    for (const Views* views : {&ofPreview, &ofOne, &ofOther}) views->expectOwn();
    EXPECT_EQ(one.state(), Run::State::Finished) << one.failure().toStdString();
    EXPECT_EQ(other.state(), Run::State::Finished) << other.failure().toStdString();
    EXPECT_NE(one.view().processes[0].pid, other.view().processes[0].pid);
    EXPECT_GT(one.view().links[0].received, 0U);
    EXPECT_GT(other.view().links[0].received, 0U);
    EXPECT_EQ(preview.view().startNs, 0) << "nothing of it has run";
    EXPECT_EQ(one.control(), nullptr) << "it is over";
    EXPECT_EQ(one.settings(), nullptr) << "there is no next one";
}

// --- recordings -------------------------------------------------------------------------------------------------

class Replays : public ::testing::Test {
protected:
    // A run of the preset, kept in a file.
    std::filesystem::path recorded(const char* preset) {
        LiveSource run(shortRun(preset));
        run.start();
        EXPECT_TRUE(QTest::qWaitFor([&] { return !run.isActive(); }, 30'000));
        EXPECT_EQ(run.state(), Run::State::Finished) << run.failure().toStdString();
        const std::filesystem::path path = m_folder.filePath(QString::fromLatin1(preset) + ".ipclab").toStdString();
        RecordingWriter writer(path, run.view());
        writer.finish(run.view(), run.view().warnings);
        return path;
    }

    QTemporaryDir m_folder;
};

TEST_F(Replays, TwoRecordingsAndALiveRunAreShownAtOnceEachAtItsOwnMoment) {
    const auto first = recorded("first"), second = recorded("three-producers");
    ReplaySource one(first), other(second);
    LiveSource live(shortRun("first"));
    Views ofOne(one), ofOther(other), ofLive(live);
    live.start();
    const Nanoseconds start = other.view().startNs, middle = start + (other.view().endNs - start) / 2;
    QSignalSpy changed(&other, &RunSource::viewChanged);
    other.goTo(middle);
    EXPECT_EQ(other.moment(), middle);
    other.settle();
    EXPECT_EQ(changed.count(), 1);
    for (const Views* views : {&ofOne, &ofOther, &ofLive}) views->expectOwn();
    EXPECT_EQ(other.now(), middle);
    EXPECT_EQ(other.view().endNs, 0) << "it had not ended then";
    EXPECT_NE(one.view().endNs, 0) << "that one stands at its end";
    for (ReplaySource* replay : {&one, &other}) {
        EXPECT_EQ(replay->control(), nullptr);
        EXPECT_EQ(replay->settings(), nullptr);
        EXPECT_FALSE(replay->isActive());
    }
    ASSERT_TRUE(QTest::qWaitFor([&] { return !live.isActive(); }, 30'000));
    EXPECT_EQ(other.view().endNs, 0) << "a run that goes on beside it changes nothing";
}

TEST_F(Replays, EventsAreSteppedThroughForwardsAndBack) {
    ReplaySource replay(recorded("first"));
    replay.goTo(0);
    replay.settle();
    EXPECT_EQ(replay.now(), replay.firstNs()) << "a moment outside is moved into it";
    std::vector<std::size_t> seen;
    for (Nanoseconds before = -1; replay.now() != before;) {
        before = replay.now();
        seen.push_back(replay.view().events.size());
        replay.stepForward();
        replay.settle();
    }
    EXPECT_TRUE(std::ranges::is_sorted(seen));
    EXPECT_GT(seen.back(), seen.front());
    EXPECT_EQ(replay.now(), replay.lastNs());
    for (Nanoseconds before = -1; replay.now() != before;) {
        before = replay.now();
        replay.stepBack();
        replay.settle();
    }
    EXPECT_EQ(replay.now(), replay.firstNs());
}

TEST_F(Replays, ItPlaysToItsEndAndRestsThere) {
    ReplaySource replay(recorded("first"));
    replay.play(20);
    EXPECT_TRUE(replay.isPlaying());
    EXPECT_LT(replay.moment(), replay.lastNs()) << "from the beginning";
    ASSERT_TRUE(QTest::qWaitFor([&] { return !replay.isPlaying(); }, 30'000));
    replay.settle();
    EXPECT_EQ(replay.now(), replay.lastNs());
    EXPECT_TRUE(replay.isWhole());
    replay.play(-20);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !replay.isPlaying(); }, 30'000)) << "backwards";
    replay.settle();
    EXPECT_EQ(replay.now(), replay.firstNs());
    EXPECT_EQ(replay.view().startNs, 0) << "it had not begun then";
    EXPECT_NE(replay.history().startNs, 0) << "charts show the whole of it";
    replay.goTo(replay.firstNs());
    replay.play();
    replay.pause();
    EXPECT_FALSE(replay.isPlaying());
}

// --- a document under its views ---------------------------------------------------------------------------------

class EditedDocument : public ::testing::Test {
protected:
    void SetUp() override {
        m_session.open(test::presetNamed("three-producers"));
        m_canvas.show();  // what nobody sees is not kept up
    }

    const Document& document() { return m_session.document().document(); }
    Edit apply(const Edit& edit) { return m_session.document().apply(edit); }
    [[nodiscard]] std::vector<QRectF> places() {
        std::vector<QRectF> all;
        for (const Kind kind : {Kind::Process, Kind::Link}) {
            for (const PartId id : m_session.shown().ids().of(kind)) all.push_back(m_canvas.rectOf({kind, id}));
        }
        return all;
    }

    Session m_session;
    CanvasView m_canvas{m_session.shown()};
};

TEST_F(EditedDocument, WhatIsSelectedStaysSelectedThroughEdits) {
    const Part chosen{Kind::Process, 2};
    m_canvas.setSelection(chosen);
    const QString name = m_canvas.nodeContent(chosen.id).name;
    const Edit undo = apply(removePart(document(), {Kind::Process, 0}));
    EXPECT_EQ(m_canvas.selection(), chosen);
    EXPECT_EQ(m_canvas.nodeContent(chosen.id).name, name);
    EXPECT_EQ(m_session.shown().inView(chosen), 1U);
    apply(renamePart(document(), chosen, "renamed"));
    EXPECT_EQ(m_canvas.selection(), chosen);
    EXPECT_EQ(m_canvas.nodeContent(chosen.id).name, QStringLiteral("renamed"));
    apply(removePart(document(), chosen));
    EXPECT_EQ(m_canvas.selection(), Selection{}) << "it is not there any more";
    m_session.revert();
    EXPECT_EQ(m_canvas.nodeContent(chosen.id).name, name);
    EXPECT_FALSE(m_session.isEdited());
}

TEST_F(EditedDocument, AnEditOfWhatNoPlaceDependsOnMovesNothing) {
    const std::vector<QRectF> before = places();
    const Part link = document().ids().at(Kind::Link, 0);
    apply(setField(document(), {Kind::Process, 0}, "rate_per_s", 7).edit);
    EXPECT_EQ(places(), before);
    apply(renamePart(document(), {Kind::Process, 1}, "other"));
    EXPECT_EQ(places(), before);
    apply(setField(document(), link, "mechanism", "fifo").edit);
    EXPECT_EQ(places(), before);
}

// The document goes on being edited while the figures of the last run are laid over what it still has in common.
TEST_F(EditedDocument, ARunIsLaidOverWhatIsStillThere) {
    m_session.setDuration(kNsPerSecond / 2);
    m_session.start();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_session.isActive(); }, 30'000));
    ASSERT_EQ(m_session.state(), Run::State::Finished) << m_session.failure().toStdString();
    const Part link = document().ids().at(Kind::Link, 0);
    EXPECT_TRUE(QTest::qWaitFor([&] { return !m_canvas.linkContent(link.id).flow.isEmpty(); }, 5000));
    ProcessSpec added;
    added.name = added.program = "relay";
    apply(removePart(document(), {Kind::Process, 0}));
    const Edit add = addPart(document(), added);
    const Part fresh = std::get<InsertPart>(add.changes.front()).part;
    apply(add);
    EXPECT_FALSE(m_canvas.nodeContent(fresh.id).launched);
    EXPECT_TRUE(m_canvas.nodeContent(1).launched) << "its figures stay its own";
    EXPECT_EQ(m_session.settings(), nullptr) << "the next run has other processes than the one that is shown";
    apply(setField(document(), link, "mechanism", "fifo").edit);
    EXPECT_TRUE(m_canvas.linkContent(link.id).flow.isEmpty()) << "of another mechanism there are no figures yet";
}

TEST_F(EditedDocument, ACommandThatNobodyHasAgreedToIsRefused) {
    m_session.open(test::presetNamed("tar-gzip-wc"));
    m_session.start();
    EXPECT_EQ(m_session.state(), Run::State::Failed);
    EXPECT_FALSE(m_session.failure().isEmpty());
    m_session.approvals().approve(m_session.experiment());
    apply(setField(document(), {Kind::Process, 0}, "command", nlohmann::ordered_json::array({"true"})).edit);
    m_session.start();
    EXPECT_EQ(m_session.state(), Run::State::Failed) << "what was edited is another command";
}

}  // namespace
}  // namespace ipclab

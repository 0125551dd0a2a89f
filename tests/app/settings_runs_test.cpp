// The settings of runs: how they are observed, how far they may go, how many of them are kept.
#include <QDir>
#include <QDoubleSpinBox>
#include <QSpinBox>

#include "app/settings_fixture.h"
#include "runs/run_recorder.h"
#include "window/notice_bar.h"
#include "window/toolbar.h"

namespace ipclab {
namespace {

TEST_F(SettingsTest, AnExperimentThatSaysNothingIsObservedAsChosen) {
    openKept(QStringLiteral("first"));
    ASSERT_FALSE(session().experiment().observe);
    choose("defaultObserve", 1);
    field<QDoubleSpinBox>("sampleHz")->setValue(20);
    EXPECT_EQ(window().toolbar()->observe()->currentData().toInt(), static_cast<int>(ObserveLevel::Sampled));
    EXPECT_FALSE(session().isEdited());
    startRun();
    EXPECT_EQ(run().observer.asked, ObserveLevel::Sampled);
    EXPECT_EQ(run().experiment.sampleHz, 20);
    stopRun();
    // One that says it is left alone.
    session().setObserve(ObserveLevel::Off);
    choose("defaultObserve", 0);
    EXPECT_EQ(session().toRun().observe, ObserveLevel::Off);
    session().setObserve(ObserveLevel::Exact);
    EXPECT_FALSE(session().isEdited());
}

TEST_F(SettingsTest, ARunBeyondTheLimitsDoesNotBegin) {
    openKept(QStringLiteral("first"));
    field<QSpinBox>("mostProcesses")->setValue(1);
    actions().run->trigger();
    ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Failed; }));
    EXPECT_TRUE(session().failure().contains(QStringLiteral("your settings allow 1")))
        << session().failure().toStdString();
    EXPECT_TRUE(session().failure().contains(QStringLiteral("Settings…")));
    EXPECT_TRUE(window().notice()->isVisible());
    field<QSpinBox>("mostProcesses")->setValue(0);
    session().setDuration(60 * kNsPerSecond);
    field<QDoubleSpinBox>("longestDuration")->setValue(30);
    actions().run->trigger();
    ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Failed; }));
    EXPECT_TRUE(session().failure().contains(QStringLiteral("lasts 60 s; your settings allow 30 s")))
        << session().failure().toStdString();
}

TEST_F(SettingsTest, ARunThatGoesBeyondTheLimitsIsEndedWithTheReason) {
    openKept(QStringLiteral("first"));
    session().setDuration(std::nullopt);
    field<QDoubleSpinBox>("longestDuration")->setValue(0.5);
    actions().run->trigger();
    ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Failed; })) << session().failure().toStdString();
    EXPECT_TRUE(session().failure().contains(QStringLiteral("ended after 0.5 s"))) << session().failure().toStdString();
    EXPECT_GT(run().links[0].received, 0U) << "what it has measured stays";
    field<QDoubleSpinBox>("longestDuration")->setValue(0);
    field<QSpinBox>("mostMemory")->setValue(1);
    actions().run->trigger();
    ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Failed; })) << session().failure().toStdString();
    EXPECT_EQ(run().safety.endedBy, "memory");
    EXPECT_TRUE(session().failure().contains(QStringLiteral("your settings allow 1.00 MiB")))
        << session().failure().toStdString();
}

TEST_F(SettingsTest, WhatGoesBeyondByForkingIsEndedToo) {
    openKept(QStringLiteral("first"));
    Preferences wanted;
    wanted.runs.limits.processes = 100;
    EXPECT_EQ(wanted.runs.limits.applied(session().experiment()).safety.processes, 100U);
    Experiment lower = session().experiment();
    lower.safety.processes = 50;
    EXPECT_EQ(wanted.runs.limits.applied(lower).safety.processes, 50U) << "the lower one holds";
    SafetyFacts facts;
    facts.endedBy = "processes";
    facts.found = 130;
    facts.limit = 100;
    EXPECT_TRUE(wanted.runs.limits.endedText(facts).contains(QStringLiteral("your settings allow 100")));
    facts.limit = 50;
    EXPECT_FALSE(wanted.runs.limits.endedText(facts).contains(QStringLiteral("settings")));
}

// A run of the test's own is kept, and the one before it goes.
TEST_F(SettingsTest, SoManyRunsAreKeptAsWasSaid) {
    openKept(QStringLiteral("first"));
    field<QSpinBox>("runsKept")->setValue(1);
    EXPECT_EQ(now().runsKept, 1);
    const QDir folder(m_settings->privateFolder() + QStringLiteral("/runs"));
    for (int count = 0; count < 2; ++count) {
        startRun();
        stopRun();
        const RunRecorder* recorder = session().recorder();
        ASSERT_NE(recorder, nullptr);
        ASSERT_TRUE(waitFor([&] { return recorder->isWritten(); }));
    }
    EXPECT_TRUE(waitFor([&] { return folder.entryList({QStringLiteral("*.ipclab")}, QDir::Files).size() == 1; }));
    field<QSpinBox>("runsBytes")->setValue(100);
    EXPECT_EQ(now().runsBytes, 100U << 20);
}

}  // namespace
}  // namespace ipclab

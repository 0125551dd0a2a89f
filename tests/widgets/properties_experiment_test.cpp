// The experiment as a whole in the inspector: its texts, steps and shared objects, and what was done in a run.
#include "properties_fixture.h"

#include <QListWidget>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QToolButton>
#include <QTreeView>

#include "bridge/kept_steps.h"
#include "inspect/part_list.h"
#include "results/steered_steps.h"

namespace ipclab {
namespace {

using test::Properties;
using Kind = Part::Kind;

TEST_F(Properties, TheExperimentIsDescribedInTheLanguageOfTheInterface) {
    FieldForm& form = select({});
    QTest::mouseClick(form.sectionButton(FieldSection::Texts), Qt::LeftButton);
    auto* name = qobject_cast<QPlainTextEdit*>(form.input("name")->field());
    ASSERT_NE(name, nullptr);
    ASSERT_TRUE(name->isVisible());
    const std::string korean = session.experiment().name.at("ko");
    name->setPlainText(QStringLiteral("Of my own"));
    form.input("name")->finish();
    EXPECT_EQ(session.experiment().name.at("en"), "Of my own");
    EXPECT_EQ(session.experiment().name.at("ko"), korean);
}

TEST_F(Properties, StepsAreAddedEditedOrderedByTimeAndRemoved) {
    select({});
    PartList* steps = inspector.experimentPage()->steps();
    const auto before = session.experiment().steps.size();
    QTest::mouseClick(steps->addButton(), Qt::LeftButton);
    ASSERT_EQ(session.experiment().steps.size(), before + 1);
    ASSERT_TRUE(inspector.partPage()->isVisible());
    FieldForm& form = *inspector.partPage()->properties()->form();
    EXPECT_FALSE(form.input("rate_per_s")->isVisible()) << "a pause takes no value";
    choose(form, "do", QStringLiteral("set"));
    EXPECT_TRUE(form.problemLabel("do")->isVisible()) << "set what?";
    type(form, "rate_per_s", QStringLiteral("50"));
    EXPECT_FALSE(form.problemLabel("do")->isVisible());
    type(form, "at_s", QStringLiteral("0.25"));
    EXPECT_EQ(session.experiment().steps.back().atNs, kNsPerSecond / 4);
    EXPECT_EQ(session.experiment().steps.back().ratePerSecond, 50);
    QTest::mouseClick(inspector.partPage()->backButton(), Qt::LeftButton);
    ASSERT_TRUE(steps->isVisible());
    EXPECT_TRUE(steps->list()->item(0)->text().startsWith(QStringLiteral("0.25 s")))
        << steps->list()->item(0)->text().toStdString();
    steps->list()->setCurrentRow(0);
    QTest::keyClick(steps->list(), Qt::Key_Delete);
    EXPECT_EQ(session.experiment().steps.size(), before);
}

TEST_F(Properties, ASharedObjectIsAddedForThoseThatWorkOnOne) {
    open("m11-race-fixed");
    const auto before = session.experiment().shared.size();
    ASSERT_GT(before, 0U);
    select({});
    PartList* objects = inspector.experimentPage()->sharedObjects();
    objects->list()->setCurrentRow(0);
    QTest::keyClick(objects->list(), Qt::Key_Delete);
    ASSERT_EQ(session.experiment().shared.size(), before - 1);
    QTest::mouseClick(objects->addButton(), Qt::LeftButton);
    ASSERT_EQ(session.experiment().shared.size(), before);
    EXPECT_TRUE(session.editor().problems().empty()) << session.editor().problems().front().message;
    auto* parties = qobject_cast<QListWidget*>(inspector.partPage()->properties()->form()->input("processes")->field());
    ASSERT_NE(parties, nullptr);
    const std::size_t all = session.experiment().shared.back().processes.size();
    parties->item(0)->setCheckState(Qt::Unchecked);
    ASSERT_TRUE(QTest::qWaitFor([&] { return session.experiment().shared.back().processes.size() == all - 1; }));
    stack().undo();
    EXPECT_EQ(session.experiment().shared.back().processes.size(), all);
    QTest::mouseClick(inspector.partPage()->removeButton(), Qt::LeftButton);
    EXPECT_EQ(session.experiment().shared.size(), before - 1);
    EXPECT_TRUE(inspector.experimentPage()->isVisible());
}

TEST_F(Properties, APageOfWhatIsRemovedGivesWayToThatOfTheExperiment) {
    select({Kind::Process, 0});
    session.editor().apply(removePart(session.editor().document(), {Kind::Process, 0}), {});
    EXPECT_TRUE(inspector.experimentPage()->isVisible());
    stack().undo();
    EXPECT_TRUE(inspector.processPage()->isVisible());
}

TEST_F(Properties, NothingIsCutOff) {
    for (const char* preset : {"m2-bounded-buffer", "r2-tcp-over-a-slow-wire", "m11-race-fixed"}) {
        open(preset);
        for (const Part& part : {Part{}, Part{Kind::Process, 0}, Part{Kind::Link, 0}, Part{Kind::Shared, 0}}) {
            select(part);
            for (QToolButton* fold : inspector.findChildren<QToolButton*>()) {
                if (fold->isVisible() && fold->property("kind") == QStringLiteral("fold") && !fold->isChecked())
                    fold->click();
            }
            QTest::qWait(20);
            for (const QScrollArea* area : inspector.findChildren<QScrollArea*>()) {
                if (area->isVisible()) {
                    EXPECT_LE(area->widget()->minimumSizeHint().width(), area->viewport()->width())
                        << preset << " " << static_cast<int>(part.kind);
                }
            }
        }
    }
}

RunEvent control(double atS, std::uint32_t process, const char* what, double value) {
    return {.atNs = 1000 + static_cast<Nanoseconds>(atS * 1e9),
            .process = process,
            .kind = EventKind::Control,
            .values = {{"what", what}, {"value", value}}};
}
RunEvent signal(double atS, std::uint32_t process, int number) {
    return {.atNs = 1000 + static_cast<Nanoseconds>(atS * 1e9),
            .process = process,
            .kind = EventKind::Signal,
            .values = {{"signal", number}}};
}

RunEvent roomSet(double atS, int bytes, bool byStep) {
    return {.atNs = 1000 + static_cast<Nanoseconds>(atS * 1e9),
            .link = 0,
            .kind = EventKind::LinkSet,
            .values = {{"what", "capacity_bytes"}, {"value", bytes}, {"given", bytes}, {"by_step", byStep}}};
}

TEST(SteeredSteps, AreWhatWasDoneByHandAtItsTimes) {
    RunData run = RunData::of(test::presetNamed("m2-bounded-buffer"));
    run.startNs = 1000;
    run.events = {control(0.1, 0, "rate_per_s", 10),
                  control(0.2, 0, "rate_per_s", 20),
                  control(0.3, 0, "rate_per_s", 30),
                  control(1, 0, "work_us", 5),
                  control(1.1, 1, "pause", 1),
                  control(2, 1, "pause", 0),
                  control(2.5, 0, "rate_per_s", 1),
                  signal(3, 1, SIGTERM),
                  roomSet(3.1, 4096, false),
                  roomSet(3.2, 8192, false),
                  roomSet(3.5, 16384, true),
                  {.atNs = 4'000'000'000, .kind = EventKind::Stopping, .values = {{"stage", "ask"}}},
                  signal(4.5, 0, SIGKILL)};
    const std::vector<SteeredStep> steps = steeredSteps(run);
    ASSERT_EQ(steps.size(), 7U) << "a turn of a knob is one, and the end is nobody's doing";
    EXPECT_EQ(steps[0].step.ratePerSecond, 30);
    EXPECT_EQ(steps[0].step.atNs, 300'000'000);
    EXPECT_EQ(steps[1].step.workNs, 5000);
    EXPECT_EQ(steps[2].step.action, StepAction::Pause);
    EXPECT_EQ(steps[2].index, 1U);
    EXPECT_EQ(steps[3].step.action, StepAction::Continue);
    EXPECT_EQ(steps[4].step.ratePerSecond, 1);
    EXPECT_EQ(steps[5].step.action, StepAction::Terminate);
    EXPECT_EQ(steps[5].step.process, run.processes[1].name);
    EXPECT_EQ(steps[6].kind, Part::Kind::Link) << "and what a step had set is none of it";
    EXPECT_EQ(steps[6].step.link, run.links[0].name);
    EXPECT_EQ(steps[6].step.room.capacityBytes, 8192U);
}

TEST_F(Properties, WhatWasDoneInARunIsWrittenIntoTheDocumentAndCheckedLikeAnyStep) {
    open("first");
    session.start();
    ASSERT_TRUE(QTest::qWaitFor([&] { return session.state() == Run::State::Running; }, 20'000));
    session.settings()->setRate(0, 123);
    session.control()->setPaused(1, true);
    session.control()->setPaused(1, false);
    session.settings()->setCpus(0, {0});
    ASSERT_TRUE(QTest::qWaitFor([&] { return session.view().processes[0].scheduling.cpus == std::vector<unsigned>{0}; },
                                20'000));
    session.stop();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !session.isActive(); }, 20'000));
    const Experiment before = session.experiment();
    const Edit edit = keepSteps(session.shown(), session.editor().document());
    session.editor().apply(edit, QStringLiteral("Keep"));
    ASSERT_EQ(session.experiment().steps.size(), before.steps.size() + 4);
    std::vector<Step> kept(session.experiment().steps.end() - 4, session.experiment().steps.end());
    EXPECT_TRUE(std::ranges::any_of(kept, [](const Step& step) { return step.ratePerSecond == 123; }));
    EXPECT_TRUE(std::ranges::any_of(kept, [](const Step& step) { return step.cpus == std::vector<unsigned>{0}; }));
    EXPECT_TRUE(std::ranges::any_of(kept, [](const Step& step) { return step.action == StepAction::Pause; }));
    for (const Problem& problem : session.editor().problems())
        EXPECT_NE(problem.severity, Severity::Error) << problem.message;
    stack().undo();
    EXPECT_EQ(session.experiment(), before);
}

TEST_F(Properties, WhileARunGoesOnTheyAreOfTheNextOne) {
    open("first");
    select({Kind::Process, 0});
    EXPECT_FALSE(inspector.processPage()->properties()->note()->isVisible());
    session.start();
    ASSERT_TRUE(QTest::qWaitFor([&] { return session.state() == Run::State::Running; }, 20'000));
    ASSERT_TRUE(QTest::qWaitFor([&] { return inspector.processPage()->properties()->note()->isVisible(); }));
    FieldForm& form = *inspector.processPage()->properties()->form();
    type(form, "count", QStringLiteral("4321"), false);
    QTest::qWait(400);
    EXPECT_EQ(shown(form, "count"), QStringLiteral("4321"));
    EXPECT_TRUE(form.input("count")->field()->hasFocus());
    QTest::keyClick(form.input("count")->field(), Qt::Key_Return);
    EXPECT_EQ(process().settings.count, 4321U);
    EXPECT_FALSE(session.view().experiment.processes[0].settings.count);
    session.stop();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !session.isActive(); }, 20'000));
}

}  // namespace
}  // namespace ipclab

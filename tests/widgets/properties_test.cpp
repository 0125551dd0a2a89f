// What a document says of its parts is edited in the inspector: every field with the words of the file, and what is
// wrong stands at the field.
#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include "bridge/kept_steps.h"
#include "bridge/session.h"
#include "inspect/ends_form.h"
#include "inspect/experiment_page.h"
#include "inspect/field_input.h"
#include "inspect/inspector.h"
#include "inspect/link_page.h"
#include "inspect/mechanism_chooser.h"
#include "inspect/mechanism_field.h"
#include "inspect/number_box.h"
#include "inspect/part_list.h"
#include "inspect/part_page.h"
#include "inspect/process_controls.h"
#include "inspect/process_page.h"
#include "inspect/properties_section.h"
#include "links/registry.h"
#include "preset_named.h"
#include "programs/registry.h"
#include "results/steered_steps.h"
#include "said_in_korean.h"

namespace ipclab {
namespace {

using Kind = Part::Kind;

class Properties : public testing::Test {
protected:
    Properties() {
        inspector.resize(288, 900);
        inspector.show();
        inspector.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&inspector));
        open("m2-bounded-buffer");
    }
    void open(const char* preset) {
        session.open(test::presetNamed(preset));
        inspector.setSelection({});
    }
    FieldForm& select(const Part& part) {
        inspector.setSelection(part);
        if (part.kind == Kind::Process && inspector.processPage()->isVisible())
            return *inspector.processPage()->properties()->form();
        if (part.kind == Kind::Link && inspector.linkPage()->isVisible()) return *linkProperties().form();
        return part.kind == Kind::None ? *inspector.experimentPage()->properties()->form()
                                       : *inspector.partPage()->properties()->form();
    }
    PropertiesSection& linkProperties() { return *inspector.linkPage()->properties(); }

    static void type(FieldForm& form, std::string_view field, const QString& text, bool enter = true) {
        auto* box = qobject_cast<NumberBox*>(form.input(field)->field());
        auto* line =
            box != nullptr ? box->findChild<QLineEdit*>() : qobject_cast<QLineEdit*>(form.input(field)->field());
        ASSERT_NE(line, nullptr);
        line->setFocus();
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Backspace);
        QTest::keyClicks(line, text);
        if (enter) QTest::keyClick(line, Qt::Key_Return);
    }
    static QString shown(FieldForm& form, std::string_view field) {
        QWidget* input = form.input(field)->field();
        if (auto* box = qobject_cast<NumberBox*>(input)) return box->typed();
        if (auto* combo = qobject_cast<QComboBox*>(input)) return combo->currentText();
        return qobject_cast<QLineEdit*>(input)->text();
    }
    static void choose(FieldForm& form, std::string_view field, const QString& text) {
        auto* combo = qobject_cast<QComboBox*>(form.input(field)->field());
        ASSERT_NE(combo, nullptr);
        ASSERT_GE(combo->findText(text), 0) << text.toStdString();
        combo->setCurrentIndex(combo->findText(text));
        emit combo->activated(combo->currentIndex());
    }
    const ProcessSpec& process(std::size_t index = 0) { return session.experiment().processes.at(index); }
    const LinkSpec& link() { return session.experiment().links.at(0); }
    QUndoStack& stack() { return session.editor().undoStack(); }

    Session session;
    Inspector inspector{session.shown(), nullptr, &session.editor()};
};

TEST_F(Properties, ANumberIsTypedAppliedWithReturnAndUndone) {
    FieldForm& form = select({Kind::Process, 0});
    type(form, "count", QStringLiteral("1200"));
    EXPECT_EQ(process().settings.count, 1200U);
    EXPECT_EQ(stack().count(), 1);
    EXPECT_TRUE(form.input("count")->field()->hasFocus()) << "one goes on typing";
    stack().undo();
    EXPECT_FALSE(process().settings.count);
    EXPECT_EQ(shown(form, "count"), QString());
}

TEST_F(Properties, WhatTheFileMayNotSayIsRefusedInItsWordsAndStaysUntilItIsMended) {
    FieldForm& form = select({Kind::Process, 0});
    const Experiment before = session.experiment();
    type(form, "count", QStringLiteral("many"));
    EXPECT_EQ(session.experiment(), before);
    EXPECT_TRUE(form.problemLabel("count")->isVisible());
    EXPECT_TRUE(form.problemLabel("count")->text().contains(QStringLiteral("found \"many\"")));
    EXPECT_EQ(shown(form, "count"), QStringLiteral("many"));
    emit session.shown().figuresDue();
    EXPECT_EQ(shown(form, "count"), QStringLiteral("many"));
    type(form, "count", QStringLiteral("7"));
    EXPECT_FALSE(form.problemLabel("count")->isVisible());
    EXPECT_EQ(process().settings.count, 7U);
}

TEST_F(Properties, WhatIsBeingTypedStaysWhileTheDocumentIsEditedElsewhere) {
    FieldForm& form = select({Kind::Process, 0});
    type(form, "count", QStringLiteral("12"), false);
    session.settings()->setRate(0, 77);
    EXPECT_EQ(shown(form, "count"), QStringLiteral("12"));
    select({Kind::Process, 1});
    EXPECT_EQ(process(0).settings.count, 12U) << "to leave a field is to enter it";
    EXPECT_FALSE(process(1).settings.count);
}

TEST_F(Properties, AFieldGoesBackToTheUsual) {
    FieldForm& form = select({Kind::Process, 0});
    EXPECT_FALSE(form.resetButton("count")->isVisible());
    type(form, "count", QStringLiteral("5"));
    ASSERT_TRUE(form.resetButton("count")->isVisible());
    QTest::mouseClick(form.resetButton("count"), Qt::LeftButton);
    EXPECT_FALSE(process().settings.count);
    EXPECT_FALSE(form.resetButton("count")->isVisible());
    type(form, "count", QStringLiteral("5"));
    type(form, "count", QString());
    EXPECT_FALSE(process().settings.count) << "an empty field says nothing";
}

TEST_F(Properties, StepsOfANumberAreOneEdit) {
    FieldForm& form = select({Kind::Process, 0});
    type(form, "count", QStringLiteral("640"));
    const int before = stack().count();
    auto* box = qobject_cast<NumberBox*>(form.input("count")->field());
    for (int i = 0; i < 3; ++i) QTest::keyClick(box, Qt::Key_Up);
    ASSERT_TRUE(QTest::qWaitFor([&] { return process().settings.count != 640U; }));
    EXPECT_EQ(process().settings.count, 670U);
    EXPECT_EQ(stack().count(), before + 1);
}

TEST_F(Properties, WhatDoesNotConcernTheProgramIsNotShownUnlessItIsSet) {
    FieldForm& form = select({Kind::Process, 0});
    EXPECT_TRUE(form.input("count")->isVisible());
    EXPECT_FALSE(form.input("command")->isVisible());
    EXPECT_FALSE(form.input("backlog")->isVisible());
    EXPECT_FALSE(form.input("rate_per_s")->isVisible()) << "its control is there already";
    EXPECT_TRUE(inspector.processPage()->controls()->has("rate_per_s"));
    ProcessSpec changed = process();
    changed.parameters.backlog = 3;
    session.editor().apply(replacePart(session.editor().document(), {Kind::Process, 0}, changed), {});
    EXPECT_TRUE(form.input("backlog")->isVisible());
    EXPECT_TRUE(form.problemLabel("backlog")->text().contains(QStringLiteral("has no field")));
    QTest::mouseClick(form.resetButton("backlog"), Qt::LeftButton);
    EXPECT_FALSE(form.input("backlog")->isVisible());
}

TEST_F(Properties, ARenamedProcessIsFollowed) {
    FieldForm& form = select({Kind::Process, 0});
    const std::string before = process().name;
    type(form, "name", QStringLiteral("maker"));
    EXPECT_EQ(process().name, "maker");
    for (const LinkSpec& one : session.experiment().links)
        for (const EndSpec& end : one.senders) EXPECT_NE(end.process, before);
    type(form, "name", QStringLiteral("no name"));
    EXPECT_TRUE(form.problemLabel("name")->isVisible());
}

TEST_F(Properties, FieldsOfEveryPartHaveNamesTipsAndCanBeReached) {
    open("r2-tcp-over-a-slow-wire");
    for (const Part& part : {Part{}, Part{Kind::Process, 0}, Part{Kind::Link, 0}}) {
        FieldForm& form = select(part);
        for (const FieldInfo& field : fieldList(part.kind)) {
            const FieldInput* input = form.input(field.name);
            ASSERT_NE(input, nullptr) << field.name;
            EXPECT_FALSE(input->field()->accessibleName().isEmpty()) << field.name;
            EXPECT_TRUE(input->field()->toolTip().contains(QString::fromStdString(field.name))) << field.name;
            EXPECT_NE(input->field()->focusPolicy() & Qt::TabFocus, 0) << field.name;
            EXPECT_FALSE(form.resetButton(field.name)->accessibleName().isEmpty()) << field.name;
        }
    }
}

TEST_F(Properties, EveryFieldOfEveryPresetIsShownAndChangesNothingByBeingSeen) {
    for (const Preset& preset : allPresets()) {
        session.open(test::presetNamed(preset.id.c_str()));
        const Experiment before = session.experiment();
        const Document& document = session.editor().document();
        for (const Kind kind : {Kind::Process, Kind::Link, Kind::Shared, Kind::Step}) {
            for (const PartId id : document.ids().of(kind)) {
                FieldForm& form = select({kind, id});
                for (QToolButton* section : form.findChildren<QToolButton*>()) {
                    if (section->isCheckable()) section->setChecked(true);
                }
                const auto fields = fieldsOf(document, {kind, id});
                for (const auto& [name, value] : fields.items()) {
                    const FieldInput* input = form.input(name);
                    const bool elsewhere = name == "mechanism" || name == "from" || name == "to" ||
                                           (kind == Kind::Process && inspector.processPage()->controls()->has(name));
                    const bool object = value.is_object();
                    EXPECT_TRUE(elsewhere || object || (input != nullptr && !input->isHidden()))
                        << preset.id << " " << name;
                }
            }
        }
        EXPECT_EQ(session.experiment(), before) << preset.id;
    }
}

// --- links ------------------------------------------------------------------------------------------------------

TEST_F(Properties, TheMechanismIsChosenFromTheListWithOneClick) {
    select({Kind::Link, 0});
    const std::string before = link().mechanism;
    MechanismChooser* chooser = linkProperties().mechanism()->openChooser();
    const std::string other = before == "fifo" ? "pipe" : "fifo";
    const QModelIndex index = chooser->indexOf(QString::fromStdString(other));
    ASSERT_TRUE(index.isValid());
    ASSERT_TRUE(MechanismChooser::canBeChosen(index));
    chooser->list()->scrollTo(index);
    QTest::mouseClick(chooser->list()->viewport(), Qt::LeftButton, {}, chooser->list()->visualRect(index).center());
    EXPECT_EQ(link().mechanism, other);
    EXPECT_EQ(stack().count(), 1);
    stack().undo();
    EXPECT_EQ(link().mechanism, before);
}

TEST_F(Properties, TheMechanismIsFoundByTypingAndChosenWithReturn) {
    select({Kind::Link, 0});
    MechanismChooser* chooser = linkProperties().mechanism()->openChooser();
    QTest::keyClicks(chooser->search(), QStringLiteral("socketpair"));
    QTest::keyClick(chooser->search(), Qt::Key_Return);
    EXPECT_EQ(link().mechanism, "socketpair");
}

TEST_F(Properties, WhatCannotBeChosenIsGreyAndSaysWhy) {
    EndSpec second;
    second.process = process(0).name;
    session.editor().apply(addEnd(session.editor().document(), 0, LinkSide::To, second), {});
    select({Kind::Link, 0});
    const MechanismChooser chooser(session.editor(), 0);
    int refused = 0;
    for (const Mechanism* mechanism : allMechanisms()) {
        const QModelIndex index = chooser.indexOf(QString::fromUtf8(mechanism->info().id.data()));
        ASSERT_TRUE(index.isValid()) << mechanism->info().id;
        const bool can = MechanismChooser::canBeChosen(index);
        if (!mechanism->info().traits.manyReceivers && mechanism->info().id != link().mechanism) {
            EXPECT_FALSE(can) << mechanism->info().id;
        }
        if (!can) {
            ++refused;
            EXPECT_FALSE(index.data(Qt::ToolTipRole).toString().isEmpty());
            EXPECT_TRUE(index.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("not possible here")));
        }
    }
    EXPECT_GT(refused, 0);
}

TEST_F(Properties, WhatIsGreyIsReachedWithTheKeysAndNotChosen) {
    EndSpec second;
    second.process = process(0).name;
    session.editor().apply(addEnd(session.editor().document(), 0, LinkSide::To, second), {});
    select({Kind::Link, 0});
    const std::string before = link().mechanism;
    MechanismChooser* chooser = linkProperties().mechanism()->openChooser();
    QTest::keyClick(chooser->search(), Qt::Key_Home);
    bool reached = false;
    for (int step = 0; step < 100 && !reached; ++step) {
        reached = !MechanismChooser::canBeChosen(chooser->list()->currentIndex()) &&
                  chooser->list()->currentIndex().parent().isValid();
        if (!reached) QTest::keyClick(chooser->search(), Qt::Key_Down);
    }
    ASSERT_TRUE(reached);
    QTest::keyClick(chooser->search(), Qt::Key_Return);
    EXPECT_TRUE(chooser->isVisible());
    EXPECT_EQ(link().mechanism, before);
    chooser->close();
}

// What the run had and the document has no more says so, instead of nothing.
TEST_F(Properties, OfWhatWasRemovedAfterARunItIsSaidThatItIsGone) {
    select({Kind::Process, 0});
    PropertiesSection* properties = inspector.processPage()->properties();
    EXPECT_TRUE(properties->removedNote()->isHidden());
    const Part part = session.document().ids().at(Kind::Process, 0);
    session.editor().apply(removePart(session.editor().document(), part), {});
    properties->lookAgain();
    EXPECT_FALSE(properties->removedNote()->isHidden());
    EXPECT_FALSE(properties->removedNote()->text().isEmpty());
    stack().undo();
    properties->lookAgain();
    EXPECT_TRUE(properties->removedNote()->isHidden());
}

TEST_F(Properties, BothDirectionsOfOneObjectChangeTogether) {
    Document document(test::presetNamed("m2-bounded-buffer"));
    LinkSpec back = *document.link(0);
    std::swap(back.senders, back.receivers);
    back.name = "back";
    back.reverseOf = document.link(0)->name;
    document.apply(addPart(document, back));
    document.apply(changeMechanism(document, 0, "socketpair"));
    EXPECT_EQ(document.experiment().links[0].mechanism, "socketpair");
    EXPECT_EQ(document.experiment().links.back().mechanism, "socketpair");
}

TEST_F(Properties, AFieldTheNewMechanismDoesNotKnowIsShownWithItsProblem) {
    FieldForm& form = select({Kind::Link, 0});
    session.editor().apply(changeMechanism(session.editor().document(), 0, "tcp"), {});
    ASSERT_FALSE(session.editor().setField({Kind::Link, 0}, "nagle", true, {}));
    session.editor().apply(changeMechanism(session.editor().document(), 0, "pipe"), {});
    EXPECT_TRUE(form.input("nagle")->isVisible());
    EXPECT_TRUE(form.problemLabel("nagle")->isVisible());
    QTest::mouseClick(form.resetButton("nagle"), Qt::LeftButton);
    EXPECT_FALSE(form.input("nagle")->isVisible());
}

TEST_F(Properties, EndsAreAddedGivenAModeAndRemoved) {
    select({Kind::Link, 0});
    EndsForm* to = linkProperties().ends(LinkSide::To);
    EXPECT_FALSE(to->removeButton()->isEnabled());
    choose(*to->form(), "mode", QStringLiteral("nonblocking"));
    EXPECT_EQ(link().receivers[0].mode, EndMode::NonBlocking);
    QTest::mouseClick(to->addButton(), Qt::LeftButton);
    ASSERT_EQ(link().receivers.size(), 2U);
    EXPECT_TRUE(to->ends()->isVisible());
    EXPECT_EQ(to->ends()->currentIndex(), 1);
    choose(*to->form(), "mode", QStringLiteral("poll"));
    EXPECT_EQ(link().receivers[1].mode, EndMode::Poll);
    EXPECT_EQ(link().receivers[0].mode, EndMode::NonBlocking);
    QTest::mouseClick(to->removeButton(), Qt::LeftButton);
    ASSERT_EQ(link().receivers.size(), 1U);
    EXPECT_EQ(link().receivers[0].mode, EndMode::NonBlocking);
}

// --- the experiment ---------------------------------------------------------------------------------------------

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

// --- steering ---------------------------------------------------------------------------------------------------

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

class PropertiesInKorean : public SaidInKorean {};

TEST_F(PropertiesInKorean, EveryFieldAndWordHasItsName) {
    static const QRegularExpression hangul(QStringLiteral("[가-힣]"));
    // Names of things, which stay: an algorithm, an abbreviation.
    const auto expectKorean = [&](const QString& text) { EXPECT_TRUE(text.contains(hangul)) << text.toStdString(); };
    const auto check = [&](std::span<const FieldInfo> fields) {
        for (const FieldInfo& field : fields) {
            expectKorean(FieldWords::label(field));
            expectKorean(FieldWords::tip(field));
            for (const std::string_view word : field.kind.words) expectKorean(FieldWords::word(word));
        }
    };
    for (const Kind kind : {Kind::None, Kind::Process, Kind::Link, Kind::Shared, Kind::Step}) check(fieldList(kind));
    check(endFieldList());
}

}  // namespace
}  // namespace ipclab

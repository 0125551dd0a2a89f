// Everything that is done to an open document can be undone and redone, is checked as it is done, and goes back to how
// it was opened or saved.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "bridge/session.h"
#include "document/validation.h"
#include "preset_named.h"

namespace ipclab {
namespace {

using Kind = Part::Kind;

class EditorTest : public ::testing::Test {
protected:
    EditorTest() { session.open(test::presetNamed("m2-bounded-buffer")); }

    [[nodiscard]] const Experiment& experiment() const { return session.experiment(); }
    Editor& editor() { return session.editor(); }
    QUndoStack& stack() { return editor().undoStack(); }

    Session session;
};

TEST_F(EditorTest, UndoesAndRedoesAndIsCleanWhereItBegan) {
    const Document opened = editor().document();
    EXPECT_TRUE(stack().isClean());
    editor().apply(removePart(editor().document(), {Kind::Process, 0}), QStringLiteral("Remove"));
    EXPECT_LT(experiment().processes.size(), opened.experiment().processes.size());
    EXPECT_TRUE(session.isEdited());
    EXPECT_EQ(stack().undoText(), QStringLiteral("Remove"));
    stack().undo();
    EXPECT_TRUE(editor().document() == opened) << "ids included";
    EXPECT_TRUE(stack().isClean());
    EXPECT_FALSE(session.isEdited());
    stack().redo();
    EXPECT_LT(experiment().processes.size(), opened.experiment().processes.size());
}

TEST_F(EditorTest, AnEditThatChangesNothingIsNone) {
    editor().apply({}, QStringLiteral("Nothing"));
    EXPECT_EQ(stack().count(), 0);
}

TEST_F(EditorTest, TurningAKnobIsOneEdit) {
    const double before = experiment().processes[0].settings.ratePerSecond;
    for (const double rate : {10.0, 20.0, 30.0}) session.settings()->setRate(0, rate);
    EXPECT_EQ(stack().count(), 1);
    session.settings()->setWork(0, 1000);
    EXPECT_EQ(stack().count(), 2) << "another knob is another edit";
    stack().undo();
    stack().undo();
    EXPECT_EQ(experiment().processes[0].settings.ratePerSecond, before);
    stack().redo();
    EXPECT_EQ(experiment().processes[0].settings.ratePerSecond, 30.0);
}

TEST_F(EditorTest, RefusesAFieldInTheWordsOfTheFileAndKeepsItsValue) {
    const Experiment before = experiment();
    const auto problem = editor().setField({Kind::Process, 0}, "rate_per_s", "fast", QStringLiteral("Rate"));
    ASSERT_TRUE(problem);
    EXPECT_EQ(problem->pointer, "/rate_per_s");
    EXPECT_EQ(experiment(), before);
    EXPECT_FALSE(editor().setField({Kind::Process, 0}, "rate_per_s", 5, QStringLiteral("Rate")));
    EXPECT_EQ(experiment().processes[0].settings.ratePerSecond, 5);
}

TEST_F(EditorTest, TellsTheProblemsOfEachPartAfterEveryEditAndUndo) {
    EXPECT_TRUE(editor().problemsOf({Kind::Link, 0}).empty());
    ASSERT_FALSE(editor().setField({Kind::Link, 0}, "mechanism", "no-such", QStringLiteral("Mechanism")));
    const auto problems = editor().problemsOf({Kind::Link, 0});
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].pointer, "/mechanism");
    EXPECT_TRUE(editor().problemsOf({Kind::Process, 0}).empty());
    EXPECT_EQ(editor().problems().size(), validate(experiment()).size());
    stack().undo();
    EXPECT_TRUE(editor().problemsOf({Kind::Link, 0}).empty());
}

TEST_F(EditorTest, RevertIsAnEditAndGoesBackToWhatWasSaved) {
    ASSERT_FALSE(editor().setField({Kind::None, 0}, "duration_s", 7, QStringLiteral("Duration")));
    editor().setSaved();
    EXPECT_TRUE(stack().isClean());
    EXPECT_FALSE(session.isEdited());
    const Document saved = editor().document();
    editor().apply(removePart(editor().document(), {Kind::Link, 0}), QStringLiteral("Remove"));
    const Document edited = editor().document();
    session.revert();
    EXPECT_TRUE(editor().document() == saved);
    stack().undo();
    EXPECT_TRUE(editor().document() == edited);
}

TEST_F(EditorTest, AnotherDocumentForgetsWhatWasDone) {
    session.settings()->setRate(0, 10);
    session.open(test::presetNamed("first"));
    EXPECT_EQ(stack().count(), 0);
    EXPECT_FALSE(stack().canUndo());
    session.settings()->setRate(0, 10);
    EXPECT_EQ(stack().count(), 1);
}

}  // namespace
}  // namespace ipclab

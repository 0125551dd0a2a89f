// A student's own program in the window: written, compiled, its mistakes found by a click, run in its node and judged.
#include <gtest/gtest.h>

#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTranslator>
#include <memory>

#include "bridge/session.h"
#include "document/machine.h"
#include "lab_views/lab_page.h"
#include "lab_views/large_editor.h"
#include "lab_views/own_program_panel.h"
#include "lab_views/source_editor.h"
#include "runs/temp_dir.h"
#include "window/document.h"
#include "window/lab_desk.h"

namespace ipclab {
namespace {

class LabOwnProgram : public testing::Test {
protected:
    void SetUp() override {
        if (!findExecutable("cc", qEnvironmentVariable("PATH").toStdString())) GTEST_SKIP() << "there is no cc here";
        std::filesystem::create_directory(m_folder / "runs");
        m_runs = std::make_unique<LastRuns>(m_folder / "runs", LastRuns::Limits{});
        m_session.keepRuns(m_runs.get());
        m_desk = std::make_unique<LabDesk>(m_session, QString::fromStdString((m_folder / "work").string()));
        m_panel.reset(m_desk->panel());
        m_panel->resize(420, 900);
        // As the window does.
        QObject::connect(m_desk.get(), &LabDesk::stepWanted, &m_session,
                         [this](const WindowDocument& document) {
                             m_session.open(*document.experiment);
                             m_desk->setOnBench(document.isOfExercise);
                         });
        QObject::connect(m_desk.get(), &LabDesk::runWanted, &m_session, [this] {
            if (m_session.approvals().missing(m_session.experiment()).empty()) m_session.start();
        });
        QObject::connect(m_desk.get(), &LabDesk::told, &m_session, [this](const QString& text) { m_told = text; });
        m_desk->open(QStringLiteral("m15-own-filter"));
        m_panel->show();
        ASSERT_NE(panel(), nullptr);
    }
    template <class Condition>
    bool waitFor(Condition condition, int ms) {
        return QTest::qWaitFor(condition, ms);
    }
    Session& session() { return m_session; }
    LabSession& labs() { return m_desk->labs(); }
    OwnProgramPanel* panel() { return m_desk->page()->ownProgram(); }
    QPushButton* runButton() { return m_desk->page()->runButton(); }
    QString source(const char* name) {
        return QString::fromStdString(embeddedLab("m15-own-filter")->sources.at(name));
    }
    void compile(const QString& text) {
        panel()->editor()->setPlainText(text);
        panel()->compileButton()->click();
        ASSERT_TRUE(waitFor([&] { return !panel()->isCompiling(); }, 60'000));
    }
    std::vector<std::string> commandOfFilter() {
        for (const auto& process : session().experiment().processes) {
            if (process.name == "filter") return process.command;
        }
        return {};
    }

    test::TempDir m_folder;
    std::unique_ptr<LastRuns> m_runs;
    Session m_session;
    std::unique_ptr<LabDesk> m_desk;
    std::unique_ptr<QWidget> m_panel;  // goes before what it shows
    QString m_told;
};

TEST_F(LabOwnProgram, RunsInItsNodeOnceItIsCompiledAndIsJudged) {
    EXPECT_FALSE(runButton()->isEnabled()) << "there is nothing that could run";
    compile(source("reference.c"));
    ASSERT_TRUE(labs().programFile());
    EXPECT_EQ(commandOfFilter(), std::vector<std::string>{labs().programFile()->string()});
    ASSERT_TRUE(runButton()->isEnabled());
    runButton()->click();
    EXPECT_TRUE(session().isActive()) << "to compile it was to agree: nothing is asked";
    EXPECT_FALSE(panel()->compileButton()->isEnabled());
    ASSERT_TRUE(waitFor([&] { return labs().runsMade(labs().step()) == 1; }, 60'000));
    ASSERT_TRUE(waitFor([&] { return labs().result().has_value(); }, 60'000));
    EXPECT_EQ(labs().result()->points, labs().result()->most);
    EXPECT_EQ(labs().program().ran, labs().program().built);
}

TEST_F(LabOwnProgram, ARunWithoutItCountsNotWhicheverButtonHasStartedIt) {
    m_session.approvals().approve(session().experiment());
    session().start();
    ASSERT_TRUE(session().isActive());
    ASSERT_TRUE(waitFor([&] { return !session().isActive(); }, 60'000));
    EXPECT_EQ(labs().runsMade(labs().step()), 0U);
}

// What runs is what was compiled before, and what is judged has to be that.
TEST_F(LabOwnProgram, ARunThatBeginsEndsTheCompiler) {
    compile(source("reference.c"));
    const auto before = labs().program().built;
    panel()->editor()->setPlainText(source("wrong-busy.c"));
    panel()->compileButton()->click();
    ASSERT_TRUE(panel()->isCompiling());
    session().start();
    ASSERT_TRUE(session().isActive());
    ASSERT_TRUE(waitFor([&] { return labs().runsMade(labs().step()) == 1; }, 60'000));
    EXPECT_FALSE(panel()->isCompiling());
    EXPECT_EQ(labs().program().built, before);
    EXPECT_EQ(labs().program().ran, before);
}

TEST_F(LabOwnProgram, MistakesStandAtTheirLinesAndAClickGoesThere) {
    compile(QStringLiteral("int main(void) {\n\n    return missing;\n}\n"));
    EXPECT_FALSE(labs().programFile());
    EXPECT_EQ(commandOfFilter(), std::vector<std::string>{"false"});
    EXPECT_FALSE(runButton()->isEnabled());
    QListWidget* list = panel()->diagnostics();
    ASSERT_GT(list->count(), 0);
    EXPECT_TRUE(waitFor([&] { return list->visibleRegion().boundingRect() == list->rect(); }, 10'000))
        << "it is scrolled to, below a long source too";
    EXPECT_TRUE(list->item(0)->text().startsWith(QStringLiteral("Line 3: error: ")))
        << list->item(0)->text().toStdString();
    EXPECT_FALSE(panel()->editor()->saidOf(3).isEmpty());
    EXPECT_TRUE(panel()->editor()->saidOf(2).isEmpty());
    emit list->itemClicked(list->item(0));
    EXPECT_EQ(panel()->editor()->textCursor().blockNumber(), 2);
    panel()->editor()->moveCursor(QTextCursor::Start);
    panel()->editor()->insertPlainText(QStringLiteral("\n"));
    EXPECT_FALSE(panel()->editor()->saidOf(4).isEmpty()) << "a mark moves with its line";
}

// Of the button of the toolbar: it runs, and nobody is left to think it was judged.
TEST_F(LabOwnProgram, ARunWithoutOneDoesNotCountAndItIsSaid) {
    session().approvals().approve(session().experiment());
    session().start();
    ASSERT_TRUE(waitFor([&] { return session().isActive() || !m_told.isEmpty(); }, 20'000));
    EXPECT_EQ(m_told, QStringLiteral("This run does not count for the exercise."));
    ASSERT_TRUE(waitFor([&] { return !session().isActive(); }, 60'000));
    EXPECT_EQ(labs().runsMade(labs().step()), 0U);
}

TEST_F(LabOwnProgram, TabIndentsAndEscapeLeaves) {
    SourceEditor* editor = panel()->editor();
    editor->setPlainText(QStringLiteral("if (x) {"));
    m_panel->activateWindow();
    editor->setFocus();
    ASSERT_TRUE(waitFor([&] { return editor->hasFocus(); }, 20'000));
    editor->moveCursor(QTextCursor::End);
    QTest::keyClick(editor, Qt::Key_Return);
    QTest::keyClicks(editor, QStringLiteral("y"));
    EXPECT_EQ(editor->toPlainText(), QStringLiteral("if (x) {\n    y"));
    editor->selectAll();
    QTest::keyClick(editor, Qt::Key_Tab);
    EXPECT_EQ(editor->toPlainText(), QStringLiteral("    if (x) {\n        y"));
    QTest::keyClick(editor, Qt::Key_Backtab);
    EXPECT_EQ(editor->toPlainText(), QStringLiteral("if (x) {\n    y"));
    QTest::keyClick(editor, Qt::Key_Escape);
    EXPECT_TRUE(panel()->compileButton()->hasFocus());
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_Tab, Qt::ControlModifier);
    EXPECT_TRUE(panel()->compileButton()->hasFocus());
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_FALSE(editor->hasFocus());
    EXPECT_EQ(labs().program().source, "if (x) {\n    y") << "known at once";
}

TEST_F(LabOwnProgram, FilesAreOpenedAndExecutablesBrought) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.c"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("int main(void) { return 0; }\n");
    file.close();
    panel()->openFile(path);
    EXPECT_EQ(labs().program().source, "int main(void) { return 0; }\n");
    panel()->openFile(folder.filePath(QStringLiteral("none.c")));
    EXPECT_EQ(m_told, QStringLiteral("The file cannot be opened."));
    panel()->bring(QString::fromStdString(*findExecutable("cat", "/usr/bin:/bin")));
    ASSERT_TRUE(labs().programFile());
    EXPECT_EQ(labs().program().built.brought, "cat");
    EXPECT_EQ(commandOfFilter(), std::vector<std::string>{labs().programFile()->string()});
}

// What was typed, on the disk: as another start would find it.
TEST_F(LabOwnProgram, WhatWasTypedIsKeptBeforeItIsCompiledOrRunAndInAnotherLanguage) {
    const auto type = [&](const char* text) {
        panel()->editor()->setPlainText(QString::fromLatin1(text));
        ASSERT_TRUE(labs().isPending());
    };
    const auto kept = [&] {
        const auto work = WorkStore(m_folder / "work").load("m15-own-filter");
        return work && work->steps.contains("filter") ? work->steps.at("filter").program.value_or(OwnProgram()).source : "";
    };
    type("one");
    panel()->compileButton()->click();
    EXPECT_EQ(kept(), "one");
    ASSERT_TRUE(waitFor([&] { return !panel()->isCompiling(); }, 60'000));
    type("two");
    QEvent language(QEvent::LanguageChange);
    QCoreApplication::sendEvent(panel(), &language);
    EXPECT_EQ(kept(), "two");
    type("three");
    m_desk->keepAll();
    EXPECT_EQ(kept(), "three");
    type("four");
    session().approvals().approve(session().experiment());
    session().start();
    ASSERT_TRUE(session().isActive());
    EXPECT_EQ(kept(), "four");
    ASSERT_TRUE(waitFor([&] { return !session().isActive(); }, 60'000));
    type("five");
    emit m_desk->page()->closeWanted();
    EXPECT_EQ(kept(), "five");
}

TEST_F(LabOwnProgram, WhatTheCompilerSaidStaysThroughAnotherLanguageAndAnotherStart) {
    compile(QStringLiteral("int main(void) {\n\n    return missing;\n}\n"));
    const QString first = panel()->diagnostics()->item(0)->text();
    QTranslator korean;
    ASSERT_TRUE(korean.load(QStringLiteral(":/translations/ipclab_ko.qm")));
    QCoreApplication::installTranslator(&korean);
    QCoreApplication::sendPostedEvents();
    EXPECT_NE(panel()->compileButton()->text(), QStringLiteral("Compile"));
    ASSERT_GT(panel()->diagnostics()->count(), 0);
    EXPECT_NE(panel()->diagnostics()->item(0)->text(), first) << "said in the other language";
    QCoreApplication::removeTranslator(&korean);
    QCoreApplication::sendPostedEvents();
    panel()->editor()->moveCursor(QTextCursor::Start);
    panel()->editor()->insertPlainText(QStringLiteral("\n"));
    EXPECT_TRUE(panel()->diagnostics()->item(0)->text().startsWith(QStringLiteral("Line 4: error: "))) << "moved";
    emit m_desk->page()->closeWanted();
    m_desk->open(QStringLiteral("m15-own-filter"));
    ASSERT_GT(panel()->diagnostics()->count(), 0);
    EXPECT_TRUE(panel()->diagnostics()->item(0)->text().startsWith(QStringLiteral("Line 4: error: ")));
    EXPECT_FALSE(panel()->editor()->saidOf(4).isEmpty());
    EXPECT_EQ(panel()->diagnostics()->accessibleName(), QStringLiteral("What the compiler said, before you changed it:"));
    panel()->editor()->moveCursor(QTextCursor::Start);
    panel()->editor()->textCursor().deleteChar();
    EXPECT_EQ(panel()->diagnostics()->accessibleName(), QStringLiteral("What the compiler said")) << "it is that text again";
    panel()->bring(QString::fromStdString(*findExecutable("cat", "/usr/bin:/bin")));
    EXPECT_EQ(panel()->diagnostics()->count(), 0) << "it is no more of what runs";
}

TEST_F(LabOwnProgram, GoesIntoAWindowOfItsOwnAndComesBackAsItIs) {
    compile(QStringLiteral("int main(void) {\n\n    return missing;\n}\n"));
    SourceEditor* editor = panel()->editor();
    editor->moveCursor(QTextCursor::Start);
    editor->insertPlainText(QStringLiteral("// mine\n"));
    const auto* document = editor->document();
    EXPECT_EQ(panel()->large(), nullptr);
    panel()->largeButton()->click();
    ASSERT_NE(panel()->large(), nullptr);
    EXPECT_TRUE(panel()->large()->isVisible());
    EXPECT_EQ(editor->window(), panel()->large());
    EXPECT_EQ(panel()->compileButton()->window(), panel()->large());
    EXPECT_EQ(panel()->diagnostics()->window(), panel()->large());
    EXPECT_TRUE(panel()->diagnostics()->isVisible());
    EXPECT_FALSE(panel()->large()->windowTitle().isEmpty());
    panel()->large()->resize(900, 640);
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return !panel()->isCompiling() && editor->saidOf(4).size() > 0; }, 60'000));
    QTest::keyClick(editor, Qt::Key_Escape);
    EXPECT_EQ(panel()->large(), nullptr);
    EXPECT_EQ(editor->window(), m_panel.get());
    EXPECT_TRUE(editor->isVisible());
    EXPECT_EQ(editor->document(), document);
    EXPECT_FALSE(editor->saidOf(4).isEmpty());
    editor->undo();
    EXPECT_FALSE(editor->toPlainText().startsWith(QStringLiteral("// mine")));
    std::vector<const QWidget*> keys;
    for (const QWidget* part = editor->nextInFocusChain(); part != editor; part = part->nextInFocusChain())
        if (part == panel()->largeButton() || part == panel()->compileButton() || part == panel()->diagnostics() ||
            part == runButton())
            keys.push_back(part);
    EXPECT_EQ(keys, (std::vector<const QWidget*>{panel()->compileButton(), panel()->diagnostics(), runButton(),
                                                 panel()->largeButton()}))
        << "keys go from above to below";
    panel()->largeButton()->click();
    EXPECT_EQ(panel()->large()->size(), QSize(900, 640)) << "as it was left";
    panel()->large()->backButton()->click();
    EXPECT_EQ(panel()->large(), nullptr);
    panel()->largeButton()->click();
    emit m_desk->page()->closeWanted();
    EXPECT_FALSE(m_desk->page()->largeGeometry().isEmpty()) << "it goes with the exercise";
    for (const QWidget* other : QApplication::topLevelWidgets())
        EXPECT_TRUE(other->objectName() != QStringLiteral("largeEditor") || !other->isVisible());
}

TEST_F(LabOwnProgram, RunsFromTheWindowOfItsEditor) {
    EXPECT_FALSE(panel()->runButton()->isVisible()) << "the page has its own";
    panel()->largeButton()->click();
    ASSERT_TRUE(panel()->runButton()->isVisible());
    EXPECT_EQ(panel()->runButton()->window(), panel()->large());
    EXPECT_FALSE(panel()->runButton()->isEnabled()) << "there is nothing that could run";
    compile(source("reference.c"));
    ASSERT_TRUE(panel()->runButton()->isEnabled());
    EXPECT_EQ(panel()->runButton()->text(), runButton()->text());
    panel()->runButton()->click();
    EXPECT_TRUE(session().isActive());
    EXPECT_FALSE(panel()->runButton()->isEnabled());
    ASSERT_TRUE(waitFor([&] { return labs().runsMade(labs().step()) == 1; }, 60'000));
    EXPECT_EQ(panel()->runButton()->text(), runButton()->text()) << "as the page says it now";
    panel()->large()->close();
    EXPECT_FALSE(panel()->runButton()->isVisible());
}

TEST_F(LabOwnProgram, TheWindowOfItsEditorGoesAlongToTheNextStep) {
    m_desk->open(QStringLiteral("m8-own-producer"));
    ASSERT_NE(panel(), nullptr);
    panel()->largeButton()->click();
    panel()->large()->resize(800, 600);
    const QString task = panel()->large()->windowTitle();
    m_desk->page()->nextButton()->click();
    ASSERT_EQ(labs().stepIndex(), 1U);
    ASSERT_NE(panel(), nullptr);
    ASSERT_NE(panel()->large(), nullptr);
    EXPECT_TRUE(panel()->large()->isVisible());
    EXPECT_EQ(panel()->large()->size(), QSize(800, 600));
    EXPECT_NE(panel()->large()->windowTitle(), task) << "it is of the step that is shown";
    emit m_desk->page()->closeWanted();
    m_desk->open(QStringLiteral("m15-own-filter"));
    EXPECT_EQ(panel()->large(), nullptr) << "another exercise begins on its page";
}

TEST_F(LabOwnProgram, AnotherCommandInItsNodeIsAskedAbout) {
    compile(source("reference.c"));
    auto changed = session().experiment();
    for (auto& process : changed.processes) {
        if (process.name == "filter") process.command = {"sh", "-c", "exit 0"};
    }
    EXPECT_FALSE(session().approvals().missing(changed).empty());
}

}  // namespace
}  // namespace ipclab

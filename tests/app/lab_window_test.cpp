// Exercises in the window: from the list to what is handed in, as a student goes through one and a teacher opens one.
#include <gmock/gmock.h>

#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>
#include <nlohmann/json.hpp>

#include "app/window_fixture.h"
#include "bridge/editor.h"
#include "exercises/archive.h"
#include "exercises/library.h"
#include "inspect/field_input.h"
#include "inspect/inspector.h"
#include "inspect/process_page.h"
#include "inspect/properties_section.h"
#include "lab_report/lab_report.h"
#include "lab_views/lab_page.h"
#include "lab_views/lab_shelf.h"
#include "lab_views/lab_source_strip.h"
#include "lab_views/lab_summary.h"
#include "lab_views/lab_words.h"
#include "lab_views/large_editor.h"
#include "lab_views/own_program_panel.h"
#include "lab_views/prediction_chart.h"
#include "lab_views/prediction_editor.h"
#include "lab_views/source_editor.h"
#include "lab_views/verdict_card.h"
#include "plot/chart_page.h"
#include "plot/chart_stack.h"
#include "window/charts_panel.h"
#include "window/document_keeper.h"
#include "window/lab_desk.h"
#include "window/notice_bar.h"

namespace ipclab {
namespace {

using testing::HasSubstr;

class LabWindow : public WindowTest {
protected:
    void SetUp() override { openWith(QStringLiteral("first")); }
    void openWith(const QString& source) {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
        m_settings = std::make_unique<WindowSettings>();
        m_theme.choose(ThemeChoice::Light);
        m_language.choose(QStringLiteral("en"));
        m_window = std::make_unique<MainWindow>(m_theme, m_language, *m_settings);
        m_window->resize(1280, 800);
        m_window->openInitial(source);
        m_window->show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(m_window.get()));
    }
    LabDesk& desk() { return *window().labs(); }
    LabSession& labs() { return desk().labs(); }
    LabPage& page() { return *desk().page(); }
    void click(QPushButton* button) {
        ASSERT_TRUE(button->isVisible() && button->isEnabled()) << button->text().toStdString();
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void predict(double value) { page().predictions().front()->findChild<QDoubleSpinBox*>()->setValue(value); }
    void waitForVerdict(std::size_t runs) {
        ASSERT_TRUE(waitFor([&] { return labs().runsMade(labs().step()) == runs && labs().result(); }, 60'000))
            << page().stateShown().toStdString();
    }
    void agreeToStartAgain() {
        click(page().againButton());
        auto* question = window().findChild<QMessageBox*>();
        ASSERT_NE(question, nullptr) << "it is asked first";
        for (QAbstractButton* button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole) button->click();
        }
        EXPECT_TRUE(waitFor([&] { return window().findChild<QMessageBox*>() == nullptr; }));
    }
    // A folder of an exercise like p12-forks, whose experiment runs a command.
    QString ownFolder() {
        const QString folder = m_home.filePath(QStringLiteral("mine"));
        QDir().mkpath(folder);
        const LabTexts texts = *embeddedLab("p12-forks");
        QByteArray json = QByteArray::fromStdString(texts.json);
        json.replace("\"program\": \"fork-tree\", \"forks\": 3, \"hold_s\": 1",
                     "\"program\": \"command\", \"command\": [\"true\"]");
        json.replace("root.forks", "root.nice");
        m_json = json;
        write(folder + "/lab.json", json);
        for (const auto& [language, text] : texts.markdown)
            write(folder + '/' + QString::fromStdString(language) + ".md", QByteArray::fromStdString(text));
        return folder;
    }
    static void write(const QString& path, const QByteArray& text) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    QTemporaryDir m_home;
    QByteArray m_json;  // of that folder
};

// On the disk before the window has gone; and the editor's own window is found again as it was left.
TEST_F(LabWindow, WhatWasTypedIsKeptAsItIsClosed) {
    actions().exercises->trigger();
    desk().open(QStringLiteral("m15-own-filter"));
    page().ownProgram()->largeButton()->click();
    page().ownProgram()->large()->resize(777, 555);
    page().ownProgram()->editor()->setPlainText(QStringLiteral("int typed;\n"));
    ASSERT_TRUE(labs().isPending());
    window().close();
    EXPECT_FALSE(labs().isPending());
    const auto kept = WorkStore((m_settings->privateFolder() + "/exercises").toStdString()).load("m15-own-filter");
    ASSERT_TRUE(kept && kept->steps.at("filter").program);
    EXPECT_EQ(kept->steps.at("filter").program->source, "int typed;\n");
    m_window.reset();
    openWith(QStringLiteral("first"));
    desk().open(QStringLiteral("m15-own-filter"));
    EXPECT_EQ(page().ownProgram()->editor()->toPlainText(), QStringLiteral("int typed;\n"));
    actions().exercises->trigger();
    page().ownProgram()->largeButton()->click();
    EXPECT_EQ(page().ownProgram()->large()->size(), QSize(777, 555));
}

TEST_F(LabWindow, AStudentGoesThroughOneAndTurnsTheLanguageInTheMiddle) {
    actions().exercises->trigger();
    desk().open(QStringLiteral("p12-forks"));
    EXPECT_FALSE(page().runButton()->isEnabled()) << "predicted first";
    predict(6);
    m_language.choose(QStringLiteral("ko"));
    EXPECT_EQ(labs().work().predictions.at("processes"), LabAnswer{6});
    click(page().runButton());
    EXPECT_TRUE(waitFor([&] { return session().isActive(); }));
    EXPECT_THAT(page().stateShown().toStdString(), HasSubstr("●"));
    waitForVerdict(1);
    EXPECT_TRUE(waitFor([&] { return page().predictions().front()->chart()->isVisible(); }));
    EXPECT_THAT(page().predictions().front()->chart()->accessibleDescription().toStdString(), HasSubstr("8"));

    click(page().nextButton());
    ASSERT_FALSE(session().editor().setField({Part::Kind::Process, 0}, "forks", 4, {}));
    click(page().runButton());
    waitForVerdict(1);
    const std::string korean = labs().lab().steps[1].checks[0].pass.at("ko");
    const std::string begins = korean.substr(0, korean.find('{'));
    EXPECT_TRUE(waitFor([&] { return page().cards()[0]->said().toStdString().starts_with(begins); }))
        << page().cards()[0]->said().toStdString();
    m_language.choose(QStringLiteral("en"));
    EXPECT_TRUE(waitFor([&] { return page().cards()[0]->said().startsWith(QStringLiteral("There were 16")); }))
        << page().cards()[0]->said().toStdString();
    EXPECT_TRUE(page().summary()->isVisible());
    QTest::keyClicks(page().words()->answer(0), QStringLiteral("one two three four five six seven eight nine"));
    EXPECT_TRUE(waitFor([&] { return labs().result() && labs().result()->complete; }));
    click(page().findChild<QPushButton*>(QStringLiteral("labBack")));
    desk().open(QStringLiteral("p12-forks"));
    EXPECT_EQ(labs().stepIndex(), 1U) << "where it was left";
    EXPECT_FALSE(window().keeper()->wouldBeLost()) << "the exercise keeps what is changed";
}

// What a step is judged by is in sight, and what somebody makes of its charts stays the step's.
TEST_F(LabWindow, TheChartsOfAStepBeginWithThoseItsChecksAreSeenIn) {
    const auto shown = [this] { return window().charts()->shownIds(); };
    const QStringList usual = shown();
    EXPECT_NE(usual.front(), QStringLiteral("processor-time"));
    desk().open(QStringLiteral("m10-busy-waiting"));
    EXPECT_EQ(shown().front(), QStringLiteral("processor-time")) << "what is to come, where nothing is judged yet";
    QScrollBar* scrolled = window().charts()->page()->stack()->verticalScrollBar();
    ASSERT_TRUE(waitFor([&] { return scrolled->maximum() > 50; }));
    scrolled->setValue(50);
    desk().open(QStringLiteral("p17-zombie"));
    labs().goTo(1);
    emit page().stepShown();
    EXPECT_EQ(shown().front(), QStringLiteral("states"));
    EXPECT_EQ(scrolled->value(), 0) << "from the first of them on";
    window().charts()->setChartShown(RunChart::States, false);
    EXPECT_FALSE(shown().contains(QStringLiteral("states")));
    desk().open(QStringLiteral("m10-busy-waiting"));
    EXPECT_TRUE(shown().contains(QStringLiteral("states"))) << "another exercise has its own";
    desk().open(QStringLiteral("p17-zombie"));
    labs().goTo(1);
    emit page().stepShown();
    EXPECT_FALSE(shown().contains(QStringLiteral("states")));
    window().open(readPresetDocument(QStringLiteral("first")));
    EXPECT_EQ(shown(), usual);
}

// Two runs are wanted, of the same settings.
TEST_F(LabWindow, RunsOfOtherSettingsBeginAnew) {
    const QString folder = ownFolder();
    QByteArray json = m_json;
    json.replace("\"id\": \"sixteen\",\n      \"title\"", "\"id\": \"sixteen\", \"trials\": 2,\n      \"title\"");
    ASSERT_NE(json, m_json);
    write(folder + "/lab.json", json);
    actions().exercises->trigger();
    ASSERT_TRUE(desk().openAt(folder));
    session().approvals().approve(*labs().experiment());
    labs().goTo(1);
    emit page().stepShown();
    session().approvals().approve(session().experiment());
    const auto runs = [this] { return labs().runsMade(labs().step()); };
    for (const std::size_t made : {1U, 2U}) {
        click(page().runButton());
        ASSERT_TRUE(waitFor([&] { return runs() == made && page().runButton()->isEnabled(); }, 60'000));
    }
    ASSERT_FALSE(session().editor().setField({Part::Kind::Process, 0}, "nice", 3, {}));
    click(page().runButton());
    ASSERT_TRUE(waitFor([&] { return runs() == 1 && page().runButton()->isEnabled(); }, 60'000));
    click(page().runButton());
    EXPECT_TRUE(waitFor([&] { return runs() == 2; }, 60'000)) << "the same again is one more";
}

TEST_F(LabWindow, AVerdictLeadsToItsPlaceInTheRunItIsOf) {
    desk().open(QStringLiteral("p12-forks"));
    actions().exercises->trigger();
    labs().goTo(1);
    emit page().stepShown();
    click(page().runButton());
    waitForVerdict(1);
    const VerdictCard& card = *page().cards()[0];
    ASSERT_TRUE(waitFor([&] { return card.chartButton()->isVisible(); }));
    window().open(readPresetDocument(QStringLiteral("first")));  // something else is shown meanwhile
    click(card.chartButton());
    ASSERT_TRUE(waitFor([&] {
        return session().recording() != nullptr && window().charts()->page()->axis()->marker(Marker::A).has_value();
    }));
    const TimeAxis& axis = *window().charts()->page()->axis();
    const Nanoseconds at = *axis.marker(Marker::A);
    EXPECT_EQ(at, labs().result()->steps[1].checks[0].trials[0].from.from);
    EXPECT_LE(axis.begin(), at);
    EXPECT_GE(axis.end(), at);
    EXPECT_FALSE(axis.isFollowing());
    EXPECT_EQ(session().recording()->moment(), at) << "a moment is gone to";
    EXPECT_TRUE(page().runButton()->isEnabled());
}

TEST_F(LabWindow, ARunOfTheToolbarCountsAsWell) {
    desk().open(QStringLiteral("p12-forks"));
    actions().exercises->trigger();
    predict(8);
    actions().run->trigger();
    waitForVerdict(1);
}

TEST_F(LabWindow, ARunBeforeThePredictionDoesNotCountAndItIsSaid) {
    desk().open(QStringLiteral("p12-forks"));
    actions().exercises->trigger();
    actions().run->trigger();
    ASSERT_TRUE(waitFor([&] { return session().isActive(); }));
    EXPECT_TRUE(window().notice()->isVisible());
    ASSERT_TRUE(waitFor([&] { return !session().isActive(); }, 60'000));
    EXPECT_EQ(labs().runsMade(labs().step()), 0U);
}

// By the name of the inspector, and only as long as it is so; and the value that is still being typed counts.
TEST_F(LabWindow, WhatTheStepDoesNotAllowIsNamedAsTheInspectorDoesAndGoesWithItsUndo) {
    desk().open(QStringLiteral("p12-forks"));
    actions().exercises->trigger();
    predict(8);
    Editor& editor = session().editor();
    const Part root = editor.document().ids().at(Part::Kind::Process, 0);
    editor.setField(root, "hold_s", 2, QString());
    click(page().runButton());
    EXPECT_FALSE(session().isActive());
    EXPECT_EQ(window().notice()->text(), QStringLiteral("This is another experiment than the step asks for."));
    const auto labels = window().notice()->findChildren<QLabel*>();
    EXPECT_TRUE(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->text().startsWith(QStringLiteral("root: Held for (s) was changed"));
    }));
    editor.undoStack().undo();
    EXPECT_TRUE(window().notice()->text().isEmpty());
}

TEST_F(LabWindow, RunItAgainRunsWhatIsTyped) {
    desk().open(QStringLiteral("p12-forks"));
    actions().exercises->trigger();
    labs().goTo(1);  // which may change it
    emit page().stepShown();
    window().activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
    const Selection root = session().document().ids().at(Part::Kind::Process, 0);
    window().select(root);
    auto* field = window().inspector()->processPage()->properties()->form()->input("forks")->field();
    auto* line = field->findChild<QLineEdit*>();
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("2"));
    click(page().runButton());
    EXPECT_TRUE(session().isActive());
    EXPECT_EQ(session().experiment().processes[0].parameters.forks, 2U);
    session().stop();
    EXPECT_TRUE(waitFor([&] { return !session().isActive(); }));
}

TEST_F(LabWindow, TheFileThatIsHandedInIsNamedAfterExerciseAndStudent) {
    desk().open(QStringLiteral("p12-forks"));
    EXPECT_EQ(desk().handInName(), QStringLiteral("p12-forks.zip"));
    labs().setStudent(" 김/하나 ");
    EXPECT_EQ(desk().handInName(), QStringLiteral("p12-forks-김-하나.zip"));
}

TEST_F(LabWindow, AnExerciseIsLeftWhileItsRunGoesOn) {
    desk().open(QStringLiteral("p12-forks"));
    actions().exercises->trigger();
    predict(8);
    click(page().runButton());
    ASSERT_TRUE(waitFor([&] { return session().isActive(); }));
    click(page().findChild<QPushButton*>(QStringLiteral("labBack")));
    EXPECT_FALSE(labs().isOpen());
    ASSERT_TRUE(waitFor([&] { return !session().isActive() && session().recorder()->isWritten(); }, 60'000));
    desk().open(QStringLiteral("p12-forks"));
    EXPECT_EQ(labs().runsMade(labs().step()), 0U) << "it was left";
}

// The last version that could be shown is what is open; begun anew there is none.
TEST_F(LabWindow, ABrokenExerciseIsStartedAgain) {
    const QString folder = ownFolder();
    window().askOpenPath(folder);
    actions().exercises->trigger();
    ASSERT_TRUE(labs().isOpen());
    write(folder + "/lab.json", "{");
    ASSERT_TRUE(waitFor([&] { return !labs().faults().empty(); }));
    EXPECT_TRUE(labs().isOpen());
    agreeToStartAgain();
    EXPECT_TRUE(waitFor([&] { return !labs().isOpen(); }));
    EXPECT_TRUE(page().sourceStrip()->isVisible()) << "which says what is wrong";
    write(folder + "/lab.json", m_json);
    EXPECT_TRUE(waitFor([&] { return labs().isOpen(); }));
    QDir(folder).removeRecursively();
    agreeToStartAgain();
    EXPECT_TRUE(waitFor([&] { return window().notice()->isVisible(); }));
}

TEST_F(LabWindow, PartsThatTheAuthorTakesAwayAreGone) {
    const QString folder = ownFolder();
    window().askOpenPath(folder);
    actions().exercises->trigger();
    ASSERT_TRUE(labs().isOpen());
    ASSERT_TRUE(waitFor([&] { return labs().result().has_value(); }));
    ASSERT_FALSE(page().predictions().empty());
    auto json = nlohmann::ordered_json::parse(m_json.toStdString());
    json["steps"][0].erase("predictions");
    write(folder + "/lab.json", QByteArray::fromStdString(json.dump()));
    EXPECT_TRUE(waitFor([&] { return page().predictions().empty(); }));
}

TEST_F(LabWindow, AHintIsCountedAndStartingAgainKeepsWhatWas) {
    desk().open(QStringLiteral("p12-forks"));
    actions().exercises->trigger();
    labs().goTo(1);
    ASSERT_TRUE(page().cards()[0]->hintButton()->isVisible());
    click(page().cards()[0]->hintButton());
    EXPECT_FALSE(page().cards()[0]->hintButton()->isVisible());
    EXPECT_TRUE(waitFor([&] { return page().stateShown().contains(QStringLiteral("hints read: 1")); }))
        << page().stateShown().toStdString();
    agreeToStartAgain();
    EXPECT_TRUE(waitFor([&] { return labs().work().hints.empty(); }));
    EXPECT_TRUE(QFileInfo::exists(m_settings->privateFolder() + QStringLiteral("/exercises/p12-forks.before")))
        << "what was done is kept aside";
}

TEST_F(LabWindow, AFolderIsOpenedAndItsCommandsAreAskedFor) {
    window().askOpenPath(ownFolder());
    ASSERT_TRUE(labs().isOpen()) << page().sourceStrip()->problemsText().toStdString();
    EXPECT_TRUE(page().isVisible());
    EXPECT_TRUE(page().sourceStrip()->isVisible());
    predict(6);
    click(page().runButton());
    EXPECT_FALSE(session().isActive()) << "nobody has agreed to it";
    EXPECT_TRUE(window().notice()->isVisible());
    click(window().notice()->actionButton());
    EXPECT_TRUE(waitFor([&] { return labs().runsMade(labs().step()) == 1; }, 60'000)) << "and it counts";
}

TEST_F(LabWindow, AnArchiveIsOpenedFromTheCommandLine) {
    const LabTexts texts = *embeddedLab("p12-forks");
    std::vector<ArchiveEntry> entries{{.name = "lab.json", .bytes = texts.json}};
    for (const auto& [language, text] : texts.markdown) entries.push_back({.name = language + ".md", .bytes = text});
    const QString path = m_home.filePath(QStringLiteral("lab.zip"));
    writeArchive(path.toStdString(), entries);
    m_window.reset();
    openWith(path);
    EXPECT_TRUE(labs().isOpen());
    EXPECT_FALSE(labs().isWatched());
    EXPECT_TRUE(page().isVisible());
}

TEST_F(LabWindow, WhatIsNoExerciseIsRefusedWithTheReason) {
    const QString path = m_home.filePath(QStringLiteral("no.zip"));
    writeArchive(path.toStdString(), {{.name = "a.txt", .bytes = "a"}});
    window().askOpenPath(path);
    EXPECT_TRUE(window().notice()->isVisible());
    EXPECT_FALSE(labs().isOpen());
}

// It can be read, and the reason is told; nothing runs and nothing is failed.
TEST_F(LabWindow, WhatThisMachineLacksIsSkippedWithTheReason) {
    const QString folder = ownFolder();
    QFile file(folder + "/lab.json");
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    QByteArray json = file.readAll();
    json.replace("\"needs\": []", "\"needs\": [\"cpus:65536\"]");
    write(folder + "/lab.json", json);
    window().askOpenPath(folder);
    actions().exercises->trigger();
    ASSERT_TRUE(labs().isOpen());
    ASSERT_EQ(labs().missing().size(), 1U);
    predict(8);
    EXPECT_FALSE(page().runButton()->isEnabled());
    EXPECT_THAT(page().stateShown().toStdString(), HasSubstr("Skipped"));
    EXPECT_THAT(page().lackingShown().toStdString(), HasSubstr("cpus:65536"));
    json.replace("\"cpus:65536\"", "");
    write(folder + "/lab.json", json);
    EXPECT_TRUE(waitFor([&] { return page().runButton()->isEnabled(); })) << "the author has taken it back";
    EXPECT_TRUE(labs().missing().empty());
}

TEST_F(LabWindow, WhatIsHandedInHasAReport) {
    desk().open(QStringLiteral("p12-forks"));
    actions().exercises->trigger();
    predict(6);
    click(page().runButton());
    waitForVerdict(1);
    const QString path = m_home.filePath(QStringLiteral("handed-in.zip"));
    labs().handIn(path.toStdString(), [&](const LabResult& result) {
        return labReportFiles({labs().lab(), labs().work(), result}, QStringLiteral("en"));
    });
    const auto files = readArchive(path.toStdString());
    EXPECT_THAT(files.at("report.html"), HasSubstr("Measured: 8 processes."));
    EXPECT_THAT(files.at("report.pdf"), testing::StartsWith("%PDF"));
}

}  // namespace
}  // namespace ipclab

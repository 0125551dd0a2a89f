// Documents: new, saved, saved under another name, changed, asked about, and got back after the window was killed.
#include <signal.h>
#include <sys/stat.h>

#include <QDir>
#include <QFile>
#include <QMenu>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTreeView>

#include "app/window_fixture.h"
#include "canvas/canvas_editing.h"
#include "document/experiment_json.h"
#include "window/autosave.h"
#include "window/document_keeper.h"
#include "window/document_menus.h"
#include "window/edit_actions.h"
#include "window/kept_approvals.h"
#include "window/library_panel.h"
#include "window/notice_bar.h"

namespace ipclab {
namespace {

class WindowDocuments : public WindowTest {
protected:
    DocumentKeeper& keeper() { return *window().keeper(); }
    void change() { window().editing()->addProgram("relay"); }
    void choose(const char* preset) { emit window().library()->presetChosen(QString::fromLatin1(preset)); }
    void answer(QMessageBox::ButtonRole role) {
        QMessageBox* question = keeper().question();
        ASSERT_NE(question, nullptr);
        for (QAbstractButton* button : question->buttons()) {
            if (question->buttonRole(button) == role) return button->click();
        }
        FAIL() << "no such button";
    }
    QString path(const char* name) { return m_folder.filePath(QString::fromLatin1(name)); }
    static Experiment fileAt(const QString& path) { return readFileDocument(path).experiment.value_or(Experiment()); }

    QTemporaryDir m_folder;
};

TEST_F(WindowDocuments, APresetIsChangedAsACopyAndSavedUnderANameOfItsOwn) {
    open(QStringLiteral("first"));
    const QString before = window().windowTitle();
    EXPECT_FALSE(window().isWindowModified());
    change();
    EXPECT_TRUE(window().isWindowModified());
    EXPECT_TRUE(window().windowTitle().contains(QStringLiteral("(copy)[*]"))) << window().windowTitle().toStdString();
    ASSERT_TRUE(keeper().saveTo(path("mine.ipclab.json")));
    EXPECT_FALSE(window().isWindowModified());
    EXPECT_TRUE(window().windowTitle().startsWith(QStringLiteral("mine.ipclab.json")))
        << window().windowTitle().toStdString();
    EXPECT_EQ(fileAt(path("mine.ipclab.json")), session().experiment());
    EXPECT_FALSE(window().library()->tree()->currentIndex().isValid()) << "no preset is open any more";
    change();
    ASSERT_TRUE(keeper().save()) << "it has a name now";
    EXPECT_EQ(fileAt(path("mine.ipclab.json")).processes.size(), 4U);
    EXPECT_TRUE(window().edits().undo->isEnabled()) << "saving forgets nothing";
    window().edits().undo->trigger();
    EXPECT_TRUE(window().isWindowModified());
    window().edits().redo->trigger();
    EXPECT_FALSE(window().isWindowModified());
}

TEST_F(WindowDocuments, ANewOneIsEmptyOrMadeOfAPreset) {
    open(QStringLiteral("first"));
    actions().newDocument->trigger();
    EXPECT_TRUE(session().experiment().processes.empty());
    EXPECT_FALSE(actions().run->isEnabled());
    EXPECT_FALSE(actions().save->isEnabled()) << "there is nothing to save";
    EXPECT_TRUE(window().windowTitle().startsWith(QStringLiteral("Untitled"))) << window().windowTitle().toStdString();
    emit window().documentMenus()->templateChosen(QStringLiteral("three-producers"));
    EXPECT_EQ(session().experiment().processes.size(), 4U);
    EXPECT_FALSE(keeper().isChanged());
    EXPECT_TRUE(keeper().document().source.isEmpty()) << "saving asks for a name";
}

TEST_F(WindowDocuments, ChangesAreAskedAboutBeforeAnotherTakesTheirPlace) {
    open(QStringLiteral("first"));
    change();
    ASSERT_TRUE(keeper().saveTo(path("mine.ipclab.json")));
    change();
    choose("c-pipe");
    answer(QMessageBox::RejectRole);
    EXPECT_EQ(session().experiment().processes.size(), 4U);
    choose("c-pipe");
    answer(QMessageBox::AcceptRole);  // save
    EXPECT_EQ(session().experiment().id, "c-pipe");
    EXPECT_EQ(fileAt(path("mine.ipclab.json")).processes.size(), 4U);
    change();
    actions().newDocument->trigger();
    EXPECT_EQ(session().experiment().id, "c-pipe");
    answer(QMessageBox::DestructiveRole);
    EXPECT_TRUE(session().experiment().processes.empty());
}

TEST_F(WindowDocuments, TheKnobsOfAPresetAreTurnedWithoutAQuestion) {
    open(QStringLiteral("first"));
    session().settings()->setRate(0, 77);
    session().setDuration(kNsPerSecond);
    EXPECT_TRUE(window().isWindowModified());
    choose("c-pipe");
    EXPECT_EQ(keeper().question(), nullptr);
    EXPECT_EQ(session().experiment().id, "c-pipe");
}

TEST_F(WindowDocuments, ClosingAsksAndCancelKeepsTheWindow) {
    open(QStringLiteral("first"));
    change();
    window().close();
    EXPECT_TRUE(window().isVisible());
    answer(QMessageBox::RejectRole);
    EXPECT_TRUE(window().isVisible());
    window().close();
    answer(QMessageBox::DestructiveRole);
    EXPECT_FALSE(window().isVisible());
}

TEST_F(WindowDocuments, WhatCannotBeWrittenIsTold) {
    open(QStringLiteral("first"));
    change();
    EXPECT_FALSE(keeper().saveTo(path("no/such/folder/x.ipclab.json")));
    EXPECT_TRUE(window().notice()->text().contains(QStringLiteral("could not be saved")));
    EXPECT_TRUE(keeper().isChanged());
}

TEST_F(WindowDocuments, FilesThatWereOpenComeBackInTheMenu) {
    const QString saved = path("a & b.ipclab.json");
    WindowSettings kept;
    kept.clearRecentFiles();
    MainWindow first(m_theme, m_language, kept);
    first.openInitial(QStringLiteral("first"));
    ASSERT_TRUE(first.keeper()->saveTo(saved));
    first.open(readPresetDocument(QStringLiteral("c-pipe")));
    QMenu* menu = first.documentMenus()->recent();
    emit menu->aboutToShow();
    ASSERT_FALSE(menu->actions().isEmpty());
    EXPECT_EQ(menu->actions().first()->text(), QStringLiteral("a && b.ipclab.json"));
    menu->actions().first()->trigger();
    EXPECT_EQ(first.keeper()->document().source, saved);
    QFile::remove(saved);
    emit menu->aboutToShow();
    EXPECT_FALSE(menu->actions().first()->isEnabled());
    kept.clearRecentFiles();
}

// --- a window that is killed ------------------------------------------------------------------------------------

constexpr char kFolderVariable[] = "IPCLAB_TEST_KILLED_IN";

// Not a test by itself: what the next one starts and kills.
TEST_F(WindowDocuments, AWindowThatWaitsToBeKilled) {
    const QString folder = qEnvironmentVariable(kFolderVariable);
    if (folder.isEmpty()) GTEST_SKIP() << "the next test starts it";
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder);
    WindowSettings kept;
    MainWindow victim(m_theme, m_language, kept);
    victim.openInitial(QStringLiteral("first"));
    victim.show();
    victim.editing()->addProgram("relay");
    for (;;) QTest::qWait(1000);
}

TEST_F(WindowDocuments, WhatWasNotSavedWhenTheWindowWasKilledIsOfferedAtTheNextStart) {
    const QString settingsBefore = QFileInfo(QSettings(QSettings::NativeFormat, QSettings::UserScope,
                                                       QStringLiteral("ipclab"), QStringLiteral("ipclab"))
                                                 .fileName())
                                       .absoluteDir()
                                       .absoluteFilePath(QStringLiteral(".."));
    QTemporaryDir folder;
    QProcess killed;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1String(kFolderVariable), folder.path());
    environment.insert(QStringLiteral("TMPDIR"), folder.path());  // what it leaves behind goes with the folder
    killed.setProcessEnvironment(environment);
    killed.start(QCoreApplication::applicationFilePath(),
                 {QStringLiteral("--gtest_filter=WindowDocuments.AWindowThatWaitsToBeKilled")});
    ASSERT_TRUE(killed.waitForStarted());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    WindowSettings kept;
    const QString unsaved = kept.privateFolder();
    const auto keptFiles = [&] { return QDir(unsaved).entryList({QStringLiteral("*.json")}, QDir::Files); };
    ASSERT_TRUE(waitFor([&] { return !keptFiles().isEmpty(); }));
    struct stat facts {};
    ASSERT_EQ(::stat(QFile::encodeName(unsaved).constData(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0700U);
    ASSERT_EQ(::stat(QFile::encodeName(QDir(unsaved).filePath(keptFiles().first())).constData(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0600U);
    EXPECT_TRUE(leftDocuments(unsaved).empty()) << "its owner lives";
    ::kill(static_cast<pid_t>(killed.processId()), SIGKILL);
    ASSERT_TRUE(killed.waitForFinished());
    {
        MainWindow next(m_theme, m_language, kept);
        next.openInitial(QStringLiteral("c-pipe"));
        next.show();
        next.offerLeft();
        ASSERT_NE(next.keeper()->question(), nullptr);
        for (QAbstractButton* button : next.keeper()->question()->buttons()) {
            if (next.keeper()->question()->buttonRole(button) == QMessageBox::AcceptRole) {
                button->click();
                break;
            }
        }
        EXPECT_EQ(next.session().experiment().processes.size(), 3U);
        EXPECT_TRUE(next.keeper()->isChanged()) << "it is still not saved";
        EXPECT_TRUE(next.keeper()->document().isPreset) << "saving asks for a name";
        EXPECT_EQ(keptFiles().size(), 1) << "it is kept until it is saved, once";
        ASSERT_TRUE(next.keeper()->saveTo(path("restored.ipclab.json")));
        EXPECT_TRUE(keptFiles().isEmpty());
    }
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settingsBefore);
}

TEST_F(WindowDocuments, AFolderThatOthersCanReachKeepsNothingAndOffersNothing) {
    const QString folder = path("unsaved");
    Autosave mine(folder);
    mine.keep({QStringLiteral("x"), {}, false, QDateTime::currentDateTime(), QStringLiteral("{}")});
    ASSERT_FALSE(mine.path().isEmpty());
    ::chmod(QFile::encodeName(folder).constData(), 0755);
    EXPECT_TRUE(leftDocuments(folder).empty());
    Autosave other(folder);
    other.keep({QStringLiteral("y"), {}, false, QDateTime::currentDateTime(), QStringLiteral("{}")});
    EXPECT_TRUE(other.path().isEmpty());
}

// --- what was agreed to -----------------------------------------------------------------------------------------

TEST_F(WindowDocuments, WhatWasAgreedToIsKnownAtTheNextStartByItsHashAlone) {
    const QString list = path("private/approved");
    {
        KeptApprovals kept(list);
        EXPECT_FALSE(kept.has("command secret"));
        kept.add({"command secret", "safety processes 9"});
        EXPECT_TRUE(kept.has("command secret"));
    }
    QFile file(list);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_FALSE(file.readAll().contains("secret"));
    EXPECT_TRUE(KeptApprovals(list).has("command secret"));
    EXPECT_FALSE(KeptApprovals(list).has("command other"));
    ::chmod(QFile::encodeName(list).constData(), 0666);
    EXPECT_FALSE(KeptApprovals(list).has("command secret")) << "anybody could have written it";
}

TEST_F(WindowDocuments, ACommandIsAskedAboutOnceAndAgainWhenItIsAnother) {
    WindowSettings kept;
    WindowDocument foreign = readPresetDocument(QStringLiteral("tar-gzip-wc"));
    foreign.isPreset = false;
    foreign.source = path("foreign.ipclab.json");
    const auto isAsked = [&](MainWindow& window) {
        window.open(foreign);
        window.actionsOfWindow().run->trigger();
        return !window.session().isActive();
    };
    {
        MainWindow first(m_theme, m_language, kept);
        ASSERT_TRUE(isAsked(first));
        first.notice()->actionButton()->click();
        EXPECT_TRUE(first.session().isActive());
        first.session().stop();
        ASSERT_TRUE(waitFor([&] { return !first.session().isActive(); }));
    }
    MainWindow second(m_theme, m_language, kept);
    EXPECT_FALSE(isAsked(second)) << "the same command line, after a restart";
    second.session().stop();
    ASSERT_TRUE(waitFor([&] { return !second.session().isActive(); }));
    foreign.experiment->processes[0].command.emplace_back("--version");
    EXPECT_TRUE(isAsked(second));
}

}  // namespace
}  // namespace ipclab

// Nothing that was measured is lost by choosing something else: runs are kept, opened again, and saved as files.
#include <sys/stat.h>

#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTreeView>

#include "app/window_fixture.h"
#include "models/preset_tree.h"
#include "plot/chart_page.h"
#include "recording/recording.h"
#include "window/charts_panel.h"
#include "window/last_runs_panel.h"
#include "window/library_panel.h"
#include "window/notice_bar.h"
#include "window/run_guard.h"
#include "window/saved_recording.h"
#include "window/side_panel.h"

namespace ipclab {
namespace {

class WindowRecordings : public WindowTest {
protected:
    // With a folder for what the window keeps.
    void openKeeping(const QString& source) {
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
    void choose(const char* preset) { emit window().library()->presetChosen(QString::fromLatin1(preset)); }
    std::string openId() { return session().experiment().id; }
    void finishRun(double seconds) {
        session().setDuration(static_cast<Nanoseconds>(seconds * 1e9));
        actions().run->trigger();  // a short one may be over before its first message
        ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Finished; }));
        ASSERT_TRUE(waitFor([&] { return session().recorder()->isWritten(); }));
    }
    QStandardItemModel& listed() {
        window().side()->showRuns();
        return *static_cast<QStandardItemModel*>(window().lastRunsPanel()->list()->model());
    }
    void press(const char* text) {
        QMessageBox* question = window().guard()->question();
        ASSERT_NE(question, nullptr);
        for (QAbstractButton* button : question->buttons()) {
            if (button->text() == QLatin1String(text)) return button->click();
        }
        FAIL() << "no such button";
    }

    QTemporaryDir m_home;
};

TEST_F(WindowRecordings, AFinishedRunIsKeptWhenAnotherExperimentIsChosenAndOpenedAgain) {
    openKeeping(QStringLiteral("first"));
    finishRun(0.4);
    const std::uint64_t received = run().links[0].received;
    choose("c-fifo");
    EXPECT_EQ(window().guard()->question(), nullptr) << "nothing is lost: nothing is asked";
    EXPECT_EQ(openId(), "c-fifo");
    QStandardItemModel& runs = listed();
    ASSERT_EQ(runs.rowCount(), 1);
    EXPECT_TRUE(runs.item(0)->data(PresetTree::SummaryRole).toString().contains(QStringLiteral("pipe")));
    struct stat folder {};
    const QString private_ = m_settings->privateFolder() + QStringLiteral("/runs");
    ASSERT_EQ(::stat(QFile::encodeName(private_).constData(), &folder), 0);
    EXPECT_EQ(folder.st_mode & 0777, 0700U);
    window().lastRunsPanel()->list()->setCurrentIndex(runs.index(0, 0));
    QTest::keyClick(window().lastRunsPanel()->list(), Qt::Key_Return);
    EXPECT_EQ(openId(), "first");
    ASSERT_EQ(run().links.size(), 1U);
    EXPECT_EQ(run().links[0].received, received);
    EXPECT_TRUE(window().notice()->text().contains(QStringLiteral("This is a replay: nothing runs.")))
        << window().notice()->text().toStdString();
    EXPECT_TRUE(actions().saveData->isEnabled());
    EXPECT_TRUE(actions().run->isEnabled());
    const TimeAxis* axis = window().charts()->page()->axis();
    EXPECT_FALSE(axis->isLive()) << "nothing goes on";
    EXPECT_LE(axis->begin(), run().startNs) << "the whole of it is seen";
}

TEST_F(WindowRecordings, ARunThatGoesOnIsAskedAboutOnceStoppedInOrderAndKept) {
    openKeeping(QStringLiteral("first"));
    session().setDuration(std::nullopt);
    startRun();
    choose("c-fifo");
    press("Go on with the run");
    EXPECT_TRUE(session().isActive());
    choose("c-fifo");
    press("Stop it and keep its data");
    ASSERT_TRUE(waitFor([&] { return openId() == "c-fifo"; }));
    EXPECT_EQ(window().guard()->question(), nullptr);
    const std::vector<KeptRun> kept = window().lastRuns()->list();
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].id, "first");
    EXPECT_TRUE(kept[0].complete) << "its end was waited for";
}

TEST_F(WindowRecordings, WhatJustRanIsSavedAfterTheFactAndOpensFromItsFile) {
    openKeeping(QStringLiteral("first"));
    EXPECT_FALSE(actions().saveRecording->isEnabled());
    finishRun(0.3);
    EXPECT_TRUE(actions().saveRecording->isEnabled());
    const std::uint64_t received = run().links[0].received;
    const QString path = m_home.filePath(QStringLiteral("mine.ipclab"));
    ASSERT_TRUE(window().saveRecording({}, path));
    EXPECT_EQ(loadRecording(path.toStdString()).data.links[0].received, received);
    choose("c-fifo");
    window().askOpenPath(path);
    EXPECT_EQ(run().links[0].received, received);
    m_window.reset();
    openKeeping(path);  // ipclab mine.ipclab
    EXPECT_EQ(run().links[0].received, received);
    EXPECT_EQ(session().state(), Run::State::Finished);
}

// Where nothing is kept, a recording is written from what is shown.
TEST_F(WindowRecordings, WithoutAFolderARunIsSavedAllTheSame) {
    open(QStringLiteral("first"));
    EXPECT_EQ(window().lastRuns(), nullptr);
    session().setDuration(kNsPerSecond / 4);
    startRun();
    ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Finished; }));
    const QString path = m_home.filePath(QStringLiteral("mine.ipclab"));
    ASSERT_TRUE(window().saveRecording({}, path));
    const Recording recording = loadRecording(path.toStdString());
    EXPECT_TRUE(recording.complete);
    EXPECT_EQ(recording.data.links[0].received, run().links[0].received);
    EXPECT_FALSE(window().saveRecording({}, QStringLiteral("/nowhere/mine.ipclab")));
}

TEST_F(WindowRecordings, WhatIsNoGoodRecordingIsRefusedWithAReasonAndNothingElseChanges) {
    openKeeping(QStringLiteral("first"));
    const QString path = m_home.filePath(QStringLiteral("bad.ipclab"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("SQLite format 3\0and nothing else that could be read", 52);
    file.close();
    window().askOpenPath(path);
    EXPECT_EQ(openId(), "first");
    EXPECT_FALSE(window().notice()->text().isEmpty());
    window().askOpenPath(m_home.filePath(QStringLiteral("missing.ipclab")));
    EXPECT_EQ(window().notice()->text(), QStringLiteral("The recording cannot be read."));
}

TEST_F(WindowRecordings, OneIsDeletedByItsKeyAndAllAfterAQuestion) {
    openKeeping(QStringLiteral("first"));
    finishRun(0.1);
    finishRun(0.1);
    QStandardItemModel& runs = listed();
    ASSERT_EQ(runs.rowCount(), 2);
    QTreeView* list = window().lastRunsPanel()->list();
    list->setCurrentIndex(runs.index(1, 0));
    QTest::keyClick(list, Qt::Key_Delete);
    EXPECT_EQ(runs.rowCount(), 1);
    window().lastRunsPanel()->clearButton()->click();
    auto* question = window().findChild<QMessageBox*>();
    ASSERT_NE(question, nullptr);
    for (QAbstractButton* button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::DestructiveRole) button->click();
    }
    EXPECT_EQ(runs.rowCount(), 0);
    EXPECT_FALSE(window().lastRunsPanel()->clearButton()->isEnabled());
}

}  // namespace
}  // namespace ipclab

// Sweeps in the window: a matrix is built, measured, stopped and gone on with, and what it says can be read.
#include <unistd.h>

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTemporaryDir>
#include <fstream>

#include "app/window_fixture.h"
#include "compare/matrix_view.h"
#include "compare/sweep_session.h"
#include "compare/sweep_table.h"
#include "links/registry.h"
#include "window/axis_rows.h"
#include "window/compare_dialog.h"
#include "window/matrix_builder.h"
#include "window/mechanism_rows.h"
#include "window/mechanisms_dialog.h"
#include "window/sweep_files.h"
#include "window/sweep_guard.h"
#include "window/sweep_results.h"
#include "window/table_view.h"

namespace ipclab {
namespace {

class WindowCompare : public WindowTest {
protected:
    // Two mechanisms with messages of two sizes, in runs of a moment.
    CompareDialog* smallMatrix(int repeats) {
        open(QStringLiteral("first"));
        return fillMatrix(repeats);
    }
    // The same in a window that has a folder to keep sweeps in.
    CompareDialog* keptMatrix(int repeats) {
        m_settings = std::make_unique<WindowSettings>();
        m_language.choose(QStringLiteral("en"));
        m_window = std::make_unique<MainWindow>(m_theme, m_language, *m_settings);
        m_window->openInitial(QStringLiteral("first"));
        m_window->show();
        return fillMatrix(repeats);
    }
    CompareDialog* fillMatrix(int repeats) {
        actions().compareMechanisms->trigger();
        CompareDialog* dialog = window().showCompare();
        dialog->builder()->mechanisms()->choose({QStringLiteral("pipe"), QStringLiteral("posix-shm")});
        dialog->builder()->mechanisms()->sizes()->setText(QStringLiteral("64; 4096"));
        dialog->builder()->repeats()->setValue(repeats);
        dialog->builder()->seconds()->setValue(0.05);
        return dialog;
    }
    bool isDone(const CompareDialog* dialog) {
        return waitFor([&] { return !dialog->session().isMeasuring(); }, 60'000);
    }
    static std::size_t samples(const CompareDialog* dialog) {
        std::size_t count = 0;
        for (const SweepCell& cell : dialog->session().sweep().cells()) count += cell.counted().size();
        return count;
    }
    static void chooseToStop(QMessageBox* question) {
        ASSERT_NE(question, nullptr);
        for (QAbstractButton* button : question->buttons())
            if (question->buttonRole(button) == QMessageBox::AcceptRole) return button->click();
    }
    static void click(QPushButton* button) { QTest::mouseClick(button, Qt::LeftButton); }
};

TEST_F(WindowCompare, AMatrixIsMeasuredStoppedGoneOnWithAndSaysWhetherADifferenceIsReal) {
    // Four would do, if each told the figure: a run of a moment that got no processor has no rate.
    CompareDialog* dialog = smallMatrix(6);
    EXPECT_FALSE(dialog->copyButton()->isEnabled());
    ASSERT_TRUE(waitFor([&] { return dialog->plan()->text().startsWith(QStringLiteral("4 cells × 6 repeats")); }))
        << dialog->plan()->text().toStdString();
    EXPECT_TRUE(dialog->plan()->text().contains(QStringLiteral("24 runs, about")));
    click(dialog->measureButton());
    ASSERT_TRUE(dialog->session().isMeasuring());
    EXPECT_EQ(dialog->results()->page(), SweepResults::Progress);
    ASSERT_TRUE(waitFor([&] { return samples(dialog) >= 2; }, 60'000));
    EXPECT_TRUE(dialog->status()->text().contains(QStringLiteral("left")));
    click(dialog->measureButton());
    ASSERT_TRUE(isDone(dialog));
    const std::size_t kept = samples(dialog);
    EXPECT_GE(kept, 2U);
    EXPECT_LT(kept, 24U);
    EXPECT_EQ(dialog->measureButton()->text(), QStringLiteral("Go on measuring"));
    click(dialog->measureButton());
    ASSERT_TRUE(isDone(dialog));
    EXPECT_EQ(samples(dialog), 24U);

    SweepResults* results = dialog->results();
    EXPECT_EQ(results->page(), SweepResults::Bars) << "when it is done";
    results->chooseCell(2);
    EXPECT_TRUE(results->verdict()->text().startsWith(QStringLiteral("posix-shm, 64 B")));
    EXPECT_TRUE(results->verdict()->text().contains(QStringLiteral("Mann and Whitney")))
        << results->verdict()->text().toStdString();
    results->showPage(SweepResults::Table);
    EXPECT_EQ(results->table()->model()->rowCount(), 4);
    click(dialog->copyButton());
    EXPECT_EQ(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), 5);
    for (const SweepResults::Page page : {SweepResults::Curves, SweepResults::Map}) {
        results->showPage(page);
        EXPECT_FALSE(results->view()->picture().size.isEmpty());
    }
}

TEST_F(WindowCompare, ASweepIsSavedAndOpenedAgainFromItsFile) {
    CompareDialog* dialog = smallMatrix(1);
    click(dialog->measureButton());
    ASSERT_TRUE(isDone(dialog));
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.sweep"));
    ASSERT_EQ(dialog->saveData(path), QString());
    ASSERT_EQ(dialog->saveData(path), QString()) << "in place of what was there";
    for (const char* name : {"a.csv", "a.json", "a.sweep"})
        EXPECT_EQ(dialog->saveData(folder.filePath(QLatin1String(name))), QString());
    for (const char* name : {"a.png", "a.svg", "a.pdf"})
        EXPECT_EQ(dialog->saveChart(folder.filePath(QLatin1String(name))), QString());
    open(QStringLiteral("first"));
    window().askOpenPath(path);
    CompareDialog* other = window().showCompare();
    ASSERT_TRUE(other->session().hasSweep()) << other->status()->text().toStdString();
    EXPECT_EQ(samples(other), 4U);
    EXPECT_EQ(other->measureButton()->text(), QStringLiteral("Measure")) << "nothing is left to do";
    EXPECT_FALSE(other->openSweep(folder.filePath(QStringLiteral("a.csv"))));
    EXPECT_TRUE(other->status()->text().contains(QStringLiteral("cannot be opened")));
}

// Whether a scroll bar is needed follows from a height that follows from the width beside it.
TEST_F(WindowCompare, APictureFitsAWindowOfAnySize) {
    open(QStringLiteral("first"));
    CompareDialog* dialog = window().showCompare();
    dialog->builder()->mechanisms()->sizes()->setText(QStringLiteral("64..65536*2"));
    dialog->builder()->repeats()->setValue(1);
    dialog->builder()->seconds()->setValue(0.05);
    click(dialog->measureButton());
    ASSERT_TRUE(waitFor([&] { return samples(dialog) >= 1; }, 60'000));
    click(dialog->measureButton());
    ASSERT_TRUE(isDone(dialog));
    for (const auto page : {SweepResults::Bars, SweepResults::Map}) {
        dialog->results()->showPage(page);
        for (int height = 500; height < 1100; height += 61) {
            dialog->resize(1000 + height / 2, height);
            QTest::qWait(0);
        }
        EXPECT_FALSE(dialog->results()->view()->picture().size.isEmpty());
    }
}

TEST(SweepFiles, TheLastTwentyAreKeptAndToldByTheirFirstBytes) {
    const QTemporaryDir folder;
    ASSERT_TRUE(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QString last;
    for (int i = 0; i < 25; ++i) {
        last = freshSweepFile(folder.path());
        ASSERT_FALSE(last.isEmpty());
        QFile file(last);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly)) << last.toStdString();
        file.write(QByteArray(200, 'x'));
        file.close();
        QTest::qWait(2);  // they are named by the time
    }
    EXPECT_EQ(QFileInfo(last).dir().entryList(QDir::Files).size(), 20);
    EXPECT_FALSE(isSweepFile(last)) << "its name alone does not make it one";
    EXPECT_TRUE(isSweepFile(QStringLiteral("/no/such.sweep")));
    EXPECT_TRUE(freshSweepFile(QString()).isEmpty());
}

TEST_F(WindowCompare, AnyPropertyOfTheOpenExperimentIsVaried) {
    open(QStringLiteral("first"));
    actions().sweep->trigger();
    CompareDialog* dialog = window().showCompare();
    AxisRows* axes = dialog->builder()->axes();
    EXPECT_FALSE(dialog->measureButton()->isEnabled()) << "nothing is varied";
    const int place = axes->chooser()->findText(QStringLiteral("Message size of producer"), Qt::MatchStartsWith);
    ASSERT_GE(place, 0);
    emit axes->chooser()->activated(place);
    ASSERT_EQ(axes->count(), 1U);
    EXPECT_EQ(axes->values(0)->text(), QStringLiteral("64..65536*4")) << "values that suit it";
    axes->values(0)->setText(QStringLiteral("64, 1..0"));
    EXPECT_FALSE(dialog->measureButton()->isEnabled()) << "a mistake";
    axes->values(0)->setText(QStringLiteral("64, 128"));
    axes->add("links.*.mechanism");
    EXPECT_TRUE(axes->values(1)->text().contains(QStringLiteral("pipe"))) << "all that fit";
    axes->values(1)->setText(QStringLiteral("pipe"));
    dialog->builder()->repeats()->setValue(1);
    dialog->builder()->seconds()->setValue(0.05);
    click(dialog->measureButton());
    ASSERT_TRUE(isDone(dialog));
    EXPECT_EQ(samples(dialog), 2U);
}

TEST_F(WindowCompare, CommandsRunOnlyOnceTheyWereAgreedTo) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.ipclab.json"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(R"({"schema": "ipclab.experiment/1", "name": "a", "duration_s": 0.1,
        "processes": [{"name": "sleeper", "program": "command", "command": ["/bin/sleep", "0.01"]}]})");
    file.close();
    open(path);
    actions().sweep->trigger();
    CompareDialog* dialog = window().showCompare();
    dialog->builder()->axes()->add("seed", "1,2");
    dialog->builder()->repeats()->setValue(1);
    click(dialog->measureButton());
    EXPECT_FALSE(dialog->session().isMeasuring());
    auto* question = dialog->findChild<QMessageBox*>();
    ASSERT_NE(question, nullptr) << dialog->status()->text().toStdString()
                                 << dialog->builder()->problem().toStdString();
    EXPECT_TRUE(question->informativeText().contains(QStringLiteral("/bin/sleep")));
    question->reject();
    EXPECT_FALSE(dialog->session().isMeasuring());
    EXPECT_EQ(dialog->measureButton()->text(), QStringLiteral("Go on measuring"));
}

// The window goes away only when it was agreed to that the sweep stops, and not before it has.
TEST_F(WindowCompare, ClosingAmidASweepAsksOnceAndKeepsWhatIsDone) {
    CompareDialog* dialog = keptMatrix(1000);
    click(dialog->measureButton());
    ASSERT_TRUE(waitFor([&] { return samples(dialog) >= 1; }, 60'000));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QPointer<QMessageBox> question = dialog->guard().question();
    ASSERT_NE(question, nullptr);
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_TRUE(question->informativeText().contains(QStringLiteral("of 4004 runs are done")))
        << question->informativeText().toStdString();
    dialog->close();
    EXPECT_EQ(dialog->guard().question(), question) << "one question at a time";
    question->button(QMessageBox::Cancel)->click();
    EXPECT_TRUE(dialog->session().isMeasuring()) << "it goes on";
    EXPECT_TRUE(dialog->isVisible());
    dialog->close();
    chooseToStop(dialog->guard().question());
    ASSERT_TRUE(waitFor([&] { return !dialog->isVisible(); }));
    EXPECT_FALSE(dialog->session().isMeasuring());
    EXPECT_EQ(m_settings->recentFiles().value(0), dialog->session().path()) << "to be opened again";
    const std::size_t kept = samples(dialog);
    EXPECT_TRUE(dialog->openSweep(m_settings->recentFiles().value(0)));
    EXPECT_EQ(samples(dialog), kept);
    EXPECT_EQ(dialog->measureButton()->text(), QStringLiteral("Go on measuring"));
}

TEST_F(WindowCompare, QuittingAmidASweepAsksOnceAndLeavesNoProcess) {
    CompareDialog* dialog = smallMatrix(1000);
    click(dialog->measureButton());
    ASSERT_TRUE(waitFor([&] { return samples(dialog) >= 1; }, 60'000));
    actions().quit->trigger();
    EXPECT_TRUE(window().isVisible());
    QMessageBox* question = dialog->guard().question();
    ASSERT_NE(question, nullptr);
    EXPECT_EQ(question->parentWidget(), &window());
    EXPECT_EQ(question->text(), QStringLiteral("Stop the sweep and quit?"));
    chooseToStop(question);
    ASSERT_TRUE(waitFor([&] { return !window().isVisible(); }));
    EXPECT_FALSE(dialog->session().isMeasuring());
    std::ifstream children("/proc/self/task/" + std::to_string(::getpid()) + "/children");
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(children), {}), "") << "the launcher has gone";
}

TEST_F(WindowCompare, ASweepThatIsDoneMeanwhileStaysToBeLookedAt) {
    CompareDialog* dialog = smallMatrix(1);
    click(dialog->measureButton());
    window().close();
    ASSERT_NE(dialog->guard().question(), nullptr);
    ASSERT_TRUE(isDone(dialog));
    EXPECT_EQ(dialog->guard().question(), nullptr);
    EXPECT_TRUE(window().isVisible());
}

TEST_F(WindowCompare, WhatCannotBeMeasuredSaysWhy) {
    open(QStringLiteral("first"));
    CompareDialog* dialog = window().showCompare();
    const MechanismRows* rows = dialog->builder()->mechanisms();
    for (int i = 0; i < rows->list()->count(); ++i) {
        const QListWidgetItem* item = rows->list()->item(i);
        const Mechanism* mechanism = findMechanism(item->data(Qt::UserRole).toString().toStdString());
        EXPECT_EQ(mechanism->availability().available, (item->flags() & Qt::ItemIsEnabled) != 0)
            << item->text().toStdString();
        EXPECT_FALSE(item->toolTip().isEmpty());
    }
    dialog->builder()->mechanisms()->choose({QStringLiteral("pipe"), QStringLiteral("signal")});
    dialog->builder()->mechanisms()->sizes()->setText(QStringLiteral("64, 65536"));
    EXPECT_TRUE(waitFor([&] { return dialog->plan()->text().contains(QStringLiteral("1 cell")); }))
        << dialog->plan()->text().toStdString();
    EXPECT_TRUE(dialog->plan()->text().contains(QStringLiteral("signal, 64 KiB")));
    dialog->builder()->mechanisms()->sizes()->setText(QStringLiteral("64, many"));
    EXPECT_TRUE(dialog->builder()->problem().contains(QStringLiteral("many")));
    EXPECT_FALSE(dialog->measureButton()->isEnabled());
}

}  // namespace
}  // namespace ipclab

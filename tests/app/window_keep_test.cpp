// What a run has measured is not lost unasked, not replaced, and not told as something else once it is over.
#include <signal.h>

#include <QDir>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeView>

#include "app/window_fixture.h"
#include "canvas/canvas_view.h"
#include "inspect/details_view.h"
#include "models/link_table.h"
#include "plot/curve_chart.h"
#include "plot/units.h"
#include "results/link_totals.h"
#include "window/charts_panel.h"
#include "window/exporter.h"
#include "window/library_panel.h"
#include "window/plain_text.h"
#include "window/run_guard.h"
#include "window/save_chart_dialog.h"
#include "window/tables_panel.h"
#include "window/toolbar.h"

namespace ipclab {
namespace {

class WindowKeep : public WindowTest {
protected:
    void answer(bool end) {
        QMessageBox* question = window().guard()->question();
        ASSERT_NE(question, nullptr);
        for (QAbstractButton* button : question->buttons()) {
            if ((question->buttonRole(button) == QMessageBox::DestructiveRole) == end) return button->click();
        }
        FAIL() << "no such button";
    }
    void choose(const char* preset) { emit window().library()->presetChosen(QString::fromLatin1(preset)); }
    std::string openId() { return session().experiment().id; }
    void finishedRun(double seconds) {
        session().setDuration(static_cast<Nanoseconds>(seconds * 1e9));
        startRun();
        ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Finished; }))
            << session().failure().toStdString();
    }
};

TEST_F(WindowKeep, AnotherExperimentEndsARunOnlyWhenTheUserSaysSo) {
    open(QStringLiteral("first"));
    session().setDuration(std::nullopt);
    startRun();
    choose("c-pipe");
    EXPECT_EQ(openId(), "first");
    choose("c-tcp");  // one question is enough
    answer(false);
    EXPECT_EQ(openId(), "first");
    EXPECT_TRUE(session().isActive());
    EXPECT_EQ(window().library()->tree()->currentIndex().data(Qt::UserRole).toString().isEmpty(), false);
    choose("c-pipe");
    answer(true);
    ASSERT_TRUE(waitFor([&] { return openId() == "c-pipe"; }));
    EXPECT_FALSE(session().isActive());
    choose("c-tcp");  // nothing runs: nothing is asked
    EXPECT_EQ(window().guard()->question(), nullptr);
    EXPECT_EQ(openId(), "c-tcp");
}

TEST_F(WindowKeep, ARunThatEndsByItselfTakesTheQuestionWithIt) {
    open(QStringLiteral("first"));
    session().setDuration(kNsPerSecond);
    startRun();
    choose("c-pipe");
    ASSERT_TRUE(waitFor([&] { return !session().isActive(); }));
    EXPECT_TRUE(waitFor([&] { return window().guard()->question() == nullptr; }));
    EXPECT_EQ(openId(), "first");
    EXPECT_TRUE(session().hasRun());
}

TEST_F(WindowKeep, QuittingEndsARunOnlyWhenTheUserSaysSo) {
    open(QStringLiteral("first"));
    session().setDuration(std::nullopt);
    startRun();
    actions().quit->trigger();
    EXPECT_TRUE(window().isVisible());
    answer(false);
    EXPECT_TRUE(window().isVisible());
    EXPECT_TRUE(session().isActive());
    actions().quit->trigger();
    answer(true);
    EXPECT_TRUE(waitFor([&] { return !window().isVisible(); }));
}

TEST_F(WindowKeep, DataIsSavedBesideThatOfAnEarlierRun) {
    open(QStringLiteral("first"));
    finishedRun(0.3);
    QTemporaryDir folder;
    const QString wanted = folder.filePath(QStringLiteral("first"));
    ASSERT_TRUE(window().exporter()->saveData(wanted));
    QFile earlier(wanted + QStringLiteral("/run.json"));
    ASSERT_TRUE(earlier.open(QIODevice::ReadOnly));
    const QByteArray before = earlier.readAll();
    finishedRun(0.2);
    ASSERT_TRUE(window().exporter()->saveData(wanted));
    EXPECT_TRUE(QFile::exists(wanted + QStringLiteral("-2/run.json")));
    earlier.seek(0);
    EXPECT_EQ(earlier.readAll(), before);
    EXPECT_EQ(Exporter::freshFolder(wanted), wanted + QStringLiteral("-3"));
}

TEST_F(WindowKeep, AllChartsAsSeenAreThoseThatAreSeen) {
    open(QStringLiteral("first"));
    finishedRun(0.3);
    PictureOptions options;
    const auto shows = [&](RunChart which) {
        const QByteArray title = window().charts()->chart(which)->title().toUtf8();
        return ChartPicture(*window().charts()->page()).painted(options).svg().contains(title);
    };
    EXPECT_TRUE(shows(RunChart::Latency));
    window().charts()->setChartShown(RunChart::Latency, false);
    EXPECT_FALSE(shows(RunChart::Latency));
    EXPECT_TRUE(shows(RunChart::Throughput));
}

TEST_F(WindowKeep, TheFooterOfAPictureHasRateSizeCapacityAndDuration) {
    open(QStringLiteral("first"));
    finishedRun(0.5);
    const QString caption = chartCaption(run());
    for (const char* part : {"producer: ", "messages/s", "64 B", "capacity 4 KiB", "run of 0."})
        EXPECT_TRUE(caption.contains(QLatin1String(part))) << part << " is missing: " << caption.toStdString();
}

TEST_F(WindowKeep, AFinishedRunIsNotCalledLive) {
    open(QStringLiteral("first"));
    startRun();
    TimeAxis& axis = *window().charts()->page()->axis();
    EXPECT_EQ(axis.title(), QStringLiteral("seconds before now"));
    stopRun();
    EXPECT_EQ(axis.title(), QStringLiteral("seconds since start"));
    for (const QLabel* label : window().charts()->page()->findChildren<QLabel*>())
        EXPECT_FALSE(label->text().startsWith(QStringLiteral("Live"))) << label->text().toStdString();
    startRun();
    EXPECT_EQ(axis.title(), QStringLiteral("seconds before now"));
    stopRun();
}

TEST_F(WindowKeep, AfterTheEndLinksAndCanvasShowTheRunAndNotItsLastSample) {
    open(QStringLiteral("first"));
    finishedRun(0.6);
    const LinkData& link = run().links[0];
    const LinkTotals totals = linkTotals(run(), link);
    ASSERT_TRUE(totals.messagesPerSecond);
    const QAbstractItemModel& table = *window().tables()->linkView()->model();
    const QString rate = formatQuantity(*totals.messagesPerSecond, QString());
    EXPECT_EQ(table.index(0, LinkTable::Throughput).data().toString(), rate);
    EXPECT_EQ(table.index(0, LinkTable::Bytes).data().toString(),
              formatQuantity(*totals.bytesPerSecond, QStringLiteral("B/s")));
    EXPECT_EQ(table.index(0, LinkTable::Depth).data().toString(), QString::number(link.depthMean, 'f', 1));
    EXPECT_EQ(window().canvas()->linkContent(0).flow, rate + QStringLiteral(" messages/s"));
}

TEST_F(WindowKeep, NobodyIsRunningAfterTheLauncherWasKilled) {
    open(QStringLiteral("first"));
    session().setDuration(std::nullopt);
    startRun();
    ASSERT_EQ(::kill(run().launcherPid, SIGKILL), 0);
    ASSERT_TRUE(waitFor([&] { return !session().isActive(); }));
    for (std::uint32_t i = 0; i < run().processes.size(); ++i) {
        EXPECT_NE(run().processes[i].endedNs, 0) << i;
        EXPECT_EQ(run().processes[i].state, ProcessState::Terminated) << i;
        EXPECT_EQ(window().canvas()->nodeContent(i).detail, QStringLiteral("ended, status unknown"));
    }
}

TEST_F(WindowKeep, ARendezvousIsNoQueueThatIsFull) {
    open(QStringLiteral("m4-rendezvous"));
    EXPECT_EQ(window().canvas()->linkContent(0).fill, QStringLiteral("no room: a rendezvous"));
    startRun();
    ASSERT_TRUE(waitFor([&] { return window().canvas()->nodeContent(0).reason.contains(QStringLiteral("meeting")); }));
    EXPECT_EQ(window().canvas()->nodeContent(0).reason, QStringLiteral("the receiver at meeting (rendezvous)"));
    EXPECT_EQ(window().canvas()->linkContent(0).fill, QStringLiteral("no room: a rendezvous"));
    stopRun();
}

// "**File ▸ Save chart…**" and the like.
TEST_F(WindowKeep, TheReadmeNamesMenusThatExist) {
    open(QStringLiteral("first"));
    QFile readme(QStringLiteral(IPCLAB_README));
    ASSERT_TRUE(readme.open(QIODevice::ReadOnly));
    QStringList entries;
    for (QAction* top : window().menuBar()->actions()) {
        for (QAction* entry : top->menu()->actions())
            entries << plainText(top->text()) + QStringLiteral(" ▸ ") + plainText(entry->text());
    }
    static const QRegularExpression named(QStringLiteral("\\*([^*\\n]+ ▸ [^*]+?)\\*"));
    int found = 0;
    for (auto it = named.globalMatch(QString::fromUtf8(readme.readAll())); it.hasNext(); ++found) {
        const QString entry = plainText(it.next().captured(1).simplified());
        EXPECT_TRUE(entries.contains(entry)) << entry.toStdString();
    }
    EXPECT_GE(found, 4);
}

// "in tabs: *Tree*, …", "the tab *Output*", "the *Waits* tab".
TEST_F(WindowKeep, TheReadmeNamesTheTabsAsTheyAreCalled) {
    open(QStringLiteral("first"));
    QFile readme(QStringLiteral(IPCLAB_README));
    ASSERT_TRUE(readme.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(readme.readAll());
    const QTabWidget* tabs = window().tables()->tabs();
    for (int i = 0; i < tabs->count(); ++i) {
        const QString named = QStringLiteral("*%1*").arg(plainText(tabs->tabText(i)));
        EXPECT_TRUE(text.contains(named)) << named.toStdString();
    }
    for (int part = 0; part < DetailsView::kPartCount; ++part) {
        const QString named = QStringLiteral("*%1*").arg(DetailsView::partName(static_cast<DetailsView::Part>(part)));
        EXPECT_TRUE(text.contains(named)) << named.toStdString();
    }
}

}  // namespace
}  // namespace ipclab

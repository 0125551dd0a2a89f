// Recordings compared in their window.
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

#include "compare/recordings_table.h"
#include "plot/chart_page.h"
#include "plot/curve_chart.h"
#include "plot/lane_chart.h"
#include "recording/recording.h"
#include "results/run_warnings.h"
#include "runs/sample_run.h"
#include "runs/temp_dir.h"
#include "window/recordings_dialog.h"
#include "window_fixture.h"

namespace ipclab::test {
namespace {

QString recorded(const TempDir& folder, const char* name) {
    const RunData run = sampleRun();
    RecordingWriter(folder / name, run).finish(run, resultWarnings(run));
    return QString::fromStdString((folder / name).string());
}

TEST(RecordingsCompared, AreAddedAlignedAndTakenOut) {
    const TempDir folder;
    RecordingsDialog dialog;
    dialog.show();
    ASSERT_TRUE(dialog.add(recorded(folder, "a.ipclab"))) << dialog.status()->text().toStdString();
    ASSERT_TRUE(dialog.add(recorded(folder, "b.ipclab")));
    EXPECT_EQ(dialog.list()->count(), 2);
    dialog.tabs()->setCurrentIndex(1);
    EXPECT_GT(dialog.table()->rowCount(), 10);
    dialog.tabs()->setCurrentIndex(0);
    EXPECT_GT(dialog.charts()->charts().size(), 3U);
    EXPECT_TRUE(dialog.differences()->text().contains(QStringLiteral("same machine")));
    EXPECT_EQ(dialog.runs().shiftOf(1), 0);

    dialog.list()->setCurrentRow(1);
    dialog.charts()->axis()->setMarker(Marker::A, kStart + 5000);
    QTest::mouseClick(dialog.zeroButton(), Qt::LeftButton);
    EXPECT_EQ(dialog.runs().shiftOf(1), -5000);
    EXPECT_EQ(dialog.alignedAt()->currentIndex(), dialog.alignedAt()->count() - 1);

    const QString picture = QString::fromStdString((folder / "both.svg").string());
    EXPECT_TRUE(dialog.savePicture(picture, nullptr)) << dialog.status()->text().toStdString();
    EXPECT_GT(std::filesystem::file_size(folder / "both.svg"), 1000U);
    dialog.remove(0);
    EXPECT_EQ(dialog.list()->count(), 1);
    dialog.tabs()->setCurrentIndex(1);
    EXPECT_EQ(dialog.table()->columnCount(), 3);
}

// Forty seconds of the sample run in which much was seen of the first process.
QString recordedLong(const TempDir& folder, const char* name) {
    RunData run = sampleRun();
    run.processes[0].cpuShare = TimeSeries();
    run.processes[0].lane = StateSeries();
    constexpr Nanoseconds kEach = 1'000'000;
    for (Nanoseconds t = kStart; t < kStart + 40 * kNsPerSecond; t += kEach) {
        run.processes[0].cpuShare.append(t, static_cast<double>((t - kStart) / kEach % 1'000) / 1'000);
        run.processes[0].lane.append(t, t + kEach / 4, ProcessState::Running, 0);
        run.processes[0].lane.append(t + kEach / 4, t + kEach, ProcessState::Waiting);
    }
    run.endNs = run.sampledNs = run.processes[0].endedNs = kStart + 40 * kNsPerSecond;
    RecordingWriter(folder / name, run).finish(run, resultWarnings(run));
    return QString::fromStdString((folder / name).string());
}

TEST(RecordingsCompared, LongOnesStayOnDiskAndComeAsTheyAreLookedAt) {
    const TempDir folder;
    RecordingsDialog dialog;
    dialog.show();
    ASSERT_TRUE(dialog.add(recordedLong(folder, "a.ipclab"))) << dialog.status()->text().toStdString();
    ASSERT_TRUE(dialog.add(recordedLong(folder, "b.ipclab")));
    const RunData& run = *dialog.runs().runs[1].data;
    EXPECT_TRUE(run.processes[0].cpuShare.isAway());
    dialog.settle();
    EXPECT_TRUE(run.processes[0].cpuShare.isAway()) << "there are more than are read whole";
    int curves = 0, lanes = 0;
    for (const TimeChart* chart : dialog.charts()->charts()) {
        if (const auto* each = qobject_cast<const CurveChart*>(chart)) {
            for (const Curve& curve : each->curves()) curves += curve.series->isAway() ? 1 : 0;
        }
        if (const auto* each = qobject_cast<const LaneChart*>(chart)) {
            const Nanoseconds from = kStart + 10 * kNsPerSecond, to = from + 8 * kNsPerSecond;
            (void)each->lanes()[0].series->totals(from, to);
            dialog.settle();
            const StateTimes times = each->lanes()[0].series->totals(from, to);
            EXPECT_NEAR(toSeconds(times[static_cast<std::size_t>(ProcessState::Running)]), 2, 0.02);
            ++lanes;
        }
    }
    EXPECT_GE(curves, 2);
    EXPECT_EQ(lanes, 2);
    dialog.tabs()->setCurrentIndex(1);
    dialog.settle();
    bool meanShare = false;
    for (int row = 0; row < dialog.table()->rowCount(); ++row)
        meanShare = meanShare || dialog.table()->index(row, 4).data().toString() == QStringLiteral("0");
    EXPECT_TRUE(meanShare) << "both are the same";
    dialog.remove(0);
    dialog.settle();
    EXPECT_EQ(dialog.list()->count(), 1);
}

TEST(RecordingsCompared, WhatIsNoneIsTold) {
    const TempDir folder;
    write(folder / "none.ipclab", "nothing");
    RecordingsDialog dialog;
    EXPECT_FALSE(dialog.add(QString::fromStdString((folder / "none.ipclab").string())));
    EXPECT_TRUE(dialog.status()->text().contains(QStringLiteral("none.ipclab")))
        << dialog.status()->text().toStdString();
    EXPECT_EQ(dialog.list()->count(), 0);
}

}  // namespace
}  // namespace ipclab::test

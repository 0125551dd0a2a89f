// Recordings compared in their window.
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

#include "compare/recordings_table.h"
#include "plot/chart_page.h"
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
    EXPECT_GT(dialog.table()->rowCount(), 10);
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
    EXPECT_EQ(dialog.table()->columnCount(), 3);
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

// Runs of a step: what is judged is in their recordings, also what was told only while it lasted.
#include "exercises/lab_plan.h"

#include <gtest/gtest.h>

#include <QEventLoop>

#include "exercises/library.h"
#include "labs/measures.h"
#include "recording/recording.h"
#include "runs/temp_dir.h"

namespace ipclab {
namespace {

TEST(LabPlan, ADeadlockOfARunIsInItsRecording) {
    const test::TempDir folder;
    auto experiment = *libraryPresets()("m15-capacity-deadlock");
    experiment.durationNs = 3 * kNsPerSecond;
    LabPlan plan("step", experiment, 1, folder.path(), {.launcherPath = QStringLiteral(IPCLAB_LAUNCHER_PATH)});
    Batch batch(plan);
    QEventLoop loop;
    QObject::connect(&batch, &Batch::finished, &loop, &QEventLoop::quit);
    batch.start();
    loop.exec();
    ASSERT_EQ(plan.runs().size(), 1U);
    ASSERT_EQ(plan.runs()[0].failure, "");
    const auto recording = loadRecording(plan.runs()[0].recording);
    const auto parsed = LabExpression::parse("count(event(\"deadlock\"))");
    const auto told = std::get<LabExpression>(parsed).evaluate(measuresOf(recording.data));
    EXPECT_EQ(told, LabValue(1.0));
}

}  // namespace
}  // namespace ipclab

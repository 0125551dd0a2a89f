#include "plot/lane_chart.h"

#include <gtest/gtest.h>

#include <QTest>

#include "live_page.h"
#include "plot/state_palette.h"

namespace ipclab {
namespace {

using test::kMs;
using test::kOrigin;
using test::LivePage;

TEST_F(LivePage, AClickSelectsAnIntervalAndSaysWhatItIs) {
    press(Qt::Key_Space);
    int selected = -1;
    StateInterval got;
    QObject::connect(lanes, &LaneChart::intervalSelected, lanes, [&](int which, const StateInterval& interval) {
        selected = which;
        got = interval;
    });
    const Nanoseconds t = kOrigin + 15'050 * kMs;
    QTest::mouseClick(lanes, Qt::LeftButton, {}, QPointF(lanes->xOf(t), lanes->laneRect(0).center().y()).toPoint());
    EXPECT_EQ(selected, 0);
    EXPECT_EQ(got.start, kOrigin + 15'000 * kMs);
    const QString text = lanes->describe(0, got);
    for (const char* part : {"producer", "4711", "running", "15.0", "100.0 ms", "CPU 1", "pipe full"}) {
        EXPECT_TRUE(text.contains(part)) << part << " in " << text.toStdString();
    }
}

TEST_F(LivePage, LanesCanBeChosenByKeyboard) {
    lanes->setFocus();
    press(Qt::Key_Space);
    axis().setCrosshair(kOrigin + 15'150 * kMs);
    QTest::keyClick(lanes, Qt::Key_Down);
    QTest::keyClick(lanes, Qt::Key_Return);
    ASSERT_TRUE(lanes->selection());
    EXPECT_EQ(lanes->selection()->interval.state, ProcessState::Waiting);
    EXPECT_TRUE(lanes->accessibleDescription().contains("waiting"));
}

}  // namespace
}  // namespace ipclab

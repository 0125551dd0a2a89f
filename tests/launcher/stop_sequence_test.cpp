#include "launcher/stop_sequence.h"

#include <gtest/gtest.h>

namespace ipclab {
namespace {

TEST(StopSequence, NothingIsDueBeforeItBegins) {
    const StopSequence stop(100, 50);
    EXPECT_FALSE(stop.isStopping());
    EXPECT_FALSE(stop.due(1'000'000));
}

TEST(StopSequence, AsksThenTerminatesThenKills) {
    StopSequence stop(100, 50);
    stop.enter(StopStage::Ask, 1000);
    EXPECT_FALSE(stop.due(1099));
    ASSERT_EQ(stop.due(1100), StopStage::Terminate);
    stop.enter(StopStage::Terminate, 1100);
    EXPECT_FALSE(stop.due(1149));
    ASSERT_EQ(stop.due(1150), StopStage::Kill);
    stop.enter(StopStage::Kill, 1150);
    EXPECT_EQ(stop.due(1200), StopStage::Kill) << "killing is repeated";
}

TEST(StopSequence, NeverGoesBack) {
    StopSequence stop(100, 50);
    stop.enter(StopStage::Kill, 0);
    stop.enter(StopStage::Ask, 10);
    EXPECT_EQ(stop.stage(), StopStage::Kill);
}

}  // namespace
}  // namespace ipclab

#include "results/fullness_watch.h"

#include <gtest/gtest.h>

namespace ipclab {
namespace {

TEST(FullnessWatch, TellsOnceWhenAWaitPrevailsAndOnceWhenItIsOver) {
    FullnessWatch watch;
    int told = 0;
    std::optional<Waiting> last;
    const auto feed = [&](Waiting waiting, int times) {
        for (int i = 0; i < times; ++i) {
            if (const auto now = watch.see(waiting)) {
                ++told;
                last = now;
            }
        }
    };
    feed({WaitReason::Full, 2}, 100);
    EXPECT_EQ(told, 1);
    EXPECT_EQ(last->reason, WaitReason::Full);
    EXPECT_EQ(last->link, 2U);
    feed({}, 100);
    EXPECT_EQ(told, 2);
    EXPECT_EQ(last->reason, WaitReason::None);
}

TEST(FullnessWatch, AWaitOnHalfOfTheSamplesIsNoEvent) {
    FullnessWatch watch;
    for (int i = 0; i < 200; ++i) {
        EXPECT_FALSE(watch.see(i % 2 == 0 ? Waiting{WaitReason::Empty, 0} : Waiting{}));
    }
}

}  // namespace
}  // namespace ipclab

#include "programs/pacer.h"

#include <gtest/gtest.h>

namespace ipclab {
namespace {

TEST(Pacer, MessagesAreDueAtMultiplesOfThePeriodWhateverTheSenderManages) {
    Pacer pacer;
    pacer.setRate(1000);
    EXPECT_EQ(pacer.next(5'000'000), 5'000'000);
    EXPECT_EQ(pacer.next(5'100'000), 6'000'000);
    EXPECT_EQ(pacer.next(90'000'000), 7'000'000) << "what is overdue keeps its time";
}

TEST(Pacer, ANewRateStartsANewSchedule) {
    Pacer pacer;
    pacer.setRate(1000);
    (void)pacer.next(1'000'000);
    pacer.setRate(10);
    EXPECT_EQ(pacer.next(50'000'000), 50'000'000);
    EXPECT_EQ(pacer.next(50'000'001), 150'000'000);
}

TEST(Pacer, TheSameRateAgainDoesNotDisturbTheSchedule) {
    Pacer pacer;
    pacer.setRate(1000);
    (void)pacer.next(1'000'000);
    pacer.setRate(1000);
    EXPECT_EQ(pacer.next(9'000'000), 2'000'000);
}

TEST(Pacer, ZeroMeansNotPaced) {
    Pacer pacer;
    EXPECT_FALSE(pacer.isPaced());
    pacer.setRate(1);
    EXPECT_TRUE(pacer.isPaced());
    pacer.setRate(0);
    EXPECT_FALSE(pacer.isPaced());
}

TEST(Pacer, DoesNotDriftOverALongSchedule) {
    Pacer pacer;
    pacer.setRate(3);
    (void)pacer.next(0 + 1);
    Nanoseconds due = 0;
    for (int i = 0; i < 3'000'000; ++i) due = pacer.next(1);
    EXPECT_EQ(due, 1 + 1'000'000 * kNsPerSecond);
}

}  // namespace
}  // namespace ipclab

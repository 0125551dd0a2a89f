#include "results/drain.h"

#include <gtest/gtest.h>

#include "sample_run.h"

namespace ipclab::test {
namespace {

constexpr Nanoseconds kSecond = kNsPerSecond;

// A producer, a link, a consumer; 2 s.
struct Drain : testing::Test {
    Drain() {
        for (ProcessData& process : run.processes) process.endedNs = 0;
        run.endNs = 0;
        run.sampledNs = kStart + 2 * kSecond;
    }
    void stopAt(Nanoseconds t) { run.events.push_back({t, {}, {}, EventKind::Stopping, {{"stage", "finish"}}}); }

    RunData run = sampleRun();
};

TEST_F(Drain, OfARunThatGoesOnIsNone) { EXPECT_EQ(drainBegin(run), std::nullopt); }

TEST_F(Drain, BeginsWhenItIsToldToStop) {
    stopAt(kStart + kSecond);
    stopAt(kStart + 2 * kSecond);
    EXPECT_EQ(drainBegin(run), kStart + kSecond) << "the first stage";
}

TEST_F(Drain, BeginsWhenTheLastWhoOnlySendsHasEnded) {
    run.processes[1].endedNs = kStart + kSecond;
    EXPECT_EQ(drainBegin(run), std::nullopt) << "the receiver";
    run.processes[0].endedNs = kStart + 3 * kSecond / 2;
    EXPECT_EQ(drainBegin(run), kStart + 3 * kSecond / 2);
    stopAt(kStart + kSecond);
    EXPECT_EQ(drainBegin(run), kStart + kSecond) << "whichever came first";
}

TEST_F(Drain, ThatLastsLongerThanAnybodySentIsTheSubject) {
    run.processes[0].endedNs = kStart + kSecond / 2;
    EXPECT_EQ(drainBegin(run), std::nullopt);
    stopAt(kStart + 3 * kSecond / 2);
    EXPECT_EQ(drainBegin(run), kStart + 3 * kSecond / 2);
}

TEST_F(Drain, BeforeTheRunIsNone) {
    run.startNs = 0;
    stopAt(kStart + kSecond);
    EXPECT_EQ(drainBegin(run), std::nullopt);
}

}  // namespace
}  // namespace ipclab::test

#include "results/state_account.h"

#include <gtest/gtest.h>

namespace ipclab {
namespace {

constexpr Nanoseconds kMs = 1'000'000;

ProcessData lived(Nanoseconds ns) {
    ProcessData process;
    process.bornNs = 5 * kMs;
    process.endedNs = 5 * kMs + ns;
    return process;
}

TEST(StateAccount, RunningAndReadyAreTheKernelsAndWaitingIsTheRest) {
    ProcessData process = lived(1000 * kMs);
    tellStates({.kernel = ProcessAccount{.running = 500 * kMs, .firstDelay = 300 * kMs}}, process);
    EXPECT_EQ(process.stateSource, StateSource::Accounting);
    EXPECT_DOUBLE_EQ(process.runningS, 0.5);
    EXPECT_DOUBLE_EQ(process.readyS, 0.3);
    EXPECT_DOUBLE_EQ(process.waitingS, 0.2);
    EXPECT_DOUBLE_EQ(process.interruptedS, 0);
    ASSERT_TRUE(process.threads);
    EXPECT_TRUE(process.threads->complete);
}

TEST(StateAccount, WhileItLivesWhatItIsReadyNowCountsAtOnce) {
    ProcessData process;
    process.bornNs = 5 * kMs;
    tellStates({.atNs = 1005 * kMs,
                .kernel = ProcessAccount{.running = 500 * kMs, .firstDelay = 100 * kMs},
                .openReadyNs = 300 * kMs},
               process);
    EXPECT_DOUBLE_EQ(process.readyS, 0.4);
    EXPECT_DOUBLE_EQ(process.waitingS, 0.1);
}

// A process that never waited does not wait because the hypervisor took its core.
TEST(StateAccount, WhatInterruptsAndTheHypervisorTookIsNoWait) {
    ProcessData process = lived(1000 * kMs);
    tellStates({.kernel = ProcessAccount{.running = 600 * kMs, .firstDelay = 300 * kMs},
                .records = StateSums{.runningNs = 690 * kMs, .readyNs = 290 * kMs, .waitingNs = 20 * kMs}},
               process);
    EXPECT_DOUBLE_EQ(process.waitingS, 0.01) << "10 of the 20 ms it was ready, woken and not yet on a core";
    EXPECT_DOUBLE_EQ(process.interruptedS, 0.09);
}

TEST(StateAccount, WhatTheKernelOvercountedIsNotReady) {
    ProcessData process = lived(1000 * kMs);
    tellStates(
        {.kernel = ProcessAccount{.running = 100 * kMs, .firstDelay = 700 * kMs, .overcounted = 300 * kMs},
         .records =
             StateSums{
                 .runningNs = 100 * kMs, .readyNs = 100 * kMs, .waitingNs = 800 * kMs, .overcountedNs = 500 * kMs}},
        process);
    EXPECT_DOUBLE_EQ(process.readyS, 0.2) << "by those who looked more closely";
    EXPECT_DOUBLE_EQ(process.waitingS, 0.7);
}

// It gives its memory back after its exit record.
TEST(StateAccount, WhatDoesNotFitBeforeItsExitRecordCameBeforeItWasReaped) {
    const auto endOf = [](Nanoseconds runningNs, Nanoseconds delayNs, Nanoseconds reapedMs) {
        ProcessData process = lived(1000 * kMs);
        tellStates(
            {.kernel = ProcessAccount{.running = runningNs, .firstDelay = delayNs},
             .records =
                 StateSums{
                     .runningNs = 500 * kMs, .readyNs = 300 * kMs, .waitingNs = 200 * kMs, .estimatedNs = 50 * kMs},
             .reapedNs = reapedMs * kMs},
            process);
        EXPECT_NEAR(process.runningS + process.readyS + process.waitingS + process.interruptedS,
                    toSeconds(process.endedNs - process.bornNs), 1e-9);
        return process.endedNs / kMs;
    };
    EXPECT_EQ(endOf(500 * kMs, 300 * kMs, 1045), 1005) << "all of it fits: it was a zombie until it was reaped";
    EXPECT_EQ(endOf(511 * kMs, 300 * kMs, 1045), 1045) << "it ran longer than its records have";
    EXPECT_EQ(endOf(500 * kMs, 530 * kMs, 1045), 1045) << "it was ready for longer than it lived";
    EXPECT_EQ(endOf(500 * kMs, 340 * kMs, 1045), 1005) << "it may have been ready while it seemed to wait";
    EXPECT_EQ(endOf(500 * kMs, 360 * kMs, 1045), 1045) << "it was ready for longer than that";
    EXPECT_EQ(endOf(511 * kMs, 300 * kMs, 1005), 1005);
}

TEST(StateAccount, RecordsOfAPartOfItsLifeDoNotTellHowLongItWaited) {
    ProcessData process = lived(1000 * kMs);
    tellStates({.kernel = ProcessAccount{.running = 10 * kMs, .firstDelay = 10 * kMs},
                .records = StateSums{.runningNs = 1 * kMs, .waitingNs = 1 * kMs}},
               process);
    EXPECT_DOUBLE_EQ(process.waitingS, 0.98);
    EXPECT_DOUBLE_EQ(process.interruptedS, 0);
}

TEST(StateAccount, OfSeveralThreadsTheProcessAsAWholeIsInTheRecords) {
    ProcessData process = lived(1000 * kMs);
    const ProcessAccount both{.running = 1500 * kMs, .firstDelay = 10 * kMs, .othersDelay = 5 * kMs, .several = true};
    tellStates(
        {.kernel = both, .records = StateSums{.runningNs = 900 * kMs, .readyNs = 10 * kMs, .waitingNs = 90 * kMs}},
        process);
    EXPECT_EQ(process.stateSource, StateSource::SwitchRecords);
    EXPECT_DOUBLE_EQ(process.runningS, 0.9);
    ASSERT_TRUE(process.threads);
    EXPECT_DOUBLE_EQ(process.threads->runningS, 1.5);
    EXPECT_DOUBLE_EQ(process.threads->readyS, 0.015);
    EXPECT_FALSE(process.threads->complete);

    tellStates({.kernel = both}, process);
    EXPECT_EQ(process.stateSource, StateSource::Accounting);
    EXPECT_DOUBLE_EQ(process.runningS, 1) << "never above its lifetime";
    EXPECT_DOUBLE_EQ(process.readyS + process.waitingS, 0);
}

TEST(StateAccount, WhereTheKernelKeepsNoneTheRecordsTell) {
    ProcessData process = lived(1000 * kMs);
    tellStates({.records = StateSums{.runningNs = 600 * kMs, .readyNs = 300 * kMs, .waitingNs = 100 * kMs}}, process);
    EXPECT_EQ(process.stateSource, StateSource::SwitchRecords);
    EXPECT_DOUBLE_EQ(process.waitingS, 0.1);
    ProcessData unknown = lived(1000 * kMs);
    tellStates({}, unknown);
    EXPECT_EQ(unknown.stateSource, StateSource::None);
}

}  // namespace
}  // namespace ipclab

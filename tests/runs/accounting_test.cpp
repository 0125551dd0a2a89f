// State totals of real runs beside the kernel's own accounting, read by the test itself while the processes live.
#include <algorithm>
#include <cmath>
#include <map>

#include "core/sentences.h"
#include "observe/process_account.h"
#include "observe/state_tracker.h"
#include "observe/switch_events.h"
#include "runs/run_fixture.h"

namespace ipclab::test {
namespace {

struct Kernel {
    double runningS = 0, readyS = 0;
    Nanoseconds readNs = 0;
};

class Accounting : public RunTest {
protected:
    // The newest sums of each process before it ended.
    std::map<std::int32_t, Kernel> watchToTheEnd() {
        std::map<std::int32_t, Kernel> seen;
        EXPECT_TRUE(until([&] {
            for (const ProcessData& process : m_run->data().processes) {
                if (process.pid == 0 || process.endedNs != 0) continue;
                const auto running = processCpuTime(process.pid);
                const auto schedule = ProcessReader(process.pid).schedStat();
                if (!running || !schedule) continue;
                const Kernel now{toSeconds(*running), toSeconds(schedule->runDelay), monotonicNow()};
                Kernel& newest = seen[process.pid];
                // A wait for a processor is counted when it is over: what goes on since the last change is not in it.
                if (now.runningS != newest.runningS || now.readyS != newest.readyS) newest = now;
            }
            return m_run->state() == ipclab::Run::State::Finished || m_run->state() == ipclab::Run::State::Failed;
        })) << "the run hangs";
        return seen;
    }

    // Of what was read before the end the result has at least as much, and of the same kind: within 2 % of its lifetime
    // and what came after this test's last look, on a busy machine a while before the end.
    void expectAgreement(const std::map<std::int32_t, Kernel>& seen) {
        const double tickS = 1.0 / static_cast<double>(::sysconf(_SC_CLK_TCK));
        for (const ProcessData& process : m_run->data().processes) {
            SCOPED_TRACE(process.name);
            const auto kernel = seen.find(process.pid);
            if (kernel == seen.end()) GTEST_SKIP() << "this kernel has no /proc/PID/schedstat";
            const double livedS = toSeconds(process.endedNs - process.bornNs);
            const double slackS = livedS * 0.02 + tickS + toSeconds(process.endedNs - kernel->second.readNs);
            EXPECT_EQ(process.stateSource, StateSource::Accounting);
            EXPECT_GE(process.runningS, kernel->second.runningS);
            EXPECT_LE(process.runningS, kernel->second.runningS + slackS);
            // But for what the kernel has counted though the process was asleep (observe/process_account.h), which is
            // told.
            const bool overcounted = std::ranges::any_of(m_run->data().warnings, [&](const std::string& warning) {
                const auto said = findSentence(warning);
                return said && said->sentence == Sentence::DelayOvercounted && said->values[0].second == process.name;
            });
            if (!overcounted) {
                EXPECT_GE(process.readyS, kernel->second.readyS - 0.001 - livedS * 0.01);
            }
            EXPECT_LE(process.readyS, kernel->second.readyS + slackS);
            EXPECT_GE(process.runningS, process.userS + process.systemS - tickS);
            const double statesS = process.runningS + process.readyS + process.waitingS + process.interruptedS;
            EXPECT_NEAR(statesS, livedS, livedS * 0.01 + 0.002);
        }
    }
};

TEST_F(Accounting, TotalsAgreeAtAHighRateOfSwitches) {
    start(preset("p10-same-core", {"duration_s=1.5"}));
    expectAgreement(watchToTheEnd());
    const RunData& data = m_run->data();
    if (data.observer.level != ObserveLevel::Exact) GTEST_SKIP() << data.observer.reason;
    const SwitchingTotals all = data.switching();
    EXPECT_GT(all.switches, 1000U);
    EXPECT_GT(all.meanNs(), 0);
    EXPECT_LE(all.meanNs(), static_cast<double>(StateTracker::kLongestSwitch));
    double ofProcesses = 0;
    for (const ProcessData& process : data.processes) ofProcesses += process.switchingS;
    EXPECT_LE(ofProcesses, all.seconds + 1e-9) << "the launcher is switched to as well";
    EXPECT_GT(ofProcesses, 0.9 * all.seconds);
}

double runningIn(const StateSeries& lane) {
    return toSeconds(lane.totals(lane.firstTime(), lane.lastTime())[static_cast<std::size_t>(ProcessState::Running)]);
}

// What a hypervisor took, and what was lost on a busy machine, is in one of the two and not in the other: a run that
// agrees proves them right. Neither sleeps: whom a timer wakes is charged with more (state_tracker.h).
TEST_F(Accounting, TheLanesTellTheSameAsTheTotals) {
    constexpr int kTries = 8;
    double best = 1;
    for (int tried = 0; tried < kTries && best > 0.02; ++tried) {
        const RunData& data = finish(preset("p10-same-core", {"duration_s=20", "ping.count=20000"}));
        if (data.observer.level != ObserveLevel::Exact) GTEST_SKIP() << data.observer.reason;
        double worst = 0;
        for (const ProcessData& process : data.processes)
            worst = std::max(worst, std::abs(runningIn(process.lane) / process.runningS - 1));
        best = std::min(best, worst);
    }
    EXPECT_LE(best, 0.02);
}

TEST_F(Accounting, ReadyIsTheSameFigureAtEveryMoment) {
    ipclab::Run& run = start(preset("p9-nice", {"duration_s=20"}));
    ASSERT_TRUE(untilRunningFor(1));
    const ProcessData& process = run.data().processes[0];
    EXPECT_EQ(process.stateSource, StateSource::Accounting);
    const double readyS = process.readyS;
    EXPECT_GT(readyS, 0) << "two compute on one core";
    run.stop();
    ASSERT_TRUE(untilEnded());
    EXPECT_GE(process.readyS, readyS - 0.001);
    EXPECT_LE(process.readyS, toSeconds(process.endedNs - process.bornNs));
}

class AccountingWithoutPerf : public Accounting, public ::testing::WithParamInterface<const char*> {
protected:
    AccountingWithoutPerf() { ::setenv(kForbidVariable, "1", 1); }
    ~AccountingWithoutPerf() override { ::unsetenv(kForbidVariable); }
};

TEST_P(AccountingWithoutPerf, TotalsAreThereAndAgree) {
    start(preset(GetParam(), {"duration_s=1.2"}));
    expectAgreement(watchToTheEnd());
}

INSTANTIATE_TEST_SUITE_P(Presets, AccountingWithoutPerf, ::testing::Values("first", "p10-same-core", "slow-consumer"),
                         [](const auto& param) {
                             std::string name = param.param;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace ipclab::test

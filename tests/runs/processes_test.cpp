// What the rows P1, P9, P11 … P18 of the curriculum promise, asserted on real processes.
#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include "processes_fixture.h"

namespace ipclab::test {
namespace {

// What a program does alone, without links and shared objects.
bool standsAlone(const ProgramInfo& info) {
    return !info.foreign && !info.shares && info.sends.atLeast == 0 && info.sends.atMost == 0 &&
           info.receives.atLeast == 0 && info.receives.atMost == 0;
}

TEST_F(ProcessesTest, EveryProgramEndsWhenTheRunIsStoppedAndLeavesNothing) {
    std::string processes;
    std::size_t count = 0;
    for (const Program* program : allPrograms()) {
        const ProgramInfo& info = program->info();
        if (!standsAlone(info)) continue;
        const bool holds = std::ranges::find(info.parameters, "hold_s") != info.parameters.end();
        for (const char* launch : {"fork", "exec"}) {
            if (info.needsStacks && launch == std::string_view("fork")) continue;
            processes += (processes.empty() ? "" : ",") + (R"({"name":"p)" + std::to_string(count++)) +
                         R"(","program":")" + std::string(info.id) + R"(","launch":")" + launch + '"' +
                         (holds ? R"(,"hold_s":600})" : "}");
        }
    }
    ASSERT_GT(count, 20U);
    ipclab::Run& run = start(experiment(document(processes, R"("duration_s":600,)")));
    ASSERT_TRUE(untilRunningFor(0.5));
    run.stop();
    ASSERT_TRUE(untilEnded());
    for (const ProcessData& each : run.data().processes) {
        ASSERT_TRUE(each.exit) << each.program;
        EXPECT_EQ(each.exit->code, 0) << each.program << " was ended by signal " << each.exit->signal.value_or(0);
    }
}

// --- scheduling -------------------------------------------------------------------------------------------------

TEST_F(ProcessesTest, NiceTenRunsAFifthOfNiceZeroAtMostWhileProcCallsBothRunnable) {
    ipclab::Run& run = start(experiment(document(
        R"({"name":"a","program":"cpu-bound","cpus":[0]},{"name":"b","program":"cpu-bound","cpus":[0],"nice":10})",
        R"("duration_s":3,)")));
    ASSERT_TRUE(untilRunningFor(0.3));
    int samples = 0, runnable = 0;
    until([&] {
        for (const ProcessData& each : run.data().processes) {
            ++samples;
            runnable += stateOf(each.pid) == 'R' ? 1 : 0;
        }
        return run.data().durationS() > 2.5;
    });
    ASSERT_TRUE(untilEnded());
    EXPECT_GT(samples, 20);
    EXPECT_GE(50 * runnable, 49 * samples) << "a process that never waits is R, whether it runs or not";
    const double a = process(run.data(), "a").runningS, b = process(run.data(), "b").runningS;
    if (run.data().observer.level != ObserveLevel::Exact) GTEST_SKIP() << run.data().observer.reason;
    EXPECT_GT(a, 5 * b) << a << " s and " << b << " s";
    EXPECT_GT(b, 0);
}

TEST_F(ProcessesTest, EachHasThePolicyItWasGiven) {
    const Experiment wanted =
        experiment(document(R"({"name":"o","program":"cpu-bound","rate_per_s":50},)"
                            R"({"name":"b","program":"cpu-bound","rate_per_s":50,"policy":"batch"},)"
                            R"({"name":"i","program":"cpu-bound","rate_per_s":50,"policy":"idle","launch":"exec"},)"
                            R"({"name":"c","program":"command","command":["sleep","5"],"policy":"batch"})",
                            R"("duration_s":1,)"));
    ipclab::Run& run = start(wanted);
    ASSERT_TRUE(untilRunningFor(0.2));
    const std::pair<const char*, int> expected[] = {
        {"o", SCHED_OTHER}, {"b", SCHED_BATCH}, {"i", SCHED_IDLE}, {"c", SCHED_BATCH}};
    for (const auto& [name, policy] : expected) {
        EXPECT_EQ(::sched_getscheduler(process(run.data(), name).pid), policy) << name;
    }
    ASSERT_TRUE(untilEnded());
}

TEST_F(ProcessesTest, RealTimePrioritiesAreSetWhereTheyArePermitted) {
    const std::string text =
        document(R"({"name":"rr","program":"cpu-bound","rate_per_s":20,"policy":"rr","rt_priority":7},)"
                 R"({"name":"fifo","program":"cpu-bound","rate_per_s":20,"policy":"fifo"})",
                 R"("duration_s":1,)");
    const ReadResult read = readExperiment(text, "rt");
    if (!read.problems.empty()) GTEST_SKIP() << read.problems.front().message;
    ipclab::Run& run = start(*read.experiment);
    ASSERT_TRUE(untilRunningFor(0.2));
    sched_param parameter{};
    EXPECT_EQ(::sched_getscheduler(process(run.data(), "rr").pid), SCHED_RR);
    EXPECT_EQ(::sched_getparam(process(run.data(), "rr").pid, &parameter), 0);
    EXPECT_EQ(parameter.sched_priority, 7);
    EXPECT_EQ(::sched_getscheduler(process(run.data(), "fifo").pid), SCHED_FIFO);
    ASSERT_TRUE(untilEnded());
}

TEST_F(ProcessesTest, WhatTheyDoShowsInWhatTheyWaitFor) {
    const RunData& data = finish(preset("p7-cpu-and-io", {"duration_s=2"}));
    const ProcessData &computes = process(data, "computes"), &writes = process(data, "writes");
    if (data.observer.level == ObserveLevel::Exact) {
        EXPECT_GT(computes.runningS + computes.readyS, 9 * computes.waitingS);
    }
    EXPECT_GT(writes.iterations, 0U);
    if (facts(data, "disk-file").empty()) GTEST_SKIP() << "there is no disk here, only memory";
    EXPECT_GT(writes.voluntarySwitches, writes.iterations / 2) << "each write waits for the disk";
}

// --- memory -----------------------------------------------------------------------------------------------------

TEST_F(ProcessesTest, OnlyTheSectionThatWasGrownGrows) {
    if (kSanitized) GTEST_SKIP() << "the sanitizer's malloc does not use the heap";
    const RunData& data =
        finish(preset("p1-memory-layout", {"heap.rate_per_s=0", "stack.rate_per_s=0", "mappings.rate_per_s=0"}));
    const std::pair<const char*, const char*> grown[] = {
        {"heap", "heap_bytes"}, {"stack", "stack_bytes"}, {"mappings", "mapped_bytes"}};
    for (const auto& [name, section] : grown) {
        const auto told = facts(data, "sections", name);
        ASSERT_EQ(told.size(), 2U) << name;
        for (const char* each : {"text_bytes", "data_bytes", "heap_bytes", "stack_bytes", "mapped_bytes"}) {
            const long growth = number(*told[1], each) - number(*told[0], each);
            if (each == std::string_view(section)) {
                EXPECT_GE(growth, 31L << 20) << name;  // a stack begins with room for the first steps
            } else {
                EXPECT_LE(std::abs(growth), 1L << 20) << name << ' ' << each;
            }
        }
        EXPECT_EQ(number(*told[1], "text_bytes"), number(*told[0], "text_bytes"));
        EXPECT_GE(number(*told[1], "resident_bytes") - number(*told[0], "resident_bytes"), 31L << 20) << name;
    }
}

TEST_F(ProcessesTest, AStackOverflowIsNamedAndStaysASegmentationFault) {
    const RunData& data = finish(preset("p1-stack-overflow", {"overflows.rate_per_s=0", "fits.rate_per_s=0"}));
    const ProcessData &overflows = process(data, "overflows"), &fits = process(data, "fits");
    ASSERT_TRUE(overflows.exit && overflows.exit->signal);
    EXPECT_EQ(overflows.exit->signal, SIGSEGV);
    EXPECT_EQ(overflows.exit->cause, "stack-overflow");
    EXPECT_EQ(overflows.exit->limit, 4U << 20);
    EXPECT_EQ(facts(data, "stack-overflow").size(), 1U);
    EXPECT_EQ(fits.exit->code, 0);
    EXPECT_NE(jsonText(resultJson(data)).find("\"cause\": \"stack-overflow\""), std::string::npos);
}

TEST_F(ProcessesTest, AnotherFaultIsNotCalledAStackOverflow) {
    const RunData& data = finish(experiment(document(R"({"name":"f","program":"ending","way":"fault","hold_s":0.1})")));
    EXPECT_EQ(process(data, "f").exit->signal, SIGSEGV);
    EXPECT_EQ(process(data, "f").exit->cause, "");
}

TEST_F(ProcessesTest, PagesPushedOutComeBackByMajorFaults) {
    const RunData& data = finish(preset("p11-page-out", {"paged.hold_s=0.2"}));
    const auto out = facts(data, "paged-out"), in = facts(data, "paged-in"), filled = facts(data, "memory-filled");
    if (out.empty()) {
        ASSERT_TRUE(!facts(data, "nothing-went-out").empty() || !facts(data, "page-out-refused").empty());
        GTEST_SKIP() << "this machine pages nothing out, and the run says so";
    }
    ASSERT_EQ(in.size(), 1U);
    const RunEvent& before = *filled.back();
    EXPECT_LT(number(*out[0], "resident_bytes"), number(before, "resident_bytes") / 2);
    EXPECT_GE(number(*in[0], "resident_bytes"), number(before, "resident_bytes") / 2);
    EXPECT_GT(number(*in[0], "major_faults"), number(before, "major_faults"));
}

// --- creation ---------------------------------------------------------------------------------------------------

TEST_F(ProcessesTest, ForksInARowDoubleTheProcesses) {
    for (const int forks : {1, 4}) {
        const RunData& data =
            finish(preset("p12-fork-tree", {"root.forks=" + std::to_string(forks), "root.hold_s=0.2"}));
        const auto made = facts(data, "tree-made");
        ASSERT_EQ(made.size(), 1U);
        EXPECT_EQ(number(*made[0], "processes"), 1L << forks);
        EXPECT_TRUE(data.warnings.empty()) << data.warnings.front();
    }
}

TEST_F(ProcessesTest, AStoppedRunLeavesNoProcessOfATree) {
    ipclab::Run& run = start(preset("p12-fork-tree", {"root.forks=6", "root.hold_s=600"}));
    ASSERT_TRUE(untilRunningFor(0.3));
    run.stop();
    ASSERT_TRUE(untilEnded());
    EXPECT_EQ(process(run.data(), "root").exit->code, 0);
}

TEST_F(ProcessesTest, AKilledRootTakesItsTreeWithIt) {
    const RunData& data = finish(experiment(document(R"({"name":"root","program":"fork-tree","forks":5,"hold_s":600})",
                                                     R"("steps":[{"at_s":0.3,"process":"root","do":"kill"}],)")));
    EXPECT_EQ(process(data, "root").exit->signal, SIGKILL);
}

TEST_F(ProcessesTest, AParentThatWaitsComputesNothingMeanwhile) {
    const RunData& data = finish(preset("p13-wait-or-not", {"waits.hold_s=1", "runs-on.hold_s=1"}));
    const auto waits = facts(data, "child-reaped", "waits"), runs = facts(data, "child-reaped", "runs-on");
    ASSERT_EQ(waits.size(), 1U);
    ASSERT_EQ(runs.size(), 1U);
    EXPECT_LT(number(*waits[0], "parent_cpu_us"), 20'000);
    EXPECT_GT(number(*waits[0], "waited_us"), 300'000);
    EXPECT_GT(number(*runs[0], "parent_cpu_us"), number(*waits[0], "parent_cpu_us") + 10'000);
}

TEST_F(ProcessesTest, ACopyIsMadeOfWhatIsWrittenAndOfNothingElse) {
    const RunData& data = finish(preset("p14-copy-on-write", {"parent.hold_s=0.2"}));
    const auto pages = facts(data, "pages"), values = facts(data, "value");
    ASSERT_EQ(values.size(), 3U);
    const RunEvent& parents = *values.back();
    const RunEvent& writers = *only(values, "who", "writer");
    EXPECT_EQ(text(parents, "address"), text(writers, "address"));
    EXPECT_EQ(number(parents, "value"), 100);
    EXPECT_EQ(number(writers, "value"), 200);
    EXPECT_NE(text(writers, "pid"), text(parents, "pid"));

    const auto of = [&](const char* who, const char* when) -> const RunEvent& {
        for (const RunEvent* fact : pages) {
            if (text(*fact, "who") == who && text(*fact, "when") == when) return *fact;
        }
        ADD_FAILURE() << who << ' ' << when;
        return *pages.front();
    };
    const long page = number(*pages.front(), "page_bytes"), all = (16L << 20) / page, written = (4L << 20) / page;
    EXPECT_EQ(number(of("parent", "before the fork"), "private_pages"), all);
    EXPECT_EQ(number(of("writer", "after the fork"), "private_pages"), 0);
    EXPECT_EQ(number(of("writer", "after its write"), "private_pages"), written);
    EXPECT_EQ(number(of("writer", "after its write"), "shared_pages"), all - written);
    EXPECT_EQ(number(of("parent", "after the child's write"), "private_pages"), 0) << "the parent's stay";
    EXPECT_EQ(number(of("parent", "after the child's write"), "shared_pages"), all);
    EXPECT_EQ(number(of("reader", "after the other child's write"), "shared_pages"), all);
    const long faults = number(*facts(data, "written").at(0), "page_faults");
    EXPECT_GE(faults, written);
    if (!kSanitized) {
        EXPECT_EQ(faults, written);  // shadow memory has faults of its own
    }
}

TEST_F(ProcessesTest, ExecKeepsThePidAndReplacesTheRest) {
    const RunData& data = finish(preset("p14-exec", {"process.hold_s=0.2"}));
    const auto before = facts(data, "exec-before"), after = facts(data, "exec-after");
    ASSERT_EQ(before.size(), 1U);
    ASSERT_EQ(after.size(), 1U);
    EXPECT_EQ(text(*before[0], "pid"), text(*after[0], "pid"));
    EXPECT_EQ(number(*before[0], "pid"), process(data, "process").pid);
    EXPECT_EQ(text(*before[0], "executable"), "ipclab-launcher");
    EXPECT_EQ(text(*after[0], "executable"), "ipclab-worker");
    EXPECT_EQ(text(*before[0], "ppid"), text(*after[0], "ppid"));
    EXPECT_EQ(process(data, "process").exit->code, 0);
}

TEST_F(ProcessesTest, EveryMethodOfMakingAChildIsMeasured) {
    const RunData& data = finish(preset("p15-creation-cost", {"small.count=5", "large.count=5"}));
    for (const char* name : {"small", "large"}) {
        const auto made = facts(data, "created", name);
        ASSERT_EQ(made.size(), 5U) << name;
        for (const char* method : {"fork", "vfork", "thread", "fork-exec", "spawn"}) {
            const RunEvent* fact = only(made, "method", method);
            ASSERT_NE(fact, nullptr);
            EXPECT_GT(number(*fact, "median_ns"), 0);
            EXPECT_GE(number(*fact, "reaped_ns"), number(*fact, "median_ns"));
            EXPECT_EQ(number(*fact, "count"), 5);
        }
    }
    EXPECT_GE(number(*facts(data, "created", "large").at(0), "resident_bytes"), 128L << 20);
}

// --- endings ----------------------------------------------------------------------------------------------------

}  // namespace
}  // namespace ipclab::test

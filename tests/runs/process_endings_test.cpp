// What the rows P14 … P18 of the curriculum promise of ends, limits and importance, asserted on real processes.
#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "processes_fixture.h"

namespace ipclab::test {
namespace {

TEST_F(ProcessesTest, EveryWayOfEndingIsDecoded) {
    const std::pair<const char*, int> ways[] = {
        {"signal", SIGTERM}, {"abort", SIGABRT}, {"fault", SIGSEGV}, {"killed", SIGKILL}, {"parent-death", SIGTERM}};
    const auto endings = [&](const char* hold) -> const RunData& { return finish(preset("p16-endings", {hold})); };
    const RunData* run = &endings("waits.hold_s=0.6");
    if (facts(*run, "child-signalled").size() < std::size(ways)) run = &endings("waits.hold_s=6");  // a busy machine
    const RunData& data = *run;
    const auto signalled = facts(data, "child-signalled");
    ASSERT_EQ(signalled.size(), std::size(ways));
    for (const auto& [way, signal] : ways) EXPECT_EQ(number(*only(signalled, "how", way), "signal"), signal) << way;
    EXPECT_EQ(number(*facts(data, "child-exited").at(0), "code"), 3);
    EXPECT_EQ(process(data, "exits").exit->code, 3);
    EXPECT_EQ(process(data, "signalled").exit->signal, SIGTERM);
    EXPECT_EQ(process(data, "aborts").exit->signal, SIGABRT);
    EXPECT_EQ(process(data, "faults").exit->signal, SIGSEGV);
    EXPECT_EQ(process(data, "killed").exit->signal, SIGKILL);
}

TEST_F(ProcessesTest, EveryLimitThatIsMetIsNamed) {
    if (kSanitized) GTEST_SKIP() << "a sanitized program needs more address space than any limit leaves it";
    const RunData& data = finish(preset("p16-limits"));
    const auto refused = facts(data, "limit-met", "open-files");
    ASSERT_EQ(refused.size(), 1U);
    EXPECT_EQ(text(*refused[0], "errno"), "EMFILE");
    EXPECT_EQ(number(*refused[0], "limit"), 32);
    const auto memory = facts(data, "memory-limit-met", "address-space");
    ASSERT_EQ(memory.size(), 1U);
    EXPECT_EQ(text(*memory[0], "errno"), "ENOMEM");
    EXPECT_EQ(process(data, "open-files").exit->code, 0);
    EXPECT_EQ(process(data, "address-space").exit->code, 0);
    struct Ending {
        const char* process;
        int signal;
        const char* cause;
        std::uint64_t limit;
    };
    for (const Ending& ending :
         {Ending{"file-size", SIGXFSZ, "file-limit", 1U << 20}, Ending{"stack", SIGSEGV, "stack-overflow", 1U << 20},
          Ending{"cpu-time", SIGXCPU, "cpu-limit", 1}}) {
        const auto& exit = process(data, ending.process).exit;
        ASSERT_TRUE(exit) << ending.process;
        EXPECT_EQ(exit->signal, ending.signal) << ending.process;
        EXPECT_EQ(exit->cause, ending.cause) << ending.process;
        EXPECT_EQ(exit->limit, ending.limit) << ending.process;
    }
}

TEST_F(ProcessesTest, TheNumberOfProcessesIsRefusedToAllButRoot) {
    const RunData& data =
        finish(experiment(document(R"({"name":"p","program":"limit-breaker","limits":{"processes":2}})")));
    EXPECT_EQ(process(data, "p").exit->code, 0);
    if (::geteuid() == 0) {
        EXPECT_EQ(facts(data, "limit-not-met").size(), 1U);
    } else {
        ASSERT_EQ(facts(data, "limit-met").size(), 1U);
        EXPECT_EQ(text(*facts(data, "limit-met")[0], "errno"), "EAGAIN");
    }
}

TEST_F(ProcessesTest, ALimitHoldsForACommandToo) {
    const RunData& data = finish(experiment(document(
        R"({"name":"c","program":"command","command":["sh","-c","while :; do :; done"],"limits":{"cpu_s":1}})")));
    EXPECT_EQ(process(data, "c").exit->signal, SIGXCPU);
    EXPECT_EQ(process(data, "c").exit->cause, "cpu-limit");
}

TEST_F(ProcessesTest, AZombieIsAZombieUntilItIsWaitedFor) {
    ipclab::Run& run = start(preset("p17-zombie", {"parent.hold_s=1"}));
    ASSERT_TRUE(untilFact("child-state"));
    const RunEvent first = *facts(run.data(), "child-state").at(0);
    const auto child = static_cast<pid_t>(number(first, "child_pid"));
    EXPECT_EQ(text(first, "state"), "Z");
    EXPECT_EQ(number(first, "ppid"), process(run.data(), "parent").pid);
    EXPECT_EQ(stateOf(child), 'Z') << "seen from here as well";
    ASSERT_TRUE(untilEnded());
    const auto states = facts(run.data(), "child-state");
    ASSERT_EQ(states.size(), 2U);
    EXPECT_EQ(text(*states[1], "state"), "Z");
    const auto gone = facts(run.data(), "child-gone");
    ASSERT_EQ(gone.size(), 1U);
    EXPECT_EQ(number(*gone[0], "code"), 7);
}

TEST_F(ProcessesTest, AnOrphanGoesToTheNearestSubreaper) {
    const RunData& data = finish(preset("p17-orphan", {"leaves.hold_s=0.6", "adopts.hold_s=0.6"}));
    for (const char* name : {"leaves", "adopts"}) {
        const ProcessData& grandparent = process(data, name);
        const auto parents = facts(data, "parent", name);
        ASSERT_EQ(parents.size(), 2U) << name;
        EXPECT_EQ(text(*parents[0], "pid"), text(*parents[1], "pid"));
        EXPECT_NE(text(*parents[0], "ppid"), text(*parents[1], "ppid"));
        const bool adopts = name == std::string_view("adopts");
        EXPECT_EQ(number(*parents[1], "ppid"), adopts ? grandparent.pid : grandparent.ppid) << name;
        EXPECT_EQ(stateOf(static_cast<pid_t>(number(*parents[1], "pid"))), '-') << name << ": reaped with the run";
    }
    EXPECT_TRUE(data.warnings.empty()) << data.warnings.front();
}

TEST_F(ProcessesTest, TheLeastImportantGoesFirst) {
    const RunData& data = finish(preset("p18-importance"));
    std::vector<std::string> killed;
    for (const RunEvent* kill : facts(data, "budget-kill")) killed.push_back(text(*kill, "importance"));
    ASSERT_GE(killed.size(), 2U);
    const std::vector<std::string> order{"empty", "background", "service", "visible", "foreground"};
    ASSERT_LE(killed.size(), order.size());
    EXPECT_TRUE(std::equal(killed.begin(), killed.end(), order.begin()));
    EXPECT_EQ(process(data, "empty").exit->signal, SIGKILL);
    EXPECT_EQ(process(data, "empty").exit->cause, "memory-budget");
    // A sanitized process alone may be above the budget.
    if (!kSanitized) {
        EXPECT_EQ(process(data, "foreground").exit->code, 0);
    }
}

TEST_F(ProcessesTest, ThreadsShareAVariableAndHaveStacksOfTheirOwn) {
    const RunData& data = finish(preset("p6-threads", {"threads.hold_s=0.3", "parent.hold_s=0.1"}));
    const auto threads = facts(data, "thread-made");
    ASSERT_EQ(threads.size(), 4U);
    std::set<std::string> stacks, variables, ids;
    for (const RunEvent* thread : threads) {
        stacks.insert(text(*thread, "stack_address"));
        variables.insert(text(*thread, "shared_address"));
        ids.insert(text(*thread, "tid"));
    }
    EXPECT_EQ(stacks.size(), 4U);
    EXPECT_EQ(ids.size(), 4U);
    EXPECT_EQ(variables.size(), 1U);
    EXPECT_GT(number(*facts(data, "threads-ended").at(0), "shared_value"), 4);
}

}  // namespace
}  // namespace ipclab::test

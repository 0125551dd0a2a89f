#include "observe/sampled_states.h"

#include <gtest/gtest.h>

#include <thread>

#include "child.h"

namespace ipclab {
namespace {

bool becomes(SampledStates& states, pid_t pid, ProcessState state) {
    return eventually([&] {
        states.sample();
        return states.find(pid)->state == state;
    });
}

TEST(SampledStates, FollowsAChildThroughEveryLetter) {
    int go[2];
    check(::pipe2(go, O_CLOEXEC), "pipe2");
    UniqueFd from(go[0]);
    UniqueFd to(go[1]);
    const Nanoseconds before = monotonicNow();
    Child child([&] {
        char byte;
        check(::read(from.get(), &byte, 1), "read");
        for (;;) compute(1'000'000);
        return 0;
    });
    const pid_t pid = child.pid();
    SampledStates states;
    states.watch(pid, before);
    EXPECT_TRUE(becomes(states, pid, ProcessState::Waiting));
    check(::write(to.get(), "g", 1), "write");
    EXPECT_TRUE(becomes(states, pid, ProcessState::Runnable));
    EXPECT_TRUE(eventually([&] {
        states.sample();
        return states.find(pid)->running() > 20'000'000 || !states.find(pid)->account;
    }));
    child.signal(SIGSTOP);
    EXPECT_TRUE(becomes(states, pid, ProcessState::Stopped));
    child.signal(SIGCONT);
    EXPECT_TRUE(becomes(states, pid, ProcessState::Runnable));
    child.signal(SIGKILL);
    EXPECT_TRUE(becomes(states, pid, ProcessState::Zombie));
    EXPECT_EQ(child.wait(), -SIGKILL);
    states.sample();
    const SampledProcess* process = states.find(pid);
    EXPECT_EQ(process->state, ProcessState::Terminated);
    EXPECT_TRUE(process->gone);
    EXPECT_EQ(process->parent, ::getpid());
    Nanoseconds end = 0;
    for (const ObservedInterval& each : states.closed()) {
        EXPECT_LT(each.begin, each.end);
        EXPECT_LE(end, each.begin);
        end = each.end;
    }
    EXPECT_GE(states.closed().size(), 5U);
    states.clearClosed();
    states.sample();
    EXPECT_TRUE(states.closed().empty());
}

TEST(SampledStates, ExactTotalsAreWithinTheLifetime) {
    const Nanoseconds before = monotonicNow();
    Child child([] {
        compute(20'000'000);
        for (;;) sleepFor(2'000'000);
        return 0;
    });
    SampledStates states;
    states.watch(child.pid(), before);
    const auto enough = [&] {
        states.sample();
        const SampledProcess& process = *states.find(child.pid());
        const Nanoseconds waiting = process.accountAt - before - process.running() - process.ready();
        return waiting > 20'000'000 && process.running() >= 20'000'000;
    };
    states.sample();
    if (!states.find(child.pid())->account) GTEST_SKIP() << "this kernel has no /proc/PID/schedstat";
    EXPECT_TRUE(eventually(enough));
    const Nanoseconds after = monotonicNow();
    const SampledProcess* process = states.find(child.pid());
    EXPECT_LE(process->running() + process->ready(), after - before);
    EXPECT_EQ(process->running(), process->account->running);
}

TEST(SampledStates, TheBirthIsEstimatedFromTheStartTime) {
    const Nanoseconds before = monotonicNow();
    Child child([] {
        for (;;) ::pause();
        return 0;
    });
    SampledStates states;
    states.watch(child.pid());
    states.sample();
    EXPECT_NEAR(toSeconds(states.find(child.pid())->birth - before), 0.0, 1.0);
}

TEST(SampledStates, AProcessRunsWhenAnyOfItsThreadsDoes) {
    Child child([] {
        std::thread busy([] {
            for (;;) compute(1'000'000);
        });
        busy.join();
        return 0;
    });
    SampledStates states;
    states.watch(child.pid());
    EXPECT_TRUE(eventually([&] {
        states.sample();
        const SampledProcess* process = states.find(child.pid());
        return process->threads >= 2 && process->state == ProcessState::Runnable;
    }));
    EXPECT_TRUE(eventually([&] {
        states.sample();
        return states.find(child.pid())->running() > 5'000'000 || !states.find(child.pid())->account;
    }));
}

TEST(SampledStates, ANumberOfNobodyIsGoneAtOnce) {
    Child child([] { return 0; });
    const pid_t pid = child.pid();
    child.wait();
    SampledStates states;
    states.watch(pid);
    states.sample();
    EXPECT_EQ(states.find(pid)->state, ProcessState::Terminated);
    states.unwatch(pid);
    EXPECT_EQ(states.find(pid), nullptr);
    EXPECT_TRUE(states.all().empty());
}

}  // namespace
}  // namespace ipclab

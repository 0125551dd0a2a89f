// What observing costs, for MEASURING.md. Prints, never judges:
//   ipclab_test_observe --gtest_also_run_disabled_tests --gtest_filter='*Cost*'
#include <gtest/gtest.h>
#include <sched.h>

#include <cstdio>

#include "child.h"
#include "observe/capabilities.h"
#include "observe/depth_probe.h"
#include "observe/host_facts.h"
#include "observe/process_reader.h"
#include "observe/sampled_states.h"
#include "observe/state_tracker.h"
#include "observe/switch_events.h"
#include "observe/switch_reader.h"

namespace ipclab {
namespace {

template <typename Work>
void report(const char* what, std::uint64_t times, Work work) {
    const Nanoseconds wall = monotonicNow();
    const Nanoseconds cpu = cpuNow();
    for (std::uint64_t i = 0; i < times; ++i) work();
    const auto each = [&](Nanoseconds ns) { return static_cast<double>(ns) / static_cast<double>(times) / 1000.0; };
    std::printf("%-58s %9.3f us (%.3f us CPU)\n", what, each(monotonicNow() - wall), each(cpuNow() - cpu));
}

// Two on one core that hand it to each other: every yield is a switch of both.
Nanoseconds yieldTogether(int yields) {
    const auto body = [yields] {
        pinTo(0);
        for (int i = 0; i < yields; ++i) ::sched_yield();
        return 0;
    };
    const Nanoseconds begin = monotonicNow();
    Child first(body);
    Child second(body);
    first.wait();
    second.wait();
    return monotonicNow() - begin;
}

TEST(DISABLED_ObserveCost, Records) {
    constexpr int kYields = 200'000;
    const auto perSwitch = [](Nanoseconds ns) { return static_cast<double>(ns) / (2.0 * kYields); };
    for (int round = 0; round < 3; ++round) {
        std::printf("switch by sched_yield, not observed: %.0f ns\n", perSwitch(yieldTogether(kYields)));
        auto events = openSwitchEvents();
        if (!events) GTEST_SKIP() << events.problem;
        SwitchReader reader(std::move(events.perCpu), 16384);
        std::printf("switch by sched_yield, observed:     %.0f ns\n", perSwitch(yieldTogether(kYields)));
        Nanoseconds begin = monotonicNow();
        const auto records = reader.flush();
        const auto count = static_cast<double>(records.size());
        std::printf("reading and merging: %.0f ns a record of %.0f (lost %llu)\n",
                    static_cast<double>(monotonicNow() - begin) / count, count,
                    static_cast<unsigned long long>(reader.lost()));
        for (int pass = 0; pass < 2; ++pass) {  // the second into memory that is there already
            static StateTracker tracker;
            tracker.clearClosed();
            begin = monotonicNow();
            tracker.consume(records);
            std::printf("tracking: %.0f ns a record\n", static_cast<double>(monotonicNow() - begin) / count);
        }
    }
}

TEST(DISABLED_ObserveCost, EmptyPoll) {
    auto events = openSwitchEvents();
    if (!events) GTEST_SKIP() << events.problem;
    SwitchReader reader(std::move(events.perCpu));
    report("SwitchReader::poll with nothing there", 100'000, [&] { static_cast<void>(reader.poll()); });
}

TEST(DISABLED_ObserveCost, ReadingProc) {
    std::vector<Child> children;
    for (int i = 0; i < 1'000; ++i)
        children.emplace_back([] {
            for (;;) ::pause();
            return 0;
        });
    SampledStates states;
    for (const Child& child : children) states.watch(child.pid());
    states.sample();
    report("SampledStates::sample of 1,000 processes", 20, [&] { states.sample(); });
    ProcessReader reader(children.front().pid());
    report("stat", 5'000, [&] { reader.stat(); });
    report("schedstat", 5'000, [&] { reader.schedStat(); });
    report("status", 5'000, [&] { reader.status(); });
    report("io", 5'000, [&] { reader.io(); });
    report("smaps_rollup", 2'000, [&] { reader.smapsRollup(); });
    report("wchan", 2'000, [&] { reader.waitChannel(); });
    report("/proc/stat", 500, [] { static_cast<void>(readCpuTimes()); });
}

TEST(DISABLED_ObserveCost, Depth) {
    int fds[2];
    check(::pipe2(fds, O_CLOEXEC), "pipe2");
    const UniqueFd from(fds[0]);
    const UniqueFd to(fds[1]);
    Child child([] {
        for (;;) ::pause();
        return 0;
    });
    const DepthProbe probe(child.pid());
    report("DepthProbe::read of a pipe", 20'000, [&] { static_cast<void>(probe.read(from.get())); });
    report("readDepth of one's own pipe", 20'000, [&] { static_cast<void>(readDepth(from.get())); });
    report("readCapabilities", 100, [] { static_cast<void>(readCapabilities()); });
}

}  // namespace
}  // namespace ipclab

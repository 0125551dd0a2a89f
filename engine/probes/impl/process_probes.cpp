// Processes: switching, slices, zombies, orphans.
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <fstream>
#include <string>

#include "core/error.h"
#include "observe/process_costs.h"
#include "probes/probe_parts.h"

namespace ipclab {

namespace {

constexpr Nanoseconds kMs = kNsPerSecond / 1000;

// One page that children share with their parent.
struct Shared {
    std::atomic<std::int64_t> value{0};
};
Shared& sharedPage() {
    void* memory = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throwErrno(errno, "mmap");
    return *new (memory) Shared;
}

void sleepUntil(Nanoseconds deadline) {
    const timespec at{deadline / kNsPerSecond, deadline % kNsPerSecond};
    while (::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, nullptr) == EINTR) {
    }
}

// Runs until then, looking at the clock all the time. The longest stretch without a gap of half a millisecond, in
// which somebody else had the core.
Nanoseconds longestSlice(Nanoseconds until) {
    constexpr Nanoseconds kGap = kMs / 2;
    Nanoseconds begin = monotonicNow(), last = begin, longest = 0;
    while (last < until) {
        const Nanoseconds now = monotonicNow();
        if (now - last > kGap) {
            longest = std::max(longest, last - begin);
            begin = now;
        }
        last = now;
    }
    return std::max(longest, last - begin);
}

double contendedSlice(int cpu, Nanoseconds length) {
    const pid_t rival = forkProbe([&] {
        pinProbe(cpu);
        longestSlice(monotonicNow() + length + 200 * kMs);
        return 0;
    });
    sleepUntil(monotonicNow() + 20 * kMs);
    const Nanoseconds longest = longestSlice(monotonicNow() + length);
    ::kill(rival, SIGKILL);
    waitForProbe(rival);
    return static_cast<double>(longest);
}

char stateOf(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string text;
    std::getline(file, text);
    const auto name = text.rfind(')');
    return name == text.npos || name + 2 >= text.size() ? '?' : text[name + 2];
}

// The parent of a process whose own has ended.
double parentOfOrphan(Shared& shared) {
    shared.value = 0;
    const auto orphan = [&shared](pid_t formerParent) {
        for (int i = 0; i < 2000 && ::getppid() == formerParent; ++i) sleepUntil(monotonicNow() + kMs);
        shared.value = ::getppid();
        return 0;
    };
    runProbe([&] {
        const pid_t self = ::getpid();
        if (::fork() == 0) ::_exit(orphan(self));
        return 0;
    });
    while (shared.value == 0) sleepUntil(monotonicNow() + kMs);
    return static_cast<double>(shared.value);
}

}  // namespace

void probeThreadSwitch(unsigned repeats, const TellFigure& tell) {
    constexpr std::size_t kFirstGroup = kCostResidentBytes.size();
    CostOptions options;
    options.repeats = 1;
    cpu_set_t all;
    check(::sched_getaffinity(0, sizeof all, &all), "sched_getaffinity");
    const auto name = [](const SwitchCost& row) {
        if (row.place == SwitchPlace::SameCore) return row.threads ? "threads_same_core_ns" : "processes_same_core_ns";
        return row.threads ? "threads_two_cores_ns" : "processes_two_cores_ns";
    };
    const auto take = [&](const SwitchCost& row) {
        for (std::size_t i = 0; i < row.roundTrips.size(); ++i)
            tell(name(row), static_cast<double>(row.roundTrips[i] - row.calls[i]) / 2);
    };
    for (unsigned i = 0; i < repeats; ++i) {
        for (std::size_t group = kFirstGroup; group < kCostGroups; ++group) {
            check(::sched_setaffinity(0, sizeof all, &all), "sched_setaffinity");
            measureCosts(
                group, options, [](const CreationCost&) {}, take);
        }
    }
}

void probeDispatch(unsigned repeats, const TellFigure& tell) {
    constexpr Nanoseconds kLength = 300 * kMs;
    const int cpu = firstCpu();
    pinProbe(cpu);
    for (unsigned i = 0; i < repeats; ++i) {
        tell("alone_ns", static_cast<double>(longestSlice(monotonicNow() + kLength)));
        tell("contended_ns", contendedSlice(cpu, kLength));
    }
}

void probeZombie(unsigned repeats, const TellFigure& tell) {
    constexpr Nanoseconds kHeld = 300 * kMs;
    Shared& ended = sharedPage();
    const auto child = [&ended] {
        return forkProbe([&ended] {
            ended.value = monotonicNow();
            return 0;
        });
    };
    for (unsigned i = 0; i < repeats; ++i) {
        waitForProbe(child());
        tell("waited_ns", static_cast<double>(monotonicNow() - ended.value));
    }
    const pid_t left = child();
    sleepUntil(monotonicNow() + kHeld);
    tell("left_is_zombie", stateOf(left) == 'Z');
    waitForProbe(left);
    tell("left_ns", static_cast<double>(monotonicNow() - ended.value));
}

void probeOrphan(unsigned, const TellFigure& tell) {
    Shared& shared = sharedPage();
    tell("parent", parentOfOrphan(shared));
    check(::prctl(PR_SET_CHILD_SUBREAPER, 1), "prctl PR_SET_CHILD_SUBREAPER");
    tell("parent_with_subreaper", parentOfOrphan(shared));
    tell("subreaper", ::getpid());
    while (::waitpid(-1, nullptr, 0) > 0) {
    }
}

}  // namespace ipclab

#include "observe/capabilities.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <set>

#include "child.h"
#include "observe/switch_events.h"
#include "observe/switch_reader.h"

namespace ipclab {
namespace {

TEST(Capabilities, EachHasAValueOrAReasonAndAMeaning) {
    const Capabilities all = readCapabilities();
    std::set<std::string> ids;
    for (const Capability& each : all.facts) {
        EXPECT_TRUE(ids.insert(each.id).second) << each.id;
        EXPECT_NE(each.value.has_value(), !each.reason.empty()) << each.id;
        EXPECT_FALSE(each.meaning.empty()) << each.id;
        EXPECT_TRUE(each.limits || each.suggestion.empty()) << each.id;
    }
    for (const char* id : {"switch_events",
                           "perf_event_paranoid",
                           "perf_event_mlock_kb",
                           "ptrace_scope",
                           "tracefs",
                           "mqueue_msg_max",
                           "mqueue_msgsize_max",
                           "mqueue_queues_max",
                           "rlimit_msgqueue",
                           "pipe_max_size",
                           "pipe_user_pages_soft",
                           "wmem_max",
                           "rmem_max",
                           "rlimit_nofile",
                           "rlimit_nproc",
                           "rlimit_rtprio",
                           "rlimit_memlock",
                           "swap_bytes",
                           "cgroup",
                           "cap_perfmon",
                           "sched_waking",
                           "sched_rt_runtime_us",
                           "sched_autogroup",
                           "rlimit_nice",
                           "pid_max",
                           "threads_max",
                           "cgroup_cpu",
                           "cgroup_memory",
                           "cgroup_pids",
                           "cpus"})
        EXPECT_NE(all.find(id), nullptr) << id;
    EXPECT_EQ(all.find("no such"), nullptr);
    EXPECT_EQ(all.switchEvents, static_cast<bool>(openSwitchEvents()));
}

TEST(Capabilities, ALowLimitIsSaidToLimitWithACommand) {
    Child poor([] {
        const rlimit limit{100, 100};
        ::setrlimit(RLIMIT_NOFILE, &limit);
        const Capabilities all = readCapabilities();
        const Capability* files = all.find("rlimit_nofile");
        return files->value == "100" && files->limits && files->suggestion.find("ulimit -n") == 0 ? 0 : 1;
    });
    EXPECT_EQ(poor.wait(), 0);
}

TEST(Capabilities, SaysWhatTheParanoidLevelMeans) {
    const Capabilities all = readCapabilities();
    const Capability* level = all.find("perf_event_paranoid");
    if (!level->value) GTEST_SKIP() << level->reason;
    EXPECT_NE(level->meaning.find("at " + *level->value + ": "), std::string::npos) << level->meaning;
}

TEST(SwitchEvents, CountAsForbiddenWhereTheEnvironmentSaysSo) {
    Child forbidden([] {
        ::setenv(kForbidVariable, "1", 1);
        const SwitchEvents events = openSwitchEvents();
        return !events && events.problem.find(kForbidVariable) != std::string::npos ? 0 : 1;
    });
    EXPECT_EQ(forbidden.wait(), 0);
}

// A process that inherited nothing is in the records all the same, with all it does after it is followed.
TEST(SwitchEvents, FollowAProcessThatIsNoDescendant) {
    Child other([] {
        ::pause();
        return 0;
    });
    Child observer([&other] {
        SwitchEvents own = openSwitchEvents();
        if (!own) return 77;
        std::vector<UniqueFd> copies;
        for (const UniqueFd& fd : own.perCpu) copies.emplace_back(::dup(fd.get()));
        SwitchReader reader(std::move(copies));
        if (const std::string problem = followProcess(own, other.pid()); !problem.empty()) {
            std::fprintf(stderr, "%s\n", problem.c_str());
            return 1;
        }
        other.signal(SIGTERM);
        const bool seen = eventually([&] {
            const auto records = reader.poll();
            return std::ranges::any_of(records, [&](const SwitchRecord& record) {
                return record.kind == SwitchKind::Exit && record.pid == other.pid();
            });
        });
        return seen ? 0 : 2;
    });
    const int status = observer.wait();
    if (status == 77) GTEST_SKIP() << "switch events are forbidden here";
    EXPECT_EQ(status, 0);
}

}  // namespace
}  // namespace ipclab

#include "observe/capabilities.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <set>

#include "child.h"
#include "observe/switch_events.h"

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

}  // namespace
}  // namespace ipclab

// What the scheduler allows an ordinary user, how many processes there may be, and what the control group leaves.
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "core/error.h"
#include "observe/capability_facts.h"
#include "observe/proc_text.h"

namespace ipclab {

namespace {

// RLIMIT_NICE counts from 1 (nice 19) to 40 (nice -20); 0 is nice 20, so no better than what one has (getrlimit(2)).
Capability niceFact() {
    Capability made =
        makeFact("rlimit_nice",
                 "the best nice value this user may give; without a right to more it is the one ipclab has itself");
    rlimit limit{};
    if (::getrlimit(RLIMIT_NICE, &limit) != 0) {
        made.reason = "getrlimit: " + errorText(errno);
        return made;
    }
    const int own = ::getpriority(PRIO_PROCESS, 0);
    const std::int64_t best = 20 - static_cast<std::int64_t>(std::min<rlim_t>(limit.rlim_cur, 40));
    made.value = std::to_string(::geteuid() == 0 ? -20 : std::min<std::int64_t>(best, own));
    if (::geteuid() == 0 || best < own) return made;
    limitedBy(made, "echo \"$USER - nice -10\" | sudo tee -a /etc/security/limits.d/ipclab.conf  (then log in again)");
    return made;
}

Capability realTimeFact() {
    Capability made = makeFact(
        "rlimit_rtprio", "the highest real-time priority an ordinary user may take (SCHED_FIFO, SCHED_RR); 0: none");
    rlimit limit{};
    if (::getrlimit(RLIMIT_RTPRIO, &limit) != 0) {
        made.reason = "getrlimit: " + errorText(errno);
        return made;
    }
    made.value = ::geteuid() == 0 || limit.rlim_cur == RLIM_INFINITY ? "99" : std::to_string(limit.rlim_cur);
    if (*made.value != "0") return made;
    limitedBy(made, "echo \"$USER - rtprio 10\" | sudo tee -a /etc/security/limits.d/ipclab.conf  (then log in again)");
    return made;
}

// The path of a controller in /proc/self/cgroup: "4:memory:/a/b", or "0::/a/b" of version 2.
std::optional<std::string> pathOf(std::string_view controller) {
    const auto text = readFile("/proc/self/cgroup");
    if (!text) return std::nullopt;
    std::string_view rest = *text;
    while (!rest.empty()) {
        const std::string_view line = nextLine(rest);
        const auto first = line.find(':');
        const auto second = line.find(':', first + 1);
        if (first == line.npos || second == line.npos) continue;
        const std::string_view names = line.substr(first + 1, second - first - 1);
        const bool has =
            ("," + std::string(names) + ",").find("," + std::string(controller) + ",") != std::string::npos;
        if (has) return std::string(line.substr(second + 1));
    }
    return std::nullopt;
}

// The value of a limit, of version 2 or 1; in a container the group's own path may not be there, but its root is it.
std::optional<std::string> groupValue(const char* controller, const char* unified, const char* old) {
    const auto path2 = pathOf("");
    for (const std::string& path : {path2.value_or("/"), std::string("/")}) {
        if (auto line = readLine("/sys/fs/cgroup" + path + "/" + unified)) return line;
    }
    const auto path1 = pathOf(controller);
    for (const std::string& path : {path1.value_or("/"), std::string("/")}) {
        if (auto line = readLine(std::string("/sys/fs/cgroup/") + controller + path + "/" + old)) return line;
    }
    return std::nullopt;
}

Capability groupFact(const char* id, const char* controller, const char* unified, const char* old,
                     const char* meaning) {
    Capability made = makeFact(id, meaning);
    made.value = groupValue(controller, unified, old);
    if (!made.value) {
        made.value = "none";
        return made;
    }
    // "max", and in version 1 -1 or a number near 2^63, are no limit.
    std::string_view rest = *made.value;
    const std::string_view word = nextWord(rest);
    const auto number = parseInteger<std::int64_t>(word);
    if (word == "max" || (number && (*number < 0 || *number > (std::int64_t{1} << 60)))) made.value = "none";
    return made;
}

}  // namespace

std::vector<Capability> schedulingFacts() {
    std::vector<Capability> facts;
    facts.push_back(niceFact());
    facts.push_back(realTimeFact());
    facts.push_back(makeFileFact("sched_rt_runtime_us", "/proc/sys/kernel/sched_rt_runtime_us",
                                 "of every sched_rt_period_us (usually a second) real-time processes may run so many "
                                 "microseconds, so that a runaway one leaves the others a rest; -1: no bound"));
    facts.push_back(
        makeFileFact("sched_autogroup", "/proc/sys/kernel/sched_autogroup_enabled",
                     "1: processes compete by session, so nice values count only among those of one run; the "
                     "session of a run has a nice value of 5 among sessions, or the window would come late"));
    return facts;
}

std::vector<Capability> countFacts() {
    return {makeFileFact("pid_max", "/proc/sys/kernel/pid_max",
                         "process numbers are below this: at most so many processes and threads on the whole system"),
            makeFileFact("threads_max", "/proc/sys/kernel/threads-max", "most threads on the whole system")};
}

std::vector<Capability> groupFacts() {
    return {
        groupFact("cgroup_cpu", "cpu", "cpu.max", "cpu.cfs_quota_us",
                  "processor time this control group may use: microseconds, and in version 2 of each period; beyond "
                  "it everybody waits"),
        groupFact("cgroup_memory", "memory", "memory.max", "memory.limit_in_bytes",
                  "bytes of memory this control group may use; beyond it one of its processes is killed"),
        groupFact("cgroup_pids", "pids", "pids.max", "pids.max",
                  "most processes and threads in this control group: fork fails beyond it")};
}

}  // namespace ipclab

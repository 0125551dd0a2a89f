#include "observe/capabilities.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>

#include "core/error.h"
#include "observe/capability_facts.h"
#include "observe/host_facts.h"
#include "observe/proc_text.h"
#include "observe/switch_events.h"

namespace ipclab {

Capability makeFact(std::string id, std::string meaning) {
    Capability made;
    made.id = std::move(id);
    made.meaning = std::move(meaning);
    return made;
}

std::optional<std::int64_t> numberOf(const Capability& capability) {
    return parseInteger<std::int64_t>(capability.value.value_or(""));
}

void limitedBy(Capability& capability, std::string suggestion) {
    capability.limits = true;
    capability.suggestion = std::move(suggestion);
}

Capability makeFileFact(std::string id, const std::string& path, std::string meaning) {
    Capability made = makeFact(std::move(id), std::move(meaning));
    made.value = readLine(path);
    if (!made.value) made.reason = path + ": " + errorText(errno);
    return made;
}

namespace {

// A number in a file under /proc/sys, too small below `wanted`.
struct Sysctl {
    const char* id;
    const char* name;  // as sysctl(8) writes it
    std::int64_t wanted;
    const char* meaning;
};

constexpr Sysctl kSysctls[] = {
    {"perf_event_mlock_kb", "kernel.perf_event_mlock_kb", 516,
     "KiB a user may lock per CPU for switch records: 516 are 128 pages and one; smaller rings lose records sooner"},
    {"mqueue_msg_max", "fs.mqueue.msg_max", 10, "most messages a POSIX message queue may hold, without privilege"},
    {"mqueue_msgsize_max", "fs.mqueue.msgsize_max", 8192, "largest message of a POSIX message queue, in bytes"},
    {"mqueue_queues_max", "fs.mqueue.queues_max", 64, "most POSIX message queues on this system"},
    {"pipe_max_size", "fs.pipe-max-size", 1 << 20, "largest capacity of a pipe an ordinary user may ask for, in bytes"},
    {"pipe_user_pages_soft", "fs.pipe-user-pages-soft", 4096,
     "pages a user's pipes may hold together; beyond it new pipes get two pages only (0: no limit)"},
    {"wmem_max", "net.core.wmem_max", 212992, "largest send buffer of a socket, in bytes"},
    {"rmem_max", "net.core.rmem_max", 212992, "largest receive buffer of a socket, in bytes"},
};

std::string sysctlPath(std::string name) {
    std::replace(name.begin(), name.end(), '.', '/');
    return "/proc/sys/" + name;
}

Capability sysctlFact(const Sysctl& row) {
    Capability made = makeFileFact(row.id, sysctlPath(row.name), row.meaning);
    const auto number = numberOf(made);
    const bool unlimited = number == 0 && made.id == "pipe_user_pages_soft";
    if (number && *number < row.wanted && !unlimited)
        limitedBy(made, "sudo sysctl " + std::string(row.name) + "=" + std::to_string(row.wanted));
    return made;
}

// A soft limit of this process, too small below `wanted` (0: any will do).
struct Limit {
    const char* id;
    __rlimit_resource resource;
    rlim_t wanted;
    const char* meaning;
    const char* suggestion;
};

constexpr Limit kLimits[] = {
    {"rlimit_nofile", RLIMIT_NOFILE, 1024,
     "open files of one process: several per observed process, one per CPU, two per pipe", "ulimit -n 4096"},
    {"rlimit_nproc", RLIMIT_NPROC, 1024, "processes and threads of this user", "ulimit -u 4096"},
    {"rlimit_msgqueue", RLIMIT_MSGQUEUE, 819200, "bytes of all POSIX message queues of this user", "ulimit -q 819200"},
    {"rlimit_memlock", RLIMIT_MEMLOCK, 0, "bytes that may be locked in memory, beyond the switch records' own", ""},
};

Capability limitFact(const Limit& row) {
    Capability made = makeFact(row.id, row.meaning);
    rlimit value{};
    if (::getrlimit(row.resource, &value) != 0) {
        made.reason = "getrlimit: " + errorText(errno);
        return made;
    }
    made.value = value.rlim_cur == RLIM_INFINITY ? "unlimited" : std::to_string(value.rlim_cur);
    if (value.rlim_cur != RLIM_INFINITY && value.rlim_cur < row.wanted) limitedBy(made, row.suggestion);
    return made;
}

Capability switchEventsFact(bool& opened) {
    Capability made =
        makeFact("switch_events",
                 "exact states of every process from the kernel's context switches; without them states are "
                 "sampled, and only their totals are exact");
    const SwitchEvents events = openSwitchEvents();
    opened = static_cast<bool>(events);
    if (opened) {
        made.value = "available";
        return made;
    }
    made.reason = events.problem;
    const bool byLevel = numberOf(paranoidFact()).value_or(0) > 2;
    limitedBy(made, byLevel ? "sudo sysctl kernel.perf_event_paranoid=2" : "");
    return made;
}

Capability ptraceFact() {
    Capability made =
        makeFileFact("ptrace_scope", "/proc/sys/kernel/yama/ptrace_scope",
                     "whose queues may be looked into: 0 all of the same user, 1 descendants (enough here), 2 "
                     "with privilege only, 3 nobody's");
    if (!made.value && ::access("/proc/sys/kernel", X_OK) == 0) {
        made.value = "no Yama";
        made.reason.clear();
        made.meaning += "; this kernel has no such restriction";
    }
    if (numberOf(made).value_or(0) >= 2) limitedBy(made, "sudo sysctl kernel.yama.ptrace_scope=1");
    return made;
}

Capability tracefsFact() {
    Capability made =
        makeFact("tracefs",
                 "trace points of the scheduler: with them the moment a waiting process was woken is known; "
                 "without them only the sum of its run delays is");
    const bool readable = ::access("/sys/kernel/tracing/events/sched", R_OK | X_OK) == 0;
    if (readable)
        made.value = "readable";
    else
        made.reason = "/sys/kernel/tracing/events/sched: " + errorText(errno);
    if (!readable) limitedBy(made, "sudo mount -t tracefs -o mode=755 tracefs /sys/kernel/tracing");
    return made;
}

Capability swapFact() {
    Capability made =
        makeFact("swap_bytes", "swap space; with none, memory experiments end with the out-of-memory killer");
    made.value = std::to_string(readHostFacts().swapBytes);
    return made;
}

Capability cgroupFact() {
    Capability made =
        makeFact("cgroup", "control groups, which can bound this laboratory's CPU and memory from outside");
    const bool unified = ::access("/sys/fs/cgroup/cgroup.controllers", F_OK) == 0;
    const bool hybrid = ::access("/sys/fs/cgroup/unified/cgroup.controllers", F_OK) == 0;
    const bool old = ::access("/sys/fs/cgroup/cpu", F_OK) == 0 || ::access("/sys/fs/cgroup/memory", F_OK) == 0;
    if (unified || hybrid || old)
        made.value = unified ? "2" : hybrid ? "1 and 2" : "1";
    else
        made.reason = "nothing is mounted at /sys/fs/cgroup";
    return made;
}

Capability cpusFact() {
    Capability made =
        makeFact("cpus", "CPUs online; with one, nothing here ever runs at the same time as anything else");
    const std::size_t count = onlineCpus().size();
    made.value = std::to_string(count);
    made.limits = count < 2;
    return made;
}

}  // namespace

const Capability* Capabilities::find(std::string_view id) const {
    const auto at = std::find_if(facts.begin(), facts.end(), [&](const Capability& each) { return each.id == id; });
    return at == facts.end() ? nullptr : &*at;
}

Capabilities readCapabilities() {
    Capabilities all;
    all.facts.push_back(switchEventsFact(all.switchEvents));
    all.facts.push_back(paranoidFact());
    all.facts.push_back(perfmonFact());
    all.facts.push_back(ptraceFact());
    all.facts.push_back(tracefsFact());
    all.facts.push_back(wakingFact());
    const auto add = [&](std::vector<Capability> facts) {
        for (Capability& each : facts) all.facts.push_back(std::move(each));
    };
    add(schedulingFacts());
    for (const Sysctl& row : kSysctls) all.facts.push_back(sysctlFact(row));
    for (const Limit& row : kLimits) all.facts.push_back(limitFact(row));
    add(countFacts());
    all.facts.push_back(swapFact());
    all.facts.push_back(cgroupFact());
    add(groupFacts());
    all.facts.push_back(cpusFact());
    return all;
}

}  // namespace ipclab

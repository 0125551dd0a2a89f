#include "observe/switch_events.h"

#include <linux/perf_event.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "core/error.h"
#include "observe/host_facts.h"
#include "observe/proc_text.h"

namespace ipclab {
namespace {

perf_event_attr switchAttributes() {
    perf_event_attr attr{};
    attr.type = PERF_TYPE_SOFTWARE;
    attr.size = sizeof attr;
    attr.config = PERF_COUNT_SW_DUMMY;
    attr.sample_type = PERF_SAMPLE_TID | PERF_SAMPLE_TIME | PERF_SAMPLE_CPU;
    attr.sample_id_all = 1;
    attr.inherit = 1;
    attr.context_switch = 1;
    attr.task = 1;
    attr.comm = 1;
    attr.comm_exec = 1;
    attr.exclude_kernel = 1;
    attr.exclude_hv = 1;
    attr.use_clockid = 1;
    attr.clockid = CLOCK_MONOTONIC;
    return attr;
}

UniqueFd openOnCpu(int cpu, pid_t pid = 0) {
    perf_event_attr attr = switchAttributes();
    const long fd = ::syscall(SYS_perf_event_open, &attr, pid, cpu, -1, PERF_FLAG_FD_CLOEXEC);
    return UniqueFd(static_cast<int>(fd));
}

bool forbiddenByLevel(const std::string& level) {
    const auto value = parseInteger<int>(level);
    return value && *value > 2;
}

std::string remedy(int error, const std::string& level) {
    const std::string capability =
        "give the launcher alone the right (`ipclab doctor` has the command: setcap cap_perfmon=ep)";
    if (error == ENOSYS || error == ENOENT) return "This kernel was built without performance events.";
    if (error == EMFILE) return "Raise the limit of open files (ulimit -n): one is needed per CPU.";
    if (error != EACCES && error != EPERM) return "The kernel may be older than 4.17; see perf_event_open(2).";
    if (forbiddenByLevel(level))
        return "Allow it with: sysctl kernel.perf_event_paranoid=2 (lasting: a line in /etc/sysctl.d), or " +
               capability + ".";
    return "At this level it should be allowed: a container's seccomp filter or a security module forbids it; run "
           "outside the container, or " +
           capability + ".";
}

// With a level above 2 as its value it stands for a system at that level, and the remedy for that is told.
std::string explainForbidden(const std::string& value) {
    const std::string name = kForbidVariable;
    if (forbiddenByLevel(value)) return name + '=' + value + " stands for: " + explainSwitchRefusal(EACCES, value);
    return "switch events are not used because " + name +
           " is in the environment, as on a system that forbids them. Remove it.";
}

}  // namespace

std::string explainSwitchRefusal(int error, const std::string& paranoidLevel) {
    const std::string level = paranoidLevel.empty() ? "is not readable" : "= " + paranoidLevel;
    return "switch events (perf_event_open, a dummy software event with context-switch records): " + errorText(error) +
           "; kernel.perf_event_paranoid " + level + ". " + remedy(error, paranoidLevel);
}

SwitchEvents openSwitchEvents() {
    SwitchEvents events;
    if (const char* forbidden = std::getenv(kForbidVariable); forbidden != nullptr && *forbidden != '\0') {
        events.problem = explainForbidden(forbidden);
        return events;
    }
    for (const int cpu : onlineCpus()) {
        UniqueFd fd = openOnCpu(cpu);
        if (!fd && errno == ENODEV) continue;  // the CPU went offline since it was listed
        if (!fd) {
            const int error = errno;
            events.perCpu.clear();
            events.problem = explainSwitchRefusal(error, readLine("/proc/sys/kernel/perf_event_paranoid").value_or(""));
            return events;
        }
        events.perCpu.push_back(std::move(fd));
        events.cpus.push_back(cpu);
    }
    return events;
}

std::string followProcess(SwitchEvents& events, pid_t pid) {
    const std::size_t before = events.followed.size();
    for (std::size_t i = 0; i < events.perCpu.size(); ++i) {
        UniqueFd fd = openOnCpu(events.cpus[i], pid);
        const bool open = fd && ::ioctl(fd.get(), PERF_EVENT_IOC_SET_OUTPUT, events.perCpu[i].get()) == 0;
        if (!open) {
            const int error = errno;
            events.followed.resize(before);
            return explainSwitchRefusal(error, readLine("/proc/sys/kernel/perf_event_paranoid").value_or(""));
        }
        events.followed.push_back(std::move(fd));
    }
    return {};
}

}  // namespace ipclab

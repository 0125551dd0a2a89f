#include "observe/switch_events.h"

#include <linux/perf_event.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "core/error.h"
#include "core/sentences.h"
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

std::string switchesRemedy(int error, const std::string& level) {
    if (error == ENOSYS || error == ENOENT) return say(Sentence::NoPerformanceEvents);
    if (error == EMFILE) return say(Sentence::RaiseOpenFiles);
    if (error != EACCES && error != EPERM) return say(Sentence::OldKernel);
    return say(forbiddenByLevel(level) ? Sentence::AllowSwitches : Sentence::ContainerForbids);
}

// With a level above 2 as its value it stands for a system at that level, and the switchesRemedy for that is told.
std::string explainForbidden(const std::string& value) {
    if (!forbiddenByLevel(value)) return say(Sentence::VariableForbids, {{"variable", kForbidVariable}});
    return say(Sentence::StandsFor,
               {{"variable", kForbidVariable}, {"value", value}, {"why", explainSwitchRefusal(EACCES, value)}});
}

}  // namespace

std::string explainSwitchRefusal(int error, const std::string& paranoidLevel) {
    return say(paranoidLevel.empty() ? Sentence::SwitchesRefusedUnread : Sentence::SwitchesRefused,
               {{"error_why", errorText(error)},
                {"level", paranoidLevel},
                {"remedy_why", switchesRemedy(error, paranoidLevel)}});
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

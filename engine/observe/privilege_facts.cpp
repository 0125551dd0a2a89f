// Who may open switch events and trace points on this machine.
#include <linux/capability.h>
#include <linux/perf_event.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>

#include "core/error.h"
#include "core/unique_fd.h"
#include "observe/capability_facts.h"
#include "observe/proc_text.h"

namespace ipclab {

namespace {

// The level in words (kernel.perf_event_paranoid, Documentation/admin-guide/sysctl/kernel.rst; 3 and above are
// distributions' own).
std::string levelText(std::int64_t level) {
    if (level >= 3) return "nobody without cap_perfmon, not even their own processes: states are only sampled";
    if (level == 2) return "everybody their own processes in user mode, which is enough here";
    if (level == 1) return "everybody their own processes, the kernel's part included";
    if (level == 0) return "everybody, whole CPUs too, but no trace points";
    return "everybody everything, trace points included";
}

std::optional<std::uint64_t> effectiveCapabilities() {
    const auto status = readFile("/proc/self/status");
    if (!status) return std::nullopt;
    const auto at = status->find("CapEff:");
    if (at == std::string::npos) return std::nullopt;
    std::string_view rest = std::string_view(*status).substr(at + 7);
    return parseInteger<std::uint64_t>(nextWord(rest), 16);
}

std::optional<std::uint64_t> wakingId() {
    int error = 0;
    for (const char* folder : {"/sys/kernel/tracing", "/sys/kernel/debug/tracing"}) {
        const auto line = readLine(std::string(folder) + "/events/sched/sched_waking/id");
        if (line) return parseInteger<std::uint64_t>(*line);
        if (error == 0) error = errno;
    }
    errno = error;
    return std::nullopt;
}

}  // namespace

Capability paranoidFact() {
    Capability made = makeFileFact("perf_event_paranoid", "/proc/sys/kernel/perf_event_paranoid",
                                   "kernel.perf_event_paranoid: who may observe context switches without privilege");
    if (const auto level = numberOf(made)) {
        made.meaning += "; at " + std::to_string(*level) + ": " + levelText(*level);
        if (*level > 2) limitedBy(made, "sudo sysctl kernel.perf_event_paranoid=2");
    }
    return made;
}

Capability perfmonFact() {
    Capability made = makeFact("cap_perfmon",
                               "this program's own right to observe whatever perf_event_paranoid says; it needs none, "
                               "the launcher alone is to have it");
    const auto held = effectiveCapabilities();
    if (held)
        made.value = (*held >> CAP_PERFMON & 1) != 0 ? "yes" : "no";
    else
        made.reason = "/proc/self/status has no CapEff";
    return made;
}

Capability wakingFact() {
    Capability made = makeFact("sched_waking",
                               "the trace point that tells the moment a waiting process was woken; without it only the "
                               "sum of its run delays is known");
    const auto id = wakingId();
    if (!id) {
        made.reason =
            std::string("its number cannot be read: ") + errorText(errno) + "; tracefs is root's, or not mounted";
        limitedBy(made, "sudo mount -o remount,mode=755 /sys/kernel/tracing");
        return made;
    }
    perf_event_attr attr{};
    attr.type = PERF_TYPE_TRACEPOINT;
    attr.size = sizeof attr;
    attr.config = *id;
    attr.sample_period = 1;
    const UniqueFd fd(static_cast<int>(::syscall(SYS_perf_event_open, &attr, 0, -1, -1, PERF_FLAG_FD_CLOEXEC)));
    if (fd) {
        made.value = "available";
    } else {
        made.reason = "perf_event_open: " + errorText(errno);
        limitedBy(made, "sudo sysctl kernel.perf_event_paranoid=-1");
    }
    return made;
}

}  // namespace ipclab

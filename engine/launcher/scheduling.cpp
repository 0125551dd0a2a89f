#include "launcher/scheduling.h"

#include <sched.h>
#include <sys/resource.h>

#include <cerrno>
#include <set>

#include "observe/process_reader.h"

namespace ipclab {

namespace {

// Threads that are made meanwhile may come from one that was not reached yet: looked at again until there is none.
template <typename Change>
int forEachThread(pid_t pid, Change change) {
    constexpr int kMostLooks = 16;
    ProcessReader reader(pid);
    std::set<pid_t> reached;
    for (int look = 0; look < kMostLooks; ++look) {
        const auto threads = reader.threads();
        if (!threads) return reached.empty() ? ESRCH : 0;
        bool fresh = false;
        for (const pid_t thread : *threads) {
            if (!reached.insert(thread).second) continue;
            fresh = true;
            if (change(thread) != 0 && errno != ESRCH) return errno;
        }
        if (!fresh) return 0;
    }
    return 0;
}

}  // namespace

int setNiceOf(pid_t pid, int nice) {
    return forEachThread(pid,
                         [&](pid_t thread) { return ::setpriority(PRIO_PROCESS, static_cast<id_t>(thread), nice); });
}

std::optional<int> niceOf(pid_t pid) {
    errno = 0;  // -1 is a nice value too
    const int nice = ::getpriority(PRIO_PROCESS, static_cast<id_t>(pid));
    return errno == 0 ? std::optional(nice) : std::nullopt;
}

int setCpusOf(pid_t pid, const std::vector<unsigned>& cpus) {
    cpu_set_t set;
    CPU_ZERO(&set);
    for (const unsigned cpu : cpus) CPU_SET(cpu, &set);
    if (cpus.empty() && ::sched_getaffinity(0, sizeof set, &set) != 0) return errno;
    return forEachThread(pid, [&](pid_t thread) { return ::sched_setaffinity(thread, sizeof set, &set); });
}

std::vector<unsigned> cpusOf(pid_t pid) {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (::sched_getaffinity(pid, sizeof set, &set) != 0) return {};
    std::vector<unsigned> cpus;
    for (unsigned cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (CPU_ISSET(cpu, &set)) cpus.push_back(cpu);
    }
    return cpus;
}

}  // namespace ipclab

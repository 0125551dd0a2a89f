#include "core/system_room.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <limits>
#include <optional>
#include <string>

#include "core/run_processes.h"

namespace ipclab {

namespace {

constexpr std::uint64_t kUnlimited = std::numeric_limits<std::uint64_t>::max();

// The first number of a file; nothing: it is not there, or holds "max".
std::optional<std::uint64_t> numberIn(const std::string& path) {
    std::ifstream file(path);
    std::uint64_t number = 0;
    return file >> number ? std::optional(number) : std::nullopt;
}

std::uint64_t lessOr0(std::uint64_t from, std::uint64_t what) { return from > what ? from - what : 0; }

// Of this process's own groups, of version 2 or 1: what pids.max leaves (a container has one).
std::uint64_t freeInGroup() {
    std::ifstream groups("/proc/self/cgroup");
    std::uint64_t free = kUnlimited;
    for (std::string line; std::getline(groups, line);) {
        const std::size_t second = line.find(':', line.find(':') + 1);
        if (second == line.npos) continue;
        const std::string path = line.substr(second + 1);
        for (const std::string& place : {"/sys/fs/cgroup" + path, "/sys/fs/cgroup/pids" + path}) {
            const auto most = numberIn(place + "/pids.max"), now = numberIn(place + "/pids.current");
            if (most && now) free = std::min(free, lessOr0(*most, *now));
        }
    }
    return free;
}

std::uint64_t freeOfUser() {
    rlimit limit{};
    if (::geteuid() == 0 || ::getrlimit(RLIMIT_NPROC, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return kUnlimited;
    return lessOr0(limit.rlim_cur, tasksOfUser(::getuid()));
}

}  // namespace

// "0.20 0.18 0.12 1/80 11206": of all that can be scheduled, the whole system's.
std::uint64_t allTasks() {
    std::ifstream file("/proc/loadavg");
    std::string word, tasks;
    for (int i = 0; i < 3; ++i) file >> word;
    file >> tasks;
    std::uint64_t total = 0;
    const std::size_t slash = tasks.find('/');
    if (slash != tasks.npos) std::from_chars(tasks.data() + slash + 1, tasks.data() + tasks.size(), total);
    return total;
}

std::uint64_t freeTasks() {
    std::uint64_t most = kUnlimited;
    for (const char* file : {"/proc/sys/kernel/pid_max", "/proc/sys/kernel/threads-max"}) {
        most = std::min(most, numberIn(file).value_or(kUnlimited));
    }
    return std::min({lessOr0(most, allTasks()), freeInGroup(), freeOfUser()});
}

std::uint64_t availableMemoryBytes() {
    std::ifstream file("/proc/meminfo");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("MemAvailable:")) return std::stoull(line.substr(13)) * 1024;
    }
    return 0;
}

}  // namespace ipclab

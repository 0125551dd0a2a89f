#include "document/machine.h"

#include <sched.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <string_view>

#include "core/guarded_thread.h"
#include "core/sentences.h"

namespace ipclab {

namespace {

constexpr unsigned kCapSysNice = 23;                      // capabilities(7)
constexpr std::string_view kUsualPath = "/bin:/usr/bin";  // execvp(3) without PATH

bool mayRaisePriority() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (!line.starts_with("CapEff:")) continue;
        return ((std::strtoull(line.c_str() + 7, nullptr, 16) >> kCapSysNice) & 1U) != 0;
    }
    return false;
}

// RLIMIT_NICE counts upwards (getrlimit(2)): a nice value may be lowered down to 20 minus it.
int readLowerableNice() {
    if (mayRaisePriority()) return -20;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NICE, &limit) != 0) return 20;
    return 20 - static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 40));
}

std::optional<std::uint64_t> softLimit(__rlimit_resource resource) {
    rlimit limit{};
    if (::getrlimit(resource, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return std::nullopt;
    return limit.rlim_cur;
}

// Tried once, in a thread of its own, which ends with it: a privilege alone does not tell, since a control group
// without a real-time budget refuses it to everybody (sched(7), "Real-time group scheduling").
int tryRealTime(int priority) {
    int error = 0;
    {
        const std::jthread joinedHere = startThread(
            [&](const std::stop_token&) {
                const sched_param parameter{priority};
                if (::sched_setscheduler(0, SCHED_RR, &parameter) != 0) error = errno;
            },
            [&](const std::string&) { error = EAGAIN; });
    }
    return error;
}

void readRealTime(Machine& machine) {
    rlimit limit{};
    const int allowed =
        ::getrlimit(RLIMIT_RTPRIO, &limit) == 0 ? static_cast<int>(std::min<rlim_t>(limit.rlim_cur, 99)) : 0;
    const int highest = mayRaisePriority() ? 99 : allowed;
    if (highest == 0) {
        machine.realTimeProblem = say(Sentence::RealTimeNeedsRights);
    } else if (static const int refused = tryRealTime(1); refused != 0) {
        machine.realTimeProblem = say(Sentence::RealTimeRefused);
    } else {
        machine.realTimePriority = highest;
    }
}

// The launcher raises its soft limit of open files as far as it may (core/open_files.h).
std::optional<std::uint64_t> hardLimit(__rlimit_resource resource) {
    rlimit limit{};
    if (::getrlimit(resource, &limit) != 0 || limit.rlim_max == RLIM_INFINITY) return std::nullopt;
    return limit.rlim_max;
}

std::vector<unsigned> onlineCpus() {
    std::ifstream file("/sys/devices/system/cpu/online");
    std::string text;
    std::getline(file, text);
    std::vector<unsigned> cpus = parseCpuList(text);
    if (!cpus.empty()) return cpus;
    for (long cpu = 0; cpu < ::sysconf(_SC_NPROCESSORS_ONLN); ++cpu) cpus.push_back(static_cast<unsigned>(cpu));
    return cpus;
}

void readNetwork(Machine& machine) {
    std::uint64_t backlog = 0, first = 0, last = 0;
    if (std::ifstream("/proc/sys/net/core/somaxconn") >> backlog) machine.backlog = backlog;
    if (std::ifstream("/proc/sys/net/ipv4/ip_local_port_range") >> first >> last && first <= last)
        machine.ephemeralPorts = last - first + 1;
}

bool isExecutable(const std::string& file) {
    struct stat info {};
    return ::stat(file.c_str(), &info) == 0 && S_ISREG(info.st_mode) && ::access(file.c_str(), X_OK) == 0;
}

}  // namespace

Machine thisMachine() {
    const char* path = std::getenv("PATH");
    const int lowerable = readLowerableNice();
    // One may always stay where one is.
    Machine machine{onlineCpus(), std::min(lowerable, ownNice()),
                    ::geteuid() == 0 ? std::nullopt : softLimit(RLIMIT_NPROC), hardLimit(RLIMIT_NOFILE),
                    path != nullptr ? path : std::string(kUsualPath)};
    machine.lowerableNice = lowerable;
    machine.isRoot = ::geteuid() == 0;
    machine.ownNice = ownNice();
    readNetwork(machine);
    readRealTime(machine);
    return machine;
}

int ownNice() { return ::getpriority(PRIO_PROCESS, 0); }

std::vector<unsigned> parseCpuList(const std::string& text) {
    constexpr unsigned kMost = 8192;  // NR_CPUS of the largest kernels
    std::vector<unsigned> cpus;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        unsigned first = 0;
        const auto low = std::from_chars(at, end, first);
        if (low.ec != std::errc{}) break;
        unsigned last = first;
        at = low.ptr;
        if (at < end && *at == '-') at = std::from_chars(at + 1, end, last).ptr;
        for (unsigned cpu = first; cpu <= std::min(last, kMost); ++cpu) cpus.push_back(cpu);
        if (at >= end || *at++ != ',') break;
    }
    return cpus;
}

std::string cpuListText(std::vector<unsigned> cpus) {
    if (cpus.empty()) return "any";
    std::ranges::sort(cpus);
    std::string text;
    for (std::size_t i = 0; i < cpus.size();) {
        std::size_t last = i;
        while (last + 1 < cpus.size() && cpus[last + 1] <= cpus[last] + 1) ++last;
        text += (text.empty() ? "" : ",") + std::to_string(cpus[i]);
        if (cpus[last] != cpus[i]) text += "-" + std::to_string(cpus[last]);
        i = last + 1;
    }
    return text;
}

std::optional<std::string> findExecutable(const std::string& name, const std::string& path) {
    if (name.empty()) return std::nullopt;
    if (name.find('/') != name.npos) return isExecutable(name) ? std::optional(name) : std::nullopt;
    for (std::string_view rest = path;;) {
        const std::size_t colon = rest.find(':');
        const std::string_view folder = rest.substr(0, colon);
        std::string file = (folder.empty() ? "." : std::string(folder)) + "/" + name;  // an empty entry is here
        if (isExecutable(file)) return file;
        if (colon == rest.npos) return std::nullopt;
        rest.remove_prefix(colon + 1);
    }
}

}  // namespace ipclab

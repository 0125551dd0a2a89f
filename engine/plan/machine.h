// What of this machine decides whether an experiment can run on it; a value, so that validation can be tested for
// machines one does not have.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

struct Machine {
    std::vector<unsigned> cpus;                // online, ascending
    int lowestNice = 0;                        // what an unprivileged process may ask for (RLIMIT_NICE in getrlimit(2))
    std::optional<std::uint64_t> processes;    // RLIMIT_NPROC; absent: no limit
    std::optional<std::uint64_t> descriptors;  // RLIMIT_NOFILE, of the launcher; absent: no limit
    std::string path;                          // PATH, for executables
    int realTimePriority = 0;                  // the highest a child may be given (sched(7)); 0: none
    std::string realTimeProblem = {};          // why it may be given none, and how to get it
};

// Reads /sys, /proc and the limits of this process.
Machine thisMachine();

// "0-3,6" as in /sys/devices/system/cpu/online.
std::vector<unsigned> parseCpuList(const std::string& text);

// Where execvp(3) would find it; nothing: it is not there, or not executable.
std::optional<std::string> findExecutable(const std::string& name, const std::string& path);

}  // namespace ipclab

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
    int lowestNice = 0;                        // what a process may be given at its start
    std::optional<std::uint64_t> processes;    // RLIMIT_NPROC; absent: no limit
    std::optional<std::uint64_t> descriptors;  // RLIMIT_NOFILE, of the launcher; absent: no limit
    std::string path;                          // PATH, for executables
    int realTimePriority = 0;                  // the highest a child may be given (sched(7)); 0: none
    std::string realTimeProblem = {};          // why it may be given none, and how to get it
    int lowerableNice = 20;                    // how far down one that runs may be set again; 20: not at all
    bool isRoot = false;                       // its processes are exempt from RLIMIT_NPROC (setrlimit(2))
    int ownNice = 0;                           // what a process has of which the document does not say
    std::optional<std::uint64_t> backlog{};         // net.core.somaxconn: what listen(2) is held to
    std::optional<std::uint64_t> ephemeralPorts{};  // ip_local_port_range (ip(7)): for connections to one address
};

// Reads /sys, /proc and the limits of this process.
Machine thisMachine();

// The nice value of this process, which its children inherit.
int ownNice();

// "0-3,6" as in /sys/devices/system/cpu/online.
std::vector<unsigned> parseCpuList(const std::string& text);
// The same the other way; "any" where there is none.
std::string cpuListText(std::vector<unsigned> cpus);

// Where execvp(3) would find it; nothing: it is not there, or not executable.
std::optional<std::string> findExecutable(const std::string& name, const std::string& path);

}  // namespace ipclab

// What this machine is, for the head of every result, and how busy its CPUs were, for the warning that somebody else
// disturbed a run (proc(5), /proc/stat). Any thread; unreadable facts stay empty.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/clock.h"

namespace ipclab {

struct HostFacts {
    std::string kernel;  // "6.1.0-18-amd64"
    std::string cpuModel;
    int cpusOnline = 0;
    std::string clockSource;   // "tsc", "kvm-clock" …
    bool virtualized = false;  // the hypervisor flag of /proc/cpuinfo
    std::uint64_t memoryBytes = 0;
    std::uint64_t swapBytes = 0;
};

[[nodiscard]] HostFacts readHostFacts();

// Online CPUs in ascending order, at least one.
[[nodiscard]] std::vector<int> onlineCpus();
// The same, one of each core before the others of it: two that are taken from the front share no core where they need
// not.
[[nodiscard]] std::vector<int> cpusCoreByCore();
// "0-3,8": nullopt when malformed.
[[nodiscard]] std::optional<std::vector<int>> parseCpuList(std::string_view text);

// Time since boot, in the kernel's ticks of 10 ms usually, converted.
struct CpuTimes {
    int cpu = -1;  // -1: the sum of all
    Nanoseconds user = 0, nice = 0, system = 0, idle = 0, ioWait = 0, irq = 0, softIrq = 0, steal = 0;

    [[nodiscard]] Nanoseconds busy() const { return user + nice + system + irq + softIrq; }
    [[nodiscard]] Nanoseconds total() const { return busy() + idle + ioWait + steal; }
};

// The sum first, then each online CPU.
[[nodiscard]] std::optional<std::vector<CpuTimes>> parseCpuTimes(std::string_view procStat, long ticksPerSecond);
[[nodiscard]] std::optional<std::vector<CpuTimes>> readCpuTimes();

}  // namespace ipclab

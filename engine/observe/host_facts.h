// What this machine is, for the head of every result, and how busy its CPUs were, for the warning that somebody else
// disturbed a run (proc(5), /proc/stat). Any thread; unreadable facts stay empty: a virtual machine seldom tells its
// frequencies.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/clock.h"

namespace ipclab {

// Of all CPUs, as cpufreq tells them; what it does not tell is absent.
struct CpuFrequencies {
    std::optional<std::uint64_t> currentLowKhz, currentHighKhz;  // the slowest and the fastest of them at that moment
    std::optional<std::uint64_t> minKhz, maxKhz;                 // what the governor may choose from
    std::string governor;                                        // "performance"; several: "performance, powersave"
    bool operator==(const CpuFrequencies&) const = default;
};

// One limit that decides what an experiment can do here, named as in getrlimit(2) ("RLIMIT_NOFILE", the soft one) or as
// in sysctl(8) ("fs.pipe-max-size"). The value as the system tells it; "unlimited"; empty: it does not tell.
struct HostLimit {
    std::string name, value;
    bool operator==(const HostLimit&) const = default;
};

// A weakness of the CPU and what the kernel does about it, which makes system calls and switches slower.
struct Mitigation {
    std::string name, state;  // "meltdown", "Mitigation: PTI"
    bool operator==(const Mitigation&) const = default;
};

struct HostFacts {
    std::string kernel;  // "6.1.0-18-amd64"
    std::string cpuModel;
    int cpusOnline = 0;
    std::string clockSource;   // "tsc", "kvm-clock" …
    bool virtualized = false;  // the hypervisor flag of /proc/cpuinfo
    std::uint64_t memoryBytes = 0;
    std::uint64_t swapBytes = 0;
    std::string hypervisor;  // as it calls itself to its guests (CPUID): "KVM"; empty: it does not, or there is none
    std::string container;   // "docker", "podman", "lxc" …; empty: none is seen
    CpuFrequencies frequencies;
    std::vector<Mitigation> mitigations;
    std::vector<HostLimit> limits;
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

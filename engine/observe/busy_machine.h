// What is busy on this machine beside this program and what it has started: the question before a measurement, since
// whatever else runs takes from it. Two looks at /proc/stat and /proc/PID/stat some time apart, whose clocks tick every
// 10 ms: half a second tells 2 % of a CPU. Any thread.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "observe/host_facts.h"

namespace ipclab {

// From here on others disturb a measurement: so much of one CPU.
inline constexpr double kDisturbingCpus = 0.10;
inline constexpr double kDisturbingSteal = 0.02;

// The load averages of 1, 5 and 15 minutes (proc(5), /proc/loadavg).
[[nodiscard]] std::optional<std::array<double, 3>> readLoadAverages();

struct BusyProcess {
    std::int32_t pid = 0;
    std::string name;  // as the kernel has it: at most 15 bytes
    double cpus = 0;   // CPUs it used, on average
};

struct MachineActivity {
    double seconds = 0;  // that were looked at
    int cpus = 0;
    std::optional<std::array<double, 3>> loadAverages{};
    double othersCpus = 0;         // CPUs that others used, on average: 1.5 is one and a half
    double stolenCpus = 0;         // what the hypervisor gave to somebody else
    std::vector<BusyProcess> top{};  // of others, the busiest first; what ended meanwhile is not among them

    [[nodiscard]] bool isBusy() const { return othersCpus >= kDisturbingCpus || stolenCpus >= kDisturbingSteal; }
};

// The verdict as one sentence (core/sentences.h): who is busy, or that nobody is.
[[nodiscard]] std::string activityText(const MachineActivity& activity);

// For whoever cannot wait: looks when it is made, and again when it is asked.
class ActivityWatch {
public:
    ActivityWatch();
    [[nodiscard]] MachineActivity activity() const;

    struct ProcessLook {
        std::string name;
        std::int32_t parent = 0;
        std::uint64_t ticks = 0;          // of its own
        std::uint64_t childrenTicks = 0;  // of those it has waited for
        std::uint64_t startTicks = 0;     // of its birth: tells two processes of one number apart
    };
    using Processes = std::map<std::int32_t, ProcessLook>;

private:
    Processes m_processes;
    std::optional<CpuTimes> m_times;
    Nanoseconds m_atNs;
};

// Takes as long as that.
[[nodiscard]] MachineActivity watchActivity(std::chrono::milliseconds time = std::chrono::milliseconds(500));

}  // namespace ipclab

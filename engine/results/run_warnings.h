// What a reader of a run's figures should know, as sentences: those the run itself gathered, and those that follow
// from its data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "observe/host_facts.h"
#include "results/run_data.h"

namespace ipclab {

std::vector<std::string> resultWarnings(const RunData& data);

// Watches /proc/stat from construction on, to say whether somebody else used the CPUs meanwhile (MEASURING.md 9).
class MachineLoad {
public:
    MachineLoad();
    // ownCpuS: what the run's own processes used in that time. This process's own use is taken into account.
    [[nodiscard]] std::optional<std::string> disturbance(double ownCpuS) const;

private:
    std::optional<CpuTimes> m_before;
    Nanoseconds m_startNs;
    double m_selfBeforeS;
};

struct LoadFigures {
    double durationS = 0;
    double foreignCpuS = 0;  // CPU time of others
    double stolenS = 0;      // what the hypervisor gave to somebody else
};
// The sentence, or nothing while the figures are small: below a tenth of a CPU used by others and 2 % stolen.
std::optional<std::string> disturbanceText(const LoadFigures& figures);

// CPU time of all processes of a run.
double cpuSecondsOf(const RunData& data);

}  // namespace ipclab

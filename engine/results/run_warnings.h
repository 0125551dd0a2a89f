// What a reader of a run's figures should know, as sentences: those the run itself gathered, and those that follow
// from its data.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "observe/busy_machine.h"
#include "results/run_data.h"

namespace ipclab {

std::vector<std::string> resultWarnings(const RunData& data);

struct LoadFigures {
    double durationS = 0;
    double foreignCpuS = 0;  // CPU time of others
    double stolenS = 0;      // what the hypervisor gave to somebody else
};

// Watches /proc/stat from construction on, to say whether somebody else used the CPUs meanwhile (MEASURING.md 9).
class MachineLoad {
public:
    MachineLoad();
    // ownCpuS: what the run's own processes used in that time. This process's own use, and that of children it has
    // waited for meanwhile, are taken into account. Nothing: /proc/stat cannot be read, or less than a tenth of a
    // second has passed.
    [[nodiscard]] std::optional<LoadFigures> figures(double ownCpuS) const;
    [[nodiscard]] std::optional<std::string> disturbance(double ownCpuS) const;
    // The same as part of a result, with the load averages.
    [[nodiscard]] MachineUse useBeside(double ownCpuS) const;

private:
    std::optional<CpuTimes> m_before;
    std::optional<std::array<double, 3>> m_loadsBefore;
    Nanoseconds m_startNs;
    double m_selfBeforeS, m_childrenBeforeS;
};

// The sentence, or nothing while the figures are small: below a tenth of a CPU used by others and 2 % stolen.
std::optional<std::string> disturbanceText(const LoadFigures& figures);

// CPU time of all processes of a run.
double cpuSecondsOf(const RunData& data);

}  // namespace ipclab

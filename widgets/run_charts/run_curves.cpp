#include "run_charts/run_curves.h"

namespace ipclab {

std::vector<Curve> RunCurves::ofMemory(const RunData& run) {
    std::vector<Curve> curves;
    for (const ProcessData& process : run.processes) {
        if (curves.size() == kMostProcesses) break;
        curves.push_back({.name = QString::fromStdString(process.name),
                          .series = &process.residentBytes,
                          .colorIndex = static_cast<int>(curves.size()),
                          .unit = QStringLiteral("B")});
    }
    return curves;
}

}  // namespace ipclab

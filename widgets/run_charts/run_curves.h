// The curves of a run for the charts, as far as they are the same for every kind of run.
#pragma once

#include <QCoreApplication>
#include <vector>

#include "plot/curve_chart.h"
#include "results/run_data.h"

namespace ipclab {

class RunCurves {
    Q_DECLARE_TR_FUNCTIONS(ipclab::RunCurves)
public:
    // More are in the table and in the data, not in the chart.
    static constexpr std::size_t kMostProcesses = 64;

    // What of each process is in memory. The data must outlive the curves.
    static std::vector<Curve> ofMemory(const RunData& run);
};

}  // namespace ipclab

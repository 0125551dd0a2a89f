// The lanes of a run for the charts of states: processes with their threads and children below them, and CPUs. With the
// words for an interval: why one waited, who ran on a CPU, and who ran instead of one that was ready.
#pragma once

#include <QCoreApplication>

#include "results/run_data.h"
#include "run_charts/chart_content.h"

namespace ipclab {

class RunLanes {
    Q_DECLARE_TR_FUNCTIONS(ipclab::RunLanes)
public:
    // More are in the tree and in the data, not in the chart.
    static constexpr std::size_t kMostLanes = 256;

    static ChartContent ofTasks(const RunData& run);
    static ChartContent ofCpus(const RunData& run);

private:
    static QString ofInterval(const RunData& run, const StateInterval& interval);
    static QString whoRan(const RunData& run, const StateInterval& interval);
    static QString ranMeanwhile(const RunData& run, const StateInterval& interval);
    static QString nameOf(const RunData& run, const TaskId& who);
};

}  // namespace ipclab

// What the machine did beside a run, or beside the runs of a sweep: its load, the CPU time of others, and what the
// hypervisor gave to somebody else. Without it nobody can tell a slow mechanism from a busy machine.
#pragma once

#include <QCoreApplication>

#include "report/report.h"
#include "results/run_data.h"
#include "sweep/sweep.h"

namespace ipclab {

class MachineTable {
    Q_DECLARE_TR_FUNCTIONS(ipclab::MachineTable)
public:
    static ReportTable ofRun(const RunData& data);
    // Over all runs that count: in the middle, from the least to the most.
    static ReportTable ofSweep(const Sweep& sweep);

private:
    static ReportTable emptyTable(const QString& caption);
    static QString shareText(double cpuSeconds, double durationS);
};

}  // namespace ipclab

// A run as a report: one that has ended in the window, or one that was recorded. What is shown of it, how each figure
// was measured and what follows from them in plain words.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "observe/host_facts.h"
#include "report/report.h"
#include "report/report_plan.h"
#include "results/run_data.h"

namespace ipclab {

struct RunSubject {
    std::shared_ptr<const RunData> data;  // kept by the charts of the report
    HostFacts host;
    std::string measuredAt;  // as utcNow() writes it; empty: not known
    std::vector<std::string> warnings;
    bool complete = true;          // false: it was cut off before the run had ended
    std::filesystem::path file{};  // its recording; empty: it was not kept
};

// Needs a QApplication. GUI thread.
Report reportOfRun(const RunSubject& subject, const ReportPlan& plan);

}  // namespace ipclab

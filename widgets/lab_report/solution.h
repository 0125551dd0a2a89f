// What a student did in a step, as blocks of the report: what they changed of the experiment, which commands ran, and
// the source of their own program.
#pragma once

#include <vector>

#include "exercises/lab_work.h"
#include "report/report.h"

namespace ipclab {

// `now`: the experiment as it ran, or as it was left. In the language of the report.
std::vector<ReportBlock> solutionOf(const Lab& lab, const LabStep& step, const LabStepWork& work,
                                    const Experiment& now);

}  // namespace ipclab

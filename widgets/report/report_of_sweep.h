// A sweep as a report: what was varied, medians with their intervals, and whether the differences are real.
#pragma once

#include <filesystem>
#include <memory>

#include <nlohmann/json.hpp>

#include "report/report.h"
#include "report/report_plan.h"
#include "sweep/sweep_report.h"

namespace ipclab {

struct SweepSubject {
    std::shared_ptr<const Sweep> sweep;
    nlohmann::ordered_json host;  // where it was begun
    std::string startedAt;        // as utcNow() writes it
    // Compared with; nothing: the first value of the first axis.
    std::optional<SweepBaseline> baseline{};
    std::filesystem::path file{};
};

// Needs a QApplication. GUI thread.
Report reportOfSweep(const SweepSubject& subject, const ReportPlan& plan);

}  // namespace ipclab

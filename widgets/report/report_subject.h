// What a report can be made of: a run, or a sweep, and a file that holds one of them.
#pragma once

#include <filesystem>
#include <variant>

#include "report/report_of_run.h"
#include "report/report_of_sweep.h"

namespace ipclab {

using ReportSubject = std::variant<RunSubject, SweepSubject>;

ReportOf kindOf(const ReportSubject& subject);
Report reportOf(const ReportSubject& subject, const ReportPlan& plan);

// Whether it is a sweep that stands in the file, by its head; what is neither is for the reader to refuse.
bool isSweepFile(const std::filesystem::path& path);
// A recording (*.ipclab) or a sweep. Throws std::runtime_error, which names the file and what is wrong with it.
ReportSubject readReportSubject(const std::filesystem::path& path);

}  // namespace ipclab

// A run as one self-contained HTML page: the figures as tables, the charts as vectors inside it, parameters, machine
// and date. Nothing is loaded from anywhere, and nothing in it runs.
#pragma once

#include <string>

#include "cli/result_files.h"
#include "run_charts/result_charts.h"

namespace ipclab {

std::string resultPage(const RunData& data, const ResultCharts& charts, const FilesOptions& options);

// What was set, in one line: "producer: 64 B at full speed, consumer: …; pipe, capacity 4 KiB".
std::string parametersText(const RunData& data);

}  // namespace ipclab

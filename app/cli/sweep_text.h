// A sweep as a table for people, and as charts for a report.
#pragma once

#include <filesystem>
#include <string>

#include "sweep/sweep_report.h"

namespace ipclab {

std::string sweepText(const Sweep& sweep, const SweepReading& reading);
// Of the first figure, as SVG, PDF and PNG each: bars, and as far as it has such axes curves and a map, and with a
// baseline a map of the ratios to it. Throws std::runtime_error.
void saveSweepCharts(const Sweep& sweep, const SweepReading& reading, const std::filesystem::path& folder);

}  // namespace ipclab

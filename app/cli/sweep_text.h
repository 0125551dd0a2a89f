// A sweep as a table for people, and as a chart for a report.
#pragma once

#include <string>

#include "plot/bar_chart.h"
#include "sweep/sweep_report.h"

namespace ipclab {

std::string sweepText(const Sweep& sweep, const SweepReading& reading);
// The first figure: a bar for each value of the first axis, a group for each combination of the others.
BarChart sweepChart(const Sweep& sweep, const SweepReading& reading);

}  // namespace ipclab

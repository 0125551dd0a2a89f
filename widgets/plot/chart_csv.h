// What charts show, as numbers: comma separated, dot decimals, a heading line with units, quoting as RFC 4180 has it.
// Times are seconds since the origin with nanoseconds kept.
#pragma once

#include <vector>

#include "plot/curve_chart.h"
#include "plot/lane_chart.h"

class QIODevice;

namespace ipclab {

// A row for each time at which some curve has a sample in [t0, t1), a column for each curve; empty where it has none,
// or a gap. False if the device takes no more.
[[nodiscard]] bool writeCsv(QIODevice& device, const std::vector<Curve>& curves, Nanoseconds t0, Nanoseconds t1,
                            Nanoseconds origin);

// A row for each interval that overlaps [t0, t1): process, pid, start, end (empty: still so), state, CPU, reason code
// and text.
[[nodiscard]] bool writeCsv(QIODevice& device, const std::vector<Lane>& lanes, Nanoseconds t0, Nanoseconds t1,
                            Nanoseconds origin);

}  // namespace ipclab

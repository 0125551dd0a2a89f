// What stands where there is no value: a gap of a series, a statistic of nothing.
#pragma once

#include <limits>

namespace ipclab {

inline constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

}  // namespace ipclab

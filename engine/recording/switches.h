// Where a recording is stepped through by context switches: the moments in which somebody began or ceased to run.
// Private to recordings.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "recording/level_rows.h"
#include "results/run_data.h"

namespace ipclab {

// Of a process of the experiment with its threads, or of everybody.
std::vector<LaneOf> lanesOf(const RunData& run, std::optional<std::uint32_t> process);

// Of any of these lanes, strictly after or before a moment; nothing: there is none.
std::optional<Nanoseconds> nextSwitch(Database& database, std::span<const LaneOf> lanes, Nanoseconds afterNs);
std::optional<Nanoseconds> switchBefore(Database& database, std::span<const LaneOf> lanes, Nanoseconds beforeNs);

}  // namespace ipclab

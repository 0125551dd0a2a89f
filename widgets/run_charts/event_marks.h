// The ticks of a run's events, on screen and in exports alike.
#pragma once

#include <optional>

#include "plot/time_chart.h"
#include "results/event_text.h"

namespace ipclab {

// Nothing of an event that does not mark the charts.
std::optional<ChartEvent> markOf(const RunEvent& event, const RunData& data, const Wording& wording);

}  // namespace ipclab

// Where in a run a figure comes from: a chart shows just that. Events are moments, ends too; a state, a life, the
// traffic of a link are stretches; of what is asked of the whole run it is all of it.
#pragma once

#include <optional>

#include "labs/expression.h"
#include "results/run_data.h"

namespace ipclab {

// Of the run's clock; both the same: a moment.
struct LabInterval {
    Nanoseconds from = 0, to = 0;
    bool operator==(const LabInterval&) const = default;
};

// Of everything the expression asks, together: events, ends and states before what is merely true of a life. Nothing
// where none of it has a place in time of its own: it is of the whole run.
std::optional<LabInterval> intervalOf(const LabExpression& measure, const RunData& run);

}  // namespace ipclab

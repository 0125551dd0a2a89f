// When a run began to drain: whatever comes from then on was on its way before.
#pragma once

#include <optional>

#include "results/run_data.h"

namespace ipclab {

// When it was told to stop, or when the last of those had ended who send and do not receive, whichever came first;
// nothing where neither is so. One that drains for longer than anybody sent has that as its subject: of it only the
// stop counts.
[[nodiscard]] std::optional<Nanoseconds> drainBegin(const RunData& run);

}  // namespace ipclab

// Who waits for whom, as rows for a table and arrows for a picture: live from the last second of the run, afterwards
// from the deadlocks it met.
#pragma once

#include <QString>
#include <vector>

#include "results/run_data.h"

namespace ipclab {

struct WaitRow {
    std::uint32_t process = 0;
    std::uint32_t waitsFor = kNoIndex;  // kNoIndex: who it is, is not known; nobody, where it is stranded
    Waiting waiting;
    double share = 0;       // of the last second, 0 … 1; after the run nothing
    bool deadlock = false;  // one of the waits of a deadlock
    bool anyOf = false;     // for other things as well, of which any lets it go on

    bool operator==(const WaitRow&) const = default;
};

struct WaitRows {
    std::vector<WaitRow> rows;  // process by process, at most kMost
    bool past = false;          // the run has ended: these are the waits of its deadlocks
    static constexpr std::size_t kMost = 400;
    // A wait seen less often is the rhythm of a fast link, not something to look at.
    static constexpr double kLeastShare = 0.1;
};

WaitRows waitRowsOf(const RunData& run);

}  // namespace ipclab

// The queues of the scheduler over the last second: who was in which of them and for how much of it, for pictures and
// lists. A single moment of a process that changes its state thousands of times a second is chance; its share of the
// last second is a figure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "results/run_data.h"

namespace ipclab {

struct QueueMember {
    std::optional<std::uint32_t> process;  // of the document
    std::int32_t pid = 0;
    std::string name;
    double share = 0;  // of the last second, 0 … 1
    bool now = false;  // at the newest moment that is known
};

struct QueueRow {
    ProcessState state = ProcessState::Ready;
    Waiting waiting;    // of Waiting: what for; reason None: nobody said
    double length = 0;  // mean over the last second
    std::vector<QueueMember> members;
};

struct QueueRows {
    std::vector<QueueRow> rows;  // running, ready, then what is waited for in a fixed order, stopped, zombies
    bool exact = false;          // false: sampled, which cannot tell ready from running
};

QueueRows queueRowsOf(const RunData& run);

}  // namespace ipclab

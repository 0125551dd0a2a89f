// Ends the least important process of a run while all together use more memory than the document allows: the policy
// of Android's low memory killer (its five importance classes), carried out by the launcher with SIGKILL. The kernel's
// own out-of-memory killer knows no importance but oom_score_adj and is not involved (proc(5)). What a process uses
// is its proportional set size: pages it shares with others count by its share, so that the sum counts none twice.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "core/clock.h"
#include "document/experiment.h"

namespace ipclab {

class MemoryBudget {
public:
    MemoryBudget(const Experiment& experiment, std::uint64_t bytes);

    struct Over {
        std::uint32_t process = 0;       // the one to end
        std::uint64_t usedBytes = 0;     // by all
        std::uint64_t processBytes = 0;  // by that one
    };
    // Reads /proc of those alive (0: not), at most ten times a second. Nothing while they keep to the budget, and while
    // the one ended last is still there.
    std::optional<Over> check(const std::vector<pid_t>& pids, Nanoseconds now);
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }

    // The least important; among its equals the largest. Nothing when none uses anything.
    static std::optional<std::uint32_t> leastImportant(const std::vector<Importance>& importance,
                                                       const std::vector<std::uint64_t>& usedBytes);

private:
    std::vector<Importance> m_importance;
    std::uint64_t m_bytes;
    Nanoseconds m_nextNs = 0;
    pid_t m_ended = 0;
};

// Pss of /proc/PID/smaps_rollup, or the resident size where that may not be read; 0 when the process is gone.
std::uint64_t usedMemoryBytes(pid_t pid);
// The resident size alone, which is told without waiting.
std::uint64_t residentBytes(pid_t pid);

}  // namespace ipclab

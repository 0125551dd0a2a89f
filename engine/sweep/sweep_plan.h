// The runs of a sweep in their order: a short one of each cell that is thrown away, then the repeats interleaved, so
// that what drifts on the machine drifts for all cells alike. A cell that already has samples gets what it lacks. A run
// that failed is made once more, for something may have been killed in it; a cell that fails twice in a row is skipped.
#pragma once

#include <functional>
#include <optional>

#include "runs/batch.h"
#include "sweep/sweep.h"

namespace ipclab {

// Who runs it: what may run here, and what no run may exceed.
struct SweepRunner {
    QString launcherPath = {};  // as in RunOptions
    Approvals approvals = Approvals::everything();
    RunLimits limits = {};
};

class SweepPlan : public BatchPlan {
public:
    // Told of each cell that has a sample more, or that turned out to be skipped: to keep it before the next begins.
    using Kept = std::function<void(std::size_t cell)>;

    // The sweep is the caller's, and outlives this.
    SweepPlan(Sweep& sweep, Kept kept, SweepRunner runner = {});

    std::unique_ptr<Job> next() override;
    void take(Job& job) override;
    [[nodiscard]] unsigned done() const override { return m_done; }
    [[nodiscard]] unsigned all() const override;

    // What is measured now. Null: nothing.
    [[nodiscard]] const SweepCell* cell() const;
    [[nodiscard]] std::optional<std::size_t> cellNumber() const;
    [[nodiscard]] bool warmsUp() const;
    // Time the runs that are still to come will take at least; none of the processes' starts and ends is in it.
    [[nodiscard]] Nanoseconds leftNs() const;
    // The same with these, by the pace so far: spentNs since the first began, or as they are usually here.
    [[nodiscard]] Nanoseconds expectedNs(Nanoseconds spentNs) const;

private:
    [[nodiscard]] std::size_t nextCell() const;

    Sweep& m_sweep;
    Kept m_kept;
    SweepRunner m_runner;
    std::vector<unsigned> m_left;  // runs of each cell, the one that warms up among them
    std::vector<bool> m_warm;
    std::vector<unsigned> m_failed;  // runs of each cell in a row
    std::size_t m_cell;
    unsigned m_done = 0;
};

// How long a run of a cell takes whose document does not say.
inline constexpr Nanoseconds kUsualSweepNs = kNsPerSecond;

}  // namespace ipclab

// The runs of a sweep in their order: a short one of each cell that is thrown away, then the repeats interleaved, so
// that what drifts on the machine drifts for all cells alike. A cell that already has samples gets what it lacks.
#pragma once

#include <functional>

#include "runs/batch.h"
#include "sweep/sweep.h"

namespace ipclab {

class SweepPlan : public BatchPlan {
public:
    // Told of each cell that has a sample more, or that turned out to be skipped: to keep it before the next begins.
    using Kept = std::function<void(std::size_t cell)>;

    // The sweep is the caller's, and outlives this. The launcher as in RunOptions.
    SweepPlan(Sweep& sweep, Kept kept, QString launcherPath = {});

    std::unique_ptr<Job> next() override;
    void take(Job& job) override;
    [[nodiscard]] unsigned done() const override { return m_done; }
    [[nodiscard]] unsigned all() const override;

    // What is measured now. Null: nothing.
    [[nodiscard]] const SweepCell* cell() const;
    [[nodiscard]] bool warmsUp() const;
    // Time the runs that are still to come will take at least; none of the processes' starts and ends is in it.
    [[nodiscard]] Nanoseconds leftNs() const;

private:
    [[nodiscard]] std::size_t nextCell() const;

    Sweep& m_sweep;
    Kept m_kept;
    QString m_launcherPath;
    std::vector<unsigned> m_left;  // runs of each cell, the one that warms up among them
    std::vector<bool> m_warm;
    std::size_t m_cell;
    unsigned m_done = 0;
};

// How long a run of a cell takes whose document does not say.
inline constexpr Nanoseconds kUsualSweepNs = kNsPerSecond;

}  // namespace ipclab

// A sweep seen in one figure, cell by cell: what charts and tables draw. Medians and ratios are drawn from their cells
// a thousand times over, so they are kept, and made again of those cells alone that have changed.
#pragma once

#include <optional>
#include <vector>

#include "sweep/sweep_report.h"

namespace ipclab {

struct SweepEntry {
    std::optional<SweepSummary> summary;  // nothing: not measured, or this figure is not known of it
    std::optional<SweepComparison>
        against;  // nothing: there is no baseline, it is the baseline, or one is not measured
    bool isBaseline = false;
    bool disagrees = false;  // its repeats, in this figure
    unsigned disturbed = 0;  // of its repeats
    // Worth measuring again.
    [[nodiscard]] bool isDoubtful() const { return disagrees || disturbed > 0; }
};

class SweepSlice {
public:
    // The sweep is the caller's, and outlives this. figure: its place in Sweep::figures().
    SweepSlice(const Sweep& sweep, std::size_t figure, std::optional<SweepBaseline> baseline = std::nullopt);

    // What has been measured since.
    void refresh();

    [[nodiscard]] const Sweep& sweep() const { return *m_sweep; }
    [[nodiscard]] std::size_t figure() const { return m_figure; }
    [[nodiscard]] const std::optional<SweepBaseline>& baseline() const { return m_baseline; }
    // In the order of the cells.
    [[nodiscard]] const std::vector<SweepEntry>& entries() const { return m_entries; }
    [[nodiscard]] const SweepEntry& entry(std::size_t cell) const { return m_entries.at(cell); }

private:
    // What an entry was made of.
    struct Made {
        unsigned attempt = 0, baselineAttempt = 0;
        std::size_t samples = 0, baselineSamples = 0;
        bool operator==(const Made&) const = default;
    };
    [[nodiscard]] SweepEntry entryOf(const SweepCell& cell, const SweepCell* baseline) const;

    const Sweep* m_sweep;
    std::size_t m_figure;
    std::optional<SweepBaseline> m_baseline;
    std::vector<SweepEntry> m_entries;
    std::vector<Made> m_made;
};

}  // namespace ipclab

#include "sweep/sweep_slice.h"

namespace ipclab {

SweepSlice::SweepSlice(const Sweep& sweep, std::size_t figure, std::optional<SweepBaseline> baseline)
    : m_sweep(&sweep), m_figure(figure), m_baseline(baseline) {
    refresh();
}

void SweepSlice::refresh() {
    const auto& cells = m_sweep->cells();
    m_entries.resize(cells.size());
    m_made.resize(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const SweepCell* baseline = m_baseline ? baselineOf(*m_sweep, cells[i], *m_baseline) : nullptr;
        Made made{.attempt = cells[i].attempt, .samples = cells[i].samples.size()};
        if (baseline != nullptr) {
            made.baselineAttempt = baseline->attempt;
            made.baselineSamples = baseline->samples.size();
        }
        if (made == m_made[i]) continue;
        m_entries[i] = entryOf(cells[i], baseline);
        m_made[i] = made;
    }
}

SweepEntry SweepSlice::entryOf(const SweepCell& cell, const SweepCell* baseline) const {
    SweepEntry entry;
    entry.summary = summaryOf(cell, m_figure);
    entry.isBaseline = m_baseline && baseline == nullptr;
    entry.disagrees = entry.summary && entry.summary->count > 1 && entry.summary->disagree;
    entry.disturbed = cell.disturbed();
    if (!entry.summary || baseline == nullptr) return entry;
    if (const auto values = baseline->valuesOf(m_figure); !values.empty())
        entry.against = compared(cell.valuesOf(m_figure), values);
    return entry;
}

}  // namespace ipclab

#include "states/shown_sums.h"

#include <algorithm>

namespace ipclab {

void ShownSums::reset() {
    const std::size_t processes = m_source.view().processes.size();
    m_books.assign(processes, {});
    // Until the next has come the one before is better than nothing.
    m_sums.resize(processes);
}

bool ShownSums::setStretch(const std::optional<Stretch>& stretch) {
    if (stretch == m_stretch) return false;
    m_stretch = stretch;
    return true;
}

void ShownSums::refresh() {
    const RunData& run = m_source.view();
    const Nanoseconds end = std::max(run.endNs != 0 ? run.endNs : run.sampledNs, run.startNs);
    const auto kind = m_stretch ? RunSource::Stretch::Any : RunSource::Stretch::SinceTheStart;
    if (!m_source.sumsAreRead(kind)) {
        m_fromNs = m_stretch ? std::max(m_stretch->first, run.startNs) : run.startNs;
        m_toNs = m_stretch ? std::min(m_stretch->second, end) : end;
        return addUp();
    }
    const SummedStates* read =
        m_stretch ? m_source.sums(m_stretch->first, m_stretch->second) : m_source.sums(0, m_source.now());
    if (read != nullptr && read->processes.size() == m_sums.size()) return takeRead(*read);
    std::ranges::fill(m_sums, std::nullopt);
}

void ShownSums::takeRead(const SummedStates& read) {
    const RunData& run = m_source.history();
    m_fromNs = std::max(read.fromNs, run.startNs);
    m_toNs = run.endNs != 0 ? std::min(read.toNs, run.endNs) : read.toNs;
    m_sums = read.processes;
}

void ShownSums::addUp() {
    const RunData& run = m_source.view();
    for (std::size_t i = 0; i < m_sums.size() && i < run.processes.size(); ++i) {
        const ProcessData& process = run.processes[i];
        m_books[i].follow(process.lane);
        if (m_stretch) {
            m_sums[i] = m_books[i].between(process.lane, m_fromNs, std::max(m_fromNs, m_toNs), process.endedNs);
            continue;
        }
        // With all that is known by now, also what the sampler has told beyond the newest sample.
        m_sums[i] = m_books[i].until(process.lane, StateSeries::kOpenEnd - 1, process.endedNs);
        m_sums[i]->times = process.lane.totals(run.startNs, std::max(m_toNs, run.startNs + 1));
    }
}

std::size_t ShownSums::counted() const {
    return static_cast<std::size_t>(std::ranges::count_if(m_sums, [](const auto& sums) { return sums.has_value(); }));
}

}  // namespace ipclab

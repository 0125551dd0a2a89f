#include "series/slice_histogram.h"

#include <algorithm>
#include <cmath>

namespace ipclab {

Nanoseconds SliceHistogram::lowerEdge(std::size_t bin) {
    return bin == 0 ? 0 : static_cast<Nanoseconds>(std::llround(1'000 * std::exp2(static_cast<double>(bin - 1) / 2)));
}

std::size_t SliceHistogram::binOf(Nanoseconds length) {
    std::size_t bin = 0;
    while (bin + 1 < kBins && length >= lowerEdge(bin + 1)) ++bin;
    return bin;
}

void SliceHistogram::follow(const StateSeries& lane) {
    if (m_next < lane.firstIndex()) {
        m_missing += lane.firstIndex() - m_next;
        m_next = lane.firstIndex();
    }
    for (; m_next < lane.endIndex(); ++m_next) {
        const StateInterval it = lane.interval(m_next);
        if (it.state != ProcessState::Running) continue;
        const Nanoseconds length = it.end - it.start;
        ++m_bins[binOf(length)];
        ++m_count;
        m_longest = std::max(m_longest, length);
    }
}

Nanoseconds SliceHistogram::quantile(double share) const {
    if (m_count == 0) return 0;
    const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(m_count)));
    std::uint64_t seen = 0;
    for (std::size_t bin = 0; bin + 1 < kBins; ++bin) {
        seen += m_bins[bin];
        if (seen >= std::max<std::uint64_t>(wanted, 1)) return std::min(lowerEdge(bin + 1), m_longest);
    }
    return m_longest;
}

}  // namespace ipclab

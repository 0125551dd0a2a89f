#include "series/slice_histogram.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ipclab {

Nanoseconds SliceHistogram::lowerEdge(std::size_t bin) {
    return bin == 0 ? 0 : static_cast<Nanoseconds>(std::llround(1'000 * std::exp2(static_cast<double>(bin - 1) / 2)));
}

std::size_t SliceHistogram::binOf(Nanoseconds length) {
    static const std::array<Nanoseconds, kBins> kEdges = [] {
        std::array<Nanoseconds, kBins> edges{};
        for (std::size_t bin = 0; bin < kBins; ++bin) edges[bin] = lowerEdge(bin);
        return edges;
    }();
    return static_cast<std::size_t>(std::upper_bound(kEdges.begin() + 1, kEdges.end(), length) - kEdges.begin()) - 1;
}

SliceHistogram::SliceHistogram(const std::array<std::uint64_t, kBins>& bins, Nanoseconds longest)
    : m_bins(bins), m_count(std::accumulate(bins.begin(), bins.end(), std::uint64_t{0})), m_longest(longest) {}

void SliceHistogram::follow(const StateSeries& lane) {
    if (m_next < lane.firstIndex()) {
        m_missing += lane.firstIndex() - m_next;
        m_next = lane.firstIndex();
    }
    for (; m_next < lane.endIndex(); ++m_next) add(lane.interval(m_next));
}

void SliceHistogram::add(const StateInterval& interval) {
    if (interval.state != ProcessState::Running) return;
    const Nanoseconds length = interval.end - interval.start;
    ++m_bins[binOf(length)];
    ++m_count;
    m_longest = std::max(m_longest, length);
}

void SliceHistogram::takeAway(const SliceHistogram& earlier, Nanoseconds longest) {
    for (std::size_t bin = 0; bin < kBins; ++bin) m_bins[bin] -= std::min(m_bins[bin], earlier.m_bins[bin]);
    m_count = std::accumulate(m_bins.begin(), m_bins.end(), std::uint64_t{0});
    m_missing -= std::min(m_missing, earlier.m_missing);
    m_longest = longest;
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

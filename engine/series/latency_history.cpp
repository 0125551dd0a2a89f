#include "series/latency_history.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace ipclab {

namespace latency_bins {

std::size_t binOf(Nanoseconds value) {
    if (value <= 1) return 0;
    const double place = std::log10(static_cast<double>(value)) * kPerDecade;
    return std::min(static_cast<std::size_t>(place + 1e-9), kCount - 1);
}

double lowerEdgeNs(std::size_t bin) { return std::pow(10, static_cast<double>(bin) / kPerDecade); }

}  // namespace latency_bins

std::uint64_t countOf(const LatencyCounts& counts) {
    std::uint64_t sum = 0;
    for (const std::uint64_t count : counts) sum += count;
    return sum;
}

double quantileNs(const LatencyCounts& counts, double q) {
    const std::uint64_t all = countOf(counts);
    const double wanted = std::clamp(q, 0.0, 1.0) * static_cast<double>(all);
    double below = 0;
    for (std::size_t bin = 0; bin < counts.size(); ++bin) {
        const auto here = static_cast<double>(counts[bin]);
        if (here > 0 && below + here >= wanted)
            return latency_bins::lowerEdgeNs(bin) * std::pow(10, (wanted - below) / here / latency_bins::kPerDecade);
        below += here;
    }
    return 0;
}

namespace {

std::uint32_t sumOf(std::uint32_t a, std::uint32_t b) {
    return a > std::numeric_limits<std::uint32_t>::max() - b ? std::numeric_limits<std::uint32_t>::max() : a + b;
}

LatencyHistory::Interval merged(LatencyHistory::Interval a, const LatencyHistory::Interval& b) {
    LatencyHistory::Interval both{a.begin, b.end, {}};
    both.counts.reserve(a.counts.size() + b.counts.size());
    auto left = a.counts.begin();
    for (const LatencyHistory::Count& right : b.counts) {
        while (left != a.counts.end() && left->bin < right.bin) both.counts.push_back(*left++);
        const bool same = left != a.counts.end() && left->bin == right.bin;
        both.counts.push_back({right.bin, same ? sumOf((left++)->count, right.count) : right.count});
    }
    both.counts.insert(both.counts.end(), left, a.counts.end());
    both.counts.shrink_to_fit();
    return both;
}

}  // namespace

const LatencyHistory& LatencyHistory::stored() const {
    static const LatencyHistory nothing;
    const LatencyHistory* whole = m_stored->whole();
    return whole != nullptr ? *whole : nothing;
}

bool LatencyHistory::isAway() const { return m_stored != nullptr && m_stored->whole() == nullptr; }

Nanoseconds LatencyHistory::firstTime() const { return m_stored == nullptr ? m_firstTime : m_stored->firstTime(); }
Nanoseconds LatencyHistory::lastTime() const { return m_stored == nullptr ? m_lastTime : m_stored->lastTime(); }
std::uint64_t LatencyHistory::revision() const { return m_stored == nullptr ? 0 : m_stored->revision(); }

void LatencyHistory::lookAt(Nanoseconds t0, Nanoseconds t1, std::size_t columns) const {
    if (m_stored != nullptr) m_stored->lookAt(t0, t1, columns);
}

void LatencyHistory::forEachStored(Nanoseconds t0, Nanoseconds t1,
                                   const std::function<void(const Interval&)>& fn) const {
    m_stored->forEach(t0, t1, fn);
}

void LatencyHistory::append(Nanoseconds begin, Nanoseconds end, std::vector<Count> counts) {
    assert(m_stored == nullptr);
    if (counts.empty()) return;
    assert(std::ranges::is_sorted(counts, {}, &Count::bin) && counts.back().bin < latency_bins::kCount);
    begin = empty() ? begin : std::max(begin, m_lastTime);
    end = std::max(end, begin);
    if (empty()) m_firstTime = begin;
    m_lastTime = end;
    ++m_appended;
    push(0, {begin, end, std::move(counts)});
}

void LatencyHistory::push(std::size_t level, Interval interval) {
    if (level == m_levels.size()) m_levels.emplace_back();
    m_levels[level].push_back(std::move(interval));
    if (m_levels[level].size() <= kIntervalsALevel) return;
    const auto takeOldest = [&] {
        Interval oldest = std::move(m_levels[level].front());
        m_levels[level].pop_front();
        return oldest;
    };
    Interval first = takeOldest();
    push(level + 1, merged(std::move(first), takeOldest()));
}

LatencyHistory::Level::const_iterator LatencyHistory::firstAfter(const Level& level, Nanoseconds t) {
    return std::ranges::partition_point(level, [t](const Interval& it) { return it.end <= t; });
}

LatencyCounts LatencyHistory::between(Nanoseconds t0, Nanoseconds t1) const {
    if (isAway()) return m_stored->between(t0, t1);
    LatencyCounts counts{};
    forEach(t0, t1, [&](const Interval& it) {
        if (it.end > t1) return;
        for (const Count& count : it.counts) counts[count.bin] += count.count;
    });
    return counts;
}

LatencyCounts LatencyHistory::all() const {
    return between(std::numeric_limits<Nanoseconds>::min(), std::numeric_limits<Nanoseconds>::max());
}

const LatencyHistory::Interval* LatencyHistory::at(Nanoseconds t) const {
    const Interval* found = nullptr;
    forEach(t, t + 1, [&](const Interval& it) { found = &it; });
    return found;
}

std::size_t LatencyHistory::memoryBytes() const {
    std::size_t bytes = 0;
    for (const Level& level : m_levels) {
        for (const Interval& it : level) bytes += sizeof it + it.counts.capacity() * sizeof(Count);
    }
    return bytes;
}

}  // namespace ipclab

#include "series/time_series.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "series/not_a_number.h"
#include "series/statistics.h"

namespace ipclab {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::size_t kGroupsPerColumn = 32;  // where the groups are that fine, their edges stand in for the samples'

}  // namespace

// Dropping works by chunks, and the groups of a level must end where the chunks below them do.
TimeSeries::TimeSeries(std::size_t maxSamples)
    : m_maxSamples(std::max(maxSamples, 16 * ChunkedArray<Sample>::kChunk)) {}

TimeSeries::TimeSeries(std::shared_ptr<const StoredSamples> stored)
    : m_stored(std::move(stored)), m_maxSamples(16 * ChunkedArray<Sample>::kChunk) {
    assert(m_stored != nullptr);
}

const TimeSeries& TimeSeries::stored() const {
    static const TimeSeries nothing;
    const TimeSeries* whole = m_stored->whole();
    return whole != nullptr ? *whole : nothing;
}

TimeSeries::Node TimeSeries::nodeOf(const Sample& s) {
    if (std::isnan(s.value)) return {s.t, kInfinity, -kInfinity, s.value, s.value, 0, 0, 1};
    return {s.t, s.value, s.value, s.value, s.value, s.value, 1, 0};
}

void TimeSeries::merge(Node& into, const Node& from) {
    if (into.count + into.gaps == 0) {
        into = from;
        return;
    }
    into.min = std::min(into.min, from.min);
    into.max = std::max(into.max, from.max);
    into.last = from.last;
    into.sum += from.sum;
    into.count += from.count;
    into.gaps += from.gaps;
}

void TimeSeries::append(Nanoseconds t, double value) {
    assert(m_stored == nullptr);
    if (empty()) m_firstTime = m_lastTime = t;
    m_lastTime = std::max(t, m_lastTime);
    const Sample sample{m_lastTime, value};
    assert(m_samples.empty() || m_samples.back().t <= sample.t);
    m_samples.push(sample);
    if (m_open.empty()) {
        m_open.push_back({});
        m_levels.emplace_back();
    }
    merge(m_open[0], nodeOf(sample));
    constexpr std::size_t mask = (std::size_t{1} << kFirstSpanShift) - 1;
    if ((m_samples.endIndex() & mask) == 0) close(0, m_samples.endIndex());
}

void TimeSeries::close(std::size_t level, std::size_t endIndex) {
    m_levels[level].push(m_open[level]);
    if (m_open.size() == level + 1) {
        m_open.push_back({});
        m_levels.emplace_back();
    }
    merge(m_open[level + 1], m_open[level]);
    m_open[level] = {};
    const std::size_t mask = (std::size_t{1} << spanShift(level + 1)) - 1;
    if ((endIndex & mask) == 0) close(level + 1, endIndex);
    if (level == 0) forgetOldest();
}

void TimeSeries::forgetOldest() {
    if (m_samples.size() > m_maxSamples + ChunkedArray<Sample>::kChunk) m_samples.dropFirstChunk();
    const std::size_t maxNodes = m_maxSamples >> kFirstSpanShift;
    for (Level& level : m_levels) {
        if (level.size() > maxNodes + Level::kChunk) level.dropFirstChunk();
    }
}

// The finest depth that still holds data at t.
std::size_t TimeSeries::oldestDepth(Nanoseconds t) const {
    if (m_samples.firstIndex() == 0 || t >= m_samples[m_samples.firstIndex()].t) return 0;
    for (std::size_t level = 0; level + 1 < m_levels.size(); ++level) {
        const Level& nodes = m_levels[level];
        if (nodes.firstIndex() == 0 || t >= nodes[nodes.firstIndex()].t) return level + 1;
    }
    return m_levels.size() - 1;
}

std::size_t TimeSeries::edgeIndex(Nanoseconds t, std::size_t depth, std::size_t hint) const {
    std::size_t from = 0;
    for (depth = std::max(depth, oldestDepth(t)); depth > 0; --depth) {
        const Level& nodes = m_levels[depth - 1];
        const std::size_t shift = spanShift(depth - 1);
        const std::size_t low = std::max(nodes.firstIndex(), from >> shift);
        const std::size_t found =
            partitionNear(low, nodes.endIndex(), hint >> shift, [&](std::size_t i) { return nodes[i].t < t; });
        if (found < nodes.endIndex()) return found << shift;
        from = nodes.endIndex() << shift;  // the tail that fills no group of this level yet
    }
    return partitionNear(std::max(m_samples.firstIndex(), from), m_samples.endIndex(), hint,
                         [&](std::size_t i) { return m_samples[i].t < t; });
}

std::size_t TimeSeries::lowerBound(Nanoseconds t) const {
    const ChunkedArray<Sample>& samples = here().m_samples;
    return partitionNear(samples.firstIndex(), samples.endIndex(), samples.endIndex() / 2,
                         [&](std::size_t i) { return samples[i].t < t; });
}

bool TimeSeries::takeFew(Nanoseconds t0, Nanoseconds t1, std::size_t most, std::vector<Sample>& out) const {
    if (m_stored != nullptr) return m_stored->takeFew(t0, t1, most, out);
    const std::size_t from = lowerBound(t0), to = lowerBound(t1);
    const bool kept = firstIndex() == 0 || from > firstIndex();
    if (!kept || to - from > most) return false;
    const std::size_t last = std::min(to + 1, endIndex());
    for (std::size_t i = from > firstIndex() ? from - 1 : from; i < last; ++i) out.push_back(m_samples[i]);
    return true;
}

// The level of the biggest complete group that begins at begin and does not reach beyond end; −1: not even sixteen.
int TimeSeries::biggestAt(std::size_t begin, std::size_t end) const {
    int best = -1;
    for (std::size_t level = 0; level < m_levels.size(); ++level) {
        const std::size_t shift = spanShift(level);
        const std::size_t span = std::size_t{1} << shift;
        if ((begin & (span - 1)) != 0 || begin + span > end || (begin >> shift) >= m_levels[level].endIndex()) break;
        best = static_cast<int>(level);
    }
    return best;
}

void TimeSeries::mergeSamples(Node& into, std::size_t begin, std::size_t end) const {
    if (into.count + into.gaps == 0) into.first = m_samples[begin].value;
    for (std::size_t i = begin; i < end; ++i) {
        const double value = m_samples[i].value;
        if (std::isnan(value)) {
            ++into.gaps;
            continue;
        }
        into.min = value < into.min ? value : into.min;
        into.max = value > into.max ? value : into.max;
        into.sum += value;
        ++into.count;
    }
    into.last = m_samples[end - 1].value;
}

TimeSeries::Node TimeSeries::range(std::size_t begin, std::size_t end) const {
    assert(end <= m_samples.endIndex());
    constexpr std::size_t span = std::size_t{1} << kFirstSpanShift;
    Node total{0, kInfinity, -kInfinity, kNaN, kNaN, 0, 0, 0};
    while (begin < end) {
        if (const int level = biggestAt(begin, end); level >= 0) {
            const std::size_t shift = spanShift(static_cast<std::size_t>(level));
            merge(total, m_levels[static_cast<std::size_t>(level)][begin >> shift]);
            begin += std::size_t{1} << shift;
        } else {
            const std::size_t stop = std::min(end, (begin / span + 1) * span);
            mergeSamples(total, begin, stop);
            begin = stop;
        }
    }
    return total;
}

void TimeSeries::reduce(const ColumnGrid& grid, std::vector<Column>& out) const {
    if (m_stored != nullptr) return m_stored->reduce(grid, out);
    out.assign(grid.columns, Column{kNaN, kNaN, kNaN, kNaN, 0, false});
    if (empty() || grid.columns == 0) return;
    std::size_t begin = edgeIndex(grid.start, 0, endIndex() / 2);
    const std::size_t last = edgeIndex(grid.end(), 0, endIndex());
    const std::size_t perColumn = last > begin ? (last - begin) / grid.columns : 0;
    std::size_t depth = 0;
    while (depth < m_levels.size() && (perColumn >> spanShift(depth)) >= kGroupsPerColumn) ++depth;
    std::size_t stride = perColumn;
    for (std::size_t i = 0; i < grid.columns && begin < last; ++i) {
        const std::size_t end = std::min(edgeIndex(grid.edge(i + 1), depth, begin + stride), last);
        stride = end - begin;
        if (stride == 0) continue;
        const Node node = range(begin, end);
        const bool numbers = node.count > 0;
        out[i] = {
            numbers ? node.min : kNaN, numbers ? node.max : kNaN, node.first, node.last, node.count, node.gaps > 0};
        begin = end;
    }
}

std::optional<Sample> TimeSeries::at(Nanoseconds t) const {
    if (m_stored != nullptr) return m_stored->at(t);
    if (empty() || t < m_firstTime) return std::nullopt;
    const std::size_t depth = oldestDepth(t);
    if (depth > 0) {
        const Level& nodes = m_levels[depth - 1];
        const std::size_t after = partitionNear(nodes.firstIndex(), nodes.endIndex(), nodes.firstIndex(),
                                                [&](std::size_t i) { return nodes[i].t <= t; });
        const Node& node = nodes[std::max(after, nodes.firstIndex() + 1) - 1];
        return Sample{node.t, node.first};
    }
    const std::size_t after = partitionNear(m_samples.firstIndex(), endIndex(), endIndex(),
                                            [&](std::size_t i) { return m_samples[i].t <= t; });
    return m_samples[std::max(after, m_samples.firstIndex() + 1) - 1];
}

SeriesStatistics TimeSeries::statistics(Nanoseconds t0, Nanoseconds t1) const {
    if (m_stored != nullptr) return m_stored->statistics(t0, t1);
    SeriesStatistics result;
    if (empty() || t1 <= t0) return result;
    const std::size_t begin = edgeIndex(t0, 0, endIndex() / 2);
    const std::size_t end = edgeIndex(t1, 0, endIndex());
    if (begin >= end) return result;
    result = summary(begin, end);
    if (result.count == 0) return result;
    quantiles(std::max(begin, m_samples.firstIndex()), end, result);
    result.exactQuantiles = result.exactQuantiles && begin >= m_samples.firstIndex();
    return result;
}

SeriesStatistics TimeSeries::summary() const {
    if (m_stored != nullptr) return m_stored->statistics(firstTime(), lastTime() + 1);
    return empty() ? SeriesStatistics{} : summary(edgeIndex(m_firstTime, 0, endIndex() / 2), endIndex());
}

SeriesStatistics TimeSeries::summary(std::size_t begin, std::size_t end) const {
    SeriesStatistics result;
    if (begin >= end) return result;
    const Node node = range(begin, end);
    if (node.count == 0) return result;
    result.count = node.count;
    result.min = node.min;
    result.max = node.max;
    result.mean = node.sum / static_cast<double>(node.count);
    return result;
}

void TimeSeries::quantiles(std::size_t begin, std::size_t end, SeriesStatistics& result) const {
    const std::size_t stride = end > begin ? (end - begin - 1) / kQuantileSamples + 1 : 1;
    std::vector<double> values;
    values.reserve(end > begin ? (end - begin) / stride + 1 : 0);
    for (std::size_t i = begin; i < end; i += stride) {
        if (!std::isnan(m_samples[i].value)) values.push_back(m_samples[i].value);
    }
    result.exactQuantiles = stride == 1;
    if (values.empty()) {
        result.p50 = result.p90 = result.p99 = result.mean;
        result.exactQuantiles = false;
        return;
    }
    std::sort(values.begin(), values.end());
    result.p50 = sortedQuantile(values, 0.5);
    result.p90 = sortedQuantile(values, 0.9);
    result.p99 = sortedQuantile(values, 0.99);
}

std::size_t TimeSeries::memoryBytes() const {
    std::size_t bytes = m_samples.size() * sizeof(Sample);
    for (const Level& level : m_levels) bytes += level.size() * sizeof(Node);
    return bytes;
}

}  // namespace ipclab

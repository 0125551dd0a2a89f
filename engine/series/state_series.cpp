#include "series/state_series.h"

#include <algorithm>
#include <cassert>

namespace ipclab {
namespace {

constexpr std::size_t kMaxBuckets = 131'072;

std::size_t slot(ProcessState state) { return static_cast<std::size_t>(state); }

}  // namespace

StateSeries::StateSeries(std::size_t maxIntervals)
    : m_maxIntervals(std::max(maxIntervals, ChunkedArray<Stored>::kChunk)) {}

StateSeries::StateSeries(std::shared_ptr<const StoredStates> stored)
    : m_elsewhere(std::move(stored)), m_maxIntervals(ChunkedArray<Stored>::kChunk) {
    assert(m_elsewhere != nullptr);
}

const StateSeries& StateSeries::stored() const {
    static const StateSeries nothing;
    const StateSeries* whole = m_elsewhere->whole();
    return whole != nullptr ? *whole : nothing;
}

void StateSeries::forEachStored(Nanoseconds t0, Nanoseconds t1,
                                const std::function<void(const StateInterval&)>& fn) const {
    m_elsewhere->forEach(t0, t1, fn);
}

void StateSeries::append(Nanoseconds start, Nanoseconds end, ProcessState state, std::int16_t cpu,
                         std::uint8_t reason) {
    assert(m_elsewhere == nullptr);
    m_open.reset();
    if (m_stored.endIndex() == 0) m_firstTime = m_end = start;
    start = std::max(start, m_end);
    if (end <= start) return;
    if ((m_stored.endIndex() & ((std::size_t{1} << kBlockShift) - 1)) == 0) m_blocks.push({start, m_sum});
    assert(m_stored.empty() || Nanoseconds{m_stored.back().end} <= start);
    m_stored.push({start, end, cpu, state, reason});
    m_sum[slot(state)] += end - start;
    m_end = end;
    if (m_stored.size() > m_maxIntervals + m_stored.kChunk) foldOldest();
}

void StateSeries::setOpen(ProcessState state, Nanoseconds since, std::int16_t cpu, std::uint8_t reason) {
    if (empty()) m_firstTime = m_end = since;
    m_open = StateInterval{std::max(since, m_end), kOpenEnd, state, cpu, reason};
}

StateInterval StateSeries::interval(std::uint64_t index) const {
    if (m_elsewhere != nullptr) return stored().interval(index);
    if (index == endIndex() && m_open) return *m_open;
    const Stored& stored = m_stored[index];
    return {stored.start, stored.end, stored.state, stored.cpu, stored.reason};
}

Nanoseconds StateSeries::lastTime() const {
    if (m_elsewhere != nullptr) return m_elsewhere->lastTime();
    return m_open ? m_open->start : m_end;
}

Nanoseconds StateSeries::detailSince() const {
    if (m_elsewhere != nullptr) return firstTime();
    return m_stored.empty() ? m_firstTime : Nanoseconds{m_stored[m_stored.firstIndex()].start};
}

void StateSeries::foldOldest() {
    const std::size_t end = m_stored.firstIndex() + m_stored.kChunk;
    for (std::size_t i = m_stored.firstIndex(); i < end; ++i) m_folded.add(m_stored[i]);
    m_stored.dropFirstChunk();
    m_blocks.dropFirstChunk();
}

// --- folded history

void StateSeries::Folded::add(const Stored& interval) {
    if (atEdges.empty()) {
        firstBucket = ColumnGrid::columnOf(interval.start, Nanoseconds{1} << shift);
        atEdges.push_back({});
    }
    reach(interval.start);
    for (Nanoseconds from = interval.start; from < interval.end;) {
        const Nanoseconds edge = (firstBucket + static_cast<Nanoseconds>(atEdges.size())) << shift;
        const Nanoseconds to = std::min<Nanoseconds>(edge, interval.end);
        sum[slot(interval.state)] += to - from;
        from = end = to;
        reach(to);
    }
}

// Closes every bucket that ends at or before t.
void StateSeries::Folded::reach(Nanoseconds t) {
    while ((firstBucket + static_cast<Nanoseconds>(atEdges.size())) << shift <= t) {
        atEdges.push_back(sum);
        if (atEdges.size() > kMaxBuckets) coarsen();
    }
}

// Doubles the width of the buckets. The first may then begin before the first interval, where all sums are zero.
void StateSeries::Folded::coarsen() {
    const bool oddFirst = (firstBucket & 1) != 0;
    std::vector<StateTimes> kept;
    kept.reserve(kMaxBuckets);
    if (oddFirst) kept.push_back({});
    for (std::size_t k = oddFirst ? 1 : 0; k < atEdges.size(); k += 2) kept.push_back(atEdges[k]);
    atEdges = std::move(kept);
    firstBucket >>= 1;
    ++shift;
}

StateTimes StateSeries::Folded::until(Nanoseconds t) const {
    if (atEdges.empty() || t >= end) return sum;
    const Nanoseconds begin = firstBucket << shift;
    if (t <= begin) return {};
    const auto bucket = static_cast<std::size_t>((t - begin) >> shift);
    const StateTimes& low = atEdges[bucket];
    const bool last = bucket + 1 == atEdges.size();
    const StateTimes& high = last ? sum : atEdges[bucket + 1];
    const Nanoseconds bucketBegin = begin + (static_cast<Nanoseconds>(bucket) << shift);
    const Nanoseconds width = last ? end - bucketBegin : Nanoseconds{1} << shift;
    const double part = static_cast<double>(t - bucketBegin) / static_cast<double>(width);
    StateTimes result = low;
    for (std::size_t s = 0; s < result.size(); ++s) {
        result[s] += static_cast<Nanoseconds>(part * static_cast<double>(high[s] - low[s]));
    }
    return result;
}

// --- queries

std::uint64_t StateSeries::firstEndingAfter(Nanoseconds t) const {
    return partitionNear(m_stored.firstIndex(), m_stored.endIndex(), m_stored.endIndex(),
                         [&](std::size_t i) { return m_stored[i].end <= t; });
}

std::uint64_t StateSeries::indexAt(Nanoseconds t) const {
    if (m_elsewhere != nullptr) return stored().indexAt(t);
    if (m_open && t >= m_open->start) return endIndex();
    const std::uint64_t index = firstEndingAfter(t);
    return index < endIndex() && m_stored[index].start <= t ? index : StateColumn::kNone;
}

std::optional<StateInterval> StateSeries::at(Nanoseconds t) const {
    if (m_elsewhere != nullptr) return m_elsewhere->at(t);
    const std::uint64_t index = indexAt(t);
    if (index == StateColumn::kNone) return std::nullopt;
    return interval(index);
}

StateSeries::Cursor StateSeries::seek(Nanoseconds t) const {
    Cursor cursor{m_stored.firstIndex(), m_folded.sum};
    advance(cursor, t);
    return cursor;
}

// Forward only: interval by interval for a while, which is cheapest for neighbouring edges, then by the sums.
void StateSeries::advance(Cursor& cursor, Nanoseconds t) const {
    const std::size_t patience = std::min(cursor.index + 48, m_stored.endIndex());
    while (cursor.index < patience) {
        const auto stretch = m_stored.stretch(cursor.index, patience);
        std::size_t passed = 0;
        for (; passed < stretch.size() && stretch[passed].end <= t; ++passed) {
            cursor.until[slot(stretch[passed].state)] += stretch[passed].end - stretch[passed].start;
        }
        cursor.index += passed;
        if (passed < stretch.size()) return;
    }
    if (cursor.index == patience && patience < m_stored.endIndex()) jump(cursor, t);
}

void StateSeries::jump(Cursor& cursor, Nanoseconds t) const {
    const std::size_t low = cursor.index >> kBlockShift;
    const std::size_t after =
        partitionNear(low, m_blocks.endIndex(), low, [&](std::size_t b) { return m_blocks[b].start <= t; });
    if (after > low + 1) cursor = {(after - 1) << kBlockShift, m_blocks[after - 1].until};
    while (cursor.index < m_stored.endIndex() && m_stored[cursor.index].end <= t) {
        const Stored& passed = m_stored[cursor.index++];
        cursor.until[slot(passed.state)] += passed.end - passed.start;
    }
}

StateTimes StateSeries::timesAt(const Cursor& cursor, Nanoseconds t) const {
    if (cursor.index == m_stored.firstIndex() && cursor.index > 0 && t < detailSince()) return m_folded.until(t);
    StateTimes times = cursor.until;
    if (cursor.index < m_stored.endIndex()) {
        const Stored& inside = m_stored[cursor.index];
        if (t > inside.start) times[slot(inside.state)] += t - inside.start;
    } else if (m_open && t > m_open->start) {
        times[slot(m_open->state)] += t - m_open->start;
    }
    return times;
}

StateTimes StateSeries::totals(Nanoseconds t0, Nanoseconds t1) const {
    if (t1 <= t0) return {};
    if (m_elsewhere != nullptr) return m_elsewhere->totals(t0, t1);
    Cursor cursor = seek(t0);
    const StateTimes before = timesAt(cursor, t0);
    advance(cursor, t1);
    StateTimes result = timesAt(cursor, t1);
    for (std::size_t s = 0; s < result.size(); ++s) result[s] -= before[s];
    return result;
}

void StateSeries::reduce(const ColumnGrid& grid, std::vector<StateColumn>& out) const {
    if (m_elsewhere != nullptr) return m_elsewhere->reduce(grid, out);
    out.assign(grid.columns, StateColumn{{}, StateColumn::kNone});
    if (empty() || grid.columns == 0) return;
    const double perStep = 1.0 / static_cast<double>(grid.step);
    Cursor cursor = seek(grid.start);
    StateTimes before = timesAt(cursor, grid.start);
    for (std::size_t i = 0; i < grid.columns; ++i) {
        StateColumn& column = out[i];
        const Nanoseconds from = grid.edge(i), to = from + grid.step;
        const bool stored = cursor.index < m_stored.endIndex();
        const Nanoseconds start = stored ? Nanoseconds{m_stored[cursor.index].start} : m_open ? m_open->start : to;
        if (start <= from && (!stored || m_stored[cursor.index].end >= to)) {
            const ProcessState state = stored ? m_stored[cursor.index].state : m_open->state;
            column.share[slot(state)] = 1;
            column.interval = cursor.index;
            advance(cursor, to);
            before[slot(state)] += grid.step;
            continue;
        }
        advance(cursor, to);
        const StateTimes until = timesAt(cursor, to);
        for (std::size_t s = 0; s < until.size(); ++s) {
            column.share[s] = static_cast<float>(static_cast<double>(until[s] - before[s]) * perStep);
        }
        before = until;
    }
}

std::size_t StateSeries::memoryBytes() const {
    return m_stored.size() * sizeof(Stored) + m_blocks.size() * sizeof(Block) +
           m_folded.atEdges.size() * sizeof(StateTimes);
}

}  // namespace ipclab

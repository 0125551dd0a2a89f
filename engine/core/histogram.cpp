#include "core/histogram.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace ipclab {

using std::memory_order_relaxed;

namespace histogram {

Nanoseconds bucketMiddleNs(std::size_t bucket) {
    assert(bucket < kBuckets);
    if (bucket < (2U << kStepBits)) return static_cast<Nanoseconds>(bucket);
    const std::size_t shift = (bucket >> kStepBits) - 1;
    const auto low = static_cast<Nanoseconds>((bucket - (shift << kStepBits)) << shift);
    return low + ((Nanoseconds{1} << shift) >> 1);
}

}  // namespace histogram

void SharedHistogram::record(Nanoseconds valueNs) {
    const Nanoseconds value = std::max<Nanoseconds>(valueNs, 0);
    buckets[histogram::bucketOf(value)].fetch_add(1, memory_order_relaxed);
    sumNs.fetch_add(static_cast<std::uint64_t>(value), memory_order_relaxed);
    count.fetch_add(1, memory_order_relaxed);
    Nanoseconds seen = maxNs.load(memory_order_relaxed);
    while (value > seen && !maxNs.compare_exchange_weak(seen, value, memory_order_relaxed)) {
    }
}

void SharedHistogram::recordAlone(Nanoseconds valueNs) {
    const Nanoseconds value = std::max<Nanoseconds>(valueNs, 0);
    const auto bump = [](auto& counter, auto by) {
        counter.store(counter.load(memory_order_relaxed) + by, memory_order_relaxed);
    };
    bump(buckets[histogram::bucketOf(value)], std::uint64_t{1});
    bump(sumNs, static_cast<std::uint64_t>(value));
    bump(count, std::uint64_t{1});
    if (value > maxNs.load(memory_order_relaxed)) maxNs.store(value, memory_order_relaxed);
}

void SharedHistogram::copyAlone(const SharedHistogram& from) {
    const auto copy = [](auto& to, const auto& value) {
        to.store(value.load(memory_order_relaxed), memory_order_relaxed);
    };
    for (std::size_t i = 0; i < buckets.size(); ++i) copy(buckets[i], from.buckets[i]);
    copy(sumNs, from.sumNs);
    copy(count, from.count);
    copy(maxNs, from.maxNs);
}

HistogramSnapshot::HistogramSnapshot(const SharedHistogram& live)
    : m_sumNs(live.sumNs.load(memory_order_relaxed)), m_maxNs(live.maxNs.load(memory_order_relaxed)) {
    // The count is the sum of what was copied, not the live counter: a snapshot agrees with itself.
    for (std::size_t i = 0; i < m_buckets.size(); ++i) {
        m_buckets[i] = live.buckets[i].load(memory_order_relaxed);
        m_count += m_buckets[i];
    }
}

void HistogramSnapshot::add(const HistogramSnapshot& other) {
    for (std::size_t i = 0; i < m_buckets.size(); ++i) m_buckets[i] += other.m_buckets[i];
    m_count += other.m_count;
    m_sumNs += other.m_sumNs;
    m_maxNs = std::max(m_maxNs, other.m_maxNs);
}

HistogramSnapshot HistogramSnapshot::since(const HistogramSnapshot& earlier) const {
    HistogramSnapshot difference;
    std::size_t highest = 0;
    for (std::size_t i = 0; i < m_buckets.size(); ++i) {
        difference.m_buckets[i] = m_buckets[i] - std::min(earlier.m_buckets[i], m_buckets[i]);
        difference.m_count += difference.m_buckets[i];
        if (difference.m_buckets[i] > 0) highest = i;
    }
    difference.m_sumNs = m_sumNs - std::min(earlier.m_sumNs, m_sumNs);
    if (difference.m_count > 0) {
        difference.m_maxNs = highest == histogram::bucketOf(m_maxNs) ? m_maxNs : histogram::bucketMiddleNs(highest);
    }
    return difference;
}

double HistogramSnapshot::meanNs() const {
    return m_count == 0 ? 0.0 : static_cast<double>(m_sumNs) / static_cast<double>(m_count);
}

Nanoseconds HistogramSnapshot::quantileNs(double q) const {
    if (m_count == 0) return 0;
    const double wanted = std::ceil(std::clamp(q, 0.0, 1.0) * static_cast<double>(m_count));
    const auto rank = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(wanted));
    std::uint64_t seen = 0;
    for (std::size_t i = 0; i < m_buckets.size(); ++i) {
        seen += m_buckets[i];
        if (seen >= rank) return std::min(histogram::bucketMiddleNs(i), std::max<Nanoseconds>(m_maxNs, 0));
    }
    return m_maxNs;
}

}  // namespace ipclab

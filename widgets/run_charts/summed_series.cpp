#include "run_charts/summed_series.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace ipclab {
namespace {

constexpr Nanoseconds kHeldBackNs = 150'000'000;
constexpr Nanoseconds kEndedAfterNs = 2 * kNsPerSecond;  // all that is sampled is so more often

}  // namespace

SummedSeries::SummedSeries(std::vector<const TimeSeries*> parts)
    : m_parts(std::move(parts)),
      m_next(m_parts.size(), 0),
      m_newest(m_parts.size(), Sample{0, std::numeric_limits<double>::quiet_NaN()}) {}

Nanoseconds SummedSeries::until(bool ended) const {
    Nanoseconds newest = std::numeric_limits<Nanoseconds>::min();
    for (const TimeSeries* part : m_parts) {
        if (!part->empty()) newest = std::max(newest, part->lastTime());
    }
    return ended || newest == std::numeric_limits<Nanoseconds>::min() ? newest : newest - kHeldBackNs;
}

void SummedSeries::take(Nanoseconds t) {
    double sum = 0;
    for (const Sample& sample : m_newest) {
        if (!std::isnan(sample.value) && t - sample.t <= kEndedAfterNs) sum += sample.value;
    }
    m_sum.append(t, sum);
}

void SummedSeries::grow(bool ended) {
    if (std::ranges::any_of(m_parts, &TimeSeries::isAway)) return;  // a sum of some of them is none
    const Nanoseconds last = until(ended);
    for (std::size_t i = 0; i < m_parts.size(); ++i) m_next[i] = std::max(m_next[i], m_parts[i]->firstIndex());
    for (;;) {
        Nanoseconds t = std::numeric_limits<Nanoseconds>::max();
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            if (m_next[i] < m_parts[i]->endIndex()) t = std::min(t, m_parts[i]->sample(m_next[i]).t);
        }
        if (t == std::numeric_limits<Nanoseconds>::max() || t > last) return;
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            while (m_next[i] < m_parts[i]->endIndex() && m_parts[i]->sample(m_next[i]).t <= t)
                m_newest[i] = m_parts[i]->sample(m_next[i]++);
        }
        take(t);
    }
}

}  // namespace ipclab

#include "plot/averaged_series.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "series/column_grid.h"

namespace ipclab {

AveragedSeries::AveragedSeries(const TimeSeries& of, Nanoseconds over) : m_of(of), m_over(over) { assert(over > 0); }

void AveragedSeries::close() {
    const Nanoseconds end = (ColumnGrid::columnOf(m_reached, m_over) + 1) * m_over;
    m_means.append(end, m_known > 0 ? m_sum / static_cast<double>(m_known) : std::numeric_limits<double>::quiet_NaN());
    m_reached = end;
    m_sum = 0;
    m_known = 0;
}

void AveragedSeries::add(Nanoseconds until, double value) {
    while (m_reached < until) {
        const Nanoseconds end = (ColumnGrid::columnOf(m_reached, m_over) + 1) * m_over;
        const Nanoseconds part = std::min(until, end) - m_reached;
        if (!std::isnan(value)) {
            m_sum += value * static_cast<double>(part);
            m_known += part;
        }
        if (until < end) {
            m_reached = until;
        } else {
            close();
        }
    }
}

void AveragedSeries::grow() {
    if (m_of.empty()) return;
    if (m_next == 0 && m_reached == 0) m_reached = m_of.firstTime();
    for (m_next = std::max(m_next, m_of.firstIndex()); m_next < m_of.endIndex(); ++m_next) {
        const Sample& sample = m_of.sample(m_next);
        add(sample.t, sample.value);
    }
}

}  // namespace ipclab

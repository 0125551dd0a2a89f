#include "plot/auto_scale.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "plot/units.h"

namespace ipclab {
namespace {

constexpr Nanoseconds kShrinkAfter = 2 * kNsPerSecond;
constexpr double kMostDecades = 9;
constexpr double kEmptyDecades = 2;  // so many more than needed are no reason for another scale

}  // namespace

namespace {

constexpr Extent kNothing{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(),
                          std::numeric_limits<double>::infinity(), false};

void take(Extent& extent, double low, double high) {
    if (std::isnan(low) || std::isnan(high)) return;
    extent.any = true;
    extent.min = std::min(extent.min, low);
    extent.max = std::max(extent.max, high);
    if (low > 0) extent.minPositive = std::min(extent.minPositive, low);
    if (high > 0) extent.minPositive = std::min(extent.minPositive, high);
}

}  // namespace

Extent Extent::of(const std::vector<CurvePicture>& pictures) {
    Extent extent = kNothing;
    for (const CurvePicture& picture : pictures) {
        for (const Column& column : picture.columns) take(extent, column.min, column.max);
        for (const Sample& sample : picture.samples) take(extent, sample.value, sample.value);
    }
    return extent;
}

Extent Extent::before(Nanoseconds t, const ColumnGrid& grid, const std::vector<CurvePicture>& pictures) {
    Extent extent = kNothing;
    for (const CurvePicture& picture : pictures) {
        for (std::size_t i = 0; i < picture.columns.size() && grid.edge(i + 1) <= t; ++i)
            take(extent, picture.columns[i].min, picture.columns[i].max);
        for (const Sample& sample : picture.samples) {
            if (sample.t < t) take(extent, sample.value, sample.value);
        }
    }
    return extent.any && (extent.min < 0 || extent.max > 0) ? extent : of(pictures);
}

void AutoScale::reset() {
    m_smallSeen = m_isEmpty = false;
    m_scale.high = m_scale.low;
}

void AutoScale::follow(const Extent& extent, Nanoseconds now, const QString& unit) {
    if (m_fixed) {
        m_scale.low = m_fixed->first;
        m_scale.high = m_fixed->second;
    } else if (!extent.any) {
        if (m_scale.isSet()) return;
        m_scale = {m_scale.logarithmic ? 1.0 : 0.0, 10, m_scale.logarithmic};
        m_isEmpty = true;
        return;
    } else if (m_scale.logarithmic) {
        followLogarithmic(extent, unit);
    } else {
        followLinear(extent, now, unit);
    }
    m_isEmpty = false;
}

void AutoScale::followLinear(const Extent& extent, Nanoseconds now, const QString& unit) {
    const double top = std::max(extent.max, 0.0), bottom = std::min(extent.min, 0.0);
    const double span = top - bottom > 0 ? top - bottom : 1;
    const double factor = scaleFor(std::max(top, -bottom), unit).factor;  // round in KiB, not in bytes
    const double step = niceStep(span * factor * 1.04 / 4) / 2 / factor;
    const double high = std::ceil(top * 1.04 / step - 1e-9) * step,
                 low = std::floor(bottom * 1.04 / step + 1e-9) * step;
    const bool unset = !m_scale.isSet() || m_isEmpty;
    const bool outgrown = top > m_scale.high || bottom < m_scale.low;
    const bool small = high - low <= (m_scale.high - m_scale.low) * 0.5;
    if (!small) m_smallSeen = false;
    if (small && !m_smallSeen) {
        m_smallSeen = true;
        m_smallSince = now;
    }
    const bool shrink = small && now - m_smallSince >= kShrinkAfter;
    if (!unset && !outgrown && !shrink) return;
    m_scale.low = outgrown && !unset ? std::min(low, m_scale.low) : low;
    m_scale.high = outgrown && !unset ? std::max(high, m_scale.high) : (high > low ? high : low + 1);
    m_smallSeen = false;
}

void AutoScale::followLogarithmic(const Extent& extent, const QString& unit) {
    if (!std::isfinite(extent.minPositive)) {
        m_scale = {1, 10, true};
        return;
    }
    const double top = std::max(extent.max, extent.minPositive);
    const double least = std::max(extent.minPositive, top / std::pow(10, kMostDecades));
    const Scale wanted = Scale::decades(least, top * 1.000001, unit);
    const double spare = std::log10(m_scale.high / m_scale.low) - std::log10(wanted.high / wanted.low);
    const bool fits = m_scale.isSet() && m_scale.low <= wanted.low * 1.0001 && m_scale.high >= wanted.high * 0.9999 &&
                      spare < kEmptyDecades;
    if (!fits) m_scale = wanted;
}

}  // namespace ipclab

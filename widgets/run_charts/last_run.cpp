#include "run_charts/last_run.h"

#include <limits>

namespace ipclab {
namespace {

constexpr std::size_t kParts = 4096;

TimeSeries reduced(const TimeSeries& series, Nanoseconds origin) {
    const Nanoseconds begin = series.firstTime(), end = series.lastTime() + 1;
    TimeSeries result(4 * kParts);
    if (!series.isAway() && series.firstIndex() == 0 && series.endIndex() <= 2 * kParts) {
        series.forEach(begin, end, [&](const Sample& it) { result.append(it.t - origin, it.value); });
        return result;
    }
    std::vector<Column> columns;
    const ColumnGrid grid = ColumnGrid::covering(begin, end, kParts);
    series.reduce(grid, columns);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const Nanoseconds t = grid.edge(i) - origin;
        if (columns[i].gap) result.append(t, std::numeric_limits<double>::quiet_NaN());
        if (columns[i].count == 0) continue;
        result.append(t, columns[i].min);
        result.append(t + grid.step / 2, columns[i].max);
    }
    return result;
}

}  // namespace

void LastRun::clear() { m_curves.clear(); }

void LastRun::keep(const QString& chart, const std::vector<Curve>& curves, Nanoseconds origin) {
    for (const Curve& curve : curves) {
        if (!curve.hasData()) continue;
        m_curves.push_back({chart, curve, reduced(*curve.series, origin)});
        m_curves.back().curve.series = nullptr;
    }
}

void LastRun::beginAt(Nanoseconds origin) {
    for (Kept& kept : m_curves) {
        kept.moved = std::make_unique<TimeSeries>(4 * kParts);
        for (std::size_t i = kept.sinceStart.firstIndex(); i < kept.sinceStart.endIndex(); ++i) {
            const Sample& sample = kept.sinceStart.sample(i);
            kept.moved->append(sample.t + origin, sample.value);
        }
    }
}

std::vector<Curve> LastRun::curvesOf(const QString& chart) const {
    std::vector<Curve> curves;
    for (const Kept& kept : m_curves) {
        if (kept.chart != chart || kept.moved == nullptr) continue;
        curves.push_back(kept.curve);
        curves.back().series = kept.moved.get();
    }
    return curves;
}

}  // namespace ipclab

// What is read off curves: the values beside the plot, and what lies between two moments.
#include <algorithm>
#include <cmath>
#include <limits>

#include "plot/curve_chart.h"
#include "plot/units.h"

namespace ipclab {
namespace {

// What a rate adds up to between two moments, each value holding until the next; of anything else nothing.
QString sumText(const Curve& curve, Nanoseconds a, Nanoseconds b) {
    static const QLatin1String kPerSecond("/s");
    if (!curve.unit.endsWith(kPerSecond)) return {};
    double sum = 0;
    auto before = curve.series->at(a);
    Nanoseconds from = a;
    const auto take = [&](Nanoseconds until) {
        if (before && !std::isnan(before->value)) sum += before->value * toSeconds(until - from);
        from = until;
    };
    curve.series->forEach(a, b, [&](const Sample& sample) {
        take(sample.t);
        before = sample;
    });
    take(std::clamp(curve.series->lastTime(), from, std::max(b, from)));
    return formatBare(sum, curve.unit.chopped(kPerSecond.size()));
}

}  // namespace

std::vector<ValueRow> CurveChart::valueRows(std::optional<Nanoseconds> t) const {
    std::vector<ValueRow> rows;
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const Curve curve = drawn(i);
        ValueRow row{.name = curve.name, .color = theme().curve(curve.colorIndex), .style = curve.style};
        row.hidden = m_hidden[i];
        const auto sample = curve.hasData() ? curve.series->at(t.value_or(curve.series->lastTime())) : std::nullopt;
        const double value = sample ? sample->value : std::numeric_limits<double>::quiet_NaN();
        if (!row.hidden) row.value = formatBare(value, curve.unit);
        rows.push_back(std::move(row));
    }
    return rows;
}

ReadoutTable CurveChart::statisticsBetween(Nanoseconds a, Nanoseconds b) const {
    ReadoutTable table{{tr("min"), tr("mean"), QStringLiteral("p50"), QStringLiteral("p90"), QStringLiteral("p99"),
                        tr("max"), tr("change"), tr("sum")},
                       {}};
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const Curve& curve = m_curves[i];
        if (m_hidden[i] || !curve.series) continue;
        const auto atA = curve.series->at(a), atB = curve.series->at(b);
        const SeriesStatistics s = curve.series->statistics(a, b);
        // The unit once, where it is a word.
        const bool word = !curve.unit.isEmpty() && !scaleFor(1, curve.unit).namesUnit;
        ReadoutRow row{
            theme().curve(curve.colorIndex), word ? tr("%1 (%2)").arg(curve.name, curve.unit) : curve.name, {}};
        for (double value : {s.min, s.mean, s.p50, s.p90, s.p99, s.max})
            row.values << formatBare(s.count > 0 ? value : nothing, curve.unit);
        row.values << formatBare(atA && atB ? atB->value - atA->value : nothing, curve.unit);
        row.values << sumText(curve, a, b);
        table.rows.push_back(row);
    }
    return table;
}

}  // namespace ipclab

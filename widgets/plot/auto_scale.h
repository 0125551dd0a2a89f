// A scale that follows what is in sight, zero included, in round steps: it grows at once, and shrinks only when less
// than half of it has been needed for two seconds of data, so that it does not follow every peak.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "core/clock.h"
#include "plot/curve_item.h"
#include "plot/scale.h"

namespace ipclab {

// From the least to the largest value of what is in sight.
struct Extent {
    double min, max, minPositive;
    bool any;

    static Extent of(const std::vector<CurvePicture>& pictures);
    // Of what lies before a time; of all of it where nothing does, or nothing but zeros.
    static Extent before(Nanoseconds t, const ColumnGrid& grid, const std::vector<CurvePicture>& pictures);
};

class AutoScale {
public:
    [[nodiscard]] const Scale& scale() const { return m_scale; }
    void setLogarithmic(bool logarithmic) { m_scale = {0, 0, logarithmic}; }
    // Fixed: what is in sight changes nothing.
    void setFixed(std::optional<std::pair<double, double>> range) { m_fixed = range; }
    [[nodiscard]] bool isFixed() const { return m_fixed.has_value(); }
    // As if nothing had been seen before.
    void reset();
    void follow(const Extent& extent, Nanoseconds now, const QString& unit);

private:
    void followLinear(const Extent& extent, Nanoseconds now, const QString& unit);
    void followLogarithmic(const Extent& extent, const QString& unit);

    Scale m_scale;
    std::optional<std::pair<double, double>> m_fixed;
    Nanoseconds m_smallSince = 0;  // since when the data has needed much less than the scale's height
    bool m_smallSeen = false;
    bool m_isEmpty = false;  // it stands for nothing yet: what comes first decides
};

}  // namespace ipclab

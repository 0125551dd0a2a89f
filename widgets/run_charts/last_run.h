// The curves of the run before, kept when its data goes, to be seen behind those of the next one. Of a long run they
// are the least and the most of its 4,096th parts.
#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "plot/curve.h"

namespace ipclab {

class LastRun {
public:
    void clear();
    // Of a chart, by its id. Copies what is needed.
    void keep(const QString& chart, const std::vector<Curve>& curves, Nanoseconds origin);
    // As if it had begun then. What curvesOf() gave before is gone.
    void beginAt(Nanoseconds origin);
    // They last until the next call of any of the above. Before beginAt() there are none.
    [[nodiscard]] std::vector<Curve> curvesOf(const QString& chart) const;

private:
    struct Kept {
        QString chart;
        Curve curve;
        TimeSeries sinceStart;
        std::unique_ptr<TimeSeries> moved{};
    };
    std::vector<Kept> m_curves;
};

}  // namespace ipclab

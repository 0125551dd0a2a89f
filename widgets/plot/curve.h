// One curve of a chart: a series under a name, in a colour of the theme.
#pragma once

#include <QString>
#include <Qt>

#include "series/time_series.h"

namespace ipclab {

struct Curve {
    QString name;
    const TimeSeries* series = nullptr;
    int colorIndex = 0;
    Qt::PenStyle style = Qt::SolidLine;
    QString unit;          // s, ms, µs, ns, B, B/s, %, share (of one), or any other, which takes k, M, G
    bool stepped = false;  // the value holds until the next sample (a queue's depth), instead of a slope

    [[nodiscard]] bool hasData() const { return series != nullptr && !series->empty(); }
    bool operator==(const Curve&) const = default;
};

}  // namespace ipclab

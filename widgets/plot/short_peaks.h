// Peaks that are short and far above all the rest, such as what comes when a process is continued, and what drains once
// a run has been told to stop. A chart whose scale followed them would show everything else as a line at its foot, so
// it leaves them out of the scale and writes their height where they leave the plot.
#pragma once

#include <optional>
#include <vector>

#include "plot/curve_item.h"
#include "series/column_grid.h"

namespace ipclab {

struct Peak {
    Nanoseconds t = 0;
    double value = 0;
    std::size_t curve = 0;  // index of the picture
};

struct ShortPeaks {
    double restMax = 0;       // the highest value that is no part of a peak
    std::vector<Peak> peaks;  // the highest moment of each, in order of time within a curve
};

// Nothing where there is none: more than three are a pattern, more than a fortieth of what is in sight is a phase, and
// less than three times the rest has room. What lies at and after `drainsFrom` counts as one peak, however long it is,
// unless nothing else is in sight.
std::optional<ShortPeaks> findShortPeaks(const std::vector<CurvePicture>& pictures, const ColumnGrid& grid,
                                         std::optional<Nanoseconds> drainsFrom = {});

// The highest point at and after a time; nothing where there is none.
std::optional<Peak> highestFrom(Nanoseconds from, const ColumnGrid& grid, const std::vector<CurvePicture>& pictures);

}  // namespace ipclab

// What a plot shows of curves, however many samples they have: a minimum and a maximum for each column of pixels, or
// the samples themselves where those are fewer. Of columns seen before only those at the right end are made anew.
#pragma once

#include <vector>

#include "plot/curve.h"
#include "plot/curve_item.h"
#include "series/column_grid.h"

namespace ipclab {

class CurveReducer {
public:
    // Other curves from here on.
    void reset(std::size_t curves) { m_reduced.assign(curves, {}); }
    // Without a colour. now: until when a value that holds does so.
    [[nodiscard]] CurvePicture pictureOf(std::size_t index, const Curve& curve, const ColumnGrid& grid,
                                         Nanoseconds now);

private:
    struct Reduced {
        ColumnGrid grid;
        std::uint64_t revision = 0;
        Nanoseconds lastTime = 0;
        std::vector<Column> columns;
    };
    const std::vector<Column>& columnsOf(std::size_t index, const TimeSeries& series, const ColumnGrid& grid);

    std::vector<Reduced> m_reduced;
    std::vector<Column> m_newColumns;
};

}  // namespace ipclab

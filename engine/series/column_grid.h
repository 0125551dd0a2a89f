// The time columns of a chart: each one pixel wide, their edges at whole multiples of the step since the clock's
// zero. Why anchored there and not at the window's edge: a sample then falls into the same column whatever part
// of time is shown, and a curve does not shimmer while it scrolls.
#pragma once

#include <algorithm>
#include <cstddef>

#include "core/clock.h"

namespace ipclab {

struct ColumnGrid {
    Nanoseconds start = 0;  // a multiple of step
    Nanoseconds step = 1;   // above zero
    std::size_t columns = 0;

    [[nodiscard]] Nanoseconds edge(std::size_t column) const { return start + static_cast<Nanoseconds>(column) * step; }
    [[nodiscard]] Nanoseconds end() const { return edge(columns); }

    // The column a time lies in, counted from the clock's zero, for a given step. Floors for times below zero too.
    static Nanoseconds columnOf(Nanoseconds t, Nanoseconds step) {
        const Nanoseconds q = t / step;
        return t % step < 0 ? q - 1 : q;
    }

    // About `columns` columns that cover [begin, end); one more than asked for where begin lies inside a column.
    static ColumnGrid covering(Nanoseconds begin, Nanoseconds end, std::size_t columns) {
        ColumnGrid grid;
        const auto wanted = static_cast<Nanoseconds>(std::max<std::size_t>(columns, 1));
        grid.step = std::max<Nanoseconds>((end - begin + wanted - 1) / wanted, 1);
        const Nanoseconds first = columnOf(begin, grid.step);
        grid.start = first * grid.step;
        grid.columns = static_cast<std::size_t>(std::max<Nanoseconds>(columnOf(end - 1, grid.step) - first + 1, 0));
        return grid;
    }
};

}  // namespace ipclab

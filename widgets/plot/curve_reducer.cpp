#include "plot/curve_reducer.h"

#include <algorithm>

namespace ipclab {

const std::vector<Column>& CurveReducer::columnsOf(std::size_t index, const TimeSeries& series,
                                                   const ColumnGrid& grid) {
    Reduced& last = m_reduced[index];
    const Nanoseconds settled = ColumnGrid::columnOf(last.lastTime, grid.step) * grid.step;
    const Nanoseconds from = std::min(settled, last.grid.end());  // data may have come later than its column
    const bool reusable = last.revision == series.revision() && last.grid.step == grid.step && last.grid.columns == grid.columns &&
                          last.grid.start <= grid.start && from > grid.start && last.grid.end() <= grid.end();
    if (!reusable) {
        series.reduce(grid, last.columns);
    } else {
        const auto shift = static_cast<std::size_t>((grid.start - last.grid.start) / grid.step);
        const auto kept = static_cast<std::size_t>((from - grid.start) / grid.step);
        std::move(last.columns.begin() + static_cast<std::ptrdiff_t>(shift),
                  last.columns.begin() + static_cast<std::ptrdiff_t>(shift + kept), last.columns.begin());
        series.reduce({from, grid.step, grid.columns - kept}, m_newColumns);
        std::copy(m_newColumns.begin(), m_newColumns.end(), last.columns.begin() + static_cast<std::ptrdiff_t>(kept));
    }
    last.grid = grid;
    last.lastTime = series.lastTime();
    last.revision = series.revision();
    return last.columns;
}

CurvePicture CurveReducer::pictureOf(std::size_t index, const Curve& curve, const ColumnGrid& grid, Nanoseconds now) {
    CurvePicture picture;
    picture.style = curve.style;
    picture.stepped = curve.stepped;
    const TimeSeries& series = *curve.series;
    picture.dense = !series.takeFew(grid.start, grid.end(), grid.columns, picture.samples);
    if (picture.dense) {
        picture.columns = columnsOf(index, series, grid);
        return picture;
    }
    if (curve.stepped && !picture.samples.empty() && picture.samples.back().t == series.lastTime() &&
        series.lastTime() < grid.end()) {
        const Nanoseconds until = std::min(grid.end(), std::max(now, series.lastTime()));
        picture.samples.push_back({until, picture.samples.back().value});
    }
    return picture;
}

}  // namespace ipclab

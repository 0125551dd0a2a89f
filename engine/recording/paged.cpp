#include "recording/paged.h"

#include <algorithm>

namespace ipclab {

std::uint64_t PageSource::baseSpanOf(std::uint64_t count) {
    std::uint64_t span = kFirstSpan;
    while (count / span > kMostBaseGroups) span *= kSpanFactor;
    return span;
}

KnownColumns columnsWithin(const ColumnGrid& grid, const PageTimes& series, const PageTimes& window) {
    const auto columnOf = [&](Nanoseconds t) {
        const Nanoseconds column = (t - grid.start + grid.step - 1) / grid.step;
        return static_cast<std::size_t>(std::clamp<Nanoseconds>(column, 0, static_cast<Nanoseconds>(grid.columns)));
    };
    return {.first = window.first <= series.first ? 0 : columnOf(window.first),
            .end = window.last >= series.last ? grid.columns : columnOf(window.last - grid.step + 1)};
}

}  // namespace ipclab

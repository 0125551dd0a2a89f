#include "plot/chart_statistics.h"

#include <algorithm>

#include "plot/chart_page.h"

namespace ipclab {

ChartStatistics ChartStatistics::of(const ChartPage& page) {
    ChartStatistics result;
    const TimeAxis& axis = *page.axis();
    const auto a = axis.marker(Marker::A), b = axis.marker(Marker::B);
    if (!a || !b) return result;
    result.m_heading =
        tr("A at %1, B at %2: Δt = %3").arg(axis.format(*a), axis.format(*b), TimeAxis::formatSpan(*b - *a));
    result.m_columns = {tr("Chart"), tr("Of")};
    for (const TimeChart* chart : page.charts()) {
        if (chart->isHidden()) continue;
        const ReadoutTable table = chart->statisticsBetween(std::min(*a, *b), std::max(*a, *b));
        QList<qsizetype> places;
        for (const QString& column : table.columns) {
            if (!result.m_columns.contains(column)) result.m_columns << column;
            places << result.m_columns.indexOf(column);
        }
        for (const ReadoutRow& row : table.rows) {
            QStringList cells(result.m_columns.size());
            cells[0] = chart->title();
            cells[1] = row.name;
            for (qsizetype i = 0; i < row.values.size(); ++i) cells[places[i]] = row.values[i];
            result.m_rows << cells;
        }
    }
    for (QStringList& row : result.m_rows) row.resize(result.m_columns.size());
    return result;
}

}  // namespace ipclab

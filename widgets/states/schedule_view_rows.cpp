// Which rows are drawn, in which order, and what they are as text.
#include <algorithm>

#include "models/figures.h"
#include "plot/units.h"
#include "states/schedule_view.h"

namespace ipclab {

void ScheduleView::setWords(const QString& text) {
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    arrange();
    update();
}

double ScheduleView::keyOf(const Row& row, Column column) const {
    switch (column) {
        case Column::Share:
            return row.share;
        case Column::Histogram:
        case Column::Median:
            return static_cast<double>(row.slices.quantile(0.5));
        case Column::Longest:
            return static_cast<double>(row.slices.longest());
        case Column::Ready:
            return row.readyS;
        case Column::Forced:
            return static_cast<double>(row.involuntary);
        case Column::Voluntary:
            return static_cast<double>(row.voluntary);
        case Column::Switching:
            return row.switchNs;
        case Column::Name:
            break;
    }
    return 0;
}

// By name in the order of its letters; without a column as in the document. Made when it is asked for: the rows hold
// still while their figures change.
void ScheduleView::arrange() {
    const auto& processes = m_source.view().processes;
    m_order.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (hasWords(QString::fromStdString(processes[m_rows[i].process].name), m_words)) m_order.push_back(i);
    }
    if (m_sortedBy) {
        std::ranges::stable_sort(m_order, [&](std::size_t a, std::size_t b) {
            if (m_descending) std::swap(a, b);
            if (*m_sortedBy != Column::Name) return keyOf(m_rows[a], *m_sortedBy) < keyOf(m_rows[b], *m_sortedBy);
            return processes[m_rows[a].process].name < processes[m_rows[b].process].name;
        });
    }
    setMinimumHeight(heightOfRows());
}

// Up, down, and as in the document again.
void ScheduleView::sortBy(Column column) {
    if (m_sortedBy != column) {
        m_sortedBy = column;
        m_descending = column != Column::Name;
    } else if (m_descending == (column != Column::Name)) {
        m_descending = !m_descending;
    } else {
        m_sortedBy.reset();
    }
    arrange();
    update();
}

std::optional<ScheduleView::Column> ScheduleView::columnAt(double x) const {
    const Columns at = columns();
    const std::pair<double, Column> ends[]{
        {at.share, Column::Name},       {at.histogram, Column::Share},     {at.median, Column::Histogram},
        {at.longest, Column::Median},   {at.ready, Column::Longest},       {at.forced, Column::Ready},
        {at.voluntary, Column::Forced}, {at.switching, Column::Voluntary}, {at.right, Column::Switching}};
    for (const auto& [end, column] : ends) {
        if (x < end) return column;
    }
    return std::nullopt;
}

QString ScheduleView::shareTitle() const { return m_sums.stretch() ? tr("Share from A to B") : tr("Share of the run"); }

QString ScheduleView::titleOf(Column column) const {
    QString title;
    switch (column) {
        case Column::Name:
            title = tr("Process");
            break;
        case Column::Share:
            title = shareTitle();
            break;
        case Column::Histogram:
            title = tr("Ran at a time");
            break;
        case Column::Median:
            title = tr("median ≤");
            break;
        case Column::Longest:
            title = tr("longest");
            break;
        case Column::Ready:
            title = tr("ready");
            break;
        case Column::Forced:
            title = tr("forced");
            break;
        case Column::Voluntary:
            title = tr("voluntary");
            break;
        case Column::Switching:
            title = tr("a switch");
            break;
    }
    if (m_sortedBy == column) title += m_descending ? QStringLiteral(" ▾") : QStringLiteral(" ▴");
    return title;
}

TableText ScheduleView::tableText() const {
    TableText table{{tr("Process"), shareTitle(), tr("median ≤"), tr("longest"), tr("ready"), tr("forced"),
                     tr("voluntary"), tr("a switch")},
                    {}};
    if (!isKnown()) return table;
    for (const std::size_t index : m_order) {
        const Row& row = m_rows[index];
        table.rows << QStringList{QString::fromStdString(m_source.view().processes[row.process].name),
                                  percentText(row.share) + QStringLiteral(" %"),
                                  durationText(row.slices.quantile(0.5)),
                                  durationText(row.slices.longest()),
                                  formatQuantity(row.readyS, QStringLiteral("s")),
                                  countText(row.involuntary),
                                  countText(row.voluntary),
                                  row.switchNs > 0 ? durationText(static_cast<Nanoseconds>(row.switchNs)) : noFigure()};
    }
    return table;
}

}  // namespace ipclab

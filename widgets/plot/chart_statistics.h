// What lies between the markers A and B in all charts of a page that are seen, as one table of texts: a row for each
// curve and each lane, a column for each figure that any of them has.
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QStringList>

namespace ipclab {

class ChartPage;

class ChartStatistics {
    Q_DECLARE_TR_FUNCTIONS(ipclab::ChartStatistics)
public:
    // Without both markers it has no rows.
    [[nodiscard]] static ChartStatistics of(const ChartPage& page);

    // "A 1.000 s, B 3.000 s: 2.000 s".
    [[nodiscard]] const QString& heading() const { return m_heading; }
    // The chart, the curve or lane, its figures.
    [[nodiscard]] const QStringList& columns() const { return m_columns; }
    [[nodiscard]] const QList<QStringList>& rows() const { return m_rows; }

private:
    QString m_heading;
    QStringList m_columns;
    QList<QStringList> m_rows;
};

}  // namespace ipclab

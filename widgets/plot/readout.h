// A small table above a plot: a heading, then a row for each name with its values right-aligned in columns, as wide as
// they need and where they cover least.
#pragma once

#include <QColor>
#include <QPainter>
#include <QRectF>
#include <QStringList>
#include <vector>

#include "plot/chart_theme.h"

namespace ipclab {

struct ReadoutRow {
    QColor color;  // invalid: no swatch
    QString name;
    QStringList values;
};

// Empty columns: the values need no headings.
struct ReadoutTable {
    QStringList columns;
    std::vector<ReadoutRow> rows;
};

struct ReadoutPlace {
    QPointF anchor;     // beside it
    bool flip = false;  // on its left
    QRectF plot;        // within its width
    double height = 0;  // of all there is
    QRectF avoid = {};  // not to be covered
};

class ReadoutBox {
public:
    ReadoutBox(QString heading, const ReadoutTable& table, const ReadoutPlace& place);

    // Empty: there is no room for a single row.
    [[nodiscard]] const QRectF& rect() const { return m_rect; }
    void paint(QPainter& painter, const ChartTheme& theme) const;

private:
    void measure();
    void find(const ReadoutPlace& place);
    void paintRow(QPainter& painter, const ChartTheme& theme, const ReadoutRow& row, const QRectF& line) const;
    void paintValues(QPainter& painter, const QStringList& texts, const QRectF& line) const;

    QString m_heading;
    const ReadoutTable& m_table;
    std::vector<int> m_widths;  // of the columns
    int m_inner = 0;            // without the margins
    int m_rowHeight = 0;
    int m_shown = 0;
    QRectF m_rect;
};

}  // namespace ipclab

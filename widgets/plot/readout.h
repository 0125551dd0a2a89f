// A small table of a picture: a heading, then a row for each name with its values right-aligned in columns, as wide as
// they need.
#pragma once

#include <QColor>
#include <QPainter>
#include <QSizeF>
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

class ReadoutBlock {
public:
    ReadoutBlock(QString heading, ReadoutTable table);

    [[nodiscard]] QSizeF size() const;
    void paint(QPainter& painter, const QPointF& at, const ChartTheme& theme) const;

private:
    void measure();
    void paintRow(QPainter& painter, const ChartTheme& theme, const ReadoutRow& row, const QRectF& line) const;
    void paintValues(QPainter& painter, const QStringList& texts, const QRectF& line) const;

    QString m_heading;
    ReadoutTable m_table;
    std::vector<int> m_widths;  // of the columns
    int m_inner = 0;
    int m_rowHeight = 0;
};

}  // namespace ipclab

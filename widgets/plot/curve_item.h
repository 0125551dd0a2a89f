// The curves of one chart as a single QGraphicsItem in the plot area of a QChart, whose own series stay empty: a
// QLineSeries of 10,000 points costs 6 ms a frame, a column a pixel from the levels of a TimeSeries 0.1 ms.
//
// More than one sample a column: a vertical span from minimum to maximum, joined to its neighbour, written into an
// image. Fewer: an antialiased line through the samples. For exports both are lines, clamped to the plot by hand,
// because SVG ignores clipping.
#pragma once

#include <QColor>
#include <QGraphicsItem>
#include <QImage>
#include <QPolygonF>
#include <vector>

#include "plot/scale.h"
#include "series/time_series.h"

namespace ipclab {

struct CurvePicture {
    QColor color;
    Qt::PenStyle style = Qt::SolidLine;
    bool stepped = false;
    bool dense = true;
    Scale scale{};                // set by who shows it
    std::vector<Column> columns;  // dense
    std::vector<Sample> samples;  // sparse: those in sight and one at either side
};

class CurveItem : public QGraphicsItem {
public:
    using QGraphicsItem::QGraphicsItem;

    void setPlot(const QRectF& plot);
    void setFrameColor(const QColor& color);
    // Takes the pictures over and draws them anew. Vector: nothing is prepared, paint() draws lines.
    void show(const ColumnGrid& grid, const std::vector<CurvePicture>& curves, double pixelRatio, bool vector);

    [[nodiscard]] QRectF boundingRect() const override { return m_plot.adjusted(-1, -1, 1, 1); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void drawSpans(const CurvePicture& curve);
    void drawSpan(int column, double from, double to, QRgb color);
    [[nodiscard]] QPolygonF spansAsLine(const CurvePicture& curve, std::size_t& next) const;
    void drawSparse(QPainter& painter, const CurvePicture& curve, const QRectF& area) const;
    void paintVector(QPainter& painter) const;

    QRectF m_plot;
    QColor m_frame;
    ColumnGrid m_grid;
    QImage m_image;
    std::vector<CurvePicture> m_curves;  // kept for vector painting only
    bool m_vector = false;
    int m_penPx = 1;
    double m_ratio = 1;
};

}  // namespace ipclab

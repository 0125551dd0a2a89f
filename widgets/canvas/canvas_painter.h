// Paints nodes, boxes and wires of the canvas in the colours of a theme.
#pragma once

#include <QFont>

#include "canvas/canvas_content.h"
#include "canvas/canvas_layout.h"
#include "plot/chart_theme.h"

class QPainter;

namespace ipclab {

class CanvasPainter {
public:
    CanvasPainter(QPainter& painter, const ChartTheme& theme, const QFont& font);

    void wire(const CanvasWire& wire, bool lit);
    void node(const QRectF& rect, const NodeContent& look, bool selected, bool focused);
    // A node where there is no room for one: its state alone.
    void tile(const QRectF& rect, const NodeContent& look, bool selected);
    void summary(const QRectF& rect, const QString& text);
    void box(const QRectF& rect, const LinkContent& look, bool selected, bool focused);

private:
    void card(const QRectF& rect, double radius, bool selected, bool focused, bool trouble);
    void line(const QRectF& rect, const QString& text, const QFont& font, const QColor& color,
              Qt::Alignment alignment = Qt::AlignLeft);
    void shares(const QRectF& rect, const NodeContent& look);
    void fill(const QRectF& rect, const LinkContent& look);

    QPainter& m_painter;
    const ChartTheme& m_theme;
    QFont m_font, m_bold, m_small;
};

}  // namespace ipclab

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
    // detailed: else names alone, where the rest would be too small to read.
    CanvasPainter(QPainter& painter, const ChartTheme& theme, const QFont& font, bool detailed = true);

    void wire(const CanvasWire& wire, bool lit);
    void node(const QRectF& rect, const NodeContent& look, bool selected, bool focused);
    // A node where there is no room for one: its state alone.
    void tile(const QRectF& rect, const NodeContent& look, bool selected);
    void summary(const QRectF& rect, const QString& text);
    void box(const QRectF& rect, const LinkContent& look, bool selected, bool focused);
    // Where nothing is.
    void invitation(const QRectF& rect, const QString& text, const QString& how);

    // While a hand is at it: what a link is drawn from, the link itself, what it says of it, a rectangle that selects.
    void handle(const QPointF& at, bool hovered);
    void rubber(const QPointF& from, const QPointF& to, const QRectF& target, bool refused);
    // Below what it is about, or above it, where all of it can be read.
    void bubble(const QRectF& about, const QRectF& room, const QString& words, bool refused);
    void band(const QRectF& rect);
    // Around the whole canvas: it has the focus, and nothing in it is selected.
    void focusRing(const QRectF& rect);

private:
    void card(const QRectF& rect, double radius, bool selected, bool focused, bool trouble);
    void line(const QRectF& rect, const QString& text, const QFont& font, const QColor& color,
              Qt::Alignment alignment = Qt::AlignLeft);
    void stack(const QRectF& rect, bool selected, bool trouble);
    void members(const QRectF& rect, const NodeContent& look);
    void mark(const QRectF& rect, PartMark mark);
    void shares(const QRectF& rect, const NodeContent& look);
    void boxTitle(const QRectF& rect, const LinkContent& look);
    void fill(const QRectF& rect, const LinkContent& look);

    QPainter& m_painter;
    const ChartTheme& m_theme;
    QFont m_font, m_bold, m_small;
    bool m_detailed;
};

}  // namespace ipclab

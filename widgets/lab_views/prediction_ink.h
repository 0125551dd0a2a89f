// What the kinds of PredictionChart paint with. Private to the room.
#pragma once

#include <QFontMetricsF>
#include <QPainter>

#include "lab_views/prediction_chart.h"
#include "plot/scale.h"

namespace ipclab {

// Around values from `low` to `high`, at round numbers; never of no length. whole: of what is counted, with no halves
// between.
Scale scaleAround(double low, double high, bool whole = false);
// Round numbers on a scale of that length that lies: as many as have room for their labels beside one another.
std::vector<Tick> ticksWithRoom(const Scale& scale, double lengthPx, bool whole = false);
// Of labels that stand at these places, ascending, and are so wide: which have room. The first and the last always.
std::vector<std::size_t> labelsWithRoom(const std::vector<double>& middles, const std::vector<double>& widths);

struct PredictionChart::Ink {
    QPainter& painter;
    const ChartTheme& theme;

    [[nodiscard]] QColor measured() const { return theme.curve(0); }
    [[nodiscard]] QColor predicted() const { return theme.curve(1); }
    [[nodiscard]] QColor room() const {
        QColor color = theme.curve(2);
        color.setAlpha(theme.dark ? 70 : 50);
        return color;
    }

    void text(const QRectF& in, int flags, const QString& text, const QColor& color,
              const QFont& font = chartLabelFont()) {
        painter.setFont(font);
        painter.setPen(color);
        painter.drawText(in, flags, text);
    }
    // What was thought: hollow, on its point.
    void guess(const QPointF& at, double px = 5) {
        painter.setPen(QPen(predicted(), 2));
        painter.setBrush(theme.plot);
        painter.drawPolygon(
            QPolygonF({at + QPointF(0, -px), at + QPointF(px, 0), at + QPointF(0, px), at + QPointF(-px, 0)}));
    }
    void dot(const QPointF& at, double px = 4) {
        painter.setPen(QPen(theme.plot, 1));
        painter.setBrush(measured());
        painter.drawEllipse(at, px, px);
    }
};

}  // namespace ipclab

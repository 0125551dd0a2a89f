// Bytes as hexadecimal in rows of four or a multiple, each field with a ground of its own. Where the rows and cells
// are, and how they are painted; whoever has them says where.
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QRectF>
#include <functional>
#include <optional>

#include "bridge/wire_facts.h"

class QPainter;

namespace ipclab {

class ByteGrid {
public:
    static constexpr double kRowPx = 20;

    // Of the part of a widget that begins there and is so wide.
    ByteGrid(QPointF topLeft, double widthPx, const QFont& font, std::size_t count);

    [[nodiscard]] double height() const;
    [[nodiscard]] std::size_t perRow() const { return m_perRow; }
    [[nodiscard]] QRectF cell(std::size_t byte) const;
    [[nodiscard]] std::optional<std::size_t> byteAt(const QPointF& point) const;

    // ground: of a byte's field, invalid where it has none. raised: the field in focus.
    void paint(QPainter& painter, const MarkedBytes& content, const QPalette& palette,
               const std::function<QColor(std::size_t range)>& ground, std::optional<std::size_t> raised) const;

    // The system's font of fixed width.
    static QFont font();
    // Of field number i, as a ground for text.
    static QColor groundOf(std::size_t range, const QPalette& palette);

private:
    QPointF m_topLeft;
    QFont m_font;
    std::size_t m_count;
    std::size_t m_perRow;
    double m_cellPx;
};

}  // namespace ipclab

#include "inspect/byte_grid.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "plot/chart_theme.h"

namespace ipclab {
namespace {

constexpr std::size_t kGridGroup = 4;
constexpr std::size_t kGridMostPerRow = 32;
constexpr double kGridCellPadding = 5;

}  // namespace

ByteGrid::ByteGrid(QPointF topLeft, double widthPx, const QFont& font, std::size_t count)
    : m_topLeft(topLeft),
      m_font(font),
      m_count(count),
      m_cellPx(std::ceil(QFontMetricsF(font).horizontalAdvance(QStringLiteral("00"))) + kGridCellPadding) {
    const auto fit = static_cast<std::size_t>(std::max(widthPx / m_cellPx, 1.0));
    m_perRow = std::clamp(fit / kGridGroup * kGridGroup, kGridGroup, kGridMostPerRow);
}

double ByteGrid::height() const { return static_cast<double>((m_count + m_perRow - 1) / m_perRow) * kRowPx; }

QRectF ByteGrid::cell(std::size_t byte) const {
    return {m_topLeft.x() + static_cast<double>(byte % m_perRow) * m_cellPx,
            m_topLeft.y() + static_cast<double>(byte / m_perRow) * kRowPx, m_cellPx, kRowPx};
}

std::optional<std::size_t> ByteGrid::byteAt(const QPointF& point) const {
    const double x = point.x() - m_topLeft.x(), y = point.y() - m_topLeft.y();
    if (x < 0 || y < 0 || x >= static_cast<double>(m_perRow) * m_cellPx) return std::nullopt;
    const std::size_t byte = static_cast<std::size_t>(y / kRowPx) * m_perRow + static_cast<std::size_t>(x / m_cellPx);
    return byte < m_count ? std::optional(byte) : std::nullopt;
}

void ByteGrid::paint(QPainter& painter, const MarkedBytes& content, const QPalette& palette,
                     const std::function<QColor(std::size_t range)>& ground, std::optional<std::size_t> raised) const {
    painter.setFont(m_font);
    for (std::size_t i = 0; i < std::min(m_count, content.bytes.size()); ++i) {
        const QRectF place = cell(i);
        const auto range = content.rangeAt(i);
        if (range) {
            const bool first = i == content.ranges[*range].offset;
            painter.fillRect(place.adjusted(first ? 1 : 0, 1, 0, -1), ground(*range));
        }
        if (range && range == raised)
            painter.fillRect(QRectF(place.left(), place.bottom() - 3, place.width(), 2), palette.color(QPalette::Text));
        painter.setPen(palette.color(range ? QPalette::Text : QPalette::PlaceholderText));
        painter.drawText(place, Qt::AlignCenter,
                         QStringLiteral("%1").arg(std::to_integer<int>(content.bytes[i]), 2, 16, QLatin1Char('0')));
    }
}

QFont ByteGrid::font() { return QFontDatabase::systemFont(QFontDatabase::FixedFont); }

QColor ByteGrid::groundOf(std::size_t range, const QPalette& palette) {
    const ChartTheme& theme = ChartTheme::of(palette);
    QColor ground = theme.curve(static_cast<int>(range));
    ground.setAlphaF(theme.dark ? 0.42F : 0.3F);
    return ground;
}

}  // namespace ipclab

#include "plot/readout.h"

#include <QFontMetrics>
#include <algorithm>

namespace ipclab {
namespace {

constexpr int kMarginPx = 8;
constexpr int kBetweenColumnsPx = 12;
constexpr int kSwatchRoomPx = 14;

}  // namespace

ReadoutBox::ReadoutBox(QString heading, const ReadoutTable& table, const ReadoutPlace& place)
    : m_heading(std::move(heading)), m_table(table) {
    measure();
    find(place);
}

void ReadoutBox::measure() {
    const QFontMetrics metrics(chartLabelFont());
    m_rowHeight = metrics.height() + 1;
    const auto widen = [&](const QStringList& values) {
        m_widths.resize(std::max(m_widths.size(), static_cast<std::size_t>(values.size())), 0);
        for (int i = 0; i < values.size(); ++i) {
            int& width = m_widths[static_cast<std::size_t>(i)];
            width = std::max(width, metrics.horizontalAdvance(values[i]));
        }
    };
    widen(m_table.columns);
    for (const ReadoutRow& row : m_table.rows) {
        const int swatch = row.color.isValid() ? kSwatchRoomPx : 0;
        m_inner = std::max(m_inner, metrics.horizontalAdvance(row.name) + swatch);
        widen(row.values);
    }
    for (int width : m_widths) m_inner += width + kBetweenColumnsPx;
    m_inner = std::max(m_inner, metrics.horizontalAdvance(m_heading));
}

void ReadoutBox::find(const ReadoutPlace& place) {
    const QRectF& plot = place.plot;
    const int headers = m_table.columns.isEmpty() ? 1 : 2;
    const int most = std::max(static_cast<int>(plot.height()) - 16, std::min(static_cast<int>(place.height) - 12, 130));
    m_shown = std::min(static_cast<int>(m_table.rows.size()), std::max(most / m_rowHeight, headers) - headers);
    if (m_shown <= 0) return;
    const double width = m_inner + 2 * kMarginPx;
    const double right = place.anchor.x() + 10, left = place.anchor.x() - width - 10;
    m_rect = QRectF(place.flip ? left : right, place.anchor.y(), width, (m_shown + headers) * m_rowHeight + 9);
    const auto keepInside = [&] {
        m_rect.moveLeft(
            std::clamp(m_rect.left(), plot.left() + 2, std::max(plot.right() - width - 2, plot.left() + 2)));
    };
    m_rect.moveTop(std::max(std::min(m_rect.top(), place.height - m_rect.height() - 3), 1.0));
    keepInside();
    const QRectF& avoid = place.avoid;
    for (double other : {place.flip ? right : left, avoid.left() - width - 4, avoid.right() + 4}) {
        if (!m_rect.intersects(avoid)) break;
        m_rect.moveLeft(other);
        keepInside();
    }
}

void ReadoutBox::paint(QPainter& painter, const ChartTheme& theme) const {
    if (m_rect.isEmpty()) return;
    painter.setFont(chartLabelFont());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.frame, 1));
    painter.setBrush(theme.readout);
    painter.drawRoundedRect(m_rect.translated(0.5, 0.5), 4, 4);
    painter.setRenderHint(QPainter::Antialiasing, false);
    QRectF line(m_rect.left() + kMarginPx, m_rect.top() + 5, m_inner, m_rowHeight);
    painter.setPen(theme.text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_heading);
    line.translate(0, m_rowHeight);
    if (!m_table.columns.isEmpty()) {
        painter.setPen(theme.mutedText);
        paintValues(painter, m_table.columns, line);
        line.translate(0, m_rowHeight);
    }
    for (int i = 0; i < m_shown; ++i) {
        paintRow(painter, theme, m_table.rows[static_cast<std::size_t>(i)], line);
        line.translate(0, m_rowHeight);
    }
}

void ReadoutBox::paintRow(QPainter& painter, const ChartTheme& theme, const ReadoutRow& row, const QRectF& line) const {
    double indent = 0;
    if (row.color.isValid()) {
        painter.fillRect(QRectF(line.left(), line.center().y() - 1.5, 9, 3), row.color);
        indent = kSwatchRoomPx;
    }
    painter.setPen(theme.mutedText);
    painter.drawText(line.adjusted(indent, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, row.name);
    painter.setPen(theme.text);
    paintValues(painter, row.values, line);
}

void ReadoutBox::paintValues(QPainter& painter, const QStringList& texts, const QRectF& line) const {
    double x = line.right();
    for (int i = static_cast<int>(texts.size()) - 1; i >= 0; --i) {
        const int width = m_widths[static_cast<std::size_t>(i)];
        painter.drawText(QRectF(x - width, line.top(), width + 1, line.height()), Qt::AlignRight | Qt::AlignVCenter,
                         texts[i]);
        x -= width + kBetweenColumnsPx;
    }
}

}  // namespace ipclab

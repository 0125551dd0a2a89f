#include "plot/readout.h"

#include <QFontMetrics>
#include <algorithm>

namespace ipclab {
namespace {

constexpr int kBetweenColumnsPx = 12;
constexpr int kSwatchRoomPx = 14;

}  // namespace

ReadoutBlock::ReadoutBlock(QString heading, ReadoutTable table)
    : m_heading(std::move(heading)), m_table(std::move(table)) {
    measure();
}

QSizeF ReadoutBlock::size() const {
    const std::size_t heads = m_table.columns.isEmpty() ? 1 : 2;
    return QSizeF(m_inner, static_cast<double>((heads + m_table.rows.size()) * static_cast<std::size_t>(m_rowHeight)));
}

void ReadoutBlock::measure() {
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

void ReadoutBlock::paint(QPainter& painter, const QPointF& at, const ChartTheme& theme) const {
    painter.setFont(chartLabelFont());
    QRectF line(at.x(), at.y(), m_inner, m_rowHeight);
    painter.setPen(theme.text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_heading);
    line.translate(0, m_rowHeight);
    if (!m_table.columns.isEmpty()) {
        painter.setPen(theme.mutedText);
        paintValues(painter, m_table.columns, line);
        line.translate(0, m_rowHeight);
    }
    for (const ReadoutRow& row : m_table.rows) {
        paintRow(painter, theme, row, line);
        line.translate(0, m_rowHeight);
    }
}

void ReadoutBlock::paintRow(QPainter& painter, const ChartTheme& theme, const ReadoutRow& row,
                            const QRectF& line) const {
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

void ReadoutBlock::paintValues(QPainter& painter, const QStringList& texts, const QRectF& line) const {
    double x = line.right();
    for (int i = static_cast<int>(texts.size()) - 1; i >= 0; --i) {
        const int width = m_widths[static_cast<std::size_t>(i)];
        painter.drawText(QRectF(x - width, line.top(), width + 1, line.height()), Qt::AlignRight | Qt::AlignVCenter,
                         texts[i]);
        x -= width + kBetweenColumnsPx;
    }
}

}  // namespace ipclab

// What is painted over the canvas while a hand is at it, and where nothing is on it yet.
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "canvas/canvas_painter.h"

namespace ipclab {
namespace {

constexpr double kHandle = 6;  // its radius
constexpr double kBubblePad = 8;
constexpr double kWidestBubble = 420;

QColor goodColor(const ChartTheme& theme) { return theme.selection; }
QColor badColor(const ChartTheme& theme) { return theme.events[3]; }

}  // namespace

void CanvasPainter::invitation(const QRectF& rect, const QString& text, const QString& how) {
    const double row = QFontMetricsF(m_font).height() * 1.5;
    const QRectF first(rect.left() + 16, rect.center().y() - row, rect.width() - 32, row);
    line(first, text, m_bold, m_theme.text, Qt::AlignHCenter);
    line(first.translated(0, row), how, m_font, m_theme.mutedText, Qt::AlignHCenter);
}

void CanvasPainter::handle(const QPointF& at, bool hovered) {
    m_painter.setPen(QPen(m_theme.selection, 1.6));
    m_painter.setBrush(hovered ? m_theme.selection : m_theme.dark ? QColor(0x26, 0x29, 0x2e) : QColor(Qt::white));
    m_painter.drawEllipse(at, kHandle, kHandle);
    // A plus, so that it says that something comes of it.
    m_painter.setPen(QPen(hovered ? (m_theme.dark ? QColor(Qt::black) : QColor(Qt::white)) : m_theme.selection, 1.4));
    m_painter.drawLine(at - QPointF(3, 0), at + QPointF(3, 0));
    m_painter.drawLine(at - QPointF(0, 3), at + QPointF(0, 3));
}

void CanvasPainter::rubber(const QPointF& from, const QPointF& to, const QRectF& target, bool refused) {
    const QColor color = refused ? badColor(m_theme) : goodColor(m_theme);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(color, 2.4, refused ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap));
    const double bend = std::max(std::abs(to.x() - from.x()) / 2, 16.0) * (to.x() >= from.x() ? 1 : -1);
    QPainterPath path(from);
    path.cubicTo(from + QPointF(bend, 0), to - QPointF(bend, 0), to);
    m_painter.drawPath(path);
    if (target.isNull()) {
        m_painter.setBrush(color);
        m_painter.drawEllipse(to, 3, 3);
        return;
    }
    m_painter.drawRoundedRect(target.adjusted(-3, -3, 3, 3), 8, 8);
}

void CanvasPainter::bubble(const QRectF& about, const QRectF& room, const QString& words, bool refused) {
    if (words.isEmpty()) return;
    m_painter.setFont(m_small);
    const double widest = std::min(kWidestBubble, room.width() - 4 * kBubblePad);
    const int flags = static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextWordWrap;
    const QRectF text = QFontMetricsF(m_small).boundingRect(QRectF(0, 0, widest, 1000), flags, words);
    QRectF box(QPointF(about.left(), about.bottom() + kBubblePad),
               QSizeF(text.width() + 2 * kBubblePad, text.height() + 2 * kBubblePad));
    if (box.bottom() > room.bottom() - 4) box.moveBottom(about.top() - kBubblePad);
    box.moveLeft(std::clamp(box.left(), room.left() + 4, std::max(room.right() - 4 - box.width(), room.left() + 4)));
    box.moveTop(std::max(box.top(), room.top() + 4));
    m_painter.setPen(QPen(refused ? badColor(m_theme) : goodColor(m_theme), 1.4));
    m_painter.setBrush(m_theme.dark ? QColor(0x1c, 0x1e, 0x22) : QColor(Qt::white));
    m_painter.drawRoundedRect(box, 5, 5);
    m_painter.setPen(m_theme.text);
    m_painter.drawText(box.adjusted(kBubblePad, kBubblePad, -kBubblePad, -kBubblePad), flags, words);
}

void CanvasPainter::band(const QRectF& rect) {
    QColor ground = m_theme.selection;
    ground.setAlpha(36);
    m_painter.setPen(QPen(m_theme.selection, 1, Qt::DashLine));
    m_painter.setBrush(ground);
    m_painter.drawRect(rect.normalized());
}

void CanvasPainter::focusRing(const QRectF& rect) {
    m_painter.setPen(QPen(m_theme.selection, 2));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(rect.adjusted(1, 1, -1, -1));
}

}  // namespace ipclab

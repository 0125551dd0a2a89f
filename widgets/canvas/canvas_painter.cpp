#include "canvas/canvas_painter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

#include "plot/state_palette.h"

namespace ipclab {
namespace {

constexpr double kPad = 10;
constexpr double kSwatch = 20;
constexpr double kMark = 18;  // across

QFont scaled(QFont font, double factor) {
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(static_cast<int>(std::lround(font.pixelSize() * factor)));
    return font;
}

}  // namespace

CanvasPainter::CanvasPainter(QPainter& painter, const ChartTheme& theme, const QFont& font, bool detailed)
    : m_painter(painter),
      m_theme(theme),
      m_font(font),
      m_bold(font),
      m_small(scaled(font, 0.88)),
      m_detailed(detailed) {
    m_bold.setWeight(QFont::DemiBold);
}

void CanvasPainter::wire(const CanvasWire& wire, bool lit) {
    const QColor color = lit ? m_theme.selection : m_theme.dark ? QColor(0x6b, 0x73, 0x7e) : QColor(0x9a, 0xa2, 0xad);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(color, lit ? 2.2 : 1.6));
    m_painter.drawPath(wire.path);
    const QPointF way = wire.tip - wire.tipFrom;
    const double length = std::hypot(way.x(), way.y());
    if (length <= 0) return;
    const QPointF along = way / length, across(-along.y(), along.x());
    const QPointF base = wire.tip - along * 8;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawPolygon(QPolygonF({wire.tip, base + across * 4.5, base - across * 4.5}));
}

void CanvasPainter::card(const QRectF& rect, double radius, bool selected, bool focused, bool trouble) {
    const QRectF box = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor border = selected ? m_theme.selection : trouble ? m_theme.events[3] : m_theme.frame;
    m_painter.setPen(QPen(border, selected ? 2 : 1));
    m_painter.setBrush(m_theme.dark ? QColor(0x26, 0x29, 0x2e) : QColor(Qt::white));
    m_painter.drawRoundedRect(box, radius, radius);
    if (!focused || !selected) return;
    QColor ring = m_theme.selection;
    ring.setAlpha(90);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(ring, 3));
    m_painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), radius + 3, radius + 3);
}

void CanvasPainter::line(const QRectF& rect, const QString& text, const QFont& font, const QColor& color,
                         Qt::Alignment alignment) {
    if (text.isEmpty()) return;
    m_painter.setFont(font);
    m_painter.setPen(color);
    const QString fitted = QFontMetricsF(font).elidedText(text, Qt::ElideRight, rect.width());
    m_painter.drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, fitted);
}

// The cards behind a group's.
void CanvasPainter::stack(const QRectF& rect, bool selected, bool trouble) {
    const QColor border = selected ? m_theme.selection : trouble ? m_theme.events[3] : m_theme.frame;
    m_painter.setPen(QPen(border, 1));
    m_painter.setBrush(m_theme.dark ? QColor(0x26, 0x29, 0x2e) : QColor(Qt::white));
    for (const double away : {5.0, 2.5})
        m_painter.drawRoundedRect(rect.adjusted(0.5 + away, 0.5 - away, -0.5 + away, -0.5 - away), 8, 8);
}

// "X2 W1": a small swatch with its letter and how many.
void CanvasPainter::members(const QRectF& rect, const NodeContent& look) {
    const QFontMetricsF metrics(m_small);
    const double side = std::min(metrics.height(), rect.height());
    double x = rect.left();
    for (std::size_t i = 0; i < look.members.size(); ++i) {
        if (look.members[i] == 0) continue;
        const QString count = QString::number(look.members[i]);
        const double width = side + 2 + metrics.horizontalAdvance(count) + 6;
        if (x + width - 6 > rect.right()) break;
        StatePalette::paintSwatch(m_painter, QRectF(x, rect.center().y() - side / 2, side, side),
                                  static_cast<ProcessState>(i), m_theme.dark);
        line(QRectF(x + side + 2, rect.top(), width, rect.height()), count, m_small, m_theme.text);
        x += width;
    }
}

void CanvasPainter::node(const QRectF& rect, const NodeContent& look, bool selected, bool focused) {
    if (look.isGroup) stack(rect, selected, look.trouble);
    card(rect, 8, selected, focused, look.trouble);
    const QRectF swatch(rect.left() + kPad, rect.top() + kPad, kSwatch, kSwatch);
    if (look.launched) {
        StatePalette::paintSwatch(m_painter, swatch, look.state, m_theme.dark);
    } else {
        m_painter.setPen(QPen(m_theme.frame, 1, Qt::DashLine));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }
    const QColor ink = look.ended ? m_theme.mutedText : m_theme.text;
    const double left = swatch.right() + 8;
    const double width = rect.right() - kPad - left - (look.mark == PartMark::None ? 0 : kMark);
    const double pidWidth = QFontMetricsF(m_small).horizontalAdvance(look.pid);
    const double row = (rect.height() - 2 * kPad + 2) / 3;
    const QRectF head(left, rect.top() + kPad - 2, width, row);
    line(head, look.name, m_bold, ink);
    mark(rect, look.mark);
    if (!m_detailed) return shares(QRectF(rect.left() + 1.5, rect.bottom() - 5, rect.width() - 3, 3.5), look);
    const QRectF second = head.translated(0, row);
    if (look.isGroup && look.launched) members(second, look);
    const bool roomForPid = QFontMetricsF(m_small).horizontalAdvance(look.detail) + 8 + pidWidth <= width;
    line(second, look.detail, m_small, look.trouble ? m_theme.events[3] : ink);
    if (roomForPid) line(second, look.pid, m_small, m_theme.mutedText, Qt::AlignRight);
    line(QRectF(rect.left() + kPad, second.bottom(), rect.width() - 2 * kPad, row), look.reason, m_small,
         look.trouble && !look.launched ? m_theme.events[3] : m_theme.mutedText);
    shares(QRectF(rect.left() + 1.5, rect.bottom() - 5, rect.width() - 3, 3.5), look);
}

void CanvasPainter::tile(const QRectF& rect, const NodeContent& look, bool selected) {
    if (look.launched) {
        StatePalette::paintSwatch(m_painter, rect, look.state, m_theme.dark);
    } else {
        m_painter.setPen(QPen(m_theme.frame, 1, Qt::DashLine));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
    }
    if (!selected && !look.trouble) return;
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(selected ? m_theme.selection : m_theme.events[3], 2));
    m_painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5));
}

void CanvasPainter::summary(const QRectF& rect, const QString& text) { line(rect, text, m_font, m_theme.text); }

// An exclamation mark on its edge: filled where it cannot run so, a ring where it can.
void CanvasPainter::mark(const QRectF& rect, PartMark mark) {
    if (mark == PartMark::None) return;
    const bool grave = mark == PartMark::Error;
    const QColor color = m_theme.events[grave ? 3 : 2];
    const QRectF disc(rect.right() - kMark - 6, rect.top() + 6, kMark, kMark);
    m_painter.setPen(QPen(color, 1.6));
    m_painter.setBrush(grave ? QBrush(color) : Qt::NoBrush);
    m_painter.drawEllipse(disc.adjusted(1, 1, -1, -1));
    QFont font = m_bold;
    font.setPixelSize(12);
    m_painter.setFont(font);
    m_painter.setPen(grave ? (m_theme.dark ? QColor(Qt::black) : QColor(Qt::white)) : color);
    m_painter.drawText(disc, Qt::AlignCenter, QStringLiteral("!"));
}

void CanvasPainter::shares(const QRectF& rect, const NodeContent& look) {
    double x = rect.left() + 6;
    const double width = rect.width() - 12;
    for (std::size_t i = 0; i < look.shares.size(); ++i) {
        if (look.shares[i] <= 0) continue;
        const double part = width * look.shares[i] / 1000;
        m_painter.fillRect(QRectF(x, rect.top(), part, rect.height() - 1),
                           StatePalette::style(static_cast<ProcessState>(i), m_theme.dark).fill);
        x += part;
    }
}

void CanvasPainter::box(const QRectF& rect, const LinkContent& look, bool selected, bool focused) {
    card(rect, 4, selected, focused, look.trouble);
    const QRectF inner = rect.adjusted(kPad, 6, -kPad, -6);
    const double row = (inner.height() - 8) / 3;
    const double title = inner.width() - (look.mark == PartMark::None ? 0 : kMark - kPad + 8);
    boxTitle(QRectF(inner.left(), inner.top(), title, row), look);
    fill(QRectF(inner.left(), inner.top() + row + 1, inner.width(), 6), look);
    mark(rect, look.mark);
    if (!m_detailed) return;
    line(QRectF(inner.left(), inner.top() + row + 8, inner.width(), row), look.trouble ? look.problem : look.fill,
         m_small, look.trouble ? m_theme.events[3] : m_theme.mutedText, Qt::AlignHCenter);
    line(QRectF(inner.left(), inner.top() + 2 * row + 8, inner.width(), row), look.flow, m_small, m_theme.text,
         Qt::AlignHCenter);
}

// Its name, and beside it what it is; of what has no room for both each keeps a part.
void CanvasPainter::boxTitle(const QRectF& rect, const LinkContent& look) {
    if (look.name.isEmpty()) return line(rect, look.mechanism, m_small, m_theme.text, Qt::AlignHCenter);
    constexpr double kBetween = 6, kLeastOfName = 0.55;
    QFont bold = m_small;
    bold.setWeight(QFont::DemiBold);
    const double name = QFontMetricsF(bold).horizontalAdvance(look.name) + 1;
    const double what = QFontMetricsF(m_small).horizontalAdvance(look.mechanism) + 1;
    const double ofName = std::min(name, std::max(rect.width() - kBetween - what, rect.width() * kLeastOfName));
    const double ofWhat = std::min(what, rect.width() - kBetween - ofName);
    const double left = rect.left() + (rect.width() - ofName - kBetween - ofWhat) / 2;
    line(QRectF(left, rect.top(), ofName, rect.height()), look.name, bold, m_theme.text);
    line(QRectF(left + ofName + kBetween, rect.top(), ofWhat, rect.height()), look.mechanism, m_small,
         m_theme.mutedText);
}

void CanvasPainter::fill(const QRectF& rect, const LinkContent& look) {
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme.dark ? m_theme.frame : m_theme.grid);
    m_painter.drawRoundedRect(rect, 3, 3);
    if (look.permille <= 0) return;
    m_painter.setBrush(look.permille >= 950 ? m_theme.events[2] : m_theme.curve(0));
    const double width = std::max(rect.width() * look.permille / 1000, 6.0);
    m_painter.drawRoundedRect(QRectF(rect.left(), rect.top(), width, rect.height()), 3, 3);
}

}  // namespace ipclab

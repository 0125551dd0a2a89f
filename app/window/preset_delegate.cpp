#include "window/preset_delegate.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

#include "models/preset_tree.h"
#include "plot/chart_theme.h"

namespace ipclab {
namespace {

constexpr int kPad = 8;

QFont smaller(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

// The text up to where a line of this width ends, at a word: all of it when it fits.
QString firstLine(const QString& text, const QFont& font, int width) {
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(width);
    layout.endLayout();
    return text.left(line.textLength());
}

}  // namespace

void paintRowGround(QPainter& painter, const QStyleOptionViewItem& option, const ChartTheme& theme) {
    const QRectF card = QRectF(option.rect).adjusted(4, 1, -4, -1);
    painter.setPen(Qt::NoPen);
    if (option.state & QStyle::State_Selected) {
        painter.setBrush(theme.dark ? QColor(0x24, 0x3b, 0x57) : QColor(0xd9, 0xe8, 0xfb));
        painter.drawRoundedRect(card, 5, 5);
        painter.setBrush(theme.selection);
        painter.drawRoundedRect(QRectF(card.left(), card.top() + 6, 3, card.height() - 12), 1.5, 1.5);
    } else if (option.state & QStyle::State_MouseOver) {
        painter.setBrush(theme.dark ? QColor(0x26, 0x2a, 0x30) : QColor(0xe9, 0xed, 0xf3));
        painter.drawRoundedRect(card, 5, 5);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.selection, 1.5));
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }
}

void PresetDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const ChartTheme& theme = ChartTheme::of(QApplication::palette());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QFont bold = option.font;
    bold.setWeight(QFont::DemiBold);
    const QString name = index.data().toString();
    if (index.data(PresetTree::IsGroupRole).toBool()) {
        painter->setFont(smaller(bold));
        painter->setPen(theme.mutedText);
        painter->drawText(option.rect.adjusted(12, 6, -8, 0), Qt::AlignLeft | Qt::AlignVCenter, name);
        painter->restore();
        return;
    }
    paintRowGround(*painter, option, theme);
    const QRect inner = option.rect.adjusted(14, kPad - 2, -12, -kPad + 2);
    painter->setFont(bold);
    painter->setPen(theme.text);
    const auto below = [&](const QString& text, const QFont& font, int width) {
        painter->setFont(font);
        painter->drawText(inner, Qt::AlignLeft | Qt::AlignBottom,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, width));
    };
    const QFont small = smaller(option.font);
    // A name of two lines takes the place of the summary, which the tool tip has in full.
    const bool oneLine = index.data(kOneLineRole).toBool();
    const QString line = oneLine ? QFontMetrics(bold).elidedText(name, Qt::ElideRight, inner.width())
                                 : firstLine(name, bold, inner.width());
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignTop, line);
    if (!oneLine && line.size() < name.size()) {
        const QString facts = index.data(PresetTree::kFactsRole).toString();
        const int beside = facts.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(facts) + kPad;
        below(name.mid(line.size()), bold, inner.width() - beside);
        painter->setPen(theme.mutedText);
        painter->setFont(small);
        painter->drawText(inner, Qt::AlignRight | Qt::AlignBottom, facts);
    } else {
        painter->setPen(theme.mutedText);
        below(index.data(PresetTree::SummaryRole).toString(), small, inner.width());
    }
    painter->restore();
}

QSize PresetDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int line = QFontMetrics(option.font).height();
    if (index.data(PresetTree::IsGroupRole).toBool()) return {100, line + 16};
    return {100, line + QFontMetrics(smaller(option.font)).height() + 2 * kPad};
}

}  // namespace ipclab

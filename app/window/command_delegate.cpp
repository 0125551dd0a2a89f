#include "window/command_delegate.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

#include "bridge/icons.h"
#include "models/search_filter.h"
#include "plot/chart_theme.h"
#include "window/command_list.h"
#include "window/preset_delegate.h"

namespace ipclab {
namespace {

constexpr int kIconPx = 16;
constexpr int kSidePx = 14;
constexpr int kGapPx = 10;
constexpr int kRowPadPx = 6;

QFont keyFont(QFont font) {
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

// From the right to the left, each key in a frame. Returns what is left of the row.
QRect paintKeys(QPainter& painter, QRect row, const QFont& font, const QString& keys, const ChartTheme& theme) {
    const QFontMetrics metrics(font);
    painter.setFont(font);
    QStringList caps = keys.split(QLatin1Char('+'), Qt::SkipEmptyParts);
    if (keys.endsWith(QLatin1Char('+'))) caps << QStringLiteral("+");
    for (auto cap = caps.crbegin(); cap != caps.crend(); ++cap) {
        const int width = std::max(metrics.horizontalAdvance(*cap) + 10, metrics.height() + 2);
        const QRectF box(row.right() - width, row.center().y() - metrics.height() / 2 - 1, width, metrics.height() + 2);
        painter.setPen(theme.grid);
        painter.setBrush(theme.window);
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(theme.mutedText);
        painter.drawText(box, Qt::AlignCenter, *cap);
        row.setRight(row.right() - width - 4);
    }
    return row;
}

// The letters that were found stand out by weight and by colour. Returns how wide it is.
int paintName(QPainter& painter, const QRect& row, const QFont& font, const QString& name, const QList<int>& places,
              const QColor& color, const QColor& found) {
    QTextLayout layout(QFontMetrics(font).elidedText(name, Qt::ElideRight, row.width()), font);
    QList<QTextLayout::FormatRange> ranges;
    for (const int place : places) {
        QTextCharFormat format;
        format.setFontWeight(QFont::Bold);
        format.setForeground(found);
        if (place < layout.text().size()) ranges << QTextLayout::FormatRange{place, 1, format};
    }
    layout.setFormats(ranges);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(row.width());
    layout.endLayout();
    painter.setPen(color);
    layout.draw(&painter, QPointF(row.left(), row.top() + (row.height() - line.height()) / 2));
    return static_cast<int>(line.naturalTextWidth());
}

QList<int> placesFound(const QModelIndex& index) {
    const auto* filter = qobject_cast<const SearchFilter*>(index.model());
    return filter == nullptr ? QList<int>() : filter->query().placesIn(index.data().toString());
}

}  // namespace

void CommandDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const ChartTheme& theme = ChartTheme::of(QApplication::palette());
    const bool enabled = index.data(CommandList::EnabledRole).toBool();
    const QColor faint = QApplication::palette().color(QPalette::Disabled, QPalette::Text);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRowGround(*painter, option, theme);
    QRect row = option.rect.adjusted(kSidePx, 0, -kSidePx, 0);
    const bool checked = index.data(CommandList::CheckedRole).toBool();
    const QIcon icon = checked ? coloredIcon(QStringLiteral("check-dark"), theme.selection)
                               : index.data(Qt::DecorationRole).value<QIcon>();
    icon.paint(painter, QRect(row.left(), row.center().y() - kIconPx / 2, kIconPx, kIconPx), Qt::AlignCenter,
               enabled ? QIcon::Normal : QIcon::Disabled);
    row.setLeft(row.left() + kIconPx + kGapPx);
    row = paintKeys(*painter, row, keyFont(option.font), index.data(CommandList::KeysRole).toString(), theme);
    const int width = paintName(*painter, row, option.font, index.data().toString(), placesFound(index),
                                enabled ? theme.text : faint, enabled ? theme.selection : faint);
    row.setLeft(row.left() + width + kGapPx);
    const QString reason = index.data(CommandList::ReasonRole).toString();
    const QString beside = enabled || reason.isEmpty() ? index.data(CommandList::WhereRole).toString() : reason;
    const QFont small = keyFont(option.font);
    painter->setFont(small);
    painter->setPen(theme.mutedText);
    painter->drawText(row.adjusted(0, 0, -kGapPx, 0), Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(small).elidedText(beside, Qt::ElideRight, std::max(row.width() - kGapPx, 0)));
    painter->restore();
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {100, QFontMetrics(option.font).height() + 2 * kRowPadPx};
}

}  // namespace ipclab

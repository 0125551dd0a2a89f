// Where a text has less room than it needs, and says nothing of it: for tests of windows and pages.
#pragma once

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QToolButton>
#include <algorithm>

namespace ipclab::test {

// A label in rich text, or one that shortens itself, knows.
inline QString cutIn(const QLabel& label) {
    if (label.text().isEmpty() || !label.pixmap().isNull()) return {};
    if (label.textFormat() == Qt::RichText || label.text().startsWith(QLatin1Char('<'))) return {};
    const QSize room = label.contentsRect().size();
    if (label.wordWrap()) {
        const int needed = label.heightForWidth(label.width());
        return needed > label.height() + 1
                   ? QStringLiteral("needs %1 px of height, has %2").arg(needed).arg(label.height())
                   : QString();
    }
    int needed = 0;
    QString text = label.text();
    if (label.buddy() != nullptr) text.remove(QLatin1Char('&'));
    for (const QString& line : text.split(QLatin1Char('\n')))
        needed = std::max(needed, label.fontMetrics().horizontalAdvance(line));
    return needed > room.width() + 1 ? QStringLiteral("needs %1 px, has %2").arg(needed).arg(room.width()) : QString();
}

inline QString cutIn(const QAbstractButton& button) {
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    if (button.text().isEmpty() || (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly)) return {};
    QString text = button.text();
    const int icon = button.icon().isNull() ? 0 : button.iconSize().width() + 4;
    const int needed = button.fontMetrics().horizontalAdvance(text.remove(QLatin1Char('&'))) + icon;
    return needed > button.width() - 4 ? QStringLiteral("needs %1 px, has %2").arg(needed).arg(button.width())
                                       : QString();
}

inline QString cutIn(const QAbstractSpinBox& spin) {
    const auto* line = spin.findChild<const QLineEdit*>();
    if (line == nullptr) return {};
    const int needed = line->fontMetrics().horizontalAdvance(line->text());
    return needed > line->width() ? QStringLiteral("needs %1 px, has %2").arg(needed).arg(line->width()) : QString();
}

inline QString cutIn(const QComboBox& box) {
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    const int room =
        box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box).width();
    const int needed = box.fontMetrics().horizontalAdvance(box.currentText());
    return needed > room + 2 && box.toolTip().isEmpty() ? QStringLiteral("needs %1 px, has %2").arg(needed).arg(room)
                                                        : QString();
}

inline QString cutIn(const QLineEdit& line) {
    if (!line.text().isEmpty() || line.placeholderText().isEmpty()) return {};
    const int needed = line.fontMetrics().horizontalAdvance(line.placeholderText());
    const int room = line.contentsRect().width() - 12;
    return needed > room && line.toolTip().isEmpty() ? QStringLiteral("needs %1 px, has %2").arg(needed).arg(room)
                                                     : QString();
}

inline QString cutIn(const QTabBar& bar) {
    int right = 0;
    for (int tab = 0; tab < bar.count(); ++tab) {
        if (!bar.isTabVisible(tab)) continue;
        right = std::max(right, bar.tabRect(tab).right());
        const int needed = bar.fontMetrics().horizontalAdvance(bar.tabText(tab).remove(QLatin1Char('&')));
        if (needed > bar.tabRect(tab).width()) return QStringLiteral("its tab %1 is cut").arg(bar.tabText(tab));
    }
    return right > bar.width() && !bar.usesScrollButtons()
               ? QStringLiteral("needs %1 px, has %2").arg(right).arg(bar.width())
               : QString();
}

inline QString cutIn(const QHeaderView& header) {
    if (header.orientation() != Qt::Horizontal || header.model() == nullptr) return {};
    for (int section = 0; section < header.count(); ++section) {
        const QString text = header.model()->headerData(section, Qt::Horizontal).toString();
        const bool told = !header.model()->headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty();
        if (header.isSectionHidden(section) || text.isEmpty() || told) continue;
        const int needed = header.fontMetrics().horizontalAdvance(text) + 8;
        if (needed > header.sectionSize(section)) return QStringLiteral("its section %1 is cut").arg(text);
    }
    return {};
}

inline QString cutIn(const QListWidget& list) {
    if (list.horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff || list.wordWrap()) return {};
    for (int row = 0; row < list.count(); ++row) {
        const QListWidgetItem& item = *list.item(row);
        const int needed = list.fontMetrics().horizontalAdvance(item.text()) + (item.icon().isNull() ? 0 : 24);
        if (needed > list.viewport()->width() && item.toolTip().isEmpty())
            return QStringLiteral("its row %1 is cut").arg(item.text());
    }
    return {};
}

// What is wider than the place it is scrolled in, where nobody can scroll to the side.
inline QString cutIn(const QScrollArea& area) {
    if (area.widget() == nullptr || area.horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff) return {};
    const int needed = area.widget()->width(), has = area.viewport()->width();
    return needed > has ? QStringLiteral("what it shows is %1 px wide, it has %2").arg(needed).arg(has) : QString();
}

inline QString cutOff(const QWidget* widget) {
    if (const auto* label = qobject_cast<const QLabel*>(widget)) return cutIn(*label);
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) return cutIn(*button);
    if (const auto* box = qobject_cast<const QComboBox*>(widget)) return cutIn(*box);
    if (const auto* line = qobject_cast<const QLineEdit*>(widget)) return cutIn(*line);
    if (const auto* bar = qobject_cast<const QTabBar*>(widget)) return cutIn(*bar);
    if (const auto* header = qobject_cast<const QHeaderView*>(widget)) return cutIn(*header);
    if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(widget)) return cutIn(*spin);
    if (const auto* list = qobject_cast<const QListWidget*>(widget)) return cutIn(*list);
    if (const auto* area = qobject_cast<const QScrollArea*>(widget)) return cutIn(*area);
    return {};
}

inline bool isInnerOf(const QWidget* widget) {
    const QWidget* parent = widget->parentWidget();
    return qobject_cast<const QComboBox*>(parent) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
           qobject_cast<const QLineEdit*>(parent) != nullptr || qobject_cast<const QTabBar*>(parent) != nullptr;
}

inline QString wordsOf(const QWidget* widget) {
    for (const char* property : {"text", "currentText", "placeholderText"}) {
        if (const QString text = widget->property(property).toString(); !text.isEmpty()) return text.left(60);
    }
    return widget->accessibleName();
}

// Of all that is visible in it.
inline QStringList cutIn(const QWidget* window) {
    QStringList faults;
    for (const QWidget* widget : window->findChildren<QWidget*>()) {
        const QString cut = widget->isVisible() && !isInnerOf(widget) ? cutOff(widget) : QString();
        if (cut.isEmpty()) continue;
        faults << QStringLiteral("%1 %2 \"%3\" %4")
                      .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(), wordsOf(widget),
                           cut);
    }
    return faults;
}

}  // namespace ipclab::test

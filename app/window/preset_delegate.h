// An entry of the library: name, and below it the line about it; groups as headings.
#pragma once

#include <QStyledItemDelegate>

namespace ipclab {

struct ChartTheme;

// Of a row that is selected, pointed at or has the focus; lists that one searches in look the same by it.
void paintRowGround(QPainter& painter, const QStyleOptionViewItem& option, const ChartTheme& theme);

class PresetDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    // The name takes one line, so that what stands below is seen in any case.
    static constexpr int kOneLineRole = Qt::UserRole + 20;
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace ipclab

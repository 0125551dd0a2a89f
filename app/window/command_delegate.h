// A row of the command palette: icon, name with the letters that were found, where it stands, and its keys at the
// right; one that cannot be had now in grey, with the reason.
#pragma once

#include <QStyledItemDelegate>

namespace ipclab {

class CommandDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace ipclab

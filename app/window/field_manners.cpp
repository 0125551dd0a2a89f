#include "window/field_manners.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QSlider>
#include <QStyledItemDelegate>

namespace ipclab {
namespace {

bool isTurned(const QWidget* widget) {
    return qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr || qobject_cast<const QSlider*>(widget) != nullptr;
}

bool isOnScrolledPage(const QWidget* widget) {
    for (const QWidget* around = widget->parentWidget(); around != nullptr; around = around->parentWidget()) {
        if (qobject_cast<const QScrollArea*>(around) != nullptr) return true;
        if (around->isWindow()) return false;
    }
    return false;
}

// The rows of a list to choose from. The one such a list has of itself knows nothing of the height that the style gives
// its rows, Qt's styled one nothing of separators (QComboBox::insertSeparator).
class ChoiceRows : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        if (!isSeparator(index)) return QStyledItemDelegate::paint(painter, option, index);
        const int y = option.rect.center().y();
        painter->setPen(option.palette.color(QPalette::Mid));
        painter->drawLine(option.rect.left() + kLinePx, y, option.rect.right() - kLinePx, y);
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return isSeparator(index) ? QSize(0, kLinePx) : QStyledItemDelegate::sizeHint(option, index);
    }

private:
    static constexpr int kLinePx = 9;
    static bool isSeparator(const QModelIndex& index) {
        return index.data(Qt::AccessibleDescriptionRole).toString() == QLatin1String("separator");
    }
};

void teach(QWidget* widget) {
    // With WheelFocus the wheel itself would give the focus that lets it turn.
    if (widget->focusPolicy() == Qt::WheelFocus) widget->setFocusPolicy(Qt::StrongFocus);
    auto* choice = qobject_cast<QComboBox*>(widget);
    if (choice != nullptr && choice->sizeAdjustPolicy() == QComboBox::AdjustToContentsOnFirstShow)
        choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    if (choice != nullptr && qobject_cast<QStyledItemDelegate*>(choice->itemDelegate()) == nullptr)
        choice->setItemDelegate(new ChoiceRows(choice));
}

}  // namespace

FieldManners::FieldManners(QObject* parent) : QObject(parent) { qApp->installEventFilter(this); }

bool FieldManners::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Show && event->type() != QEvent::Wheel) return false;
    auto* widget = qobject_cast<QWidget*>(watched);
    if (widget == nullptr || !isTurned(widget)) return false;
    if (event->type() == QEvent::Show) teach(widget);
    if (event->type() != QEvent::Wheel || widget->hasFocus() || !isOnScrolledPage(widget)) return false;
    event->ignore();  // it is the page's, around it
    return true;
}

}  // namespace ipclab

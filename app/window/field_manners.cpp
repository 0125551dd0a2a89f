#include "window/field_manners.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
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

void teach(QWidget* widget) {
    // With WheelFocus the wheel itself would give the focus that lets it turn.
    if (widget->focusPolicy() == Qt::WheelFocus) widget->setFocusPolicy(Qt::StrongFocus);
    auto* choice = qobject_cast<QComboBox*>(widget);
    if (choice != nullptr && choice->sizeAdjustPolicy() == QComboBox::AdjustToContentsOnFirstShow)
        choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    // The one it has of itself knows nothing of the height that the style gives its rows.
    if (choice != nullptr && qobject_cast<QStyledItemDelegate*>(choice->itemDelegate()) == nullptr)
        choice->setItemDelegate(new QStyledItemDelegate(choice));
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

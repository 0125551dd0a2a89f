#include "window/chart_keys.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QTabBar>

namespace ipclab {
namespace {

enum class Keeper { Focus, Shortcut, Undecided };

bool isHorizontalArrow(int key) { return key == Qt::Key_Left || key == Qt::Key_Right; }

// No number is written with these.
bool isNoNumber(int key) { return key == Qt::Key_Space || (key >= Qt::Key_A && key <= Qt::Key_Z); }

bool isTable(const QWidget* widget) {
    const auto* view = qobject_cast<const QAbstractItemView*>(widget);
    return view != nullptr && view->model() != nullptr && view->model()->columnCount() > 1;
}

// Undecided: as the widget itself says, which for text is what can be typed.
Keeper keeperOf(const QWidget* focus, const QKeyEvent& key) {
    const bool plain = (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == Qt::NoModifier;
    if (qobject_cast<const QAbstractSpinBox*>(focus) != nullptr)
        return plain && isNoNumber(key.key()) ? Keeper::Shortcut : Keeper::Undecided;
    if (focus->inherits("QLineEdit") && key.key() == Qt::Key_Escape) return Keeper::Focus;
    const bool ofRows = isTable(focus) || focus->property("rows").toBool();
    if (ofRows &&
        (key.matches(QKeySequence::Copy) || key.matches(QKeySequence::SelectAll) || key.matches(QKeySequence::Find)))
        return Keeper::Focus;
    if (!plain) return Keeper::Undecided;
    const bool button = qobject_cast<const QAbstractButton*>(focus) != nullptr;
    const bool choice = qobject_cast<const QComboBox*>(focus) != nullptr;
    if ((button || choice) && key.key() == Qt::Key_Space) return Keeper::Focus;
    const bool moves = choice || isTable(focus) || qobject_cast<const QAbstractSlider*>(focus) != nullptr ||
                       qobject_cast<const QTabBar*>(focus) != nullptr;
    const bool shifted = (key.modifiers() & Qt::ShiftModifier) != 0;
    return moves && isHorizontalArrow(key.key()) && !shifted ? Keeper::Focus : Keeper::Undecided;
}

}  // namespace

ChartKeys::ChartKeys(QWidget* window) : QObject(window), m_window(window) {
    for (QWidget* widget : window->findChildren<QWidget*>()) {
        const bool clicked = widget->inherits("QAbstractButton") || widget->inherits("QComboBox");
        if (clicked && (widget->focusPolicy() & Qt::TabFocus) != 0) widget->setFocusPolicy(Qt::TabFocus);
    }
    qApp->installEventFilter(this);
}

// Sent to the widget with the focus, then to those around it, before shortcuts are looked for: accepted, the key is
// the widget's.
bool ChartKeys::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride) return QObject::eventFilter(watched, event);
    const auto* widget = qobject_cast<const QWidget*>(watched);
    if (widget == nullptr || widget->window() != m_window) return QObject::eventFilter(watched, event);
    const Keeper keeper = keeperOf(widget, *static_cast<QKeyEvent*>(event));
    if (keeper == Keeper::Undecided) return QObject::eventFilter(watched, event);
    event->setAccepted(keeper == Keeper::Focus);
    return true;
}

}  // namespace ipclab

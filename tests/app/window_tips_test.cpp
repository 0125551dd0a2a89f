// Whatever takes the mouse says in its tooltip what it does, and actions by which keys.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSlider>
#include <QTabBar>

#include "app/all_windows.h"
#include "app/window_fixture.h"

namespace ipclab {
namespace {

using WindowTips = WindowTest;

bool isControl(const QWidget& widget) {
    const QWidget* around = widget.parentWidget();
    if (around == nullptr || widget.objectName().startsWith(QLatin1String("qt_"))) return false;
    const bool isPart = qobject_cast<const QAbstractSpinBox*>(around) || qobject_cast<const QComboBox*>(around) ||
                        qobject_cast<const QLineEdit*>(around) || qobject_cast<const QAbstractItemView*>(around) ||
                        qobject_cast<const QTabBar*>(around) || qobject_cast<const QMenuBar*>(around);
    if (isPart) return false;
    // A button that says in words what it does needs no second word.
    if (const auto* button = qobject_cast<const QPushButton*>(&widget); button && !button->text().isEmpty())
        return false;
    if (const auto* box = qobject_cast<const QCheckBox*>(&widget); box && !box->text().isEmpty()) return false;
    return qobject_cast<const QAbstractButton*>(&widget) || qobject_cast<const QComboBox*>(&widget) ||
           qobject_cast<const QLineEdit*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget) ||
           qobject_cast<const QSlider*>(&widget);
}

QString pathOf(const QWidget& widget) {
    return QLatin1String(widget.parentWidget()->metaObject()->className()) + QStringLiteral(" ▸ ") +
           QLatin1String(widget.metaObject()->className());
}

TEST_F(WindowTips, EveryActionHasATipWithItsKeys) {
    open(QStringLiteral("first"));
    EXPECT_GE(window().actions().size(), 40);
    for (const QAction* action : window().actions()) {
        EXPECT_FALSE(action->toolTip().isEmpty()) << action->text().toStdString();
        if (action->shortcut().isEmpty()) continue;
        EXPECT_TRUE(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)))
            << action->text().toStdString();
    }
}

// What takes the mouse says what it does, wherever it stands: in the window, its tabs, the inspector and the dialogs.
TEST_F(WindowTips, EveryControlHasATip) {
    open(QStringLiteral("first"));
    QStringList missing;
    test::everywhere(window(), [&](QWidget* look, const QString& where) {
        for (QWidget* control : look->findChildren<QWidget*>()) {
            if (!control->isVisibleTo(look) || !isControl(*control) || !control->toolTip().isEmpty()) continue;
            const QString name =
                control->accessibleName().isEmpty() ? control->objectName() : control->accessibleName();
            const QString fault = QStringLiteral("%1: %2 \"%3\"").arg(where, pathOf(*control), name);
            if (!missing.contains(fault)) missing << fault;
        }
    });
    for (const QString& fault : missing) ADD_FAILURE() << fault.toStdString();
}

}  // namespace
}  // namespace ipclab

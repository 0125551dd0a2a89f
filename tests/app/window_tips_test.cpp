// Every action of the window says in its tooltip what it does, and by which keys.
#include "app/window_fixture.h"

namespace ipclab {
namespace {

using WindowTips = WindowTest;

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

}  // namespace
}  // namespace ipclab

// What README, hints and menus promise of keys holds where the focus of a newcomer is.
#include <QApplication>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>
#include <QWindow>
#include <map>

#include "app/window_fixture.h"
#include "canvas/canvas_view.h"
#include "inspect/inspector.h"
#include "inspect/process_controls.h"
#include "inspect/process_page.h"
#include "inspect/scale_control.h"
#include "window/charts_panel.h"
#include "window/hint_bar.h"
#include "window/library_panel.h"
#include "window/tables_panel.h"
#include "window/toolbar.h"

namespace ipclab {
namespace {

class WindowKeys : public WindowTest {
protected:
    void openActive() {
        open(QStringLiteral("first"));
        window().activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
        for (QAction* action : charts().all())
            QObject::connect(action, &QAction::triggered, &window(), [this, action] { ++m_triggered[action]; });
    }
    const ChartActions& charts() { return window().charts()->page()->chartActions(); }

    // As from the keyboard: it is the window that looks who is to have it.
    void press(const QKeySequence& keys) {
        const QKeyCombination key = keys[0];
        QTest::keyClick(window().windowHandle(), key.key(), key.keyboardModifiers());
        QCoreApplication::processEvents();
    }
    void press(Qt::Key key) { press(QKeySequence(key)); }

    // Every key of the charts does what its menu says, but those that the widget with the focus needs itself.
    void expectChartKeys(const char* where, const std::vector<QAction*>& kept = {}) {
        SCOPED_TRACE(where);
        QWidget* const focus = QApplication::focusWidget();
        const Selection selected = window().canvas()->selection();
        for (QAction* action : charts().all()) {
            if (action == charts().copy) continue;  // is not the charts' alone
            for (const QKeySequence& keys : action->shortcuts()) {
                window().select(selected);
                m_triggered.clear();
                press(keys);
                EXPECT_EQ(m_triggered[action], std::ranges::find(kept, action) == kept.end() ? 1 : 0)
                    << keys.toString().toStdString() << ": " << action->text().toStdString();
                if (focus != nullptr) focus->setFocus();
            }
        }
        EXPECT_EQ(session().experiment().id, "first");
    }
    void clickOn(QWidget* widget) {
        QTest::mouseClick(widget, Qt::LeftButton);
        QCoreApplication::processEvents();
    }
    void selectProducer() {
        const QRectF node = window().canvas()->rectOf({Selection::Kind::Process, 0});
        QTest::mouseClick(window().canvas(), Qt::LeftButton, Qt::NoModifier, node.center().toPoint());
    }
    ProcessControls* controls() { return window().inspector()->processPage()->controls(); }

    std::map<QAction*, int> m_triggered;
};

TEST_F(WindowKeys, TheKeysOfTheChartsWorkAtTheStartAndAfterF5) {
    openActive();
    ASSERT_EQ(QApplication::focusWidget(), window().library()->tree());
    expectChartKeys("at the start");
    window().toolbar()->duration()->setValue(0);
    window().library()->tree()->setFocus();
    press(Qt::Key_F5);
    const TimeAxis& axis = *window().charts()->page()->axis();
    ASSERT_TRUE(waitFor([&] { return run().startNs != 0 && axis.origin() == run().startNs; }));
    press(Qt::Key_Space);
    EXPECT_FALSE(axis.isFollowing());
    press(Qt::Key_End);
    EXPECT_TRUE(axis.isFollowing());
    expectChartKeys("after F5");
    press(QKeySequence(Qt::SHIFT | Qt::Key_F5));
    ASSERT_TRUE(waitFor([&] { return !session().isActive(); }));
}

TEST_F(WindowKeys, TheKeysOfTheChartsWorkAfterClicksAndSteering) {
    openActive();
    auto* runButton = window().toolbar()->findChild<QToolButton*>();
    ASSERT_EQ(runButton->defaultAction(), actions().run);
    clickOn(runButton);
    ASSERT_TRUE(waitFor([&] { return run().startNs != 0; }));
    expectChartKeys("Run was clicked");
    clickOn(window().hints()->dismissButton());
    expectChartKeys("the hints were dismissed");
    selectProducer();
    ASSERT_EQ(QApplication::focusWidget(), window().canvas());
    expectChartKeys("a program was clicked", {charts().panLeft, charts().panRight, charts().clearMarkers});
    clickOn(controls()->pauseButton());
    expectChartKeys("Pause was clicked");
    clickOn(controls()->pauseButton());
    QTabBar* tabs = window().tables()->tabs()->tabBar();
    QTest::mouseClick(tabs, Qt::LeftButton, Qt::NoModifier, tabs->tabRect(tabs->count() - 1).center());
    expectChartKeys("a tab was clicked");
    stopRun();
}

TEST_F(WindowKeys, ANumberThatWasTypedKeepsOnlyWhatEditsIt) {
    openActive();
    selectProducer();
    QDoubleSpinBox* rate = controls()->rate()->field();
    rate->setFocus();
    rate->selectAll();
    QTest::keyClicks(rate, QStringLiteral("750"));
    press(Qt::Key_Return);
    EXPECT_DOUBLE_EQ(session().settings()->program(0).ratePerSecond, 750);
    for (QAction* action : {charts().freeze, charts().fit, charts().markerA, charts().markerB}) {
        m_triggered.clear();
        press(action->shortcut());
        EXPECT_EQ(m_triggered[action], 1) << action->text().toStdString();
    }
    m_triggered.clear();
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_End}) press(key);
    EXPECT_TRUE(m_triggered.empty());
    EXPECT_DOUBLE_EQ(session().settings()->program(0).ratePerSecond, 750);
    controls()->rate()->findChild<QSlider*>()->setFocus();
    expectChartKeys("the slider of the rate", {charts().panLeft, charts().panRight});
}

TEST_F(WindowKeys, WordsAreTypedWhereWordsAreTyped) {
    openActive();
    QLineEdit* search = window().library()->search();
    press(actions().search->shortcut());
    ASSERT_EQ(QApplication::focusWidget(), search);
    for (const Qt::Key key : {Qt::Key_F, Qt::Key_A, Qt::Key_B, Qt::Key_Space, Qt::Key_Minus}) press(key);
    EXPECT_EQ(search->text(), QStringLiteral("fab -"));
    EXPECT_TRUE(m_triggered.empty());
    press(Qt::Key_Escape);
    EXPECT_TRUE(search->text().isEmpty());
}

TEST_F(WindowKeys, LettersOpenNoExperimentAndSpacePressesTheButtonThatTheTabKeyReached) {
    openActive();
    ASSERT_EQ(QApplication::focusWidget(), window().library()->tree());
    for (int letter = Qt::Key_A; letter <= Qt::Key_Z; ++letter) press(static_cast<Qt::Key>(letter));
    EXPECT_EQ(session().experiment().id, "first");
    window().hints()->show();
    QPushButton* dismiss = window().hints()->dismissButton();
    dismiss->setFocus(Qt::TabFocusReason);
    m_triggered.clear();
    press(Qt::Key_Space);
    EXPECT_FALSE(window().hints()->isVisible());
    EXPECT_TRUE(m_triggered.empty());
}

TEST_F(WindowKeys, TheCanvasKeepsTheArrowsThatSelectOnIt) {
    openActive();
    window().canvas()->setFocus();
    press(Qt::Key_Right);
    EXPECT_EQ(window().canvas()->selection(), (Selection{Selection::Kind::Process, 0}));
    press(Qt::Key_Escape);
    EXPECT_EQ(window().canvas()->selection(), Selection{});
}

TEST_F(WindowKeys, RunAndStopShowTheKeysOfTheReadme) {
    openActive();
    EXPECT_EQ(actions().run->shortcut(), QKeySequence(Qt::Key_F5));
    EXPECT_EQ(charts().freeze->shortcut(), QKeySequence(Qt::Key_Space));
    EXPECT_EQ(charts().follow->shortcut(), QKeySequence(Qt::Key_End));
}

}  // namespace
}  // namespace ipclab

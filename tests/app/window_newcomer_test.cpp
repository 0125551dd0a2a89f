// What somebody does who has the window open for the first time: builds a pipeline of four programs, runs it, changes
// how one link carries its messages, compares, looks closer, steers, undoes, saves and opens again. Once with the
// mouse, once with the keyboard alone.
#include <QLineEdit>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeView>

#include "app/window_hand.h"
#include "canvas/canvas_sketch.h"
#include "inspect/inspector.h"
#include "inspect/link_page.h"
#include "inspect/mechanism_chooser.h"
#include "inspect/mechanism_field.h"
#include "inspect/process_controls.h"
#include "inspect/process_page.h"
#include "inspect/properties_section.h"
#include "inspect/scale_control.h"
#include "plot/curve_chart.h"
#include "window/charts_panel.h"
#include "window/palette_panel.h"
#include "window/statistics_tab.h"
#include "window/tables_panel.h"
#include "window/toolbar.h"

namespace ipclab {
namespace {

class Newcomer : public WindowHand {
protected:
    void openForTheFirstTime() {
        openEmpty();
        window().activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
    }
    void press(const QKeySequence& keys) {
        const QKeyCombination key = keys[0];
        QTest::keyClick(window().windowHandle(), key.key(), key.keyboardModifiers());
        QCoreApplication::processEvents();
    }
    void press(Qt::Key key) { press(QKeySequence(key)); }
    const ChartActions& charts() { return window().charts()->page()->chartActions(); }
    TimeAxis& axis() { return *window().charts()->page()->axis(); }

    QToolButton* buttonOf(QAction* action) {
        for (QToolButton* button : window().toolbar()->findChildren<QToolButton*>()) {
            if (button->defaultAction() == action) return button;
        }
        return nullptr;
    }
    void clickOn(QAction* action) {
        QToolButton* button = buttonOf(action);
        ASSERT_NE(button, nullptr) << action->text().toStdString();
        QTest::mouseClick(button, Qt::LeftButton);
    }
    MechanismChooser* chooserOf(const Selection& link) {
        canvas().setSelection(link);
        QCoreApplication::processEvents();
        return window().inspector()->linkPage()->properties()->mechanism()->openChooser();
    }
    void chooseWithMouse(const Selection& link, const char* mechanism) {
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, middleOf(link));
        ASSERT_EQ(canvas().selection(), link);
        MechanismChooser* chooser = chooserOf(link);
        const QModelIndex index = chooser->indexOf(QLatin1String(mechanism));
        ASSERT_TRUE(index.isValid() && MechanismChooser::canBeChosen(index)) << mechanism;
        chooser->list()->scrollTo(index);
        QTest::mouseClick(chooser->list()->viewport(), Qt::LeftButton, {}, chooser->list()->visualRect(index).center());
    }
    void chooseWithKeys(const Selection& link, const char* mechanism) {
        MechanismChooser* chooser = chooserOf(link);
        QTest::keyClicks(chooser->search(), QLatin1String(mechanism));
        QTest::keyClick(chooser->search(), Qt::Key_Return);
    }
    void addWithKeys(const char* program) {
        press(edits().addProgram->shortcut());
        QTest::keyClicks(window().programs()->search(), QLatin1String(program));
        QTest::keyClick(window().programs()->search(), Qt::Key_Return);
    }
    void linkWithKeys(const Selection& from, const Selection& to) {
        canvas().setSelection(from);
        canvas().setFocus();
        press(edits().drawLink->shortcut());
        for (int steps = 0; steps < 12 && canvas().sketch().target != to; ++steps) press(Qt::Key_Right);
        ASSERT_EQ(canvas().sketch().target, to);
        press(Qt::Key_Return);
    }
    void expectPipeline() {
        ASSERT_EQ(experiment().processes.size(), 4U);
        ASSERT_EQ(experiment().links.size(), 2U);
        EXPECT_EQ(experiment().links[0].mechanism, "pipe");
        EXPECT_EQ(experiment().links[1].mechanism, "posix-shm");
        EXPECT_EQ(experiment().links[1].receivers.size(), 2U);
    }
    template <class Begin>
    void runToItsEnd(Begin begin) {
        window().activateWindow();  // what was chosen from was a window of its own
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
        const Nanoseconds before = run().startNs;
        begin();
        ASSERT_TRUE(waitFor([&] { return run().startNs != 0 && run().startNs != before; })) << "it did not begin";
        ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Finished; }))
            << session().failure().toStdString();
        ASSERT_EQ(run().links.size(), 2U);
        EXPECT_GT(run().links[1].received, 0U);
        for (const ProcessData& process : run().processes) EXPECT_EQ(process.failure, "") << process.name;
    }
    // A baseline behind the curves; frozen, closer, between two markers.
    void expectComparedAndLookedAt() {
        EXPECT_FALSE(throughput()->baseline().empty()) << "the run before, behind this one";
        const Nanoseconds whole = axis().window();
        press(Qt::Key_Plus);
        EXPECT_LT(axis().window(), whole);
        EXPECT_FALSE(axis().isFollowing()) << "a zoom freezes";
        press(Qt::Key_A);
        press(Qt::Key_B);
        EXPECT_TRUE(axis().marker(Marker::A) && axis().marker(Marker::B));
        press(Qt::Key_F);
    }
    CurveChart* throughput() {
        for (TimeChart* chart : window().charts()->page()->charts()) {
            if (auto* curves = dynamic_cast<CurveChart*>(chart); curves != nullptr && curves->title() == "Throughput")
                return curves;
        }
        return nullptr;
    }
    void expectSteered() {
        session().setDuration(std::nullopt);
        startRun();
        canvas().setSelection(process(0));
        QCoreApplication::processEvents();
        window().inspector()->processPage()->controls()->rate()->field()->setValue(250);
        EXPECT_TRUE(waitFor([&] { return std::ranges::count(run().events, EventKind::Control, &RunEvent::kind) > 0; }));
        stopRun();
    }
    void expectSavedAndOpenedAgain() {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mine.ipclab.json"));
        const Experiment before = experiment();
        ASSERT_TRUE(window().keeper()->saveTo(path));
        window().open(readPresetDocument(QStringLiteral("first")));
        window().open(readFileDocument(path));
        Experiment again = experiment();
        again.id = before.id;
        EXPECT_EQ(again, before);
    }
};

TEST_F(Newcomer, BuildsRunsComparesSteersAndSavesWithTheMouse) {
    openForTheFirstTime();
    drop("producer", {90, 80});
    drop("relay", {320, 80});
    drop("consumer", {600, 40});
    drop("consumer", {600, 150});
    hover(process(0));
    drag(handleOf(process(0)), middleOf(process(1)));
    hover(process(1));
    drag(handleOf(process(1)), middleOf(process(2)));
    ASSERT_EQ(experiment().links.size(), 2U);
    hover(linkAt(1));
    drag(handleOf(linkAt(1)), middleOf(process(3)));
    chooseWithMouse(linkAt(1), "posix-shm");
    expectPipeline();
    session().setDuration(kNsPerSecond / 2);
    window().charts()->baselineAction()->trigger();
    runToItsEnd([&] { clickOn(actions().run); });
    chooseWithMouse(linkAt(0), "unix-stream");
    runToItsEnd([&] { clickOn(actions().run); });
    EXPECT_EQ(run().links[0].mechanism, "unix-stream");
    expectComparedAndLookedAt();
    expectSteered();
    while (experiment().links[0].mechanism != "pipe" && edits().undo->isEnabled()) edits().undo->trigger();
    expectPipeline();
    expectSavedAndOpenedAgain();
}

TEST_F(Newcomer, DoesTheSameWithTheKeyboardAlone) {
    openForTheFirstTime();
    for (const char* program : {"producer", "relay", "consumer", "consumer"}) addWithKeys(program);
    ASSERT_EQ(experiment().processes.size(), 4U);
    linkWithKeys(process(0), process(1));
    linkWithKeys(process(1), process(2));
    ASSERT_EQ(experiment().links.size(), 2U);
    linkWithKeys(linkAt(1), process(3));
    chooseWithKeys(linkAt(1), "posix-shm");
    expectPipeline();
    session().setDuration(kNsPerSecond / 2);
    window().charts()->baselineAction()->trigger();
    runToItsEnd([&] { press(actions().run->shortcut()); });
    chooseWithKeys(linkAt(0), "unix-stream");
    runToItsEnd([&] { press(actions().run->shortcut()); });
    expectComparedAndLookedAt();
    expectSteered();
    canvas().setFocus();
    for (int i = 0; i < 20 && experiment().links[0].mechanism != "pipe"; ++i) press(edits().undo->shortcut());
    expectPipeline();
    expectSavedAndOpenedAgain();
}

}  // namespace
}  // namespace ipclab

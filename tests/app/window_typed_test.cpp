// What is typed in a field is what runs, is saved and is closed, whichever button or key comes next; what a field cannot
// take is said, and nothing else runs in its place.
#include <QAbstractItemView>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QWheelEvent>
#include <nlohmann/json.hpp>

#include "app/window_hand.h"
#include "inspect/choice_box.h"
#include "inspect/field_input.h"
#include "inspect/inspector.h"
#include "inspect/number_box.h"
#include "inspect/process_page.h"
#include "inspect/properties_section.h"
#include "window/document_keeper.h"
#include "window/notice_bar.h"
#include "window/problems_panel.h"
#include "window/toolbar.h"

namespace ipclab {
namespace {

class WindowTyped : public WindowHand {
protected:
    void openTyped() {
        open(QStringLiteral("m2-bounded-buffer"));
        window().activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
        window().select(process(0));
    }
    void openCommand(const QString& line) {
        openEmpty();
        window().activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window()));
        add("command");
        canvas().setSelection(process(0));
        type(form(), "command", line);
    }
    FieldForm& form() { return *window().inspector()->processPage()->properties()->form(); }
    static void type(FieldForm& form, std::string_view field, const QString& text) {
        QWidget* input = form.input(field)->field();
        auto* line = qobject_cast<QLineEdit*>(input);
        if (line == nullptr) line = input->findChild<QLineEdit*>();
        ASSERT_NE(line, nullptr);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void press(QAction* action) {
        for (auto* button : window().toolbar()->findChildren<QToolButton*>()) {
            if (button->defaultAction() == action) return QTest::mouseClick(button, Qt::LeftButton);
        }
        FAIL() << "no such button";
    }
    void end() {
        session().stop();
        ASSERT_TRUE(waitFor([&] { return !session().isActive(); }));
    }
    static void wheel(QWidget* over) {
        const QPointF at = over->rect().center();
        QWheelEvent event(at, over->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(over, &event);
    }
};

TEST_F(WindowTyped, TheButtonAndTheKeyRunWhatIsTyped) {
    openTyped();
    type(form(), "count", QStringLiteral("1234"));
    ASSERT_NE(experiment().processes[0].settings.count, 1234U) << "it is still being typed";
    press(actions().run);
    EXPECT_TRUE(session().isActive());
    EXPECT_EQ(experiment().processes[0].settings.count, 1234U);
    end();
    type(form(), "count", QStringLiteral("1235"));
    QTest::keyClick(&window(), Qt::Key_F5);
    EXPECT_EQ(experiment().processes[0].settings.count, 1235U);
    EXPECT_TRUE(form().input("count")->field()->hasFocus()) << "one goes on typing";
    end();
}

TEST_F(WindowTyped, TheDurationOfTheToolbarAsWell) {
    openTyped();
    auto* duration = window().toolbar()->findChild<QDoubleSpinBox*>(QStringLiteral("duration"));
    duration->setFocus();
    duration->selectAll();
    QTest::keyClicks(duration, QStringLiteral("7"));
    press(actions().run);
    EXPECT_EQ(experiment().durationNs, 7 * kNsPerSecond);
    end();
}

TEST_F(WindowTyped, WhatAFieldCannotTakeIsSaidAndNothingRuns) {
    openTyped();
    const Experiment before = experiment();
    type(form(), "count", QStringLiteral("many"));
    press(actions().run);
    EXPECT_FALSE(session().isActive());
    EXPECT_EQ(experiment(), before);
    EXPECT_TRUE(window().notice()->text().contains(QStringLiteral("cannot take what is typed")));
    EXPECT_TRUE(form().problemLabel("count")->isVisible());
    EXPECT_TRUE(form().input("count")->field()->hasFocus());
    form().input("count")->field()->clearFocus();
    press(actions().run);
    EXPECT_FALSE(session().isActive()) << "though the focus is elsewhere by now";
    ASSERT_FALSE(before.processes[0].settings.count);
    auto* line = form().input("count")->field()->findChild<QLineEdit*>();
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Backspace);
    QTest::keyClick(line, Qt::Key_Return);
    EXPECT_FALSE(form().problemLabel("count")->isVisible()) << "it is what is in force again";
    EXPECT_TRUE(window().notice()->text().isEmpty());
    press(actions().run);
    EXPECT_TRUE(session().isActive());
    end();
}

TEST_F(WindowTyped, WhatIsTypedIsPartOfWhatWouldBeLost) {
    openTyped();
    WindowDocument own = readPresetDocument(QStringLiteral("m2-bounded-buffer"));
    own.isPreset = false;
    own.source = QStringLiteral("/nowhere/own.ipclab.json");
    window().open(own);
    window().select(process(0));
    type(form(), "count", QStringLiteral("77"));
    window().close();
    EXPECT_TRUE(window().isVisible()) << "it is asked first";
    ASSERT_NE(window().keeper()->question(), nullptr);
    window().keeper()->question()->reject();
}

TEST_F(WindowTyped, ACommandThatIsTypedIsAgreedToAndOneThatIsPastedIsAskedAbout) {
    openCommand(QStringLiteral("sleep 0.01"));
    press(actions().run);
    EXPECT_TRUE(session().isActive()) << window().notice()->text().toStdString();
    ASSERT_TRUE(waitFor([&] { return !session().isActive(); }));
    const Part first = session().document().ids().at(Part::Kind::Process, 0);
    session().editor().setField(first, "command", nlohmann::ordered_json::array({"sleep", "0.02"}), QString());
    press(actions().run);
    EXPECT_FALSE(session().isActive());
    EXPECT_TRUE(window().notice()->text().startsWith(QStringLiteral("This experiment runs commands")));
}

TEST_F(WindowTyped, TheListOfProblemsGoesOnceTheyAreMended) {
    openCommand(QStringLiteral("no-such-program-here"));
    press(actions().run);
    EXPECT_FALSE(session().isActive());
    ASSERT_GT(window().problems()->count(), 0);
    const QString said = window().problems()->textAt(0);
    EXPECT_FALSE(said.contains(QLatin1Char('/') + QStringLiteral("processes"))) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral("command: "))) << said.toStdString();
    type(form(), "command", QStringLiteral("true"));
    QTest::keyClick(form().input("command")->field(), Qt::Key_Return);
    EXPECT_EQ(window().problems()->count(), 0);
}

TEST_F(WindowTyped, TheWheelTurnsNoFieldOnAPageThatIsScrolled) {
    openTyped();
    window().resize(1280, 500);
    QCoreApplication::processEvents();
    auto* box = qobject_cast<NumberBox*>(form().input("count")->field());
    QScrollArea* area = nullptr;
    for (QWidget* around = box; area == nullptr; around = around->parentWidget())
        area = qobject_cast<QScrollArea*>(around);
    ASSERT_GT(area->verticalScrollBar()->maximum(), 0);
    wheel(area->viewport());
    ASSERT_GT(area->verticalScrollBar()->value(), 0) << "the page itself is scrolled";
    const Experiment before = experiment();
    std::size_t fields = 0;
    for (QWidget* field : area->findChildren<QWidget*>()) {
        const bool isField = qobject_cast<QAbstractSpinBox*>(field) != nullptr ||
                             qobject_cast<QComboBox*>(field) != nullptr || field->inherits("QSlider");
        if (!isField || !field->isVisible()) continue;
        ++fields;
        EXPECT_NE(field->focusPolicy(), Qt::WheelFocus) << field->objectName().toStdString();
        wheel(field);
        EXPECT_FALSE(field->hasFocus()) << field->metaObject()->className();
    }
    EXPECT_GT(fields, 4U);
    QTest::qWait(500);  // steps are told after a rest
    EXPECT_EQ(experiment(), before);
}

TEST_F(WindowTyped, AListOfChoicesShowsAllOfThemWhereThereIsRoom) {
    openTyped();
    std::size_t lists = 0;
    for (auto* combo : window().findChildren<QComboBox*>()) {
        if (!combo->isVisible() || !combo->isEnabled() || combo->count() < 2 || combo->count() > 8) continue;
        if (combo->objectName() == QLatin1String("mechanism")) continue;
        combo->showPopup();
        QCoreApplication::processEvents();
        const auto* view = combo->view();
        const QRect last = view->visualRect(combo->model()->index(combo->count() - 1, 0));
        EXPECT_LE(last.bottom(), view->viewport()->rect().bottom())
            << combo->objectName().toStdString() << " has room for " << view->viewport()->height();
        combo->hidePopup();
        ++lists;
    }
    EXPECT_GT(lists, 1U);
}

TEST_F(WindowTyped, WhatHasNoRoomInABoxEndsInAnEllipsis) {
    ChoiceBox box;
    box.addItem(QStringLiteral("mutex and condition variable, broadcast"));
    box.resize(90, box.sizeHint().height());
    EXPECT_TRUE(box.shownText().endsWith(QChar(0x2026))) << box.shownText().toStdString();
    box.resize(600, box.sizeHint().height());
    EXPECT_EQ(box.shownText(), box.currentText());
}

TEST_F(WindowTyped, TheToolbarsBoxIsAsWideAsItsWordsInEitherLanguage) {
    openTyped();
    auto* observe = window().toolbar()->findChild<QComboBox*>(QStringLiteral("observe"));
    for (QAction* language : {actions().korean, actions().english}) {
        language->trigger();
        QCoreApplication::processEvents();
        EXPECT_GE(observe->width(), observe->sizeHint().width());
        EXPECT_GE(observe->width(), observe->fontMetrics().horizontalAdvance(observe->currentText()) + 24);
    }
}

// Groups of a list are parted by a line, not by what looks like an entry without a name.
TEST_F(WindowTyped, WhatPartsAListIsThinnerThanItsEntries) {
    openTyped();
    auto* choice = new QComboBox(window().centralWidget());
    choice->addItems({QStringLiteral("one"), QStringLiteral("two")});
    choice->insertSeparator(1);
    choice->show();
    choice->showPopup();
    const auto height = [&](int row) { return choice->view()->visualRect(choice->model()->index(row, 0)).height(); };
    ASSERT_TRUE(waitFor([&] { return height(0) > 0; }));
    EXPECT_LE(2 * height(1), height(0));
    choice->hidePopup();
}

}  // namespace
}  // namespace ipclab

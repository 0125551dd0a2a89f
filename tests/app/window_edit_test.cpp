// An experiment is built in the window: programs are added, links drawn, by mouse and by keys; everything can be
// undone, copied, pasted and removed.
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <ctime>
#include <random>

#include <nlohmann/json.hpp>
#include "app/window_hand.h"

#include "canvas/canvas_hand.h"
#include "canvas/canvas_places.h"
#include "models/program_list.h"
#include "window/document_keeper.h"
#include "window/edit_actions.h"
#include "window/notice_bar.h"
#include "window/palette_panel.h"

namespace ipclab {
namespace {

using Kind = Selection::Kind;

class WindowEdit : public WindowHand {};

TEST_F(WindowEdit, AProducerAndAConsumerAreDroppedLinkedAndRunWithTheMouseAlone) {
    openEmpty();
    drop("producer", {120, 40});
    drop("consumer", {600, 40});
    ASSERT_EQ(experiment().processes.size(), 2U);
    EXPECT_TRUE(isPlacedByHand(experiment()));
    EXPECT_LT(canvas().rectOf(process(0)).right(), canvas().rectOf(process(1)).left());
    hover(process(0));
    drag(handleOf(process(0)), middleOf(process(1)));
    ASSERT_EQ(experiment().links.size(), 1U);
    EXPECT_EQ(experiment().links[0].name, "producer→consumer");
    EXPECT_EQ(experiment().links[0].mechanism, "pipe");
    EXPECT_EQ(canvas().selection(), linkAt(0));
    session().setDuration(kNsPerSecond / 2);
    startRun();
    ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Finished; }))
        << session().failure().toStdString();
}

TEST_F(WindowEdit, WhatIsDroppedStaysUnderTheHandAndNothingElseMoves) {
    openEmpty();
    QCoreApplication::processEvents();
    const auto isNear = [this](const Selection& part, const QPoint& at) {
        QCoreApplication::processEvents();
        const QPoint away = middleOf(part) - at;
        return std::max(std::abs(away.x()), std::abs(away.y())) <= canvas().metrics().grid + 1;
    };
    const QPoint first(150, 60), second(500, 60), third(500, 150);
    drop("producer", first);
    EXPECT_TRUE(isNear(process(0), first));
    const QPoint before = middleOf(process(0));
    drop("relay", second);
    EXPECT_TRUE(isNear(process(1), second));
    drop("consumer", third);
    EXPECT_TRUE(isNear(process(2), third));
    EXPECT_EQ(middleOf(process(0)), before);
}

TEST_F(WindowEdit, TheSameIsBuiltWithTheKeyboardAlone) {
    openEmpty();
    PalettePanel& palette = *window().programs();
    edits().addProgram->trigger();
    ASSERT_TRUE(palette.isVisible());
    QTest::keyClicks(palette.search(), QStringLiteral("producer"));
    QTest::keyClick(palette.search(), Qt::Key_Return);
    palette.search()->clear();
    QTest::keyClicks(palette.search(), QStringLiteral("consumer"));
    QTest::keyClick(palette.search(), Qt::Key_Down);
    QTest::keyClick(palette.list(), Qt::Key_Return);
    ASSERT_EQ(experiment().processes.size(), 2U);
    EXPECT_FALSE(isPlacedByHand(experiment())) << "the layout places it";
    canvas().setSelection(process(0));
    edits().drawLink->trigger();
    EXPECT_EQ(canvas().sketch().target, process(1));
    EXPECT_TRUE(canvas().sketch().words.contains(QStringLiteral("producer → consumer")))
        << canvas().sketch().words.toStdString();
    QTest::keyClick(&canvas(), Qt::Key_Return);
    ASSERT_EQ(experiment().links.size(), 1U);
    EXPECT_TRUE(canvas().sketch().isEmpty());
    startRun();
    stopRun();
}

TEST_F(WindowEdit, WhatCannotBeLinkedIsRefusedWhileItIsDrawnWithTheReason) {
    openEmpty();
    add("producer");
    add("consumer");
    canvas().setSelection(process(1));
    hover(process(1));
    moveTo(handleOf(process(1)), middleOf(process(0)));
    EXPECT_TRUE(canvas().sketch().refused);
    EXPECT_TRUE(canvas().sketch().words.contains(QStringLiteral("Not possible")))
        << canvas().sketch().words.toStdString();
    QTest::mouseRelease(&canvas(), Qt::LeftButton, Qt::NoModifier, middleOf(process(0)));
    EXPECT_TRUE(experiment().links.empty());
    canvas().setSelection(process(0));
    edits().drawLink->trigger();
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    EXPECT_TRUE(canvas().sketch().isEmpty());
    EXPECT_TRUE(experiment().links.empty());
    EXPECT_EQ(canvas().selection(), process(0)) << "Escape left the link, not the selection";
}

TEST_F(WindowEdit, ALinkThatIsThereGetsAnotherEnd) {
    open(QStringLiteral("first"));
    add("consumer");
    const std::size_t processes = experiment().processes.size();
    const Selection added = canvas().selection();
    hover(linkAt(0));
    drag(handleOf(linkAt(0)), middleOf(added));
    EXPECT_EQ(experiment().processes.size(), processes);
    EXPECT_EQ(experiment().links[0].receivers.size(), 2U);
}

TEST_F(WindowEdit, ANewLinkHasTheMechanismThatWasChosenLast) {
    open(QStringLiteral("first"));
    session().editor().setField(linkAt(0), "mechanism", "unix-stream", QStringLiteral("Choose"));
    add("consumer");
    hover(process(0));
    const Selection added = canvas().selection();
    drag(handleOf(process(0)), middleOf(added));
    ASSERT_EQ(experiment().links.size(), 2U);
    EXPECT_EQ(experiment().links[1].mechanism, "unix-stream");
}

TEST_F(WindowEdit, EverythingIsUndoneAndDoneAgain) {
    open(QStringLiteral("first"));
    const Experiment before = experiment();
    EXPECT_FALSE(edits().undo->isEnabled());
    add("relay");
    edits().duplicate->trigger();
    canvas().setSelection(process(0));
    edits().remove->trigger();
    EXPECT_TRUE(edits().undo->text().contains(QStringLiteral("Delete"))) << edits().undo->text().toStdString();
    const Experiment after = experiment();
    while (edits().undo->isEnabled()) edits().undo->trigger();
    EXPECT_EQ(experiment(), before);
    EXPECT_FALSE(window().keeper()->isChanged());
    while (edits().redo->isEnabled()) edits().redo->trigger();
    EXPECT_EQ(experiment(), after);
}

TEST_F(WindowEdit, WhatIsCopiedIsTextThatCanBePasted) {
    open(QStringLiteral("first"));
    canvas().setFocus();
    QTest::keyClick(&canvas(), Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(canvas().selected().size(), 3U);
    QTest::keyClick(&canvas(), Qt::Key_C, Qt::ControlModifier);
    const QString text = QApplication::clipboard()->text();
    EXPECT_TRUE(text.contains(QStringLiteral("\"program\": \"producer\""))) << text.toStdString();
    window().open(newDocument());
    canvas().setFocus();
    for (int times = 0; times < 2; ++times) QTest::keyClick(&canvas(), Qt::Key_V, Qt::ControlModifier);
    ASSERT_EQ(experiment().processes.size(), 4U);
    EXPECT_EQ(experiment().processes[2].name, "producer-2");
    EXPECT_EQ(experiment().links.size(), 2U);
    EXPECT_EQ(experiment().links[1].senders[0].process, "producer-2");
    EXPECT_EQ(canvas().selected().size(), 3U) << "what was pasted is selected";
    QTest::keyClick(&canvas(), Qt::Key_X, Qt::ControlModifier);
    EXPECT_EQ(experiment().processes.size(), 2U);
}

TEST_F(WindowEdit, PastingGarbageSaysWhatIsWrongWithIt) {
    open(QStringLiteral("first"));
    const Experiment before = experiment();
    for (const char* text : {"hello", "", "{\"name\": \"a\", \"program\": \"relay\", \"speed\": 3}", "[1, 2]"}) {
        window().notice()->dismiss();
        QApplication::clipboard()->setText(QString::fromLatin1(text));
        edits().paste->trigger();
        EXPECT_TRUE(window().notice()->text().contains(QStringLiteral("cannot be pasted"))) << text;
        EXPECT_EQ(experiment(), before);
    }
    QApplication::clipboard()->setText(
        QStringLiteral("{\"name\": \"tee\", \"program\": \"command\", \"command\": [\"tee\"]}"));
    edits().paste->trigger();
    EXPECT_EQ(experiment().processes.back().name, "tee");
}

TEST_F(WindowEdit, SeveralAreSelectedByCtrlByARectangleAndByKeys) {
    open(QStringLiteral("three-producers"));
    QTest::mouseClick(&canvas(), Qt::LeftButton, Qt::NoModifier, middleOf(process(0)));
    QTest::mouseClick(&canvas(), Qt::LeftButton, Qt::ControlModifier, middleOf(process(1)));
    EXPECT_EQ(canvas().selected(), (std::vector{process(0), process(1)}));
    QTest::mouseClick(&canvas(), Qt::LeftButton, Qt::ShiftModifier, middleOf(process(0)));
    EXPECT_EQ(canvas().selected(), (std::vector{process(1)}));
    const QRectF first = canvas().rectOf(process(0)), last = canvas().rectOf(process(2));
    const QRectF all = first.united(last).adjusted(-4, -4, 4, 4);
    drag(all.topLeft().toPoint(), all.bottomRight().toPoint());
    EXPECT_GE(canvas().selected().size(), 3U);
    EXPECT_FALSE(session().isEdited()) << "nothing was moved";
    canvas().setSelection(canvas().order().front());
    QTest::keyClick(&canvas(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(canvas().selected().size(), 2U);
    QTest::keyClick(&canvas(), Qt::Key_Delete);
    EXPECT_TRUE(session().isEdited());
}

TEST_F(WindowEdit, ADraggedNodeMovesAndTheDocumentKeepsWhere) {
    open(QStringLiteral("first"));
    const QPointF before = canvas().rectOf(process(0)).center() - canvas().rectOf(process(1)).center();
    drag(middleOf(process(0)), middleOf(process(0)) + QPoint(30, 60));
    ASSERT_TRUE(isPlacedByHand(experiment()));
    const QPointF after = canvas().rectOf(process(0)).center() - canvas().rectOf(process(1)).center();
    EXPECT_GT(after.y(), before.y() + 20);
    EXPECT_TRUE(edits().undo->text().contains(QStringLiteral("Move")));
    EXPECT_TRUE(edits().arrange->isEnabled());
    edits().arrange->trigger();
    EXPECT_FALSE(isPlacedByHand(experiment()));
    EXPECT_FALSE(edits().arrange->isEnabled());
    canvas().setSelection(process(0));
    QTest::keyClick(&canvas(), Qt::Key_Down, Qt::ControlModifier);
    EXPECT_TRUE(isPlacedByHand(experiment())) << "by keys as well";
}

// An answer by Escape: nothing has happened.
TEST_F(WindowEdit, EscapeLeavesAMoveThatWasBegun) {
    open(QStringLiteral("first"));
    const QRectF before = canvas().rectOf(process(0));
    moveTo(middleOf(process(0)), middleOf(process(0)) + QPoint(0, 80));
    EXPECT_NE(canvas().rectOf(process(0)), before);
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    EXPECT_EQ(canvas().rectOf(process(0)), before);
    QTest::mouseRelease(&canvas(), Qt::LeftButton, Qt::NoModifier, QPoint(400, 100));
    EXPECT_FALSE(session().isEdited());
}

TEST_F(WindowEdit, WhatIsWrongStandsOnThePartInTheWordsOfTheCheck) {
    open(QStringLiteral("first"));
    EXPECT_EQ(canvas().nodeContent(0).mark, PartMark::None);
    add("relay");
    const Selection relay = canvas().selection();
    ASSERT_TRUE(waitFor([&] { return canvas().nodeContent(relay.id).mark == PartMark::Error; }));
    const std::vector<Problem> problems = session().editor().problemsOf(relay);
    ASSERT_FALSE(problems.empty());
    EXPECT_TRUE(canvas().tipFor(relay).contains(QString::fromStdString(problems.front().message)))
        << canvas().tipFor(relay).toStdString();
    edits().undo->trigger();
    EXPECT_TRUE(waitFor([&] { return canvas().nodeContent(0).mark == PartMark::None; }));
}

TEST_F(WindowEdit, TheCanvasIsZoomedByHandAndFitsAgain) {
    open(QStringLiteral("first"));
    const double fit = canvas().scale();
    edits().zoomIn->trigger();
    EXPECT_GT(canvas().scale(), fit);
    QWheelEvent wheel(QPointF(100, 50), canvas().mapToGlobal(QPointF(100, 50)), {}, {0, -240}, Qt::NoButton,
                      Qt::ControlModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(&canvas(), &wheel);
    EXPECT_LT(canvas().scale(), fit);
    edits().zoomFit->trigger();
    EXPECT_DOUBLE_EQ(canvas().scale(), fit);
}

TEST_F(WindowEdit, ThePaletteHasEveryProgramAndFindsIt) {
    open(QStringLiteral("first"));
    QListView* list = window().programs()->list();
    const int all = list->model()->rowCount();
    EXPECT_GE(all, 40);
    EXPECT_EQ(list->model()->index(0, 0).data(ProgramList::IdRole).toString(), QStringLiteral("command"));
    QTest::keyClicks(window().programs()->search(), QStringLiteral("relay"));
    EXPECT_LT(list->model()->rowCount(), all);
    EXPECT_GE(list->model()->rowCount(), 1);
    window().programs()->addButton()->click();
    EXPECT_EQ(experiment().processes.back().program, "relay");
    EXPECT_EQ(experiment().processes.size(), 3U);
}

// Mouse, keys and menus in any order: nothing breaks, and what comes of it can be saved, read again and undone.
TEST_F(WindowEdit, WhateverAHandDoesCanBeSavedAndUndone) {
    const auto seed = static_cast<unsigned>(std::time(nullptr));
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    const auto below = [&](std::size_t count) {
        return static_cast<std::size_t>(random() % std::max<std::size_t>(count, 1));
    };
    open(QStringLiteral("first"));
    const Experiment before = experiment();
    const QListView* palette = window().programs()->list();
    for (int turn = 0; turn < 150; ++turn) {
        const std::vector<Selection> items = canvas().order();
        const auto some = [&] { return items.empty() ? Selection{} : items[below(items.size())]; };
        const auto anywhere = [&] { return QPoint(static_cast<int>(below(700)), static_cast<int>(below(200))); };
        switch (below(10)) {
            case 0:
                add(palette->model()
                        ->index(static_cast<int>(below(40)), 0)
                        .data(ProgramList::IdRole)
                        .toString()
                        .toLatin1());
                break;
            case 1:
                drop("relay", anywhere());
                break;
            case 2:
                canvas().setSelection(some());
                edits().drawLink->trigger();
                QTest::keyClick(&canvas(), below(2) == 0 ? Qt::Key_Return : Qt::Key_Right);
                QTest::keyClick(&canvas(), Qt::Key_Escape);
                break;
            case 3:
                drag(anywhere(), anywhere());
                break;
            case 4:
                drag(middleOf(some()), anywhere());
                break;
            case 5:
                (below(3) == 0 ? edits().redo : edits().undo)->trigger();
                break;
            case 6:
                canvas().setSelection(some());
                edits().duplicate->trigger();
                break;
            case 7:
                canvas().setSelection(some());
                if (items.size() > 8) edits().remove->trigger();
                break;
            case 8:
                QTest::mouseClick(&canvas(), Qt::LeftButton, Qt::ControlModifier, anywhere());
                edits().alignTop->trigger();
                break;
            default:
                edits().copy->trigger();
                if (items.size() < 40) edits().paste->trigger();
        }
        QCoreApplication::processEvents();
        ASSERT_EQ(canvas().order().size(), experiment().processes.size() + experiment().links.size());
    }
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("any.ipclab.json"));
    const Experiment after = experiment();
    if (!after.processes.empty()) {
        ASSERT_TRUE(window().keeper()->saveTo(path));
        EXPECT_EQ(readFileDocument(path).experiment, after);
    }
    while (edits().undo->isEnabled()) edits().undo->trigger();
    EXPECT_EQ(experiment(), before);
}

TEST_F(WindowEdit, TheMenuShowsTheKeysThatTheCanvasTakes) {
    open(QStringLiteral("first"));
    EXPECT_EQ(edits().copy->shortcut(), QKeySequence(QKeySequence::Copy));
    EXPECT_EQ(edits().remove->shortcut(), QKeySequence(Qt::Key_Delete));
    const auto menus = window().menuBar()->actions();
    ASSERT_GE(menus.size(), 2);
    EXPECT_EQ(menus[1]->text(), QStringLiteral("&Edit"));
}

}  // namespace
}  // namespace ipclab

// Several equal processes as one node: made, run, looked at, taken apart, undone.
#include <QComboBox>
#include <numeric>

#include "app/window_fixture.h"
#include "canvas/canvas_editing.h"
#include "canvas/canvas_view.h"
#include "inspect/inspector.h"
#include "inspect/process_inspector.h"

namespace ipclab {
namespace {

class WindowGroups : public WindowTest {
protected:
    using Kind = Selection::Kind;
    const Experiment& document() { return window().session().experiment(); }
    QComboBox& members() { return *window().inspector()->process()->members(); }
    const NodeContent& node(PartId process) { return window().canvas()->nodeContent(process); }
    // The consumer becomes three.
    void makeGroup() {
        open(QStringLiteral("first"));
        window().select({Kind::Process, 1});
        window().editing()->setCopies(3);
    }
};

TEST_F(WindowGroups, AGroupIsOneNodeWithSeveralProcesses) {
    makeGroup();
    ASSERT_EQ(document().processes[1].copies, 3U);
    EXPECT_EQ(document().processes.size(), 2U);
    EXPECT_TRUE(node(1).isGroup);
    EXPECT_TRUE(node(1).name.endsWith(QStringLiteral("×3"))) << node(1).name.toStdString();
    EXPECT_FALSE(node(0).isGroup);
    EXPECT_EQ(run().processes.size(), 4U) << "tables and lanes have each";
    EXPECT_TRUE(members().isVisible());
    EXPECT_EQ(members().count(), 3);
    window().select({Kind::Process, 0});
    EXPECT_FALSE(members().isVisible());
}

TEST_F(WindowGroups, ItRunsAndItsMembersStatesAreSummed) {
    makeGroup();
    startRun();
    ASSERT_TRUE(waitFor([&] { return run().processes[1].pid != 0 && run().processes[3].pid != 0; }));
    ASSERT_TRUE(waitFor([&] {
        const auto& counts = node(1).members;
        return std::accumulate(counts.begin(), counts.end(), 0) == 3;
    }));
    members().setCurrentIndex(2);
    emit members().activated(2);
    EXPECT_TRUE(members().currentText().startsWith(QString::fromStdString(run().processes[3].name)));
    stopRun();
    EXPECT_TRUE(waitFor([&] { return node(1).ended; }));
    EXPECT_EQ(node(1).members[static_cast<std::size_t>(ProcessState::Terminated)], 3);
    EXPECT_TRUE(
        window().canvas()->tipFor({Kind::Process, 1}).contains(QString::fromStdString(run().processes[2].name)));
}

TEST_F(WindowGroups, ItIsTakenApartAndTakenBack) {
    makeGroup();
    const Experiment grouped = document();
    window().editing()->ungroupSelected();
    EXPECT_EQ(document().processes.size(), 4U);
    EXPECT_EQ(window().canvas()->selected().size(), 3U);
    EXPECT_EQ(document().links[0].receivers.size(), 3U);
    QUndoStack& stack = window().session().editor().undoStack();
    stack.undo();
    EXPECT_EQ(document(), grouped);
    stack.undo();
    EXPECT_EQ(document().processes[1].copies, 1U);
    EXPECT_FALSE(node(1).isGroup);
    EXPECT_FALSE(members().isVisible());
    stack.redo();
    stack.redo();
    EXPECT_EQ(document().processes.size(), 4U);
}

TEST_F(WindowGroups, ARowOfAnyMemberSelectsTheNodeAndStaysChosen) {
    makeGroup();
    window().select({});
    const Selection group = window().session().shown().partAt(Kind::Process, 3);
    EXPECT_EQ(group, (Selection{Kind::Process, 1}));
    window().select(group);
    EXPECT_TRUE(window().canvas()->isSelected(group));
}

}  // namespace
}  // namespace ipclab

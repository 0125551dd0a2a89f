// The state diagram: the way of a dot, and what the picture says where nothing can be counted.
#include "states/state_diagram.h"

#include <gtest/gtest.h>

#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>
#include <map>

#include "bridge/session.h"
#include "document/experiment_json.h"
#include "states/diagram_walk.h"

namespace ipclab {
namespace {

using enum ProcessState;

TransitionCounts counts(const std::map<Transition, std::uint64_t>& taken) {
    TransitionCounts all;
    for (const auto& [arc, count] : taken) all.set(arc, count);
    return all;
}

// The arcs the dot goes along until it rests.
std::vector<Transition> walked(DiagramWalk& walk) {
    std::vector<Transition> arcs;
    for (int i = 0; walk.isMoving() && i < 50; ++i) {
        arcs.push_back(*walk.on());
        walk.advance(DiagramWalk::kArcSeconds);
    }
    return arcs;
}

TEST(DiagramWalk, GoesAlongEveryArcInTheirOrder) {
    DiagramWalk walk;
    walk.follow({}, New);
    EXPECT_FALSE(walk.isMoving());
    walk.follow(counts({{Transition::Admitted, 1}, {Transition::Dispatch, 1}, {Transition::Wait, 1}}), Waiting);
    EXPECT_EQ(walked(walk), (std::vector{Transition::Admitted, Transition::Dispatch, Transition::Wait}));
    EXPECT_EQ(walk.at(), Waiting);
}

TEST(DiagramWalk, OfManyTheFrequentArcIsTakenMoreOftenAndTheRestIsWhereTheProcessIs) {
    DiagramWalk walk;
    walk.follow({}, Ready);
    std::map<Transition, int> taken;
    TransitionCounts all;
    for (std::uint64_t round = 1; round <= 40; ++round) {
        all = counts({{Transition::Dispatch, 100 * round},
                      {Transition::Interrupt, 90 * round},
                      {Transition::Wait, 10 * round},
                      {Transition::WakeUp, 10 * round}});
        walk.follow(all, Ready);
        if (walk.on()) ++taken[*walk.on()];
        walk.advance(DiagramWalk::kArcSeconds);
    }
    EXPECT_GT(taken[Transition::Interrupt], taken[Transition::Wait]);
    EXPECT_GT(taken[Transition::Wait], 0);
    EXPECT_EQ(taken[Transition::Exit], 0) << "never along an arc that was not taken";
    walk.follow(all, Waiting);
    walked(walk);
    EXPECT_EQ(walk.at(), Waiting);
}

TEST(DiagramWalk, AZombieHasTakenItsLastArc) {
    DiagramWalk walk;
    walk.follow({}, Running);
    walk.follow(counts({{Transition::Exit, 1}}), Zombie);
    EXPECT_EQ(walked(walk), (std::vector{Transition::Exit}));
    EXPECT_EQ(walk.at(), Terminated);
}

TEST(DiagramLayout, StatesStandApartAndArcsEndAtThem) {
    for (const bool stopped : {false, true}) {
        const DiagramLayout layout(QRectF(0, 0, 700, DiagramLayout::leastHeight(stopped)), stopped);
        EXPECT_EQ(layout.node(Stopped).isEmpty(), !stopped);
        for (std::size_t i = 0; i < kProcessStateCount; ++i) {
            for (std::size_t j = i + 1; j < kProcessStateCount; ++j) {
                EXPECT_FALSE(
                    layout.node(static_cast<ProcessState>(i)).intersects(layout.node(static_cast<ProcessState>(j))));
            }
        }
        for (std::size_t i = 0; i < kTransitionCount; ++i) {
            const auto arc = static_cast<Transition>(i);
            if (!layout.isDrawn(arc)) continue;
            const QRectF from = layout.node(arcOf(arc).from).adjusted(-1, -1, 1, 1);
            const QRectF to = layout.node(arcOf(arc).to).adjusted(-1, -1, 1, 1);
            EXPECT_TRUE(from.contains(layout.arc(arc).path.pointAtPercent(0))) << arcOf(arc).id;
            EXPECT_TRUE(to.contains(layout.arc(arc).path.pointAtPercent(1))) << arcOf(arc).id;
        }
    }
}

class Diagram : public testing::Test {
protected:
    void SetUp() override {
        const ReadResult read = readExperiment(
            R"({"schema":"ipclab.experiment/1","processes":[{"name":"a","program":"cpu-bound"},{"name":"b","program":"mixed"}]})",
            "test");
        m_session.open(*read.experiment);
        m_diagram.resize(900, 260);
        m_diagram.show();
        m_diagram.setShown(true);
    }

    Session m_session;
    StateDiagram m_diagram{m_session.shown()};
};

TEST_F(Diagram, BeforeARunSaysWhatItIsFor) {
    EXPECT_FALSE(m_diagram.counts());
    EXPECT_TRUE(m_diagram.note().startsWith(QLatin1String("During a run")));
    EXPECT_TRUE(m_diagram.accessibleDescription().contains(m_diagram.note()));
    EXPECT_FALSE(m_diagram.grab().isNull());
}

TEST_F(Diagram, AProcessIsChosenByItsChipAndByTheKeyboard) {
    QSignalSpy chosen(&m_diagram, &StateDiagram::selectionChosen);
    QTest::mouseClick(&m_diagram, Qt::LeftButton, {}, m_diagram.chipRect(2).center().toPoint());
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][0].value<Selection>(), (Selection{Selection::Kind::Process, 1}));
    m_diagram.setSelection({Selection::Kind::Process, 1});
    QTest::keyClick(&m_diagram, Qt::Key_Left);
    ASSERT_EQ(chosen.size(), 2);
    EXPECT_EQ(chosen[1][0].value<Selection>(), (Selection{Selection::Kind::Process, 0}));
    QTest::keyClick(&m_diagram, Qt::Key_Home);
    ASSERT_EQ(chosen.size(), 3);
    EXPECT_EQ(chosen[2][0].value<Selection>().kind, Selection::Kind::None);
    QKeyEvent arrow(QEvent::ShortcutOverride, Qt::Key_Left, Qt::NoModifier);
    arrow.ignore();
    QCoreApplication::sendEvent(&m_diagram, &arrow);
    EXPECT_TRUE(arrow.isAccepted()) << "in a window where it pans the charts";
}

TEST_F(Diagram, EveryArcHasANameAndAMeaning) {
    for (std::size_t i = 0; i < kTransitionCount; ++i) {
        EXPECT_FALSE(StateDiagram::arcName(static_cast<Transition>(i)).isEmpty());
        EXPECT_FALSE(StateDiagram::arcMeaning(static_cast<Transition>(i)).isEmpty());
    }
}

}  // namespace
}  // namespace ipclab

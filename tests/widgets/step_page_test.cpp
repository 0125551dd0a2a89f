// A process of a run, stepped through in the inspector: held, executed instruction by instruction, let go.
#include <gtest/gtest.h>

#include <QPushButton>
#include <QTest>

#include "bridge/process_watch.h"
#include "bridge/session.h"
#include "core/registers.h"
#include "document/experiment_json.h"
#include "inspect/detail_table.h"
#include "inspect/look_page.h"

namespace ipclab {
namespace {

class StepPage : public testing::Test {
protected:
    void SetUp() override {
        if (kRegisterNames.empty()) GTEST_SKIP() << "the registers of this architecture are not known";
        const ReadResult read = readExperiment(
            R"({"schema":"ipclab.experiment/1","duration_s":60,"processes":[{"name":"a","program":"cpu-bound"}]})",
            "test");
        m_session.open(*read.experiment);
        m_page.resize(700, 500);
        m_page.show();
        m_session.start();
        ASSERT_TRUE(
            QTest::qWaitFor([&] { return m_session.state() == Run::State::Running && m_watch.isAlive(0); }, 20'000));
        m_page.setProcess(0);
    }
    void TearDown() override {
        m_session.stop();
        EXPECT_TRUE(QTest::qWaitFor([&] { return !m_session.isActive(); }, 20'000)) << "who is held is let go";
    }
    void click(QPushButton* button) { QTest::mouseClick(button, Qt::LeftButton); }
    [[nodiscard]] std::uint64_t taken() const {
        const StepView* view = m_watch.steps(0);
        return view == nullptr || !view->isHeld() ? 0 : view->taken().taken;
    }
    [[nodiscard]] std::string refusal() const {
        const StepView* view = m_watch.steps(0);
        return view == nullptr ? "" : view->taken().problem;
    }

    Session m_session;
    ProcessWatch m_watch{m_session.shown()};
    LookPage m_page{m_session.shown(), m_watch};
};

TEST_F(StepPage, StepsShowWhereTheCounterGoesAndTheProcessIsLetGoAgain) {
    click(m_page.stepButtons().at(1));
    ASSERT_TRUE(QTest::qWaitFor([&] { return taken() == 10 || !refusal().empty(); }, 20'000));
    if (!refusal().empty()) GTEST_SKIP() << refusal();
    const DetailTable* table = m_page.stepTable();
    ASSERT_EQ(table->rows()->rowCount(), 11) << "ten, and where it stands now";
    EXPECT_EQ(m_page.holdButton()->text(), QStringLiteral("Let go"));
    click(m_page.stepButtons().at(0));
    ASSERT_TRUE(QTest::qWaitFor([&] { return taken() == 11; }, 20'000));
    EXPECT_EQ(table->rows()->rowCount(), 12);
    EXPECT_TRUE(m_page.standing().contains(QLatin1String("the same each time"))) << m_page.standing().toStdString();
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_watch.lastLook(0) != nullptr; }, 20'000)) << "with its call chain";
    click(m_page.holdButton());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_watch.isHeld(0); }, 20'000));
    EXPECT_EQ(m_page.holdButton()->text(), QStringLiteral("Hold"));
    EXPECT_EQ(table->rows()->rowCount(), 12) << "what was executed stays";
    click(m_page.stepButtons().at(0));
    ASSERT_TRUE(QTest::qWaitFor([&] { return taken() == 1; }, 20'000));
    EXPECT_EQ(table->rows()->rowCount(), 2) << "another time of being held begins anew";
}

TEST_F(StepPage, ARunThatStopsLetsGoWhoIsHeld) {
    click(m_page.holdButton());
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_watch.isHeld(0) || !refusal().empty(); }, 20'000));
}

}  // namespace
}  // namespace ipclab

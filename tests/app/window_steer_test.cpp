// What is changed of a link while it is used, by hand in the inspector's page of it.
#include <QDoubleSpinBox>
#include <QLabel>

#include "app/window_fixture.h"
#include "inspect/inspector.h"
#include "inspect/link_controls.h"
#include "inspect/link_page.h"
#include "inspect/network_control.h"
#include "inspect/number_box.h"

namespace ipclab {
namespace {

class WindowSteer : public WindowTest {
protected:
    LinkControls& controls() { return *window().inspector()->linkPage()->controls(); }
    void type(std::size_t room, const char* text) {
        NumberBox* field = controls().field(room);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QLatin1String(text));
        QTest::keyClick(field, Qt::Key_Return);
    }
};

TEST_F(WindowSteer, TheCapacityOfAPipeIsTypedAndTheKernelsAnswerStandsUnderIt) {
    open(QStringLiteral("first"));
    window().select({Selection::Kind::Link, 0});
    EXPECT_FALSE(controls().isVisible()) << "nothing runs";
    startRun();
    ASSERT_TRUE(waitFor([&] { return controls().isVisible() && controls().field(0)->isVisible(); }));
    ASSERT_TRUE(waitFor([&] { return run().links[0].received > 0; }));
    EXPECT_FALSE(controls().field(1)->isVisible()) << "a pipe has no socket buffers";
    type(0, "100000");
    ASSERT_TRUE(waitFor([&] { return run().links[0].effective.capacityBytes == 131'072U; }));
    ASSERT_TRUE(waitFor([&] { return controls().given(0)->text().contains(QStringLiteral("128 KiB")); }))
        << controls().given(0)->text().toStdString();
    EXPECT_TRUE(waitFor([&] { return controls().field(0)->typed() == QStringLiteral("131072"); }));
    type(0, "nonsense");
    EXPECT_TRUE(controls().problem()->isVisible());
    EXPECT_TRUE(controls().problem()->text().contains(QStringLiteral("nonsense")));
    stopRun();
    ASSERT_TRUE(waitFor([&] { return actions().keepSteps->isEnabled(); }));
    actions().keepSteps->trigger();
    const auto& steps = window().session().document().experiment().steps;
    ASSERT_EQ(steps.size(), 1U);
    EXPECT_EQ(steps[0].link, run().links[0].name);
    EXPECT_EQ(steps[0].room.capacityBytes, 100'000U);
    EXPECT_FALSE(controls().isVisible());
}

TEST_F(WindowSteer, ALinkOfANetworkHasItsConditions) {
    open(QStringLiteral("r2-udp-through-a-lossy-network"));
    window().select({Selection::Kind::Link, 0});
    startRun();
    NetworkControl* network = controls().network();
    ASSERT_TRUE(waitFor([&] { return network->isVisible() && network->isEnabled(); }));
    QDoubleSpinBox* loss = network->field(NetworkControl::Loss);
    loss->setValue(50);
    EXPECT_TRUE(waitFor([&] {
        return std::ranges::any_of(run().processes,
                                   [](const ProcessData& process) { return process.settings.network.loss == 0.5; });
    }));
    stopRun();
}

TEST_F(WindowSteer, WhatCannotChangeWhileItIsUsedSaysSo) {
    open(QStringLiteral("m2-bounded-buffer"));
    window().select({Selection::Kind::Link, 0});
    startRun();
    ASSERT_TRUE(waitFor([&] { return controls().isVisible(); }));
    for (std::size_t room = 0; room < kRoomFields.size(); ++room) EXPECT_FALSE(controls().field(room)->isVisible());
    stopRun();
}

}  // namespace
}  // namespace ipclab

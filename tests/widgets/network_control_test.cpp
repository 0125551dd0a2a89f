// What a network is told by hand: shares in percent, times in milliseconds.
#include <gtest/gtest.h>

#include <QDoubleSpinBox>

#include "inspect/network_control.h"

namespace ipclab {
namespace {

TEST(NetworkControl, ChangesOneConditionAndKeepsTheOthers) {
    NetworkControl control;
    std::vector<NetworkConditions> chosen;
    QObject::connect(&control, &NetworkControl::conditionsChosen,
                     [&](const NetworkConditions& conditions) { chosen.push_back(conditions); });
    const NetworkConditions given{.loss = 0.2, .duplicate = 0.05, .delayNs = 5'000'000, .jitterNs = 500'000};
    control.setConditions(given);
    EXPECT_TRUE(chosen.empty()) << "what is set from outside was chosen by nobody";
    EXPECT_EQ(control.field(NetworkControl::Loss)->value(), 20);
    EXPECT_EQ(control.field(NetworkControl::Duplicate)->value(), 5);
    EXPECT_EQ(control.field(NetworkControl::Reorder)->value(), 0);
    EXPECT_EQ(control.field(NetworkControl::Delay)->value(), 5);
    EXPECT_EQ(control.field(NetworkControl::Jitter)->value(), 0.5);

    control.field(NetworkControl::Reorder)->setValue(10);
    control.field(NetworkControl::Delay)->setValue(2.5);
    NetworkConditions expected = given;
    expected.reorder = 0.1;
    ASSERT_EQ(chosen.size(), 2U);
    EXPECT_EQ(chosen[0], expected);
    expected.delayNs = 2'500'000;
    EXPECT_EQ(chosen[1], expected);
}

}  // namespace
}  // namespace ipclab

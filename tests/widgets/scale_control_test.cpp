#include "inspect/scale_control.h"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <utility>

namespace ipclab {
namespace {

TEST(ScaleControl, SliderAndFieldStayInStep) {
    ScaleControl control({.low = 1, .high = 1e6, .zero = true});
    control.setTexts(QStringLiteral("Rate"), QStringLiteral("messages/s"), QStringLiteral("as fast as possible"), {});
    QSignalSpy chosen(&control, &ScaleControl::valueChosen);
    control.field()->setValue(1000);
    EXPECT_EQ(chosen.count(), 1);
    const int middle = control.slider()->value();
    EXPECT_NEAR(middle, 500, 5);
    control.slider()->setValue(middle + 100);
    EXPECT_GT(control.value(), 3000);
    EXPECT_DOUBLE_EQ(control.field()->value(), control.value());
}

TEST(ScaleControl, ValuesFromOutsideAreNotAnsweredWithAChoice) {
    ScaleControl control({.low = 1, .high = 1e6, .zero = true});
    control.setTexts({}, QStringLiteral("B"), {}, {});
    QSignalSpy chosen(&control, &ScaleControl::valueChosen);
    control.setValue(1234);
    EXPECT_EQ(chosen.count(), 0);
    EXPECT_DOUBLE_EQ(control.field()->value(), 1234);
}

TEST(ScaleControl, ZeroIsAChoiceOfItsOwnAndGivesWayToTheLastValue) {
    ScaleControl control({.low = 1, .high = 1e6, .zero = true});
    control.setTexts(QStringLiteral("Rate"), QStringLiteral("messages/s"), QStringLiteral("as fast as possible"), {});
    control.setValue(5000);
    control.zeroBox()->click();
    EXPECT_DOUBLE_EQ(control.value(), 0);
    EXPECT_FALSE(control.slider()->isEnabled());
    control.zeroBox()->click();
    EXPECT_DOUBLE_EQ(control.value(), 5000);
}

TEST(ScaleControl, BytesAreTypedWithTheirUnitOrWithout) {
    ScaleControl control({.low = 32, .high = 1e6, .bytes = true});
    control.setTexts(QStringLiteral("Message size"), QStringLiteral("B"), {}, {});
    control.setVisible(true);
    const auto type = [&](const QString& text) {
        control.field()->setFocus();
        control.field()->selectAll();
        QTest::keyClicks(control.field(), text);
        QTest::keyClick(control.field(), Qt::Key_Return);
    };
    for (const auto& [typed, bytes] : {std::pair("4 KiB", 4096), std::pair("100", 100), std::pair("64kB", 64'000),
                                       std::pair("5000 B", 5000), std::pair("12 furlongs", 5000)}) {
        type(QString::fromUtf8(typed));
        EXPECT_DOUBLE_EQ(control.value(), bytes) << typed;
        EXPECT_EQ(control.field()->text(), control.field()->textFromValue(bytes) + " B") << typed;
    }
    type(QStringLiteral("4 GiB"));
    EXPECT_LE(control.value(), 1e6) << "more than there is room for";
}

}  // namespace
}  // namespace ipclab

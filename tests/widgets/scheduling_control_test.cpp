// Processors are typed as taskset(1) takes them; what is wrong with them, or was refused, stands under the field.
#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include "inspect/scheduling_control.h"
#include "document/machine.h"

namespace ipclab {
namespace {

using Cpus = std::vector<unsigned>;

struct Control {
    Control() {
        QObject::connect(&widget, &SchedulingControl::niceChosen, [this](int value) { nices.push_back(value); });
        QObject::connect(&widget, &SchedulingControl::cpusChosen, [this](const Cpus& value) { cpus.push_back(value); });
        widget.show();
    }
    void type(const QString& text) {
        QLineEdit* field = widget.cpusField()->lineEdit();
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }

    SchedulingControl widget;
    std::vector<int> nices;
    std::vector<Cpus> cpus;
};

TEST(SchedulingControl, ListsOfProcessorsAreTyped) {
    const Cpus online = thisMachine().cpus;
    const QString first = QString::number(online.front());
    Control control;
    EXPECT_EQ(control.widget.cpusField()->currentText(), QStringLiteral("any"));
    control.type(first);
    control.type(QStringLiteral(" any "));
    control.type(QString::fromStdString(cpuListText(online)));
    EXPECT_EQ(control.cpus, (std::vector<Cpus>{{online.front()}, {}, online}));
    EXPECT_FALSE(control.widget.cpusProblem()->isVisible());
    control.type(QString::fromStdString(cpuListText(online)));
    EXPECT_EQ(control.cpus.size(), 3U) << "nothing was changed";
}

TEST(SchedulingControl, WhatNamesNoProcessorIsSaidAndKeptUntilItIsMended) {
    Control control;
    for (const char* wrong : {"x", "1-", "3-1", "0,,1", "-1", "99999"}) {
        control.type(QString::fromLatin1(wrong));
        EXPECT_TRUE(control.widget.cpusProblem()->text().contains(QLatin1String("names no processors"))) << wrong;
        EXPECT_TRUE(control.widget.cpusProblem()->isVisible());
    }
    control.type(QStringLiteral("1023"));
    EXPECT_TRUE(control.widget.cpusProblem()->text().contains(QLatin1String("no processor 1023")));
    control.widget.setCpus({});
    EXPECT_EQ(control.widget.cpusField()->currentText(), QStringLiteral("1023"));
    EXPECT_TRUE(control.cpus.empty());
    control.type(QStringLiteral("0"));
    EXPECT_FALSE(control.widget.cpusProblem()->isVisible());
    EXPECT_EQ(control.cpus, std::vector<Cpus>{{0}});
}

TEST(SchedulingControl, ValuesFromOutsideAreNotAnsweredWithAChoice) {
    Control control;
    control.widget.setNice(5);
    control.widget.setCpus({0});
    EXPECT_EQ(control.widget.niceField()->value(), 5);
    EXPECT_EQ(control.widget.cpusField()->currentText(), QStringLiteral("0"));
    EXPECT_TRUE(control.nices.empty());
    EXPECT_TRUE(control.cpus.empty());
    control.widget.niceField()->setValue(-3);
    EXPECT_EQ(control.nices, std::vector<int>{-3});
}

TEST(SchedulingControl, ARefusalStandsUnderItsField) {
    Control control;
    control.widget.setRefusals(QStringLiteral("no right"), {});
    EXPECT_TRUE(control.widget.niceProblem()->isVisible());
    EXPECT_FALSE(control.widget.cpusProblem()->isVisible());
    control.widget.setRefusals({}, QStringLiteral("not here"));
    EXPECT_FALSE(control.widget.niceProblem()->isVisible());
    EXPECT_EQ(control.widget.cpusProblem()->text(), QStringLiteral("not here"));
    control.widget.forget();
    EXPECT_FALSE(control.widget.cpusProblem()->isVisible());
}

}  // namespace
}  // namespace ipclab

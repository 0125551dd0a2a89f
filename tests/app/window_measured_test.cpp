// Mechanisms measured in the window, beside their traits.
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>

#include "app/window_fixture.h"
#include "links/registry.h"
#include "models/bench_table.h"
#include "models/mechanism_table.h"
#include "window/measured_page.h"
#include "window/mechanisms_dialog.h"
#include "window/table_view.h"

namespace ipclab {
namespace {

class WindowMeasured : public WindowTest {
protected:
    MeasuredPage* page() {
        MechanismsDialog* dialog = window().showMechanisms();
        dialog->showMeasured();
        return dialog->measured();
    }
    static QString cell(const MeasuredPage* page, int row, int column) {
        return page->table()->model()->index(row, column).data().toString();
    }
};

TEST_F(WindowMeasured, MediansWithTheirIntervalsStandBesideTheTraitsAndAsBars) {
    open(QStringLiteral("first"));
    MeasuredPage* measured = page();
    EXPECT_FALSE(measured->copyButton()->isEnabled());
    measured->choose({QStringLiteral("pipe"), QStringLiteral("posix-shm")});
    measured->sizes()->setText(QStringLiteral("64; 4096"));
    measured->repeats()->setValue(2);
    measured->setSeconds(0.1);
    measured->measureButton()->click();
    ASSERT_TRUE(measured->isMeasuring());
    ASSERT_TRUE(waitFor([&] { return !measured->isMeasuring(); }, 60'000));
    ASSERT_EQ(measured->model()->rowCount(), 4);
    for (int row = 0; row < 4; ++row) {
        EXPECT_NE(cell(measured, row, BenchTable::Rate), QStringLiteral("–")) << row;
        EXPECT_TRUE(cell(measured, row, BenchTable::Spread).contains(QStringLiteral("…"))) << row;
        EXPECT_FALSE(cell(measured, row, BenchTable::Carries).isEmpty()) << "a trait";
    }
    const BarChart& chart = measured->chart();
    ASSERT_EQ(chart.groups.size(), 2U) << "a group for each size";
    ASSERT_EQ(chart.groups[0].bars.size(), 2U);
    const BenchSummary summary = summarize(measured->model()->rows()[0]);
    EXPECT_EQ(chart.groups[0].bars[0].value, summary.messagesPerSecond.median);
    EXPECT_EQ(chart.groups[0].bars[0].low, summary.messagesPerSecond.low);
    measured->table()->sortByColumn(BenchTable::Rate, Qt::DescendingOrder);
    const auto rateOf = [&](int row) {
        return measured->table()->model()->index(row, BenchTable::Rate).data(WordFilter::kSortRole).toDouble();
    };
    for (int row = 1; row < 4; ++row) EXPECT_GE(rateOf(row - 1), rateOf(row));
    measured->copyButton()->click();
    EXPECT_EQ(QGuiApplication::clipboard()->text().count(QLatin1Char('\n')), 5);
}

TEST_F(WindowMeasured, WhatIsMeasuredWhenItIsStoppedStays) {
    open(QStringLiteral("first"));
    MeasuredPage* measured = page();
    measured->choose({QStringLiteral("pipe"), QStringLiteral("fifo")});
    measured->sizes()->setText(QStringLiteral("64"));
    measured->repeats()->setValue(50);
    measured->setSeconds(0.1);
    measured->measureButton()->click();
    const auto& rows = measured->model()->rows();
    ASSERT_TRUE(waitFor([&] { return !rows.empty() && rows[0].samples.size() >= 2; }, 60'000));
    EXPECT_TRUE(measured->status()->text().contains(QStringLiteral("left")))
        << measured->status()->text().toStdString();
    measured->measureButton()->click();
    ASSERT_TRUE(waitFor([&] { return !measured->isMeasuring(); }, 60'000));
    EXPECT_TRUE(measured->status()->text().startsWith(QStringLiteral("Stopped.")));
    EXPECT_GE(rows[0].samples.size(), 2U);
    EXPECT_LT(rows[0].samples.size(), 50U);
    EXPECT_TRUE(cell(measured, 0, BenchTable::Note).contains(QStringLiteral("of 50 repeats")));
    EXPECT_EQ(measured->measureButton()->text(), QStringLiteral("Measure again"));
}

TEST_F(WindowMeasured, WhatCannotBeMeasuredSaysWhy) {
    open(QStringLiteral("first"));
    MeasuredPage* measured = page();
    for (int i = 0; i < measured->mechanisms()->count(); ++i) {
        const QListWidgetItem* item = measured->mechanisms()->item(i);
        const Mechanism* mechanism = findMechanism(item->data(Qt::UserRole).toString().toStdString());
        EXPECT_EQ(mechanism->availability().available, (item->flags() & Qt::ItemIsEnabled) != 0)
            << item->text().toStdString();
        EXPECT_FALSE(item->toolTip().isEmpty());
    }
    measured->sizes()->setText(QStringLiteral("64, many"));
    measured->measureButton()->click();
    EXPECT_FALSE(measured->isMeasuring());
    EXPECT_TRUE(measured->status()->text().contains(QStringLiteral("many")));
    measured->choose({});
    measured->sizes()->setText(QStringLiteral("64"));
    measured->measureButton()->click();
    EXPECT_FALSE(measured->isMeasuring());
}

TEST(BenchTables, ARowWhoseRepeatsDisagreeIsMarked) {
    const MechanismTable traits;
    BenchTable table(traits);
    BenchOptions options;
    options.repeats = 6;
    const auto rowOf = [](const char* mechanism) {
        BenchRow row;
        row.mechanism = mechanism;
        row.sizeBytes = 64;
        return row;
    };
    BenchRow steady = rowOf("pipe"), wild = rowOf("fifo"), absent = rowOf("tcp");
    for (int i = 0; i < 6; ++i) {
        steady.samples.emplace_back().messagesPerSecond = 1000.0 + i;
        wild.samples.emplace_back().messagesPerSecond = 1000.0 * (i + 1);
    }
    absent.skipped = "two CPUs are needed, this machine has one";
    table.setRows(options, {steady, wild, absent});
    const auto text = [&](int row, int column) { return table.index(row, column).data().toString(); };
    EXPECT_FALSE(text(0, BenchTable::Spread).contains(QChar(0x26a0)));
    EXPECT_TRUE(text(1, BenchTable::Spread).contains(QChar(0x26a0)));
    EXPECT_TRUE(text(1, BenchTable::Note).contains(QStringLiteral("disagree")));
    EXPECT_EQ(text(2, BenchTable::Rate), QStringLiteral("–"));
    EXPECT_TRUE(text(2, BenchTable::Note).contains(QStringLiteral("two CPUs")));
}

}  // namespace
}  // namespace ipclab

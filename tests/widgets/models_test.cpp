// The models behind tables, events and library, checked by Qt's own model tester while a real run changes them.
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QTest>

#include "bridge/event_words.h"
#include "bridge/session.h"
#include "document/experiment_json.h"
#include "models/event_list.h"
#include "models/link_table.h"
#include "models/mechanism_table.h"
#include "models/preset_tree.h"
#include "models/process_table.h"
#include "models/search_filter.h"
#include "models/wait_table.h"
#include "preset_named.h"
#include "runs/presets.h"

namespace ipclab {
namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

TEST(EventWords, ValuesHaveTheirUnitsAndDescendantsAreNamed) {
    RunData data;
    data.processes.resize(1);
    data.processes[0].pid = 7;
    RunEvent fact{
        .process = 0, .kind = EventKind::MemoryRefused, .values = {{"pid", 7}, {"bytes", 1048576}, {"error", "no"}}};
    EXPECT_EQ(EventWords::text(fact, data).toStdString(), "was refused more memory after 1.0 MiB: no");
    fact.values[0].data = 8;
    EXPECT_EQ(EventWords::text(fact, data).toStdString(), "process 8: was refused more memory after 1.0 MiB: no");
    RunEvent end{
        .process = 0, .kind = EventKind::Exited, .values = {{"signal", 24}, {"cause", "cpu-limit"}, {"limit", 1}}};
    EXPECT_EQ(EventWords::text(end, data).toStdString(), "killed by SIGXCPU: CPU time limit of 1 s");
}

TEST(EventWords, WhatAProgramWithoutLinksRepeatsIsNoMessage) {
    RunData data;
    data.processes.resize(2);
    data.processes[0].program = "cpu-bound";
    data.processes[1].program = "producer";
    RunEvent event{.process = 0, .kind = EventKind::Control, .values = {{"what", "rate_per_s"}, {"value", 5.0}}};
    EXPECT_EQ(EventWords::text(event, data).toStdString(), "you set rate: 5 iterations/s");
    event.process = 1;
    EXPECT_EQ(EventWords::text(event, data).toStdString(), "you set rate: 5 messages/s");
    event = {.process = 0,
             .kind = EventKind::Step,
             .values = {{"do", "set"}, {"work_us", 7.0}, {"nice", 3}, {"cpus", "any"}}};
    EXPECT_EQ(EventWords::text(event, data).toStdString(),
              "step: work: 7 µs an iteration, nice value: 3, processors: any");
}

TEST(EventWords, ARefusalSaysWhyAndWhatIsMissing) {
    RunData data;
    data.processes.resize(1);
    const RunEvent refused{
        .process = 0,
        .kind = EventKind::Refused,
        .values = {{"what", "nice"}, {"value", -5.0}, {"errno", "EACCES"}, {"error", "Permission denied"}}};
    EXPECT_EQ(EventWords::text(refused, data).toStdString(),
              "refused: nice value: -5 (Permission denied). Lowering a nice value takes a right: CAP_SYS_NICE, or a "
              "higher RLIMIT_NICE");
    EXPECT_EQ(weightOf(refused), EventWeight::Warning);
    EXPECT_TRUE(marksCharts(refused));
}

TEST(Models, KeepTheirPromisesThroughARun) {
    Session session;
    ProcessTable processes(session.shown());
    LinkTable links(session.shown());
    EventList events(session.shown());
    EventFilter filter;
    filter.setSourceModel(&events);
    QAbstractItemModelTester p(&processes, Mode::Fatal), l(&links, Mode::Fatal), e(&events, Mode::Fatal),
        f(&filter, Mode::Fatal);
    WaitTable waits(session.shown());
    waits.setShown(true);
    QAbstractItemModelTester w(&waits, Mode::Fatal);
    session.open(test::presetNamed("three-producers"));
    EXPECT_EQ(processes.rowCount(), 4);
    session.setDuration(kNsPerSecond / 2);
    session.start();
    filter.setLeastWeight(1);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !session.isActive(); }, 20'000));
    filter.setWords(QStringLiteral("exit"));
    EXPECT_EQ(processes.rowCount(), 4);
    EXPECT_GT(events.rowCount(), 4);
    EXPECT_EQ(processes.index(0, ProcessTable::Ended).data().toString(), QStringLiteral("exit 0"));
    session.open(test::presetNamed("first"));
    EXPECT_EQ(processes.rowCount(), 2);
    EXPECT_EQ(events.rowCount(), 0);
}

TEST(Models, TheTableOfMechanismsHasEveryOneWithItsLimits) {
    MechanismTable table;
    MechanismFilter filter;
    filter.setSourceModel(&table);
    QAbstractItemModelTester t(&table, Mode::Fatal), f(&filter, Mode::Fatal);
    table.askForLimits();
    ASSERT_TRUE(QTest::qWaitFor([&] { return table.limitsKnown(); }, 20'000));
    for (int row = 0; row < table.rowCount(); ++row) {
        for (int column = 0; column < MechanismTable::ColumnCount; ++column)
            EXPECT_FALSE(table.index(row, column).data().toString().isEmpty()) << row << ' ' << column;
        EXPECT_FALSE(table.detailsHtml(row).isEmpty());
    }
    for (int trait = 0; trait < MechanismFilter::TraitCount; ++trait) {
        filter.setTrait(static_cast<MechanismFilter::Trait>(trait));
        EXPECT_LE(filter.rowCount(), table.rowCount());
        EXPECT_FALSE(MechanismFilter::traitName(static_cast<MechanismFilter::Trait>(trait)).isEmpty());
    }
    filter.setTrait(MechanismFilter::Any);
    filter.setText(QStringLiteral("no mechanism is called that"));
    EXPECT_EQ(filter.rowCount(), 0);
}

TEST(Models, TheLibraryHasEveryPresetOnce) {
    PresetTree tree(allPresets());
    QAbstractItemModelTester tester(&tree, Mode::Fatal);
    SearchFilter filter;
    filter.setSourceModel(&tree);
    QAbstractItemModelTester filterTester(&filter, Mode::Fatal);
    int count = 0;
    for (int group = 0; group < tree.rowCount(); ++group) count += tree.rowCount(tree.index(group, 0));
    EXPECT_EQ(count, static_cast<int>(allPresets().size()));
    for (const Preset& preset : allPresets())
        EXPECT_TRUE(tree.find(QString::fromStdString(preset.id)).isValid()) << preset.id;
    EXPECT_EQ(tree.index(0, 0, tree.index(0, 0)).data(PresetTree::IdRole).toString(), QStringLiteral("first"));
    filter.setText(QStringLiteral("nothing is called that"));
    EXPECT_EQ(filter.rowCount(), 0);
}

}  // namespace
}  // namespace ipclab

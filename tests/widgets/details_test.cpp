// The models behind the inspector of a process: rows that keep their place, blocks of the address map, the control
// block with its sources.
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSet>
#include <QSignalSpy>

#include "inspect/address_blocks.h"
#include "inspect/control_rows.h"
#include "inspect/detail_table.h"
#include "inspect/part_rows.h"
#include "models/detail_rows.h"

namespace ipclab {
namespace {

std::vector<DetailRow> rowsOf(const QStringList& keys, const QString& value) {
    std::vector<DetailRow> rows;
    for (const QString& key : keys) rows.push_back({key, {{key}, {value}}, false});
    return rows;
}

QStringList keysOf(const DetailRows& model) {
    QStringList keys;
    for (const DetailRow& row : model.rows()) keys << row.key;
    return keys;
}

TEST(DetailRows, WhatStaysKeepsItsPlaceAndOnlyChangedCellsAreToldOf) {
    DetailRows model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setColumns({{QStringLiteral("a")}, {QStringLiteral("b")}});
    model.setRows(rowsOf({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("4")}, QStringLiteral("x")));
    const QPersistentModelIndex two = model.index(1, 0);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setRows(rowsOf({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("4")}, QStringLiteral("x")));
    EXPECT_EQ(changed.count(), 0);
    model.setRows(rowsOf({QStringLiteral("0"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")},
                         QStringLiteral("y")));
    EXPECT_EQ(keysOf(model),
              (QStringList{QStringLiteral("0"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")}));
    EXPECT_EQ(two.row(), 1);
    EXPECT_EQ(two.data().toString(), QStringLiteral("2"));
    EXPECT_EQ(reset.count(), 0);
    model.setRows({});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(DetailTable, SelectionSurvivesARefresh) {
    DetailTable table(DetailTable::Sorting::ByColumn);
    table.rows()->setColumns({{QStringLiteral("a")}, {QStringLiteral("b")}});
    table.show(rowsOf({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}, QStringLiteral("x")), false);
    table.selectRow(1);
    table.show(rowsOf({QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("9")}, QStringLiteral("z")), false);
    EXPECT_EQ(table.textOf(table.currentIndex().row(), 0), QStringLiteral("2"));
}

AddressRange range(std::uint64_t start, std::uint64_t size, Section section) {
    AddressRange made;
    made.mapping.start = start;
    made.mapping.end = start + size;
    made.mapping.readable = section != Section::Guard;
    made.mapping.resident = made.mapping.privateDirty = size / 2;
    made.section = section;
    return made;
}

AddressSpace space() {
    constexpr std::uint64_t kPage = 4096, kMiB = 1U << 20;
    AddressSpace made;
    made.ranges = {range(16 * kMiB, kPage, Section::Text),
                   range(17 * kMiB, 64 * kMiB, Section::Heap),
                   range(1ULL << 40, kMiB, Section::Library),
                   range((1ULL << 40) + kMiB, kMiB, Section::Library),
                   range((1ULL << 40) + 3 * kMiB, kPage, Section::Guard),
                   range((1ULL << 40) + 3 * kMiB + kPage, 8 * kMiB, Section::ThreadStack),
                   range(0x7ffe00000000, 132 * 1024, Section::Stack)};
    return made;
}

TEST(AddressBlocks, NeighboursAreOneHugeGapsAreCutAndSmallGuardsFolded) {
    const auto blocks = blocksOf(space());
    std::vector<std::string> kinds;
    for (const AddressBlock& block : blocks) kinds.emplace_back(block.gap ? "gap" : std::string(id(block.section)));
    EXPECT_EQ(kinds,
              (std::vector<std::string>{"stack", "gap", "thread-stack", "gap", "library", "gap", "heap", "text"}))
        << "from the highest address to the lowest; less than a mebibyte between is no gap to tell of";
    EXPECT_TRUE(blocks[2].guarded);
    EXPECT_EQ(blocks[4].sum.mappings, 2U);
    EXPECT_TRUE(blocksOf(AddressSpace{}).empty());
}

TEST(AddressBlocks, HeightsAreToScaleAboveOneLineAndFillTheColumn) {
    auto blocks = blocksOf(space());
    const BlockHeights heights;
    const double least = leastHeight(blocks, heights);
    const double bytesPerPx = layOut(blocks, heights, least + 300);
    EXPECT_GT(bytesPerPx, 0);
    double bottom = 0;
    for (const AddressBlock& block : blocks) {
        EXPECT_GE(block.topPx, bottom);
        EXPECT_GE(block.heightPx, block.gap ? heights.gapPx : heights.linePx);
        bottom = block.topPx + block.heightPx;
    }
    EXPECT_NEAR(bottom + heights.spacePx, least + 300, 0.5);
    const double heap = blocks[6].heightPx - heights.linePx, stack = blocks[2].heightPx - heights.linePx;
    EXPECT_NEAR(heap / stack, 8, 0.01) << "64 MiB and 8 MiB";
    EXPECT_EQ(layOut(blocks, heights, 10), 0) << "no room: lines only, no scale";
}

TEST(ControlRows, EachFieldOfThisProcessHasAValueAndNamesItsSource) {
    const ProcessDetails details = readDetails(::getpid());
    QSet<QString> keys;
    int facts = 0;
    for (const DetailRow& row : ControlRows::rows(details)) {
        EXPECT_FALSE(keys.contains(row.key)) << row.key.toStdString();
        keys.insert(row.key);
        if (row.heading) continue;
        ++facts;
        EXPECT_FALSE(row.cells[ControlRows::Value].text.isEmpty()) << row.key.toStdString();
        const QString source = row.cells[ControlRows::Source].text;
        EXPECT_TRUE(source.startsWith(QStringLiteral("/proc/")) || source.contains(QLatin1Char('(')))
            << source.toStdString();
    }
    EXPECT_GT(facts, 50);
}

TEST(ControlRows, WhatCannotBeReadSaysWhyAndIsMarked) {
    ProcessDetails details;
    details.pid = 1;
    details.status.reason = reasonOf(EACCES);
    details.io.reason = reasonOf(EACCES);
    details.stat.reason = reasonOf(ESRCH);
    bool said = false;
    for (const DetailRow& row : ControlRows::rows(details)) {
        if (row.key != QStringLiteral("Resident")) continue;
        said = row.cells[ControlRows::Value].absent &&
               row.cells[ControlRows::Value].text.contains(QStringLiteral("ptrace"));
    }
    EXPECT_TRUE(said);
}

TEST(PartRows, ADescriptorOfALinkNamesTheLinkAndItsEnd) {
    ProcessDetails details;
    Descriptor pipe;
    pipe.number = 7;
    pipe.kind = DescriptorKind::Pipe;
    pipe.target = "pipe:[99]";
    pipe.info.value = FdInfo{0, 1, {}};
    Descriptor other = pipe;
    other.number = 8;
    details.descriptors.value = {pipe, other};
    RunData run;
    run.links.emplace_back().name = "a→b";
    const auto rows = PartRows::descriptors(details, {{7, 0, PortRole::Sender}}, run);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].cells[2].text, QStringLiteral("a→b: sends"));
    EXPECT_EQ(rows[0].cells[3].text, QStringLiteral("write"));
    EXPECT_EQ(rows[1].cells[2].text, QStringLiteral("pipe:[99]"));
}

}  // namespace
}  // namespace ipclab

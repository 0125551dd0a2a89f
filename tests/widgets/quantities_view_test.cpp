// Every quantity reaches the tables and the inspector, without being named there.
#include <gtest/gtest.h>

#include <QLabel>

#include "bridge/quantity_words.h"
#include "document/experiment_json.h"
#include "inspect/figures_section.h"
#include "models/link_table.h"
#include "models/process_table.h"
#include "preset_named.h"
#include "runs/presets.h"
#include "runs/preview_source.h"

namespace ipclab {
namespace {

template <typename Table>
void hasEvery(const Table& table, QuantityOwner owner) {
    EXPECT_GE(table.columnCount(), Table::ColumnCount);
    EXPECT_EQ(table.chosenColumns(), Table::ColumnCount);
    for (const Quantity& quantity : quantitiesOf(owner)) {
        int shown = 0;
        for (int column = 0; column < table.columnCount(); ++column) {
            const auto head = [&](int role) { return table.headerData(column, Qt::Horizontal, role).toString(); };
            if (head(RunTable::QuantityRole).toStdString() != quantity.id) continue;
            ++shown;
            EXPECT_FALSE(head(Qt::DisplayRole).isEmpty());
            EXPECT_EQ(head(Qt::ToolTipRole), QuantityWords::tip(quantity));
            EXPECT_FALSE(table.data(table.index(0, column), Qt::DisplayRole).toString().isEmpty()) << quantity.id;
        }
        EXPECT_EQ(shown, 1) << quantity.id;
    }
}

TEST(QuantitiesView, EveryOneIsAColumnOfItsTableSeenOrNot) {
    const PreviewSource source(test::presetNamed("first"));
    hasEvery(LinkTable(source), QuantityOwner::Link);
    hasEvery(ProcessTable(source), QuantityOwner::Process);
}

void listsEvery(const RunSource& source, QuantityOwner owner) {
    FiguresSection section(source);
    section.setOwners(ownersIn(source.view(), owner));
    section.retranslate();
    const auto rows = [&] { return section.findChildren<QLabel*>(); };
    EXPECT_TRUE(rows().isEmpty());  // nothing is made before somebody asks
    section.setUnfolded(true);
    for (const Quantity& quantity : quantitiesOf(owner)) {
        const auto names = [&](const QLabel* label) {
            return label->text().endsWith(QuantityWords::title(quantity)) &&
                   label->toolTip().contains(QuantityWords::tip(quantity).left(20));
        };
        const auto list = rows();
        EXPECT_TRUE(std::ranges::any_of(list, names)) << quantity.id;
    }
}

TEST(QuantitiesView, EveryOneIsInTheInspector) {
    const PreviewSource source(test::presetNamed("first"));
    for (const QuantityOwner owner :
         {QuantityOwner::Process, QuantityOwner::Link, QuantityOwner::End, QuantityOwner::Run})
        listsEvery(source, owner);
    listsEvery(PreviewSource(test::presetNamed("m13-barrier")), QuantityOwner::Shared);
}

}  // namespace
}  // namespace ipclab

// Tables are looked through by words, sorted, hold still, and are copied as text.
#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QStandardItemModel>

#include "models/table_text.h"
#include "models/word_filter.h"

namespace ipclab {
namespace {

class WordFilters : public ::testing::Test {
protected:
    WordFilters() {
        m_model.setHorizontalHeaderLabels({QStringLiteral("Name"), QStringLiteral("State"), QStringLiteral("Time")});
        add("producer 2", "waiting", 5);
        add("consumer", "running", 1);
        add("producer 10", "waiting", 5);
        add("relay", "waiting", 0.5);
        m_filter.setSourceModel(&m_model);
    }
    void add(const char* name, const char* state, double time) {
        auto* figure = new QStandardItem(QString::number(time));
        figure->setData(time, WordFilter::kSortRole);
        m_model.appendRow(
            {new QStandardItem(QString::fromLatin1(name)), new QStandardItem(QString::fromLatin1(state)), figure});
    }
    std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (int row = 0; row < m_filter.rowCount(); ++row)
            all.push_back(m_filter.index(row, 0).data().toString().toStdString());
        return all;
    }

    QStandardItemModel m_model;
    WordFilter m_filter;
    QAbstractItemModelTester m_tester{&m_filter, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(WordFilters, EveryWordIsLookedForInAnyColumn) {
    m_filter.setWords(QStringLiteral("  WAIT prod "));
    EXPECT_EQ(names(), (std::vector<std::string>{"producer 2", "producer 10"}));
    EXPECT_EQ(m_filter.countShown(), 2);
    EXPECT_EQ(m_filter.countAll(), 4);
    m_filter.setWords(QStringLiteral("wait 10"));
    EXPECT_EQ(names(), std::vector<std::string>{"producer 10"});
    m_filter.setWords(QString());
    EXPECT_EQ(names().size(), 4U);
}

TEST_F(WordFilters, AColumnThatIsNotSeenIsNotLookedInto) {
    m_filter.setSeen([](int column) { return column != 1; });
    m_filter.setWords(QStringLiteral("waiting"));
    EXPECT_TRUE(names().empty());
}

TEST_F(WordFilters, RowsThatAreEqualKeepTheModelsOrderBothWays) {
    m_filter.sort(2, Qt::AscendingOrder);
    EXPECT_EQ(names(), (std::vector<std::string>{"relay", "consumer", "producer 2", "producer 10"}));
    m_filter.sort(2, Qt::DescendingOrder);
    EXPECT_EQ(names(), (std::vector<std::string>{"producer 2", "producer 10", "consumer", "relay"}));
    m_filter.sort(-1);
    EXPECT_EQ(names(), (std::vector<std::string>{"producer 2", "consumer", "producer 10", "relay"}));
}

TEST_F(WordFilters, NamesAreSortedAsPeopleCount) {
    m_filter.sort(0, Qt::AscendingOrder);
    EXPECT_EQ(names(), (std::vector<std::string>{"consumer", "producer 2", "producer 10", "relay"}));
}

TEST_F(WordFilters, RowsHoldStillWhileFiguresChangeAndGoToTheirPlaceWhenAsked) {
    m_filter.sort(2, Qt::AscendingOrder);
    m_filter.setWords(QStringLiteral("r"));
    const std::vector<std::string> before = names();
    const QPersistentModelIndex relay = m_filter.index(0, 0);
    m_model.item(3, 2)->setData(100.0, WordFilter::kSortRole);
    m_model.item(1, 0)->setText(QStringLiteral("x"));
    EXPECT_EQ(names().size(), before.size());
    EXPECT_EQ(names().front(), "relay");
    m_filter.again();
    EXPECT_EQ(names().back(), "relay");
    EXPECT_EQ(relay.data().toString(), QStringLiteral("relay")) << "what is selected stays selected";
}

TEST_F(WordFilters, ARowThatComesLaterIsThere) {
    m_filter.setWords(QStringLiteral("late"));
    EXPECT_TRUE(names().empty());
    add("latecomer", "new", 9);
    EXPECT_EQ(names(), std::vector<std::string>{"latecomer"});
}

TEST_F(WordFilters, OfATreeTheWayToWhatIsFoundIsShown) {
    auto* child = new QStandardItem(QStringLiteral("needle"));
    m_model.item(1)->appendRow(child);
    m_filter.setRecursiveFilteringEnabled(true);
    EXPECT_EQ(m_filter.countAll(), 5);
    m_filter.setWords(QStringLiteral("needle"));
    EXPECT_EQ(names(), std::vector<std::string>{"consumer"});
    EXPECT_EQ(m_filter.countShown(), 2);
}

TEST(TableTexts, HaveTitlesAndWholeCells) {
    const TableText table{{QStringLiteral("a"), QStringLiteral("b|c")},
                          {{QStringLiteral("1\t2"), QStringLiteral("x|y")}, {QStringLiteral("3\n4"), QString()}}};
    EXPECT_EQ(table.as(TableFormat::TabSeparated).toStdString(), "a\tb|c\n1 2\tx|y\n3 4\t\n");
    EXPECT_EQ(table.as(TableFormat::Markdown).toStdString(), "| a | b\\|c |\n|---:|---|\n| 1 2 | x\\|y |\n| 3 4 |  |\n");
}

TEST(TableTexts, ARowOfATreeIsIndentedByItsDepth) {
    QStandardItemModel model;
    model.setHorizontalHeaderLabels({QStringLiteral("Name")});
    auto* parent = new QStandardItem(QStringLiteral("parent"));
    parent->appendRow(new QStandardItem(QStringLiteral("child")));
    model.appendRow(parent);
    const QModelIndexList rows{parent->index(), parent->child(0)->index()};
    EXPECT_EQ(tableTextOf(model, rows, {0}).as(TableFormat::TabSeparated).toStdString(), "Name\nparent\n  child\n");
    EXPECT_EQ(tableTextOf(model, {rows[1]}, {0}, rows[0]).as(TableFormat::TabSeparated).toStdString(), "Name\nchild\n");
}

}  // namespace
}  // namespace ipclab

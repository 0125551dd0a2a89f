// Exercises of one's own while their files change, and the list of all.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>
#include <QSemaphore>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTreeView>

#include "exercises/library.h"
#include "lab_views/lab_page.h"
#include "lab_views/lab_shelf.h"
#include "lab_views/lab_source_strip.h"
#include "models/preset_tree.h"

namespace ipclab {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;

// A folder of an exercise that its author works on.
class OwnExercise : public testing::Test {
protected:
    void SetUp() override {
        QDir().mkpath(m_home.filePath("mine"));
        const LabTexts texts = *embeddedLab("p12-forks");
        write("lab.json", QByteArray::fromStdString(texts.json));
        for (const auto& [language, text] : texts.markdown)
            write((language + ".md").c_str(), QByteArray::fromStdString(text));
    }
    [[nodiscard]] QString folder() const { return m_home.filePath("mine"); }
    void write(const QString& name, const QByteArray& text) {
        QFile file(folder() + '/' + name);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    QByteArray read(const QString& name) {
        QFile file(folder() + '/' + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void change(const QString& name, const QByteArray& from, const QByteArray& to) {
        write(name, read(name).replace(from, to));
    }

    QTemporaryDir m_home;
    LabSession m_labs{m_home.filePath("work").toStdString()};
    LabPage m_page{m_labs};
};

TEST_F(OwnExercise, IsSeenAsItsFilesAreChanged) {
    m_labs.openAt(folder().toStdString());
    m_page.show();
    ASSERT_TRUE(m_labs.isOpen());
    EXPECT_TRUE(m_labs.isWatched());
    EXPECT_TRUE(m_page.sourceStrip()->isVisible());
    m_labs.predict("processes", {6});
    change("lab.json", "How many processes do n forks make?", "How many come of n forks?");
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_labs.lab().title.at("en") == "How many come of n forks?"; }, 20'000));
    EXPECT_EQ(m_labs.work().predictions.at("processes"), LabAnswer{6}) << "work goes on";
}

TEST_F(OwnExercise, SaysWhatIsWrongAndWhereAndShowsTheLastSoundOne) {
    m_labs.openAt(folder().toStdString());
    m_page.show();
    change("lab.json", "\"kind\": \"number\"", "\"kind\": \"guess\"");
    EXPECT_TRUE(QTest::qWaitFor([&] { return !m_labs.faults().empty(); }, 20'000));
    const std::string said = m_page.sourceStrip()->problemsText().toStdString();
    EXPECT_THAT(said, HasSubstr("lab.json:"));
    EXPECT_THAT(said, HasSubstr("/steps/0/predictions/0/kind"));
    EXPECT_TRUE(m_labs.isOpen());
    change("lab.json", "\"kind\": \"guess\"", "\"kind\": \"number\"");
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_labs.faults().empty(); }, 20'000));
}

TEST_F(OwnExercise, ThatCannotBeShownIsShownOnceItIsMended) {
    const QByteArray sound = read("lab.json");
    write("lab.json", "{ \"schema\": ");
    m_labs.openAt(folder().toStdString());
    m_page.show();
    EXPECT_FALSE(m_labs.isOpen());
    EXPECT_FALSE(m_page.runButton()->isVisible());
    EXPECT_THAT(m_page.sourceStrip()->problemsText().toStdString(), HasSubstr("lab.json"));
    write("lab.json", sound);
    EXPECT_TRUE(QTest::qWaitFor([&] { return m_labs.isOpen(); }, 20'000));
    EXPECT_TRUE(m_page.runButton()->isVisible());
}

TEST_F(OwnExercise, WhoseIdIsAPathIsRefused) {
    change("lab.json", "\"id\": \"p12-forks\",\n  \"version\"", "\"id\": \"../../p12\",\n  \"version\"");
    m_labs.openAt(folder().toStdString());
    EXPECT_FALSE(m_labs.isOpen());
    EXPECT_FALSE(m_labs.faults().empty());
}

TEST_F(OwnExercise, StandsInTheListAndHasItsOwnWork) {
    m_labs.openAt((folder() + "/lab.json").toStdString());
    m_labs.predict("processes", {6});
    m_labs.close();
    LabShelf shelf(m_labs);
    shelf.show();
    const auto* rows = shelf.list()->model();
    const QModelIndex own = rows->index(rows->rowCount() - 1, 0);
    EXPECT_EQ(own.data().toString(), "Your own");
    ASSERT_EQ(rows->rowCount(own), 1);
    m_labs.open("p12-forks");
    EXPECT_TRUE(m_labs.work().predictions.empty()) << "the one that comes along is another";
    m_labs.openAt(folder().toStdString());
    EXPECT_EQ(m_labs.work().predictions.at("processes"), LabAnswer{6});
}

// Whoever comes back from an exercise finds the list as it was left.
TEST_F(OwnExercise, TheListStaysWhereItWasScrolledTo) {
    LabShelf shelf(m_labs);
    shelf.list()->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    shelf.resize(260, 300);
    shelf.show();
    auto* bar = shelf.list()->verticalScrollBar();
    ASSERT_GT(bar->maximum(), 200);
    bar->setValue(150);
    shelf.hide();
    shelf.show();
    EXPECT_EQ(bar->value(), 150);
}

TEST_F(OwnExercise, AShortOneIsTheFirst) {
    LabShelf shelf(m_labs);
    shelf.show();
    const auto* rows = shelf.list()->model();
    const QModelIndex start = rows->index(0, 0);
    EXPECT_EQ(start.data().toString(), "Start here · done: 0 of 3");
    ASSERT_EQ(rows->rowCount(start), 3);
    EXPECT_EQ(rows->index(0, 0, start).data(PresetTree::IdRole).toString(), "p12-forks");
    int all = 0;
    for (int topic = 0; topic < rows->rowCount(); ++topic) all += rows->rowCount(rows->index(topic, 0));
    EXPECT_EQ(all, static_cast<int>(allLabIds().size())) << "each once";
}

// In either language, by id, by row of the curriculum, by what it is for; Return opens the first.
TEST_F(OwnExercise, IsFoundByItsWords) {
    m_labs.openAt(folder().toStdString());
    m_labs.close();
    LabShelf shelf(m_labs);
    shelf.show();
    const auto found = [&](const QString& text) {
        shelf.search()->setText(text);
        const auto* rows = shelf.list()->model();
        QStringList ids;
        for (int topic = 0; topic < rows->rowCount(); ++topic) {
            const QModelIndex parent = rows->index(topic, 0);
            EXPECT_TRUE(shelf.list()->isExpanded(parent));
            for (int row = 0; row < rows->rowCount(parent); ++row)
                ids << rows->index(row, 0, parent).data(PresetTree::IdRole).toString();
        }
        return ids;
    };
    const auto all = found({});
    EXPECT_GT(all.size(), 28);
    EXPECT_EQ(found(QStringLiteral("m10-busy")), QStringList(QStringLiteral("m10-busy-waiting")));
    EXPECT_TRUE(found(QStringLiteral("zombie")).contains(QStringLiteral("p17-zombie")));
    EXPECT_TRUE(found(QStringLiteral("좀비")).contains(QStringLiteral("p17-zombie")));
    EXPECT_TRUE(found(QStringLiteral("M16")).contains(QStringLiteral("m16-two-addresses")));
    EXPECT_TRUE(found(QStringLiteral("subreaper")).contains(QStringLiteral("p17-orphan"))) << "what it is for";
    EXPECT_EQ(found(QStringLiteral("nothing like that")), QStringList());
    QStringList opened;
    QObject::connect(&shelf, &LabShelf::labChosen, &shelf, [&](const QString& id) { opened << id; });
    found(QStringLiteral("m10-busy"));
    QTest::keyClick(shelf.search(), Qt::Key_Return);
    EXPECT_EQ(opened, QStringList(QStringLiteral("m10-busy-waiting")));
    QTest::keyClick(shelf.search(), Qt::Key_Escape);
    EXPECT_EQ(shelf.search()->text(), QString());
    EXPECT_EQ(found({}), all);
}

// Beside the second line of a title, where the line of facts has no place.
TEST_F(OwnExercise, EachRowSaysHowLongItTakes) {
    LabShelf shelf(m_labs);
    shelf.show();
    const auto* rows = shelf.list()->model();
    const auto all = rows->match(rows->index(0, 0), PresetTree::IdRole, "[a-z].*", -1,
                                 Qt::MatchRegularExpression | Qt::MatchRecursive);
    ASSERT_GE(all.size(), 28);
    for (const QModelIndex& row : all)
        EXPECT_THAT(row.data(PresetTree::kFactsRole).toString().toStdString(), MatchesRegex("[0-9]+ min"));
}

// Whoever holds the threads back that read, holds no window back.
TEST_F(OwnExercise, TheListIsThereBeforeAnyOfThemIsRead) {
    m_labs.openAt(folder().toStdString());
    m_labs.close();
    const auto gone = m_home.filePath("gone").toStdString();
    m_labs.ownLabs().add(gone);
    auto* threads = QThreadPool::globalInstance();
    threads->waitForDone();
    QSemaphore held;
    for (int i = 0; i < threads->maxThreadCount(); ++i) threads->start([&] { held.acquire(); });
    LabShelf shelf(m_labs);
    shelf.show();
    const auto* rows = shelf.list()->model();
    const auto row = [&](int at) { return rows->index(at, 0, rows->index(rows->rowCount() - 1, 0)); };
    EXPECT_EQ(row(0).data().toString(), "mine") << "by the name of its file";
    EXPECT_EQ(row(1).data().toString(), "gone");
    held.release(threads->maxThreadCount());
    const auto isRead = [&] { return row(0).data().toString() == "How many processes do n forks make?"; };
    EXPECT_TRUE(QTest::qWaitFor(isRead, 20'000));
    EXPECT_TRUE(QTest::qWaitFor([&] { return row(1).data(PresetTree::SummaryRole) == "cannot be read"; }, 20'000));
    for (int i = 0; i < threads->maxThreadCount(); ++i) threads->start([&] { held.acquire(); });
    shelf.fill();
    EXPECT_TRUE(isRead()) << "as it was found the last time, until it is read again";
    held.release(threads->maxThreadCount());
    threads->waitForDone();
}

}  // namespace
}  // namespace ipclab

// What the window shows without a run: library, search, languages, themes, bad and foreign files, hints, settings.
#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeView>

#include "app/window_fixture.h"
#include "canvas/canvas_view.h"
#include "models/preset_tree.h"
#include "plot/chart_page.h"
#include "plot/state_legend.h"
#include "plot/time_chart.h"
#include "window/charts_panel.h"
#include "window/hint_bar.h"
#include "window/library_panel.h"
#include "window/notice_bar.h"
#include "window/problems_panel.h"
#include "window/toolbar.h"

namespace ipclab {
namespace {

using WindowUi = WindowTest;

QString written(const QTemporaryDir& folder, const char* name, const QByteArray& text) {
    QFile file(folder.filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly)) return {};
    file.write(text);
    return file.fileName();
}

std::vector<QModelIndex> presetsIn(const QAbstractItemModel& model) {
    std::vector<QModelIndex> presets;
    for (int group = 0; group < model.rowCount(); ++group) {
        const QModelIndex parent = model.index(group, 0);
        for (int row = 0; row < model.rowCount(parent); ++row) presets.push_back(model.index(row, 0, parent));
    }
    return presets;
}

TEST_F(WindowUi, EveryPresetOpensWithItsBench) {
    open(QString());
    QTreeView* tree = window().library()->tree();
    const auto presets = presetsIn(*tree->model());
    ASSERT_GE(presets.size(), 8U);
    for (const QModelIndex& preset : presets) {
        tree->scrollTo(preset);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, Qt::NoModifier, tree->visualRect(preset).center());
        EXPECT_EQ(QString::fromStdString(session().experiment().id), preset.data(PresetTree::IdRole).toString());
        EXPECT_FALSE(window().canvas()->rectOf({Selection::Kind::Process, 0}).isEmpty());
        const bool warnsOnPurpose = session().experiment().id == "r6-select-limit";
        EXPECT_EQ(window().problems()->count(), warnsOnPurpose ? 1 : 0) << preset.data().toString().toStdString();
    }
    EXPECT_FALSE(session().hasRun());
}

TEST_F(WindowUi, SearchKeepsOnlyWhatMatches) {
    open(QString());
    QTest::keyClicks(window().library()->search(), QStringLiteral("c-pty"));
    const auto presets = presetsIn(*window().library()->tree()->model());
    ASSERT_EQ(presets.size(), 1U);
    EXPECT_EQ(presets.front().data(PresetTree::IdRole).toString(), QStringLiteral("c-pty"));
    QTest::keyClick(window().library()->search(), Qt::Key_Escape);
    EXPECT_GE(presetsIn(*window().library()->tree()->model()).size(), 8U);
}

TEST_F(WindowUi, FromTheSearchReturnAndDownOpenTheFirstThatIsFound) {
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Down}) {
        open(QStringLiteral("first"));
        LibraryPanel& library = *window().library();
        QTest::keyClicks(library.search(), QStringLiteral("p8-queues"));
        EXPECT_EQ(session().experiment().id, "first");
        EXPECT_FALSE(library.tree()->currentIndex().isValid()) << "nothing is marked that is not open";
        QTest::keyClick(library.search(), key);
        EXPECT_EQ(session().experiment().id, "p8-queues");
        EXPECT_FALSE(session().isActive());
        library.search()->clear();
        EXPECT_EQ(library.tree()->currentIndex().data(PresetTree::IdRole).toString(), QStringLiteral("p8-queues"));
    }
}

// Lanes and states come while it runs: the room for them is taken from what scrolls, not from the next chart.
TEST_F(WindowUi, ChartsDoNotOverlapWhenLanesAndStatesAreAdded) {
    open(QStringLiteral("p21-protection"));
    window().resize(1272, 760);
    actions().run->trigger();
    ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Finished; }));
    const auto overlap = [&] {
        int bottom = -1;
        for (const TimeChart* chart : window().charts()->page()->charts()) {
            if (chart->isHidden()) continue;
            if (chart->geometry().top() <= bottom) return true;
            bottom = chart->geometry().bottom();
        }
        const auto* legend = window().charts()->page()->findChild<StateLegend*>();
        return legend->height() < legend->heightForWidth(legend->width());
    };
    EXPECT_TRUE(waitFor([&] { return !overlap(); }, 2'000));
}

TEST_F(WindowUi, EnterInTheLibraryRuns) {
    open(QStringLiteral("first"));
    window().library()->tree()->setFocus();
    QTest::keyClick(window().library()->tree(), Qt::Key_Return);
    EXPECT_TRUE(session().isActive());
    ASSERT_TRUE(waitFor([&] { return run().startNs != 0; }));
    stopRun();
}

TEST_F(WindowUi, TheLanguageChangesAtOnceAndBack) {
    open(QStringLiteral("first"));
    const auto menu = [&] { return window().menuBar()->actions().first()->text(); };
    const auto chart = [&] { return window().charts()->chart(RunChart::Throughput)->title(); };
    const QString englishMenu = menu(), englishChart = chart();
    actions().korean->trigger();
    EXPECT_TRUE(waitFor([&] { return menu() == QStringLiteral("파일(&F)"); })) << menu().toStdString();
    EXPECT_EQ(chart(), QStringLiteral("처리율"));
    EXPECT_EQ(window().canvas()->nodeContent(0).detail, QStringLiteral("시작 전"));
    actions().english->trigger();
    EXPECT_TRUE(waitFor([&] { return menu() == englishMenu; }));
    EXPECT_EQ(chart(), englishChart);
}

TEST_F(WindowUi, EnglishHasFormsForOneAndForMany) {
    open(QStringLiteral("first"));
    const auto figures = [](int n) {
        return QCoreApplication::translate("ipclab::GuideLists", "%n figure(s)", nullptr, n).toStdString();
    };
    EXPECT_EQ(figures(1), "1 figure");
    EXPECT_EQ(figures(4), "4 figures");
    m_language.choose(QStringLiteral("ko"));
    m_language.choose(QStringLiteral("en"));
    EXPECT_EQ(figures(4), "4 figures");
}

TEST_F(WindowUi, TheThemeChangesAtOnce) {
    open(QStringLiteral("first"));
    actions().themeDark->trigger();
    EXPECT_LT(window().palette().color(QPalette::Window).lightnessF(), 0.5);
    EXPECT_TRUE(window().charts()->chart(RunChart::Depth)->theme().dark);
    actions().themeLight->trigger();
    EXPECT_GT(window().palette().color(QPalette::Window).lightnessF(), 0.5);
    EXPECT_FALSE(window().charts()->chart(RunChart::Depth)->theme().dark);
}

TEST_F(WindowUi, ABadFileIsExplainedAndLeavesWhatIsOpen) {
    open(QStringLiteral("first"));
    QTemporaryDir folder;
    window().open(readFileDocument(
        written(folder, "bad.ipclab.json", "{\n  \"schema\": \"ipclab.experiment/1\",\n  \"proceses\": []\n}\n")));
    ASSERT_GT(window().problems()->count(), 0);
    EXPECT_TRUE(window().problems()->textAt(0).contains(QStringLiteral("bad.ipclab.json")))
        << window().problems()->textAt(0).toStdString();
    window().open(readFileDocument(folder.filePath(QStringLiteral("none.ipclab.json"))));
    ASSERT_EQ(window().problems()->count(), 1);
    window().open(readFileDocument(written(folder, "r.ipclab", QByteArray("SQLite format 3\0 and so on", 27))));
    ASSERT_EQ(window().problems()->count(), 1);
    EXPECT_TRUE(window().problems()->textAt(0).contains(QStringLiteral("This is a recording")));
    window().open(readPresetDocument(QStringLiteral("first")));
    EXPECT_EQ(window().problems()->count(), 0);
}

// Labels, and every cell's tooltip: what looks like markup is shown, not obeyed.
TEST_F(WindowUi, NamesThatLookLikeMarkupAreShownAsTheyAre) {
    const QTemporaryDir folder;
    const QString path = written(folder, "x.ipclab.json", R"({ "schema": "ipclab.experiment/1", "duration_s": 1,
  "name": {"en": "<b>bold</b> & <img src='x'>"}, "summary": {"en": "<b>bold</b> summary"},
  "look": {"en": "<b>bold</b> look"},
  "processes": [ { "name": "a", "program": "producer" }, { "name": "b", "program": "consumer" } ],
  "links": [ { "name": "<b>bold</b>", "mechanism": "pipe", "from": "a", "to": "b" } ] })");
    open(path);
    window().select({Selection::Kind::Link, 0});
    const auto labels = [&] {
        QList<QLabel*> shown = window().findChildren<QLabel*>();
        const auto other = [](const QLabel* l) {
            return !l->isVisible() || !l->text().contains(QLatin1String("<b>bold"));
        };
        shown.removeIf(other);
        return shown;
    };
    EXPECT_TRUE(waitFor([&] { return labels().size() >= 2; })) << "the strip above the canvas, and the inspector";
    for (const QLabel* label : labels()) EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->text().toStdString();
    for (const QAbstractItemModel* model : window().findChildren<QAbstractItemModel*>()) {
        for (int row = 0; row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QString tip = model->index(row, column).data(Qt::ToolTipRole).toString();
                EXPECT_FALSE(tip.contains(QLatin1String("<b>bold"))) << tip.toStdString();
            }
        }
    }
}

TEST_F(WindowUi, AFileWithCommandsIsAskedAboutBeforeItRuns) {
    open(QStringLiteral("first"));
    QTemporaryDir folder;
    WindowDocument preset = readPresetDocument(QStringLiteral("tar-gzip-wc"));
    preset.isPreset = false;
    preset.source = folder.filePath(QStringLiteral("foreign.ipclab.json"));
    window().open(preset);
    actions().run->trigger();
    EXPECT_FALSE(session().isActive());
    ASSERT_FALSE(window().notice()->text().isEmpty());
    ASSERT_TRUE(window().notice()->actionButton()->isVisible());
    QTest::mouseClick(window().notice()->actionButton(), Qt::LeftButton);
    EXPECT_TRUE(session().isActive());
    stopRun();
}

TEST_F(WindowUi, HintsAreDismissedForGood) {
    WindowSettings kept;
    ASSERT_FALSE(kept.hintsDismissed());
    MainWindow first(m_theme, m_language, kept);
    first.openInitial(QString());
    first.show();
    ASSERT_TRUE(first.hints()->isVisible());
    QTest::mouseClick(first.hints()->dismissButton(), Qt::LeftButton);
    EXPECT_FALSE(first.hints()->isVisible());
    MainWindow second(m_theme, m_language, kept);
    second.openInitial(QString());
    second.show();
    EXPECT_FALSE(second.hints()->isVisible());
    EXPECT_EQ(kept.lastDocument(), QStringLiteral("first"));
}

TEST_F(WindowUi, EveryShortcutIsUsedOnce) {
    open(QStringLiteral("first"));
    QStringList seen;
    for (const QAction* action : window().actions()) {
        for (const QKeySequence& key : action->shortcuts()) {
            EXPECT_FALSE(seen.contains(key.toString())) << key.toString().toStdString();
            seen << key.toString();
        }
    }
    EXPECT_GE(seen.size(), 15);
}

TEST_F(WindowUi, EverythingThatTakesTheFocusHasANameForScreenReaders) {
    open(QStringLiteral("first"));
    for (const QWidget* widget : window().findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible()) continue;
        const bool named = !widget->accessibleName().isEmpty() || !widget->property("text").toString().isEmpty() ||
                           !widget->toolTip().isEmpty() || widget->inherits("QTabBar") ||
                           widget->inherits("QScrollArea") || widget->parentWidget()->inherits("QAbstractScrollArea") ||
                           widget->objectName().startsWith(QLatin1String("qt_"));
        EXPECT_TRUE(named) << widget->metaObject()->className() << ' ' << widget->objectName().toStdString() << " in "
                           << widget->parentWidget()->metaObject()->className();
    }
}

// A preset is ours; a file from elsewhere is asked about before it runs.
TEST_F(WindowUi, AsksBeforeItRunsAFileThatRaisesASafetyLimit) {
    open(QStringLiteral("first"));
    QTemporaryDir folder;
    const QByteArray text = R"({"schema":"ipclab.experiment/1","duration_s":1,"safety":{"processes":30000},"processes":[
        {"name":"a","program":"producer","rate_per_s":100},{"name":"b","program":"consumer"}],
        "links":[{"mechanism":"pipe","from":"a","to":"b"}]})";
    window().open(readFileDocument(written(folder, "raised.ipclab.json", text)));
    actions().run->trigger();
    EXPECT_FALSE(session().isActive());
    EXPECT_TRUE(window().notice()->text().contains(QStringLiteral("raises the limits")))
        << window().notice()->text().toStdString();
    window().notice()->actionButton()->click();
    EXPECT_TRUE(session().isActive());
    stopRun();
}

}  // namespace
}  // namespace ipclab

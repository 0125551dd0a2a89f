// The command palette: everything of the window is in it, found by typing, and carried out by keys alone.
#include <QAbstractItemModel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <algorithm>
#include <set>

#include "app/window_fixture.h"
#include "canvas/canvas_view.h"
#include "plot/chart_page.h"
#include "plot/chart_stack.h"
#include "plot/time_chart.h"
#include "runs/presets.h"
#include "window/charts_panel.h"
#include "window/command_palette.h"
#include "window/edit_actions.h"
#include "window/library_panel.h"

namespace ipclab {
namespace {

class WindowCommands : public WindowTest {
protected:
    void openPalette(const char* preset = "first") {
        open(QString::fromLatin1(preset));
        show();
    }
    void show() { QTest::keyClick(&window(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier); }
    CommandPalette& palette() { return *window().findChild<CommandPalette*>(); }
    void type(const QString& text) {
        palette().field()->clear();
        QTest::keyClicks(palette().field(), text);
    }
    QStringList found() {
        QStringList titles;
        const QAbstractItemModel* rows = palette().list()->model();
        for (int row = 0; row < rows->rowCount(); ++row) titles << rows->index(row, 0).data().toString();
        return titles;
    }
    void press(Qt::Key key) { QTest::keyClick(palette().field(), key); }
    const Command* byTitle(const QString& title) {
        const auto& all = palette().commands().commands();
        const auto at = std::ranges::find(all, title, &Command::title);
        return at == all.end() ? nullptr : &*at;
    }
};

void actionsIn(QMenu* menu, std::set<QString>& texts) {
    for (QAction* action : menu->actions()) {
        if (action->menu() != nullptr)
            actionsIn(action->menu(), texts);
        else if (!action->isSeparator())
            texts.insert(action->text());
    }
}

QString withoutMarks(QString text) { return text.remove(QLatin1Char('&')).remove(QChar(0x2026)); }

TEST_F(WindowCommands, HaveEveryActionOfTheMenusEveryPartChartAndExperiment) {
    openPalette("p9-nice");
    std::set<QString> texts;
    for (QAction* top : window().menuBar()->actions()) actionsIn(top->menu(), texts);
    EXPECT_GE(texts.size(), 60U);
    for (const QString& text : texts) {
        const bool korean = text.contains(QStringLiteral("한국어"));
        EXPECT_NE(byTitle(korean ? QStringLiteral("한국어 (Korean)") : withoutMarks(text)), nullptr) << text.toStdString();
    }
    for (const ProcessSpec& process : session().experiment().processes)
        EXPECT_NE(byTitle(QString::fromStdString(process.name)), nullptr) << process.name;
    for (const TimeChart* chart : window().charts()->chartsWithSubject())
        EXPECT_NE(byTitle(chart->title()), nullptr) << chart->title().toStdString();
    const auto& all = palette().commands().commands();
    for (const Preset& preset : allPresets()) {
        const QString id = QStringLiteral("experiment/") + QString::fromStdString(preset.id);
        EXPECT_EQ(std::ranges::count(all, id, &Command::id), 1) << preset.id;
    }
}

TEST_F(WindowCommands, TheKeysOfAnActionStandBesideIt) {
    openPalette();
    ASSERT_NE(byTitle(QStringLiteral("Save experiment")), nullptr);
    EXPECT_EQ(byTitle(QStringLiteral("Save experiment"))->keys, actions().save->shortcut().toString());
}

TEST_F(WindowCommands, EscapeAndAClickBesideGiveTheFocusBack) {
    open(QStringLiteral("first"));
    window().canvas()->setFocus();
    show();
    EXPECT_EQ(QApplication::focusWidget(), palette().field());
    press(Qt::Key_Escape);
    EXPECT_FALSE(palette().isVisible());
    EXPECT_EQ(QApplication::focusWidget(), window().canvas());
    show();
    QTest::mouseClick(window().library()->tree()->viewport(), Qt::LeftButton);
    EXPECT_FALSE(palette().isVisible());
}

TEST_F(WindowCommands, WhatIsTypedIsFoundByNameAndByTheBeginningsOfItsWords) {
    openPalette();
    type(QStringLiteral("full screen"));
    ASSERT_FALSE(found().isEmpty());
    EXPECT_EQ(found().first(), QStringLiteral("Full screen"));
    type(QStringLiteral("svch"));
    EXPECT_TRUE(found().contains(QStringLiteral("Save chart")));
    type(QStringLiteral("nothing is called that"));
    EXPECT_TRUE(found().isEmpty());
    const QSize size = palette().size();
    type(QStringLiteral("e"));
    EXPECT_EQ(palette().size(), size);
}

TEST_F(WindowCommands, InKoreanBothLanguagesAndUnfinishedSyllablesFindTheSame) {
    open(QStringLiteral("first"));
    m_language.choose(QStringLiteral("ko"));
    QCoreApplication::processEvents();
    show();
    type(QStringLiteral("full screen"));
    ASSERT_FALSE(found().isEmpty());
    const QString fullScreen = found().first();
    EXPECT_EQ(fullScreen, QStringLiteral("전체 화면"));
    for (const char16_t* typed : {u"전체", u"전체 화며", u"ㅈㅊ"}) {
        palette().field()->setText(QString::fromUtf16(typed));
        EXPECT_TRUE(found().contains(fullScreen)) << palette().field()->text().toStdString();
    }
    palette().field()->setText(QStringLiteral("slow consumer"));
    EXPECT_TRUE(std::ranges::any_of(palette().commands().commands(), [&](const Command& command) {
        return command.id == QStringLiteral("experiment/slow-consumer") && found().contains(command.title);
    }));
}

TEST_F(WindowCommands, ReturnCarriesOutAndWhatWasUsedLastComesFirst) {
    openPalette();
    type(QStringLiteral("slow consumer"));
    while (palette().list()->currentIndex().data(CommandList::IdRole) != QStringLiteral("experiment/slow-consumer"))
        press(Qt::Key_Down);
    press(Qt::Key_Return);
    EXPECT_FALSE(palette().isVisible());
    EXPECT_EQ(session().experiment().id, "slow-consumer");
}

TEST_F(WindowCommands, APartIsSelectedAndAChartComesIntoSight) {
    openPalette("three-producers");
    const std::string last = session().experiment().processes.back().name;
    type(QString::fromStdString(last));
    press(Qt::Key_Return);
    const auto place = session().shown().inView(window().canvas()->selection());
    ASSERT_TRUE(place);
    EXPECT_EQ(*place, session().experiment().processes.size() - 1);
    TimeChart* latency = window().charts()->chart(RunChart::Latency);
    window().charts()->setChartShown(RunChart::Latency, false);
    show();
    byTitle(latency->title());
    for (const Command& command : palette().commands().commands())
        if (command.id == QStringLiteral("chart/Latency")) {
            const auto act = command.act;
            palette().dismiss();
            act();
            break;
        }
    EXPECT_TRUE(latency->isVisible());
    EXPECT_EQ(QApplication::focusWidget(), latency);
}

TEST_F(WindowCommands, WhatCannotBeHadSaysWhyAndDoesNothing) {
    openPalette();
    for (const Command& command : palette().commands().commands()) {
        if (command.enabled || command.id.startsWith(QStringLiteral("File/Open recent"))) continue;
        const bool chart = command.id.startsWith(QStringLiteral("Charts/"));
        EXPECT_TRUE(chart || !command.reason.isEmpty()) << command.id.toStdString();
    }
    type(QStringLiteral("keep what I did"));
    ASSERT_EQ(palette().list()->currentIndex().data(CommandList::EnabledRole).toBool(), false);
    press(Qt::Key_Return);
    EXPECT_TRUE(palette().isVisible());
}

}  // namespace
}  // namespace ipclab

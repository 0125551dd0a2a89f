// Every model of the window keeps Qt's rules for models while documents come and go, runs begin and end, in front of
// every tab; and a monkey that does all of that in any order finds nothing that breaks.
//
// IPCLAB_MONKEY_STEPS=5000 lets the monkey play longer, IPCLAB_MONKEY_SEED=7 another game; it prints what it does.
#include <QAbstractItemModelTester>
#include <QAbstractProxyModel>
#include <QListWidget>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>
#include <cstdio>
#include <random>

#include "app/window_fixture.h"
#include "canvas/canvas_view.h"
#include "runs/presets.h"
#include "window/charts_panel.h"
#include "window/problems_panel.h"
#include "window/tables_panel.h"

namespace ipclab {
namespace {

class WindowModels : public WindowTest {
protected:
    // Whatever models there are, those of later tabs too.
    void watchModels() {
        const auto models = window().findChildren<QAbstractItemModel*>();
        ASSERT_GE(models.size(), 8);
        for (QAbstractItemModel* model : models) {
            // Those of Qt's own lists reset themselves while their list is already half gone.
            if (qobject_cast<QListWidget*>(model->parent()) == nullptr)
                new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::Fatal, model);
        }
    }
    QTabWidget& tabs() { return *window().tables()->tabs(); }
    void openPreset(const char* id) { window().open(readPresetDocument(QString::fromLatin1(id))); }
    void runShortly() {
        actions().run->trigger();
        ASSERT_TRUE(waitFor([&] { return run().startNs != 0 && run().events.size() > 3; }))
            << session().failure().toStdString();
        QTest::qWait(60);
    }
    // What the tables show is of this document and of no other.
    void expectRowsOfTheDocument() {
        EXPECT_EQ(window().tables()->processView()->model()->rowCount(), static_cast<int>(run().processes.size()));
        EXPECT_EQ(window().tables()->linkView()->model()->rowCount(), static_cast<int>(run().links.size()));
    }
};

TEST_F(WindowModels, KeepTheirRulesInFrontOfEveryTabThroughOpenRunStopAndReopen) {
    open(QStringLiteral("first"));
    watchModels();
    constexpr std::array kBringATab{"p12-fork-tree", "p9-nice", "p12-five-launch-methods", "p8-queues"};
    constexpr std::array kBringNone{"c-signal", "p1-memory-layout", "m15-capacity-deadlock"};
    for (int tab = 0; tab < tabs().count(); ++tab) {
        const char* bringing = kBringATab[static_cast<std::size_t>(tab) % kBringATab.size()];
        const char* other = kBringNone[static_cast<std::size_t>(tab) % kBringNone.size()];
        SCOPED_TRACE(tabs().tabText(tab).toStdString() + ", " + bringing + ", then " + other);
        tabs().setCurrentIndex(tab);
        openPreset(bringing);
        expectRowsOfTheDocument();
        runShortly();
        tabs().setCurrentIndex(tab);
        QTest::qWait(60);
        openPreset(other);  // during the run
        expectRowsOfTheDocument();
        EXPECT_EQ(window().tables()->eventView()->model()->rowCount(), 0);
        tabs().setCurrentIndex(tab);
        runShortly();
        stopRun();
        expectRowsOfTheDocument();
        openPreset(other);  // again, after its run
        expectRowsOfTheDocument();
    }
}

TEST_F(WindowModels, RevertingBeforeARunGivesTheChartsTheirNewData) {
    open(QStringLiteral("first"));
    session().settings()->setRate(0, 123);
    actions().revert->trigger();
    EXPECT_FALSE(session().isEdited());
    window().charts()->chart(RunChart::Throughput)->valueRows(0);
    startRun();
    stopRun();
}

TEST_F(WindowModels, TheCanvasHasTheHeightOfItsOwnDocument) {
    open(QStringLiteral("first"));
    const auto heightFor = [&](const char* id) {
        openPreset(id);
        QTest::qWait(1);
        return window().canvas()->visibleRegion().boundingRect().height();
    };
    const int low = heightFor("first"), high = heightFor("m6-mailbox");
    EXPECT_GT(high, low);
    EXPECT_EQ(heightFor("first"), low);
    EXPECT_EQ(heightFor("m6-mailbox"), high);
}

class Monkey {
public:
    Monkey(MainWindow& window, WindowActions& actions, unsigned seed, bool telling)
        : m_window(window), m_actions(actions), m_random(seed), m_telling(telling) {}

    void act() {
        const unsigned choice = below(100);
        if (choice < 22) return openSomething();
        if (choice < 42) return showTab();
        if (choice < 58) return trigger(m_actions.run, "run");
        if (choice < 66) return trigger(m_actions.stop, "stop");
        if (choice < 76) return select();
        if (choice < 80) return click();
        if (choice < 84) return steer();
        if (choice < 88) return resize();
        if (choice < 91) return trigger(m_actions.revert, "revert");
        if (choice < 94) return trigger(below(2) == 0 ? m_actions.korean : m_actions.english, "language");
        if (choice < 97) return trigger(below(2) == 0 ? m_actions.themeDark : m_actions.themeLight, "theme");
        toggleChart();
    }
    // How long it looks at what it did.
    int pauseMs() { return below(4) == 0 ? static_cast<int>(below(300)) : static_cast<int>(below(20)); }

private:
    unsigned below(unsigned bound) {
        return bound == 0 ? 0 : std::uniform_int_distribution<unsigned>(0, bound - 1)(m_random);
    }
    void tell(const char* what, const QString& which = {}) const {
        if (m_telling) std::fprintf(stderr, "monkey: %s %s\n", what, qPrintable(which));
    }

    void openSomething() {
        const auto presets = allPresets();
        const QString id = QString::fromStdString(presets[below(static_cast<unsigned>(presets.size()))].id);
        tell("open", id);
        m_window.open(readPresetDocument(id));
    }
    void showTab() {
        QTabWidget* tabs = m_window.tables()->tabs();
        tabs->setCurrentIndex(static_cast<int>(below(static_cast<unsigned>(tabs->count()))));
        tell("tab", tabs->tabText(tabs->currentIndex()));
    }
    void trigger(QAction* action, const char* name) {
        tell(name);
        action->trigger();
    }
    void select() {
        const RunData& run = m_window.session().view();
        const bool link = !run.links.empty() && below(3) == 0;
        const auto count = static_cast<unsigned>(link ? run.links.size() : run.processes.size());
        tell("select");
        m_window.select({link ? Selection::Kind::Link : Selection::Kind::Process, below(count)});
    }
    void click() {
        for (QAbstractItemView* view : m_window.tables()->findChildren<QAbstractItemView*>()) {
            if (!view->isVisible() || view->model() == nullptr || view->model()->rowCount() == 0) continue;
            tell("click");
            const int row = static_cast<int>(below(static_cast<unsigned>(view->model()->rowCount())));
            view->setCurrentIndex(view->model()->index(row, 0));
        }
    }
    void steer() {
        tell("steer");
        const std::uint32_t process = below(static_cast<unsigned>(m_window.session().view().processes.size()));
        RunControl* control = m_window.session().control();
        if (below(2) == 0) {
            const bool paused = below(2) == 0;
            if (control != nullptr) control->setPaused(process, paused);
        } else if (control != nullptr) {
            control->kill(process);
        }
    }
    void resize() {
        tell("resize");
        m_window.resize(900 + static_cast<int>(below(1000)), 560 + static_cast<int>(below(520)));
    }
    void toggleChart() {
        tell("chart");
        const auto which = static_cast<RunChart>(below(static_cast<unsigned>(runCharts().size())));
        m_window.charts()->setChartShown(which, !m_window.charts()->isChartShown(which));
    }

    MainWindow& m_window;
    WindowActions& m_actions;
    std::mt19937 m_random;
    bool m_telling;
};

TEST_F(WindowModels, AMonkeyFindsNothingThatBreaks) {
    const int asked = qEnvironmentVariableIntValue("IPCLAB_MONKEY_STEPS");
    const bool seeded = qEnvironmentVariableIsSet("IPCLAB_MONKEY_SEED");
    const auto seed = seeded ? static_cast<unsigned>(qEnvironmentVariableIntValue("IPCLAB_MONKEY_SEED")) : 20U;
    std::printf("monkey: seed %u\n", seed);
    std::fflush(stdout);
    open(QStringLiteral("first"));
    watchModels();
    Monkey monkey(window(), actions(), seed, asked > 0);
    for (int step = 0; step < (asked > 0 ? asked : 90); ++step) {
        monkey.act();
        QTest::qWait(monkey.pauseMs());
        ASSERT_EQ(window().problems()->count(), 0) << "seed " << seed << ", step " << step;
    }
    if (session().isActive()) stopRun();
    expectRowsOfTheDocument();
}

}  // namespace
}  // namespace ipclab

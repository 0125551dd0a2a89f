// The built-in guide: every thing has its page or section in both languages, no link is dead, both languages have the
// same headings, and search and keys lead there.
#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QTextBlock>
#include <QTreeView>
#include <set>

#include "app/window_fixture.h"
#include "bridge/quantity_words.h"
#include "canvas/canvas_view.h"
#include "core/process_state.h"
#include "exercises/library.h"
#include "lab_views/lab_shelf.h"
#include "links/registry.h"
#include "plot/state_palette.h"
#include "plot/time_chart.h"
#include "programs/registry.h"
#include "results/event_text.h"
#include "run_charts/chart_list.h"
#include "runs/presets.h"
#include "serving/registry.h"
#include "window/charts_panel.h"
#include "window/command_palette.h"
#include "window/compare_dialog.h"
#include "window/costs_dialog.h"
#include "window/guide.h"
#include "window/guide_text.h"
#include "window/guide_view.h"
#include "window/guide_window.h"
#include "window/help_links.h"
#include "window/lab_desk.h"
#include "window/machine_dialog.h"
#include "window/mechanisms_dialog.h"
#include "window/recordings_dialog.h"
#include "window/settings_dialog.h"
#include "window/waiting_dialog.h"

namespace ipclab {
namespace {

QString fromUtf8(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

struct Heading {
    qsizetype level;
    QString text, id;
};

std::vector<Heading> headingsOf(const QString& markdown) {
    static const QRegularExpression heading(QStringLiteral("^(#+) (.*?)(?: \\{#([a-z0-9_/-]+)\\})?$"),
                                            QRegularExpression::MultilineOption);
    std::vector<Heading> all;
    for (auto found = heading.globalMatch(markdown); found.hasNext();) {
        const auto match = found.next();
        all.push_back({match.captured(1).size(), match.captured(2), match.captured(3)});
    }
    return all;
}

std::set<QString> sectionsOf(const QString& markdown) {
    static const QRegularExpression mark(QStringLiteral("\\{#([a-z0-9_/-]+)\\}"));
    std::set<QString> ids;
    for (auto found = mark.globalMatch(markdown); found.hasNext();) ids.insert(found.next().captured(1));
    return ids;
}

class GuideInBoth : public testing::TestWithParam<const char*> {
protected:
    void SetUp() override {
        m_language.choose(QString::fromLatin1(GetParam()));
        QCoreApplication::processEvents();
    }
    void TearDown() override { m_language.choose(QStringLiteral("en")); }

    template <class Infos, class Id>
    void expectSections(const char* page, const Infos& infos, Id id) {
        const auto sections = sectionsOf(m_guide.markdown(QString::fromLatin1(page)));
        for (const auto& info : infos) EXPECT_TRUE(sections.contains(fromUtf8(id(info)))) << page << '#' << id(info);
    }

    Language m_language;
    Guide m_guide{[] { return QStringLiteral("| a | b |\n"); }};
};

TEST_P(GuideInBoth, EveryMechanismHasAPageWithAllItsNotes) {
    for (const Mechanism* mechanism : allMechanisms()) {
        const QString id = fromUtf8(mechanism->info().id);
        for (const QString& key : GuideText::noteKeys())
            EXPECT_FALSE(GuideText::mechanismNote(GuideText::language(), id, key).isEmpty())
                << id.toStdString() << ": " << key.toStdString();
        EXPECT_TRUE(m_guide.has(QStringLiteral("mechanism/") + id));
        const QString page = m_guide.markdown(QStringLiteral("mechanism/") + id);
        EXPECT_TRUE(page.contains(QStringLiteral("](try:"))) << id.toStdString() << ": no experiment shows it";
    }
}

TEST_P(GuideInBoth, EveryProgramHasAPageWithTheFieldsItTakes) {
    for (const Program* program : allPrograms()) {
        const ProgramInfo& info = program->info();
        const QString page = m_guide.markdown(QStringLiteral("program/") + fromUtf8(info.id));
        EXPECT_TRUE(m_guide.has(QStringLiteral("program/") + fromUtf8(info.id))) << info.id;
        EXPECT_EQ(page.contains(QStringLiteral("`rate_per_s`")), info.usesRate) << info.id;
        for (const std::string_view parameter : info.parameters)
            EXPECT_TRUE(page.contains(QLatin1Char('`') + fromUtf8(parameter) + QLatin1Char('`')))
                << info.id << ": " << parameter;
    }
}

TEST_P(GuideInBoth, EveryQuantityEventStrategyChartAndStateHasItsSection) {
    for (const Quantity& quantity : quantities()) {
        const QString page = QStringLiteral("quantities/") + fromUtf8(id(quantity.owner));
        EXPECT_TRUE(sectionsOf(m_guide.markdown(page)).contains(fromUtf8(quantity.id))) << quantity.id;
    }
    std::vector<EventKindInfo> said;
    for (const EventKindInfo& info : allEventKinds())
        if (!info.sentence.empty()) said.push_back(info);
    expectSections("events", said, [](const EventKindInfo& info) { return info.id; });
    expectSections("strategies", allStrategies(), [](const Strategy* strategy) { return strategy->info().id; });
    expectSections("charts", runCharts(), [](const ChartSpec& spec) { return std::string_view(spec.id); });
    expectSections("states", kProcessStateNames, [](const ProcessStateName& name) { return name.id; });
}

TEST_P(GuideInBoth, ChartsAndStatesAreCalledWhatTheWindowCallsThem) {
    for (const Heading& heading : headingsOf(m_guide.markdown(QStringLiteral("charts"))))
        for (const ChartSpec& spec : runCharts()) {
            if (heading.id == QLatin1String(spec.id)) {
                EXPECT_EQ(heading.text, spec.title());
            }
        }
    for (const Heading& heading : headingsOf(m_guide.markdown(QStringLiteral("states"))))
        for (std::size_t i = 0; i < kProcessStateCount; ++i) {
            if (heading.id == fromUtf8(kProcessStateNames[i].id)) {
                EXPECT_EQ(heading.text, StatePalette::name(static_cast<ProcessState>(i)));
            }
        }
}

TEST_P(GuideInBoth, NoLinkIsDeadAndNoPlaceIsLeftUnfilled) {
    static const QRegularExpression link(QStringLiteral("\\[([^\\]]*)\\]\\(([a-z]+):([^)]*)\\)"));
    std::set<QString> experiments;
    for (const Preset& preset : allPresets()) experiments.insert(QString::fromStdString(preset.id));
    for (const GuideChapter& chapter : m_guide.chapters()) {
        EXPECT_FALSE(chapter.title.isEmpty());
        for (const GuidePage& page : chapter.pages) {
            const QString markdown = m_guide.markdown(page.id);
            EXPECT_FALSE(page.title.isEmpty()) << page.id.toStdString();
            EXPECT_FALSE(markdown.isEmpty()) << page.id.toStdString();
            EXPECT_FALSE(markdown.contains(QStringLiteral("{{"))) << page.id.toStdString();
            for (auto found = link.globalMatch(markdown); found.hasNext();) {
                const auto match = found.next();
                SCOPED_TRACE(page.id.toStdString() + ": " + match.captured(0).toStdString());
                EXPECT_FALSE(match.captured(1).isEmpty());
                if (match.captured(2) == QLatin1String("try")) {
                    EXPECT_TRUE(experiments.contains(match.captured(3)));
                } else if (match.captured(2) == QLatin1String("guide")) {
                    const GuidePlace place = GuidePlace::of(match.captured(3));
                    EXPECT_TRUE(m_guide.has(place.page));
                    EXPECT_TRUE(place.section.isEmpty() ||
                                sectionsOf(m_guide.markdown(place.page)).contains(place.section));
                } else if (match.captured(2) != QLatin1String("state")) {
                    ADD_FAILURE() << "the guide is read offline";
                }
            }
        }
    }
}

TEST_P(GuideInBoth, EveryHeadingAndTableComesOutAsOne) {
    GuideView view;
    for (const GuideChapter& chapter : m_guide.chapters()) {
        for (const GuidePage& page : chapter.pages) {
            view.showPage(m_guide.markdown(page.id));
            EXPECT_FALSE(view.toPlainText().contains(QStringLiteral("{#"))) << page.id.toStdString();
            EXPECT_FALSE(view.toPlainText().contains(QStringLiteral("| ---"))) << page.id.toStdString();
            static const QRegularExpression mark(QStringLiteral("\\*\\*|(?<!\\S)\\*\\w"),
                                                 QRegularExpression::UseUnicodePropertiesOption);
            EXPECT_FALSE(view.toPlainText().contains(mark)) << page.id.toStdString() << ": emphasis that is none";
        }
    }
}

// The parts of lab.json and the two texts that stand on the page, put together, are what their author would hand out.
TEST_P(GuideInBoth, TheExerciseThatIsWrittenThereIsWhole) {
    static const QRegularExpression code(
        QStringLiteral("^(`{3,})(json|markdown)\\n(.*?)^\\1$"),
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    std::vector<std::string> json, markdown;
    for (auto found = code.globalMatch(m_guide.markdown(QStringLiteral("writing-exercises"))); found.hasNext();) {
        const auto match = found.next();
        (match.captured(2) == QLatin1String("json") ? json : markdown).push_back(match.captured(3).toStdString());
    }
    ASSERT_GE(json.size(), 4U);
    ASSERT_EQ(markdown.size(), 2U);
    const LabTexts texts{.json = json[0] + json[1] + json[2] + json[3],
                         .markdown = {{"en", markdown[0]}, {"ko", markdown[1]}}};
    const auto read = readLab(texts, libraryPresets(), true);
    for (const auto& [file, problem] : read.problems) ADD_FAILURE() << formatProblem(file, problem);
    EXPECT_TRUE(read.isSound());
}

TEST_P(GuideInBoth, LinesOfOnePieceOfCodeStandTogether) {
    GuideView view;
    view.showPage(QStringLiteral("# t\n\n```text\none\ntwo\n```\n\nbehind\n"));
    std::vector<double> below;
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next())
        if (block.blockFormat().nonBreakableLines()) below.push_back(block.blockFormat().bottomMargin());
    ASSERT_EQ(below.size(), 2U);
    EXPECT_EQ(below[0], 0);
    EXPECT_GT(below[1], 0);
}

INSTANTIATE_TEST_SUITE_P(Guide, GuideInBoth, testing::Values("en", "ko"));

TEST(Guide, BothLanguagesHaveTheSameHeadings) {
    for (const GuideChapter& chapter : Guide().chapters()) {
        for (const GuidePage& page : chapter.pages) {
            const QString english = GuideText::page(QStringLiteral("en"), page.id);
            const auto en = headingsOf(english), ko = headingsOf(GuideText::page(QStringLiteral("ko"), page.id));
            ASSERT_EQ(en.size(), ko.size()) << page.id.toStdString();
            for (std::size_t i = 0; i < en.size(); ++i) {
                EXPECT_EQ(en[i].level, ko[i].level) << page.id.toStdString();
                EXPECT_EQ(en[i].id, ko[i].id) << page.id.toStdString();
            }
        }
    }
}

class WindowGuide : public WindowTest {
protected:
    GuideWindow& guide() { return *window().findChild<GuideWindow*>(); }
    QStringList found() {
        QStringList ids;
        const QAbstractItemModel* rows = guide().contents()->model();
        for (int chapter = 0; chapter < rows->rowCount(); ++chapter)
            for (int row = 0; row < rows->rowCount(rows->index(chapter, 0)); ++row)
                ids << rows->index(row, 0, rows->index(chapter, 0)).data(Qt::UserRole).toString();
        return ids;
    }
};

TEST_F(WindowGuide, F1OpensThePageAboutWhatHasTheFocus) {
    open(QStringLiteral("first"));
    window().select({Selection::Kind::Link, 0});
    window().canvas()->setFocus();
    QTest::keyClick(&window(), Qt::Key_F1);
    EXPECT_EQ(guide().page(), QStringLiteral("mechanism/pipe"));
    EXPECT_TRUE(guide().isVisible());
    window().charts()->chart(RunChart::Latency)->setFocus();
    window().activateWindow();
    actions().guide->trigger();
    EXPECT_EQ(guide().page(), QStringLiteral("charts"));
    guide().backAction()->trigger();
    EXPECT_EQ(guide().page(), QStringLiteral("mechanism/pipe"));
    EXPECT_FALSE(guide().backAction()->isEnabled());
    guide().forwardAction()->trigger();
    EXPECT_EQ(guide().page(), QStringLiteral("charts"));
}

// Exercises are there only where they can be kept.
TEST_F(WindowGuide, F1InTheExercisesOpensTheirPage) {
    WindowSettings kept;
    MainWindow window(m_theme, m_language, kept);
    window.openInitial(QStringLiteral("first"));
    window.show();
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&window));
    ASSERT_NE(window.labs(), nullptr);
    window.activateWindow();
    window.actionsOfWindow().exercises->trigger();
    QTreeView* list = window.findChild<LabShelf*>()->list();
    list->setFocus();
    ASSERT_TRUE(waitFor([&] { return list->hasFocus(); }));
    window.actionsOfWindow().guide->trigger();
    EXPECT_EQ(window.findChild<GuideWindow*>()->page(), QStringLiteral("exercises"));
}

TEST_F(WindowGuide, F1InAWindowBesideOpensItsPage) {
    open(QStringLiteral("first"));
    EXPECT_EQ(actions().guide->shortcutContext(), Qt::ApplicationShortcut);
    const auto expectPage = [&](QWidget* beside, const char* page) {
        beside->activateWindow();
        ASSERT_TRUE(waitFor([&] { return QApplication::activeWindow() == beside; })) << page;
        EXPECT_EQ(window().guideTopic().toStdString(), page);
        beside->hide();
    };
    expectPage(window().showCompare(), "comparing");
    expectPage(window().showRecordings(), "documents#comparing");
    expectPage(window().showMechanisms(), "mechanisms");
    expectPage(window().showCosts(), "measuring#costs");
    expectPage(window().showWaiting(), "strategies");
    expectPage(window().showMachine(), "measuring#machine");
    expectPage(window().showSettings(), "settings");
}

TEST_F(WindowGuide, SearchFindsWordsOfBothLanguagesAndMarksThem) {
    open(QStringLiteral("first"));
    for (const char* language : {"en", "ko"}) {
        m_language.choose(QString::fromLatin1(language));
        QCoreApplication::processEvents();
        window().showGuide(QStringLiteral("states"));
        guide().search()->setText(QStringLiteral("preempted"));
        EXPECT_TRUE(found().contains(QStringLiteral("states"))) << language;
        EXPECT_FALSE(found().contains(QStringLiteral("documents"))) << language;
    }
    guide().search()->setText(QStringLiteral("타임 슬라이스"));
    EXPECT_TRUE(found().contains(QStringLiteral("states")));
    guide().showPlace(QStringLiteral("states"));
    EXPECT_FALSE(guide().view()->extraSelections().isEmpty());
    guide().search()->clear();
    EXPECT_GE(found().size(), 100);
}

TEST_F(WindowGuide, LinksLeadToPlacesAndOpenExperiments) {
    open(QStringLiteral("first"));
    window().showGuide(QStringLiteral("first-steps"));
    emit guide().view()->anchorClicked(QUrl(QStringLiteral("guide:states#ready-estimated")));
    EXPECT_EQ(guide().page(), QStringLiteral("states"));
    emit guide().view()->anchorClicked(QUrl(QStringLiteral("try:slow-consumer")));
    EXPECT_EQ(session().experiment().id, "slow-consumer");
    window().findChild<HelpLinks*>()->open(QUrl(QStringLiteral("guide:mechanism/tcp")));
    EXPECT_EQ(guide().page(), QStringLiteral("mechanism/tcp"));
    window().showGuide(QStringLiteral("no such page"));
    EXPECT_EQ(guide().page(), QStringLiteral("first-steps"));
}

TEST_F(WindowGuide, TheListOfShortcutsIsThatOfTheActions) {
    open(QStringLiteral("first"));
    window().showGuide(QStringLiteral("shortcuts"));
    const QString text = guide().view()->toPlainText();
    for (const QAction* action : {actions().save, actions().run, actions().commands, actions().guide})
        EXPECT_TRUE(text.contains(action->shortcut().toString(QKeySequence::NativeText))) << text.toStdString();
}

TEST_F(WindowGuide, EveryPageIsInTheCommandPalette) {
    open(QStringLiteral("first"));
    const auto& commands = window().showCommands()->commands().commands();
    for (const GuideChapter& chapter : Guide().chapters())
        for (const GuidePage& page : chapter.pages)
            EXPECT_TRUE(std::ranges::any_of(commands, [&](const Command& command) {
                return command.id == QStringLiteral("guide/") + page.id;
            })) << page.id.toStdString();
}

// What's this is said of every large part and every chart, and leads to a page that is there.
TEST_F(WindowGuide, WhatIsThisLeadsToPagesThatAreThere) {
    open(QStringLiteral("first"));
    static const QRegularExpression link(QStringLiteral("href=\"guide:([^\"]*)\""));
    int told = 0;
    for (const QWidget* widget : window().findChildren<QWidget*>()) {
        const auto match = link.match(widget->whatsThis());
        if (!match.hasMatch()) continue;
        ++told;
        const GuidePlace place = GuidePlace::of(match.captured(1));
        EXPECT_TRUE(Guide().has(place.page)) << match.captured(1).toStdString();
        EXPECT_TRUE(place.section.isEmpty() || sectionsOf(Guide().markdown(place.page)).contains(place.section))
            << match.captured(1).toStdString();
    }
    EXPECT_GE(told, 15);
}

}  // namespace
}  // namespace ipclab

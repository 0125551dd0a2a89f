// What an experiment is about stands in front, as numbers.
#include <QStringList>

#include "app/window_fixture.h"
#include "bridge/answer_words.h"
#include "canvas/canvas_view.h"
#include "models/figures.h"
#include "plot/curve_chart.h"
#include "programs/answers.h"
#include "programs/facts.h"
#include "results/answers.h"
#include "window/answer_strip.h"
#include "window/charts_panel.h"

namespace ipclab {
namespace {

class WindowAnswer : public WindowTest {
protected:
    void runToItsEnd() {
        actions().run->trigger();
        ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Finished; }, 60'000))
            << session().failure().toStdString();
    }
    QString valueOf(const QString& label) {
        for (std::size_t i = 0; i < window().answer()->count(); ++i) {
            if (window().answer()->labelAt(i) == label) return window().answer()->valueAt(i);
        }
        return {};
    }
};

TEST(Figures, AreGroupedAsOnTheCommandLine) { EXPECT_EQ(countText(1'020'000), QStringLiteral("1,020,000")); }

TEST(Answers, AreOfFactsThatExistAndHaveTheirValues) {
    for (const AnswerKind& kind : allAnswerKinds()) {
        const FactKind* fact = findFactKind(kind.fact);
        ASSERT_NE(fact, nullptr) << kind.fact;
        for (std::string_view sentence : {kind.label, kind.value}) {
            for (std::size_t open = sentence.find('{'); open != sentence.npos; open = sentence.find('{', open + 1)) {
                const std::string_view name = sentence.substr(open, sentence.find('}', open) + 1 - open);
                EXPECT_TRUE(name == "{process}" || fact->sentence.find(name) != fact->sentence.npos)
                    << kind.fact << ' ' << name;
            }
        }
    }
}

TEST(Answers, AFactToldAgainReplacesItselfAndProcessesKeepTheirOrder) {
    RunData data;
    data.processes.resize(2);
    data.processes[0].name = "small";
    data.processes[1].name = "large";
    const auto created = [&](std::uint32_t process, const char* method, const char* ns) {
        data.events.push_back(readEvent("created", {{"pid", "1"}, {"method", method}, {"median_ns", ns}}));
        data.events.back().process = process;
    };
    created(1, "fork", "900000");
    created(0, "fork", "120000");
    created(0, "vfork", "30000");
    created(1, "fork", "800000");
    const std::vector<Answer> answers = answersOf(data);
    ASSERT_EQ(answers.size(), 3U);
    EXPECT_EQ(AnswerWords::label(answers[0]), QStringLiteral("small: fork"));
    EXPECT_EQ(AnswerWords::value(answers[0]), QStringLiteral("120.0 µs"));
    EXPECT_EQ(AnswerWords::label(answers[2]), QStringLiteral("large: fork"));
    EXPECT_EQ(AnswerWords::value(answers[2]), QStringLiteral("800.0 µs"));
}

TEST(Answers, OfLargeFiguresThousandsAreToldApartAndOfNamesNot) {
    RunData data;
    data.processes.resize(1);
    const auto told = [&](const char* fact, std::vector<std::pair<std::string, std::string>> values) {
        values.emplace_back("pid", "1");
        data.events = {readEvent(fact, values)};
        data.events.back().process = 0;
        return AnswerWords::value(answersOf(data).at(0));
    };
    EXPECT_EQ(told("sum-kept", {{"found", "1000000"}}), QStringLiteral("1,000,000 / 1,000,000"));
    EXPECT_EQ(told("port-chosen", {{"port", "40115"}}), QStringLiteral("40115"));
}

// What was sent again is what it is about; what each of many links has lost stands in the table.
TEST(Answers, OfResendingTellNoLossOfLinks) {
    RunData data;
    data.processes.resize(1);
    data.processes[0].program = "reliable-sender";
    data.links.resize(1);
    data.links[0].counted = true;
    data.links[0].mechanism = "udp";
    EXPECT_TRUE(answersOf(data).empty());
    data.processes[0].program = "producer";
    EXPECT_EQ(answersOf(data).size(), 1U);
}

TEST_F(WindowAnswer, CopyOnWriteTellsBothValuesAndTheCopiedPagesInFront) {
    open(QStringLiteral("p14-copy-on-write"));
    EXPECT_TRUE(window().answer()->isVisible());
    EXPECT_EQ(window().answer()->count(), 0U);
    runToItsEnd();
    EXPECT_EQ(valueOf(QStringLiteral("parent: the variable holds")), QStringLiteral("100"));
    EXPECT_EQ(valueOf(QStringLiteral("writer: the variable holds")), QStringLiteral("200"));
    EXPECT_EQ(valueOf(QStringLiteral("writer: pages of its own")), QStringLiteral("1,024"));
    EXPECT_EQ(valueOf(QStringLiteral("reader: pages of its own")), QStringLiteral("0"));
    window().open(readPresetDocument(QStringLiteral("first")));
    EXPECT_FALSE(window().answer()->isVisible());
}

// Programs may tell much that is no answer: where nothing will be told, no room is kept for it.
TEST_F(WindowAnswer, NothingIsPromisedThatWillNotBeTold) {
    for (const char* id : {"p19-state-diagram", "p20-single-step", "m19-message-lengths"}) {
        open(QString::fromLatin1(id));
        EXPECT_FALSE(window().answer()->isVisible()) << id;
    }
}

TEST_F(WindowAnswer, WhatALinkLosesIsANumberInFrontAndOnItsPlate) {
    open(QStringLiteral("c-udp"));
    EXPECT_EQ(window().answer()->count(), 1U);
    EXPECT_EQ(window().answer()->valueAt(0), QString(QChar(0x2013)));
    session().setDuration(kNsPerSecond);
    startRun();
    ASSERT_TRUE(waitFor([&] { return session().state() == Run::State::Finished; }));
    const LinkData& link = run().links[0];
    const QString value = window().answer()->valueAt(0);
    const QString lost = QLocale().toString(static_cast<double>(link.lost), 'f', 0);
    EXPECT_TRUE(value.startsWith(lost + QStringLiteral(" of "))) << value.toStdString();
    const bool whole = link.lost + link.corrupted + link.duplicated == 0;
    EXPECT_TRUE(waitFor([&] { return window().canvas()->linkContent(0).problem.isEmpty() == whole; }));
    // All that came is counted to the last one, not rounded to thousands.
    const QString received = QLocale().toString(static_cast<double>(link.received), 'f', 0);
    EXPECT_EQ(window().canvas()->linkContent(0).fill, received + QStringLiteral(" received"));
}

TEST_F(WindowAnswer, WhatIsSharedTellsItsFigureInFrontOnceTheRunHasEnded) {
    open(QStringLiteral("m12-hand-off-futex"));
    ASSERT_EQ(window().answer()->count(), 1U);
    EXPECT_EQ(window().answer()->valueAt(0), QString(QChar(0x2013)));
    session().setDuration(kNsPerSecond / 2);
    runToItsEnd();
    EXPECT_EQ(window().answer()->labelAt(0), QStringLiteral("token: one hand-off, p50 / p99"));
    EXPECT_TRUE(window().answer()->valueAt(0).contains(QStringLiteral("s / ")))
        << window().answer()->valueAt(0).toStdString();
    window().open(readPresetDocument(QStringLiteral("m11-race-fixed")));
    runToItsEnd();
    EXPECT_EQ(valueOf(QStringLiteral("counter: updates lost")), QStringLiteral("0 of 40,000"));
}

TEST_F(WindowAnswer, MemoryIsDrawnWhereADocumentIsAboutMemory) {
    open(QStringLiteral("p1-memory-layout"));
    auto* memory = static_cast<CurveChart*>(window().charts()->chart(RunChart::Memory));
    EXPECT_FALSE(memory->isHidden());
    runToItsEnd();
    ASSERT_EQ(memory->curves().size(), 3U);
    for (const Curve& curve : memory->curves()) {
        ASSERT_FALSE(curve.series->empty());
        const SeriesStatistics whole = curve.series->statistics(run().startNs, run().endNs);
        EXPECT_GT(whole.max - whole.min, 24.0 * 1024 * 1024) << curve.name.toStdString();
    }
    EXPECT_EQ(window().answer()->count(), 3U);
    EXPECT_EQ(window().width(), 1280) << "long figures make the window no wider";
    EXPECT_LT(window().minimumSizeHint().width(), 1100);
    window().open(readPresetDocument(QStringLiteral("first")));
    EXPECT_TRUE(memory->isHidden());
    window().charts()->setChartShown(RunChart::Memory, true);
    EXPECT_FALSE(memory->isHidden());
    window().open(readPresetDocument(QStringLiteral("m3-memory-limit")));
    EXPECT_FALSE(memory->isHidden());
    EXPECT_EQ(window().answer()->labelAt(0), QStringLiteral("buffer: most queued"));
}

TEST_F(WindowAnswer, ABudgetTellsWhoWasKilledWhenAndHowMuchTheOthersHeld) {
    open(QStringLiteral("p18-importance"));
    EXPECT_FALSE(window().charts()->chart(RunChart::Memory)->isHidden());
    EXPECT_EQ(window().answer()->count(), 5U);
    runToItsEnd();
    ASSERT_EQ(window().answer()->count(), 5U);
    EXPECT_EQ(window().answer()->labelAt(0), QStringLiteral("foreground: most memory"));
    EXPECT_TRUE(window().answer()->labelAt(4).startsWith(QStringLiteral("empty: killed with ")))
        << window().answer()->labelAt(4).toStdString();
    EXPECT_TRUE(window().answer()->valueAt(4).endsWith(QStringLiteral(" s")));
}

}  // namespace
}  // namespace ipclab

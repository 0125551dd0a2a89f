// The texts of the engine are English; the Korean window shows none of it.
#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QTranslator>
#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <utility>

#include "bridge/words.h"
#include "core/sentences.h"
#include "links/registry.h"
#include "models/figures.h"
#include "models/mechanism_table.h"
#include "models/wait_table.h"
#include "plot/plain_tip.h"
#include "programs/answers.h"
#include "programs/registry.h"
#include "results/answers.h"
#include "results/event_text.h"
#include "runs/said.h"
#include "serving/registry.h"
#include "sync/registry.h"

namespace ipclab {
namespace {

using Texts = std::set<std::pair<const char*, std::string>>;  // TEXT(of, english)

// Besides the names of its values.
bool hasWords(std::string_view text) {
    bool inName = false;
    return std::ranges::any_of(text, [&](char c) {
        if (c == '{' || c == '}') inName = c == '{';
        return !inName && std::isalpha(static_cast<unsigned char>(c)) != 0;
    });
}

Texts textsOfTheEngine() {
    Texts texts;
    const auto add = [&](const char* of, std::initializer_list<std::string_view> all) {
        for (const std::string_view text : all) {
            if (hasWords(text)) texts.emplace(of, text);
        }
    };
    for (const Mechanism* it : allMechanisms()) add("mechanism", {it->info().name, it->info().models, it->info().note});
    for (const Primitive* it : allPrimitives()) add("primitive", {it->info().name, it->info().note});
    for (const Strategy* it : allStrategies()) add("strategy", {it->info().name, it->info().models, it->info().note});
    for (const Program* it : allPrograms()) add("program", {it->info().name, it->info().summary});
    for (const EventKindInfo& it : allEventKinds()) add(it.of, {it.sentence});
    for (const EventCase& it : allEventCases()) add("event", {it.sentence});
    for (const AnswerKind& it : allAnswerKinds()) add("answer", {it.label});
    for (const std::string_view it : allSentences()) add("sentence", {it});
    for (const char* it : translatableErrors()) add("error", {it});
    add("answer", {kLossLabel, kLossValue, kBacklogLabel, kSwitchLabel, kSwitchValue, kHandOffLabel, kCounterLabel,
                   kCounterValue, kBarrierLabel, kMemoryLabel, kBudgetKillLabel});
    return texts;
}

class InKorean : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(m_korean.load(QStringLiteral(":/translations/ipclab_ko.qm")));
        ASSERT_TRUE(QCoreApplication::installTranslator(&m_korean));
    }
    void TearDown() override { QCoreApplication::removeTranslator(&m_korean); }

    QTranslator m_korean;
};

TEST(Texts, WhatRoundsToNothingHasNoSign) {
    EXPECT_EQ(secondsText(-0.0002), QStringLiteral("0.000"));
    EXPECT_EQ(secondsText(-0.0006), QStringLiteral("-0.001"));
    EXPECT_EQ(secondsText(1.5, 1), QStringLiteral("1.5"));
}

TEST(Texts, OneMessageIsOne) {
    EXPECT_EQ(Words::messages(0).toStdString(), "0 messages");
    EXPECT_EQ(Words::messages(1).toStdString(), "1 message");
    EXPECT_EQ(Words::messages(12'000).toStdString(), "12,000 messages");
}

// A recording keeps why somebody waits, not how much lies there unread.
TEST(Texts, BytesThatNobodyIsWokenForAreCountedWhereTheirNumberIsKnown) {
    const RunData none;
    const Waiting counted{WaitReason::Stranded, 90}, recorded{WaitReason::Stranded};
    EXPECT_TRUE(Words::waitsFor(counted, none).contains("90"));
    EXPECT_TRUE(WaitTable::because(counted, none).contains("90"));
    EXPECT_EQ(Words::waitsFor(recorded, none).toStdString(),
              "another arrival: bytes wait unread, and nobody will be woken for them");
    EXPECT_EQ(WaitTable::because(recorded, none).toStdString(), "bytes wait unread, and nobody will be woken for them");
}

TEST_F(InKorean, EveryTextOfTheEngineIsTranslated) {
    for (const auto& [of, text] : textsOfTheEngine()) {
        EXPECT_FALSE(m_korean.translate(of, text.c_str()).isEmpty())
            << '"' << text << "\" is English in the Korean window: mark it where it stands, TEXT(\"" << of
            << "\", …), build the target update-translations and translate it";
    }
}

TEST_F(InKorean, TheTableOfMechanismsSaysWhatToKnowOfOne) {
    const MechanismTable table;
    for (int row = 0; row < table.rowCount(); ++row) {
        const MechanismInfo& info = table.mechanism(row).info();
        if (info.note.empty()) continue;
        const std::string english(info.note);
        const QString korean = m_korean.translate("mechanism", english.c_str());
        EXPECT_TRUE(table.detailsHtml(row).contains(markupText(korean))) << info.id;
        EXPECT_FALSE(table.detailsHtml(row).contains(markupText(QString::fromStdString(english)))) << info.id;
        if (!table.mechanism(row).availability().available) continue;
        EXPECT_TRUE(table.index(row, MechanismTable::Name).data(Qt::ToolTipRole).toString().contains(korean))
            << info.id;
    }
}

TEST_F(InKorean, ATextThatNobodyHasTranslatedIsShownInEnglish) {
    EXPECT_EQ(translated("program", "A newcomer's < note.").toStdString(), "A newcomer's < note.");
    EXPECT_EQ(Words::tip("program", "A newcomer's < note.").toStdString(), "<p>A newcomer&#39;s &lt; note.</p>");
    EXPECT_TRUE(translated("program", "").isEmpty());
    EXPECT_TRUE(Words::tip("program", "").isEmpty());
}

}  // namespace
}  // namespace ipclab

// The registries are English; the Korean window shows none of it.
#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QTranslator>
#include <set>
#include <string>

#include "bridge/registry_words.h"
#include "plot/plain_tip.h"
#include "links/registry.h"
#include "models/mechanism_table.h"
#include "programs/registry.h"
#include "sync/registry.h"

namespace ipclab {
namespace {

std::set<std::string> textsOfTheRegistries() {
    std::set<std::string> texts;
    const auto add = [&](std::string_view text) {
        if (!text.empty()) texts.emplace(text);
    };
    for (const Mechanism* mechanism : allMechanisms()) {
        const MechanismInfo& info = mechanism->info();
        for (const std::string_view text : {info.name, info.models, info.note}) add(text);
    }
    for (const Primitive* primitive : allPrimitives()) {
        for (const std::string_view text : {primitive->info().name, primitive->info().note}) add(text);
    }
    for (const Program* program : allPrograms()) {
        for (const std::string_view text : {program->info().name, program->info().summary}) add(text);
    }
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

TEST_F(InKorean, EveryTextOfARegistryIsTranslated) {
    for (const std::string& text : textsOfTheRegistries()) {
        EXPECT_FALSE(m_korean.translate("ipclab::Registry", text.c_str()).isEmpty())
            << '"' << text << "\" is English in the Korean window: list it in widgets/bridge/registry_words.cpp, and "
            << "translate it in resources/translations/ipclab_ko.ts";
    }
}

TEST_F(InKorean, NothingIsListedThatNoRegistryHas) {
    const std::set<std::string> texts = textsOfTheRegistries();
    for (const char* listed : RegistryWords::listed()) EXPECT_TRUE(texts.contains(listed)) << listed;
    EXPECT_EQ(RegistryWords::listed().size(), texts.size());
}

TEST_F(InKorean, TheTableOfMechanismsSaysWhatToKnowOfOne) {
    const MechanismTable table;
    for (int row = 0; row < table.rowCount(); ++row) {
        const MechanismInfo& info = table.mechanism(row).info();
        if (info.note.empty()) continue;
        const std::string english(info.note);
        const QString korean = m_korean.translate("ipclab::Registry", english.c_str());
        EXPECT_TRUE(table.detailsHtml(row).contains(markupText(korean))) << info.id;
        EXPECT_FALSE(table.detailsHtml(row).contains(markupText(QString::fromStdString(english)))) << info.id;
        if (!table.mechanism(row).availability().available) continue;
        EXPECT_TRUE(table.index(row, MechanismTable::Name).data(Qt::ToolTipRole).toString().contains(korean))
            << info.id;
    }
}

TEST_F(InKorean, ATextThatNobodyHasTranslatedIsShownInEnglish) {
    EXPECT_EQ(RegistryWords::text("A newcomer's < note.").toStdString(), "A newcomer's < note.");
    EXPECT_EQ(RegistryWords::tip("A newcomer's < note.").toStdString(), "<p>A newcomer&#39;s &lt; note.</p>");
    EXPECT_TRUE(RegistryWords::text("").isEmpty());
    EXPECT_TRUE(RegistryWords::tip("").isEmpty());
}

}  // namespace
}  // namespace ipclab

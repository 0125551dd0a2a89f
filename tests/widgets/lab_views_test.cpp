// The page of an exercise: its texts, its order of keys, in two languages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QTranslator>

#include "exercises/library.h"
#include "lab_views/hand_in_question.h"
#include "lab_views/lab_page.h"
#include "lab_views/lab_text.h"
#include "lab_views/lab_words.h"
#include "lab_views/prediction_chart.h"
#include "lab_views/prediction_editor.h"

namespace ipclab {
namespace {

using testing::HasSubstr;

TEST(LabText, NoPictureOfSomebodyElsesIsLookedFor) {
    const QString text =
        richTextOf(QStringLiteral("one ![a](/dev/zero) two <img src=\"/dev/zero\"> three\n\n![b](b.png)"));
    EXPECT_FALSE(text.contains(QStringLiteral("<img"))) << text.toStdString();
    for (const char* word : {"one", "two", "three"}) EXPECT_THAT(text.toStdString(), HasSubstr(word));
}

// As wide as the page is at its narrowest; letters of Korean count twice.
TEST(LabText, NoLineOfCodeOfAnExerciseIsBroken) {
    constexpr int kColumns = 44;
    for (const auto& id : allLabIds()) {
        const LabTexts texts = *embeddedLab(id);
        for (const auto& [language, markdown] : texts.markdown) {
            bool isCode = false;
            for (const QString& line : QString::fromStdString(markdown).split(QLatin1Char('\n'))) {
                if (line.startsWith(QStringLiteral("```"))) isCode = !isCode;
                const auto wide =
                    std::ranges::count_if(line, [](QChar c) { return c.script() == QChar::Script_Hangul; });
                EXPECT_TRUE(!isCode || line.size() + wide <= kColumns)
                    << id << ' ' << language << ": " << line.toStdString();
            }
        }
    }
}

TEST(LabText, BetweenBackticksStandsCodeAndNothingElseIsMarkup) {
    const QString text = QStringLiteral("`kill -l` shows <b>5 & 6</b>,\na ` alone");
    EXPECT_EQ(richLineOf(text),
              QStringLiteral("<code>kill -l</code> shows &lt;b&gt;5 &amp; 6&lt;/b&gt;,<br>a ` alone"));
    EXPECT_EQ(plainLineOf(text), QStringLiteral("kill -l shows <b>5 & 6</b>,\na ` alone"));
}

TEST(LabText, ANumberStaysWithItsUnit) {
    const QString bound(QChar::Nbsp);
    EXPECT_EQ(richLineOf(QStringLiteral("0.2 s, 97 %, 5 sends")),
              QStringLiteral("0.2%1s, 97%1%, 5 sends").replace(QStringLiteral("%1"), bound));
    EXPECT_EQ(richLineOf(QString::fromUtf8("64 KiB에 97 %였습니다")),
              QString::fromUtf8("64~KiB에 97~%였습니다").replace(QLatin1Char('~'), bound));
}

// A narrow column has no room for the way in that a list has of itself.
TEST(LabText, AListStandsNearTheEdge) {
    QTextDocument shown;
    shown.setHtml(richTextOf(QStringLiteral("Choose\n\n- one\n- two\n")));
    const QTextBlock item = shown.findBlockByNumber(1);
    ASSERT_NE(item.textList(), nullptr);
    EXPECT_LT(item.blockFormat().leftMargin(), 0);
}

TEST(LabText, WhatIsQuotedEndsNoSentence) {
    EXPECT_EQ(quoted(QStringLiteral("It is lost.")), QStringLiteral("“It is lost”"));
    EXPECT_EQ(quoted(QStringLiteral("It is lost")), QStringLiteral("“It is lost”"));
}

TEST(LabText, AnOptionIsNamedByWhatStandsBeforeItsColon) {
    EXPECT_EQ(nameIn(QStringLiteral("poller: asks, then waits")), QStringLiteral("poller"));
    EXPECT_EQ(nameIn(QStringLiteral("the child")), QStringLiteral("the child"));
}

TEST(LabPage, KeysGoFromAboveToBelow) {
    const QTemporaryDir home;
    LabSession labs(home.path().toStdString());
    LabPage page(labs);
    labs.open("m10-busy-waiting");
    page.resize(330, 1400);
    page.show();
    int above = -1;
    bool ran = false;
    for (QWidget* part = page.againButton()->nextInFocusChain(); part != page.againButton();
         part = part->nextInFocusChain()) {
        if (!part->isVisible() || (part->focusPolicy() & Qt::TabFocus) == 0 || !page.isAncestorOf(part)) continue;
        const int y = part->mapTo(&page, QPoint()).y();
        if (y < above) break;  // round again
        above = y;
        ran = ran || part == page.nextButton();
    }
    EXPECT_TRUE(ran) << "the foot comes behind what is predicted";
}

TEST(LabPage, WhatIsOpenIsSaidBeforeItIsHandedIn) {
    const QTemporaryDir home;
    LabSession labs(home.path().toStdString());
    LabPage page(labs);
    labs.open("p12-forks");
    labs.goTo(labs.lab().steps.size() - 1);
    page.show();
    int handedIn = 0;
    QObject::connect(&page, &LabPage::handInWanted, [&] { ++handedIn; });
    page.nextButton()->click();
    ASSERT_TRUE(page.question()->isVisible()) << "nothing of it was done";
    EXPECT_EQ(handedIn, 0);
    EXPECT_EQ(page.question()->open().size(), 3) << page.question()->open().join('\n').toStdString();
    const auto says = [&](const char* text) {
        return page.question()->findChild<QLabel*>()->text().contains(QLatin1String(text));
    };
    EXPECT_TRUE(says("Your name is missing"));
    labs.setStudent("Lee");
    labs.keepPending();
    EXPECT_FALSE(says("Your name is missing")) << "what is done meanwhile is open no more";
    page.question()->back()->click();
    EXPECT_FALSE(page.question()->isVisible());
    EXPECT_EQ(handedIn, 0);
    labs.setStudent("Kim Hana");
    EXPECT_EQ(page.question()->open().size(), 2) << "the name is there";
    page.nextButton()->click();
    page.question()->allTheSame()->click();
    EXPECT_EQ(handedIn, 1);
    EXPECT_FALSE(page.question()->isVisible());
}

TEST(LabPage, ANameIsWrittenOnceForAllExercises) {
    const QTemporaryDir home;
    {
        LabSession labs(home.path().toStdString());
        labs.open("p12-forks");
        labs.setStudent("김하나");
        labs.open("m10-busy-waiting");
        EXPECT_EQ(labs.work().student, "김하나");
    }
    LabSession tomorrow(home.path().toStdString());
    tomorrow.open("p10-cores");
    EXPECT_EQ(tomorrow.work().student, "김하나");
}

TEST(LabPage, AnotherLanguageLosesNothing) {
    const QTemporaryDir home;
    LabSession labs(home.path().toStdString());
    LabPage page(labs);
    labs.open("p12-forks");
    page.show();
    page.predictions().front()->findChild<QDoubleSpinBox*>()->setValue(6);
    labs.goTo(1);
    QTest::keyClicks(page.words()->answer(0), QStringLiteral("two"));
    QTranslator korean;
    ASSERT_TRUE(korean.load(":/translations/ipclab_ko.qm"));
    QCoreApplication::installTranslator(&korean);
    QCoreApplication::sendPostedEvents();
    EXPECT_EQ(unitBehind(labs.lab().steps[0].predictions[0]), QStringLiteral("개")) << "a counter stands at its number";
    EXPECT_EQ(page.words()->answer(0)->toPlainText(), "two");
    EXPECT_NE(page.runButton()->text(), "Run this step");
    const auto* words = page.words();
    QTest::keyClicks(page.words()->answer(0), QStringLiteral(" more"));
    EXPECT_EQ(page.words(), words) << "the same field is typed into";
    EXPECT_EQ(labs.work().words.at("why"), "two more");
    labs.goTo(0);
    EXPECT_EQ(labs.work().predictions.at("processes"), LabAnswer{6});
    QCoreApplication::removeTranslator(&korean);
}

}  // namespace
}  // namespace ipclab

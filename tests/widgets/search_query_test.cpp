// What is typed, and what it finds.
#include <gtest/gtest.h>

#include "models/search_query.h"

namespace ipclab {
namespace {

int score(const char16_t* typed, const char16_t* name, const char16_t* text = u"") {
    return SearchQuery(QString::fromUtf16(typed)).score({QString::fromUtf16(name)}, {QString::fromUtf16(text)});
}

TEST(SearchQuery, FindsByEveryWordInAnyOrder) {
    EXPECT_GT(score(u"chart save", u"Save chart"), 0);
    EXPECT_GT(score(u"SAVE", u"Save chart"), 0);
    EXPECT_GT(score(u"file save", u"Save chart", u"File"), 0);
    EXPECT_EQ(score(u"save window", u"Save chart"), 0);
    EXPECT_GT(score(u"", u"Save chart"), 0);
}

TEST(SearchQuery, FindsWhatIsShortened) {
    EXPECT_GT(score(u"svch", u"Save chart"), 0);
    EXPECT_GT(score(u"sc", u"Save chart"), 0);
    EXPECT_EQ(score(u"hcevas", u"Save chart"), 0);
    EXPECT_EQ(score(u"ave art x", u"Save chart"), 0);
    EXPECT_EQ(score(u"svch", u"", u"Save chart"), 0) << "what is said of it is not shortened";
}

TEST(SearchQuery, PutsTheWholeNameFirstThenItsBeginningThenAWordThenWhatIsInside) {
    EXPECT_GT(score(u"pipe", u"pipe"), score(u"pipe", u"pipe of two"));
    EXPECT_GT(score(u"pipe", u"pipe of two"), score(u"pipe", u"a pipe"));
    EXPECT_GT(score(u"pipe", u"a pipe"), score(u"pipe", u"bagpipe"));
    EXPECT_GT(score(u"pipe", u"bagpipe"), score(u"pipe", u"other", u"a pipe"));
}

TEST(SearchQuery, FindsKoreanByUnfinishedSyllablesAndFirstConsonants) {
    EXPECT_GT(score(u"화며", u"전체 화면"), 0);
    EXPECT_GT(score(u"ㅈㅊㅎㅁ", u"전체 화면"), 0);
    EXPECT_GT(score(u"ㅎㅁ", u"전체 화면"), 0);
    EXPECT_EQ(score(u"화명", u"전체 화면"), 0) << "this one is finished";
    EXPECT_EQ(score(u"ㅂ", u"전체 화면"), 0);
}

TEST(SearchQuery, TellsWhichLettersWereFound) {
    const auto places = SearchQuery(QStringLiteral("chart")).placesIn(QStringLiteral("Save chart"));
    EXPECT_EQ(places, (QList<int>{5, 6, 7, 8, 9}));
    EXPECT_TRUE(SearchQuery(QStringLiteral("window")).placesIn(QStringLiteral("Save chart")).isEmpty());
}

}  // namespace
}  // namespace ipclab

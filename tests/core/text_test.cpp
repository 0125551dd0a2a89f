// Text from outside: on a terminal, in markup, in a CSV file.
#include <gtest/gtest.h>

#include "core/csv_cell.h"
#include "core/markup.h"
#include "core/utf8.h"

namespace ipclab::test {
namespace {

TEST(Printable, LeavesNothingThatSteersATerminal) {
    EXPECT_EQ(printable("plain, 가나 → ✓"), "plain, 가나 → ✓");
    EXPECT_EQ(printable("a\x1b[31mb\x07"), "a?[31mb?");
    EXPECT_EQ(printable("two\nlines\tand a tab"), "two lines and a tab");
    EXPECT_EQ(printable("c1 \xC2\x9B end"), "c1 ? end");
    EXPECT_EQ(printable("turned \xE2\x80\xAE back \xE2\x81\xA6 \xE2\x80\xA8"), "turned ? back ? ?");
    EXPECT_EQ(printable("broken \xFF\xC3"), "broken ??");
    EXPECT_EQ(printable(std::string_view("nul\0", 4)), "nul?");
}

TEST(Printable, ExcerptsEndAtACharacter) {
    EXPECT_EQ(excerpt("short", 5), "short");
    EXPECT_EQ(excerpt("longer", 3), "lon…");
    EXPECT_EQ(excerpt("가나다", 4), "가…");
}

TEST(Markup, EscapesWhatHasAMeaning) {
    EXPECT_EQ(markupText("<script>a & 'b' \"c\"</script>"),
              "&lt;script&gt;a &amp; &#39;b&#39; &quot;c&quot;&lt;/script&gt;");
    EXPECT_EQ(markupText("가나 \t\n"), "가나 \t\n");
}

TEST(Markup, HasNoCharacterThatXmlForbids) {
    EXPECT_EQ(markupText("a\x1b\x01z"), "a\uFFFD\uFFFDz");
    EXPECT_EQ(markupText(std::string_view("\0", 1)), "\uFFFD");
    EXPECT_EQ(markupText("\xEF\xBF\xBE\xEF\xBF\xBF\xFF"), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(markupText("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD") << "half of a surrogate pair, in bytes";
    EXPECT_EQ(withoutForbidden("<a>\x02</a>"), "<a>\uFFFD</a>");
}

TEST(CsvCell, QuotesOnlyWhatMustBe) {
    EXPECT_EQ(csvCell("plain text"), "plain text");
    EXPECT_EQ(csvCell("a,b"), "\"a,b\"");
    EXPECT_EQ(csvCell("say \"x\""), "\"say \"\"x\"\"\"");
    EXPECT_EQ(csvCell("two\nlines"), "\"two\nlines\"");
}

TEST(CsvCell, IsNoFormula) {
    EXPECT_EQ(csvCell("=1+1"), "'=1+1");
    EXPECT_EQ(csvCell("@SUM(A1,A2)"), "\"'@SUM(A1,A2)\"");
    EXPECT_EQ(csvCell("-x"), "'-x");
    EXPECT_EQ(csvCell("+x"), "'+x");
    EXPECT_EQ(csvCell("a=b"), "a=b");
}

}  // namespace
}  // namespace ipclab::test

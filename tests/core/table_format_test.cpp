// Tables for other programs: whatever a cell holds means itself there.
#include "core/table_format.h"

#include <gtest/gtest.h>

namespace ipclab {
namespace {

std::string csv(std::string_view text) { return formattedCell(text, TableFormat::Csv); }
std::string markdown(std::string_view text) { return formattedCell(text, TableFormat::Markdown); }
std::string latex(std::string_view text) { return formattedCell(text, TableFormat::Latex); }

TEST(TableFormat, CsvQuotesWhatItHasTo) {
    EXPECT_EQ(csv("plain text"), "plain text");
    EXPECT_EQ(csv("a,b"), "\"a,b\"");
    EXPECT_EQ(csv("a \"b\""), "\"a \"\"b\"\"\"");
    EXPECT_EQ(csv("two\nlines"), "\"two\nlines\"");
    EXPECT_EQ(csv("=1+2"), "'=1+2") << "no formula";
    EXPECT_EQ(csv("-3.5"), "-3.5") << "a number is no formula";
    EXPECT_EQ(csv("-rm"), "'-rm");
}

TEST(TableFormat, MarkdownKeepsEveryCellACell) {
    EXPECT_EQ(markdown("a|b"), "a\\|b");
    EXPECT_EQ(markdown("a\\|b"), "a\\\\\\|b") << "a backslash does not take the bar's away";
    EXPECT_EQ(markdown("links.*.mechanism"), "links.\\*.mechanism");
    EXPECT_EQ(markdown("`x` <b> & c"), "\\`x\\` &lt;b> &amp; c");
    EXPECT_EQ(markdown("two\nlines\there"), "two lines here");
    EXPECT_EQ(markdown("  child"), "&emsp;child");
}

TEST(TableFormat, LatexHasNoSpecialCharacterLeft) {
    EXPECT_EQ(latex("50 % of $5 & #1_a"), "50 \\% of \\$5 \\& \\#1\\_a");
    EXPECT_EQ(latex("{x}\\y"), "\\{x\\}\\textbackslash{}y");
    EXPECT_EQ(latex("~^<>|"), "\\textasciitilde{}\\textasciicircum{}\\textless{}\\textgreater{}\\textbar{}");
    EXPECT_EQ(latex("1.2 µs – 3 × 4 ≤ 5"), "1.2 \\textmu{}s -- 3 $\\times$ 4 $\\le$ 5");
    EXPECT_EQ(latex("a→b"), "a$\\to$b");
    EXPECT_EQ(latex("파이프"), "파이프") << "letters stay";
    EXPECT_EQ(latex("[1 2]"), "{[}1 2]") << "behind the end of a row a bracket would be its option";
    EXPECT_EQ(latex("*"), "{*}");
    EXPECT_EQ(latex("two\nlines"), "two lines");
    EXPECT_EQ(latex("  child"), "\\quad child");
    EXPECT_EQ(latex("\xff"), "\xff") << "what is no character does not stop it";
}

TEST(TableFormat, FiguresStandToTheRight) {
    const std::vector<std::string> titles{"mechanism", "messages/s", "bytes"};
    const std::vector<std::vector<std::string>> rows{{"pipe", "1.9 M", "64"}, {"tcp", "–", "−4,096"}};
    EXPECT_EQ(formattedTable(titles, rows, TableFormat::Markdown),
              "| mechanism | messages/s | bytes |\n|---|---:|---:|\n| pipe | 1.9 M | 64 |\n| tcp | – | −4,096 |\n");
    EXPECT_EQ(formattedTable(titles, rows, TableFormat::Latex),
              "\\begin{tabular}{lrr}\n\\hline\nmechanism & messages/s & bytes \\\\\n\\hline\npipe & 1.9 M & 64 \\\\\n"
              "tcp & -- & $-$4,096 \\\\\n\\hline\n\\end{tabular}\n");
    EXPECT_EQ(formattedTable(titles, rows, TableFormat::Csv),
              "mechanism,messages/s,bytes\r\npipe,1.9 M,64\r\ntcp,–,\"−4,096\"\r\n");
    EXPECT_EQ(formattedTable(titles, {}, TableFormat::TabSeparated), "mechanism\tmessages/s\tbytes\n");
}

}  // namespace
}  // namespace ipclab

// The author's words: Markdown without markup of its own, and the file they are kept in.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "report/markdown.h"
#include "report/notes_file.h"
#include "runs/temp_dir.h"

namespace ipclab::test {
namespace {

using testing::HasSubstr;

template <typename Block>
std::vector<Block> allOf(const std::vector<ReportBlock>& blocks) {
    std::vector<Block> found;
    for (const ReportBlock& block : blocks)
        if (const auto* one = std::get_if<Block>(&block)) found.push_back(*one);
    return found;
}

QString textOf(const std::vector<ReportBlock>& blocks) {
    QString all;
    for (const auto& paragraph : allOf<ReportParagraph>(blocks)) all += plainTextOf(paragraph.text) + '\n';
    return all;
}

TEST(Markdown, IsTextWithAnAppearance) {
    const auto blocks = blocksOfMarkdown("# Seen\n\nIt **waits** *often*, see `blocked_send_s`.\n\n> quoted\n");
    const auto headings = allOf<ReportHeading>(blocks);
    ASSERT_EQ(headings.size(), 1U);
    EXPECT_EQ(headings[0].level, 3) << "below the section's own";
    EXPECT_FALSE(headings[0].text.front().bold);
    const auto paragraphs = allOf<ReportParagraph>(blocks);
    ASSERT_EQ(paragraphs.size(), 2U);
    const auto has = [&](const QString& text, bool ReportSpan::*look) {
        return std::ranges::any_of(paragraphs[0].text,
                                   [&](const ReportSpan& span) { return span.text == text && span.*look; });
    };
    EXPECT_TRUE(has("waits", &ReportSpan::bold));
    EXPECT_TRUE(has("often", &ReportSpan::italic));
    EXPECT_TRUE(has("blocked_send_s", &ReportSpan::code));
    EXPECT_EQ(paragraphs[1].kind, ReportParagraph::Kind::Quote);
}

TEST(Markdown, HasNoMarkupOfItsOwn) {
    const auto blocks = blocksOfMarkdown(
        "a <b>bold</b> <script>alert(1)</script> <img src=x onerror=y>\n\n"
        "<div>block</div>\n\n"
        "![a picture](file:///etc/passwd) ![](https://example.org/x.png)\n");
    const std::string text = textOf(blocks).toStdString();
    EXPECT_THAT(text, HasSubstr("<b>bold</b>")) << "as it was written";
    EXPECT_THAT(text, HasSubstr("<script>alert(1)</script>"));
    EXPECT_THAT(text, HasSubstr("<div>block</div>"));
    EXPECT_THAT(text, HasSubstr("[picture: a picture]"));
    EXPECT_TRUE(allOf<ReportFigure>(blocks).empty());
}

TEST(Markdown, LinksLeadToTheWebOrNowhere) {
    const auto blocks = blocksOfMarkdown(
        "[web](https://example.org/a?b=c) [js](javascript:alert(1)) [file](file:///etc/passwd) [rel](other.md)\n");
    QStringList links;
    for (const auto& paragraph : allOf<ReportParagraph>(blocks))
        for (const ReportSpan& span : paragraph.text)
            if (!span.link.isEmpty()) links << span.link;
    EXPECT_EQ(links, QStringList{"https://example.org/a?b=c"});
}

TEST(Markdown, HasListsTablesAndCode) {
    const auto blocks = blocksOfMarkdown(
        "1. one\n2. two\n   - nested\n\n| rate | waits |\n|-----:|:------|\n| 1000 | no |\n\n"
        "```\nwrite(fd);\n\nread(fd);\n```\n");
    const auto lists = allOf<ReportList>(blocks);
    ASSERT_EQ(lists.size(), 1U);
    ASSERT_EQ(lists[0].items.size(), 3U);
    EXPECT_EQ(lists[0].items[1].marker, "2.");
    EXPECT_EQ(lists[0].items[2].depth, 1);
    const auto tables = allOf<ReportTable>(blocks);
    ASSERT_EQ(tables.size(), 1U);
    EXPECT_TRUE(tables[0].columns[0].number);
    EXPECT_FALSE(tables[0].columns[1].number);
    EXPECT_EQ(tables[0].rows, (std::vector<QStringList>{{"1000", "no"}}));
    const auto codes = allOf<ReportCode>(blocks);
    ASSERT_EQ(codes.size(), 1U);
    EXPECT_EQ(codes[0].text, "write(fd);\n\nread(fd);");
}

TEST(NotesFile, GivesBackWhatWasWritten) {
    const TempDir dir;
    const ReportNotes notes{"Pipes", "김민지", "When does it wait?", "# Seen\n\nIt waits."};
    const auto path = notesBeside(dir / "first.ipclab");
    EXPECT_EQ(path.filename(), "first.ipclab.notes.md");
    EXPECT_TRUE(readNotes(path).isEmpty()) << "there is none yet";
    writeNotes(path, notes);
    EXPECT_EQ(readNotes(path), notes);
    EXPECT_THAT(contentOf(path), testing::StartsWith("---\ntitle: Pipes\n"));
    writeNotes(path, {});
    EXPECT_FALSE(std::filesystem::exists(path)) << "nothing written leaves no file";
}

TEST(NotesFile, IsPlainMarkdownWithoutAHead) {
    EXPECT_EQ(notesOfText("Just text\n").text, "Just text");
    const QString rule = "---\nnot a field at all\n---\n";
    EXPECT_EQ(notesOfText(rule).text, rule.trimmed()) << "a line of its own, not a head";
    const ReportNotes begins{{}, {}, {}, "---\ntitle: of the text\n---"};
    EXPECT_EQ(notesOfText(textOfNotes(begins)), begins);
    EXPECT_EQ(notesOfText("---\r\nauthor: A\r\n---\r\nText\r\n").author, "A");
}

TEST(NotesFile, RefusesWhatIsNoText) {
    const TempDir dir;
    std::ofstream(dir / "a.notes.md") << "caf\xe9";
    EXPECT_THROW((void)readNotes(dir / "a.notes.md"), std::runtime_error);
    std::ofstream(dir / "b.notes.md") << std::string((1 << 20) + 5, 'x');
    EXPECT_THROW((void)readNotes(dir / "b.notes.md"), std::runtime_error);
}

}  // namespace
}  // namespace ipclab::test

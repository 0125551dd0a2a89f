// Where things stand in a text.
#include "document/json_text.h"

#include <gmock/gmock.h>

namespace ipclab::test {

namespace {

constexpr TextLimits kLimits{1U << 20U, 16, 256};

std::pair<unsigned, unsigned> place(std::string_view text, const std::string& pointer) {
    std::vector<Problem> problems{{pointer, 0, 0, "", Severity::Error}};
    locateProblems(text, problems);
    return {problems[0].line, problems[0].column};
}

using Place = std::pair<unsigned, unsigned>;

constexpr std::string_view kText =
    "\n"
    "{ \"a\": [1, {\"b\": \"x\\\"]}\"},\n"
    "\t  -2.5e3 , [ ] ,true],\r\n"
    "  \"c/d~\" : { } , \"\":null,\n"
    "\"\\u0065\":\n"
    "  \"가나\", \"f\": 6 }\n";

TEST(Positions, OfEveryKindOfValue) {
    EXPECT_EQ(place(kText, ""), Place(2, 1));
    EXPECT_EQ(place(kText, "/a"), Place(2, 8));
    EXPECT_EQ(place(kText, "/a/0"), Place(2, 9));
    EXPECT_EQ(place(kText, "/a/1"), Place(2, 12));
    EXPECT_EQ(place(kText, "/a/1/b"), Place(2, 18));
    EXPECT_EQ(place(kText, "/a/2"), Place(3, 4));
    EXPECT_EQ(place(kText, "/a/3"), Place(3, 13));
    EXPECT_EQ(place(kText, "/a/4"), Place(3, 18));
    EXPECT_EQ(place(kText, "/c~1d~0"), Place(4, 12));
    EXPECT_EQ(place(kText, "/"), Place(4, 21));
    EXPECT_EQ(place(kText, "/e"), Place(6, 3));
    EXPECT_EQ(place(kText, "/f"), Place(6, 14)) << "in characters, not bytes";
}

TEST(Positions, WhatIsMissingStandsWhereItWouldBe) {
    EXPECT_EQ(place(kText, "/a/1/missing"), Place(2, 12));
    EXPECT_EQ(place(kText, "/a/9"), Place(2, 8));
    EXPECT_EQ(place(kText, "/nothing/at/all"), Place(2, 1));
}

TEST(Positions, LinesAlreadyKnownStay) {
    std::vector<Problem> problems{{"/a", 7, 3, "", Severity::Error}};
    locateProblems(kText, problems);
    EXPECT_EQ(problems[0].line, 7U);
}

TEST(ParseText, ReadsWhatIsSound) {
    const ParsedText parsed = parseText(kText, kLimits);
    ASSERT_TRUE(parsed.json);
    EXPECT_TRUE(parsed.problems.empty());
    EXPECT_EQ(parsed.json->at("e"), "가나");
}

TEST(ParseText, SameKeyInDifferentObjectsIsNoDuplicate) {
    EXPECT_TRUE(parseText(R"([{"a":{"a":1}},{"a":2}])", kLimits).problems.empty());
}

TEST(ParseText, BracketsInsideStringsDoNotNest) {
    EXPECT_TRUE(parseText("\"" + std::string(1000, '[') + "\"", kLimits).json);
    EXPECT_TRUE(parseText(R"(["\\", "\"[[[[[[[[[[[[[[[[[[[[[["])", kLimits).json);
}

std::string refusalOf(std::string_view text) {
    const ParsedText parsed = parseText(text, kLimits);
    EXPECT_FALSE(parsed.json);
    return parsed.problems.empty() ? "was read" : parsed.problems.front().message;
}

TEST(ParseText, ReadsAllOfATextOrNothing) {
    using testing::HasSubstr;
    EXPECT_THAT(refusalOf(std::string_view("{}\0{}", 5)), HasSubstr("0x00"));
    EXPECT_THAT(refusalOf(std::string_view("{}\0", 3)), HasSubstr("0x00"));
    EXPECT_TRUE(parseText("\xEF\xBB\xBF{}", kLimits).json);
    EXPECT_THAT(refusalOf("\xEF\xBB\xBF\xEF\xBB\xBF{}"), HasSubstr("second byte order mark"));
    EXPECT_THAT(refusalOf("{} {}"), HasSubstr("remove what stands behind it"));
    EXPECT_THAT(refusalOf("{ \"a\": [1, 2"), HasSubstr("ends too early"));
}

TEST(ParseText, QuotesALongMistakeShortly) {
    const std::string said = refusalOf("{\"a\": \"" + std::string(100'000, 'x') + "\n\"}");
    EXPECT_LT(said.size(), 400U) << said.substr(0, 400);
    EXPECT_THAT(said, testing::HasSubstr("last read: '…xxx"));
}

TEST(FormatProblem, IsOneShortLineWhateverTheDocumentHolds) {
    const Problem problem{"/a\x1b[31m\n" + std::string(10'000, 'k'), 1, 1, "said \x1b\n" + std::string(100'000, 'm'),
                          Severity::Error};
    const std::string line = formatProblem("x\x1b.json", problem);
    EXPECT_THAT(line, testing::StartsWith("x?.json:1: /a?[31m kkk"));
    EXPECT_LT(line.size(), 5000U);
    EXPECT_EQ(line.find_first_of("\n\x1b"), std::string::npos);
}

TEST(ParseText, DepthIsExact) {
    EXPECT_TRUE(parseText(std::string(16, '[') + std::string(16, ']'), kLimits).json);
    EXPECT_FALSE(parseText(std::string(17, '[') + std::string(17, ']'), kLimits).json);
}

}  // namespace

}  // namespace ipclab::test

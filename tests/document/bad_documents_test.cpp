// Every kind of bad file, each with the place and the words a person needs to mend it.
#include <gmock/gmock.h>

#include "bad_documents.h"

namespace ipclab::test {

namespace {

class BadDocuments : public testing::TestWithParam<BadDocument> {};

bool fits(const BadDocument& bad, const Problem& problem) {
    if (problem.pointer != bad.pointer || problem.line != bad.line || problem.severity != bad.severity) return false;
    return std::all_of(bad.words.begin(), bad.words.end(),
                       [&](const std::string& word) { return problem.message.find(word) != problem.message.npos; });
}

TEST_P(BadDocuments, IsAnsweredWithPlaceAndAdvice) {
    const BadDocument& bad = GetParam();
    const ReadResult result = readExperiment(replaced(kSound, bad.from, bad.to), "bad.ipclab.json");
    const auto count = std::count_if(result.problems.begin(), result.problems.end(),
                                     [&](const Problem& problem) { return fits(bad, problem); });
    EXPECT_EQ(count, 1) << "wanted " << bad.pointer << " at line " << bad.line << " with "
                        << testing::PrintToString(bad.words) << ", problems:" << listed(result.problems);
    EXPECT_EQ(result.problems.size(), 1U) << "one mistake, one problem:" << listed(result.problems);
    for (const Problem& problem : result.problems) EXPECT_GT(problem.column, 0U) << problem.message;
}

INSTANTIATE_TEST_SUITE_P(Syntax, BadDocuments, testing::ValuesIn(kSyntax), [](auto& i) { return i.param.name; });
INSTANTIATE_TEST_SUITE_P(Fields, BadDocuments, testing::ValuesIn(kFields), [](auto& i) { return i.param.name; });
INSTANTIATE_TEST_SUITE_P(Values, BadDocuments, testing::ValuesIn(kValues), [](auto& i) { return i.param.name; });
INSTANTIATE_TEST_SUITE_P(Meaning, BadDocuments, testing::ValuesIn(kMeaning), [](auto& i) { return i.param.name; });

TEST(BadFiles, EmptyText) {
    const ReadResult result = readExperiment("", "x");
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_FALSE(result.experiment);
    EXPECT_EQ(result.problems[0].line, 1U);
    EXPECT_THAT(result.problems[0].message, testing::HasSubstr("end of input"));
}

TEST(BadFiles, TooLarge) {
    const ReadResult result = readExperiment(std::string((4U << 20) + 1, ' '), "x");
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_THAT(result.problems[0].message, testing::HasSubstr("at most 4194304"));
}

TEST(BadFiles, AlmostTooLargeIsReadInTime) {
    const std::string padding((4U << 20) - kSound.size(), ' ');
    EXPECT_TRUE(readExperiment(kSound + padding, "x").experiment);
}

TEST(BadFiles, Utf16) {
    const ReadResult result = readExperiment(std::string("\xFF\xFE{\0}\0", 6), "x");
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_THAT(result.problems[0].message, testing::HasSubstr("Save the file as UTF-8"));
}

TEST(BadFiles, TopLevelIsAnArray) {
    const ReadResult result = readExperiment("[]", "x");
    ASSERT_FALSE(result.problems.empty());
    EXPECT_THAT(result.problems[0].message, testing::HasSubstr("an object"));
}

TEST(BadFiles, TooManyKeysInOneObject) {
    std::string keys;
    for (int i = 0; i < 100'000; ++i) keys += "\"k" + std::to_string(i) + "\":1,";
    const ReadResult result = readExperiment("{" + keys + "\"last\":1}", "x");
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_THAT(result.problems[0].message, testing::HasSubstr("256"));
}

TEST(BadFiles, TooManyProcesses) {
    std::string processes;
    for (int i = 0; i < 4097; ++i) processes += R"({"name":"p","program":"consumer"},)";
    const auto text = replaced(kSound, "\"processes\": [", "\"processes\": [" + processes);
    const ReadResult result = readExperiment(text, "x");
    ASSERT_EQ(result.problems.size(), 1U) << listed(result.problems);
    EXPECT_THAT(result.problems[0].message,
                testing::HasSubstr("found an array of 4099, expected an array, [ … ], of 1 to 4096"));
}

TEST(BadFiles, AllProblemsAtOnceWithTheirLines) {
    std::string text = replaced(kSound, "\"rate_per_s\": 100", "\"rate_per_s\": -1");
    text = replaced(text, "\"duration_s\": 5", "\"duration_s\": \"long\"");
    text = replaced(text, "\"pipe\"", "\"pip\"");
    text = replaced(text, "\"pause\"", "\"paus\"");
    const ReadResult result = readExperiment(text, "x");
    std::vector<std::pair<std::string, unsigned>> places;
    for (const Problem& problem : result.problems) places.emplace_back(problem.pointer, problem.line);
    EXPECT_THAT(places,
                testing::UnorderedElementsAre(std::pair("/duration_s", 3U), std::pair("/processes/0/rate_per_s", 5U),
                                              std::pair("/links/0/mechanism", 9U), std::pair("/steps/0/do", 12U)))
        << listed(result.problems);
}

TEST(BadFiles, ManyProblemsAreCutAndSaySo) {
    std::string fields;
    for (int i = 0; i < 200; ++i) fields += "\"k" + std::to_string(i) + "\":1,";
    const ReadResult result = readExperiment(replaced(kSound, "\"schema\"", fields + "\"schema\""), "x");
    ASSERT_EQ(result.problems.size(), 101U);
    EXPECT_THAT(result.problems.back().message, testing::HasSubstr("100 or more further problems"));
    EXPECT_EQ(exitStatus(result.problems), 2);
}

TEST(BadFiles, ByteOrderMarkIsSkippedAndColumnsStayRight) {
    EXPECT_TRUE(readExperiment("\xEF\xBB\xBF" + kSound, "x").experiment);
    const ReadResult result = readExperiment("\xEF\xBB\xBF{\"schema\": 3}", "x");
    ASSERT_FALSE(result.problems.empty());
    EXPECT_EQ(result.problems[0].line, 1U);
    EXPECT_EQ(result.problems[0].column, 12U);
}

TEST(BadFiles, ColumnsCountCharactersNotBytes) {
    const auto text = replaced(kSound, "\"rate_per_s\": 100", "\"rate_per_s\": 1, \"nice\": \"가나\", \"count\": 0");
    const ReadResult result = readExperiment(text, "x");
    ASSERT_EQ(result.problems.size(), 2U) << listed(result.problems);
    const auto& count = result.problems[0].pointer.ends_with("count") ? result.problems[0] : result.problems[1];
    EXPECT_EQ(count.column, 90U);
}

TEST(Formatting, NamesFileLineAndPointer) {
    const ReadResult result = readExperiment(replaced(kSound, "\"pipe\"", "\"pipes\""), "file.json");
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_THAT(formatProblem("file.json", result.problems[0]),
                testing::StartsWith("file.json:9: /links/0/mechanism: there is no mechanism \"pipes\"; did you mean "
                                    "\"pipe\"? Known: pipe, fifo, "));
}

TEST(Formatting, ExitStatusIsOfTheGravest) {
    const Problem error{}, lacks{"", 0, 0, "", Severity::MachineLacks}, warning{"", 0, 0, "", Severity::Warning};
    EXPECT_EQ(exitStatus({}), 0);
    EXPECT_EQ(exitStatus({warning}), 0);
    EXPECT_EQ(exitStatus({warning, lacks}), 3);
    EXPECT_EQ(exitStatus({warning, lacks, error}), 2);
}

}  // namespace

}  // namespace ipclab::test

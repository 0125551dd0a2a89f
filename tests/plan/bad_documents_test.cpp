// Every kind of bad file, each with the place and the words a person needs to mend it.
#include <gmock/gmock.h>

#include "documents.h"

namespace ipclab::test {

namespace {

struct BadDocument {
    std::string name;
    std::string from, to;  // what is replaced in the sound document
    std::string pointer;
    unsigned line;
    std::vector<std::string> words;
    Severity severity = Severity::Error;
};

void PrintTo(const BadDocument& bad, std::ostream* out) { *out << bad.from << " -> " << bad.to.substr(0, 80); }

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

const BadDocument kSyntax[] = {
    {"MissingComma", "5,\n", "5\n", "", 4, {"syntax error", "comma"}},
    {"TrailingComma", "\"consumer\" }\n  ],", "\"consumer\" },\n  ],", "", 7, {"syntax error", "comma too many"}},
    {"Comment", "\"duration_s\": 5,", "\"duration_s\": 5, // short", "", 3, {"syntax error", "comments"}},
    {"NaN", "\"duration_s\": 5", "\"duration_s\": NaN", "", 3, {"NaN", "write a number"}},
    {"Infinity", "\"duration_s\": 5", "\"duration_s\": Infinity", "", 3, {"write a number"}},
    {"NumberOverflow", "\"duration_s\": 5", "\"duration_s\": 1e999", "", 3, {"overflow", "1e308"}},
    {"CutOff", "\n}\n", "\n", "", 14, {"end of input", "bracket not closed"}},
    {"SecondDocument", "\n}\n", "\n}\n{}", "", 15, {"expected end of input"}},
    {"InvalidUtf8", "\"producer\", \"program\"", "\"prod\xFFucer\", \"program\"", "", 5, {"0xFF", "UTF-8"}},
    {"OverlongUtf8", "\"producer\", \"program\"", "\"\xC0\xAF\", \"program\"", "", 5, {"0xC0", "UTF-8"}},
    {"Utf8Surrogate", "\"producer\", \"program\"", "\"\xED\xA0\x80\", \"program\"", "", 5, {"0xED", "UTF-8"}},
    {"LoneEscapedSurrogate", "\"producer\", \"program\"", R"("\ud800", "program")", "", 5, {"syntax error"}},
    {"ControlCharacter", "\"producer\", \"program\"", "\"a\x01\", \"program\"", "", 5, {"control character"}},
    {"DuplicateKey",
     "\"duration_s\": 5,",
     "\"duration_s\": 5,\n \"duration_s\": 6,",
     "/duration_s",
     4,
     {"second time", "Keep one"}},
    {"DuplicateKeyInside",
     "\"name\": \"consumer\"",
     R"("name": "consumer", "na\u006de": "consumer")",
     "/processes/1/name",
     6,
     {"second time"}},
    {"TooDeep", "\"pipe\"", std::string(100'000, '['), "", 9, {"nested", "16"}},
};
INSTANTIATE_TEST_SUITE_P(Syntax, BadDocuments, testing::ValuesIn(kSyntax), [](auto& i) { return i.param.name; });

const BadDocument kFields[] = {
    {"UnknownField",
     "\"duration_s\"",
     "\"duration\"",
     "/duration",
     3,
     {"no field \"duration\"", "did you mean \"duration_s\"?", "sample_hz"}},
    {"UnknownProcessField",
     "\"rate_per_s\"",
     "\"rate_per_sec\"",
     "/processes/0/rate_per_sec",
     5,
     {"did you mean \"rate_per_s\"?"}},
    {"UnknownLinkField",
     "\"mechanism\": \"pipe\",",
     "\"mechanism\": \"pipe\", \"stampevery\": 2,",
     "/links/0/stampevery",
     9,
     {"did you mean \"stamp_every\"?"}},
    {"UnknownStepField",
     "\"at_s\": 1,",
     "\"at_s\": 1, \"x/y~z\": 2,",
     "/steps/0/x~1y~0z",
     12,
     {"no field \"x/y~z\"", "Known: at_s"}},
    {"UnknownCapacityField",
     "\"pipe\",",
     "\"pipe\", \"capacity\": { \"byte\": 4096 },",
     "/links/0/capacity/byte",
     9,
     {"did you mean \"bytes\"?"}},
    {"UnknownEndField",
     "\"from\": \"producer\"",
     "\"from\": { \"process\": \"producer\", \"modes\": \"blocking\" }",
     "/links/0/from/modes",
     9,
     {"did you mean \"mode\"?"}},
    {"MissingSchema", "\"schema\": \"ipclab.experiment/1\",", "", "/schema", 1, {"missing", "ipclab.experiment/1"}},
    {"OtherVersion", "experiment/1", "experiment/2", "/schema", 2, {"ipclab.experiment/2", "Update ipclab"}},
    {"OtherSchema",
     "ipclab.experiment/1",
     "ipclab.run/1",
     "/schema",
     2,
     {"ipclab.run/1", "expected \"ipclab.experiment/1\""}},
    {"MissingName", "\"name\": \"consumer\", ", "", "/processes/1/name", 6, {"missing", "a name of its own"}},
    {"MissingMechanism",
     "\"mechanism\": \"pipe\", ",
     "",
     "/links/0/mechanism",
     9,
     {"missing", "ipclab list mechanisms"}},
    {"MissingFrom", "\"from\": \"producer\", ", "", "/links/0/from", 9, {"missing", "sends"}},
    {"MissingTime", "\"at_s\": 1, ", "", "/steps/0/at_s", 12, {"missing", "seconds"}},
    {"NotAnObject",
     "{ \"at_s\": 1, \"process\": \"consumer\", \"do\": \"pause\" }",
     "7",
     "/steps/0",
     12,
     {"found 7", "an object"}},
    {"CommandNotAnArray",
     "\"rate_per_s\": 100",
     "\"command\": \"ls -l\"",
     "/processes/0/command",
     5,
     {"found \"ls -l\"", "an array", "each in quotation marks"}},
};
INSTANTIATE_TEST_SUITE_P(Fields, BadDocuments, testing::ValuesIn(kFields), [](auto& i) { return i.param.name; });

BadDocument inProducer(std::string name, std::string field, std::string value, std::vector<std::string> words) {
    return {
        std::move(name), "\"rate_per_s\": 100", "\"" + field + "\": " + std::move(value), "/processes/0/" + field, 5,
        std::move(words)};
}
BadDocument inDocument(std::string name, std::string field, std::string value, std::vector<std::string> words) {
    return {std::move(name),
            "\"duration_s\": 5,",
            "\"duration_s\": 5, \"" + field + "\": " + std::move(value) + ",",
            "/" + field,
            3,
            std::move(words)};
}
BadDocument inLink(std::string name, std::string fields, std::string pointer, std::vector<std::string> words) {
    return {std::move(name),
            "\"mechanism\": \"pipe\",",
            "\"mechanism\": \"pipe\", " + std::move(fields) + ",",
            "/links/0/" + std::move(pointer),
            9,
            std::move(words)};
}

const BadDocument kValues[] = {
    inProducer("NegativeRate", "rate_per_s", "-5", {"found -5", "from 0 to 1,000,000,000", "as fast as possible"}),
    inProducer("RateAsText", "rate_per_s", "\"fast\"", {"found \"fast\"", "a number", "messages per second"}),
    inProducer("RateTooHigh", "rate_per_s", "1e10", {"found 10000000000", "1,000,000,000"}),
    inProducer("RateNull", "rate_per_s", "null", {"found null", "a number"}),
    inProducer("SizeBelowHeader", "message_bytes", "31", {"found 31", "32", "header"}),
    inProducer("SizeAbove16MiB", "message_bytes", "16777217", {"found 16777217", "16777216"}),
    inProducer("SizeNotWhole", "message_bytes", "64.5", {"found 64.5", "a whole number"}),
    inProducer("SizeBeyond64Bits", "message_bytes", "99999999999999999999999", {"a whole number"}),
    inProducer("WorkAbove10s", "work_us", "10000001", {"found 10000001", "10,000,000", "microseconds"}),
    inProducer("NegativeWork", "work_us", "-1", {"found -1", "from 0"}),
    inProducer("CountZero", "count", "0", {"found 0", "from 1"}),
    inProducer("CountBeyondExact", "count", "9007199254740992", {"9007199254740991"}),
    inProducer("DelayTrue", "start_delay_s", "true", {"found true", "a number", "seconds"}),
    inProducer("NiceTooHigh", "nice", "20", {"found 20", "-20 to 19"}),
    inProducer("NiceTooLow", "nice", "-9223372036854775808", {"-20 to 19"}),
    inProducer("LaunchWord", "launch", "\"frok\"", {"found \"frok\"", "did you mean \"fork\"?", "Known: fork, exec"}),
    inProducer("LaunchNumber", "launch", "1", {"found 1", "a word", "fork, exec"}),
    inProducer("CpusNumber", "cpus", "0", {"found 0", "an array"}),
    inProducer("CpusEmpty", "cpus", "[]", {"an empty array", "1 to 1024"}),
    inDocument("DurationTooShort", "sample_hz", "0.5", {"found 0.5", "from 1 to 1,000"}),
    inDocument("SeedNegative", "seed", "-1", {"found -1", "from 0"}),
    inDocument("ObserveWord", "observe", "\"sample\"", {"did you mean \"sampled\"?", "off, sampled, exact"}),
    inDocument("NameNumber", "name", "5", {"found 5", "a text"}),
    inDocument("IdNumber", "id", "5", {"found 5", "a text"}),
    inDocument("IdNotKebab", "id", "\"My Test\"", {"\"My Test\"", "m2-bounded-buffer"}),
    inDocument("RowUnknown", "row", "\"Z9\"", {"\"Z9\"", "curriculum", "C-pipe"}),
    {"Language",
     "\"duration_s\": 5,",
     "\"duration_s\": 5, \"name\": { \"Korean\": \"x\" },",
     "/name/Korean",
     3,
     {"ISO 639", "\"ko\""}},
    {"TextTooLong",
     "\"duration_s\": 5,",
     "\"duration_s\": 5, \"look\": \"" + std::string(5000, 'x') + "\",",
     "/look",
     3,
     {"5000 bytes", "at most 4096", "Shorten"}},
    {"DurationZero", "\"duration_s\": 5", "\"duration_s\": 0", "/duration_s", 3, {"found 0", "0.001 to 604,800"}},
    {"StepTimeNegative", "\"at_s\": 1", "\"at_s\": -0.1", "/steps/0/at_s", 12, {"found -0.1", "from 0"}},
    {"StepWord",
     "\"pause\"",
     "\"halt\"",
     "/steps/0/do",
     12,
     {"found \"halt\"", "set, pause, continue, stop, terminate, kill"}},
    inLink("CapacityNumber", "\"capacity\": 4096", "capacity", {"found 4096", "an object"}),
    inLink("CapacityEmpty", "\"capacity\": {}", "capacity", {"found an object", "\"bytes\""}),
    inLink("CapacityZero", "\"capacity\": { \"bytes\": 0 }", "capacity/bytes", {"found 0", "from 1"}),
    inLink("CapacityHuge", "\"capacity\": { \"bytes\": 1e13 }", "capacity/bytes", {"1099511627776"}),
    inLink("ReverseNumber", "\"reverse_of\": 3", "reverse_of", {"found 3"}),
    inLink("DuplexWord", "\"duplex\": \"both\"", "duplex", {"found \"both\"", "full, half"}),
    inLink("DuplexAlone", "\"duplex\": \"half\"", "duplex", {"\"reverse_of\""}),
    inLink("ReverseOfNothing", "\"reverse_of\": \"x\"", "reverse_of", {"there is no link \"x\""}),
    inLink("StampNegative", "\"stamp_every\": -1", "stamp_every", {"found -1", "from 0"}),
    {"EndNumber",
     "\"from\": \"producer\"",
     "\"from\": [3]",
     "/links/0/from/0",
     9,
     {"found 3", "the name of a process"}},
    {"EndMode",
     "\"from\": \"producer\"",
     "\"from\": { \"process\": \"producer\", \"mode\": \"async\" }",
     "/links/0/from/mode",
     9,
     {"found \"async\"", "blocking, nonblocking"}},
    {"EndTimeout",
     "\"from\": \"producer\"",
     "\"from\": { \"process\": \"producer\", \"timeout_ms\": 1e9 }",
     "/links/0/from/timeout_ms",
     9,
     {"3,600,000", "milliseconds"}},
    {"EndsEmpty", "\"from\": \"producer\"", "\"from\": []", "/links/0/from", 9, {"an empty array"}},
};
INSTANTIATE_TEST_SUITE_P(Values, BadDocuments, testing::ValuesIn(kValues), [](auto& i) { return i.param.name; });

const BadDocument kMeaning[] = {
    {"UnknownMechanism",
     "\"pipe\"",
     "\"pipes\"",
     "/links/0/mechanism",
     9,
     {"there is no mechanism \"pipes\"; did you mean \"pipe\"? Known: pipe, fifo"}},
    {"UnknownProgram",
     "\"program\": \"consumer\"",
     "\"program\": \"comsumer\"",
     "/processes/1/program",
     6,
     {"did you mean \"consumer\"?", "Known: producer"}},
    {"UnknownSender",
     "\"from\": \"producer\"",
     "\"from\": [\"producer\", \"produzer\"]",
     "/links/0/from/1",
     9,
     {"no process \"produzer\"", "did you mean \"producer\"?"}},
    {"UnknownStepProcess",
     "\"process\": \"consumer\"",
     "\"process\": \"cosnumer\"",
     "/steps/0/process",
     12,
     {"did you mean \"consumer\"?"}},
    {"RefusedCapacity",
     "\"pipe\",",
     "\"posix-mq\", \"capacity\": { \"bytes\": 4 },",
     "/links/0/capacity/bytes",
     9,
     {"counts messages"}},
    {"StepBeyondEnd",
     "\"at_s\": 1",
     "\"at_s\": 9",
     "/steps/0/at_s",
     12,
     {"lasts 5 s", "raise duration_s"},
     Severity::Warning},
    {"NeverEnds", "  \"duration_s\": 5,\n", "", "", 1, {"never end", "duration_s", "count"}},
    {"CpuNotHere",
     "\"rate_per_s\": 100",
     "\"cpus\": [1023]",
     "/processes/0/cpus/0",
     5,
     {"no processor 1023", "--set producer.cpus=[0]"},
     Severity::MachineLacks},
};
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

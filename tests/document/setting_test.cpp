#include "document/setting.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "documents.h"

namespace ipclab::test {

namespace {

using nlohmann::ordered_json;

struct Assigned {
    ordered_json document;
    SettingResult result;
};

Assigned assigned(const std::string& assignment, const std::string& text = kSound) {
    Assigned after{ordered_json::parse(text), {}};
    after.result = applySetting(after.document, assignment);
    return after;
}

void expectSet(const std::string& assignment, const std::string& pointer, const ordered_json& value) {
    const Assigned after = assigned(assignment);
    ASSERT_FALSE(after.result.problem) << after.result.problem->message;
    EXPECT_EQ(after.result.pointer, pointer) << assignment;
    EXPECT_EQ(after.document.at(ordered_json::json_pointer(pointer)), value) << assignment;
}

void expectRefused(const std::string& assignment, const std::string& words) {
    const Assigned after = assigned(assignment);
    ASSERT_TRUE(after.result.problem) << assignment;
    EXPECT_THAT(after.result.problem->message, testing::HasSubstr(words));
    EXPECT_EQ(after.document, ordered_json::parse(kSound)) << "unchanged when refused";
}

TEST(Setting, ByPointer) {
    expectSet("/processes/0/rate_per_s=5000", "/processes/0/rate_per_s", 5000);
    expectSet("/duration_s=2.5", "/duration_s", 2.5);
}

TEST(Setting, ByNameOfProcessOrLink) {
    expectSet("producer.rate_per_s=5000", "/processes/0/rate_per_s", 5000);
    expectSet("consumer.work_us=200", "/processes/1/work_us", 200);
    expectSet("producer→consumer.mechanism=fifo", "/links/0/mechanism", "fifo");
}

TEST(Setting, ByFieldOfTheDocument) {
    expectSet("duration_s=3", "/duration_s", 3);
    expectSet("steps.0.at_s=2", "/steps/0/at_s", 2);
}

TEST(Setting, CreatesMissingFieldsAndTheObjectsOnTheWay) {
    expectSet("producer→consumer.capacity.bytes=4096", "/links/0/capacity/bytes", 4096);
    expectSet("/seed=7", "/seed", 7);
}

TEST(Setting, ValueIsJsonOrText) {
    expectSet("id=true", "/id", true);
    expectSet("id=\"5\"", "/id", "5");
    expectSet("id=hello world", "/id", "hello world");
    expectSet("id=", "/id", "");
    expectSet("id=a=b", "/id", "a=b");
    expectSet("id=NaN", "/id", "NaN");
    expectSet("producer.cpus=[0,1]", "/processes/0/cpus", ordered_json::array({0, 1}));
}

TEST(Setting, LongestNameWinsAmongNamesWithDots) {
    const auto text = replaced(replaced(kSound, "\"name\": \"producer\"", "\"name\": \"a\""), "\"name\": \"consumer\"",
                               "\"name\": \"a.b\"");
    EXPECT_EQ(assigned("a.b.work_us=1", text).result.pointer, "/processes/1/work_us");
    EXPECT_EQ(assigned("a.work_us=1", text).result.pointer, "/processes/0/work_us");
}

TEST(Setting, RefusesWhatItCannotReach) {
    expectRefused("producre.rate_per_s=1", "did you mean \"producer\"?");
    expectRefused("nonsense", "POINTER=VALUE");
    expectRefused("=1", "POINTER=VALUE");
    expectRefused("", "POINTER=VALUE");
    expectRefused("/processes/2/name=x", "no element \"2\" in an array of 2");
    expectRefused("/processes/-/name=x", "cannot be added");
    expectRefused("/processes/00/name=x", "no element \"00\"");
    expectRefused("/links/0/from/mode=blocking", "found \"producer\" where an object");
    expectRefused("id=\xFF", "UTF-8");
}

TEST(Setting, NullTakesAFieldAway) {
    ordered_json without = ordered_json::parse(kSound);
    without.erase("duration_s");
    const Assigned after = assigned("duration_s=null");
    ASSERT_FALSE(after.result.problem) << after.result.problem->message;
    EXPECT_EQ(after.result.pointer, "/duration_s");
    EXPECT_EQ(after.document, without);
    expectRefused("/seed=null", "no field \"seed\" to remove");
    expectRefused("/nothing/at/all=null", "no field \"nothing\" to remove");
    expectRefused("/processes/0=null", "write the whole array");
}

TEST(Setting, TellsThatANameAloneHasNoValue) {
    expectRefused("producer=1", "name one of them, such as producer.work_us=100");
    expectRefused("producer→consumer=1", ".mechanism=fifo");
}

TEST(Setting, IsNamedShortlyAndOnOneLine) {
    const Assigned after = assigned("nobody.x=" + std::string(100'000, 'y') + "\n\x1b[31m");
    ASSERT_TRUE(after.result.problem);
    EXPECT_LT(after.result.problem->message.size(), 1000U);
    EXPECT_EQ(shownSetting("a=\x1b\n"), "a=? ");
}

TEST(Setting, RefusesPointersDeeperThanAnyDocument) {
    std::string pointer;
    for (int i = 0; i < 100'000; ++i) pointer += "/x";
    expectRefused(pointer + "=1", "deeper than any document");
}

TEST(Setting, EscapedTokens) {
    const Assigned after = assigned("/a~1b~0c=1");
    EXPECT_EQ(after.result.pointer, "/a~1b~0c");
    EXPECT_TRUE(after.document.contains("a/b~c"));
}

TEST(Setting, ReaderAppliesThemAndNamesTheCulprit) {
    const std::vector<std::string> settings{"producer.rate_per_s=5000", "consumer.work_us=-1"};
    const ReadResult result = readExperiment(kSound, "x", settings);
    ASSERT_EQ(result.problems.size(), 1U) << listed(result.problems);
    EXPECT_EQ(result.problems[0].pointer, "/processes/1/work_us");
    EXPECT_EQ(result.problems[0].line, 0U) << "no line of the file says it";
    EXPECT_THAT(result.problems[0].message, testing::HasSubstr("--set consumer.work_us=-1"));
}

TEST(Setting, ReaderTakesTheNewValue) {
    const ReadResult result = readExperiment(kSound, "x", std::vector<std::string>{"producer.rate_per_s=5000"});
    ASSERT_TRUE(result.experiment);
    EXPECT_EQ(result.experiment->processes[0].settings.ratePerSecond, 5000);
}

}  // namespace

}  // namespace ipclab::test

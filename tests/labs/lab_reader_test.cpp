// Exercises as files: what is read, and each mistake of an author found and named.
#include "labs/lab_reader.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "document/experiment_json.h"

namespace ipclab {
namespace {

using Json = nlohmann::ordered_json;

Json soundLab() {
    return Json::parse(R"({
      "schema": "ipclab.lab/1", "id": "m2-first", "version": 2,
      "title": { "en": "First", "ko": "첫째" }, "objective": { "en": "To see", "ko": "보기" },
      "rows": ["M2"], "minutes": 5, "needs": ["mechanism:pipe", "cpus:1"],
      "steps": [ {
        "id": "run", "title": { "en": "Run", "ko": "실행" }, "preset": "two",
        "may_change": ["producer.rate_per_s"], "trials": 3,
        "predictions": [ { "id": "lost", "kind": "number", "question": { "en": "How many?", "ko": "몇 개?" },
                           "low": 0, "high": 9, "truth": "link(\"pipe\").lost" } ],
        "checks": [ { "id": "all", "what": { "en": "All", "ko": "모두" }, "measure": "link(\"pipe\").received",
                      "relation": "equals", "value": "link(\"pipe\").sent", "must_hold": 2,
                      "pass": { "en": "{measured}", "ko": "{measured}" },
                      "fail": { "en": "{measured}", "ko": "{measured}" } } ] } ],
      "solutions": [ { "name": "reference" },
                     { "name": "killed", "set": { "run": ["/duration_s=1"] }, "fails": ["all"] } ] })");
}

LabPresets presets() {
    return [](std::string_view id) -> std::optional<Experiment> {
        if (id != "two") return {};
        return readExperiment(R"({"schema": "ipclab.experiment/1", "id": "two",
            "processes": [{"name": "producer", "program": "producer"}, {"name": "consumer", "program": "consumer"}],
            "links": [{"name": "pipe", "mechanism": "pipe", "from": "producer", "to": "consumer"}]})",
                              "two")
            .experiment;
    };
}

LabTexts textsOf(const Json& json) {
    return {json.dump(2), {{"en", "# run\nLook at **it**.\n"}, {"ko", "# run\n보세요.\n"}}};
}

// All messages, each behind its place.
std::string problemsOf(const LabTexts& texts, bool forAuthor = true) {
    std::string all;
    for (const auto& [file, problem] : readLab(texts, presets(), forAuthor).problems) {
        all += file + ":" + problem.pointer + ": " + problem.message + "\n";
    }
    return all;
}

TEST(LabReader, ReadsAWholeOne) {
    const auto result = readLab(textsOf(soundLab()), presets(), true);
    ASSERT_TRUE(result.isSound()) << problemsOf(textsOf(soundLab()));
    const Lab& lab = *result.lab;
    EXPECT_EQ(lab.id, "m2-first");
    EXPECT_EQ(lab.version, 2U);
    EXPECT_EQ(lab.steps.at(0).text.at("en"), "Look at **it**.\n");
    EXPECT_EQ(lab.steps[0].checks.at(0).mustHold, 2U);
    ASSERT_NE(experimentOf(lab, lab.steps[0]), nullptr);
    EXPECT_EQ(experimentOf(lab, lab.steps[0])->processes.size(), 2U);
    EXPECT_EQ(lab.points(), 1);
}

TEST(LabReader, APredictionMayDependOnAnyCheckOfItsStep) {
    Json json = soundLab();
    json["steps"][0]["predictions"][0]["depends_on"] = {"all"};
    const auto result = readLab(textsOf(json), presets(), true);
    ASSERT_TRUE(result.isSound()) << problemsOf(textsOf(json));
    EXPECT_EQ(result.lab->steps[0].predictions[0].dependsOn, std::vector<std::string>{"all"});
}

struct Mistake {
    const char* name;
    const char* pointer;
    Json value;
    const char* said;
};
class LabMistakes : public testing::TestWithParam<Mistake> {};

TEST_P(LabMistakes, AreNamedWithTheirPlace) {
    Json json = soundLab();
    json[Json::json_pointer(GetParam().pointer)] = GetParam().value;
    const LabTexts texts = textsOf(json);
    EXPECT_NE(problemsOf(texts).find(GetParam().said), std::string::npos) << problemsOf(texts);
    EXPECT_FALSE(readLab(texts, presets(), true).isSound());
}

INSTANTIATE_TEST_SUITE_P(
    Labs, LabMistakes,
    testing::Values(
        Mistake{"Schema", "/schema", "ipclab.lab/9", "ipclab.lab/1"},
        Mistake{"UnknownField", "/steps/0/checks/0/mesure", "1", "there is no field \"mesure\""},
        Mistake{"NoPreset", "/steps/0/preset", "three", "no experiment \"three\""},
        Mistake{"NoQuantity", "/steps/0/checks/0/measure", "link(\"pipe\").recieved", "did you mean \"received\""},
        Mistake{"NoLink", "/steps/0/checks/0/measure", "link(\"pip\").received", "did you mean \"pipe\""},
        Mistake{"Grammar", "/steps/0/checks/0/measure", "1 +", "at character 4"},
        Mistake{"NoEarlierStep", "/steps/0/checks/0/value", "step(\"run\", run.wall_s)", "no step \"run\" before"},
        Mistake{"Unit", "/steps/0/predictions/0/unit", "messages", "/unit: the text is missing in ko"},
        Mistake{"NoValue", "/steps/0/checks/0/relation", "between", "\"upper\""},
        Mistake{"TooManyTrials", "/steps/0/checks/0/must_hold", 4, "run 3 times"},
        Mistake{"NoEarlier", "/steps/0/checks/0/depends_on", Json::array({"x"}), "no check \"x\" before"},
        Mistake{"PredictionNoCheck", "/steps/0/predictions/0/depends_on", Json::array({"x"}),
                "/depends_on: there is no check \"x\" in this step"},
        Mistake{"NoRange", "/steps/0/predictions/0/high", 0, "below"},
        Mistake{"NoTruthEach", "/steps/0/predictions/0/truth", Json::array({"1", "2"}), "found 2 expressions"},
        Mistake{"Need", "/needs/0", "moon", "nothing that can be needed"},
        Mistake{"NoSuchStep", "/solutions/1/set/walk", Json::array(), "no step \"walk\""},
        Mistake{"CannotFail", "/solutions/1/fails", Json::array(), "cannot fail judges nothing"},
        Mistake{"IdTwice", "/steps/0/checks/1", soundLab()["steps"][0]["checks"][0], "used twice"},
        Mistake{"Language", "/title", Json{{"en", "First"}}, "missing in ko"},
        Mistake{"Id", "/steps/0/id", "Run It", "small letters"}),
    [](const auto& of) { return of.param.name; });

TEST(LabReader, WantsASectionForEachStepInEachLanguage) {
    LabTexts texts = textsOf(soundLab());
    texts.markdown["ko"] = "# walk\n…\n";
    const std::string problems = problemsOf(texts);
    EXPECT_NE(problems.find("ko.md has no section \"# run\""), std::string::npos) << problems;
    EXPECT_NE(problems.find("section \"# walk\", but there is no such step"), std::string::npos) << problems;
}

TEST(LabReader, AHeadingInCodeIsNone) {
    const auto sections = labSections("before\n# a\none\n```\n# b\n```\n# c\r\ntwo\n");
    ASSERT_EQ(sections.size(), 2U);
    EXPECT_EQ(sections.at("a"), "one\n```\n# b\n```\n");
    EXPECT_EQ(sections.at("c"), "two\n");
}

TEST(LabReader, WhatIsNoJsonIsSaidSo) {
    EXPECT_NE(problemsOf({"{", {}}), "");
    EXPECT_NE(problemsOf({"", {}}), "");
    EXPECT_NE(problemsOf({std::string(100'000, '['), {}}), "");
}

}  // namespace
}  // namespace ipclab

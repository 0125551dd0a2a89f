#include "sweep/axis.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "links/registry.h"
#include "observe/host_facts.h"

namespace ipclab {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> valuesOf(std::string_view vary) {
    const ParsedAxis parsed = parseAxis(vary);
    EXPECT_EQ(parsed.mistake, "") << vary;
    return parsed.axis.values;
}

TEST(SweepAxis, CommasPartValuesButNotWithinThem) {
    EXPECT_THAT(valuesOf("a=1,2"), ElementsAre("1", "2"));
    EXPECT_THAT(valuesOf("a=[0,1],[2]"), ElementsAre("[0,1]", "[2]"));
    EXPECT_THAT(valuesOf(R"(a="x,\"y",z)"), ElementsAre(R"("x,\"y")", "z"));
    EXPECT_EQ(parseAxis("links.*.mechanism=pipe").axis.path, "links.*.mechanism");
}

TEST(SweepAxis, AllMechanismsAreEveryOneThereIs) {
    const ParsedAxis parsed = parseAxis("links.*.mechanism=all");
    EXPECT_EQ(parsed.mistake, "");
    EXPECT_EQ(parsed.axis.values.size(), allMechanisms().size());
    EXPECT_EQ(parseAxis("producer.program=all").axis.values, std::vector<std::string>{"all"});
}

TEST(SweepAxis, RangesGoUpInStepsOrByAFactor) {
    EXPECT_THAT(valuesOf("a=1..4"), ElementsAre("1", "2", "3", "4"));
    EXPECT_THAT(valuesOf("a=0..100+25"), ElementsAre("0", "25", "50", "75", "100"));
    EXPECT_THAT(valuesOf("a=64..65536*4"), ElementsAre("64", "256", "1024", "4096", "16384", "65536"));
    EXPECT_THAT(valuesOf("a=0.1..0.3+0.1"), testing::SizeIs(3)) << "in spite of what adding tenths gives";
    EXPECT_THAT(valuesOf("a=-5..-1+2"), ElementsAre("-5", "-3", "-1")) << "below zero its end belongs to it too";
    EXPECT_THAT(valuesOf("a=../x"), ElementsAre("../x")) << "no range: a text";
}

TEST(SweepAxis, MistakesSayWhatWasExpected) {
    EXPECT_THAT(parseAxis("mechanism").mistake, HasSubstr("expected a place and its values"));
    EXPECT_THAT(parseAxis("=1").mistake, HasSubstr("expected a place and its values"));
    EXPECT_THAT(parseAxis("a=1,,2").mistake, HasSubstr("is empty"));
    EXPECT_THAT(parseAxis("a=1,2,1").mistake, HasSubstr("twice"));
    EXPECT_THAT(parseAxis("a=8..1").mistake, HasSubstr("does not lead upwards"));
    EXPECT_THAT(parseAxis("a=0..64*2").mistake, HasSubstr("does not lead upwards"));
    EXPECT_THAT(parseAxis("a=1..1000000").mistake, HasSubstr("more than 1000 values"));
    EXPECT_THAT(parseAxis("pin=same,there").mistake, HasSubstr("expected same, apart or free"));
}

TEST(SweepAxis, AStarStandsForEveryElementOfAList) {
    const auto document = nlohmann::ordered_json::parse(R"({"links": [{}, {}], "processes": [{"name": "p"}]})");
    const SweepAxis axis{"links.*.mechanism", {"pipe", "fifo"}};
    EXPECT_THAT(assignmentsOf(axis, 1, document), ElementsAre("links.0.mechanism=fifo", "links.1.mechanism=fifo"));
    EXPECT_THAT(assignmentsOf({"/links/*/mechanism", {"x"}}, 0, document),
                ElementsAre("/links/0/mechanism=x", "/links/1/mechanism=x"));
    EXPECT_THAT(assignmentsOf({"p.rate_per_s", {"5"}}, 0, document), ElementsAre("p.rate_per_s=5"));
    EXPECT_THAT(assignmentsOf({"shared.*.sync", {"spin"}}, 0, document), IsEmpty());
    EXPECT_THAT(assignmentsOf({"pin", {"same"}}, 0, document), IsEmpty());
}

TEST(SweepAxis, PinsPutProcessesOnOneCpuOrOneAfterTheOther) {
    Experiment experiment;
    experiment.processes.resize(3);
    ASSERT_TRUE(pin(experiment, "same"));
    for (const ProcessSpec& process : experiment.processes) EXPECT_EQ(process.cpus, experiment.processes[0].cpus);
    if (onlineCpus().size() > 1) {
        ASSERT_TRUE(pin(experiment, "apart"));
        EXPECT_NE(experiment.processes[0].cpus, experiment.processes[1].cpus);
    }
    const auto before = experiment.processes[1].cpus;
    EXPECT_TRUE(pin(experiment, "free"));
    EXPECT_EQ(experiment.processes[1].cpus, before) << "as the document says";
}

}  // namespace
}  // namespace ipclab
